import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { t } from '../../texts/texts';
import { get, post, remove } from '../api';
import type { Account, AuditRow, Listed, Role, Statement } from '../contract';
import { instant, word } from '../format';
import { Outcome, Panel, Show, Table } from '../parts/data';
import { Button, Check, Field, Form, Radios } from '../parts/controls';
import { Screen } from '../parts/screen';
import { useLoad, useTask } from '../state/load';
import { me } from '../state/me';
import { shortestPassword } from './firstRun';

const roles: readonly Role[] = ['clinician', 'researcher', 'walker', 'admin'];

/** Accounts, who may see whom, the audit, backups, nodes. No gait data. */
export function AdminScreen(): JSX.Element {
  const accounts = useLoad<Listed<Account> | Account[]>('accounts');
  return (
    <Screen title={t('desk.nav.admin')} sub={t('desk.admin.text')}>
      <div class="panels">
        <Panel title={t('desk.accounts')} wide>
          <Show of={accounts}>
            {list => <ul class="accounts">{(Array.isArray(list) ? list : list.items).map(a => <AccountRow key={a.user} of={a} again={accounts.again} />)}</ul>}
          </Show>
        </Panel>
        <NewAccount again={accounts.again} />
        <Rules />
        <Backup />
        <Nodes />
        <Audit />
      </div>
    </Screen>
  );
}

function AccountRow({ of: a, again }: { of: Account; again: () => void }): JSX.Element {
  const code = useSignal(''), sure = useSignal(false), task = useTask();
  const then = (what: Promise<unknown>): void => void task.run(() => what.then(again));
  return (
    <li>
      <h3>{a.user}</h3>
      <p>
        {a.roles.map(r => (
          <span class="tag" key={r}>{t(`desk.role.${r}`)}</span>
        ))}
      </p>
      {a.people.length > 0 && (
        <ul class="members" aria-label={t('desk.members', a.user)}>
          {a.people.map(p => (
            <li key={p}>
              {p}
              <button type="button" class="quiet" aria-label={t('desk.members.remove', p, a.user)} onClick={() => then(remove(`accounts/${encodeURIComponent(a.user)}/people/${encodeURIComponent(p)}`))}>×</button>
            </li>
          ))}
        </ul>
      )}
      {(a.roles.includes('clinician') || a.roles.includes('walker')) && (
        <Form label={t('desk.members', a.user)} submit={t('desk.members.add')} main={false} busy={task.busy} onSend={() => then(post(`accounts/${encodeURIComponent(a.user)}/people`, { code: code.value.trim() }).then(() => (code.value = '')))}>
          <Field label={t('desk.members.code')} value={code.value} onValue={v => (code.value = v)} autoComplete="off" required />
        </Form>
      )}
      {a.user !== me.value?.user &&
        (sure.value ? (
          <div class="actions">
            <Button kind="danger" label={t('desk.accounts.remove.sure', a.user)} disabled={task.busy} onPress={() => then(remove(`accounts/${encodeURIComponent(a.user)}`))} />
            <Button label={t('desk.cancel')} onPress={() => (sure.value = false)} />
          </div>
        ) : (
          <Button label={t('desk.accounts.remove')} onPress={() => (sure.value = true)} />
        ))}
      <Outcome of={task} />
    </li>
  );
}

function NewAccount({ again }: { again: () => void }): JSX.Element {
  const user = useSignal(''), password = useSignal(''), chosen = useSignal<readonly Role[]>(['clinician']), task = useTask();
  return (
    <Panel title={t('desk.accounts.new')}>
      <Form
        submit={t('desk.accounts.make')}
        busy={task.busy}
        onSend={() =>
          void task.run(async () => {
            await post('accounts', { user: user.value.trim(), password: password.value, roles: chosen.value });
            [user.value, password.value] = ['', ''];
            again();
            return t('desk.saved');
          })
        }
      >
        <Field label={t('desk.user')} value={user.value} onValue={v => (user.value = v)} autoComplete="off" required maxLength={64} />
        <Field label={t('desk.password')} hint={t('desk.password.hint', shortestPassword)} type="password" value={password.value} onValue={v => (password.value = v)} autoComplete="new-password" required minLength={shortestPassword} />
        <fieldset class="radios">
          <legend>{t('desk.roles')}</legend>
          {roles.map(r => (
            <Check key={r} label={t(`desk.role.${r}`)} value={chosen.value.includes(r)} onValue={on => (chosen.value = on ? [...chosen.value, r] : chosen.value.filter(x => x !== r))} />
          ))}
        </fieldset>
      </Form>
      <Outcome of={task} />
    </Panel>
  );
}

