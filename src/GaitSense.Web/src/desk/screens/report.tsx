import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { t } from '../../texts/texts';
import { address, get, pageAddress, post } from '../api';
import type { Listed, PersonRow, SessionDocument, Trial } from '../contract';
import { decimalsOf, instant, kindText, number, withUnit, word } from '../format';
import { Facts, Lines, Outcome, Panel, Show, Table } from '../parts/data';
import { Button, Field, Form, LinkButton } from '../parts/controls';
import { Screen } from '../parts/screen';
import { useLoad, useTask } from '../state/load';

/** A session afterwards: its values, its trials to look at, its report of two pages, who released it. */
export function ReportScreen({ session }: { session: string }): JSX.Element {
  const found = useLoad<SessionDocument>(`sessions/${session}`);
  return <Show of={found}>{s => <Report of={s} again={found.again} />}</Show>;
}

function Report({ of: s, again }: { of: SessionDocument; again: () => void }): JSX.Element {
  const release = useTask(), simulated = s.source === 'simulation';
  return (
    <Screen
      title={t('desk.report.of', s.code, kindText(s.kind))}
      sub={`${instant(s.start)}${simulated ? ` · ${t('desk.simulated')}` : ''}`}
      trail={[[t('desk.nav.people'), 'people'], [s.code, 'people', s.person]]}
      actions={
        <>
          <LinkButton label={t('desk.report.open')} href={pageAddress(`sessions/${s.id}/report`)} newTab main />
          {s.recording_hash !== undefined && <LinkButton label={t('desk.report.recording')} href={address(`sessions/${s.id}/recording`)} />}
        </>
      }
    >
      <p class="hint">{t('desk.report.print')}</p>
      <Lines of={s.warnings ?? []} />
      <div class="panels two">
        {(s.trials?.length ?? 0) > 0 && (
          <Panel title={t('desk.trials')} wide>
            <ul class="trials">
              {s.trials!.map(trial => (
                <Review key={trial.id} session={s.id} trial={trial} again={again} />
              ))}
            </ul>
          </Panel>
        )}
        <Panel title={t('desk.measures.session')}>
          <Table
            caption={t('desk.measures.session')}
            empty={t('desk.measures.none')}
            columns={[{ head: t('desk.measure') }, { head: t('desk.direction') }, { head: t('desk.value'), number: true }, { head: '95 %', number: true }, { head: t('desk.n'), number: true }]}
            rows={(s.measures ?? []).map(m => [
              [word(m.name), m.side === undefined ? '' : t(`desk.${m.side}`)].filter(x => x !== '').join(', '),
              m.direction === 'unknown' ? '–' : word(m.direction),
              m.value === undefined ? (m.withheld ?? '–') : withUnit(m.value, m.unit, decimalsOf(m.unit)),
              m.low95 === undefined || m.high95 === undefined ? '–' : `${number(m.low95, decimalsOf(m.unit))} – ${number(m.high95, decimalsOf(m.unit))}`,
              m.n,
            ])}
          />
        </Panel>
        <Panel title={t('desk.report.facts')}>
          <Facts
            of={[
              [t('desk.kind'), kindText(s.kind)],
              [t('desk.place'), word(s.place)],
              [t('desk.shoes'), word(s.source)],
              [t('desk.status'), word(s.status)],
              ...(s.stop_reason === undefined || s.stop_reason === 'none' ? [] : [[t('desk.why'), word(s.stop_reason)] as const]),
              ...(s.self_reports ?? []).map(r => [`${word(r.of)}, ${word(r.when)}`, r.value === undefined ? t('desk.not-said') : t(`desk.face.${r.of}.${r.value}`)] as const),
              [t('desk.software'), s.software ?? '–'],
            ]}
          />
        </Panel>
        <Panel title={t('desk.report.release')}>
          {s.released ? (
            <p>{t('desk.report.released', s.released.by, instant(s.released.at), s.released.hash)}</p>
          ) : (
            <>
              <p>{t('desk.report.release.text')}</p>
              <Button label={t('desk.report.release.do')} kind="main" disabled={release.busy} onPress={() => void release.run(() => post(`sessions/${s.id}/release`).then(again))} />
            </>
          )}
          <Outcome of={release} />
          <Assign session={s.id} code={s.code} again={again} />
        </Panel>
      </div>
      <p class="purpose">{t('note.purpose')}</p>
    </Screen>
  );
}

