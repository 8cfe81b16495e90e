import type { JSX } from 'preact';

// Own drawings on a field of 24 by 24; a word always stands beside them.
const paths = {
  walk: 'M13 4.5a1.8 1.8 0 1 0 0-.01M9 21l3-6-2.500-3 1-5 3 2.500L17 11M10.500 7 7 9v3.500M12 15l2.500 2L16 21',
  stop: 'M8 3h8l5 5v8l-5 5H8l-5-5V8z',
  rest: 'M6 4v9h11v7M6 13v7M17 13V9',
  back: 'M20 12H5M11 5l-7 7 7 7',
  undo: 'M9 6 4 11l5 5M4 11h10a5 5 0 0 1 0 10h-3',
  weeks: 'M4 20h16M7 20v-6M12 20V6M17 20v-9',
  help: 'M9 9a3 3 0 1 1 4.500 2.600c-1 .6-1.500 1.200-1.500 2.400M12 18v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18',
  settings: 'M4 7h10M18 7h2M14 5v4M4 17h2M10 17h10M8 15v4',
  shoe: 'M3 17V8l3 1 3-1c1 3 5 5 10 6 2 .5 2 3 2 3zM3 20h18',
  yes: 'M5 13l4 4L19 7',
  no: 'M6 6l12 12M18 6 6 18',
  next: 'M4 12h15M13 5l7 7-7 7',
  sound: 'M4 9v6h4l5 4V5L8 9zM17 9a4 4 0 0 1 0 6M19.500 6a8 8 0 0 1 0 12',
  softer: 'M4 9v6h4l5 4V5L8 9zM16 12h5',
  louder: 'M4 9v6h4l5 4V5L8 9zM16 12h5M18.500 9.500v5',
  save: 'M12 4v11M7 11l5 5 5-5M4 20h16',
  share: 'M12 15V4M7 8l5-5 5 5M5 12v8h14v-8',
  again: 'M20 12a8 8 0 1 1-2.500-5.800M20 3v5h-5',
  home: 'M4 11l8-7 8 7v9h-5v-6H9v6H4z',
  plan: 'M6 3h9l4 4v14H6zM9 11h7M9 15h7',
  tap: 'M12 3v4M5 6l2.500 2.500M19 6l-2.500 2.500M12 11v10M9 14l3-3 3 3',
  language: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}

/** A face, 1 (well) to 5 (badly): the mouth bends the other way, step by step. */
export function Face({ step }: { step: number }): JSX.Element {
  const bend = 16 + (3 - step) * 2.2;
  return (
    <svg class="face" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="10" />
      <path d={`M8 9v1.500M16 9v1.500M7.500 ${(16 - (3 - step) * 0.8).toFixed(1)}Q12 ${(bend + (3 - step)).toFixed(1)} 16.500 ${(16 - (3 - step) * 0.8).toFixed(1)}`} />
    </svg>
  );
}
