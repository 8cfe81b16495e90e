import { language, t } from '../texts/texts';

const place = (): string => (language.value === 'de' ? 'de-DE' : 'en-GB');

/** A number with fixed decimals; a dash where there is none. */
export function number(value: number | undefined, decimals = 1): string {
  return value === undefined || !Number.isFinite(value) ? '–' : value.toLocaleString(place(), { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: false }).replace(/^-/, '−');
}

const units: Readonly<Record<string, string>> = { 'steps/min': 'desk.unit.spm', points: 'desk.unit.points' };

/** A unit in the desk's language, where it is a word. */
export const unitText = (unit: string): string => (unit in units ? t(units[unit]!) : unit);

/** A number with its unit; one of unit "1" has none. */
export const withUnit = (value: number | undefined, unit: string, decimals = 1): string => number(value, decimals) + (value === undefined || unit === '1' || unit === '' ? '' : ` ${unitText(unit)}`);

/** A change with its sign. */
export const signed = (value: number | undefined, decimals = 1): string => (value !== undefined && value > 0 ? '+' : '') + number(value, decimals);

/** As many decimals as a value of a unit deserves on the desk. */
export const decimalsOf = (unit: string): number => (unit === 's' || unit === 'm/s' || unit === 'm' ? 2 : unit === '1' ? 0 : 1);

/** A length of time on a clock: 0:07, 12:30, 1:02:03. */
export function clock(seconds: number | undefined): string {
  if (seconds === undefined || !Number.isFinite(seconds)) return '–';
  const whole = Math.max(0, Math.floor(seconds));
  const two = (n: number): string => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** A day (2026-11-30, or an instant on this computer's calendar). */
export function day(iso: string | undefined): string {
  if (iso === undefined || iso === '') return '–';
  const alone = /^\d{4}-\d{2}-\d{2}$/.test(iso);
  return new Date(alone ? `${iso}T12:00:00Z` : iso).toLocaleDateString(place(), { day: 'numeric', month: 'short', year: 'numeric', ...(alone ? { timeZone: 'UTC' } : {}) });
}

/** An instant, to the minute. */
export const instant = (iso: string | undefined): string =>
  iso === undefined || iso === '' ? '–' : new Date(iso).toLocaleString(place(), { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });

/** Today as the calendar of this computer has it, as 2026-11-30. */
export const isoDay = (at: Date): string => `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;

/** A word of the wire in the desk's language; one that the catalogue lacks is shown as it came, without its underscores. */
export function word(key: string | undefined): string {
  if (key === undefined || key === '') return '–';
  const [plain = key] = key.split('@'), name = `desk.word.${plain.replace(/[_ ]/g, '-').toLowerCase()}`;
  const text = t(name);
  return text === name ? plain.replaceAll('_', ' ') : text;
}

/** A measure in the desk's words, or as the server calls it where the desk has none. */
export const measureText = (name: string, title: string): string => {
  const own = word(name);
  return own === name.replaceAll('_', ' ') ? title : own;
};

/** What a session was: names of timed tests, or its task. */
export const kindText = (kind: string): string => kind.split('+').map(word).join(', ');
