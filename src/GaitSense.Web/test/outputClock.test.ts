import { describe, expect, it } from 'vitest';
import { OutputClock } from '../src/sound/outputClock';

describe('the clock of an output', () => {
  it('does not tremble with the stamps', () => {
    const clock = new OutputClock();
    for (let i = 0; i < 40; i++) clock.observe(i / 10 + (i % 3) * 0.002, 100 + i / 10);
    expect(Math.abs(clock.contextAt(200) - 100.002)).toBeLessThan(1e-9);
    expect(clock.pageAt(clock.contextAt(150))).toBeCloseTo(150, 12);
  });

  it('follows another device at once', () => {
    const clock = new OutputClock();
    for (let i = 0; i < 20; i++) clock.observe(i, i);
    clock.observe(20.2, 20);
    expect(clock.contextAt(30)).toBeCloseTo(30.2, 9);
  });
});
