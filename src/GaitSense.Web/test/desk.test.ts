import { describe, expect, it } from 'vitest';
import { language } from '../src/texts/texts';
import type { Plan, Step } from '../src/desk/contract';
import { clock, day, isoDay, number, signed, withUnit, word } from '../src/desk/format';
import { actOf, isForControl } from '../src/desk/keys';
import { columnsOf } from '../src/desk/parts/stepPlot';
import { planOn, weekOf } from '../src/desk/parts/planStrip';
import { partsOf } from '../src/desk/hash';
import { ask, WalkClock } from '../src/desk/walkClock';

describe('the button in the hand', () => {
  it('says go, then stop, whichever it is: space bar, presenter, shutter', () => {
    for (const key of [' ', 'PageDown', 'PageUp', 'AudioVolumeUp', 'b', '.']) {
      expect(actOf('setup', key, 5)).toBe('go');
      expect(actOf('ready', key, 5)).toBe('go');
      expect(actOf('armed', key, 5)).toBe('go');
      expect(actOf('running', key, 5)).toBe('stop');
      expect(actOf('reviewed', key, 5)).toBe('next');
    }
  });

  it('does not stop a clock that it has just started: a key bounces', () => {
    expect(actOf('running', ' ', 0.1)).toBeNull();
    expect(actOf('running', ' ', 0.6)).toBe('stop');
  });

  it('never accepts a result: that is Enter, and not within a second of the stop', () => {
    expect(actOf('ended', 'PageDown', 9)).toBeNull();
    expect(actOf('ended', 'Enter', 0.4)).toBeNull();
    expect(actOf('ended', 'Enter', 1.2)).toBe('accept');
    expect(actOf('ready', 'Enter', 9)).toBeNull();
  });

  it('chooses a candidate by its number while there is something to choose', () => {
    expect(actOf('ended', '2', 3)).toEqual({ candidate: 1 });
    expect(actOf('running', '2', 3)).toBeNull();
    expect(actOf('over', ' ', 3)).toBeNull();
  });

  it('leaves what is typed into a field, and the button that has the focus', () => {
    expect(isForControl(' ', 'INPUT', 'text')).toBe(true);
    expect(isForControl('.', 'TEXTAREA', '')).toBe(true);
    expect(isForControl(' ', 'BUTTON', 'button')).toBe(true);
    expect(isForControl('PageDown', 'BUTTON', 'button')).toBe(false);
    expect(isForControl('Enter', 'INPUT', 'radio')).toBe(false);
    expect(isForControl(' ', 'SECTION', '')).toBe(false);
  });
});

describe('the time of a press', () => {
  it('is the walk\'s own, by the shortest of five round trips', async () => {
    // The walk began at 100 s of the page's clock; one answer of five is quick, and the others came back late.
    const trips = [0.08, 0.3, 0.006, 0.2, 0.05];
    let now = 110_000, i = 0;
    const walk = new WalkClock();
    await ask(walk, () => {
      const trip = trips[i++]!;
      const said = now / 1000 - 100 + trip * 0.2; // the way there is quicker than the way back
      now += trip * 1000;
      return Promise.resolve(said);
    }, () => now);
    expect(walk.uncertaintyS).toBeCloseTo(0.003, 6);
    expect(Math.abs(walk.at(115_000)! - 15)).toBeLessThan(0.003);
  });

  it('is not known before an answer, nor after the connection was lost', () => {
    const walk = new WalkClock();
    expect(walk.at(5)).toBeUndefined();
    walk.take(0, 10, 1);
    expect(walk.at(1005)).toBeCloseTo(2, 6);
    walk.forget();
    expect(walk.at(5)).toBeUndefined();
  });

  it('takes no answer from before its question, and no answer that is none', () => {
    const walk = new WalkClock();
    walk.take(10, 5, 1);
    walk.take(5, 10, Number.NaN);
    expect(walk.at(5)).toBeUndefined();
  });
});

describe('numbers and days', () => {
  it('are written as the language has them, a dash where there is none', () => {
    language.value = 'de';
    expect(number(5.238, 2)).toBe('5,24');
    expect(signed(0.5, 1)).toBe('+0,5');
    language.value = 'en';
    expect(number(-1.5, 1)).toBe('−1.5');
    expect(number(undefined)).toBe('–');
    expect(withUnit(5.2, 's', 2)).toBe('5.20 s');
    expect(withUnit(3, '1', 0)).toBe('3');
  });

  it('shows a clock without losing seconds, and a day as it was written', () => {
    expect(clock(7)).toBe('0:07');
    expect(clock(59.99)).toBe('0:59');
    expect(clock(3723)).toBe('1:02:03');
    expect(day('2026-11-30')).toBe('30 Nov 2026');
    expect(isoDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });

  it('shows a word that the catalogue lacks as it came', () => expect(word('quite_new')).toBe('quite new'));
});

describe('a plan', () => {
  const plan = (version: number, from: string, to: string): Plan => ({ id: String(version), version, from, to, template: 'x', by: 'PT1', slots: [] });

  it('that counts is the newest that has begun', () => {
    const versions = [plan(1, '2026-11-02', '2026-12-27'), plan(2, '2026-11-16', '2026-12-27'), plan(3, '2026-12-07', '2026-12-27')];
    expect(planOn(versions, '2026-11-20')?.version).toBe(2);
    expect(planOn(versions, '2026-12-07')?.version).toBe(3);
    expect(planOn([], '2026-12-07')).toBeUndefined();
  });

  it('counts its weeks from its first day', () => {
    expect(weekOf(plan(1, '2026-11-02', '2026-12-27'), '2026-11-08')).toBe(1);
    expect(weekOf({ ...plan(2, '2026-11-16', '2026-12-27'), first_week: 3 }, '2026-11-23')).toBe(4);
  });
});

describe('the plot of steps', () => {
  it('has both feet on one axis of time, and nothing where a foot did not step', () => {
    const step = (foot: 'left' | 'right', time_s: number, step_time_s?: number): Step => ({ session: 's', foot, time_s, direction: 'forward', ...(step_time_s === undefined ? {} : { step_time_s }) });
    expect(columnsOf([step('right', 2, 0.6), step('left', 1.4, 0.55), step('left', 1)])).toEqual([[1.4, 2], [0.55, null], [null, 0.6]]);
  });
});

describe('an address', () => {
  it('is read in parts, with what was written in them', () => {
    expect(partsOf('#/people/a%2Fb/test')).toEqual(['people', 'a/b', 'test']);
    expect(partsOf('')).toEqual([]);
    expect(partsOf('#/%E0%A4%A')).toEqual([]);
  });
});
