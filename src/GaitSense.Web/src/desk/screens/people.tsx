import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../texts/texts';
import { get, post } from '../api';
import type { Listed, PersonDocument, PersonRow } from '../contract';
import { day, word } from '../format';
import { Outcome, Show, Table } from '../parts/data';
import { Button, Field, Form, LinkButton, Select } from '../parts/controls';
import { Screen } from '../parts/screen';
import { go, link } from '../route';
import { useLoad, useTask } from '../state/load';

const personName = (p: PersonRow): string => [p.name, p.birth_year].filter(v => v !== undefined && v !== '').join(', ');

/** A person by code or name: whoever is meant is one click, or Enter where only one is left. */
export function FindPerson(): JSX.Element {
  const text = useSignal(''), found = useSignal<readonly PersonRow[] | null>(null);
  useEffect(() => {
    if (text.value.trim() === '') {
      found.value = null;
      return;
    }
    let gone = false;
    const timer = setTimeout(() => {
      get<Listed<PersonRow>>(`people?limit=6&q=${encodeURIComponent(text.value.trim())}`).then(
        list => {
          if (!gone) found.value = list.items;
        },
        () => undefined, // the list of people says why
      );
    }, 150);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [text.value]);
  return (
    <form
      class="find"
      role="search"
      onSubmit={e => {
        e.preventDefault();
        const first = found.value?.[0];
        if (first) go('people', first.person);
      }}
    >
      <Field label={t('desk.people.find')} type="search" value={text.value} onValue={v => (text.value = v)} autoComplete="off" />
      <div role="status">
        {found.value &&
          (found.value.length === 0 ? (
            <p class="empty">{t('desk.people.find.none')}</p>
          ) : (
            <ul class="found">
              {found.value.map(p => (
                <li key={p.person}>
                  <a class="button" href={link('people', p.person)}>
                    <strong>{p.code}</strong> {personName(p)}
                  </a>
                </li>
              ))}
            </ul>
          ))}
      </div>
    </form>
  );
}

export function PeopleScreen(): JSX.Element {
  const text = useSignal(''), status = useSignal(''), more = useSignal<readonly PersonRow[]>([]), next = useSignal<string | undefined>(undefined);
  const query = `people?limit=50${text.value === '' ? '' : `&q=${encodeURIComponent(text.value)}`}${status.value === '' ? '' : `&status=${status.value}`}`;
  const people = useLoad<Listed<PersonRow>>(query);
  const task = useTask();
  useEffect(() => {
    [more.value, next.value] = [[], people.data?.next];
  }, [people.data]);
  return (
    <Screen title={t('desk.nav.people')} actions={<LinkButton label={t('desk.people.new')} main href={link('people', 'new')} />}>
      <div class="row" role="search">
        <Field label={t('desk.people.find')} type="search" value={text.value} onValue={v => (text.value = v)} autoComplete="off" />
        <Select label={t('desk.status')} value={status.value} onValue={v => (status.value = v)} options={[{ value: '', label: t('desk.all') }, ...['active', 'paused', 'ended'].map(s => ({ value: s, label: word(s) }))]} />
      </div>
      <Show of={people}>
        {list => (
          <Table
            caption={t('desk.nav.people')}
            empty={text.value === '' && status.value === '' ? t('desk.people.none') : t('desk.people.find.none')}
            columns={[{ head: t('desk.code') }, { head: t('desk.name-born') }, { head: t('desk.status') }, { head: t('desk.plan') }, { head: t('desk.last') }, { head: t('desk.to-review'), number: true }, { head: t('desk.begin') }]}
            rows={[...list.items, ...more.value].map(p => [
              <a href={link('people', p.person)}>{p.code}</a>,
              personName(p) || '–',
              <>
                {word(p.status)}
                {p.live !== undefined && <a class="tag" href={link('live', p.live)}>{t('desk.walks-now')}</a>}
              </>,
              p.plan ? t('desk.plan.week-of', word(p.plan.template), p.plan.week) : '–',
              day(p.last_session),
              p.to_review,
              <span class="begin">
                <a href={link('people', p.person, 'walk')} aria-label={t('desk.start.walk', p.code)}>{t('desk.walk')}</a>
                <a href={link('people', p.person, 'test')} aria-label={t('desk.start.test', p.code)}>{t('desk.test')}</a>
              </span>,
            ])}
          />
        )}
      </Show>
      {next.value !== undefined && (
        <Button
          label={t('desk.more')}
          disabled={task.busy}
          onPress={() =>
            void task.run(async () => {
              const page = await get<Listed<PersonRow>>(`${query}&after=${encodeURIComponent(next.value!)}`);
              [more.value, next.value] = [[...more.value, ...page.items], page.next];
            })
          }
        />
      )}
      <Outcome of={task} />
    </Screen>
  );
}

export const aids = ['none', 'one_stick', 'two_sticks', 'walker', 'person', 'rail'], orthoses = ['none', 'brace', 'stimulator'], sides = ['none', 'left', 'right', 'both'];
export const options = (values: readonly string[]): { value: string; label: string }[] => values.map(value => ({ value, label: word(value) }));

export function NewPersonScreen(): JSX.Element {
  const f = { code: useSignal(''), name: useSignal(''), birth_year: useSignal(''), aid: useSignal('none'), orthosis: useSignal('none'), affected_side: useSignal('none'), leg_length_cm: useSignal(''), disease_steps: useSignal('') };
  const task = useTask();
  const numbered = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));
  const add = async (): Promise<void> => {
    const leg = numbered(f.leg_length_cm.value), steps = numbered(f.disease_steps.value), born = numbered(f.birth_year.value);
    const made = await post<PersonDocument | { id: string }>('people', {
      code: f.code.value.trim(),
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      aid: f.aid.value,
      orthosis: f.orthosis.value,
      affected_side: f.affected_side.value,
      ...(leg === undefined ? {} : { leg_length_m: leg / 100 }),
      ...(steps === undefined ? {} : { disease_steps: steps }),
      ...(f.name.value.trim() === '' ? {} : { name: f.name.value.trim() }),
      ...(born === undefined ? {} : { birth_year: born }),
    });
    go('people', 'person' in made ? made.person.id : made.id);
  };
  return (
    <Screen title={t('desk.people.new')} trail={[[t('desk.nav.people'), 'people']]}>
      <div class="narrow">
        <Form submit={t('desk.people.add')} busy={task.busy} onSend={() => void task.run(add)}>
          <Field label={t('desk.code')} hint={t('desk.code.hint')} value={f.code.value} onValue={v => (f.code.value = v)} autoComplete="off" required maxLength={32} />
          <Field label={t('desk.name')} hint={t('desk.name.hint')} value={f.name.value} onValue={v => (f.name.value = v)} autoComplete="off" maxLength={100} />
          <Field label={t('desk.birth-year')} type="number" min={1900} max={new Date().getFullYear()} value={f.birth_year.value} onValue={v => (f.birth_year.value = v)} />
          <Select label={t('desk.aid')} value={f.aid.value} options={options(aids)} onValue={v => (f.aid.value = v)} />
          <Select label={t('desk.orthosis')} value={f.orthosis.value} options={options(orthoses)} onValue={v => (f.orthosis.value = v)} />
          <Select label={t('desk.side')} value={f.affected_side.value} options={options(sides)} onValue={v => (f.affected_side.value = v)} />
          <Field label={t('desk.leg')} type="number" min={40} max={130} value={f.leg_length_cm.value} onValue={v => (f.leg_length_cm.value = v)} />
          <Field label={t('desk.steps')} hint={t('desk.steps.hint')} type="number" min={0} max={8} value={f.disease_steps.value} onValue={v => (f.disease_steps.value = v)} />
        </Form>
        <Outcome of={task} />
      </div>
    </Screen>
  );
}