function Backup(): JSX.Element {
  const task = useTask();
  return (
    <Panel title={t('desk.backup')}>
      <p>{t('desk.backup.text')}</p>
      <Button
        label={t('desk.backup.do')}
        disabled={task.busy}
        onPress={() =>
          void task.run(async () => {
            const { file, audit_hash } = await post<{ file: string; audit_hash: string }>('backups');
            return t('desk.backup.done', file, audit_hash);
          })
        }
      />
      <Outcome of={task} />
    </Panel>
  );
}

const regimes = ['approved_study', 'regulatory_decision'];

/** Verdicts and proposals are off until somebody states under which rules they apply. */
function Rules(): JSX.Element {
  const now = useLoad<{ statement?: Statement }>('statement');
  const regime = useSignal(regimes[0]!), reference = useSignal(''), task = useTask();
  return (
    <Panel title={t('desk.rules')}>
      <Show of={now}>{({ statement: s }) => <p>{s ? t('desk.rules.are', word(s.regime), s.reference, s.by, instant(s.at)) : t('desk.rules.off')}</p>}</Show>
      <details>
        <summary>{t('desk.rules.state')}</summary>
        <Form
          submit={t('desk.rules.do')}
          main={false}
          busy={task.busy}
          onSend={() =>
            void task.run(async () => {
              await post('statement', { regime: regime.value, reference: reference.value });
              now.again();
              return t('desk.saved');
            })
          }
        >
          <Radios legend={t('desk.rules.which')} value={regime.value} options={regimes.map(value => ({ value, label: word(value) }))} onValue={v => (regime.value = v)} />
          <Field label={t('desk.rules.reference')} hint={t('desk.rules.reference.hint')} value={reference.value} onValue={v => (reference.value = v)} required maxLength={200} />
        </Form>
        <Outcome of={task} />
      </details>
    </Panel>
  );
}

function Nodes(): JSX.Element {
  const nodes = useLoad<Listed<{ node: string; live?: number; heartbeat?: string }> | { node: string; live?: number; heartbeat?: string }[]>('nodes');
  return (
    <Panel title={t('desk.nodes')}>
      <Show of={nodes}>
        {list => (
          <Table caption={t('desk.nodes')} columns={[{ head: t('desk.node') }, { head: t('desk.nodes.live'), number: true }, { head: t('desk.nodes.seen') }]} rows={(Array.isArray(list) ? list : list.items).map(n => [n.node, n.live ?? 0, instant(n.heartbeat)])} />
        )}
      </Show>
    </Panel>
  );
}

function Audit(): JSX.Element {
  const rows = useSignal<readonly AuditRow[]>([]), next = useSignal<string | undefined>(undefined), task = useTask();
  const read = (after?: string): void =>
    void task.run(async () => {
      const page = await get<Listed<AuditRow>>(`audit?limit=50${after === undefined ? '' : `&after=${encodeURIComponent(after)}`}`);
      [rows.value, next.value] = [after === undefined ? page.items : [...rows.value, ...page.items], page.next];
    });
  return (
    <Panel title={t('desk.audit')} wide>
      <Button label={rows.value.length === 0 ? t('desk.audit.read') : t('desk.audit.again')} disabled={task.busy} onPress={() => read()} />
      <Outcome of={task} />
      {rows.value.length > 0 && (
        <Table
          caption={t('desk.audit')}
          columns={[{ head: t('desk.audit.no') }, { head: t('desk.day') }, { head: t('desk.user') }, { head: t('desk.what') }, { head: t('desk.audit.of') }, { head: t('desk.audit.hash') }]}
          rows={rows.value.map(r => [r.seq, instant(r.at), r.account, word(r.verb), r.what ?? '', <code>{r.hash.slice(0, 12)}</code>])}
        />
      )}
      {next.value !== undefined && <Button label={t('desk.more')} disabled={task.busy} onPress={() => read(next.value)} />}
    </Panel>
  );
}
