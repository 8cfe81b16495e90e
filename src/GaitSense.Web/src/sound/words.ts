import type { Language } from '../walk/contract';

interface Phrase { text: string; from: number; to: number }
interface Pack { language: Language; voice: string | null; phrases: Record<string, Phrase> }

/** Spoken words: audio files made at build, or the browser's own voice where there are none. */
export class Words {
  private pack: Pack | null = null;
  private bytes: ArrayBuffer | null = null;
  private readonly clips = new Map<string, AudioBuffer>();
  private decoded = false;

  constructor(private readonly base: URL, private language: Language) {}

  /** Loads the words of a language: a list, and one file with all of them. */
  async load(language: Language): Promise<void> {
    this.language = language;
    this.decoded = false;
    this.clips.clear();
    const pack = (await (await fetch(new URL(`${language}.json`, this.base))).json()) as Pack;
    this.bytes = pack.voice === null ? null : await (await fetch(new URL(`${language}.bin`, this.base))).arrayBuffer();
    this.pack = pack;
  }

  /** Makes sound of them, before the walk. */
  async decode(context: BaseAudioContext): Promise<void> {
    if (this.decoded || !this.pack || !this.bytes) return;
    this.decoded = true;
    const bytes = this.bytes;
    await Promise.all(
      Object.entries(this.pack.phrases).map(async ([key, { from, to }]) => {
        this.clips.set(key, await context.decodeAudioData(bytes.slice(from, to)));
      }),
    );
  }

  clip(key: string): AudioBuffer | null {
    return this.clips.get(key) ?? null;
  }

  /** Has the browser say a phrase; false where it cannot. */
  speak(key: string): boolean {
    const text = this.pack?.phrases[key]?.text;
    if (text === undefined || !('speechSynthesis' in window)) return false;
    speechSynthesis.cancel();
    speechSynthesis.speak(utterance(text, this.language));
    return true;
  }

  hush(): void {
    if ('speechSynthesis' in window) speechSynthesis.cancel();
  }
}

/** Words for the browser's own voice, in a language. */
export function utterance(text: string, language: Language): SpeechSynthesisUtterance {
  const u = new SpeechSynthesisUtterance(text);
  u.lang = language === 'de' ? 'de-DE' : 'en-GB';
  u.rate = 0.95;
  return u;
}
