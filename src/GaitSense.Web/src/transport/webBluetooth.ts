import type { BleFailure, Side } from '../walk/contract';
import { keepSmall, readSmall } from '../state/small';
import { eventMs } from '../walk/clock';
import { BleError, type BleEvents, type BleTransport } from './bleTransport';
import { OperationQueue } from './operationQueue';
import { Advertised, AllServices } from './services';

const connectMs = 12_000;
const remembered = 'gaitsense.shoes';

interface Link {
  number: number;
  device: BluetoothDevice;
  queue: OperationQueue;
  characteristics: Map<string, BluetoothRemoteGATTCharacteristic>;
  closed: boolean;
}

/** The browser's Bluetooth. A device stays known while the page lives; connecting to it again needs no chooser. */
export class WebBluetooth implements BleTransport {
  events: BleEvents | null = null;
  private readonly devices = new Map<string, BluetoothDevice>();
  private readonly links = new Map<number, Link>();
  private readonly sides: Partial<Record<Side, string>> = {};
  /** Of each device its newest link: only that one may end the connection. */
  private readonly newest = new Map<string, number>();
  private readonly lostOnes = new Set<number>();
  private last = 0;

  available(): Promise<boolean> {
    return navigator.bluetooth.getAvailability();
  }

  async choose(side: Side): Promise<string | null> {
    try {
      const device = await navigator.bluetooth.requestDevice({
        filters: [...Advertised.services.map(s => ({ services: [s] })), ...Advertised.namePrefixes.map(namePrefix => ({ namePrefix }))],
        optionalServices: [...AllServices],
      });
      this.devices.set(device.id, device);
      this.remember(side, device.id);
      return device.id;
    } catch (e) {
      const failure = failureOf(e, 'NotSupported');
      if (failure.kind !== 'DeviceNotFound') throw failure;
      // The list was closed without a choice; where Bluetooth is off there was nothing to choose.
      if (!(await this.available())) throw new BleError('AdapterOff', failure.message);
      return null;
    }
  }

  async known(): Promise<Partial<Record<Side, string>>> {
    if (this.devices.size === 0 && navigator.bluetooth.getDevices)
      for (const device of await navigator.bluetooth.getDevices()) this.devices.set(device.id, device);
    const kept = rememberedSides();
    const result: Partial<Record<Side, string>> = {};
    for (const side of ['left', 'right'] as const) {
      const id = this.sides[side] ?? kept[side];
      if (id !== undefined && this.devices.has(id) && result.left !== id) result[side] = id;
    }
    return result;
  }

  async connect(id: string): Promise<number> {
    const device = this.devices.get(id);
    if (!device?.gatt) throw new BleError('DeviceNotFound', 'This shoe was not chosen on this page.');
    const link: Link = { number: ++this.last, device, queue: new OperationQueue(), characteristics: new Map(), closed: false };
    this.newest.set(id, link.number);
    device.addEventListener('gattserverdisconnected', () => this.lost(link), { once: true });
    try {
      await within(device.gatt.connect(), connectMs);
    } catch (e) {
      this.close(link); // an attempt that goes on would answer a later one
      throw failureOf(e, 'ConnectionFailed');
    }
    this.links.set(link.number, link);
    return link.number;
  }

  async has(link: number, service: string, characteristic: string): Promise<boolean> {
    try {
      await this.find(link, service, characteristic);
      return true;
    } catch (e) {
      if (e instanceof BleError && e.kind === 'ServiceMissing') return false;
      throw e;
    }
  }

  async subscribe(link: number, service: string, characteristic: string, channel: number): Promise<void> {
    const c = await this.find(link, service, characteristic);
    const owner = this.of(link);
    c.oncharacteristicvaluechanged = e => {
      const view = (e.target as BluetoothRemoteGATTCharacteristic).value;
      // A copy: the bytes go to the worker, and the view may lie in a larger buffer.
      if (view && !owner.closed) this.events?.notify(link, channel, copyOf(view), eventMs(e));
    };
    await this.operate(link, () => c.startNotifications());
  }

  async write(link: number, service: string, characteristic: string, value: Uint8Array<ArrayBuffer>, withResponse: boolean): Promise<void> {
    const c = await this.find(link, service, characteristic);
    await this.operate(link, () => (withResponse ? c.writeValueWithResponse(value) : c.writeValueWithoutResponse(value)));
  }

