const shake = (pattern: number[]): void => {
  navigator.vibrate?.(pattern);
};

/** What the hand feels: STOP was taken, or something needs the eyes. */
export const vibrate = {
  stop: (): void => shake([200]),
  problem: (): void => shake([120, 120, 120, 120, 120]),
};
