import type { BleAnswer, BleRequest } from '../walk/contract';
import type { WalkWorker } from '../walk/walkWorker';
import { BleError, type BleTransport } from './bleTransport';

/** Does for the worker what it asks of Bluetooth, and hands on what comes. */
export class BluetoothHost {
  constructor(private readonly transport: BleTransport, private readonly worker: () => WalkWorker, heard: () => void) {
    transport.events = {
      notify: (link, channel, value, at) => {
        this.worker().notify({ link, channel, value, at });
        heard();
      },
      gone: (link, kind, message) => this.worker().gone({ link, kind, message }),
    };
  }

  async asked(request: BleRequest): Promise<void> {
    let answer: BleAnswer;
    try {
      answer = { id: request.id, value: await this.run(request) };
    } catch (e) {
      answer = { id: request.id, error: e instanceof BleError ? { kind: e.kind, message: e.message } : { kind: 'Failed', message: e instanceof Error ? e.message : String(e) } };
    }
    this.worker().ble(answer);
  }

  private run(r: BleRequest): Promise<unknown> {
    const link = r.link ?? 0;
    const service = r.service ?? '';
    const characteristic = r.characteristic ?? '';
    switch (r.op) {
      case 'connect':
        return this.transport.connect(r.device ?? '');
      case 'has':
        return this.transport.has(link, service, characteristic);
      case 'subscribe':
        return this.transport.subscribe(link, service, characteristic, r.channel ?? 0);
      case 'write':
        return this.transport.write(link, service, characteristic, (r.value ?? new Uint8Array()) as Uint8Array<ArrayBuffer>, r.withResponse ?? false);
      case 'read':
        return this.transport.read(link, service, characteristic);
      case 'disconnect':
        return this.transport.disconnect(link);
      case 'available':
        return this.transport.available();
    }
  }
}
