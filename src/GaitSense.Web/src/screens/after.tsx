import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { t } from '../texts/texts';
import { turned } from '../state/screen';
import { notKept } from '../state/keeping';
import { goHome, keepWalk, walk } from '../state/walker';
import { isGuarded } from '../state/screen';
import { Button } from '../parts/controls';
import { HandOver } from '../parts/handOver';
import { Face } from '../parts/icons';
import { Lines } from '../parts/lines';
import { Note } from '../parts/note';
import { Page } from '../parts/page';

type Asked = 'fatigue' | 'pain';

/** How it was: a face, pain, a sentence; then the walk as a file, by the person's own hand. */
export function AfterScreen(): JSX.Element {
  const asked = useSignal<Asked | null>('fatigue');
  const now = walk.value;
  if (!now) return <></>;
  const go = (to: Asked | null): void => {
    asked.value = to;
    turned();
  };
  if (asked.value !== null) {
    const what = asked.value;
    const after = (): void => go(what === 'fatigue' ? 'pain' : null);
    return (
      <Page key={what} title={t(`ask.${what}`)} said={[1, 2, 3, 4, 5].map(i => t(`face.${what}.${i}`))} {...(what === 'pain' ? { onBack: () => go('fatigue') } : {})}>
        <div class="faces">
          {[1, 2, 3, 4, 5].map(i => (
            <button
              type="button"
              class="button"
              key={i}
              aria-pressed={now.after[what] === i}
              onClick={() => {
                if (!isGuarded(performance.now())) void keepWalk({ ...now, after: { ...now.after, [what]: i } }).then(after);
              }}
            >
              <Face step={i} />
              <span>{t(`face.${what}.${i}`)}</span>
            </button>
          ))}
        </div>
        <div class="acts">
          <Button icon="next" label={t('answer.skip')} onPress={after} />
        </div>
      </Page>
    );
  }
  return <Summary onBack={() => go('pain')} />;
}

function Summary({ onBack }: { onBack: () => void }): JSX.Element {
  const saved = useSignal('');
  const now = walk.value!;
  const minutes = now.end ? Math.round((now.end.walkedS / 60) * 2) / 2 : 0;
  const lengths = Math.round(now.end?.lengths ?? 0);
  const walked = lengths > 0 ? t('after.backward', lengths) : t('after.walked', minutes, now.end?.steps ?? 0);
  const lines = [...(now.end ? [walked] : []), ...(now.stopReason === 'cut-off' ? [t('page.after.failed')] : []), ...(now.stopReason === 'tired' ? [t('gate.heavier')] : []), t(now.end?.storageProblem || notKept.value ? 'page.after.not-kept' : 'page.after.kept')];
  return (
    <Page title={t('page.after.title')} said={lines} onBack={onBack}>
      <Lines of={lines} />
      <Note text={saved.value} />
      <div class="acts">
        <Button main icon="yes" label={t('page.after.home')} onPress={() => void goHome()} />
        <HandOver walk={now} label="after" told={said => (saved.value = said)} />
      </div>
    </Page>
  );
}
