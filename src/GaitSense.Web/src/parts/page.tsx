import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../texts/texts';
import { shown } from '../state/screen';
import { onArrival, readAloud } from '../state/spoken';
import { isDemo } from '../state/walkPart';
import { Button } from './controls';

/**
 * One screen: a heading that the keyboard's and a screen reader's attention goes to, what it says, and what can be done. It is spoken on arrival.
 * @param said What is spoken after the title. @param quiet A screen that is not spoken by itself.
 */
export function Page({ title, said = [], onBack, quiet, children }: { title: string; said?: readonly string[]; onBack?: () => void; quiet?: boolean; children: ComponentChildren }): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  const arrival = shown.value;
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    if (!quiet) onArrival([title, ...said]);
    // What is said is read once, on arrival: a number that changes later is not said again.
  }, [arrival, title]);
  return (
    <main class="page">
      {isDemo && <p class="demo">{t('page.demo')}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
      <nav class="row">
        {onBack && <Button icon="back" label={t('page.back')} onPress={onBack} />}
        <Button icon="sound" label={t('page.read-aloud')} onPress={() => readAloud([title, ...said])} />
      </nav>
    </main>
  );
}
