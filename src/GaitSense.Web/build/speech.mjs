// Speech made equally loud, as SpeechLevel (GaitSense.Feedback) does it: pauses cut off, one level for what is spoken, peaks turned down, smooth ends.
const share = 0.28 * 0.9999; // a phrase's part of the ceiling (SoundClip.Share)
const rmsRatio = 0.3;

/** @param {Float64Array} samples @param {number} rateHz @returns {Float32Array} */
export function level(samples, rateHz) {
  const peak = samples.reduce((most, s) => Math.max(most, Math.abs(s)), 0);
  if (peak < 1e-4) throw new Error('nothing is to be heard');
  const margin = Math.round(rateHz / 50), ramp = Math.round(rateHz / 100), window = Math.round(rateHz / 50), hop = Math.round(rateHz / 1000);
  let first = 0, last = samples.length - 1;
  while (Math.abs(samples[first]) <= 0.01 * peak) first++;
  while (Math.abs(samples[last]) <= 0.01 * peak) last--;
  const speech = samples.slice(Math.max(first - margin, 0), Math.min(last + margin, samples.length - 1) + 1);
  const powers = [];
  for (let i = 0; i + window <= speech.length; i += window) powers.push(speech.subarray(i, i + window).reduce((sum, s) => sum + s * s, 0) / window);
  const gate = 0.01 * Math.max(...powers), spoken = powers.filter(p => p >= gate);
  const scale = (rmsRatio * share) / Math.sqrt(spoken.reduce((a, b) => a + b, 0) / spoken.length);
  // The gain that each millisecond needs, its lowest around it, smoothed: no sample is above the share, and no gain jumps.
  const hops = Math.ceil(speech.length / hop) + 1, needed = new Float64Array(hops).fill(1);
  for (let i = 0; i < speech.length; i++) {
    speech[i] *= scale;
    const size = Math.abs(speech[i]);
    for (const h of [Math.floor(i / hop), Math.ceil(i / hop)]) if (size * needed[h] > share) needed[h] = share / size;
  }
  const reach = 6, lowest = needed.map((_, h) => Math.min(...needed.subarray(Math.max(0, h - reach), h + reach + 1)));
  const gains = lowest.map((_, h) => {
    let sum = 0, weights = 0;
    for (let k = -reach + 1; k < reach; k++) {
      const weight = 1 + Math.cos((Math.PI * k) / reach);
      weights += weight;
      sum += weight * lowest[Math.min(hops - 1, Math.max(0, h + k))];
    }
    return sum / weights;
  });
  return Float32Array.from(speech, (s, i) => {
    const h = Math.floor(i / hop), part = (i % hop) / hop;
    const end = Math.min(i, speech.length - 1 - i);
    const edge = end < ramp ? 0.5 - 0.5 * Math.cos((Math.PI * end) / ramp) : 1;
    return s * (gains[h] + (gains[Math.min(hops - 1, h + 1)] - gains[h]) * part) * edge;
  });
}

/** Samples of a 16-bit mono WAV file. */
export function readWav(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 12, rateHz = 0;
  while (at + 8 <= bytes.length) {
    const name = bytes.toString('latin1', at, at + 4), size = view.getUint32(at + 4, true);
    if (name === 'fmt ') rateHz = view.getUint32(at + 12, true);
    // espeak-ng writes to a pipe without knowing the size.
    if (name === 'data') {
      const count = Math.floor(Math.min(size, bytes.length - at - 8) / 2);
      return { rateHz, samples: Float64Array.from({ length: count }, (_, i) => view.getInt16(at + 8 + 2 * i, true) / 32768) };
    }
    at += 8 + size + (size % 2);
  }
  throw new Error('no WAV file');
}
