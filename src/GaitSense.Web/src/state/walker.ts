import { effect, signal } from '@preact/signals';
import { Requests, type Home, type HomeDay, type Offer, type Side, type WalkEnd, type WalkOptions } from '../walk/contract';
import { nowMs } from '../walk/clock';
import { toFailure, type Failure } from '../walk/failure';
import { BleError } from '../transport/bleTransport';
import { SoundGuard, type SoundTaken } from '../sound/soundGuard';
import { ScreenOn } from '../phone/wakeLock';
import { vibrate } from '../phone/vibration';
import { askToKeep, isSpaceShort } from '../phone/storage';
import { language } from '../texts/texts';
import { forgetAhead, lookAhead, readAhead } from './ahead';
import { readWay, soundTooLate } from './ear';
import { folderOf, nothingKept, openCheck, readKept, withCheck, withWalk, type Check, type Kept, type WalkRecord } from './kept';
import { joinSettings } from './keptSettings';
import { screen, show, turned } from './screen';
import { faulted, isDemo, loaded, transportHere, walkState, WalkPart } from './walkPart';

export const home = signal<Home | null>(null);
export const kept = signal<Kept>(nothingKept());
export const chosen = signal<Partial<Record<Side, string>>>({});
export const connection = signal<'none' | 'connecting' | 'ready' | Failure>('none');
/** The sound was taken away, and the person has not asked for it again. */
export const soundTaken = signal<SoundTaken | null>(null);
export const walk = signal<WalkRecord | null>(null);
export const beginFailed = signal(false);
export const spaceIsShort = signal(false);
/** The phone took what was to be kept last not: the person goes on, and is told after the walk. */
export const notKept = signal(false);
export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Start was pressed before the walk's part was there. */
export const starting = signal(false);
/** Whether there is something to begin with: a walk, or questions before it. */
export const mayStart = (of: Home): boolean => (of.offer !== null || of.questions.length > 0) && !of.isEmergency;

let keptIsRead: () => void, homeIsDecided: () => void;
/** Resolved when what the phone keeps was read. Where it cannot be, nothing is kept either. */
export const readFirst = new Promise<void>(ok => (keptIsRead = ok));
let isDecided = false;
const decided = new Promise<void>(ok => (homeIsDecided = ok));
/** Resolved when the day has begun that Start asked for. */
let begun: Promise<void> = Promise.resolve();
/** Days that were begun, or given up. */
let days = 0;

const screenOn = new ScreenOn();
const guard = new SoundGuard(why => takeSound(why), () => stop());
let part: WalkPart | null = null;
let check: Check | null = null;
/** The newest attempt to connect; older ones change nothing any more. */
let attempt = 0;
let folder = '';
/** Answers in their order, for undo. */
const answered = signal<string[]>([]);
export const canUndo = (): boolean => answered.value.length > 0;

/** The walk's part; only asked for on screens that are shown when there is one. */
export const walkPart = (): WalkPart => part!;

/** Loads what the page is for. */
export async function open(): Promise<void> {
  const transport = transportHere();
  if (!transport) {
    show('unsupported');
    return;
  }
  part = new WalkPart(transport);
  home.value = readAhead(nowMs(), zone, language.value); // what was decided for today when there was time; the walk's part decides anew
  await part.load();
  if (loaded.value === 'failed') return;
  try {
    kept.value = readKept(await part.worker.call<string>('Kept'));
    keptIsRead();
    await joinSettings();
    await askHome();
  } catch (e) {
    console.error(e);
    loaded.value = 'failed';
    return;
  }
  isDecided = true;
  homeIsDecided();
  void askToKeep();
}

export async function askHome(): Promise<void> {
  home.value = await part!.worker.json<Home>('Home', JSON.stringify(kept.value), nowMs(), zone, language.value);
  if (home.value.isEmergency) return;
  lookAhead(inDays => (screen.value === 'home' ? part!.worker.json<HomeDay | null>('Ahead', JSON.stringify(kept.value), nowMs(), zone, language.value, inDays) : undefined), zone, language.value);
}

/** Keeps what the page shall know tomorrow; false: there is no room. A phone that is full is no reason to hold up a person in the middle of a question or a walk. */
export async function keep(change: (before: Kept) => Kept): Promise<boolean> {
  await readFirst; // what has not been read yet is not written over
  kept.value = change(kept.value);
  forgetAhead();
  notKept.value = await part!.worker.call<void>('Keep', JSON.stringify(kept.value)).then(() => false, e => (console.error(e), true));
  return !notKept.value;
}

