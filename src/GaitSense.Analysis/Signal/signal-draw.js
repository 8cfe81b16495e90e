// The picture: one canvas, drawn anew whenever the view changes.
function colours() {
  const style = getComputedStyle(document.documentElement), of = name => style.getPropertyValue('--' + name).trim();
  return { ink: of('ink'), soft: of('soft'), grid: of('grid'), rule: of('rule'), paper: of('paper'), reject: of('reject'), axis: [of('left'), of('right'), of('back-left')],
    forward: of('left'), backward: of('back-right') };
}

function arrange() {
  const width = canvas.clientWidth, small = width < 640, plot = small ? 96 : Math.max(100, Math.min(190, (innerHeight - 420) / (2 * feet.length)));
  const left = small ? 40 : 56, right = width - 8, panels = [];
  let y = 8;
  const strip = { top: y, bottom: y += 34 };
  y += 12;
  for (const foot of feet) {
    const lane = { top: y + 20, bottom: y + 38 };
    y = lane.bottom + 6;
    for (const signal of SIGNALS) {
      panels.push({ foot, signal, lane, top: y, bottom: y + plot, isFirst: signal === SIGNALS[0] });
      y += plot + 8;
    }
    y += 4;
  }
  const height = y + 26, ratio = devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.style.height = height + 'px';
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  layout = { left, right, width, height, strip, panels, small };
}

const at = t => layout.left + (t - view.from) / (view.to - view.from) * (layout.right - layout.left);
const timeAt = x => view.from + (x - layout.left) / (layout.right - layout.left) * (view.to - view.from);

function nice(range, most) {
  const rough = range / Math.max(most, 1), power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].find(k => k * power >= rough) * power;
}

function visible(foot) {
  return foot.stretches.map((s, i) => [s, i]).filter(([s]) => s[1] >= view.from && s[0] <= view.to).map(([, i]) => i);
}

// Far away a pixel holds spans; closer than that, the samples are asked for, and the spans serve until they are there.
function lines(foot) {
  const pixel = (view.to - view.from) / (layout.right - layout.left);
  const seen = pixel > 2 * foot.span_s ? [] : visible(foot);
  if (seen.length === 0 || seen.length > KEPT / 5) return null;
  const open = seen.map(i => stretch(foot, i));
  return open.every(s => s) ? open : null;
}

function draw() {
  waiting = false;
  arrange();
  const c = colours();
  pen.clearRect(0, 0, layout.width, layout.height);
  pen.font = (layout.small ? 12 : 14) + 'px system-ui, sans-serif';
  drawStrip(c);
  const step = nice(view.to - view.from, (layout.right - layout.left) / 90), decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  for (const panel of layout.panels) drawPanel(panel, c, step);
  pen.fillStyle = c.soft;
  pen.textAlign = 'center';
  for (let t = Math.ceil(view.from / step) * step; t <= view.to; t += step) {
    const x = at(t), text = t.toFixed(decimals) + ' s', half = pen.measureText(text).width / 2;
    if (x - half >= 0 && x + half <= layout.width) pen.fillText(text, x, layout.height - 9);
  }
  if (pointer) {
    pen.strokeStyle = c.soft;
    rule(pointer.x, layout.panels[0].lane.top, layout.height - 24);
  }
}

function rule(x, top, bottom) {
  pen.beginPath();
  pen.moveTo(x, top);
  pen.lineTo(x, bottom);
  pen.stroke();
}

function drawStrip(c) {
  const { strip, left, right } = layout, x = t => left + (t - first) / (last - first) * (right - left), pixels = Math.floor(right - left);
  pen.fillStyle = c.soft;
  feet.forEach((foot, k) => {
    const top = strip.top + k * 17, spans = foot.greatest[3].length;
    // The turning of the foot, all axes: where there was walking.
    for (let p = 0; p < pixels; p++) {
      const a = Math.floor((first + p / pixels * (last - first) - foot.first) / foot.span_s), b = Math.floor((first + (p + 1) / pixels * (last - first) - foot.first) / foot.span_s);
      let most = 0;
      for (let i = Math.max(a, 0); i <= Math.min(b, spans - 1); i++) for (let ch = 3; ch < 6; ch++) most = Math.max(most, foot.greatest[ch][i], -foot.least[ch][i]);
      const h = Math.min(16, most * walk.gyro_step_radps / 10 * 16);
      if (h > 0.2) pen.fillRect(left + p, top + 16 - h, 1, h);
    }
  });
  pen.strokeStyle = c.ink;
  pen.lineWidth = 2;
  pen.strokeRect(x(view.from), strip.top - 2, Math.max(3, x(view.to) - x(view.from)), strip.bottom - strip.top + 4);
  pen.lineWidth = 1;
}

