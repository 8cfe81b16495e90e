import type { BleFailure, Side } from '../walk/contract';

/** A failure of Bluetooth that a person can do something about. */
export class BleError extends Error {
  constructor(readonly kind: BleFailure, message: string) {
    super(message);
  }
}

/** What a transport tells by itself. */
export interface BleEvents {
  notify(link: number, channel: number, value: Uint8Array<ArrayBuffer>, atMs: number): void;
  gone(link: number, kind: BleFailure, message: string): void;
}

/**
 * The way to two shoes: a browser's Bluetooth, simulated shoes, or an app around the page. One GATT operation at a time for each device is its duty.
 * Device strings are its own; services and characteristics are 128-bit UUIDs in lower case. Failures are BleError.
 */
export interface BleTransport {
  /** Where events go; set once, before anything is connected. */
  events: BleEvents | null;
  /** Whether the radio can be used now. */
  available(): Promise<boolean>;
  /** Lets a person choose the shoe of a side; in answer to a click. Null: nothing was chosen. */
  choose(side: Side): Promise<string | null>;
  /** Devices that need no choosing: of this page or remembered by the browser. */
  known(): Promise<Partial<Record<Side, string>>>;
  connect(device: string): Promise<number>;
  has(link: number, service: string, characteristic: string): Promise<boolean>;
  subscribe(link: number, service: string, characteristic: string, channel: number): Promise<void>;
  write(link: number, service: string, characteristic: string, value: Uint8Array<ArrayBuffer>, withResponse: boolean): Promise<void>;
  read(link: number, service: string, characteristic: string): Promise<Uint8Array<ArrayBuffer>>;
  disconnect(link: number): Promise<void>;
}

declare global {
  interface Window {
    /** A transport that an app or a test puts here before the page's script runs. */
    gaitsenseTransport?: BleTransport;
  }
}
