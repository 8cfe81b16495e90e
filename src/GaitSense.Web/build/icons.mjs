// The page's icons from its own drawing: two shoes' soles on blue. PNG by hand (zlib is all it takes), so that a build needs no drawing program.
import { deflateSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc } from './crc.mjs';

// Soles as ellipses on a field of 100 by 100: centre, half axes, lean in degrees. icon.svg is written from the same numbers.
const soles = [
  { x: 37, y: 40, a: 10, b: 19, lean: 6 }, { x: 36, y: 73, a: 8, b: 10, lean: 6 },
  { x: 64, y: 28, a: 10, b: 19, lean: -6 }, { x: 65, y: 61, a: 8, b: 10, lean: -6 },
];
const blue = [11, 61, 120], white = [255, 255, 255];

export function icons(to) {
  const shapes = soles.map(s => `<ellipse cx="${s.x}" cy="${s.y}" rx="${s.a}" ry="${s.b}" transform="rotate(${s.lean} ${s.x} ${s.y})"/>`).join('');
  writeFileSync(join(to, 'icon.svg'), `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" rx="20" fill="#0b3d78"/><g fill="#fff">${shapes}</g></svg>\n`);
  for (const size of [192, 512]) writeFileSync(join(to, `icon-${size}.png`), png(size));
}

const isSole = (x, y) => soles.some(s => {
  const r = (s.lean * Math.PI) / 180, dx = x - s.x, dy = y - s.y, u = dx * Math.cos(r) + dy * Math.sin(r), v = dy * Math.cos(r) - dx * Math.sin(r);
  return (u / s.a) ** 2 + (v / s.b) ** 2 <= 1;
});

// A full square, so that a phone may cut it to its own shape; the soles keep clear of the edge.
function png(size) {
  const rows = Buffer.alloc(size * (1 + 3 * size));
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      let share = 0;
      for (const dy of [0.25, 0.75]) for (const dx of [0.25, 0.75]) share += isSole((100 * (x + dx)) / size, (100 * (y + dy)) / size) ? 0.25 : 0;
      for (let c = 0; c < 3; c++) rows[y * (1 + 3 * size) + 1 + 3 * x + c] = Math.round(blue[c] + share * (white[c] - blue[c]));
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]), size = Buffer.alloc(4), sum = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([size, body, sum]);
}
