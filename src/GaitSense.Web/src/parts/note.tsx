import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { say } from '../state/spoken';

/** Something that came up on a screen that is there already: shown, told to screen readers, and said aloud where that is wanted. */
export function Note({ text, alert }: { text: string; alert?: boolean }): JSX.Element {
  useEffect(() => {
    if (text !== '') say([text]);
  }, [text]);
  return <p role={alert ? 'alert' : 'status'}>{text}</p>;
}
