import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../../texts/texts';
import type { FootView, Snapshot } from '../contract';
import { clock, kindText, number, withUnit, word } from '../format';
import { connection, unwatch, watch, type WatchedWalk } from '../live';
import { Facts, Lines, Panel, Table } from '../parts/data';
import { LinkButton } from '../parts/controls';
import { Screen } from '../parts/screen';
import { StepPlot } from '../parts/stepPlot';
import { TestPanel } from '../parts/testPanel';
import { link } from '../route';
import { isOwn } from '../state/walks';
import { SelfReports } from '../parts/selfReports';

/** A walk as it happens; of a timed test, its desk on top. */
export function LiveScreen({ session }: { session: string }): JSX.Element {
  const walk = useMemo(() => watch(session), [session]);
  useEffect(
    () => () => {
      // A walk that this page started stays watched on other screens: one backward stops when nobody watches.
      if (!isOwn(session) || walk.ended.value) unwatch(session);
    },
    [session],
  );
  const s = walk.snapshot.value, ended = walk.ended.value, test = walk.test.value;
  const title = s ? t('desk.live.of', s.code) : t('desk.live');
  return (
    <Screen
      title={title}
      sub={s && `${kindText(s.kind)}${s.simulated ? ` · ${t('desk.simulated')}` : ''}`}
      {...(s ? { trail: [[t('desk.nav.people'), 'people'], [s.code, 'people', s.person]] as const } : {})}
      actions={ended ? <LinkButton label={t('desk.live.to-report')} href={link('sessions', session)} main /> : undefined}
    >
      {ended ? (
        <div class="panels">
          <Panel title={t('desk.live.ended', word(ended.status))} wide>
            <div role="status">
              <Lines of={ended.lines} />
            </div>
          </Panel>
          {!test && <SelfReports session={session} when="after" />}
          {test && <TestPanel walk={walk} />}
        </div>
      ) : s || test ? (
        <>
          {s?.state === 'lost' && (
            <p role="alert" class="strip">
              {t('desk.live.lost')}
            </p>
          )}
          {walk.refused.value !== '' && <p role="alert">{walk.refused.value}</p>}
          {test && <TestPanel walk={walk} />}
          {s && <Now of={s} walk={walk} isTest={test !== null} />}
        </>
      ) : (
        <p role="status">{walk.refused.value !== '' ? walk.refused.value : connection.value === 'lost' ? t('desk.offline') : t('desk.live.waiting')}</p>
      )}
    </Screen>
  );
}

function Now({ of: s, walk, isTest }: { of: Snapshot; walk: WatchedWalk; isTest: boolean }): JSX.Element {
  const cue = walk.cue.value;
  return (
    <div class="panels">
      <Panel title={t('desk.live.now')}>
        <p class="big" data-walking={s.is_walking}>
          {s.state === 'connecting' || s.state === 'lost' ? word(s.state) : s.is_walking ? word(s.direction) : t('desk.live.stands')}
        </p>
        <Facts
          of={[
            [t('desk.live.cadence'), withUnit(s.cadence_spm, t('desk.unit.spm'), 0)],
            [t('desk.live.speed'), withUnit(s.speed_mps, 'm/s', 2)],
            [t('desk.live.symmetry'), withUnit(s.step_time_asymmetry_percent, '%', 1)],
            [t('desk.count-steps'), s.steps],
            [t('desk.live.walked'), clock(s.walked_s)],
            ...(s.minutes_left === undefined ? [] : [[t('desk.live.left'), clock(s.minutes_left * 60)] as const]),
            [t('desk.live.time'), clock(s.time_s)],
          ]}
        />
      </Panel>
      <Panel title={t('desk.live.feet')}>
        <div class="feet">
          <FootCard name={t('desk.left')} of={s.feet.left} />
          <FootCard name={t('desk.right')} of={s.feet.right} />
        </div>
        <div role="status">
          <Lines of={s.warnings} />
        </div>
      </Panel>
      {!isTest && (
        <Panel title={t('desk.cues')}>
          <p class="big">{s.cues ? word(s.cues.state) : t('desk.cues.none')}</p>
          {s.cues?.silence !== undefined && <p>{t('desk.cues.silence', s.cues.silence)}</p>}
          {s.cues?.tempo_spm !== undefined && <p>{t('desk.cues.tempo', number(s.cues.tempo_spm, 0))}</p>}
          {cue && <p>{t('desk.cues.last', cue.text ?? word(cue.kind), clock(cue.time_s))}</p>}
        </Panel>
      )}
      <Panel title={t('desk.live.notices')}>
        <div role="log" aria-label={t('desk.live.notices')}>
          {walk.notices.value.length === 0 ? (
            <p class="empty">{t('desk.none')}</p>
          ) : (
            <ul class="lines">
              {walk.notices.value.slice(0, 12).map((n, i) => (
                <li key={walk.notices.value.length - i}>
                  <span class="time">{clock(n.at_s)}</span> {n.text}
                </li>
              ))}
            </ul>
          )}
        </div>
      </Panel>
      <Panel title={t('desk.live.steps')} wide>
        <StepPlot walk={walk} />
        <StepTable walk={walk} />
      </Panel>
    </div>
  );
}

/** The last steps, for who does not read the plot. */
function StepTable({ walk }: { walk: WatchedWalk }): JSX.Element {
  void walk.stepped.value;
  const timed = walk.steps.filter(s => s.step_time_s !== undefined);
  return (
    <details>
      <summary>{t('desk.live.steps.table')}</summary>
      <Table
        caption={t('desk.live.steps')}
        columns={[{ head: t('desk.live.time') }, { head: t('desk.foot') }, { head: t('desk.live.step-time'), number: true }, { head: t('desk.direction') }]}
        rows={timed.slice(-10).reverse().map(s => [clock(s.time_s), t(`desk.${s.foot}`), number(s.step_time_s, 2), word(s.direction)])}
      />
    </details>
  );
}

function FootCard({ name, of: f }: { name: string; of: FootView }): JSX.Element {
  return (
    <div class="foot" data-phase={f.phase}>
      <h3>{name}</h3>
      <p class="big">{word(f.phase)}</p>
      <Facts
        of={[
          [t('desk.foot.link'), word(f.link)],
          [t('desk.foot.rate'), withUnit(f.rate_hz, 'Hz', 0)],
          [t('desk.foot.lost'), withUnit(f.lost_percent, '%', 1)],
          ...(f.battery_percent === undefined ? [] : [[t('desk.foot.battery'), withUnit(f.battery_percent, '%', 0)] as const]),
          [t('desk.foot.stride'), withUnit(f.last_stride_m, 'm', 2)],
        ]}
      />
    </div>
  );
}
