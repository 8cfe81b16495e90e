import type { BleAnswer, BleRequest, Gone, Notify, Side } from '../walk/contract';
import { BleError, type BleEvents, type BleTransport } from './bleTransport';

interface FromShoes { id?: number; error?: string; ble?: BleAnswer; notify?: Notify; gone?: Gone }
type Waiting = { ok: (value: unknown) => void; no: (error: Error) => void };

const prepareId = 1;

/** A simulated pair of shoes in a worker of its own: the same bytes as real ones, without a radio. */
export class DemoShoes implements BleTransport {
  events: BleEvents | null = null;
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private readonly prepared: Promise<void>;
  private last = 0;

  /**
   * @param preset A simulated walk's name. @param rateHz Samples a second; null: the preset's. @param durationS How long they walk, s; making it takes some seconds
   * for each minute.
   */
  constructor(url: URL, preset: string, seed: number, rateHz: number | null, durationS: number) {
    this.worker = new Worker(url, { type: 'module', name: 'shoes' });
    let began: Waiting | null = null;
    this.prepared = new Promise((ok, no) => (began = { ok: () => ok(), no }));
    this.prepared.catch(() => undefined); // connect says it
    this.worker.onmessage = ({ data }: MessageEvent<FromShoes>) => {
      if (data.id === prepareId) {
        if (data.error === undefined) began?.ok(undefined);
        else began?.no(new Error(data.error));
      } else if (data.ble) this.answered(data.ble);
      else if (data.notify) this.events?.notify(data.notify.link, data.notify.channel, data.notify.value as Uint8Array<ArrayBuffer>, data.notify.at);
      else if (data.gone) this.events?.gone(data.gone.link, data.gone.kind, data.gone.message);
    };
    this.worker.postMessage({ id: prepareId, call: 'Shoes', args: [preset, seed, rateHz, durationS] });
    this.worker.onerror = e => began?.no(new Error(e.message || 'There are no simulated shoes here.'));
  }

  /** A shoe is out of reach for a while, s. */
  fault(kind: 'die', side: Side, forS: number): void {
    this.worker.postMessage({ call: 'Fault', args: [kind, side, forS] });
  }

  available = (): Promise<boolean> => Promise.resolve(true);
  choose = (side: Side): Promise<string | null> => Promise.resolve(side);
  // Shoes that are still being made do not answer: nobody should wait for them with a clock.
  known = (): Promise<Partial<Record<Side, string>>> => this.prepared.then(() => ({ left: 'left', right: 'right' }));
  connect = (device: string): Promise<number> => this.ask<number>({ op: 'connect', device });
  has = (link: number, service: string, characteristic: string): Promise<boolean> => this.ask<boolean>({ op: 'has', link, service, characteristic });
  subscribe = (link: number, service: string, characteristic: string, channel: number): Promise<void> => this.ask<void>({ op: 'subscribe', link, service, characteristic, channel });
  write = (link: number, service: string, characteristic: string, value: Uint8Array<ArrayBuffer>, withResponse: boolean): Promise<void> =>
    this.ask<void>({ op: 'write', link, service, characteristic, value, withResponse });
  read = (link: number, service: string, characteristic: string): Promise<Uint8Array<ArrayBuffer>> => this.ask<Uint8Array<ArrayBuffer>>({ op: 'read', link, service, characteristic });
  disconnect = (link: number): Promise<void> => this.ask<void>({ op: 'disconnect', link });

  private async ask<T>(request: Omit<BleRequest, 'id'>): Promise<T> {
    await this.prepared;
    const id = ++this.last;
    return new Promise<T>((ok, no) => {
      this.waiting.set(id, { ok: value => ok(value as T), no });
      this.worker.postMessage({ ble: { id, ...request } });
    });
  }

  private answered({ id, value, error }: BleAnswer): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (error) waiting?.no(new BleError(error.kind, error.message));
    else waiting?.ok(value);
  }
}
