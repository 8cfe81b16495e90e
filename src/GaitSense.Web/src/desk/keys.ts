import type { TestState } from './contract';

/** What a key does in a timed test. */
export type KeyAct = 'go' | 'stop' | 'accept' | 'next' | { candidate: number } | { note: 'lap' | 'rest' | 'error' };

// A key that bounces, or a presenter pressed twice: within this after a change of the state nothing is taken, s. Nobody walks 3 m in half a second; a result is not accepted by the press that made it.
const guardS: Partial<Record<TestState, number>> = { running: 0.5, ended: 1, reviewed: 0.3 };

/** The one button in the hand: space bar, a presenter's keys, a Bluetooth shutter. */
const button = new Set([' ', 'PageDown', 'PageUp', 'AudioVolumeUp', 'VolumeUp', 'b', 'B', '.']);

// Noted while the clock runs: lengths of a corridor and rests of a walk for distance, errors of a second task.
const notes: Record<string, [unit: string, note: 'lap' | 'rest' | 'error']> = { l: ['m', 'lap'], r: ['m', 'rest'], e: ['%', 'error'] };

/** What a key press means; null: nothing. @param sinceS How long the test has been in this state. @param unit Unit of the test's result. */
export function actOf(state: TestState, key: string, sinceS: number, unit = 's'): KeyAct | null {
  const note = notes[key];
  if (state === 'running' && note?.[0] === unit) return { note: note[1] };
  if (sinceS < (guardS[state] ?? 0)) return null;
  const pressed = button.has(key), entered = key === 'Enter';
  switch (state) {
    case 'setup':
    case 'ready':
    case 'armed':
      return pressed ? 'go' : null;
    case 'running':
      return pressed ? 'stop' : null;
    case 'ended':
      // The button in the hand does not accept: who walks beside a person looks at the screen first.
      return entered ? 'accept' : /^[1-9]$/.test(key) ? { candidate: Number(key) - 1 } : null;
    case 'reviewed':
      return pressed || entered ? 'next' : null;
    default:
      return null;
  }
}

/** Whether the press belongs to what has the focus: a field, or a button that the key presses by itself. */
export function isForControl(key: string, tag: string, type: string): boolean {
  if (tag === 'TEXTAREA' || tag === 'SELECT') return true;
  if (tag === 'INPUT') return !(type === 'radio' && (key === 'Enter' || /^(Page|.*Volume)/.test(key)));
  return (tag === 'BUTTON' || tag === 'A' || tag === 'SUMMARY') && (key === ' ' || key === 'Enter');
}
