import { signal } from '@preact/signals';

export type Screen = 'home' | 'ready' | 'shoes' | 'walking' | 'rest' | 'heavier' | 'confirm' | 'after' | 'weeks' | 'help' | 'settings' | 'plan' | 'tap' | 'unsupported';

/** So long after a screen has changed nothing is taken as meant for it, ms. */
export const guardMs = 500;

export const screen = signal<Screen>('home');
/** Goes up with every page that is shown, questions of one screen included. */
export const shown = signal(0);
let changedAt = -Infinity;

/** Whether a touch now may still have been meant for what was there before. */
export const isGuarded = (now: number): boolean => now - changedAt < guardMs;

/** Shows a screen. */
export function show(next: Screen): void {
  screen.value = next;
  turned();
}

/** The page shows something else, be it on the same screen: the guard begins anew. */
export function turned(): void {
  changedAt = performance.now();
  shown.value++;
  window.scrollTo(0, 0);
}
