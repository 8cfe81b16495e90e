import type { JSX } from 'preact';
import type { Week } from '../walk/contract';
import { language, t } from '../texts/texts';

const most = 8;

/** The day a week begins, as people write it. */
export const dayText = (iso: string): string =>
  new Date(`${iso}T12:00:00Z`).toLocaleDateString(language.value === 'de' ? 'de-DE' : 'en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** Minutes of the last weeks as bars; the table beside it says the same. */
export function WeekBars({ weeks }: { weeks: readonly Week[] }): JSX.Element {
  const shown = weeks.slice(-most);
  const top = Math.max(10, ...shown.map(w => w.minutes));
  const step = 320 / most;
  return (
    <svg class="bars" viewBox="0 0 320 170" role="img" aria-label={t('page.weeks.chart')}>
      {shown.map((w, i) => {
        const height = (120 * w.minutes) / top;
        const x = i * step;
        return (
          <g key={w.weekOf}>
            <rect x={x + 6} y={140 - height} width={step - 12} height={height} />
            <text x={x + step / 2} y={132 - height} text-anchor="middle">
              {Math.round(w.minutes)}
            </text>
          </g>
        );
      })}
      <path d="M0 140.500H320" />
      {shown.length > 0 && (
        <text x="0" y="162">
          {dayText(shown[0]!.weekOf)}
        </text>
      )}
      {shown.length > 1 && (
        <text x={shown.length * step} y="162" text-anchor="end">
          {dayText(shown.at(-1)!.weekOf)}
        </text>
      )}
    </svg>
  );
}
