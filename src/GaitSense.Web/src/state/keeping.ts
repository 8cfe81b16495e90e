import { signal } from '@preact/signals';
import { forgetAhead } from './ahead';
import { nothingKept, readKept, type Kept } from './kept';
import { walkPart } from './walkPart';

/** What the phone keeps: walks, answers, plans, settings. */
export const kept = signal<Kept>(nothingKept());
/** The phone took what was to be kept last not: the person goes on, and is told after the walk. */
export const notKept = signal(false);

type Change = (before: Kept) => Kept;

let keptIsRead: () => void;
/** Resolved when what the phone keeps was read. Where it cannot be, nothing is kept either. */
export const readFirst = new Promise<void>(ok => (keptIsRead = ok));

// Another tab may have kept something since: a change is made to what is kept now, not to what this tab once read. What could not be kept is tried again with the next change.
let waiting: Change[] = [];
const changed = (of: Kept, changes: Change[]): Kept => changes.reduce((before, change) => change(before), of);

/** What is kept and cannot be read; null: it can. It is never written over. */
export const unreadable = signal<string | null>(null);

/** Reads what the phone keeps. */
export async function readKeptNow(): Promise<void> {
  kept.value = changed(readKept(await walkPart().worker.call<string>('Kept')), waiting);
  keptIsRead();
}

/** What is kept could not be read: it is held for the person to save, or to be put aside. */
export async function holdUnreadable(): Promise<void> {
  const text = await walkPart().worker.call<string>('Kept').catch(() => '');
  if (text.trim() !== '') unreadable.value = text;
}

/** Begins without what cannot be read; it stays on the phone beside what comes. */
export const putAside = (): Promise<void> => walkPart().worker.call<void>('PutAside');

/** Keeps what the page shall know tomorrow; false: there is no room. A phone that is full is no reason to hold up a person in the middle of a question or a walk. */
export async function keep(change: Change): Promise<boolean> {
  await readFirst; // what has not been read yet is not written over
  kept.value = change(kept.value);
  forgetAhead();
  waiting.push(change);
  await alone(write);
  return !notKept.value;
}

async function write(): Promise<void> {
  const { worker } = walkPart();
  const changes = [...waiting];
  try {
    const next = changed(readKept(await worker.call<string>('Kept')), changes);
    await worker.call<void>('Keep', JSON.stringify(next));
    waiting = waiting.slice(changes.length);
    kept.value = changed(next, waiting);
    notKept.value = false;
  } catch (e) {
    console.error(e);
    notKept.value = true;
  }
}

const place = 'gaitsense.kept';
const patienceMs = 5000;

// One tab at a time. Whoever holds it longer than a file takes is stuck, and nobody waits for that.
async function alone(act: () => Promise<void>): Promise<void> {
  let runs: Promise<void> | undefined;
  const run = (): Promise<void> => (runs ??= act());
  try {
    await navigator.locks.request(place, { signal: AbortSignal.timeout(patienceMs) }, run);
  } catch (e) {
    console.error(e);
    await run();
  }
}
