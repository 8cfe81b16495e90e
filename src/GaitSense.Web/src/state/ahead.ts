import type { Home, HomeDay, Language } from '../walk/contract';
import { keepSmall, readSmall } from './small';

// The rules need seconds until they are loaded. What the first page says on a day follows from what was walked before it, so it is decided ahead, while the page has nothing else to do, and shown
// at once when it is opened; then the rules decide anew. It has no more in it than the first page.

const place = 'gaitsense.ahead';
const idleMs = 3000;

// Who walks every other day is always met.
const daysAhead = 14;

interface Ahead { zone: string; language: Language; days: HomeDay[] }

const dayOf = (nowMs: number, zone: string): string => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone }).format(nowMs);

/** The first page of today as it was decided earlier; null: it was not, or is not known to hold. */
export function readAhead(nowMs: number, zone: string, language: Language): Home | null {
  try {
    const ahead = JSON.parse(readSmall(place) ?? 'null') as Ahead | null;
    if (!ahead || ahead.zone !== zone || ahead.language !== language) return null;
    const { view } = ahead.days.find(d => d.day === dayOf(nowMs, zone)) ?? {};
    return view && Array.isArray(view.questions) && Array.isArray(view.reasons) && Array.isArray(view.weeks) && typeof view.sentence === 'string' ? view : null;
  } catch {
    return null;
  }
}

let round = 0;

/** Nothing is known of the days to come: something was walked or answered. */
export function forgetAhead(): void {
  round++;
  keepSmall(place, null);
}

/**
 * Has the days to come decided when nothing was asked for some seconds, one after the other, so that nobody waits for more than one.
 * @param decide Decides a day; undefined: there is something else to do now.
 */
export function lookAhead(decide: (inDays: number) => Promise<HomeDay | null> | undefined, zone: string, language: Language): void {
  const mine = ++round;
  setTimeout(() => void decideAll().catch(e => console.error(e)), idleMs);
  async function decideAll(): Promise<void> {
    const days: HomeDay[] = [];
    for (let i = 0; i < daysAhead; i++) {
      const day = mine === round ? await decide(i) : undefined;
      if (day === undefined || mine !== round) return;
      if (day) days.push(day);
    }
    keepSmall(place, JSON.stringify({ zone, language, days } satisfies Ahead));
  }
}
