import { signal } from '@preact/signals';
import type { Task } from '../walk/contract';
import { outputDevice, settings } from './settings';
import type { WalkPart } from './walkPart';

/** What there is to say of the way to the ear before a walk, as keys of texts. */
export const wayWords = signal<string[]>([]);

/** A failure that is the sound's: walking backward, "stop" would come too late. */
export const soundTooLate = 'sound-too-late';

/** Another: the words did not come, and the browser's own voice says "stop" when it likes. */
export const wordsMissing = 'words-missing';

// Most browsers keep the names of headphones from a page: then all of them are one, and only a change while the page is open is known.
const nameless = 'unnamed';
let changed = false;
navigator.mediaDevices?.addEventListener('devicechange', () => (changed = true));

/** The way was measured on what is in use now. */
export function wayMeasured(): void {
  changed = false;
}

/** Reads what the walk's part says of the way to the ear that is in use now. False: "stop" would come too late for this walk. */
export async function readWay(part: WalkPart, task: Task): Promise<boolean> {
  await part.useSettings();
  const device = await outputDevice();
  const known = Object.keys(settings.value.latency);
  const measured = known.includes(device) && !(device === nameless && changed);
  const other = !measured && known.length > 0;
  wayWords.value = await part.worker.call<string[]>('Way', part.sound.latencyS, measured, other, task === 'backward');
  return task !== 'backward' || (await part.worker.call<boolean>('WayAllowsBackward', part.sound.latencyS));
}
