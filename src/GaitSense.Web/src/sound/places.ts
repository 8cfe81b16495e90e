import type { Cue, FateName } from '../walk/contract';

/** A sound on its way or sounding. Times are the context's, s. */
export interface Voice {
  readonly number: number;
  readonly kind: 'beat' | 'good' | 'word';
  /** When it was asked to begin. */
  readonly askedS: number;
  beginS: number;
  readonly durationS: number;
  /** Whether its beginning was reported. */
  begun: boolean;
  /** When its fade began; null: it does not fade. */
  fadeS: number | null;
}

/** What is to be done with the sound of a voice. */
export interface Orders {
  start(voice: Voice): void;
  /** It has not begun and does not. */
  takeBack(voice: Voice): void;
  /** It sounds, and ends within the fade. */
  fade(voice: Voice, atS: number): void;
  report(number: number, fate: FateName, atS: number): void;
}

/** How long a sound that is ended early goes on, s: as CueMixer. */
export const fadeS = 0.015;

/** So long words that could not be said in time wait, s. */
export const wordsWaitS = 3.5;

const mostBeats = 2;

/**
 * The places of CueMixer (GaitSense.Feedback) for a context that is told ahead: at most two beats, one good step and one phrase at once. A beat or a good step
 * that is late is missed; good steps give way to words; words wait.
 */
export class Places {
  private voices: Voice[] = [];

  constructor(private readonly orders: Orders) {}

  /** All that sounds or will. */
  get all(): readonly Voice[] {
    return this.voices;
  }

  /** @param nowS Now. @param firstS The first moment that can still be given a sound: what is rendered ahead is out of reach. */
  schedule(cue: Pick<Cue, 'number' | 'clip'>, atS: number, durationS: number, nowS: number, firstS = nowS): void {
    const kind = cue.clip === 'word' ? 'word' : cue.clip === 'good' ? 'good' : 'beat';
    const voice: Voice = { number: cue.number, kind, askedS: atS, beginS: atS, durationS, begun: false, fadeS: null };
    this.due(nowS);
    if (kind === 'word') this.scheduleWords(voice, nowS, firstS);
    else if (atS < firstS) this.orders.report(voice.number, 'missed', nowS);
    else if (kind === 'good' && this.at('word', atS, durationS).length > 0) this.orders.report(voice.number, 'gave_way', nowS);
    else if (this.at(kind, atS, durationS).length >= (kind === 'beat' ? mostBeats : 1)) this.orders.report(voice.number, 'crowded', nowS);
    else this.begin(voice);
  }

  /** What has not begun is taken back, what sounds fades; words only where they are meant too. */
  silence(words: boolean, nowS: number): void {
    this.due(nowS);
    for (const voice of [...this.voices]) {
      if (voice.kind === 'word' && !words) continue;
      this.end(voice, nowS, 'cancelled');
    }
  }

  /** Reports what has begun by now and forgets what is over. */
  due(nowS: number): void {
    for (const voice of this.voices) {
      if (voice.begun || voice.beginS > nowS) continue;
      voice.begun = true;
      this.orders.report(voice.number, 'begun', voice.beginS);
    }
    this.voices = this.voices.filter(v => endOf(v) > nowS);
  }

  /** The next moment at which something begins, s; null: nothing waits. */
  get nextS(): number | null {
    const waiting = this.voices.filter(v => !v.begun).map(v => v.beginS);
    return waiting.length > 0 ? Math.min(...waiting) : null;
  }

  private scheduleWords(voice: Voice, nowS: number, firstS: number): void {
    if (voice.askedS < firstS) {
      // Of words that are late together the newest are said.
      for (const other of this.voices.filter(v => v.kind === 'word' && !v.begun && v.askedS < firstS)) {
        this.orders.takeBack(other);
        this.orders.report(other.number, 'missed', nowS);
        this.drop(other);
      }
      voice.beginS = firstS;
    }
    for (let before = this.at('word', voice.beginS, voice.durationS)[0]; before; before = this.at('word', voice.beginS, voice.durationS)[0]) voice.beginS = endOf(before);
    if (voice.beginS - voice.askedS > wordsWaitS) {
      this.orders.report(voice.number, 'missed', nowS);
      return;
    }
    for (const good of this.at('good', voice.beginS, voice.durationS)) {
      if (good.beginS >= voice.beginS) this.end(good, nowS, 'gave_way');
      else if (good.fadeS === null) {
        good.fadeS = voice.beginS;
        this.orders.fade(good, voice.beginS);
      }
    }
    this.begin(voice);
  }

  private begin(voice: Voice): void {
    this.voices.push(voice);
    this.orders.start(voice);
  }

  private end(voice: Voice, nowS: number, fate: FateName): void {
    if (!voice.begun) {
      this.orders.takeBack(voice);
      this.orders.report(voice.number, fate, nowS);
      this.drop(voice);
    } else if (voice.fadeS === null || voice.fadeS > nowS) {
      voice.fadeS = nowS;
      this.orders.fade(voice, nowS);
    }
  }

  private drop(voice: Voice): void {
    this.voices = this.voices.filter(v => v !== voice);
  }

  private at(kind: Voice['kind'], beginS: number, durationS: number): Voice[] {
    return this.voices.filter(v => v.kind === kind && v.beginS < beginS + durationS && endOf(v) > beginS + 1e-9);
  }
}

const endOf = (v: Voice): number => (v.fadeS === null ? v.beginS + v.durationS : Math.min(v.beginS + v.durationS, v.fadeS + fadeS));
