// The walk's worker: {id, name, args} in, {id, value} or {id, error} out, one call after the other.
// dotnet.js starts differently in a worker, and waits for ever where it is not told.
globalThis.dotnetSidecar = true;
const ready = (async () => {
  const { dotnet } = await import('./_framework/dotnet.js');
  const runtime = await dotnet.create();
  const config = runtime.getConfig();
  const exports = (await runtime.getAssemblyExports(config.mainAssemblyName)).GaitSense.Browser.Exports;
  // The runtime's own memory grows and never shrinks: its size is the most that was needed.
  return { ...exports, WasmBytes: () => runtime.localHeapViewU8().byteLength };
})();
ready.then(() => postMessage({ id: 0 }), e => postMessage({ id: 0, error: String(e?.message ?? e) }));

let last = ready;
onmessage = ({ data: { id, name, args } }) => {
  const call = async () => {
    try {
      const from = performance.now();
      const value = await (await ready)[name](...args);
      postMessage({ id, value, ms: performance.now() - from }, value instanceof Uint8Array ? [value.buffer] : []);
    } catch (e) {
      postMessage({ id, error: String(e?.message ?? e) });
    }
  };
  last = last.then(call, call);
};
