import { signal } from '@preact/signals';

/** So long without a key or a touch, and the desk asks for the password again, ms. */
export const lockAfterMs = 10 * 60_000;

const lockPlace = 'gaitsense.desk.locked', activePlace = 'gaitsense.desk.active';
// Other tabs of the desk learn of a touch so often at most, ms.
const tellEachMs = 15_000;

/** Whether the desk is locked; it is so in all its tabs, and a reload does not open it. */
export const locked = signal(localStorage.getItem(lockPlace) === 'yes');

let told = 0;

export function unlocked(): void {
  touched(true);
  localStorage.removeItem(lockPlace);
  locked.value = false;
}

export function lock(): void {
  localStorage.setItem(lockPlace, 'yes');
  locked.value = true;
}

function touched(now = false): void {
  if (locked.value && !now) return;
  if (now || Date.now() - told > tellEachMs) localStorage.setItem(activePlace, String((told = Date.now())));
}

/** Whether so much time has passed since the last touch in any tab. */
export const isIdle = (lastMs: number, nowMs: number): boolean => nowMs - lastMs > lockAfterMs;

/** Watches for touches and locks. */
export function keepWatch(isSignedIn: () => boolean): void {
  const last = Number(localStorage.getItem(activePlace));
  if (isIdle(last, Date.now())) touched(true); // whoever comes now signs in, or was signed in lately enough for the server
  for (const kind of ['keydown', 'pointerdown', 'wheel'] as const) window.addEventListener(kind, () => touched(), { passive: true, capture: true });
  window.addEventListener('storage', e => {
    if (e.key === lockPlace) locked.value = e.newValue === 'yes';
  });
  setInterval(() => {
    if (isSignedIn() && !locked.value && isIdle(Number(localStorage.getItem(activePlace)), Date.now())) lock();
  }, 5000);
}
