import { signal, type Signal } from '@preact/signals';
import type { HubConnection } from '@microsoft/signalr';
import type { Cue, Ended, Notice, Snapshot, Step, TestView } from './contract';
import { over } from './state/walks';
import { ask, WalkClock } from './walkClock';

/** The way to the server while walks are watched. */
export const connection = signal<'off' | 'connecting' | 'on' | 'lost'>('off');

/** So much of the past the desk draws, s. */
export const shownS = 60;
const keptNotices = 50, silentMs = 6000, notThere = 'not found';

/** A walk that this page watches. */
export class WatchedWalk {
  readonly snapshot: Signal<Snapshot | null> = signal(null);
  readonly test: Signal<TestView | null> = signal(null);
  /** When the test came into its state, on the page's clock, ms. */
  testSinceMs = 0;
  readonly cue: Signal<Cue | null> = signal(null);
  readonly notices: Signal<readonly Notice[]> = signal([]);
  readonly ended: Signal<Ended | null> = signal(null);
  /** Why it cannot be watched. */
  readonly refused = signal('');
  /** Steps of the last minute. */
  steps: readonly Step[] = [];
  readonly stepped = signal(0);
  readonly clock = new WalkClock();

  constructor(readonly session: string) {}

  takeStep(step: Step): void {
    this.steps = [...this.steps.filter(s => s.time_s > step.time_s - shownS), step];
    this.stepped.value++;
  }

  takeTest(test: TestView): void {
    const before = this.test.value;
    if (before?.state !== test.state || before.no !== test.no) this.testSinceMs = performance.now();
    this.test.value = test;
  }
}

const watched = new Map<string, WatchedWalk>();
let hub: Promise<HubConnection> | null = null;

/** Whether a walk is watched that has not ended. */
export const isWatching = (): boolean => [...watched.values()].some(w => !w.ended.peek() && w.refused.peek() !== notThere);

async function connect(): Promise<HubConnection> {
  connection.value = 'connecting';
  const { HttpTransportType, HubConnectionBuilder, LogLevel } = await import('@microsoft/signalr');
  const made = new HubConnectionBuilder()
    .withUrl(new URL('live', document.baseURI).href, { skipNegotiation: true, transport: HttpTransportType.WebSockets })
    // A server that has died says nothing: it is missed after some seconds (it speaks every two).
    .withServerTimeout(silentMs)
    // A walk may go on for half an hour: it is never given up.
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: c => Math.min(250 * 2 ** c.previousRetryCount, 3000) })
    .configureLogging(LogLevel.Error)
    .build();
  const of = (session: string): WatchedWalk | undefined => watched.get(session);
  made.on('snapshot', (s: Snapshot) => {
    const walk = of(s.session);
    if (walk) walk.snapshot.value = s;
  });
  made.on('step', (s: Step) => of(s.session)?.takeStep(s));
  made.on('cue', (c: Cue) => {
    const walk = of(c.session);
    if (walk) walk.cue.value = c;
  });
  made.on('notice', (n: Notice) => {
    const walk = of(n.session);
    if (walk) walk.notices.value = [n, ...walk.notices.value].slice(0, keptNotices);
  });
  made.on('test', (v: TestView) => of(v.session)?.takeTest(v));
  made.on('ended', (e: Ended) => {
    const walk = of(e.session);
    if (walk) walk.ended.value = e;
    over(e.session);
  });
  made.onreconnecting(() => (connection.value = 'lost'));
  made.onreconnected(() => {
    connection.value = 'on';
    watchAll();
  });
  made.onclose(() => {
    hub = null;
    connection.value = isWatching() ? 'lost' : 'off';
    // The server closes what has become old (a sign-in does): whoever is still signed in is let in again.
    watchAll();
  });
  await made.start();
  connection.value = 'on';
  return made;
}

// A network that is pulled out closes nothing: the server misses a page that does not speak, and stops a walk backward.
const beatMs = 500;
setInterval(() => {
  if (connection.peek() !== 'on') return;
  for (const walk of watched.values()) if (walk.snapshot.peek()?.backward && !walk.ended.peek()) void hub?.then(h => h.send('Beat', walk.session)).catch(() => undefined);
}, beatMs);

/** What the hub said of a call that it refused; null: it was no refusal. */
export const refusalOf = (e: unknown): string | null => /HubException: ([\s\S]+)$/.exec(e instanceof Error ? e.message : '')?.[1] ?? null;

const open = (): Promise<HubConnection> =>
  (hub ??= connect().catch((e: unknown) => {
    [hub, connection.value] = [null, 'lost'];
    throw e;
  }));

async function begin(on: HubConnection, walk: WatchedWalk): Promise<void> {
  const first = await on.invoke<Snapshot | null>('Watch', walk.session);
  if (first) walk.snapshot.value = first;
  await askClock(walk, on);
}

const betweenMs = 1500;
const beginning = new Set<WatchedWalk>();

/** Begins to watch, again and again until it is so: servers and databases are restarted. What is not there, or is not for this account, is not asked for again. */
async function beginPatiently(walk: WatchedWalk): Promise<void> {
  if (beginning.has(walk)) return;
  beginning.add(walk);
  try {
    while (watched.get(walk.session) === walk && !walk.ended.value) {
      try {
        await begin(await open(), walk);
        walk.refused.value = '';
        return;
      } catch (e) {
        walk.refused.value = refusalOf(e) ?? '';
        if (walk.refused.value === notThere) return;
        await new Promise(later => setTimeout(later, betweenMs));
      }
    }
  } finally {
    beginning.delete(walk);
  }
}

function watchAll(): void {
  for (const walk of watched.values()) void beginPatiently(walk);
}

/** Watches a walk until it has ended; a hub that does not answer is asked again. */
export function watch(session: string): WatchedWalk {
  const there = watched.get(session);
  if (there) return there;
  const walk = new WatchedWalk(session);
  watched.set(session, walk);
  void beginPatiently(walk);
  return walk;
}

/** Watches it no longer: for a walk that somebody else started, or one that has ended. */
export function unwatch(session: string): void {
  if (!watched.delete(session)) return;
  void hub?.then(h => h.invoke('Unwatch', session)).catch(() => undefined);
}

/** Says something to a timed test: Go, WatchStop, Accept, Reject, Next, Fail, Note, End. Its values are all given, null where there is none. */
export async function tell(method: string, walk: WatchedWalk, ...values: readonly unknown[]): Promise<void> {
  try {
    const view = await (await open()).invoke<TestView | null>(method, walk.session, ...values);
    if (view) walk.takeTest(view);
  } catch (e) {
    throw new Error(refusalOf(e) ?? (e instanceof Error ? e.message : String(e)));
  }
}

/** The clock of a walk is asked again before a trial: clocks drift. */
export async function askClock(walk: WatchedWalk, given?: HubConnection): Promise<void> {
  const on = given ?? (await open());
  walk.clock.forget();
  await ask(walk.clock, () => on.invoke<number>('Clock', walk.session));
}

export async function closeHub(): Promise<void> {
  watched.clear();
  const open = hub;
  hub = null;
  connection.value = 'off';
  await open?.then(h => h.stop()).catch(() => undefined);
}
