import { BedSound } from './bed';

/** What took it away; 'late': walking backward, "stop" would come too late on what is heard now. */
export type SoundTaken = 'headset' | 'call' | 'late';

/** Notices while walking that the sound went elsewhere: a headset pulled or switched, a call, an alarm. Then there is silence until the person asks for sound again. */
export class SoundGuard {
  private watching = false;
  private readonly bed: BedSound;

  /** @param taken The sound is gone. @param stop The pause key of a headset or the lock screen. */
  constructor(private readonly taken: (why: SoundTaken) => void, private readonly stop: () => void) {
    this.bed = new BedSound(() => this.notice('call'));
    navigator.mediaDevices?.addEventListener('devicechange', () => this.notice('headset'));
  }

  /** Begins to watch, in answer to a click. */
  async begin(context: AudioContext): Promise<void> {
    this.watching = true;
    context.onstatechange = () => {
      if (context.state !== 'running') this.notice('call');
    };
    if ('mediaSession' in navigator)
      for (const action of ['pause', 'stop'] as const)
        navigator.mediaSession.setActionHandler(action, () => {
          if (this.watching) this.stop();
        });
    await this.bed.start().catch(() => undefined); // without it the walk goes on; a hidden page may then be put to sleep
    if ('mediaSession' in navigator) navigator.mediaSession.playbackState = 'playing';
  }

  /** No longer watches; what was taken stays taken. */
  end(): void {
    this.watching = false;
    this.bed.stop();
    if ('mediaSession' in navigator) navigator.mediaSession.playbackState = 'none';
  }

  private notice(why: SoundTaken): void {
    if (!this.watching) return;
    this.end();
    this.taken(why);
  }
}
