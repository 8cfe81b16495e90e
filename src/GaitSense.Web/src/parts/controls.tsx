import type { ComponentChildren, JSX } from 'preact';
import { isGuarded } from '../state/screen';
import { Icon, type IconName } from './icons';

interface Act { onPress: () => void; children?: ComponentChildren }

/** A button that acts when it is let go, and not within half a second of a change of the screen. */
export function Button({ icon, label, onPress, main, pressed, disabled }: { icon: IconName; label: string; onPress: () => void; main?: boolean; pressed?: boolean; disabled?: boolean }): JSX.Element {
  return (
    <button
      type="button"
      class={main ? 'button main' : 'button'}
      disabled={disabled ?? false}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      onClick={() => {
        if (!isGuarded(performance.now())) onPress();
      }}
    >
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  );
}

/** A button that lets a person choose a file. */
export function FileButton({ icon, label, accept, onFile }: { icon: IconName; label: string; accept: string; onFile: (file: File) => void }): JSX.Element {
  return (
    <label class="button file">
      <Icon name={icon} />
      <span>{label}</span>
      <input
        type="file"
        accept={accept}
        onChange={e => {
          const file = e.currentTarget.files?.[0];
          e.currentTarget.value = ''; // the same file may be chosen again
          if (file) onFile(file);
        }}
      />
    </label>
  );
}

/** STOP: acts when it is touched, at any time, on the whole lower third. */
export function StopButton({ label, onPress }: Act & { label: string }): JSX.Element {
  return (
    <button
      type="button"
      class="stop"
      onPointerDown={onPress}
      onKeyDown={e => {
        if (e.key === 'Enter' || e.key === ' ') onPress();
      }}
      onClick={onPress} // speech control and screen readers
    >
      <Icon name="stop" />
      <span>{label}</span>
    </button>
  );
}
