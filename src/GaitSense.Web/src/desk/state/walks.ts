import { signal } from '@preact/signals';
import { get, post, Problem } from '../api';
import type { LiveRow, Started, StartRequest } from '../contract';
import { t } from '../../texts/texts';

/** A walk that is on. One that this page started has its stop token, which needs no sign-in; it is in memory alone. */
export interface Running { session: string; code: string; kind: string; token?: string }

export const walks = signal<readonly Running[]>([]);
/** What came of the last Stop, where it did not reach the server. */
export const stopFailed = signal('');

export const isOwn = (session: string): boolean => walks.value.some(w => w.session === session && w.token !== undefined);

export function over(session: string): void {
  walks.value = walks.value.filter(w => w.session !== session);
}

export async function start(request: StartRequest, code: string): Promise<string> {
  const { session, stop_token } = await post<Started>('sessions', request);
  // The one that was started here stands first.
  walks.value = [{ session, code, kind: request.test?.id ?? '', ...(stop_token === undefined ? {} : { token: stop_token }) }, ...walks.value];
  return session;
}

/** Walks that are on anywhere, so that Stop is here for them too. */
export async function seeRunning(): Promise<void> {
  const said = await get<LiveRow[] | { items: LiveRow[] }>('sessions/live');
  take(Array.isArray(said) ? said : said.items);
}

export function take(rows: readonly LiveRow[]): void {
  const own = walks.value.filter(w => w.token !== undefined);
  walks.value = [...own, ...rows.filter(r => own.every(w => w.session !== r.session)).map(r => ({ session: r.session, code: r.code, kind: r.kind }))];
}

const tries = 30, betweenMs = 1000;
const stopping = new Set<string>();

/** Stops a walk, and goes on trying while the server is out of reach. */
export async function stop(walk: Running): Promise<void> {
  if (stopping.has(walk.session)) return;
  stopping.add(walk.session);
  try {
    await send(walk);
  } finally {
    stopping.delete(walk.session);
  }
}

async function send(walk: Running): Promise<void> {
  for (let i = 0; i < tries && walks.value.some(w => w.session === walk.session); i++) {
    try {
      await post(walk.token === undefined ? `sessions/${walk.session}/stop` : `stop/${encodeURIComponent(walk.token)}`);
      stopFailed.value = '';
      over(walk.session);
      return;
    } catch (e) {
      if (e instanceof Problem && (e.status === 404 || e.status === 410)) {
        over(walk.session); // it has ended by itself
        stopFailed.value = '';
        return;
      }
      stopFailed.value = t('desk.stop.failed', e instanceof Problem ? e.message : String(e));
      await new Promise(later => setTimeout(later, betweenMs));
    }
  }
}
