// A walk as one file: a ZIP archive whose parts are stored as they are, so that any program opens it and nothing is needed to write it.

export interface Part { name: string; bytes: Uint8Array<ArrayBuffer> }

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

export function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const b of bytes) c = table[(c ^ b) & 255]! ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

// 1 January 1980, as archives have it that are to be the same each time.
const day = 0x21;

/** Packs parts into an archive. */
export function zip(parts: readonly Part[]): Blob {
  const blocks: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const { name, bytes } of parts) {
    const path = new TextEncoder().encode(name);
    const head = header(path, bytes, 0x04034b50, 30, 4);
    const entry = header(path, bytes, 0x02014b50, 46, 6);
    entry.view.setUint16(4, 20, true);
    entry.view.setUint32(42, offset, true);
    blocks.push(head.bytes, bytes);
    directory.push(entry.bytes);
    offset += head.bytes.length + bytes.length;
  }
  const size = directory.reduce((sum, d) => sum + d.length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, parts.length, true);
  end.setUint16(10, parts.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, offset, true);
  return new Blob([...blocks, ...directory, new Uint8Array(end.buffer)], { type: 'application/zip' });
}

/** Reads an archive of stored parts; any other is an error. */
export function unzip(file: Uint8Array<ArrayBuffer>): Part[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const parts: Part[] = [];
  let at = 0;
  while (at + 30 <= file.length && view.getUint32(at, true) === 0x04034b50) {
    if (view.getUint16(at + 8, true) !== 0 || (view.getUint16(at + 6, true) & 9) !== 0) throw new Error('The archive is packed.');
    const size = view.getUint32(at + 18, true);
    const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    if (from + size > file.length) throw new Error('The archive is cut off.');
    const bytes = file.slice(from, from + size);
    if (crc32(bytes) !== view.getUint32(at + 14, true)) throw new Error('The archive is damaged.');
    parts.push({ name: new TextDecoder().decode(file.subarray(at + 30, at + 30 + view.getUint16(at + 26, true))), bytes });
    at = from + size;
  }
  // The list of parts follows; whatever else is there, parts may be missing.
  if (parts.length === 0 || at + 4 > file.length || view.getUint32(at, true) !== 0x02014b50) throw new Error('This is no whole archive.');
  return parts;
}

// Fields that a local header and an entry of the directory share, two bytes apart.
function header(path: Uint8Array, bytes: Uint8Array, signature: number, length: number, from: number): { bytes: Uint8Array<ArrayBuffer>; view: DataView } {
  const all = new Uint8Array(length + path.length);
  const view = new DataView(all.buffer);
  view.setUint32(0, signature, true);
  view.setUint16(from, 20, true);
  view.setUint16(from + 2, 0x0800, true); // names are UTF-8
  view.setUint16(from + 8, day, true);
  view.setUint32(from + 10, crc32(bytes), true);
  view.setUint32(from + 14, bytes.length, true);
  view.setUint32(from + 18, bytes.length, true);
  view.setUint16(from + 22, path.length, true);
  all.set(path, length);
  return { bytes: all, view };
}
