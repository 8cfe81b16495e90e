import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { t } from '../../texts/texts';
import { post, remove } from '../api';
import type { Listed, Passkey } from '../contract';
import { instant } from '../format';
import { Outcome, Panel, Show } from '../parts/data';
import { Button, Field, Form } from '../parts/controls';
import { Screen } from '../parts/screen';
import { useLoad, useTask } from '../state/load';
import { me } from '../state/me';
import { addPasskey, hasPasskeys } from '../state/passkeys';
import { shortestPassword } from './firstRun';

/** How the account that is signed in signs in: its password, its passkeys. */
export function AccountScreen(): JSX.Element {
  return (
    <Screen title={t('desk.account')} sub={me.value?.user}>
      <div class="panels">
        <Passkeys />
        <OwnPassword />
      </div>
    </Screen>
  );
}

function Passkeys(): JSX.Element {
  const kept = useLoad<Listed<Passkey>>('auth/passkey');
  const task = useTask();
  return (
    <Panel title={t('desk.passkeys')}>
      <p>{t('desk.passkey.text')}</p>
      <Show of={kept}>
        {list =>
          list.items.length === 0 ? (
            <p class="empty">{t('desk.passkey.none')}</p>
          ) : (
            <ul class="members" aria-label={t('desk.passkeys')}>
              {list.items.map(k => (
                <li key={k.id}>
                  {t('desk.passkey.made', instant(k.made))}
                  <button type="button" class="quiet" aria-label={t('desk.passkey.remove', instant(k.made))} onClick={() => void task.run(() => remove(`auth/passkey/${encodeURIComponent(k.id)}`).then(kept.again))}>×</button>
                </li>
              ))}
            </ul>
          )
        }
      </Show>
      {hasPasskeys() ? (
        <Button
          label={t('desk.passkey.add')}
          disabled={task.busy}
          onPress={() =>
            void task.run(async () => {
              await addPasskey();
              kept.again();
              return t('desk.passkey.added');
            })
          }
        />
      ) : (
        <p class="hint">{t('desk.passkey.no-name')}</p>
      )}
      <Outcome of={task} />
    </Panel>
  );
}

function OwnPassword(): JSX.Element {
  const old = useSignal(''), next = useSignal(''), task = useTask();
  return (
    <Panel title={t('desk.password.own')}>
      <Form
        submit={t('desk.password.change')}
        main={false}
        busy={task.busy}
        onSend={() =>
          void task.run(async () => {
            await post('auth/password', { old: old.value, new: next.value });
            [old.value, next.value] = ['', ''];
            return t('desk.saved');
          })
        }
      >
        <Field label={t('desk.password.old')} type="password" value={old.value} onValue={v => (old.value = v)} autoComplete="current-password" required />
        <Field label={t('desk.password.new')} hint={t('desk.password.hint', shortestPassword)} type="password" value={next.value} onValue={v => (next.value = v)} autoComplete="new-password" required minLength={shortestPassword} />
      </Form>
      <Outcome of={task} />
    </Panel>
  );
}
