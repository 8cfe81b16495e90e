// What the page holds, and how it is unpacked: far away, the least and the greatest reading of equal spans; near by, the samples themselves, opened when looked at.
const walk = JSON.parse(document.getElementById('walk').textContent);
const canvas = document.getElementById('plot'), pen = canvas.getContext('2d'), readout = document.getElementById('readout');
const feet = walk.feet;
const CHANNELS = 6, KEPT = 400, SHORTEST = 0.05;
const first = Math.min(...feet.map(f => f.first)), last = Math.max(...feet.map(f => f.last), first + SHORTEST);
const SIGNALS = [{ name: 'angular rate, rad/s', from: 3, step: walk.gyro_step_radps }, { name: 'specific force, m/s²', from: 0, step: walk.accel_step_mps2 }];
const axes = [true, true, true];
let view = { from: first, to: last }, pointer = null, layout = null, waiting = false;

async function inflate(id) {
  const element = document.getElementById(id);
  if (!element) return null;
  const packed = Uint8Array.from(atob(element.textContent), c => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function channels(bytes, at, count, n) {
  const all = [];
  for (let c = 0; c < count; c++, at += 2 * n) {
    const values = new Int16Array(n);
    for (let i = 0, sum = 0; i < n; i++) values[i] = sum = (sum + (bytes[at + i] | bytes[at + n + i] << 8)) << 16 >> 16;
    all.push(values);
  }
  return all;
}

function openOverview(foot) {
  const bytes = Uint8Array.from(atob(document.getElementById(foot.id + '0').textContent), c => c.charCodeAt(0));
  const all = Array.from({ length: 2 * CHANNELS }, (_, c) => new Int16Array(bytes.buffer, 2 * c * foot.spans, foot.spans));
  foot.least = all.slice(0, CHANNELS);
  foot.greatest = all.slice(CHANNELS);
  foot.open = new Map();
}

function stretch(foot, i) {
  const have = foot.open.get(i);
  if (have) return have.times ? have : null;
  foot.open.set(i, {});
  inflate(foot.id + (i + 1)).then(bytes => {
    // The page may still be loading: it is asked again with the next drawing.
    if (!bytes) { foot.open.delete(i); if (document.readyState !== 'complete') setTimeout(ask, 100); return; }
    const [start, , n] = foot.stretches[i], steps = new Int32Array(bytes.buffer.slice(0, 4 * n)), times = new Float64Array(n);
    for (let k = 0, us = 0; k < n; k++) times[k] = start + (us += steps[k]) * 1e-6;
    if (foot.open.size > KEPT) foot.open.delete(foot.open.keys().next().value);
    foot.open.set(i, { times, values: channels(bytes, 4 * n, CHANNELS, n) });
    ask();
  });
  return null;
}
