// A very soft, even sound while walking. It keeps the page alive when the screen is off, makes the phone's pause key ours (the browser gives it only to pages that
// play a file), and its being paused from outside is how a call or another player is noticed.

const rateHz = 8000;
const seconds = 8;
const rms = 10 ** (-56 / 20);

export class BedSound {
  private audio: HTMLAudioElement | null = null;
  private wanted = false;

  /** @param taken The phone took the sound away. */
  constructor(private readonly taken: () => void) {}

  async start(): Promise<void> {
    if (!this.audio) {
      this.audio = new Audio(URL.createObjectURL(new Blob([noise()], { type: 'audio/wav' })));
      this.audio.loop = true;
      this.audio.addEventListener('pause', () => {
        if (this.wanted) this.taken();
      });
      this.audio.addEventListener('play', () => {
        if (!this.wanted) this.audio?.pause(); // a phone goes on by itself with what it had paused
      });
    }
    this.wanted = true;
    await this.audio.play();
  }

  stop(): void {
    this.wanted = false;
    this.audio?.pause();
  }
}

/** Soft noise without a beginning or an end: a WAV file whose end runs into its start. */
function noise(): ArrayBuffer {
  const n = rateHz * seconds;
  const samples = new Float64Array(n);
  let seed = 1;
  let low = 0;
  for (let i = -n / 8; i < n; i++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    low += 0.08 * (seed / 2 ** 31 - 1 - low);
    if (i >= 0) samples[i] = low; // before that the filter settles
  }
  const over = rateHz / 4;
  for (let i = 0; i < over; i++) samples[n - over + i] = samples[n - over + i]! * (1 - i / over) + samples[0]! * (i / over);
  const level = Math.sqrt(samples.reduce((sum, s) => sum + s * s, 0) / n);
  const wav = new DataView(new ArrayBuffer(44 + 2 * n));
  const text = (at: number, s: string): void => [...s].forEach((c, i) => wav.setUint8(at + i, c.charCodeAt(0)));
  text(0, 'RIFF');
  wav.setUint32(4, 36 + 2 * n, true);
  text(8, 'WAVEfmt ');
  wav.setUint32(16, 16, true);
  wav.setUint16(20, 1, true);
  wav.setUint16(22, 1, true);
  wav.setUint32(24, rateHz, true);
  wav.setUint32(28, 2 * rateHz, true);
  wav.setUint16(32, 2, true);
  wav.setUint16(34, 16, true);
  text(36, 'data');
  wav.setUint32(40, 2 * n, true);
  for (let i = 0; i < n; i++) wav.setInt16(44 + 2 * i, Math.round((32767 * rms * samples[i]!) / level), true);
  return wav.buffer;
}
