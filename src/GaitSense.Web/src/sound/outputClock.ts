/** What a context says of the frame that is at the output now. */
export interface OutputStamp { contextTime: number; performanceTime: number }

const kept = 15;
const jumpS = 0.02;

/**
 * When which moment of an AudioContext is heard. The context's stamps tremble by milliseconds, so the middle one of the last few counts; a real jump (another
 * device) is followed at once.
 */
export class OutputClock {
  private offsets: number[] = [];
  private offsetS = 0;

  /** True once anything is known. */
  get known(): boolean {
    return this.offsets.length > 0;
  }

  /** Context time minus page time, s. */
  get offset(): number {
    return this.offsetS;
  }

  /** @param pageS The page's time that belongs to a context time, s. */
  observe(contextS: number, pageS: number): void {
    const offset = contextS - pageS;
    if (this.known && Math.abs(offset - this.offsetS) > jumpS) this.offsets = [];
    this.offsets.push(offset);
    if (this.offsets.length > kept) this.offsets.shift();
    const sorted = [...this.offsets].sort((a, b) => a - b);
    this.offsetS = sorted[sorted.length >> 1]!;
  }

  /** The context time that is at the output at a time of the page, s. */
  contextAt(pageS: number): number {
    return pageS + this.offsetS;
  }

  /** The page's time at which a context time is at the output, s. */
  pageAt(contextS: number): number {
    return contextS - this.offsetS;
  }

  forget(): void {
    this.offsets = [];
  }
}

/** Reads a context's stamp: what is at the output, where the browser says it; else what is rendered, minus the latency it states. */
export function stampOf(context: AudioContext): OutputStamp {
  const stamp = context.getOutputTimestamp?.();
  if (stamp?.contextTime !== undefined && stamp.performanceTime !== undefined && stamp.contextTime > 0 && stamp.performanceTime > 0)
    return { contextTime: stamp.contextTime, performanceTime: stamp.performanceTime };
  return { contextTime: context.currentTime - (context.outputLatency || context.baseLatency || 0), performanceTime: performance.now() };
}
