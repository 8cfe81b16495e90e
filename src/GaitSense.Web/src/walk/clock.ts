/** The one clock of page and workers: milliseconds since 1970, monotonic while the page lives. */
export const nowMs = (): number => performance.timeOrigin + performance.now();

/** When an event happened, on that clock. */
export const eventMs = (e: { timeStamp: number }): number => performance.timeOrigin + e.timeStamp;

/** The time of day, ms since 1970: for days, answers and records. The clock above stands still while a phone sleeps, so it is hours behind in the morning. */
export const dateMs = (): number => Date.now();
