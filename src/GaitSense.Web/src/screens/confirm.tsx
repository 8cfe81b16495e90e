import type { JSX } from 'preact';
import { signal, useSignal } from '@preact/signals';
import { t } from '../texts/texts';
import { show, turned } from '../state/screen';
import { confirmed, home } from '../state/walker';
import { Button } from '../parts/controls';
import { Page } from '../parts/page';

/** A point of the list was not met: the rest says so. */
export const unmet = signal(false);

/** Before walking backward goes on: the list, point by point, for the path from here. */
export function ConfirmScreen(): JSX.Element {
  const at = useSignal(0);
  const points = home.value?.askedEachTime ?? [];
  const point = points[at.value] ?? 'path';
  const go = (to: number): void => {
    at.value = to;
    turned();
  };
  const title = t(`question.${point}`, home.value?.offer?.pathM ?? 0);
  return (
    <Page
      key={point}
      title={title}
      said={[t('answer.no'), t('answer.yes')]}
      onBack={() => (at.value === 0 ? show('rest') : go(at.value - 1))}
    >
      <div class="acts">
        <Button
          main
          icon="no"
          label={t('answer.no')}
          onPress={() => {
            unmet.value = true;
            show('rest');
          }}
        />
        <Button main icon="yes" label={t('answer.yes')} onPress={() => (at.value + 1 < points.length ? go(at.value + 1) : void confirmed())} />
      </div>
    </Page>
  );
}
