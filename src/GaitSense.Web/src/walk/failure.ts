import { BleError } from '../transport/bleTransport';
import type { Side } from './contract';

/** Why something could not be done: a kind that the page has words for (of Bluetooth, "NotChosen", "Battery", "Storage"), and whose shoe it was where one is to blame. */
export interface Failure { failed: string; side?: Side }

/** What is said of an error: the walk's part says "KIND\nFOOT\nMESSAGE" (PageFailure, GaitSense.Browser), or a message alone. */
export function toFailure(e: unknown): Failure {
  if (e instanceof BleError) return { failed: e.kind };
  const [failed = '', side = ''] = (e instanceof Error ? e.message : String(e)).split('\n');
  return side === 'left' || side === 'right' ? { failed, side } : { failed };
}
