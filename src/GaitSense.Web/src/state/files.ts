import type { WalkRecord } from './kept';
import { unzip, zip, type Part } from './zip';

// The files of a session as the command line has them, and the page's own record of the walk.
const sessionFiles = ['session.gait', 'manifest.json'] as const;
const recordFile = 'walk.json';

async function folder(path: string, create: boolean): Promise<FileSystemDirectoryHandle> {
  let at = await navigator.storage.getDirectory();
  for (const name of path.split('/')) at = await at.getDirectoryHandle(name, { create });
  return at;
}

/** A walk as one archive, whose session `gaitsense replay` reads once it is unpacked. */
export async function walkFile(walk: WalkRecord): Promise<File> {
  const name = walk.folder.split('/').at(-1)!;
  const from = await folder(walk.folder, false);
  const parts: Part[] = [];
  for (const file of sessionFiles) {
    const bytes = new Uint8Array(await (await (await from.getFileHandle(file)).getFile()).arrayBuffer());
    parts.push({ name: `${name}/${file}`, bytes });
  }
  parts.push({ name: `${name}/${recordFile}`, bytes: new TextEncoder().encode(JSON.stringify(walk)) as Uint8Array<ArrayBuffer> });
  return new File([zip(parts)], `walk-${name}.zip`, { type: 'application/zip' });
}

/** Whether the phone's own sheet of apps takes such a file. */
export const canShare = (file: File): boolean => navigator.canShare?.({ files: [file] }) ?? false;

/** Hands a file to an app that the person chooses; false: nothing was chosen. */
export async function share(file: File): Promise<boolean> {
  try {
    await navigator.share({ files: [file] });
    return true;
  } catch (e) {
    if (e instanceof DOMException && e.name === 'AbortError') return false;
    throw e;
  }
}

/** Puts a file into the phone's downloads. */
export function save(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// Not before there was such a page, and not after tomorrow: the first page tells all weeks since the first walk.
const isPlausible = (ms: unknown): boolean => typeof ms === 'number' && ms > Date.UTC(2020) && ms < Date.now() + 24 * 3600_000;

/** A walk of another phone, read and not kept yet. */
export interface TakenWalk { walk: WalkRecord; keep: () => Promise<void> }

/** Reads a walk from an archive of walkFile; what is none is an error. */
export async function readWalk(file: File): Promise<TakenWalk> {
  const parts = new Map(unzip(new Uint8Array(await file.arrayBuffer())).map(p => [p.name.split('/').at(-1)!, p.bytes]));
  const record = parts.get(recordFile);
  if (!record || !sessionFiles.every(f => parts.has(f))) throw new Error('This file is not a walk.');
  const walk = JSON.parse(new TextDecoder().decode(record)) as WalkRecord;
  if (!/^walks\/[\w-]{1,60}$/.test(walk.folder) || !isPlausible(walk.startedMs)) throw new Error('This file is not a walk.');
  const keep = async (): Promise<void> => {
    const to = await folder(walk.folder, true);
    for (const name of sessionFiles) {
      const writable = await (await to.getFileHandle(name, { create: true })).createWritable();
      await writable.write(parts.get(name)!);
      await writable.close();
    }
  };
  return { walk, keep };
}
