import { utterance } from '../sound/words';
import { language } from '../texts/texts';
import { settings } from './settings';

/** Says what a screen says; anything said before ends. */
export function readAloud(lines: readonly string[]): void {
  if (!('speechSynthesis' in window)) return;
  speechSynthesis.cancel();
  for (const line of lines) if (line) speechSynthesis.speak(utterance(line, language.peek()));
}

/** Says a screen on arrival, where that is wanted. */
export function onArrival(lines: readonly string[]): void {
  if (settings.peek().spoken) readAloud(lines);
}

export function hush(): void {
  if ('speechSynthesis' in window) speechSynthesis.cancel();
}
