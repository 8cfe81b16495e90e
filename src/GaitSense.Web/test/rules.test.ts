import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { format, preferredLanguage } from '../src/texts/texts';
import { stereoGain, fromDb } from '../src/sound/stereoGain';
import { folderOf, nothingKept, readKept, withCheck, withWalk, type WalkRecord } from '../src/state/kept';
import { crc32, unzip, zip } from '../src/state/zip';
import { OperationQueue } from '../src/transport/operationQueue';
import { Advertised, AllServices } from '../src/transport/services';

const source = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('texts', () => {
  it('have numbers as the language writes them', () => {
    expect(format('{0} min, {1}', 'de', [2.5, 1640])).toBe('2,5 min, 1640');
    expect(format('{0} min', 'en', [2.5])).toBe('2.5 min');
    expect(format('{1}', 'en', [1])).toBe('{1}');
  });
  it('have the word that goes by the number', () => {
    expect(format('{0} {0|minute|minutes} and {1} {1|step|steps}', 'en', [1, 2])).toBe('1 minute and 2 steps');
    expect(format('{0} {0|minute|minutes}', 'en', [1.04])).toBe('1 minute');
    expect(format('{0} {0|Minute|Minuten}', 'de', [0.5])).toBe('0,5 Minuten');
    expect(format('{0} {0|day|days}', 'en', [0])).toBe('0 days');
  });
  it('are German where German comes first', () => {
    expect(preferredLanguage(['fr', 'de-AT', 'en'])).toBe('de');
    expect(preferredLanguage(['en-US', 'de'])).toBe('en');
    expect(preferredLanguage(['fr'])).toBe('en');
  });
  it('of every key that a screen asks for are in the catalogue', () => {
    const { walker } = JSON.parse(source('GaitSense.Training/Texts/Data/en.json')) as { walker: Record<string, string> };
    const files = ['home', 'ready', 'shoes', 'walking', 'rest', 'confirm', 'after', 'weeks', 'help', 'settings', 'plan', 'tap', 'unsupported'].map(f => source(`GaitSense.Web/src/screens/${f}.tsx`));
    const keys = [...files, source('GaitSense.Web/src/parts/page.tsx')].flatMap(f => [...f.matchAll(/\bt\('([a-z.-]+)'/g)].map(m => m[1]!));
    expect(keys.length).toBeGreaterThan(60);
    expect(keys.filter(k => !(k in walker))).toEqual([]);
  });
});

describe('ears', () => {
  it('a side is clearly one side, and one ear hears all', () => {
    const [left, right] = stereoGain(-1, 'both');
    expect(20 * Math.log10(left / right)).toBeCloseTo(20, 6);
    expect(left ** 2 + right ** 2).toBeCloseTo(1, 9);
    expect(stereoGain(1, 'left')).toEqual([1, 0]);
    expect(fromDb(-20)).toBeCloseTo(0.1, 12);
  });
});

describe('what is kept', () => {
  const walk = (startedMs: number, folder: string): WalkRecord => ({ startedMs, endedMs: startedMs, zone: 'Europe/Berlin', task: 'comfortable-walk', slot: null, folder, end: null, stopReason: 'stop', simulated: false, after: {} });
  it('has a walk once, in the order of beginnings', () => {
    let kept = withWalk(withWalk(nothingKept(), walk(2, 'b')), walk(1, 'a'));
    kept = withWalk(kept, { ...walk(2, 'b'), after: { pain: 1 } });
    expect(kept.walks.map(w => [w.folder, w.after.pain])).toEqual([['a', undefined], ['b', 1]]);
  });
  it('loses a check when its last answer is taken back', () => {
    const kept = withCheck(nothingKept(), { atMs: 1, zone: 'UTC', answers: { news: 'no' } });
    expect(kept.checks).toHaveLength(1);
    expect(withCheck(kept, { atMs: 1, zone: 'UTC', answers: {} }).checks).toEqual([]);
  });
  it('is never written over when it cannot be read', () => {
    expect(() => readKept('{"version": 2}')).toThrow();
    expect(() => readKept('{')).toThrow();
    expect(readKept('')).toEqual(nothingKept());
  });
  it('has a folder by the walker\'s own clock', () => expect(folderOf(Date.UTC(2026, 10, 29, 23, 5, 6), 'Europe/Berlin')).toBe('walks/2026-11-30T00-05-06'));
});

describe('a walk as one file', () => {
  const bytes = (s: string) => new TextEncoder().encode(s) as Uint8Array<ArrayBuffer>;
  it('gives back what was put in, and notices damage', async () => {
    const parts = [{ name: 'w/session.gait', bytes: bytes('steps') }, { name: 'w/walk.json', bytes: bytes('{}') }];
    const packed = new Uint8Array(await zip(parts).arrayBuffer());
    expect(unzip(packed).map(p => [p.name, new TextDecoder().decode(p.bytes)])).toEqual([['w/session.gait', 'steps'], ['w/walk.json', '{}']]);
    for (const at of [45, 50]) {
      const damaged = packed.slice();
      damaged[at]! ^= 1;
      expect(() => unzip(damaged)).toThrow();
    }
    expect(() => unzip(packed.slice(0, 49))).toThrow();
    expect(() => unzip(bytes('no archive at all, but long enough for a header'))).toThrow();
    expect(crc32(bytes('123456789'))).toBe(0xcbf43926);
  });
});

describe('Bluetooth', () => {
  it('does one operation after the other, also after one that failed', async () => {
    const queue = new OperationQueue();
    const order: string[] = [];
    const slow = queue.run(async () => { await Promise.resolve(); order.push('first'); throw new Error('refused'); });
    const next = queue.run(() => { order.push('second'); return Promise.resolve(2); });
    await expect(slow).rejects.toThrow('refused');
    expect(await next).toBe(2);
    expect(order).toEqual(['first', 'second']);
  });
  it('may use the services of every sensor that a walk can have', () => {
    const written = source('GaitSense.Protocol/Vendors/MovellaDotProfile.cs') + source('GaitSense.Protocol/Vendors/MetaMotionProfile.cs') + source('GaitSense.Protocol/Vendors/WitMotionProfile.cs');
    for (const prefix of Advertised.namePrefixes) expect(written).toContain(`"${prefix}"`);
    const shorts = [...written.matchAll(/Guid \w*Service = FromShort\(0x([0-9A-F]{4})\)/g)].map(m => m[1]!.toLowerCase());
    expect(shorts.length).toBeGreaterThanOrEqual(5);
    for (const id of shorts) expect(AllServices.some(s => s.slice(4, 8) === id)).toBe(true);
  });
});

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
