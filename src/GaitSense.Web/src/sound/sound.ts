import type { Cue, Fate, SoundState, ToneClip } from '../walk/contract';
import { SoundGraph, SoundNode } from './output';
import { OutputClock, stampOf } from './outputClock';
import { fadeS, Places, type Voice } from './places';
import type { Ear } from './stereoGain';
import type { Words } from './words';

// The device takes blocks of frames, and the next one may be with it already: what would begin in it is late. A phone's blocks are 20 ms and more; the context says how long they are.
const leastBlockS = 0.004;

// A browser in a call refuses, or says nothing until the call is over.
const patienceMs = 2000;

export interface SoundOptions { ear: Ear; volumeDb: number; extraLatencyS: number }

/** Cues as sound: each is scheduled ahead at the context time that is heard when it shall be; silence takes back what has not begun. */
export class Sound {
  private context: AudioContext | null = null;
  private graph: SoundGraph | null = null;
  private readonly clock = new OutputClock();
  private readonly tones = new Map<string, AudioBuffer>();
  private readonly nodes = new Map<number, SoundNode>();
  private readonly cues = new Map<number, { cue: Cue; buffer: AudioBuffer }>();
  private readonly places: Places;
  private timer = 0;
  private problem: string | null = null;
  /** Goes up with every word that there shall be no sound. */
  private forbidden = 0;
  /** Resolved when the tones and words that came last can be heard. */
  taken: Promise<void> = Promise.resolve();
  private lastState = '';

  /** @param told Fates of cues. @param changed The way to the ear, and whether there is sound. */
  constructor(private readonly words: Words, private options: SoundOptions, private readonly told: (fate: Fate) => void, private readonly changed: (state: SoundState) => void) {
    this.places = new Places({
      start: voice => this.start(voice),
      takeBack: voice => this.node(voice)?.takeBack(),
      fade: (voice, atS) => this.node(voice)?.fade(atS, fadeS),
      report: (number, fate, atS) => this.told({ number, fate, at: this.pageMs(atS) }),
    });
  }

  /** The way from a frame to the ear, s: the browser's figure and what was measured for this device. */
  get latencyS(): number {
    return (this.context?.outputLatency ?? 0) + this.options.extraLatencyS;
  }

  /** Why there is no sound; null: there is. */
  get silentBecause(): string | null {
    return this.problem;
  }

  get running(): boolean {
    return this.context?.state === 'running';
  }

  /** The context; in answer to a click the first time. Fails where the phone does not give its sound: in a call. */
  async open(): Promise<AudioContext> {
    if (!this.context || this.context.state === 'closed') {
      this.context = new AudioContext({ sampleRate: 48_000, latencyHint: 'interactive' });
      this.graph = new SoundGraph(this.context, this.options.ear, this.options.volumeDb);
      this.clock.forget();
      this.context.addEventListener('statechange', () => this.stateChanged());
    }
    if (this.context.state !== 'running') await resumed(this.context);
    this.observe();
    this.tell();
    return this.context;
  }

  set(options: SoundOptions): void {
    this.options = options;
    this.graph?.set(options.ear, options.volumeDb);
    this.tell();
  }

  /** The tones, made by the walk's own code. */
  take(clips: ToneClip[]): void {
    this.taken = this.hold(clips);
    this.taken.catch(e => console.error(e));
  }

  private async hold(clips: ToneClip[]): Promise<void> {
    const context = await this.open();
    for (const clip of clips) {
      const buffer = new AudioBuffer({ length: clip.samples.length, sampleRate: clip.rateHz, numberOfChannels: 1 });
      buffer.copyToChannel(clip.samples as Float32Array<ArrayBuffer>, 0);
      this.tones.set(clip.name, buffer);
    }
    await this.words.decode(context);
  }

  /** A cue to be heard at its time. */
  schedule(cue: Cue): void {
    const now = this.context?.currentTime ?? 0;
    if (this.problem !== null || !this.context || !this.running) {
      this.told({ number: cue.number, fate: this.problem === null ? 'missed' : 'cancelled', at: this.pageMs(now) });
      return;
    }
    this.observe();
    const atS = this.clock.contextAt((cue.at - performance.timeOrigin) / 1000) - this.options.extraLatencyS;
    const buffer = cue.clip === 'word' ? this.words.clip(cue.phrase ?? '') : (this.tones.get(cue.clip) ?? null);
    if (!buffer) {
      // No file for these words: the browser's own voice says them, as soon as it can.
      const spoken = cue.clip === 'word' && this.words.speak(cue.phrase ?? '');
      this.told({ number: cue.number, fate: spoken ? 'begun' : 'missed', at: this.pageMs(now) });
      return;
    }
    this.cues.set(cue.number, { cue, buffer });
    this.places.schedule(cue, atS, buffer.duration, this.context.currentTime, this.context.currentTime + Math.max(leastBlockS, this.context.baseLatency));
    this.tick();
  }

