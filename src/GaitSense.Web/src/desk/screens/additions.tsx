import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { t } from '../../texts/texts';
import { post } from '../api';
import { isoDay } from '../format';
import { Outcome, Panel } from '../parts/data';
import { Check, Field, Form, Select } from '../parts/controls';
import { useTask } from '../state/load';
import { options } from './people';

const signOffDays = 14;

/** What a clinician writes down of a person: a note, a fall, a sign-off, a consent. */
export function Additions({ person, again }: { person: string; again: () => void }): JSX.Element {
  const today = isoDay(new Date());
  const note = useSignal(''), fallOn = useSignal(today), fallText = useSignal(''), injury = useSignal(false), what = useSignal('backward_at_home'), until = useSignal(isoDay(new Date(Date.now() + signOffDays * 86_400_000))), consent = useSignal('export');
  const task = useTask();
  const add = (path: string, body: unknown, after?: () => void): void =>
    void task.run(async () => {
      await post(`people/${person}/${path}`, body);
      after?.();
      again();
      return t('desk.saved');
    });
  return (
    <Panel title={t('desk.write-down')}>
      <Form submit={t('desk.note.add')} main={false} busy={task.busy} onSend={() => add('notes', { text: note.value }, () => (note.value = ''))}>
        <Field label={t('desk.note')} hint={t('desk.note.hint')} value={note.value} onValue={v => (note.value = v)} required maxLength={1000} />
      </Form>
      <details>
        <summary>{t('desk.fall.add')}</summary>
        <Form submit={t('desk.save')} main={false} busy={task.busy} onSend={() => add('falls', { local_date: fallOn.value, injury: injury.value, text: fallText.value })}>
          <Field label={t('desk.day')} type="date" max={today} value={fallOn.value} onValue={v => (fallOn.value = v)} required />
          <Check label={t('desk.injury')} value={injury.value} onValue={v => (injury.value = v)} />
          <Field label={t('desk.note')} value={fallText.value} onValue={v => (fallText.value = v)} maxLength={1000} />
        </Form>
      </details>
      <details>
        <summary>{t('desk.sign-off.add')}</summary>
        <p class="hint">{t('desk.sign-off.text')}</p>
        <Form submit={t('desk.sign-off.submit')} main={false} busy={task.busy} onSend={() => add('sign-offs', { what: what.value, until: until.value })}>
          <Select label={t('desk.what')} value={what.value} options={options(['backward_at_home', 'dual_task_at_home'])} onValue={v => (what.value = v)} />
          <Field label={t('desk.until')} type="date" min={today} value={until.value} onValue={v => (until.value = v)} required />
        </Form>
      </details>
      <details>
        <summary>{t('desk.consent.add')}</summary>
        <Form submit={t('desk.save')} main={false} busy={task.busy} onSend={() => add('consents', { what: consent.value })}>
          <Field label={t('desk.consent.what')} hint={t('desk.consent.hint')} value={consent.value} onValue={v => (consent.value = v)} required maxLength={80} />
        </Form>
      </details>
      <Outcome of={task} />
    </Panel>
  );
}
