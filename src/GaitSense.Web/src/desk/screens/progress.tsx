import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { t } from '../../texts/texts';
import { pageAddress } from '../api';
import type { PersonDocument, Progress, ProgressSeries, Quantity } from '../contract';
import { day, measureText, number, signed, unitText, word } from '../format';
import { Lines, Panel, Show, Table } from '../parts/data';
import { Check } from '../parts/controls';
import { Screen } from '../parts/screen';
import { useLoad } from '../state/load';
import { nameOf } from './person';

/** What changed over weeks: the server's plots, forward left and backward right, and beside them the same as tables, with limit, source and n. */
export function ProgressScreen({ person }: { person: string }): JSX.Element {
  const found = useLoad<PersonDocument>(`people/${person}`);
  const simulated = useSignal(false);
  const query = simulated.value ? '?simulated=true' : '';
  const progress = useLoad<Progress>(`people/${person}/progress${query}`);
  return (
    <Show of={found}>
      {p => (
        <Screen title={t('desk.progress.of', p.person.code)} sub={nameOf(p)} trail={[[t('desk.nav.people'), 'people'], [p.person.code, 'people', person]]}>
          <Check label={t('desk.progress.simulated')} value={simulated.value} onValue={v => (simulated.value = v)} />
          <Show of={progress}>
            {report => {
              const parts = report.rows.flatMap(r => [
                ...(r.forward ? [[r.forward, r.quantity] as const] : []),
                ...(r.backward ? [[r.backward, r.backward_quantity ?? r.quantity] as const] : []),
              ]);
              return (
                <>
                  {report.simulated && <p class="strip">{t('desk.simulated')}</p>}
                  <p>{report.rules}</p>
                  {parts.length === 0 ? (
                    <p class="empty">{t('desk.progress.none')}</p>
                  ) : (
                    <>
                      <Glance of={parts} />
                      <figure class="plots">
                        <div class="scroll" role="region" aria-label={t('desk.progress.plots')} tabIndex={0}>
                          <img src={pageAddress(`people/${person}/progress.svg${query}`)} alt={t('desk.progress.plots')} />
                        </div>
                        <figcaption>{t('desk.progress.plots.text')}</figcaption>
                      </figure>
                      {report.rows.filter(r => r.forward ?? r.backward).map(r => (
                        <div class="panels pair" key={r.quantity.name}>
                          <Side of={r.forward} quantity={r.quantity} direction="forward" />
                          <Side of={r.backward} quantity={r.backward_quantity ?? r.quantity} direction="backward" />
                        </div>
                      ))}
                    </>
                  )}
                  <p class="purpose">{t('note.purpose')}</p>
                </>
              );
            }}
          </Show>
        </Screen>
      )}
    </Show>
  );
}

function Glance({ of: parts }: { of: readonly (readonly [ProgressSeries, Quantity])[] }): JSX.Element {
  return (
    <Table
      caption={t('desk.progress.glance')}
      columns={[
        { head: t('desk.measure') }, { head: t('desk.direction') }, { head: t('desk.progress.baseline'), number: true }, { head: t('desk.progress.visits'), number: true }, { head: t('desk.progress.last'), number: true },
        { head: t('desk.progress.change'), number: true }, { head: t('desk.progress.limit'), number: true }, { head: t('desk.progress.verdict') },
      ]}
      rows={parts.map(([s, q]) => [
        `${measureText(q.name, q.title)}, ${unitText(q.unit)}`,
        word(s.series.key.direction),
        s.verdict?.baseline ? `${number(s.verdict.baseline.mean, q.decimals)} (n ${s.verdict.baseline.n})` : '–',
        s.series.values.length,
        number(s.series.values.at(-1)?.value, q.decimals),
        signed(s.verdict?.change, q.decimals),
        s.verdict?.limit ? `${number(-s.verdict.limit.down, q.decimals)} / +${number(s.verdict.limit.up, q.decimals)}` : '–',
        s.verdict?.words ?? t('desk.progress.no-verdict'),
      ])}
    />
  );
}

function Side({ of: s, quantity: q, direction }: { of: ProgressSeries | undefined; quantity: Quantity; direction: string }): JSX.Element {
  const title = measureText(q.name, q.title);
  return (
    <Panel title={title.toLowerCase().includes(word(direction).toLowerCase()) ? title : `${title}, ${word(direction)}`}>
      {s === undefined ? (
        <p class="empty">{t('desk.progress.not-measured')}</p>
      ) : (
        <>
          {s.verdict && <p class="verdict">{s.verdict.words}</p>}
          <Lines of={sentencesOf(s)} />
          <Table
            caption={`${title}, ${word(s.series.key.direction)}`}
            columns={[{ head: t('desk.day') }, { head: q.unit === '1' ? t('desk.value') : unitText(q.unit), number: true }, { head: t('desk.n'), number: true }]}
            rows={s.series.values.map(v => [day(v.day), number(v.value, q.decimals), v.of ?? 1])}
          />
        </>
      )}
    </Panel>
  );
}

/** What stands with a series: the meaning of its verdict, the limit's source and n, what is not compared. */
function sentencesOf(s: ProgressSeries): string[] {
  const v = s.verdict, limit = v?.limit;
  return [
    ...(v?.meaning ? [v.meaning] : []),
    ...(limit ? [limit.up_source === limit.down_source ? t('desk.progress.source', limit.up_source) : t('desk.progress.sources', limit.up_source, limit.down_source)] : []),
    ...(v?.baseline ? [t('desk.progress.baseline-n', v.baseline.n, day(v.baseline.from), day(v.baseline.to))] : []),
    ...(v?.meaningful ?? []).map(m => t('desk.progress.meaningful', m.source)),
    ...(v?.notes ?? []),
    ...(v === undefined && s.no_verdict !== undefined && s.no_verdict !== 'off' ? [s.no_verdict] : []),
    ...(s.others ?? []).map(o => t('desk.progress.not-compared', o.series.values.length, o.differences.join(', '))),
    ...(s.series.left_out ?? []),
  ];
}
