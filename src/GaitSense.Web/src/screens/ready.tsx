import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { t } from '../texts/texts';
import { answer, canUndo, goHome, home, starting, undoAnswer } from '../state/walker';
import { Button } from '../parts/controls';
import { Lines } from '../parts/lines';
import { Page } from '../parts/page';

/** The questions of the day, one a screen; or why there is no walk. */
export function ReadyScreen(): JSX.Element {
  const waits = useSignal(false);
  const now = home.value!;
  const question = now.isEmergency ? undefined : now.questions[0];
  const back = (): void => void (canUndo() ? undoAnswer() : goHome());
  if (!question) {
    const lines = now.reasons.length > 0 ? now.reasons : [now.sentence];
    return (
      <Page title={t(now.isEmergency ? 'page.ready.emergency' : 'page.ready.no-walk')} said={lines} onBack={back}>
        <div role="alert">
          <Lines of={lines} />
        </div>
        <div class="acts">
          <Button main icon="home" label={t('page.ready.home')} onPress={() => void goHome()} />
        </div>
      </Page>
    );
  }
  const say = (value: string): void => {
    waits.value = starting.value;
    void answer(question.id, value).then(() => (waits.value = false));
  };
  return (
    <Page title={question.text} said={question.answers.map(a => a.text)} onBack={back}>
      <p class="lead" role="status">
        {waits.value ? t('page.home.loading') : ''}
      </p>
      <div class="acts">
        {question.answers.map(a => (
          <Button key={a.value} main icon={a.value === 'yes' ? 'yes' : 'no'} label={a.text} onPress={() => say(a.value)} />
        ))}
        {question.skippable && <Button icon="next" label={t('answer.skip')} onPress={() => say('skip')} />}
      </div>
    </Page>
  );
}
