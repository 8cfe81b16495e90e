// The walk's worker. {id, name, args} in, {id, value} or {id, error} out, one call after the other. Bluetooth, sound and the view are the page's: {ble}, {cue}, {silence}, {state}, {fault} out; the
// page's answers, notifications and fates in. Times are milliseconds since 1970 by performance.timeOrigin + performance.now(), one clock for pages and workers.
import { WalkFiles, keepText, keptText, list, read, recover, remove, walks } from './files.js';

const RECORDS = 'walks.json', WALKS = 'walks';

// dotnet.js starts differently in a worker, and waits for ever where it is not told.
globalThis.dotnetSidecar = true;

// The walk's files: {files, folder, hasBegun, closed}.
let lastAsked = 0, open = null, opening = Promise.resolve(), letting = Promise.resolve();
const unfinished = [];
// Shoes that were connected and not walked in leave nothing behind.
const close = what => {
  if (open === what) open = null;
  return what && (what.closed ??= (async () => {
    await what.files.finish();
    if (!what.hasBegun) await remove(what.folder);
  })());
};

// Walks that an earlier page did not end are looked for once, before this one opens files of its own.
let looked = null;
const lookForUnfinished = async exports => {
  for (const folder of await recover(WALKS)) {
    try {
      const [startedMs, walkedS, begun] = exports.SessionSpan(new Uint8Array(await (await read(folder, 'session.gait')).arrayBuffer()));
      if (begun) unfinished.push({ folder, startedMs, walkedS });
      else await remove(folder);
    } catch (e) { console.error(folder, e); } // it stays as it is: `gaitsense doctor` may make something of it
  }
};
const asked = new Map();
const ask = (op, args, transfer = []) => new Promise((ok, no) => {
  const id = ++lastAsked;
  asked.set(id, { ok, no });
  postMessage({ ble: { id, op, ...args } }, transfer);
});
const base64 = bytes => { let s = ''; for (const b of bytes) s += String.fromCharCode(b); return btoa(s); };

const page = {
  now: () => performance.timeOrigin + performance.now(),
  available: () => ask('available', {}),
  connect: device => ask('connect', { device }),
  disconnect: link => ask('disconnect', { link }),
  has: (link, service, characteristic) => ask('has', { link, service, characteristic }),
  subscribe: (link, service, characteristic, channel) => ask('subscribe', { link, service, characteristic, channel }),
  write: (link, service, characteristic, value, withResponse) => ask('write', { link, service, characteristic, value, withResponse }),
  read: async (link, service, characteristic) => base64(await ask('read', { link, service, characteristic })),
  cue: (number, clip, phrase, side, gainDb, at) => postMessage({ cue: { number, clip, phrase, side, gainDb, at } }),
  silence: words => postMessage({ silence: { words } }),
  fault: stack => postMessage({ fault: { stack } }),
  state: json => postMessage({ state: JSON.parse(json) }),
};
const storage = {
  take: () => open?.files.take() ?? -1,
  append: (file, view) => open.files.append(file, view),
  flush: file => open.files.flush(file),
  rename: (file, name) => open.files.rename(file, name),
  exists: name => open?.files.exists(name) ?? false,
  remove: name => open?.files.remove(name),
  discard: file => open?.files.discard(file),
};

