// How people move about: buttons, keys, wheel, fingers, the address.
function ask() { if (!waiting) { waiting = true; requestAnimationFrame(draw); } }

function show(from, to) {
  const length = Math.min(last - first, Math.max(SHORTEST, to - from)), start = Math.min(Math.max(first, from), last - length);
  view = { from: start, to: start + length };
  history.replaceState(null, '', `#t=${view.from.toFixed(2)}-${view.to.toFixed(2)}`);
  ask();
}

function zoom(factor, t = (view.from + view.to) / 2) { show(t - (t - view.from) * factor, t + (view.to - t) * factor); }
function move(share) { const d = share * (view.to - view.from); show(view.from + d, view.to + d); }
function goTo(t) { const half = Math.min(4, (view.to - view.from) / 2); show(t - half, t + half); }

function rejected(step) {
  const times = feet.flatMap(f => f.strides.filter(s => s[6]).map(s => s[2])).sort((a, b) => a - b), now = (view.from + view.to) / 2;
  const t = step > 0 ? times.find(x => x > now + 0.01) : times.findLast(x => x < now - 0.01);
  if (t === undefined) readout.textContent = times.length === 0 ? 'No stride was rejected.' : step > 0 ? 'No rejected stride after this.' : 'No rejected stride before this.';
  else goTo(t);
}

const actions = { whole: () => show(first, last), in: () => zoom(0.5), out: () => zoom(2), left: () => move(-0.5), right: () => move(0.5), next: () => rejected(1), previous: () => rejected(-1) };
document.addEventListener('click', e => {
  const button = e.target.closest('button');
  if (!button) return;
  if (button.dataset.do) actions[button.dataset.do]();
  if (button.dataset.time) { goTo(+button.dataset.time); canvas.scrollIntoView({ block: 'nearest' }); }
});
document.getElementById('goto').addEventListener('change', e => {
  const t = parseFloat(e.target.value.replace(',', '.'));
  if (Number.isFinite(t)) goTo(t);
  else readout.textContent = 'Give a time in seconds, such as 12.5.';
});
for (const box of document.querySelectorAll('.axes input')) box.addEventListener('change', () => { axes[+box.value] = box.checked; ask(); });
canvas.addEventListener('keydown', e => {
  const key = { ArrowLeft: 'left', ArrowRight: 'right', '+': 'in', '=': 'in', '-': 'out', 0: 'whole', n: 'next', p: 'previous' }[e.key];
  if (key) { actions[key](); e.preventDefault(); }
});
canvas.addEventListener('wheel', e => { e.preventDefault(); zoom(1.0015 ** e.deltaY, timeAt(e.offsetX)); }, { passive: false });
canvas.addEventListener('dblclick', e => zoom(0.25, timeAt(e.offsetX)));

const held = new Map();
canvas.addEventListener('pointerdown', e => {
  canvas.setPointerCapture(e.pointerId);
  held.set(e.pointerId, { x: e.offsetX, onStrip: e.offsetY < layout.strip.bottom + 6 });
  if (held.get(e.pointerId).onStrip) onStrip(e.offsetX);
});
canvas.addEventListener('pointermove', e => {
  const was = held.get(e.pointerId);
  if (was && was.onStrip) onStrip(e.offsetX);
  else if (was && held.size === 1) move((was.x - e.offsetX) / (layout.right - layout.left));
  else if (was && held.size === 2) {
    const other = [...held].find(([id]) => id !== e.pointerId)[1];
    zoom(Math.max(0.2, Math.min(5, Math.abs(was.x - other.x) / Math.max(Math.abs(e.offsetX - other.x), 4))), timeAt((e.offsetX + other.x) / 2));
  }
  if (was) was.x = e.offsetX;
  pointer = { x: e.offsetX };
  say(timeAt(e.offsetX));
  ask();
});
for (const name of ['pointerup', 'pointercancel']) canvas.addEventListener(name, e => held.delete(e.pointerId));
canvas.addEventListener('pointerleave', () => { pointer = null; ask(); });

function onStrip(x) {
  const t = first + (x - layout.left) / (layout.right - layout.left) * (last - first), half = (view.to - view.from) / 2;
  show(t - half, t + half);
}

// What lies under the pointer, in words.
function say(t) {
  const parts = [`${t.toFixed(3)} s`];
  for (const foot of feet) {
    const i = foot.stretches.findIndex(s => s[0] <= t && t <= s[1]), s = i < 0 ? null : foot.open.get(i);
    const stride = foot.strides.find(x => (x[0] ?? x[1]) <= t && t <= x[2]);
    let text = foot.foot + ': ';
    if (s && s.times) {
      let k = s.times.findIndex(x => x >= t);
      if (k < 0) k = s.times.length - 1;
      const of = (from, step, digits) => [0, 1, 2].map(a => (s.values[from + a][k] * step).toFixed(digits).replace('-', '−')).join(', ');
      text += `rate ${of(3, walk.gyro_step_radps, 2)} rad/s, force ${of(0, walk.accel_step_mps2, 1)} m/s²`;
    }
    if (stride) text += stride[6] ? ` (rejected: ${stride[6]})` : ` (stride ${stride[3] === null ? 'without a length' : stride[3].toFixed(2) + ' m'}, ${stride[4]}, confidence ${stride[5].toFixed(2)})`;
    if (text.length > foot.foot.length + 2) parts.push(text);
  }
  readout.textContent = parts.join(' · ');
}

function fromAddress() {
  const match = /^#t=([\d.]+)-([\d.]+)$/.exec(location.hash);
  if (match) show(+match[1], +match[2]);
}

addEventListener('hashchange', fromAddress);
addEventListener('resize', ask);
for (const query of ['(prefers-color-scheme: dark)', 'print']) matchMedia(query).addEventListener('change', draw0);
function draw0() { if (feet.every(f => f.open)) draw(); }

if (feet.length === 0) readout.textContent = 'There is no sample to show.';
else {
  feet.forEach(openOverview);
  fromAddress();
  draw();
  // When the whole walk was first seen, ms after it was asked for.
  document.documentElement.dataset.drawnMs = performance.now().toFixed(0);
}
