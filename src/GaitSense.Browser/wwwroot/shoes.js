// A simulated pair of shoes in a worker of their own, for a page without hardware. {call: 'Shoes', args} first; then the same {ble} requests that the walk's worker makes of its page, answered here,
// and {notify}, {gone} as a page tells them. Devices are "left" and "right"; a link's number is the foot's, so that there is one link for each.
globalThis.dotnetSidecar = true;

const STEP_MS = 5, GONE_AFTER_MS = 4000;
const now = () => performance.timeOrigin + performance.now();
const heard = [0, 0], connected = [false, false];

const ready = (async () => {
  const { dotnet } = await import('./_framework/dotnet.js');
  const runtime = await dotnet.create();
  runtime.setModuleImports('shoes', {
    notify: (link, channel, view, at) => {
      heard[link] = now();
      const value = view.slice();
      postMessage({ notify: { link, channel, value, at } }, [value.buffer]);
    },
  });
  return (await runtime.getAssemblyExports(runtime.getConfig().mainAssemblyName)).GaitSense.Browser.Exports;
})();

const failed = (kind, message) => Object.assign(new Error(message), { kind });
const ops = {
  available: () => true,
  connect: (shoes, { device }) => {
    const foot = device === 'right' ? 1 : 0;
    if (!shoes.ShoesConnect(foot, now())) throw failed('DeviceNotFound', 'the simulated shoe is out of reach');
    [heard[foot], connected[foot]] = [now(), true];
    return foot;
  },
  disconnect: (shoes, { link }) => {
    connected[link] = false;
    shoes.ShoesDisconnect(link);
  },
  has: (shoes, { link, service, characteristic }) => shoes.ShoesHas(link, service, characteristic),
  subscribe: (shoes, { link, characteristic, channel }) => shoes.ShoesSubscribe(link, characteristic, channel),
  write: (shoes, { link, characteristic, value }) => shoes.ShoesWrite(link, characteristic, value, now()),
  read: (shoes, { link, characteristic }) => shoes.ShoesRead(link, characteristic, now()),
};

// Each of them waits for the shoes that the page has asked for.
let prepared = null;
const calls = {
  Shoes: (shoes, preset, seed, rateHz, durationS = 400) => shoes.ShoesPrepare(preset, seed, durationS, rateHz),
  Fault: (shoes, kind, side, forS = 86400) => {
    if (kind !== 'die') throw new Error(`there is no fault ${kind}`);
    shoes.ShoesVanish(side === 'right' ? 1 : 0, forS, now());
  },
};
onmessage = async ({ data }) => {
  if ('call' in data) {
    const { id, call, args } = data;
    const called = ready.then(shoes => calls[call](shoes, ...args));
    if (call === 'Shoes') prepared = called;
    called.then(() => { if (id) postMessage({ id }); }, e => postMessage({ id, error: String(e?.message ?? e) }));
    return;
  }
  const { id, op, ...args } = data.ble;
  try {
    await (prepared ?? Promise.reject(failed('DeviceNotFound', 'there are no simulated shoes')));
    postMessage({ ble: { id, value: ops[op](await ready, args) } });
  } catch (e) {
    postMessage({ ble: { id, error: { kind: e.kind ?? 'Failed', message: String(e?.message ?? e) } } });
  }
};

ready.then(shoes => {
  postMessage({ id: 0 });
  const step = () => {
    shoes.ShoesAdvance(now());
    // A radio gives a silent link up after its supervision timeout.
    for (const link of [0, 1]) {
      if (!connected[link] || now() - heard[link] < GONE_AFTER_MS) continue;
      connected[link] = false;
      shoes.ShoesDisconnect(link);
      postMessage({ gone: { link, kind: 'ConnectionLost', message: 'the simulated shoe is silent' } });
    }
    setTimeout(step, STEP_MS);
  };
  step();
}, e => postMessage({ id: 0, error: String(e?.message ?? e) }));
