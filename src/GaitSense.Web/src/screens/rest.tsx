import type { JSX } from 'preact';
import { t } from '../texts/texts';
import { show } from '../state/screen';
import { enough, goOn, heavier, home, isEnding, soundTaken } from '../state/walker';
import { walkState } from '../state/walkPart';
import { Button } from '../parts/controls';
import { Lines } from '../parts/lines';
import { Note } from '../parts/note';
import { Page } from '../parts/page';
import { unmet } from './confirm';
import { takenText } from './walking';

/** A rest, asked for or due; nothing here ends by itself. */
export function RestScreen(): JSX.Element {
  const state = walkState.value;
  const backward = home.value?.offer?.task === 'backward';
  const goFurther = (): void => {
    unmet.value = false;
    if (backward) show('confirm');
    else if (state?.restDue) show('heavier');
    else void goOn();
  };
  const finish = (): void => {
    unmet.value = false;
    void enough();
  };
  const rest = home.value?.offer?.rest ?? null;
  const lines = state?.done
    ? [t(backward ? 'page.rest.lengths-done' : 'page.rest.done')]
    : [...(unmet.value ? [t('page.confirm.no')] : state?.restDue ? [] : [t('page.rest.stopped')]), t('page.rest.sit'), ...(state?.restDue && rest !== null ? [t('page.rest.minutes', rest)] : [])];
  const taken = takenText(soundTaken.value);
  return (
    <Page title={t('page.rest.title')} said={lines}>
      <Lines of={[...(taken === '' ? [] : [taken]), ...lines]} />
      <Note text={isEnding.value ? t('page.rest.ending') : ''} />
      {!isEnding.value && (
        <div class="acts">
          <Button main icon="walk" label={t('page.rest.go-on')} onPress={goFurther} />
          <Button main icon="rest" label={t('page.rest.enough')} onPress={finish} />
        </div>
      )}
    </Page>
  );
}

/** The question of a rest, before the walk goes on. */
export function HeavierScreen(): JSX.Element {
  return (
    <Page title={t('question.heavier')} onBack={() => show('rest')}>
      <div class="acts">
        <Button main icon="no" label={t('answer.no')} onPress={() => void heavier('no')} />
        <Button main icon="yes" label={t('answer.yes')} onPress={() => void heavier('yes')} />
        <Button icon="next" label={t('answer.skip')} onPress={() => void heavier('skip')} />
      </div>
    </Page>
  );
}