function drawPanel(panel, c, step) {
  const { foot, signal, top, bottom } = panel, open = lines(foot);
  const limit = range(panel, open), y = v => (top + bottom) / 2 - (v - limit.middle) / limit.half * (bottom - top) / 2;
  pen.strokeStyle = c.grid;
  for (let t = Math.ceil(view.from / step) * step; t <= view.to; t += step) rule(at(t), top, bottom);
  const tick = nice(2 * limit.half, (bottom - top) / 26);
  pen.textAlign = 'right';
  for (let v = Math.ceil((limit.middle - limit.half) / tick) * tick; v <= limit.middle + limit.half; v += tick) {
    pen.strokeStyle = c.grid;
    pen.beginPath();
    pen.moveTo(layout.left, y(v));
    pen.lineTo(layout.right, y(v));
    pen.stroke();
    pen.fillStyle = c.soft;
    if (y(v) > top + 4 && y(v) < bottom - 2) pen.fillText(String(+v.toFixed(3)).replace('-', '−'), layout.left - 6, y(v) + 4);
  }
  pen.save();
  pen.beginPath();
  pen.rect(layout.left, panel.lane.top - 2, layout.right - layout.left, bottom - panel.lane.top + 4);
  pen.clip();
  pen.fillStyle = c.ink;
  pen.globalAlpha = 0.18;
  for (let i = 0; i < foot.gaps.length; i += 2) if (foot.gaps[i + 1] > view.from && foot.gaps[i] < view.to) pen.fillRect(at(foot.gaps[i]), top, Math.max(1, at(foot.gaps[i + 1]) - at(foot.gaps[i])), bottom - top);
  pen.globalAlpha = 1;
  drawEvents(panel, c);
  for (let k = 0; k < 3; k++) if (axes[k]) (open ? drawSamples : drawSpans)(foot, signal.from + k, signal.step, y, c.axis[k], open);
  if (panel.isFirst) drawStrides(panel, c);
  pen.restore();
  pen.fillStyle = c.ink;
  pen.textAlign = 'left';
  if (panel.isFirst) pen.fillText(foot.foot === 'left' ? 'Left foot' : 'Right foot', layout.left, panel.lane.top - 5);
  pen.fillStyle = c.paper;
  pen.globalAlpha = 0.8;
  pen.fillRect(layout.left + 2, top + 2, pen.measureText(signal.name).width + 8, 19);
  pen.globalAlpha = 1;
  pen.fillStyle = c.soft;
  pen.fillText(signal.name, layout.left + 6, top + 16);
}

// The readings' own range where one looks, so that nothing is cut and nothing is flat.
function range({ foot, signal }, open) {
  let low = 0, high = 0;
  const take = v => { if (v < low) low = v; if (v > high) high = v; };
  const from = Math.max(0, Math.floor((view.from - foot.first) / foot.span_s)), to = Math.min(foot.spans - 1, Math.ceil((view.to - foot.first) / foot.span_s));
  for (let k = 0; k < 3; k++) {
    if (!axes[k]) continue;
    const least = foot.least[signal.from + k], greatest = foot.greatest[signal.from + k];
    for (let i = from; i <= to; i++) if (least[i] <= greatest[i]) { take(least[i]); take(greatest[i]); }
  }
  const half = Math.max((high - low) / 2 * signal.step * 1.06, signal.step * 20);
  return { middle: (high + low) / 2 * signal.step, half };
}

function drawSamples(foot, channel, step, y, colour, open) {
  const samples = open.reduce((n, s) => n + s.times.length, 0), perPixel = samples / (open.at(-1).times.at(-1) - open[0].times[0]) / (layout.right - layout.left) * (view.to - view.from);
  if (perPixel > 3) return drawDense(channel, step, y, colour, open);
  pen.strokeStyle = pen.fillStyle = colour;
  pen.lineWidth = 1.4;
  let before = -1;
  pen.beginPath();
  for (const s of open) {
    if (!(s.times[0] - before < 0.3)) before = -1;
    for (let i = 0; i < s.times.length; i++) {
      if (s.times[i + 1] < view.from || s.times[i - 1] > view.to) continue;
      const x = at(s.times[i]), v = y(s.values[channel][i] * step);
      if (before < 0) pen.moveTo(x, v);
      else pen.lineTo(x, v);
      if (perPixel < 0.15) pen.fillRect(x - 2, v - 2, 4, 4);
      before = s.times[i];
    }
  }
  pen.stroke();
  pen.lineWidth = 1;
}

