import { effect } from '@preact/signals';
import { loadTexts } from '../texts/texts';
import { kept, keep } from './keeping';
import { walkPart } from './walkPart';
import { adopt, readSettings, settings } from './settings';

// Settings are kept with the walks, in the browser's private files: what the browser is asked to keep for good (storage.persist), written whole or not at all, as walks.json is. Its small
// store (localStorage) has a copy, because the first page needs the language before anything is loaded; a browser may lose its last seconds, and people clear it with "cookies". Whichever is
// newer counts, so one alone is enough.

/** Takes the settings that are kept with the walks where they are newer, and keeps what changes from now on. */
export async function joinSettings(): Promise<void> {
  const there = readSettings(JSON.stringify(kept.value.settings ?? null));
  if (there.atMs > settings.value.atMs) {
    adopt(there);
    await loadTexts(there.language);
    await walkPart().changeLanguage(there.language);
  }
  effect(() => {
    const now = settings.value;
    if (now.atMs > (kept.peek().settings?.atMs ?? 0)) void keep(before => ({ ...before, settings: now }));
  });
}
