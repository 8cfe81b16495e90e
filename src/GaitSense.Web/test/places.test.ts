import { describe, expect, it } from 'vitest';
import { Places, fadeS, type Voice } from '../src/sound/places';

const world = () => {
  const said: string[] = [];
  const places = new Places({
    start: (v: Voice) => said.push(`start ${v.number} at ${v.beginS.toFixed(2)}`),
    takeBack: v => said.push(`take back ${v.number}`),
    fade: (v, at) => said.push(`fade ${v.number} at ${at.toFixed(2)}`),
    report: (n, fate) => said.push(`${n} ${fate}`),
  });
  return { places, said };
};

describe('places of sounds', () => {
  it('a beat begins at its time, and is reported when it has begun', () => {
    const { places, said } = world();
    places.schedule({ number: 1, clip: 'left' }, 1.5, 0.3, 1);
    expect(said).toEqual(['start 1 at 1.50']);
    places.due(1.49);
    expect(said).toHaveLength(1);
    places.due(1.51);
    expect(said[1]).toBe('1 begun');
  });

  it('a beat that would begin in what is rendered already is missed, words begin right after it, and what waits is not taken to have begun', () => {
    const { places, said } = world();
    places.schedule({ number: 1, clip: 'left' }, 1.01, 0.3, 0.5);
    places.schedule({ number: 2, clip: 'right' }, 1.015, 0.3, 1, 1.02);
    places.schedule({ number: 3, clip: 'word' }, 1.015, 1, 1, 1.02);
    places.silence(false, 1.005);
    expect(said).toEqual(['start 1 at 1.01', '2 missed', 'start 3 at 1.02', 'take back 1', '1 cancelled']);
  });

  it('a beat or a good step whose time has passed is missed', () => {
    const { places, said } = world();
    places.schedule({ number: 1, clip: 'right' }, 0.99, 0.3, 1);
    places.schedule({ number: 2, clip: 'good' }, 0.99, 0.3, 1);
    expect(said).toEqual(['1 missed', '2 missed']);
  });

  it('a third beat at once is one too many', () => {
    const { places, said } = world();
    for (const n of [1, 2, 3]) places.schedule({ number: n, clip: 'left' }, 2 + n / 100, 0.3, 1);
    expect(said.at(-1)).toBe('3 crowded');
  });

  it('words come late rather than never, up to 3.5 s', () => {
    const { places, said } = world();
    places.schedule({ number: 1, clip: 'word' }, 1, 1, 4.4);
    expect(said).toEqual(['start 1 at 4.40']);
    places.schedule({ number: 2, clip: 'word' }, 1, 1, 9);
    expect(said.at(-1)).toBe('2 missed');
  });

  it('of words that are late together the newest are said', () => {
    const { places, said } = world();
    places.schedule({ number: 1, clip: 'word' }, 5, 2, 4);
    places.due(5);
    places.schedule({ number: 2, clip: 'word' }, 4.5, 1, 5);
    places.schedule({ number: 3, clip: 'word' }, 4.8, 1, 5.1);
    expect(said).toContain('take back 2');
    expect(said).toContain('2 missed');
    expect(said.at(-1)).toBe('start 3 at 7.00');
  });

  it('words wait for the words before them', () => {
    const { places, said } = world();
    places.schedule({ number: 1, clip: 'word' }, 2, 1.5, 1);
    places.schedule({ number: 2, clip: 'word' }, 2.5, 1, 1);
    expect(said.at(-1)).toBe('start 2 at 3.50');
  });

  it('good steps give way to words, before and while they sound', () => {
    const { places, said } = world();
    places.schedule({ number: 1, clip: 'good' }, 3.2, 0.3, 1);
    places.schedule({ number: 2, clip: 'word' }, 3, 1, 1);
    expect(said).toContain('1 gave_way');
    places.schedule({ number: 3, clip: 'good' }, 3.5, 0.3, 1);
    expect(said.at(-1)).toBe('3 gave_way');
    const other = world();
    other.places.schedule({ number: 1, clip: 'good' }, 2.9, 0.3, 1);
    other.places.schedule({ number: 2, clip: 'word' }, 3, 1, 1);
    expect(other.said).toContain('fade 1 at 3.00');
  });

  it('silence takes back what has not begun and fades what sounds; words only where they are meant', () => {
    const { places, said } = world();
    places.schedule({ number: 1, clip: 'left' }, 1, 0.3, 0.5);
    places.schedule({ number: 2, clip: 'right' }, 1.6, 0.3, 0.5);
    places.schedule({ number: 3, clip: 'word' }, 1, 1, 0.5);
    places.silence(false, 1.1);
    expect(said).toContain('fade 1 at 1.10');
    expect(said).toContain('2 cancelled');
    expect(said).not.toContain('fade 3 at 1.10');
    places.silence(true, 1.1);
    expect(said).toContain('fade 3 at 1.10');
    expect(fadeS).toBeLessThanOrEqual(0.02);
  });
});