  /** Plays a tone or words now, for a person who sets the sound up. */
  async play(name: string, side: -1 | 0 | 1): Promise<void> {
    const context = await this.open();
    const buffer = this.tones.get(name) ?? this.words.clip(name);
    if (buffer) new SoundNode(this.graph!, buffer, side, 0, context.currentTime + 0.05);
  }

  /** Plays a beat at context times, for a calibration. Gives the page's time of the first at the output, s, measured latency not included. */
  async beats(count: number, periodS: number): Promise<number> {
    const context = await this.open();
    this.observe();
    const first = context.currentTime + 0.5;
    const buffer = this.tones.get('left');
    for (let i = 0; buffer && i < count; i++) this.calibrating.push(new SoundNode(this.graph!, buffer, 0, 0, first + i * periodS));
    return this.clock.pageAt(first);
  }

  private calibrating: SoundNode[] = [];

  endBeats(): void {
    for (const node of this.calibrating.splice(0)) node.takeBack();
  }

  silence(words: boolean): void {
    if (this.context) this.places.silence(words, this.context.currentTime);
    if (words && !this.running) for (const node of this.nodes.values()) node.takeBack(); // a fade would sound when the phone has its sound again
    if (words) this.words.hush();
  }

  /** No sound any more until `allow`: all that sounds ends, and what comes is answered as cancelled. */
  forbid(problem: string): void {
    this.forbidden++;
    this.problem = problem;
    this.silence(true);
    this.endBeats();
    this.tell();
  }

  /** A person wants sound again. Where the phone gives none, it stays forbidden, also when the phone has sound again later. Null: it was forbidden anew meanwhile, and stays so. */
  async allow(): Promise<AudioContext | null> {
    const then = this.forbidden;
    if (this.problem !== null) this.clock.forget(); // it may be another device now
    const context = await this.open();
    if (then !== this.forbidden) return null;
    this.problem = null;
    this.tell();
    return context;
  }

  /** Reports what has begun; called whenever anything arrives, because timers of a hidden page sleep. */
  tick(): void {
    if (!this.context) return;
    this.places.due(this.context.currentTime);
    this.forgetOld();
    clearTimeout(this.timer);
    const next = this.places.nextS;
    if (next !== null) this.timer = window.setTimeout(() => this.tick(), Math.max(1, 1000 * (next - this.context.currentTime) + 3));
  }

  private observe(): void {
    if (!this.context) return;
    const stamp = stampOf(this.context);
    this.clock.observe(stamp.contextTime, stamp.performanceTime / 1000);
  }

  private pageMs(contextS: number): number {
    return performance.timeOrigin + 1000 * (this.clock.pageAt(contextS) + this.options.extraLatencyS);
  }

  private start(voice: Voice): void {
    const { cue, buffer } = this.cues.get(voice.number)!;
    this.nodes.set(voice.number, new SoundNode(this.graph!, buffer, cue.side, cue.gainDb, voice.beginS));
  }

  private node(voice: Voice): SoundNode | undefined {
    return this.nodes.get(voice.number);
  }

  private forgetOld(): void {
    const alive = new Set(this.places.all.map(v => v.number));
    for (const number of this.cues.keys())
      if (!alive.has(number)) {
        this.cues.delete(number);
        this.nodes.delete(number);
      }
  }

  private stateChanged(): void {
    if (this.context?.state !== 'running' && this.lastState === 'running') this.silence(true);
    this.tell();
  }

  private tell(): void {
    const state = this.context?.state ?? 'closed';
    this.lastState = state;
    this.changed({ latencyS: this.latencyS, problem: this.problem ?? (state === 'running' ? null : 'context') });
  }
}

async function resumed(context: AudioContext): Promise<void> {
  await Promise.race([context.resume(), new Promise(ok => setTimeout(ok, patienceMs))]);
  if (context.state !== 'running') throw new Error('The phone does not give its sound.');
}
