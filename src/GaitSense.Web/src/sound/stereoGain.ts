export type Ear = 'left' | 'right' | 'both';

// As StereoGain (GaitSense.Feedback): equal power with 20 dB between the ears.
const near = 0.995037190209989;
const far = 0.0995037190209989;

/** Gains of the left and the right channel for a sound on a side; -1: left, 0: in the middle, 1: right. */
export function stereoGain(side: -1 | 0 | 1, ear: Ear): [left: number, right: number] {
  if (ear === 'left') return [1, 0];
  if (ear === 'right') return [0, 1];
  if (side === 0) return [Math.SQRT1_2, Math.SQRT1_2];
  return side < 0 ? [near, far] : [far, near];
}

/** Amplitude of a level in dB. */
export const fromDb = (db: number): number => 10 ** (db / 20);
