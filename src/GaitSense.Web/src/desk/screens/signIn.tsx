import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { t } from '../../texts/texts';
import { Problem } from '../api';
import { Outcome } from '../parts/data';
import { Button, Field, Form } from '../parts/controls';
import { Screen } from '../parts/screen';
import { useTask, type Task } from '../state/load';
import { resetPassword, signIn, signInByPasskey, signOut } from '../state/me';
import { hasPasskeys } from '../state/passkeys';
import { shortestPassword } from './firstRun';

/** Password or passkey, or what to do where neither is there. */
export function SignInScreen(): JSX.Element {
  const forgotten = useSignal(false);
  return forgotten.value ? <ResetScreen onBack={() => (forgotten.value = false)} /> : <ByPassword onForgotten={() => (forgotten.value = true)} />;
}

function ByPassword({ onForgotten }: { onForgotten: () => void }): JSX.Element {
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
        <button type="button" class="quiet" onClick={onForgotten}>{t('desk.reset')}</button>
      </div>
    </Screen>
  );
}

/** A forgotten password: the code that the server's console printed, and a new one. */
function ResetScreen({ onBack }: { onBack: () => void }): JSX.Element {
  const code = useSignal(''), user = useSignal(''), password = useSignal(''), again = useSignal('');
  const task = useTask();
  return (
    <Screen title={t('desk.reset')} sub={t('desk.reset.text')}>
      <div class="narrow">
        <Form
          submit={t('desk.reset.submit')}
          busy={task.busy}
          onSend={() =>
            void task.run(async () => {
              if (password.value !== again.value) throw new Problem(t('desk.password.differ'), 0);
              await resetPassword(code.value.trim(), user.value.trim(), password.value);
            })
          }
        >
          <Field label={t('desk.user')} value={user.value} onValue={v => (user.value = v)} autoComplete="username" required maxLength={64} />
          <Field label={t('desk.first.code')} hint={t('desk.reset.code.hint')} value={code.value} onValue={v => (code.value = v)} autoComplete="one-time-code" required />
          <Field label={t('desk.password.new')} hint={t('desk.password.hint', shortestPassword)} type="password" value={password.value} onValue={v => (password.value = v)} autoComplete="new-password" required minLength={shortestPassword} />
          <Field label={t('desk.password.again')} type="password" value={again.value} onValue={v => (again.value = v)} autoComplete="new-password" required />
        </Form>
        <Outcome of={task} />
        <button type="button" class="quiet" onClick={onBack}>{t('desk.reset.back')}</button>
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
