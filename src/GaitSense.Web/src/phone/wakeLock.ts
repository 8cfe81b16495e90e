import { signal } from '@preact/signals';

/** Whether the screen may go dark although it should stay on. */
export const screenMayGoDark = signal(false);

/** Keeps the screen on while it is wanted; the phone takes the lock away when the page is hidden, so it is asked for again. */
export class ScreenOn {
  private lock: WakeLockSentinel | null = null;
  private wanted = false;

  constructor() {
    document.addEventListener('visibilitychange', () => {
      if (this.wanted && document.visibilityState === 'visible') void this.ask();
    });
  }

  begin(): Promise<void> {
    this.wanted = true;
    return this.ask();
  }

  async end(): Promise<void> {
    this.wanted = false;
    screenMayGoDark.value = false;
    await this.lock?.release();
    this.lock = null;
  }

  private async ask(): Promise<void> {
    try {
      if (!('wakeLock' in navigator)) throw new Error('none');
      const lock = await navigator.wakeLock.request('screen');
      if (!this.wanted) {
        await lock.release(); // the walk is over meanwhile
        return;
      }
      this.lock = lock;
      screenMayGoDark.value = false;
      // A phone that saves its battery takes it back, without a word to the person.
      lock.addEventListener('release', () => {
        if (this.wanted && this.lock === lock && document.visibilityState === 'visible') screenMayGoDark.value = true;
      });
    } catch {
      screenMayGoDark.value = this.wanted;
    }
  }
}
