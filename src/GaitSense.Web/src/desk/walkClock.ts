/** The walk's time as the page's clock has it: a press carries the instant at which the browser received it (event.timeStamp), not that at which a script saw it. */
export class WalkClock {
  private offsetS: number | undefined;

  /** How far off it may be: half of the shortest round trip, s. */
  uncertaintyS = Infinity;

  /** Takes one answer. @param sentMs @param receivedMs The page's clock. @param walkS The walk's time when the server answered. */
  take(sentMs: number, receivedMs: number, walkS: number): void {
    const half = (receivedMs - sentMs) / 2000;
    if (!(half >= 0) || half >= this.uncertaintyS || !Number.isFinite(walkS)) return;
    this.uncertaintyS = half;
    this.offsetS = walkS - (sentMs / 1000 + half);
  }

  /** Begins again: after a lost connection old answers count no more. */
  forget(): void {
    [this.offsetS, this.uncertaintyS] = [undefined, Infinity];
  }

  /** The walk's time of an instant of the page's clock, s; undefined: not known yet, the server takes the moment of arrival. */
  at(pageMs: number): number | undefined {
    return this.offsetS === undefined ? undefined : pageMs / 1000 + this.offsetS;
  }
}

/** Asks some times; the shortest round trip counts. */
export async function ask(clock: WalkClock, walkS: () => Promise<number>, now: () => number = () => performance.now(), times = 5): Promise<void> {
  for (let i = 0; i < times; i++) {
    const sent = now();
    const said = await walkS();
    clock.take(sent, now(), said);
  }
}