/** One trial: its candidates, and what a person says of it afterwards. */
function Review({ session, trial: x, again }: { session: string; trial: Trial; again: () => void }): JSX.Element {
  const reason = useSignal(''), task = useTask();
  const say = (validity: string, choice: { definition?: string; candidate?: number } = {}): void =>
    void task.run(async () => {
      await post(`sessions/${session}/trials/${x.id}/review`, { validity, ...choice, ...(reason.value === '' ? {} : { reason: reason.value }) });
      again();
      return t('desk.saved');
    });
  const feet = (x.feet ?? []).map(f => f.time_s ?? f.end_s - f.start_s);
  return (
    <li data-validity={x.validity}>
      <h3>
        {t('desk.trial', x.no)}: {kindText(x.test)}
        {x.practice && <span class="tag">{t('desk.test.practice')}</span>}
        <span class="tag">{word(x.validity)}</span>
      </h3>
      <Facts
        of={[
          [t('desk.test.official'), x.definition === undefined ? number(x.official, 2) : `${number(x.official, 2)} (${word(x.definition)})`],
          [word('watch'), withUnit(x.watch_s, 's', 2)],
          [word('feet'), feet.map(f => withUnit(f, 's', 2)).join(' | ') || '–'],
          ...(x.distance_m === undefined ? [] : [[t('desk.distance'), withUnit(x.distance_m, 'm', 1)] as const]),
          ...(x.parts ?? []).map(p => [word(p.name), withUnit(p.value, p.unit, 2)] as const),
          ...(x.reason ? [[t('desk.why'), x.reason] as const] : []),
        ]}
      />
      <details {...(x.validity === 'attention' ? { open: true } : {})}>
        <summary>{t('desk.review')}</summary>
        <p class="hint">{t('desk.review.one')}</p>
        <Field label={t('desk.why')} value={reason.value} onValue={v => (reason.value = v)} maxLength={200} />
        <div class="actions">
          {x.watch_s !== undefined && <Button label={t('desk.review.takes', word('watch'), withUnit(x.watch_s, 's', 2))} disabled={task.busy} onPress={() => say('valid', { definition: 'watch-from-go' })} />}
          {feet.length > 1 && feet.map((f, i) => <Button key={i} label={t('desk.review.takes', word('feet'), withUnit(f, 's', 2))} disabled={task.busy} onPress={() => say('valid', { candidate: i })} />)}
          {x.validity !== 'valid' && <Button label={t('desk.review.valid')} disabled={task.busy} onPress={() => say('valid')} />}
          {x.validity !== 'invalid' && <Button label={t('desk.review.invalid')} disabled={task.busy || reason.value === ''} onPress={() => say('invalid')} />}
        </div>
        <Outcome of={task} />
      </details>
    </li>
  );
}

/** A session that was recorded under the wrong person goes to the right one; it is in the audit. */
function Assign({ session, code, again }: { session: string; code: string; again: () => void }): JSX.Element {
  const to = useSignal(''), task = useTask();
  return (
    <details>
      <summary>{t('desk.assign')}</summary>
      <Form
        submit={t('desk.assign.do')}
        main={false}
        busy={task.busy}
        onSend={() =>
          void task.run(async () => {
            const people = await get<Listed<PersonRow>>(`people?q=${encodeURIComponent(to.value.trim())}`);
            const person = people.items.find(p => p.code.toLowerCase() === to.value.trim().toLowerCase());
            if (!person) return t('desk.people.find.none');
            await post(`sessions/${session}/assign`, { person: person.person });
            again();
            return t('desk.saved');
          })
        }
      >
        <Field label={t('desk.assign.to', code)} value={to.value} onValue={v => (to.value = v)} autoComplete="off" required />
      </Form>
      <Outcome of={task} />
    </details>
  );
}
