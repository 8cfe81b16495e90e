import { signal } from '@preact/signals';
import type { FromWorker, Language, WalkState } from '../walk/contract';
import { WalkWorker } from '../walk/walkWorker';
import { BluetoothHost } from '../transport/bluetoothHost';
import type { BleTransport } from '../transport/bleTransport';
import { DemoShoes } from '../transport/demoShoes';
import { WebBluetooth } from '../transport/webBluetooth';
import { Sound, type SoundOptions } from '../sound/sound';
import { Words } from '../sound/words';
import { settings, outputDevice } from './settings';

/** What the walk says of itself; null before it has said anything. */
export const walkState = signal<WalkState | null>(null);
/** The walk cannot go on, for a fault of its own. */
export const faulted = signal(false);
/** Whether the walk's part can be used. */
export const loaded = signal<'loading' | 'ready' | 'failed'>('loading');

const walkFolder = new URL('walk/', document.baseURI);
const asked = new URLSearchParams(location.search);

/** Whether the shoes are simulated ones. */
export const isDemo = asked.has('demo');

/** The transport of this page; null where the browser has none. */
export function transportHere(): BleTransport | null {
  if (window.gaitsenseTransport) return window.gaitsenseTransport;
  if (isDemo) return new DemoShoes(new URL('shoes.js', walkFolder), asked.get('demo') || 'ms-mild', Number(asked.get('seed') ?? 1), asked.has('rate') ? Number(asked.get('rate')) : null, Number(asked.get('seconds') ?? 180));
  return 'bluetooth' in navigator ? new WebBluetooth() : null;
}

let part: WalkPart | null = null;

/** Makes the walk's part; once. */
export const makePart = (transport: BleTransport): WalkPart => (part = new WalkPart(transport));
/** Whether this browser has a walk at all. */
export const hasPart = (): boolean => part !== null;
/** The walk's part; only asked for on screens that are shown when there is one. */
export const walkPart = (): WalkPart => part!;

/** The walk's worker with its radio and its sound. */
export class WalkPart {
  readonly worker: WalkWorker;
  readonly sound: Sound;
  private readonly words = new Words(new URL('words/', document.baseURI), settings.value.language);
  private readonly host: BluetoothHost;
  private extraLatencyS = 0;

  constructor(readonly transport: BleTransport) {
    this.worker = new WalkWorker(new URL('worker.js', walkFolder), message => this.told(message));
    this.sound = new Sound(this.words, this.soundOptions(), fate => this.worker.fate(fate), state => this.worker.sound(state));
    this.host = new BluetoothHost(transport, () => this.worker, () => this.sound.tick());
  }

  /** Loads the walk and its words. */
  async load(): Promise<void> {
    try {
      await this.worker.ready;
      loaded.value = 'ready';
    } catch (e) {
      console.error(e);
      loaded.value = 'failed';
      return;
    }
    void this.words.load(settings.value.language);
  }

  /** Compiles what the first step needs; before a walk begins. */
  warmUp(): Promise<void> {
    this.warm ??= this.worker.call<void>('WarmUp');
    return this.warm;
  }

  private warm: Promise<void> | undefined;

  /** The spoken words of a language. */
  changeLanguage(language: Language): Promise<void> {
    return this.words.load(language);
  }

  /** The tones of a plan, and sound; in answer to a click. */
  async openSound(plan: string | null): Promise<AudioContext> {
    const context = await this.sound.open();
    await this.useSettings();
    await this.worker.call<void>('Clips', plan ?? '');
    await this.sound.taken;
    return context;
  }

  /** Whether all that is said while walking can be heard at its time: not so with the browser's own voice, which begins when it likes. */
  get saysOnTime(): boolean {
    return this.words.areClips;
  }

  /** Ears, volume and the way to the ear as they are set for the device in use. */
  async useSettings(): Promise<void> {
    this.extraLatencyS = settings.value.latency[await outputDevice()] ?? 0;
    this.sound.set(this.soundOptions());
  }

  private soundOptions(): SoundOptions {
    return { ear: settings.value.ear, volumeDb: settings.value.volumeDb, extraLatencyS: this.extraLatencyS };
  }

  private told(message: FromWorker): void {
    if (message.ble) void this.host.asked(message.ble);
    else if (message.cue) this.sound.schedule(message.cue);
    else if (message.silence) this.sound.silence(message.silence.words);
    else if (message.clips) this.sound.take(message.clips);
    else if (message.state) walkState.value = message.state;
    else if (message.fault) {
      console.error(message.fault.stack);
      faulted.value = true;
    }
    this.sound.tick();
  }
}
