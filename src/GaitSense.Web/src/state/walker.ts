import { effect, signal } from '@preact/signals';
import { Requests, type Home, type HomeDay, type Offer, type Side, type Task, type WalkEnd, type WalkOptions } from '../walk/contract';
import { dateMs } from '../walk/clock';
import { toFailure, type Failure } from '../walk/failure';
import { BleError } from '../transport/bleTransport';
import { SoundGuard, type SoundTaken } from '../sound/soundGuard';
import { ScreenOn } from '../phone/wakeLock';
import { vibrate } from '../phone/vibration';
import { askToKeep, isSpaceShort } from '../phone/storage';
import { language } from '../texts/texts';
import { lookAhead, readAhead } from './ahead';
import { readWay, soundTooLate, wordsMissing } from './ear';
import { folderOf, isOpen, openCheck, withCheck, withWalk, type Check, type Kept, type WalkRecord } from './kept';
import { joinSettings } from './keptSettings';
import { holdUnreadable, keep, kept, readKeptNow } from './keeping';
import { screen, show, turned } from './screen';
import { hush } from './spoken';
import { faulted, hasPart, isDemo, loaded, makePart, transportHere, walkPart, walkState } from './walkPart';

export const home = signal<Home | null>(null);
export const chosen = signal<Partial<Record<Side, string>>>({});
export const connection = signal<'none' | 'connecting' | 'ready' | Failure>('none');
/** The sound was taken away, and the person has not asked for it again. */
export const soundTaken = signal<SoundTaken | null>(null);
export const walk = signal<WalkRecord | null>(null);
export const beginFailed = signal(false);
export const spaceIsShort = signal(false);
/** The walk is being ended: its last seconds are decided and kept. */
export const isEnding = signal(false);
export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Start was pressed before the walk's part was there. */
export const starting = signal(false);
/** Whether there is something to begin with: a walk, or questions before it. */
export const mayStart = (of: Home): boolean => (of.offer !== null || of.questions.length > 0) && !of.isEmergency;

let homeIsDecided: () => void;
let isDecided = false;
const decided = new Promise<void>(ok => (homeIsDecided = ok));
/** Resolved when the day has begun that Start asked for. */
let begun: Promise<void> = Promise.resolve();
/** Days that were begun, or given up. */
let days = 0;

const screenOn = new ScreenOn();
const guard = new SoundGuard(why => takeSound(why), () => stop());
let check: Check | null = null;
/** When what the first page says was decided, and from which answers; null: there were none that held. */
let decidedMs = 0;
let decidedFor: number | null = null;
/** Goes up with all that ends what was asked for before: "go on" that is answered after STOP changes nothing. */
let turn = 0;
/** The newest attempt to connect; older ones change nothing any more. */
let attempt = 0;
let folder = '';
/** Answers in their order, for undo. */
const answered = signal<string[]>([]);
export const canUndo = (): boolean => answered.value.length > 0;

/** Loads what the page is for. */
export async function open(): Promise<void> {
  const transport = transportHere();
  if (!transport) {
    show('unsupported');
    return;
  }
  const part = makePart(transport);
  home.value = readAhead(dateMs(), zone, language.value); // what was decided for today when there was time; the walk's part decides anew
  await part.load();
  try {
    if (loaded.value === 'failed') throw new Error('There is no walk.');
    await readKeptNow();
    await joinSettings();
    await askHome();
  } catch (e) {
    console.error(e);
    const isThere = loaded.value === 'ready';
    loaded.value = 'failed';
    if (isThere) await holdUnreadable();
    if (screen.value === 'ready') show('home'); // who pressed Start already hears why nothing comes
    return;
  }
  isDecided = true;
  homeIsDecided();
  void askToKeep();
  document.addEventListener('visibilitychange', () => void seenAgain().catch(e => console.error(e)));
}

// The page may have lain in a pocket overnight, and another tab may have walked.
async function seenAgain(): Promise<void> {
  if (document.visibilityState !== 'visible' || screen.value !== 'home' || starting.value) return;
  await readKeptNow();
  await askHome();
}

/** What the rules say of what the phone keeps, or would keep; what they cannot read is an error. */
export const judge = (of: Kept, nowMs = dateMs()): Promise<Home> => walkPart().worker.json<Home>('Home', JSON.stringify(of), nowMs, zone, language.value);

export async function askHome(): Promise<void> {
  const now = dateMs(), { worker } = walkPart();
  home.value = await judge(kept.value, now);
  decidedMs = now;
  const last = kept.value.checks.at(-1);
  decidedFor = last && isOpen(last, kept.value, now) ? last.atMs : null;
  if (home.value.isEmergency) return;
  lookAhead(inDays => (screen.value === 'home' ? worker.json<HomeDay | null>('Ahead', JSON.stringify(kept.value), dateMs(), zone, language.value, inDays) : undefined), zone, language.value);
}

