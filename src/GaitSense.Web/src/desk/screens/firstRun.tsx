import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { t } from '../../texts/texts';
import { Problem } from '../api';
import { Outcome } from '../parts/data';
import { Check, Field, Form } from '../parts/controls';
import { Screen } from '../parts/screen';
import { useTask } from '../state/load';
import { setUp } from '../state/me';

export const shortestPassword = 12;

/** The first account of this computer: the code that the console printed, a name, a password. */
export function FirstRunScreen(): JSX.Element {
  const code = useSignal(''), user = useSignal(''), password = useSignal(''), again = useSignal(''), clinician = useSignal(true);
  const task = useTask();
  return (
    <Screen title={t('desk.first')} sub={t('desk.first.text')}>
      <div class="narrow">
        <Form
          submit={t('desk.first.submit')}
          busy={task.busy}
          onSend={() =>
            void task.run(async () => {
              if (password.value !== again.value) throw new Problem(t('desk.password.differ'), 0);
              await setUp(code.value.trim(), user.value.trim(), password.value, clinician.value);
            })
          }
        >
          <Field label={t('desk.first.code')} hint={t('desk.first.code.hint')} value={code.value} onValue={v => (code.value = v)} autoComplete="one-time-code" required />
          <Field label={t('desk.user')} value={user.value} onValue={v => (user.value = v)} autoComplete="username" required maxLength={64} />
          <Field label={t('desk.password')} hint={t('desk.password.hint', shortestPassword)} type="password" value={password.value} onValue={v => (password.value = v)} autoComplete="new-password" required minLength={shortestPassword} />
          <Field label={t('desk.password.again')} type="password" value={again.value} onValue={v => (again.value = v)} autoComplete="new-password" required />
          <Check label={t('desk.first.clinician')} value={clinician.value} onValue={v => (clinician.value = v)} />
        </Form>
        <Outcome of={task} />
      </div>
    </Screen>
  );
}
