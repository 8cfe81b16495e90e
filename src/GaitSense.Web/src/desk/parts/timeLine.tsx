import type { JSX } from 'preact';
import { t } from '../../texts/texts';
import type { Candidate, TestView } from '../contract';
import { decimalsOf, number, word } from '../format';

const width = 600, rowPx = 34, leftPx = 150, rightPx = 70;

/** Feet and stopwatch one below the other on one time line, s after "go". The choice below says the same in words. */
export function TimeLine({ of: test, official }: { of: TestView; official: Candidate | undefined }): JSX.Element | null {
  if (test.unit !== 's' || test.candidates.length === 0) return null;
  const go = test.go_s ?? 0;
  // A candidate without its instants is drawn from "go".
  const bars = test.candidates.map(c => {
    const start = c.start_s === undefined ? 0 : c.start_s - go;
    return { start, end: c.end_s === undefined ? start + c.value : c.end_s - go, c };
  });
  const low = Math.min(0, ...bars.map(b => b.start)), high = Math.max(...bars.map(b => b.end)) * 1.02;
  // Of several times by the feet each has its number, as in the choice below.
  const several = bars.filter(b => b.c.candidate !== undefined).length > 1;
  const nameOf = (c: Candidate): string => (several && c.candidate !== undefined ? `${word(c.source)} ${c.candidate + 1}` : word(c.source));
  const x = (s: number): number => leftPx + ((width - leftPx - rightPx) * (s - low)) / (high - low || 1);
  const height = bars.length * rowPx + 24;
  return (
    <svg class="time-line" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('desk.test.line', bars.map(b => `${nameOf(b.c)} ${number(b.c.value, decimalsOf(test.unit))} ${test.unit}`).join(', '))}>
      {bars.map((b, i) => (
        <g key={i} class={b.c === official ? 'chosen' : ''}>
          <text x="0" y={i * rowPx + 22}>{nameOf(b.c)}</text>
          <rect class={b.c.source === 'watch' ? 'watch' : 'feet'} x={x(b.start)} y={i * rowPx + 6} width={Math.max(2, x(b.end) - x(b.start))} height={rowPx - 12} />
          <text x={x(b.end) + 6} y={i * rowPx + 22}>{number(b.c.value, 2)}</text>
        </g>
      ))}
      <path d={`M${x(0)} 0V${height - 18}`} />
      <text x={x(0)} y={height - 3} text-anchor="middle">{t('desk.test.line.go')}</text>
    </svg>
  );
}
