import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { t } from '../../texts/texts';
import { pageAddress, post } from '../api';
import type { Listed, PersonDocument, Plan, Programme, Proposal } from '../contract';
import { day, isoDay, number, word } from '../format';
import { Lines, Outcome, Panel, Show, Table } from '../parts/data';
import { Button, Field, Form, LinkButton, Select } from '../parts/controls';
import { planOn, PlanStrip } from '../parts/planStrip';
import { Screen } from '../parts/screen';
import { useLoad, useTask } from '../state/load';
import { nameOf } from './person';

/** A person's plan: a first one from a programme in three minutes, on paper, its versions, what is proposed. */
export function PlanScreen({ person }: { person: string }): JSX.Element {
  const found = useLoad<PersonDocument>(`people/${person}`);
  return (
    <Show of={found}>
      {p => (
        <Screen title={t('desk.plan.of', p.person.code)} sub={nameOf(p)} trail={[[t('desk.nav.people'), 'people'], [p.person.code, 'people', person]]}>
          {p.plans.length === 0 ? <NewPlan person={person} again={found.again} /> : <Plans of={p} again={found.again} />}
          <p class="sub">{t('note.not-signed')}</p>
        </Screen>
      )}
    </Show>
  );
}

function Plans({ of: p, again }: { of: PersonDocument; again: () => void }): JSX.Element {
  const current = planOn(p.plans, isoDay(new Date()))!;
  const paper = `plans/${current.id}/paper`;
  return (
    <>
      <Panel title={t('desk.plan')} wide>
        <PlanStrip plans={p.plans} />
        <div class="actions">
          <LinkButton label={t('desk.plan.paper')} href={pageAddress(paper)} newTab main />
        </div>
      </Panel>
      <div class="panels">
        <Proposed person={p.person.id} again={again} />
        <ByHand person={p.person.id} plan={current} again={again} />
        <Panel title={t('desk.plan.versions')}>
          <Table
            caption={t('desk.plan.versions')}
            columns={[{ head: t('desk.plan.version-no') }, { head: t('desk.from') }, { head: t('desk.to') }, { head: t('desk.by') }, { head: t('desk.why') }]}
            rows={[...p.plans].sort((a, b) => b.version - a.version).map(v => [v.version, day(v.from), day(v.to), v.by, v.reason ?? ''])}
          />
        </Panel>
      </div>
    </>
  );
}

function NewPlan({ person, again }: { person: string; again: () => void }): JSX.Element {
  const programmes = useLoad<Listed<Programme> | Programme[]>('programmes');
  const template = useSignal(''), from = useSignal(isoDay(new Date())), longest = useSignal(''), rest = useSignal(''), path = useSignal('');
  const task = useTask();
  const given = (name: string, text: string): Record<string, number> => (text === '' ? {} : { [name]: Number(text) });
  return (
    <Show of={programmes}>
      {list => {
        const items = Array.isArray(list) ? list : list.items, chosen = template.value === '' ? (items[0]?.template ?? '') : template.value;
        return (
          <div class="narrow">
            <h2>{t('desk.plan.new')}</h2>
            <Form
              submit={t('desk.plan.make')}
              busy={task.busy}
              onSend={() =>
                void task.run(async () => {
                  await post<Plan>(`people/${person}/plans`, { template: chosen, from: from.value, ...given('longest_minutes', longest.value), ...given('rest_after_minutes', rest.value), ...given('path_m', path.value) });
                  again();
                })
              }
            >
              <Select label={t('desk.plan.programme')} value={chosen} options={items.map(i => ({ value: i.template, label: `${word(i.template)} (${t('desk.plan.weeks-n', i.weeks)})` }))} onValue={v => (template.value = v)} />
              <Field label={t('desk.from')} type="date" value={from.value} onValue={v => (from.value = v)} required />
              <Field label={t('desk.plan.longest')} hint={t('desk.plan.longest.hint')} type="number" min={0.1} max={120} step="any" value={longest.value} onValue={v => (longest.value = v)} />
              <Field label={t('desk.plan.rest-after')} type="number" min={0} max={120} step="any" value={rest.value} onValue={v => (rest.value = v)} />
              {chosen.startsWith('backward') && <Field label={t('desk.plan.path')} type="number" min={2} max={10} step="any" value={path.value} onValue={v => (path.value = v)} />}
            </Form>
            <Outcome of={task} />
          </div>
        );
      }}
    </Show>
  );
}

function Proposed({ person, again }: { person: string; again: () => void }): JSX.Element {
  const answer = useLoad<Proposal>(`people/${person}/proposal`);
  const task = useTask();
  return (
    <Panel title={t('desk.plan.proposal')}>
      <Show of={answer}>
        {a => (
          <>
            {a.proposal ? (
              <>
                <p>
                  {word(a.proposal.kind)}, {t('desk.plan.from-day', day(a.proposal.from))}: {a.proposal.reason}
                </p>
                <Lines of={a.proposal.steps.map(s => `${word(s.task)}: ${word(s.variable)} ${number(s.before)} → ${number(s.after)}`)} />
                <Button label={t('desk.plan.confirm')} kind="main" disabled={task.busy} onPress={() => void task.run(() => post(`people/${person}/plans/change`, { what: 'proposal' }).then(again))} />
              </>
            ) : (
              <p>{t('desk.plan.stays')}</p>
            )}
            <Lines of={a.reasons} />
          </>
        )}
      </Show>
      <Outcome of={task} />
    </Panel>
  );
}

function ByHand({ person, plan, again }: { person: string; plan: Plan; again: () => void }): JSX.Element {
  const tasks = [...new Set(plan.slots.map(s => s.task))];
  const of = useSignal(tasks[0] ?? ''), what = useSignal('minutes'), by = useSignal('-10'), reason = useSignal('');
  const task = useTask();
  return (
    <Panel title={t('desk.plan.by-hand')}>
      <Form
        submit={t('desk.plan.change')}
        main={false}
        busy={task.busy}
        onSend={() =>
          void task.run(async () => {
            await post(`people/${person}/plans/change`, { what: what.value, task: of.value, by: Number(by.value), reason: reason.value });
            again();
            return t('desk.saved');
          })
        }
      >
        <Select label={t('desk.task')} value={of.value} options={tasks.map(value => ({ value, label: word(value) }))} onValue={v => (of.value = v)} />
        <Select label={t('desk.what')} value={what.value} options={[{ value: 'minutes', label: t('desk.plan.by-minutes') }, { value: 'lengths', label: t('desk.plan.by-lengths') }, { value: 'tempo', label: t('desk.plan.by-tempo') }]} onValue={v => (what.value = v)} />
        <Field label={t('desk.plan.by')} type="number" min={-50} max={50} step="any" value={by.value} onValue={v => (by.value = v)} required />
        <Field label={t('desk.why')} value={reason.value} onValue={v => (reason.value = v)} required maxLength={200} />
      </Form>
      <Outcome of={task} />
    </Panel>
  );
}
