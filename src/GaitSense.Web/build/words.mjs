// The spoken words of cues, as one file for each language and a list of what is where. Without espeak-ng there is the list alone, and the browser's own voice speaks.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOggEncoder } from 'wasm-media-encoders';
import { phrases } from './phrases.mjs';
import { level, readWav } from './speech.mjs';

const rateHz = 22050;
const voices = { en: ['-v', 'en-gb'], de: ['-v', 'de'] };

/** Makes them. True: with a voice; false: the list alone. */
export async function words(source, to) {
  const all = phrases(source);
  mkdirSync(to, { recursive: true });
  const speaks = spawnSync('espeak-ng', ['--version']).status === 0;
  if (!speaks) console.warn('espeak-ng is not here: cues are spoken by the browser\'s own voice (Debian: apt-get install espeak-ng)');
  const encoder = speaks ? await createOggEncoder() : null;
  let bytes = 0, seconds = 0;
  for (const language of ['en', 'de']) {
    const parts = [], list = {};
    let at = 0;
    for (const [key, texts] of Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1))) {
      const text = texts[language];
      list[key] = { text, from: at, to: at };
      if (!encoder) continue;
      const said = spawnSync('espeak-ng', [...voices[language], '-s', '160', '--stdout', text], { maxBuffer: 1 << 24 });
      const wav = readWav(said.stdout);
      if (said.status !== 0 || wav.rateHz !== rateHz) throw new Error(`espeak-ng did not say: ${text}`);
      const samples = level(wav.samples, rateHz);
      encoder.configure({ sampleRate: rateHz, channels: 1, vbrQuality: 2 });
      parts.push(Buffer.from(encoder.encode([samples])), Buffer.from(encoder.finalize()));
      at += parts.at(-2).length + parts.at(-1).length;
      list[key].to = at;
      seconds += samples.length / rateHz;
    }
    writeFileSync(join(to, `${language}.json`), JSON.stringify({ language, voice: speaks ? 'espeak-ng' : null, phrases: list }));
    if (speaks) writeFileSync(join(to, `${language}.bin`), Buffer.concat(parts));
    bytes += at;
  }
  console.log(speaks ? `spoken words: ${Object.keys(all).length} phrases in 2 languages, ${seconds.toFixed(0)} s, ${(bytes / 1e6).toFixed(2)} MB` : 'spoken words: none');
  return speaks;
}
