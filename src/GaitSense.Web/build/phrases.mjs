// What cues can say, read from the one place where it stands: GaitSense.Feedback, Cues/Phrases.cs.
import { readFileSync } from 'node:fs';

/** @returns {Record<string, {en: string, de: string}>} the phrases by key */
export function phrases(file) {
  const source = readFileSync(file, 'utf8');
  const keys = new Map([...source.matchAll(/(\w+) = "([a-z0-9-]+)"/g)].map(m => [m[1], m[2]]));
  const found = [...source.matchAll(/\[(?:"([a-z0-9-]+)"|(\w+))\] = \("((?:[^"\\]|\\.)*)", "((?:[^"\\]|\\.)*)"\)/g)];
  const entries = (source.match(/\] = \("/g) ?? []).length;
  const all = Object.fromEntries(found.map(([, text, name, en, de]) => [text ?? keys.get(name), { en, de }]));
  if (found.length !== entries || entries < 30 || 'undefined' in all) throw new Error(`${file}: ${found.length} of ${entries} phrases could be read`);
  return all;
}