/** Start was pressed: the questions of the day, then the shoes. Who presses before the rules are there is asked what was decided ahead, and waits at the first answer. */
export function start(): Promise<void> {
  void walkPart().sound.open().catch(() => undefined); // sound may begin only in answer to a touch: this is one
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
  await readKeptNow().catch(e => console.error(e)); // another tab may have been told something
  openDay();
  await askAnew();
  if (!isAsking || asked !== home.value!.questions[0]?.id) await next();
}

function openDay(): void {
  check = openCheck(kept.value, dateMs(), zone);
  answered.value = [];
}

// So long what the first page says holds for Start, ms; then the time has its say again: answers are old after two hours, and there is another day.
const freshMs = 60_000;

// What is asked before each walk is asked now, whatever was said an hour ago: another path, another pair of shoes.
async function askAnew(): Promise<void> {
  const again = home.value!.askedEachTime.filter(question => question in check!.answers);
  for (const question of again) delete check!.answers[question];
  if (again.length > 0) await keep(before => withCheck(before, check!));
  const isFresh = Math.abs(dateMs() - decidedMs) < freshMs && (decidedFor ?? check!.atMs) === check!.atMs;
  if (again.length > 0 || !isFresh) await askHome();
}

/** A question is answered, or skipped; what is still to be asked is the walk's part's to say. */
export async function answer(question: string, value: string): Promise<void> {
  await begun;
  if (!isOpen(check!, kept.value, dateMs())) check = openCheck(kept.value, dateMs(), zone); // put down for hours: what was answered before is asked anew
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
  beginFailed.value = false;
  void walkPart().warmUp().catch(() => undefined); // takes the worker a second or so, in which it answers nothing: not before the questions are done
  spaceIsShort.value = await isSpaceShort();
  if (connection.value === 'ready') return;
  const mine = ++attempt;
  connection.value = 'connecting';
  try {
    chosen.value = await walkPart().transport.known();
  } catch (e) {
    settled(toFailure(e), mine);
    return;
  }
  if (mine !== attempt) return;
  if (chosen.value.left !== undefined && chosen.value.right !== undefined) await connect();
  else settled('none', mine);
}

// Shoes may wait for hours, or until tomorrow: then what was answered is old, and what is offered may be another walk.
const holds = (): boolean => check !== null && isOpen(check, kept.value, dateMs()) && dayOf(decidedMs) === dayOf(dateMs());
const dayOf = (ms: number): string => new Date(ms).toDateString();

async function decideAnew(): Promise<void> {
  await letGo();
  openDay();
  await askHome();
  await next();
}

