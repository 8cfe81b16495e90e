import { utterance } from '../sound/words';
import { language } from '../texts/texts';
import { settings } from './settings';
import { soundTaken } from './walker';

/** Says what a screen says; anything said before ends. */
export function readAloud(lines: readonly string[]): void {
  if (!('speechSynthesis' in window)) return;
  speechSynthesis.cancel();
  for (const line of lines) if (line) speechSynthesis.speak(utterance(line, language.peek()));
}

/** Says a screen on arrival, where that is wanted; not into a device that nobody chose. */
export function onArrival(lines: readonly string[]): void {
  if (settings.peek().spoken && soundTaken.peek() === null) readAloud(lines);
}

/** Says something more, where that is wanted; what is being said is said to its end. */
export function say(lines: readonly string[]): void {
  if (!settings.peek().spoken || soundTaken.peek() !== null || !('speechSynthesis' in window)) return;
  for (const line of lines) if (line) speechSynthesis.speak(utterance(line, language.peek()));
}

export function hush(): void {
  if ('speechSynthesis' in window) speechSynthesis.cancel();
}
