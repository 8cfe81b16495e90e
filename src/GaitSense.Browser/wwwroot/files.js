// The files of a walk in the browser's own storage (OPFS), for a worker: a folder of files that were opened before the walk, because opening takes a while and a walk waits for nothing.
// `names.json` in it says which file has which name; at the walk's end, or when the page is opened after one that was cut off, they get their names in the storage too. One owner at a time: the browser refuses a second one.
const SPARE = 4;

/** The storage's folder of a walk; made where it is missing. */
async function folderOf(name, create) {
  let folder = await navigator.storage.getDirectory();
  for (const part of name.split('/')) folder = await folder.getDirectoryHandle(part, { create });
  return folder;
}

/** Reads a handle's JSON; null where there is none, or not whole. */
function readJson(handle) {
  const bytes = new Uint8Array(handle.getSize());
  handle.read(bytes, { at: 0 });
  try { return JSON.parse(new TextDecoder().decode(bytes)); } catch { return null; }
}

export class WalkFiles {
  #files = [];
  #names = {};
  #table;
  #folder;

  /** Opens a walk's folder with some files ready. */
  static async open(name) {
    const files = new WalkFiles(), folder = await folderOf(name, true);
    files.#folder = folder;
    files.#table = await (await folder.getFileHandle('names.json', { create: true })).createSyncAccessHandle();
    files.#names = readJson(files.#table) ?? {};
    const used = new Set(Object.values(files.#names));
    for (let n = 0; files.#files.filter((f, i) => f && !used.has(i)).length < SPARE; n++) {
      if (used.has(n)) continue;
      const handle = await (await folder.getFileHandle(String(n), { create: true })).createSyncAccessHandle();
      handle.truncate(0);
      files.#files[n] = { handle, length: 0, taken: false };
    }
    return files;
  }

  take() {
    const n = this.#files.findIndex((f, i) => f && !f.taken && !Object.values(this.#names).includes(i));
    if (n >= 0) this.#files[n].taken = true;
    return n;
  }

  append(n, view) {
    return attempt(() => {
      const file = this.#files[n], bytes = view.slice();
      const written = file.handle.write(bytes, { at: file.length });
      if (written !== bytes.length) throw new Error(`${written} of ${bytes.length} bytes were taken: the storage is full`);
      file.length += written;
    });
  }

  flush(n) {
    return attempt(() => this.#files[n].handle.flush());
  }

  rename(n, name) {
    return attempt(() => {
      this.#files[n].handle.flush();
      for (const [old, i] of Object.entries(this.#names)) if (i === n) delete this.#names[old];
      const before = this.#names[name];
      this.#names[name] = n;
      this.#writeNames();
      if (before !== undefined) this.discard(before);
    });
  }

  exists(name) {
    return name in this.#names;
  }

  remove(name) {
    const n = this.#names[name];
    if (n === undefined) return;
    delete this.#names[name];
    this.#writeNames();
    this.discard(n);
  }

  discard(n) {
    const file = this.#files[n];
    if (!file) return;
    file.handle.truncate(0);
    Object.assign(file, { length: 0, taken: false });
  }

  close() {
    for (const file of this.#files) file?.handle.close();
    this.#table?.close();
    this.#files = [];
  }

  /** Closes them and gives each its name in the storage too; the folder is then like any other. */
  async finish() {
    this.close();
    await finish(this.#folder);
  }

  // The shorter of two texts must not keep the longer one's end; spaces are JSON too.
  #writeNames() {
    const bytes = new TextEncoder().encode(JSON.stringify(this.#names).padEnd(this.#table.getSize(), ' '));
    this.#table.write(bytes, { at: 0 });
    this.#table.flush();
  }
}

// A folder in which a walk was cut off has its names in the table alone until this.
async function finish(folder) {
  let names;
  try { names = JSON.parse(await (await (await folder.getFileHandle('names.json')).getFile()).text()); } catch (e) { if (e.name === 'NotFoundError') return false; names = {}; }
  for (const [name, n] of Object.entries(names ?? {})) {
    try { await (await folder.getFileHandle(String(n))).move(name); } catch (e) { if (e.name !== 'NotFoundError') throw e; } // it has its name already
  }
  for await (const name of folder.keys()) if (/^\d+$/.test(name)) await folder.removeEntry(name);
  await folder.removeEntry('names.json');
  return true;
}

/** Finishes the folders of walks that were cut off, and says which those are. */
export async function recover(root) {
  const found = [];
  for (const name of await walks(root)) {
    const walk = `${root}/${name}`;
    try {
      if (!await finish(await folderOf(walk, false))) continue;
    } catch (e) {
      if (e.name === 'NoModificationAllowedError') continue; // another page walks
      throw e;
    }
    // Shoes were connected, and nobody walked.
    if ((await list(walk)).includes('session.gait')) found.push(walk);
    else await remove(walk);
  }
  return found;
}

/** The names of a walk's files. */
export async function list(name) {
  const names = [];
  try { for await (const file of (await folderOf(name, false)).keys()) names.push(file); } catch { /* there is no such walk */ }
  return names.sort();
}

/** A file of a walk; throws where there is none. */
export async function read(name, file) {
  return (await (await folderOf(name, false)).getFileHandle(file)).getFile();
}

/** A text that is kept under a name; empty where there is none. */
export async function keptText(name) {
  try { return await (await (await (await navigator.storage.getDirectory()).getFileHandle(name)).getFile()).text(); } catch (e) { if (e.name === 'NotFoundError') return ''; throw e; }
}

/** Keeps a text under a name: the whole of it, or what was there before. */
export async function keepText(name, text) {
  const to = await (await (await navigator.storage.getDirectory()).getFileHandle(name, { create: true })).createWritable();
  await to.write(text);
  await to.close();
}

/** The walks that are kept, oldest first. */
export async function walks(root) {
  const names = [];
  try { for await (const [name, handle] of (await folderOf(root, false)).entries()) if (handle.kind === 'directory') names.push(name); } catch { /* none yet */ }
  return names.sort();
}

/** Removes a walk with all its files. */
export async function remove(name) {
  const parts = name.split('/'), last = parts.pop();
  await (parts.length ? await folderOf(parts.join('/'), false) : await navigator.storage.getDirectory()).removeEntry(last, { recursive: true });
}

// What .NET asks for: null where it was done, else why not.
function attempt(act) {
  try { act(); return null; } catch (e) { return e.name === 'QuotaExceededError' ? 'the storage is full' : String(e?.message ?? e); }
}
