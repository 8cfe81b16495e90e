import type { JSX } from 'preact';
import { t } from '../texts/texts';
import { show } from '../state/screen';
import { Button } from '../parts/controls';
import { Lines } from '../parts/lines';
import { Page } from '../parts/page';

/** A browser without Bluetooth: what works instead. */
export function UnsupportedScreen(): JSX.Element {
  const lines = ['android', 'desktop', 'iphone', 'in-app'].map(k => t(`page.unsupported.${k}`));
  return (
    <Page title={t('page.unsupported.title')} said={lines}>
      <Lines of={lines} />
      <div class="acts">
        <Button icon="walk" label={t('page.unsupported.demo')} onPress={() => location.assign('?demo')} />
        <Button icon="help" label={t('page.home.help')} onPress={() => show('help')} />
      </div>
    </Page>
  );
}
