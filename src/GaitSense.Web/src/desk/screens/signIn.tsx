import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { t } from '../../texts/texts';
import { Problem } from '../api';
import { Outcome } from '../parts/data';
import { Button, Field, Form } from '../parts/controls';
import { Screen } from '../parts/screen';
import { useTask, type Task } from '../state/load';
import { signIn, signInByPasskey, signOut } from '../state/me';
import { hasPasskeys } from '../state/passkeys';

/** Password or passkey. */
export function SignInScreen(): JSX.Element {
  const user = useSignal(''), password = useSignal('');
  const task = useTask();
  return (
    <Screen title={t('desk.sign-in')}>
      <div class="narrow">
        <Form submit={t('desk.sign-in')} busy={task.busy} onSend={() => void task.run(() => signingIn(user.value, password.value))}>
          <Field label={t('desk.user')} value={user.value} onValue={v => (user.value = v)} autoComplete="username" required />
          <Field label={t('desk.password')} type="password" value={password.value} onValue={v => (password.value = v)} autoComplete="current-password" required />
        </Form>
        <ByPasskey task={task} />
        <Outcome of={task} />
      </div>
    </Screen>
  );
}

/** After ten minutes without a touch: who was here says so, and finds the desk as it was. */
export function LockedScreen({ user }: { user: string }): JSX.Element {
  const password = useSignal('');
  const task = useTask();
  return (
    <Screen title={t('desk.locked')} sub={t('desk.locked.text', user)}>
      <div class="narrow">
        <Form submit={t('desk.unlock')} busy={task.busy} onSend={() => void task.run(() => signingIn(user, password.value))}>
          <Field label={t('desk.password')} type="password" value={password.value} onValue={v => (password.value = v)} autoComplete="current-password" required />
        </Form>
        <ByPasskey task={task} />
        <Outcome of={task} />
        <button type="button" class="button" onClick={() => void signOut()}>{t('desk.other-user')}</button>
      </div>
    </Screen>
  );
}

/** A key of a computer, a phone or a stick in place of the password, where the address lets browsers ask for one. */
function ByPasskey({ task }: { task: Task }): JSX.Element | null {
  return hasPasskeys() ? <Button label={t('desk.passkey.use')} disabled={task.busy} onPress={() => void task.run(signInByPasskey)} /> : null;
}

async function signingIn(user: string, password: string): Promise<void> {
  try {
    await signIn(user, password);
  } catch (e) {
    throw e instanceof Problem && e.status === 401 ? new Problem(t('desk.sign-in.wrong'), 401) : e;
  }
}