// Many samples in a pixel: from the least to the greatest of them.
function drawDense(channel, step, y, colour, open) {
  const width = Math.ceil(layout.right - layout.left), low = new Int16Array(width).fill(32767), high = new Int16Array(width).fill(-32768);
  for (const s of open) {
    const values = s.values[channel];
    for (let i = 0; i < values.length; i++) {
      const x = Math.floor(at(s.times[i]) - layout.left);
      if (x < 0 || x >= width) continue;
      if (values[i] < low[x]) low[x] = values[i];
      if (values[i] > high[x]) high[x] = values[i];
    }
  }
  pen.fillStyle = colour;
  pen.globalAlpha = 0.75;
  pen.beginPath();
  for (let x = 0; x < width; x++) if (low[x] <= high[x]) pen.rect(layout.left + x, y(high[x] * step), 1, Math.max(1, y(low[x] * step) - y(high[x] * step)));
  pen.fill();
  pen.globalAlpha = 1;
}

function drawSpans(foot, channel, step, y, colour) {
  pen.beginPath();
  pen.fillStyle = colour;
  pen.globalAlpha = 0.75;
  const least = foot.least[channel], greatest = foot.greatest[channel], pixel = (view.to - view.from) / (layout.right - layout.left);
  for (let x = layout.left; x < layout.right; x++) {
    const t = timeAt(x);
    let low = 32767, high = -32768;
    for (let i = Math.max(0, Math.floor((t - foot.first) / foot.span_s)), end = Math.floor((t + pixel - foot.first) / foot.span_s); i <= end && i < foot.spans; i++) {
      low = Math.min(low, least[i]);
      high = Math.max(high, greatest[i]);
    }
    if (low <= high) pen.rect(x, y(high * step), 1, Math.max(1, y(low * step) - y(high * step)));
  }
  pen.fill();
  pen.globalAlpha = 1;
}

function drawEvents({ foot, top, bottom }, c) {
  if (view.to - view.from > (layout.right - layout.left) / 12) return;
  for (let i = 0; i < foot.events.length; i += 2) {
    const kind = foot.events[i], t = foot.events[i + 1];
    if (t < view.from || t > view.to) continue;
    pen.strokeStyle = kind === 0 || kind === 3 ? c.ink : c.soft;
    pen.globalAlpha = 0.6;
    pen.setLineDash(kind === 3 ? [5, 4] : []);
    if (kind === 0 || kind === 3) rule(at(t), top, bottom);
    else rule(at(t), bottom - 9, bottom);
  }
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}

function drawStrides({ foot, lane }, c) {
  let seen = -Infinity;
  // Rejected ones last: they are what is looked for.
  for (const [start, release, end, , direction, , why] of [...foot.strides].sort((a, b) => (a[6] !== '') - (b[6] !== ''))) {
    if (end < view.from || (start ?? release) > view.to) continue;
    if (!why && at(end) - seen < 1) continue;
    seen = at(end);
    const x = at(release), width = Math.max(1, at(end) - x), colour = why ? c.reject : direction === 'forward' ? c.forward : direction === 'backward' ? c.backward : c.soft;
    pen.fillStyle = pen.strokeStyle = colour;
    if (start !== null) pen.fillRect(at(start), (lane.top + lane.bottom) / 2 - 1, Math.max(0, x - at(start)), 2);
    if (!why) { pen.fillRect(x, lane.top, Math.max(1, width - 1), lane.bottom - lane.top); continue; }
    pen.save();
    pen.beginPath();
    pen.rect(x, lane.top, width, lane.bottom - lane.top);
    pen.clip();
    for (let h = x - 20; h < x + width; h += 6) { pen.beginPath(); pen.moveTo(h, lane.bottom); pen.lineTo(h + 18, lane.top); pen.stroke(); }
    pen.restore();
    pen.strokeRect(x + 0.5, lane.top + 0.5, width - 1, lane.bottom - lane.top - 1);
  }
}
