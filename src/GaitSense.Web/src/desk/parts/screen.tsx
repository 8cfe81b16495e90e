import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../texts/texts';
import { link } from '../route';

/** One screen: its heading takes the keyboard's and a screen reader's attention on arrival. */
export function Screen({ title, sub, actions, trail, children }: { title: string; sub?: ComponentChildren; actions?: ComponentChildren; trail?: readonly (readonly [string, ...string[]])[]; children: ComponentChildren }): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  // With the screen, not after it is drawn: a tab behind another is not, and after a sign-out would keep a person's code in its title.
  useLayoutEffect(() => {
    document.title = `${title} – GaitSense`;
  }, [title]);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [title]);
  return (
    <>
      {trail && (
        <nav class="trail" aria-label={t('desk.trail')}>
          {trail.map(([label, ...parts]) => (
            <a key={label} href={link(...parts)}>
              {label}
            </a>
          ))}
        </nav>
      )}
      <div class="head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {sub !== undefined && <p class="sub">{sub}</p>}
        </div>
        {actions !== undefined && <div class="actions">{actions}</div>}
      </div>
      {children}
    </>
  );
}
