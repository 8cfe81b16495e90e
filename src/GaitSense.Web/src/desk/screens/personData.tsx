import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { t } from '../../texts/texts';
import { patch, post, remove } from '../api';
import type { PersonDocument } from '../contract';
import { instant } from '../format';
import { Outcome, Panel } from '../parts/data';
import { Button, Field, Form, Select } from '../parts/controls';
import { go } from '../route';
import { useTask } from '../state/load';
import { aids, options, orthoses } from './people';
import { PersonFacts } from './person';

/** What is kept of a person: seen, changed, a phone enrolled, all of it removed. */
export function PersonData({ of: p, again }: { of: PersonDocument; again: () => void }): JSX.Element {
  const id = p.person.id;
  const aid = useSignal(p.person.aid ?? 'none'), orthosis = useSignal(p.person.orthosis ?? 'none'), status = useSignal(p.person.status), name = useSignal(p.identity?.name ?? ''), born = useSignal(String(p.identity?.birth_year ?? ''));
  const typed = useSignal('');
  const change = useTask(), phone = useTask(), removing = useTask();
  return (
    <Panel title={t('desk.data')}>
      <PersonFacts of={p} />
      <details>
        <summary>{t('desk.data.change')}</summary>
        <Form
          submit={t('desk.save')}
          main={false}
          busy={change.busy}
          onSend={() =>
            void change.run(async () => {
              await patch(`people/${id}`, { aid: aid.value, orthosis: orthosis.value, status: status.value });
              if (name.value.trim() !== '' || born.value !== '') await post(`people/${id}/identity`, { name: name.value.trim(), ...(born.value === '' ? {} : { birth_year: Number(born.value) }) });
              again();
              return t('desk.saved');
            })
          }
        >
          <Field label={t('desk.name')} value={name.value} onValue={v => (name.value = v)} autoComplete="off" maxLength={100} />
          <Field label={t('desk.birth-year')} type="number" min={1900} max={new Date().getFullYear()} value={born.value} onValue={v => (born.value = v)} />
          <Select label={t('desk.aid')} value={aid.value} options={options(aids)} onValue={v => (aid.value = v)} />
          <Select label={t('desk.orthosis')} value={orthosis.value} options={options(orthoses)} onValue={v => (orthosis.value = v)} />
          <Select label={t('desk.status')} value={status.value} options={options(['active', 'paused', 'ended'])} onValue={v => (status.value = v)} />
        </Form>
        <Outcome of={change} />
      </details>
      <details>
        <summary>{t('desk.phone')}</summary>
        <p>{t('desk.phone.text')}</p>
        <Button
          label={t('desk.phone.code')}
          disabled={phone.busy}
          onPress={() => void phone.run(async () => {
            const { code, until } = await post<{ code: string; until: string }>(`people/${id}/enrolments`);
            return t('desk.phone.code.is', code, instant(until));
          })}
        />
        <Button label={t('desk.phone.revoke')} disabled={phone.busy} onPress={() => void phone.run(() => remove(`people/${id}/enrolments`).then(() => t('desk.phone.revoked')))} />
        <Outcome of={phone} />
      </details>
      <details>
        <summary>{t('desk.delete')}</summary>
        <p>{t('desk.delete.text', p.person.code)}</p>
        <Form submit={t('desk.delete.submit')} main={false} busy={removing.busy} onSend={() => void removing.run(() => remove(`people/${id}?confirm=${encodeURIComponent(typed.value)}`).then(() => go('people')))}>
          <Field label={t('desk.delete.code')} value={typed.value} onValue={v => (typed.value = v)} autoComplete="off" required />
        </Form>
        <Outcome of={removing} />
      </details>
    </Panel>
  );
}
