import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { t } from '../texts/texts';
import { show } from '../state/screen';
import { home } from '../state/walker';
import { removePlan, takePlan } from '../state/taken';
import { Button, FileButton } from '../parts/controls';
import { Note } from '../parts/note';
import { Page } from '../parts/page';

/** The plan of a team: taken from a file by hand, in words, and away again. */
export function PlanScreen(): JSX.Element {
  const word = useSignal('');
  const plan = home.value?.plan ?? null;
  const line = plan ?? t('page.plan.none');
  return (
    <Page title={t('page.plan.title')} said={[line]} onBack={() => show('settings')}>
      <p class="lead">{line}</p>
      <Note text={word.value} />
      <div class="acts">
        <FileButton icon="plan" label={t('page.plan.choose')} accept=".json,application/json" onFile={file => void takePlan(file).then(lines => (word.value = lines.join(' ')))} />
        {plan !== null && <Button icon="no" label={t('page.plan.remove')} onPress={() => void removePlan().then(() => (word.value = t('page.plan.removed')))} />}
      </div>
    </Page>
  );
}
