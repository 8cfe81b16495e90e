// After vite: words, icons, the walk's part, and the list of all of it that the service worker keeps on the phone.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { icons } from './icons.mjs';
import { words } from './words.mjs';

const here = fileURLToPath(new URL('..', import.meta.url)), root = join(here, '..', '..'), dist = join(here, 'dist');
icons(dist);

// Words take longest; they are kept beside the packages until a phrase or their way of being made changes.
const phrases = join(root, 'src', 'GaitSense.Feedback', 'Cues', 'Phrases.cs');
const made = createHash('sha256');
for (const file of [phrases, ...['words', 'speech', 'phrases'].map(f => join(here, 'build', `${f}.mjs`))]) made.update(readFileSync(file));
const kept = join(here, 'node_modules', '.cache', 'words', made.digest('hex').slice(0, 16));
if (!existsSync(join(kept, 'done'))) {
  if (await words(phrases, kept)) writeFileSync(join(kept, 'done'), '');
}
cpSync(kept, join(dist, 'words'), { recursive: true, filter: f => !f.endsWith('done') });

// GaitSense.Browser as it is published: `dotnet publish src/GaitSense.Browser -c Release -o artifacts/browser`, or where GAITSENSE_BROWSER says.
const walk = process.env.GAITSENSE_BROWSER || join(root, 'artifacts', 'browser', 'wwwroot');
if (existsSync(join(walk, 'worker.js'))) cpSync(walk, join(dist, 'walk'), { recursive: true, filter: f => !/index\.html/.test(f) });
else console.warn(`the walk's part is not in ${walk}: this build has the page alone`);

function* files(folder) {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* files(path);
    else yield path;
  }
}

// What a browser reads before a page is there: the page, its scripts and styles, and the texts of one language.
function firstPage(page) {
  const html = readFileSync(page, 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(m => readFileSync(join(dist, m[1])));
  const texts = readdirSync(join(dist, 'assets')).filter(f => /^desk-.*texts-desk-de/.test(f)).map(f => readFileSync(join(dist, 'assets', f)));
  return [Buffer.from(html), ...named, ...texts].reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
}

// Packed copies are the server's, and the clinician's desk has no place on a phone; the rest is kept, each file with the hash of its bytes.
const list = Object.fromEntries(
  [...files(dist)].filter(f => !/\.(br|gz|map)$|\/sw\.js$|\/desk\.html$|\/assets\/desk-[^/]+$/.test(f.replaceAll('\\', '/'))).map(f => [relative(dist, f).replaceAll('\\', '/'), createHash('sha256').update(readFileSync(f)).digest('hex').slice(0, 16)]),
);
const version = createHash('sha256').update(JSON.stringify(list)).digest('hex').slice(0, 12);
const worker = readFileSync(join(here, 'build', 'sw.js'), 'utf8').replace('__VERSION__', version).replace('{ /* FILES */ }', JSON.stringify(list));
writeFileSync(join(dist, 'sw.js'), worker);
console.log(`version ${version}: ${Object.keys(list).length} files kept on the phone`);
console.log(`the desk's first page: ${(firstPage(join(dist, 'desk.html')) / 1000).toFixed(1)} kB packed`);
