import type { Language } from '../walk/contract';

// So long a walk waits for its words before it begins with the browser's own voice.
const patienceMs = 8000;

interface Phrase { text: string; from: number; to: number }
interface Pack { language: Language; voice: string | null; phrases: Record<string, Phrase> }

/** Spoken words: audio files made at build, or the browser's own voice where there are none. */
export class Words {
  private pack: Pack | null = null;
  private bytes: ArrayBuffer | null = null;
  private readonly clips = new Map<string, AudioBuffer>();
  private decoded = false;
  private waited: Promise<void> | null = null;
  private speaking: SpeechSynthesisUtterance | null = null;

  constructor(private readonly base: URL, private language: Language) {}

  /** Whether every phrase is a clip, which begins when it is told to. */
  get areClips(): boolean {
    return this.clips.size > 0;
  }

  /** Loads the words of a language: a list, and one file with all of them. Waits for no longer than a walk does; words that come later are there for the next one. */
  load(language: Language): Promise<void> {
    const waited = Promise.race([this.fetch(language), new Promise<void>(ok => setTimeout(ok, patienceMs))]).catch(e => {
      console.error(e);
      if (this.waited === waited) this.waited = null; // asked for once more before the next walk
    });
    this.waited = waited;
    return waited;
  }

  private async fetch(language: Language): Promise<void> {
    this.language = language;
    this.decoded = false;
    this.clips.clear();
    this.pack = this.bytes = null;
    const pack = (await (await fetch(new URL(`${language}.json`, this.base))).json()) as Pack;
    const bytes = pack.voice === null ? null : await (await fetch(new URL(`${language}.bin`, this.base))).arrayBuffer();
    if (this.language !== language) return; // another language since
    this.pack = pack;
    this.bytes = bytes;
  }

  /** Makes sound of them, before the walk; what did not come is asked for once more. */
  async decode(context: BaseAudioContext): Promise<void> {
    await (this.waited ?? this.load(this.language));
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
    this.speaking = utterance(text, this.language);
    this.speaking.onend = this.speaking.onerror = () => (this.speaking = null);
    speechSynthesis.speak(this.speaking);
    return true;
  }

  /** Ends a phrase that the browser's voice says for the walk; what a screen says goes on. */
  hush(): void {
    if (this.speaking !== null) speechSynthesis.cancel();
  }
}

/** Words for the browser's own voice, in a language. */
export function utterance(text: string, language: Language): SpeechSynthesisUtterance {
  const u = new SpeechSynthesisUtterance(text);
  u.lang = language === 'de' ? 'de-DE' : 'en-GB';
  u.rate = 0.95;
  return u;
}
