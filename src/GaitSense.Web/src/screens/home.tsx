import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { t } from '../texts/texts';
import { save } from '../state/files';
import { putAside, unreadable } from '../state/keeping';
import { show, turned } from '../state/screen';
import { home, mayStart, start, starting } from '../state/walker';
import { loaded } from '../state/walkPart';
import { installable, install, updateReady, useUpdate } from '../phone/app';
import { Button } from '../parts/controls';
import { Lines } from '../parts/lines';
import { Page } from '../parts/page';

/** What today offers, and the way to everything else. */
export function HomeScreen(): JSX.Element {
  const notToday = useSignal(false);
  const now = home.value;
  if (unreadable.value !== null) return <Unreadable text={unreadable.value} />;
  if (loaded.value === 'failed')
    return (
      <Page title={t('page.home.failed')}>
        <div class="acts">
          <Button main icon="again" label={t('page.home.reload')} onPress={() => location.reload()} />
          <Button icon="help" label={t('page.home.help')} onPress={() => show('help')} />
        </div>
      </Page>
    );
  if (!now) return <Page title={t('page.home.loading')} quiet>{<Ways />}</Page>;
  const cutOff = now.unfinished ? [t('page.home.unfinished')] : [];
  const said = notToday.value ? [t('page.home.rest-today')] : [now.sentence, ...now.reasons, ...cutOff];
  return (
    <Page title={t('page.home.hello')} said={said}>
      <div role="status">
        <Lines of={said} />
      </div>
      <div class="acts">
        {notToday.value ? (
          <Button
            main
            icon="undo"
            label={t('page.undo')}
            onPress={() => {
              notToday.value = false;
              turned();
            }}
          />
        ) : (
          mayStart(now) && (
            <>
              <Button main icon="walk" label={t(starting.value ? 'page.home.loading' : 'page.home.start')} onPress={() => void start()} />
              <Button
                icon="rest"
                label={t('page.home.not-today')}
                onPress={() => {
                  notToday.value = true;
                  turned();
                }}
              />
            </>
          )
        )}
      </div>
      <Ways />
    </Page>
  );
}

// What the phone keeps is damaged, or of a newer version of this page: it can be saved, and put aside.
function Unreadable({ text }: { text: string }): JSX.Element {
  const lines = [t('page.home.unreadable'), t('page.home.unreadable-what')];
  return (
    <Page title={t('page.home.failed')} said={lines}>
      <Lines of={lines} />
      <div class="acts">
        <Button main icon="again" label={t('page.home.reload')} onPress={() => location.reload()} />
        <Button icon="save" label={t('page.home.save-kept')} onPress={() => save(new File([text], 'walks.json', { type: 'application/json' }))} />
        <Button icon="no" label={t('page.home.anew')} onPress={() => void putAside().then(() => location.reload(), e => console.error(e))} />
        <Button icon="help" label={t('page.home.help')} onPress={() => show('help')} />
      </div>
    </Page>
  );
}

function Ways(): JSX.Element {
  return (
    <div class="acts">
      <Button icon="weeks" label={t('page.home.weeks')} onPress={() => show('weeks')} />
      <Button icon="help" label={t('page.home.help')} onPress={() => show('help')} />
      <Button icon="settings" label={t('page.home.settings')} onPress={() => show('settings')} />
      {installable.value && <Button icon="save" label={t('page.home.install')} onPress={() => void install()} />}
      {updateReady.value && <Button icon="again" label={`${t('page.home.update')} ${t('page.home.update-now')}`} onPress={useUpdate} />}
    </div>
  );
}