const ready = (async () => {
  const { dotnet } = await import('./_framework/dotnet.js');
  // All of its forty files at once: sixteen, as it would by itself, leave the last for when it has compiled.
  const runtime = await dotnet.withConfig({ maxParallelDownloads: 64 }).create();
  runtime.setModuleImports('page', page);
  runtime.setModuleImports('files', storage);
  const config = runtime.getConfig();
  const exports = (await runtime.getAssemblyExports(config.mainAssemblyName)).GaitSense.Browser.Exports;
  return {
    ...exports,
    // The runtime's own memory grows and never shrinks: its size is the most that was needed.
    WasmBytes: () => runtime.localHeapViewU8().byteLength,
    // The storage's files must be open before a walk needs them, and are given their names when it is over.
    // Shoes that are being let go are let go first.
    Connect: async options => {
      const { folder } = JSON.parse(options);
      opening = letting.catch(() => undefined).then(() => close(open)).then(async () => (open = { files: await WalkFiles.open(folder), folder, hasBegun: false }));
      let mine;
      try { mine = await opening; } catch (e) { throw e.name === 'QuotaExceededError' ? new Error(`Storage\n\n${e.message}`) : e; }
      try { await exports.Connect(options); } catch (e) { await close(mine); throw e; }
    },
    Begin: () => { open.hasBegun = true; return exports.Begin(); },
    End: async () => {
      const walked = open, end = await exports.End();
      await close(walked);
      return end;
    },
    // Who gives up while files are opened waits for them: there is a walk to let go only then. One after the other: the next walk waits for the last of them.
    Disconnect: () => (letting = letting.catch(() => undefined).then(() => opening).catch(() => undefined).then(async () => {
      const connected = open;
      await exports.Disconnect();
      await close(connected);
    })),
    Home: async (...args) => {
      const view = JSON.parse(exports.Home(...args));
      await (looked ??= lookForUnfinished(exports).catch(e => { looked = null; throw e; }));
      const known = new Set((args[0] ? JSON.parse(args[0]).walks ?? [] : []).filter(w => w.end && w.stopReason !== 'cut-off').map(w => w.folder));
      return JSON.stringify({ ...view, unfinished: unfinished.filter(u => !known.has(u.folder)).at(-1) ?? null });
    },
    // The tones of a plan as samples, mono, for the page's own sound.
    Clips: plan => {
      const clips = ['left', 'right', 'good', 'left-test', 'right-test'].map(name => ({ name, rateHz: 48000, samples: new Float32Array(exports.Tone(plan ?? '', name).slice().buffer) }));
      postMessage({ clips }, clips.map(c => c.samples.buffer));
    },
    Kept: () => keptText(RECORDS),
    Keep: text => keepText(RECORDS, text),
    // What cannot be read stays beside what comes.
    PutAside: async () => {
      await keepText(`walks-${Date.now()}.json`, await keptText(RECORDS));
      await keepText(RECORDS, '');
    },
    KeptWalks: () => walks(WALKS),
    KeptFiles: folder => list(folder),
    KeptFile: (folder, file) => read(folder, file),
    RemoveKept: folder => remove(folder),
  };
})();
let live = null;
ready.then(calls => { live = calls; postMessage({ id: 0 }); }, e => postMessage({ id: 0, error: String(e?.message ?? e) }));

const events = {
  ble: ({ id, value, error }) => {
    const { ok, no } = asked.get(id);
    asked.delete(id);
    if (error) no(new Error(`${error.kind}\n${error.message}`)); else ok(value);
  },
  notify: ({ link, channel, value, at }) => {
    try { live?.Notify(link, channel, value, at); } catch (e) { page.fault(String(e?.stack ?? e)); }
  },
  gone: ({ link, kind, message }) => live?.Gone(link, kind, message ?? ''),
  fate: ({ number, fate, at }) => live?.Fate(number, fate, at),
  sound: ({ problem }) => live?.SoundProblem(problem ?? ''),
};

// A call that waits for the page (Connect) must not hold up what the page tells meanwhile, nor the call that ends it.
let last = ready;
onmessage = ({ data }) => {
  for (const kind in events) if (kind in data) return events[kind](data[kind]);
  const { id, name, args } = data;
  const call = async () => {
    try {
      const from = performance.now();
      const value = await (await ready)[name](...args);
      postMessage({ id, value, ms: performance.now() - from }, value instanceof Uint8Array ? [value.buffer] : []);
    } catch (e) {
      postMessage({ id, error: String(e?.message ?? e) });
    }
  };
  if (name === 'End' || name === 'Ask' || name === 'Disconnect') ready.then(call); else last = last.then(call, call);
};
