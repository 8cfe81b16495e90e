import type { Task, WalkEnd } from '../walk/contract';
import type { Settings } from './settings';

/** A walk as the page keeps it: raw facts; what they mean is the walk's part. */
export interface WalkRecord {
  startedMs: number;
  endedMs: number;
  zone: string;
  task: Task;
  /** The slot of a team's plan that it followed; null: none. */
  slot: string | null;
  /** Its folder in the browser's private files. */
  folder: string;
  end: WalkEnd | null;
  /** Why it ended; 'cut-off': it did not, the page did. */
  stopReason: 'done' | 'stop' | 'tired' | 'pain' | 'sound' | 'shoe' | 'cut-off';
  /** The shoes were simulated ones. */
  simulated: boolean;
  after: { fatigue?: number; pain?: number };
}

/** Answers of one day's questions; 'skip' where one was skipped. */
export interface Check { atMs: number; zone: string; answers: Record<string, string> }

export interface Kept {
  version: 1;
  person: unknown;
  /** Plans of a team, as their files are, the newest last. */
  plans: string[];
  checks: Check[];
  walks: WalkRecord[];
  /** What a person has set (settings.ts). */
  settings?: Settings;
}

export const nothingKept = (): Kept => ({ version: 1, person: null, plans: [], checks: [], walks: [] });

/** Reads what was kept. An empty text is nothing; what is no such file is an error, so that it is never written over. */
export function readKept(text: string): Kept {
  if (text.trim() === '') return nothingKept();
  const kept = JSON.parse(text) as Partial<Kept>;
  if (kept.version !== 1) throw new Error('What was kept on this phone is of another version.');
  return { ...nothingKept(), ...kept };
}

/** Adds a walk or puts it in the place of itself; walks stay in the order of their beginnings. */
export function withWalk(kept: Kept, walk: WalkRecord): Kept {
  const walks = [...kept.walks.filter(w => w.folder !== walk.folder), walk].sort((a, b) => a.startedMs - b.startedMs);
  return { ...kept, walks };
}

const openMs = 2 * 3600_000;

/** The check that is being answered: the last one, for two hours and until a walk begins, as PhoneDay (GaitSense.Training) has it; else a new one. */
export function openCheck(kept: Kept, nowMs: number, zone: string): Check {
  const last = kept.checks.at(-1);
  return last && isOpen(last, kept, nowMs) ? { ...last, answers: { ...last.answers } } : { atMs: nowMs, zone, answers: {} };
}

/** Whether a check's answers still hold: for two hours, and until a walk begins. */
export const isOpen = (check: Check, kept: Kept, nowMs: number): boolean => Math.abs(nowMs - check.atMs) < openMs && !kept.walks.some(w => w.startedMs > check.atMs);

/** Adds the check of a moment or puts it in the place of itself; one without answers is taken out. */
export function withCheck(kept: Kept, check: Check): Kept {
  const checks = kept.checks.filter(c => c.atMs !== check.atMs);
  return { ...kept, checks: Object.keys(check.answers).length > 0 ? [...checks, check] : checks };
}

/** The folder of a walk: its beginning by the walker's clock, so that names sort. */
export function folderOf(startedMs: number, zone: string): string {
  const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: zone }).format(startedMs);
  return `walks/${day.replace(' ', 'T').replaceAll(':', '-')}`;
}
