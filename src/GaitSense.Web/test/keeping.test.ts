import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Kept, WalkRecord } from '../src/state/kept';

// One file on the phone; each tab has the modules anew.
let file = '', isFull = false;
const worker = {
  call: (name: string, text?: string): Promise<string> => {
    if (name === 'Keep' && isFull) return Promise.reject(new Error('the storage is full'));
    if (name === 'Keep') file = text!;
    return Promise.resolve(file);
  },
};
vi.mock('../src/state/walkPart', () => ({ walkPart: () => ({ worker }) }));

// As the browser's: one after the other, over all tabs.
let last: Promise<unknown> = Promise.resolve();
vi.stubGlobal('navigator', { locks: { request: (_: string, __: unknown, act: () => Promise<void>) => (last = last.then(act)) } });
vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined, removeItem: () => undefined });

async function tab(): Promise<typeof import('../src/state/keeping')> {
  vi.resetModules();
  const keeping = await import('../src/state/keeping');
  await keeping.readKeptNow();
  return keeping;
}

const walk = (folder: string): WalkRecord => ({ startedMs: 1, endedMs: 2, zone: 'UTC', task: 'comfortable-walk', slot: null, folder, end: null, stopReason: 'stop', simulated: false, after: {} });
const withWalk = (folder: string) => (before: Kept): Kept => ({ ...before, walks: [...before.walks, walk(folder)] });
const withAnswer = (atMs: number, answers: Record<string, string>) => (before: Kept): Kept => ({ ...before, checks: [...before.checks, { atMs, zone: 'UTC', answers }] });
const onFile = (): Kept => JSON.parse(file) as Kept;

beforeEach(() => {
  file = '';
  isFull = false;
});

describe('what the phone keeps', () => {
  it('has what each of two tabs kept, and each of them knows it', async () => {
    const one = await tab(), other = await tab();
    await one.keep(withAnswer(1, { emergency: 'yes' }));
    await other.keep(withWalk('walks/a'));
    await one.keep(withWalk('walks/b'));
    expect(onFile().walks.map(w => w.folder)).toEqual(['walks/a', 'walks/b']);
    expect(onFile().checks).toHaveLength(1);
    expect(one.kept.value.walks).toHaveLength(2);
  });

  it('loses nothing of two changes at once', async () => {
    const one = await tab(), other = await tab();
    await Promise.all([one.keep(withWalk('walks/a')), one.keep(withWalk('walks/b')), other.keep(withWalk('walks/c')), other.keep(withAnswer(1, { news: 'no' }))]);
    expect(onFile().walks.map(w => w.folder).sort()).toEqual(['walks/a', 'walks/b', 'walks/c']);
    expect(onFile().checks).toHaveLength(1);
  });

  it('gets what had no room with the next change that has, each once', async () => {
    const one = await tab();
    isFull = true;
    expect(await one.keep(withWalk('walks/a'))).toBe(false);
    expect(one.kept.value.walks).toHaveLength(1);
    isFull = false;
    expect(await one.keep(withWalk('walks/b'))).toBe(true);
    expect(onFile().walks.map(w => w.folder)).toEqual(['walks/a', 'walks/b']);
    await one.keep(withWalk('walks/c'));
    expect(onFile().walks).toHaveLength(3);
  });

  it('is never written over where it cannot be read', async () => {
    const one = await tab();
    file = '{"version":2}';
    expect(await one.keep(withWalk('walks/a'))).toBe(false);
    expect(file).toBe('{"version":2}');
  });
});
