import { signal } from '@preact/signals';
import type { Language } from '../walk/contract';
import type { Ear } from '../sound/stereoGain';
import { preferredLanguage } from '../texts/texts';
import { keepSmall, readSmall } from './small';

export interface Settings {
  language: Language;
  ear: Ear;
  spoken: boolean;
  /** dB below the ceiling. */
  volumeDb: number;
  /** The way to the ear beyond what the browser states, by output device, s. */
  latency: Record<string, number>;
  /** When they were changed last, ms since 1970; 0: never. */
  atMs: number;
}

const place = 'gaitsense.settings';

/** Loudest first: steps of 4 dB. */
export const volumesDb = [0, -4, -8, -12, -16, -20, -24] as const;

const usual = (): Settings => ({ language: preferredLanguage(navigator.languages), ear: 'both', spoken: true, volumeDb: -8, latency: {}, atMs: 0 });

/** Settings as they are kept; anything that cannot be read becomes usual again. */
export function readSettings(kept: string | null): Settings {
  const s = usual();
  try {
    const k = JSON.parse(kept ?? '{}') as Partial<Settings>;
    if (k.language === 'en' || k.language === 'de') s.language = k.language;
    if (k.ear === 'left' || k.ear === 'right' || k.ear === 'both') s.ear = k.ear;
    if (typeof k.spoken === 'boolean') s.spoken = k.spoken;
    if (typeof k.volumeDb === 'number' && k.volumeDb <= 0 && k.volumeDb >= -60) s.volumeDb = k.volumeDb;
    if (typeof k.atMs === 'number' && k.atMs > 0) s.atMs = k.atMs;
    for (const [device, latency] of Object.entries(k.latency ?? {})) if (typeof latency === 'number' && latency > -0.2 && latency < 1) s.latency[device] = latency;
  } catch {
    // usual ones
  }
  return s;
}

/** The settings; they are needed before anything else is loaded, so the browser's small store has a copy (keptSettings.ts). */
export const settings = signal<Settings>(readSettings(readSmall(place)));

export function change(part: Partial<Settings>): void {
  adopt({ ...settings.value, ...part, atMs: Date.now() });
}

/** Takes settings as they are. */
export function adopt(all: Settings): void {
  settings.value = all;
  keepSmall(place, JSON.stringify(all));
}

/** The output device that is in use now, as far as a page may know. */
export async function outputDevice(): Promise<string> {
  try {
    const outputs = (await navigator.mediaDevices.enumerateDevices()).filter(d => d.kind === 'audiooutput');
    return outputs.find(d => d.deviceId === 'default')?.label || outputs.map(d => d.label).join('+') || 'unnamed';
  } catch {
    return 'unnamed';
  }
}