  async read(link: number, service: string, characteristic: string): Promise<Uint8Array<ArrayBuffer>> {
    const c = await this.find(link, service, characteristic);
    return copyOf(await this.operate(link, () => c.readValue()));
  }

  disconnect(number: number): Promise<void> {
    const link = this.links.get(number);
    if (link) this.close(link);
    return Promise.resolve();
  }

  // A device has one connection, whoever asked for it: a newer link keeps it.
  private close(link: Link): void {
    link.closed = true;
    this.links.delete(link.number);
    if (this.newest.get(link.device.id) === link.number) link.device.gatt?.disconnect();
  }

  private of(number: number): Link {
    const link = this.links.get(number);
    // Between two operations the connection may end; that is worth another attempt.
    if (!link) throw this.lostOnes.has(number) ? new BleError('ConnectionLost', 'The connection ended.') : new BleError('Closed', 'The connection is closed.');
    return link;
  }

  private async find(number: number, service: string, characteristic: string): Promise<BluetoothRemoteGATTCharacteristic> {
    const link = this.of(number);
    const key = `${service} ${characteristic}`;
    const there = link.characteristics.get(key);
    if (there) return there;
    const found = await this.operate(number, async () => (await link.device.gatt!.getPrimaryService(service)).getCharacteristic(characteristic), 'ServiceMissing');
    link.characteristics.set(key, found);
    return found;
  }

  private async operate<T>(number: number, operation: () => Promise<T>, missing: BleFailure = 'Refused'): Promise<T> {
    const link = this.of(number);
    try {
      return await link.queue.run(operation);
    } catch (e) {
      throw link.device.gatt?.connected ? failureOf(e, missing) : new BleError('ConnectionLost', textOf(e));
    }
  }

  private lost(link: Link): void {
    if (link.closed) return;
    link.closed = true;
    this.links.delete(link.number);
    this.lostOnes.add(link.number);
    this.events?.gone(link.number, 'ConnectionLost', 'The connection ended.');
  }

  // A shoe is on one foot.
  private remember(side: Side, id: string): void {
    const other = side === 'left' ? 'right' : 'left';
    const sides = { ...rememberedSides(), ...this.sides, [side]: id };
    if (sides[other] === id) delete sides[other];
    if (this.sides[other] === id) delete this.sides[other];
    this.sides[side] = id;
    keepSmall(remembered, JSON.stringify(sides));
  }
}

function rememberedSides(): Partial<Record<Side, string>> {
  try {
    return JSON.parse(readSmall(remembered) ?? '{}') as Partial<Record<Side, string>>;
  } catch {
    return {}; // then they are chosen again
  }
}

/** What a person can do about an error of the browser. */
export function failureOf(error: unknown, usual: BleFailure): BleError {
  if (error instanceof BleError) return error;
  const text = textOf(error);
  if (!(error instanceof DOMException)) return new BleError('Failed', text);
  switch (error.name) {
    case 'NotFoundError':
      // Chromium has this one name for a list that was closed, an adapter that is not there, and a permission that was refused.
      if (/adapter|energy not available/i.test(text)) return new BleError('NoAdapter', text);
      if (/denied|disabled|permission/i.test(text)) return new BleError('PermissionDenied', text);
      return new BleError(usual === 'ServiceMissing' ? 'ServiceMissing' : 'DeviceNotFound', text);
    case 'SecurityError':
    case 'NotAllowedError':
      return new BleError('PermissionDenied', text);
    case 'NetworkError':
      return new BleError('ConnectionFailed', text);
    case 'TimeoutError':
      return new BleError('Timeout', text);
    case 'InvalidStateError':
      return new BleError('ConnectionLost', text);
    default:
      return new BleError(usual, text);
  }
}

function copyOf(view: DataView): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(view.byteLength);
  bytes.set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  return bytes;
}

const textOf = (e: unknown): string => (e instanceof Error ? e.message : String(e));

async function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer = 0;
  const late = new Promise<never>((_, no) => {
    timer = window.setTimeout(() => no(new BleError('Timeout', 'The shoe did not answer.')), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