/** The browser's own list of devices, for one side. */
export async function choose(side: Side): Promise<void> {
  try {
    const device = await walkPart().transport.choose(side);
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
  const mine = ++attempt, part = walkPart();
  connection.value = 'connecting';
  try {
    const { task, plan, minutes, restAfter, rest, lengths, pathM } = home.value!.offer!;
    if (!(await readWay(part, task))) throw new Error(soundTooLate);
    if (!(await part.transport.available())) throw new BleError('AdapterOff', 'Bluetooth is off.');
    await part.warmUp();
    void part.openSound(plan).catch(e => console.error(e)); // words become sound now, not at the first step; a phone that gives no sound yet may do so at "Walk"
    if (mine !== attempt) return; // somebody went back meanwhile: nothing is opened that nobody waits for
    folder = folderOf(dateMs(), zone);
    const options: WalkOptions = {
      left: chosen.value.left ?? '', right: chosen.value.right ?? '', folder, plan, latencyS: part.sound.latencyS,
      checklistConfirmed: task === 'backward', // it is offered only where each point was confirmed after Start
      minutes, restAfter, rest, lengths, pathM, zone, simulated: isDemo, language: language.value,
    };
    await part.worker.call<void>('Connect', JSON.stringify(options));
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
  await walkPart().worker.call<void>('Disconnect').catch(() => undefined);
}

/** The walk begins; in answer to a touch. */
export async function begin(): Promise<void> {
  const mine = ++turn, part = walkPart();
  beginFailed.value = faulted.value = false;
  soundTaken.value = null;
  try {
    if (!holds()) return await decideAnew();
    const offer: Offer = home.value!.offer!;
    await part.openSound(offer.plan);
    const refusal = await refusalOf(offer.task);
    if (refusal !== null) {
      await letGo();
      return settled(refusal, attempt);
    }
    const context = await part.sound.allow();
    if (context === null || mine !== turn) return;
    hush();
    await part.worker.call<void>('Begin');
    const startedMs = dateMs();
    // Kept from its beginning: a page that is closed in mid-walk has walked.
    const keeping = keepWalk({ startedMs, endedMs: startedMs, zone, task: offer.task, slot: offer.slot, folder, end: nothingWalked, stopReason: 'cut-off', simulated: isDemo, after: {} });
    show('walking');
    void keepProgress(startedMs);
    await Promise.all([keeping, guard.begin(context), screenOn.begin()]);
  } catch (e) {
    console.error(e);
    beginFailed.value = true;
  }
}

const nothingWalked: WalkEnd = { walkedS: 0, steps: 0, strides: 0, backwardM: null, lengths: null, samples: 0, storageProblem: null };

// Walking backward hangs on "stop": it must be heard in time on what is heard now, and said by a clip. Null: nothing stands against it.
async function refusalOf(task: Task): Promise<Failure | null> {
  if (!(await readWay(walkPart(), task))) return { failed: soundTooLate };
  return task === 'backward' && !walkPart().saysOnTime ? { failed: wordsMissing } : null;
}

const progressEveryMs = 10_000;

// How far a walk is, for a page that is closed in it: so much of it counts.
async function keepProgress(startedMs: number): Promise<void> {
  const isUnderWay = (): boolean => walk.value?.startedMs === startedMs && !isEnding.value && screen.value !== 'after';
  for (;;) {
    await new Promise(ok => setTimeout(ok, progressEveryMs));
    if (!isUnderWay()) return;
    const end = await walkPart().worker.json<WalkEnd | null>('Progress').catch(() => null);
    if (end !== null && isUnderWay()) await keepWalk({ ...walk.value!, endedMs: dateMs(), end });
  }
}

const ask = (request: string): Promise<void> => walkPart().worker.call<void>('Ask', request);

/** STOP: silence at once, whatever the worker does; then the question whether that was all. */
export function stop(): void {
  if (!walk.value || screen.value !== 'walking') return;
  turn++;
  walkPart().sound.forbid('stopped');
  vibrate.stop();
  rest();
}

function rest(): void {
  void ask(Requests.stopCues).catch(() => undefined);
  show('rest');
}

function takeSound(why: SoundTaken): void {
  soundTaken.value = why;
  walkPart().sound.forbid(why);
  vibrate.problem();
  void ask(Requests.stopCues).catch(() => undefined);
}

/** Sound and cues again, by the person's own touch. Where the phone does not give the sound back yet, or "stop" would come too late on what is heard now, it stays quiet, that is said, and the person may ask again. STOP and "enough" go before it. */
export async function goOn(): Promise<void> {
  if (isEnding.value) return;
  const mine = ++turn;
  const staysQuiet = (why: SoundTaken): void => {
    if (mine !== turn) return;
    walkPart().sound.forbid(why);
    soundTaken.value = why;
    show('walking');
  };
  let context: AudioContext | null;
  try {
    context = await walkPart().sound.allow();
    if (context === null || mine !== turn) return;
    if ((await refusalOf(walk.value!.task)) !== null) return staysQuiet('late');
  } catch (e) {
    console.error(e);
    return staysQuiet('call');
  }
  if (mine !== turn) return;
  soundTaken.value = null;
  hush();
  const guarded = guard.begin(context); // before the first cue: it may be taken away at once
  await ask(Requests.goOn);
  if (mine !== turn) return;
  show('walking');
  await guarded;
}

/** Walking backward goes on: each point is confirmed, and the path from here. */
export async function confirmed(): Promise<void> {
  await ask(Requests.checklist);
  await goOn();
}

// An end that does not come within this is not waited for, ms: what was kept of the walk is its end.
const endPatienceMs = 30_000;

/** The walk is over. Asked for twice it ends once. */
export async function enough(reason?: WalkRecord['stopReason']): Promise<void> {
  if (isEnding.value) return;
  isEnding.value = true;
  try {
    turn++;
    walkPart().sound.forbid('stopped');
    guard.end();
    const done = walkState.value?.done ?? false;
    const late = new Promise<never>((_, no) => setTimeout(() => no(new Error('The walk does not end.')), endPatienceMs));
    const ended = await Promise.race([walkPart().worker.json<WalkEnd | null>('End'), late]).catch(e => (console.error(e), null));
    await screenOn.end();
    await Promise.race([letGo(), late.catch(() => undefined)]); // shoes are opened anew for the next walk
    // What could not be ended counts as far as it was kept, and as cut off.
    await keepWalk({ ...walk.value!, endedMs: dateMs(), end: ended ?? walk.value!.end, stopReason: reason ?? (ended === null ? 'cut-off' : done ? 'done' : 'stop') });
    show('after');
  } finally {
    isEnding.value = false;
  }
}

/** Answers of the rest's question. */
export async function heavier(value: string): Promise<void> {
  const now: Check = { atMs: dateMs(), zone, answers: { heavier: value } };
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
  if (!hasPart()) return show('unsupported');
  days++;
  turn++;
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
