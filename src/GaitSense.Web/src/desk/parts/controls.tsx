import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

export function Button({ label, onPress, kind, disabled, pressed, hint }: { label: string; onPress: (at: number) => void; kind?: 'main' | 'plain' | 'danger'; disabled?: boolean; pressed?: boolean; hint?: string }): JSX.Element {
  return (
    <button type="button" class={`button ${kind ?? ''}`} disabled={disabled ?? false} {...(pressed === undefined ? {} : { 'aria-pressed': pressed })} onClick={e => onPress(e.timeStamp)}>
      {label}
      {hint !== undefined && <kbd>{hint}</kbd>}
    </button>
  );
}

export function LinkButton({ label, href, main, newTab }: { label: string; href: string; main?: boolean; newTab?: boolean }): JSX.Element {
  return (
    <a class={main ? 'button main' : 'button'} href={href} {...(newTab ? { target: '_blank', rel: 'noopener' } : {})}>
      {label}
    </a>
  );
}

interface FieldProps {
  label: string; value: string; onValue: (value: string) => void; type?: 'text' | 'password' | 'number' | 'date' | 'search'; hint?: string; required?: boolean; autoComplete?: string; min?: number | string; max?: number | string;
  step?: number | string; maxLength?: number; minLength?: number;
}

/** A field with its label and, where it needs one, a sentence that belongs to it. */
export function Field({ label, value, onValue, type = 'text', hint, ...rest }: FieldProps): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} type={type} value={value} onInput={e => onValue(e.currentTarget.value)} {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })} {...rest} />
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** A file that a person chooses; what is given is all of it, once. */
export function FileField({ label, hint, accept, onFile }: { label: string; hint: string; accept: string; onFile: (file: File | null) => void }): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} type="file" accept={accept} required aria-describedby={`${id}-hint`} onChange={e => onFile(e.currentTarget.files?.[0] ?? null)} />
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}

export interface Option { value: string; label: string }

export function Select({ label, value, options, onValue }: { label: string; value: string; options: readonly Option[]; onValue: (value: string) => void }): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={e => onValue(e.currentTarget.value)}>
        {options.map(o => (
          <option key={o.value} value={o.value} selected={o.value === value}>
            {o.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Radios({ legend, value, options, onValue }: { legend: string; value: string; options: readonly Option[]; onValue: (value: string) => void }): JSX.Element {
  const name = useId();
  return (
    <fieldset class="radios">
      <legend>{legend}</legend>
      {options.map(o => (
        <label key={o.value}>
          <input type="radio" name={name} value={o.value} checked={o.value === value} onChange={() => onValue(o.value)} />
          <span>{o.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function Check({ label, value, onValue }: { label: string; value: boolean; onValue: (value: boolean) => void }): JSX.Element {
  return (
    <label class="check">
      <input type="checkbox" checked={value} onChange={e => onValue(e.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}

/** A form that a script sends; the browser checks its fields first. */
export function Form({ label, children, onSend, submit, busy, main }: { label?: string; children?: ComponentChildren; onSend: () => void; submit: string; busy?: boolean; main?: boolean }): JSX.Element {
  return (
    <form
      class="form"
      {...(label === undefined ? {} : { 'aria-label': label })}
      onSubmit={e => {
        e.preventDefault();
        onSend();
      }}
    >
      {children}
      <button type="submit" class={main === false ? 'button' : 'button main'} disabled={busy ?? false}>
        {submit}
      </button>
    </form>
  );
}