/** Start was pressed: the questions of the day, then the shoes. Who presses before the rules are there is asked what was decided ahead, and waits at the first answer. */
export function start(): Promise<void> {
  void part!.sound.open().catch(() => undefined); // sound may begin only in answer to a touch: this is one
  if (starting.value) return begun;
  starting.value = true;
  if (!isDecided && home.value!.questions.length > 0) show('ready');
  return (begun = beginDay());
}

async function beginDay(): Promise<void> {
  const asked = home.value!.questions[0]?.id, mine = ++days;
  await decided;
  if (mine !== days) return; // somebody went back meanwhile
  starting.value = false;
  const isAsking = screen.value === 'ready';
  if (!isAsking && screen.value !== 'home') return; // or elsewhere
  if (!isAsking && !mayStart(home.value!)) return; // what was shown was decided yesterday: now it says why not
  check = openCheck(kept.value, Math.round(nowMs()), zone);
  answered.value = [];
  await askAnew();
  if (!isAsking || asked !== home.value!.questions[0]?.id) await next();
}

// What is asked before each walk is asked now, whatever was said an hour ago: another path, another pair of shoes.
async function askAnew(): Promise<void> {
  const again = home.value!.askedEachTime.filter(question => question in check!.answers);
  if (again.length === 0) return;
  for (const question of again) delete check!.answers[question];
  await keep(before => withCheck(before, check!));
  await askHome();
}

/** A question is answered, or skipped; what is still to be asked is the walk's part's to say. */
export async function answer(question: string, value: string): Promise<void> {
  await begun;
  if (home.value!.questions[0]?.id !== question || question in check!.answers) return; // pressed again before the next question came, or the rules ask another
  check!.answers[question] = value;
  answered.value = [...answered.value, question];
  await keep(before => withCheck(before, check!));
  await askHome();
  await next();
}

/** Takes the last answer back. */
export async function undoAnswer(): Promise<void> {
  await begun;
  const last = answered.value.at(-1);
  if (last === undefined) return;
  answered.value = answered.value.slice(0, -1);
  delete check!.answers[last];
  await keep(before => withCheck(before, check!));
  await askHome();
  show('ready');
}

async function next(): Promise<void> {
  const now = home.value!;
  if (!now.offer || now.questions.length > 0) {
    show('ready');
    return;
  }
  show('shoes');
  void part!.warmUp().catch(() => undefined); // takes the worker a second or so, in which it answers nothing: not before the questions are done
  spaceIsShort.value = await isSpaceShort();
  if (connection.value === 'ready') return;
  const mine = ++attempt;
  connection.value = 'connecting';
  try {
    chosen.value = await part!.transport.known();
  } catch (e) {
    settled(toFailure(e), mine);
    return;
  }
  if (mine !== attempt) return;
  if (chosen.value.left !== undefined && chosen.value.right !== undefined) await connect();
  else settled('none', mine);
}

/** The browser's own list of devices, for one side. */
export async function choose(side: Side): Promise<void> {
  try {
    const device = await part!.transport.choose(side);
    if (device === null) return settled({ failed: 'NotChosen' }, attempt);
    const other = side === 'left' ? 'right' : 'left';
    const rest = chosen.value[other] === device ? undefined : chosen.value[other];
    chosen.value = { [side]: device, ...(rest === undefined ? {} : { [other]: rest }) };
    if (rest !== undefined) await connect();
    else settled('none', attempt);
  } catch (e) {
    settled(toFailure(e), attempt);
  }
}

export function chooseOthers(): void {
  chosen.value = {};
  void letGo();
  turned();
}

export async function connect(): Promise<void> {
  const mine = ++attempt;
  connection.value = 'connecting';
  try {
    if (!(await readWay(part!, home.value!.offer!.task))) throw new Error(soundTooLate);
    if (!(await part!.transport.available())) throw new BleError('AdapterOff', 'Bluetooth is off.');
    await part!.warmUp();
    if (mine !== attempt) return; // somebody went back meanwhile: nothing is opened that nobody waits for
    const { task, plan, minutes, restAfter, rest, lengths, pathM } = home.value!.offer!;
    folder = folderOf(Math.round(nowMs()), zone);
    const options: WalkOptions = {
      left: chosen.value.left ?? '', right: chosen.value.right ?? '', folder, plan, latencyS: part!.sound.latencyS,
      checklistConfirmed: task === 'backward', // it is offered only where each point was confirmed after Start
      minutes, restAfter, rest, lengths, pathM, zone, simulated: isDemo, language: language.value,
    };
    await part!.worker.call<void>('Connect', JSON.stringify(options));
    settled('ready', mine);
  } catch (e) {
    console.error(e);
    settled(toFailure(e), mine);
  }
}

