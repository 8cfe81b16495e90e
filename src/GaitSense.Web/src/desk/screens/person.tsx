import type { JSX } from 'preact';
import { t } from '../../texts/texts';
import { patch } from '../api';
import type { Listed, PersonDocument, SessionRow } from '../contract';
import { day, decimalsOf, instant, kindText, measureText, number, withUnit, word } from '../format';
import { Facts, Outcome, Panel, Show, Table } from '../parts/data';
import { Button, LinkButton } from '../parts/controls';
import { PlanStrip } from '../parts/planStrip';
import { Screen } from '../parts/screen';
import { link } from '../route';
import { useLoad, useTask } from '../state/load';
import { Additions } from './additions';
import { ImportWalk } from './importWalk';
import { PersonData } from './personData';

/** Code, name and year of birth of a person, as they stand on every screen that is about one. */
export const nameOf = (p: PersonDocument): string => [p.identity?.name, p.identity?.birth_year].filter(v => v !== undefined && v !== '').join(', ');

export function PersonScreen({ person }: { person: string }): JSX.Element {
  const found = useLoad<PersonDocument>(`people/${person}`);
  const sessions = useLoad<Listed<SessionRow>>(`people/${person}/sessions?limit=100`);
  return <Show of={found}>{p => <Person of={p} sessions={sessions} again={found.again} />}</Show>;
}

function Person({ of: p, sessions, again }: { of: PersonDocument; sessions: ReturnType<typeof useLoad<Listed<SessionRow>>>; again: () => void }): JSX.Element {
  const id = p.person.id;
  return (
    <Screen
      title={p.person.code}
      sub={`${nameOf(p) || t('desk.name.none')} · ${word(p.person.status)}`}
      trail={[[t('desk.nav.people'), 'people']]}
      actions={
        <>
          <LinkButton label={t('desk.walk')} href={link('people', id, 'walk')} main />
          <LinkButton label={t('desk.test')} href={link('people', id, 'test')} main />
          <LinkButton label={t('desk.progress')} href={link('people', id, 'progress')} />
          <LinkButton label={t('desk.plan')} href={link('people', id, 'plan')} />
        </>
      }
    >
      <Status of={p} again={again} />
      <Panel title={t('desk.plan')} wide>
        <PlanStrip plans={p.plans} />
      </Panel>
      <div class="panels two">
        <Panel title={t('desk.measures')}>
          <Table
            caption={t('desk.measures')}
            empty={t('desk.measures.none')}
            columns={[{ head: t('desk.measure') }, { head: t('desk.direction') }, { head: t('desk.value'), number: true }, { head: t('desk.n'), number: true }, { head: t('desk.day') }]}
            rows={p.measures.map(m => [m.simulated ? <>{measureText(m.name, m.label)}<span class="tag">{t('desk.simulated')}</span></> : measureText(m.name, m.label), word(m.direction), withUnit(m.value, m.unit, decimalsOf(m.unit)), m.n ?? '–', day(m.at)])}
          />
        </Panel>
        <Panel title={t('desk.sessions')}>
          <Show of={sessions}>
            {list => (
              <Table
                caption={t('desk.sessions')}
                empty={t('desk.sessions.none')}
                columns={[{ head: t('desk.day') }, { head: t('desk.kind') }, { head: t('desk.minutes'), number: true }, { head: t('desk.count-steps'), number: true }, { head: t('desk.status') }]}
                rows={list.items.map(s => [
                  <a href={link('sessions', s.id)}>{instant(s.start)}</a>,
                  <>
                    {kindText(s.kind)}
                    {s.source === 'simulation' && <span class="tag">{word('simulation')}</span>}
                    {s.to_review > 0 && <span class="tag">{t('desk.to-review')}: {s.to_review}</span>}
                  </>,
                  number(s.minutes),
                  s.steps ?? '–',
                  word(s.status),
                ])}
              />
            )}
          </Show>
          <ImportWalk person={id} again={sessions.again} />
        </Panel>
      </div>
      <div class="panels">
        <Panel title={t('desk.sign-offs')}>
          <Table caption={t('desk.sign-offs')} columns={[{ head: t('desk.what') }, { head: t('desk.by') }, { head: t('desk.until') }]} rows={p.sign_offs.map(s => [word(s.what), s.by, day(s.until)])} />
        </Panel>
        <Panel title={t('desk.falls')}>
          <Table caption={t('desk.falls')} columns={[{ head: t('desk.day') }, { head: t('desk.injury') }, { head: t('desk.note') }]} rows={p.falls.map(f => [day(f.local_date), f.injury ? t('desk.yes') : t('desk.no'), f.text ?? ''])} />
        </Panel>
        <Panel title={t('desk.notes')}>
          <Table caption={t('desk.notes')} columns={[{ head: t('desk.day') }, { head: t('desk.by') }, { head: t('desk.note') }]} rows={p.notes.map(n => [instant(n.at), n.by, n.text])} />
        </Panel>
        <Panel title={t('desk.consents')}>
          <Table caption={t('desk.consents')} columns={[{ head: t('desk.what') }, { head: t('desk.given') }, { head: t('desk.withdrawn') }]} rows={p.consents.map(c => [word(c.what), day(c.given), day(c.withdrawn)])} />
        </Panel>
        <Additions person={id} again={again} />
        <PersonData of={p} again={again} />
      </div>
    </Screen>
  );
}

function Status({ of: p, again }: { of: PersonDocument; again: () => void }): JSX.Element | null {
  const task = useTask();
  if (p.person.status === 'active') return null;
  return (
    <div class="strip">
      <p>{t('desk.paused', word(p.person.status))}</p>
      <Button label={t('desk.paused.end')} onPress={() => void task.run(() => patch(`people/${p.person.id}`, { status: 'active' }).then(again))} />
      <Outcome of={task} />
    </div>
  );
}

/** What is kept of a person, as far as walking goes. */
export function PersonFacts({ of: p }: { of: PersonDocument }): JSX.Element {
  return (
    <Facts
      of={[
        [t('desk.aid'), word(p.person.aid)],
        [t('desk.orthosis'), word(p.person.orthosis)],
        [t('desk.side'), word(p.person.affected_side)],
        [t('desk.leg'), p.person.leg_length_m === undefined ? '–' : number(p.person.leg_length_m * 100, 0)],
        [t('desk.steps'), p.person.disease_steps ?? '–'],
        [t('desk.zone'), p.person.zone ?? '–'],
      ]}
    />
  );
}
