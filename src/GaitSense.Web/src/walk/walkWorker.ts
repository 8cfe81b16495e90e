import type { BleAnswer, Fate, FromWorker, Gone, Notify, SoundState } from './contract';

type Waiting = { ok: (value: unknown) => void; no: (error: Error) => void };
interface CallAnswer { id: number; value?: unknown; error?: string; ms?: number }

/** The walk's worker: calls of its exports by name, and the messages beside them. */
export class WalkWorker {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  /** Resolved when calls can be made; rejected where the walk's part is not there or does not start. */
  readonly ready: Promise<void>;

  /** @param told Hears every message that is no answer of a call. */
  constructor(url: URL, told: (message: FromWorker) => void) {
    this.worker = new Worker(url, { type: 'module', name: 'walk' });
    this.ready = new Promise((ok, no) => this.waiting.set(0, { ok: () => ok(), no }));
    this.ready.catch(() => undefined); // who waits for it hears of it
    this.worker.onmessage = ({ data }: MessageEvent<CallAnswer & FromWorker>) => {
      if (typeof data.id === 'number') this.answered(data);
      else told(data);
    };
    this.worker.onerror = e => {
      this.fail(e.message || 'The walk could not be loaded.');
      told({ fault: { stack: e.message } });
    };
  }

  /** Calls an export. */
  call<T>(name: string, ...args: unknown[]): Promise<T> {
    const id = ++this.last;
    return new Promise<T>((ok, no) => {
      this.waiting.set(id, { ok: value => ok(value as T), no });
      this.worker.postMessage({ id, name, args });
    });
  }

  /** Calls an export that answers JSON. */
  async json<T>(name: string, ...args: unknown[]): Promise<T> {
    return JSON.parse(await this.call<string>(name, ...args)) as T;
  }

  ble(answer: BleAnswer): void {
    this.worker.postMessage({ ble: answer });
  }

  /** Hands a notification on; its bytes are the worker's from here. */
  notify(notify: Notify): void {
    this.worker.postMessage({ notify }, [notify.value.buffer as ArrayBuffer]);
  }

  gone(gone: Gone): void {
    this.worker.postMessage({ gone });
  }

  fate(fate: Fate): void {
    this.worker.postMessage({ fate });
  }

  sound(sound: SoundState): void {
    this.worker.postMessage({ sound });
  }

  private answered({ id, value, error }: CallAnswer): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (error === undefined) waiting?.ok(value);
    else waiting?.no(new Error(error));
  }

  private fail(message: string): void {
    const all = [...this.waiting.values()];
    this.waiting.clear();
    for (const { no } of all) no(new Error(message));
  }
}