// What can be done has changed under the finger, and is said: as if it were another screen.
function settled(to: typeof connection.value, mine: number): void {
  if (mine !== attempt) return;
  connection.value = to;
  if (screen.value === 'shoes') turned();
}

/** Lets the shoes go, or gives up connecting them. */
async function letGo(): Promise<void> {
  attempt++;
  connection.value = 'none';
  await part!.worker.call<void>('Disconnect').catch(() => undefined);
}

/** The walk begins; in answer to a touch. */
export async function begin(): Promise<void> {
  const offer: Offer = home.value!.offer!;
  const startedMs = Math.round(nowMs());
  const record: WalkRecord = { startedMs, endedMs: startedMs, zone, task: offer.task, slot: offer.slot, folder, end: null, stopReason: 'stop', simulated: isDemo, after: {} };
  beginFailed.value = faulted.value = false;
  soundTaken.value = null;
  try {
    const context = await part!.openSound(offer.plan);
    await part!.sound.allow();
    await part!.worker.call<void>('Begin');
    walk.value = record;
    show('walking');
    await Promise.all([guard.begin(context), screenOn.begin()]);
  } catch (e) {
    console.error(e);
    beginFailed.value = true;
  }
}

const ask = (request: string): Promise<void> => part!.worker.call<void>('Ask', request);

/** STOP: silence at once, whatever the worker does; then the question whether that was all. */
export function stop(): void {
  if (!walk.value || screen.value !== 'walking') return;
  part!.sound.forbid('stopped');
  vibrate.stop();
  rest();
}

function rest(): void {
  void ask(Requests.stopCues).catch(() => undefined);
  show('rest');
}

function takeSound(why: SoundTaken): void {
  soundTaken.value = why;
  part!.sound.forbid(why);
  vibrate.problem();
  void ask(Requests.stopCues).catch(() => undefined);
}

/** Sound and cues again, by the person's own touch. Where the phone does not give the sound back yet, it stays quiet, that is said, and the person may ask again. */
export async function goOn(): Promise<void> {
  try {
    await part!.useSettings();
    await part!.sound.allow();
  } catch (e) {
    console.error(e);
    soundTaken.value = 'call';
    show('walking');
    return;
  }
  soundTaken.value = null;
  const guarded = guard.begin(await part!.sound.open()); // before the first cue: it may be taken away at once
  await ask(Requests.goOn);
  show('walking');
  await guarded;
}

/** Walking backward goes on: each point is confirmed, and the path from here. */
export async function confirmed(): Promise<void> {
  await ask(Requests.checklist);
  await goOn();
}

/** The walk is over. */
export async function enough(reason?: WalkRecord['stopReason']): Promise<void> {
  part!.sound.forbid('stopped');
  guard.end();
  const done = walkState.value?.done ?? false;
  let end: WalkEnd | null = null;
  try {
    end = await part!.worker.json<WalkEnd | null>('End');
  } catch (e) {
    console.error(e);
  }
  await screenOn.end();
  await letGo(); // shoes are opened anew for the next walk
  await keepWalk({ ...walk.value!, endedMs: Math.round(nowMs()), end, stopReason: reason ?? (done ? 'done' : 'stop') });
  show('after');
}

/** Answers of the rest's question. */
export async function heavier(value: string): Promise<void> {
  const now: Check = { atMs: Math.round(nowMs()), zone, answers: { heavier: value } };
  await keep(before => withCheck(before, now));
  if (value === 'yes') await enough('tired');
  else await goOn();
}

export async function keepWalk(record: WalkRecord): Promise<void> {
  walk.value = record;
  await keep(before => withWalk(before, record));
}

/** Back to the first page, with what it says now. */
export async function goHome(): Promise<void> {
  days++;
  starting.value = false;
  walk.value = null;
  walkState.value = null;
  soundTaken.value = null; // what comes now is no walk, and somebody looks at it
  show('home');
  if (connection.value !== 'none') await letGo();
  if (loaded.value === 'ready') await askHome().catch(e => console.error(e));
}

// When a rest becomes due or the time is up the screen says so by itself, once; words that say it are heard to their end.
let wasDue = false;
effect(() => {
  const state = walkState.value;
  const due = state !== null && state.phase === 'walking' && (state.restDue || state.done);
  if (due && !wasDue && screen.peek() === 'walking') rest();
  wasDue = due;
});

// A fault of the walk's own code: nothing is decided any more, so the walk is over, and what was walked until then is kept.
effect(() => {
  if (faulted.value && walk.peek() && screen.peek() !== 'after') void enough();
});
