import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../texts/texts';
import type { Candidate, TestView } from '../contract';
import { decimalsOf, kindText, number, withUnit, word } from '../format';
import { actOf, isForControl, type KeyAct } from '../keys';
import { askClock, tell, type WatchedWalk } from '../live';
import { asProblem } from '../state/load';
import { TimeLine } from './timeLine';
import { Lines, Panel, Table, Trouble } from './data';
import { Button } from './controls';
import type { Problem } from '../api';

/** The desk of a timed test: what is read aloud, what to do now, Go and Stop, what feet and stopwatch say, accepted with one key. */
export function TestPanel({ walk }: { walk: WatchedWalk }): JSX.Element | null {
  const region = useRef<HTMLElement>(null);
  const chosen = useSignal<number | null>(null), rejecting = useSignal(false), waiting = useSignal(false), problem = useSignal<Problem | null>(null);
  const test = walk.test.value, trial = test ? `${test.no} ${test.state}` : '';

  const say = (method: string, ...values: unknown[]): Promise<void> =>
    tell(method, walk, ...values).then(
      () => void (problem.value = null),
      (e: unknown) => void (problem.value = asProblem(e)),
    );
  const accept = async (): Promise<void> => {
    const view = walk.test.peek();
    if (view?.state !== 'ended') return;
    // While the feet are not at rest, what they say may change: it is taken as soon as they are. Whoever insists asks the server, which says so once more.
    if (view.settled === false && !waiting.peek()) {
      waiting.value = true;
      return;
    }
    await say('Accept', view.definition, chosen.peek());
    // The next trial begins with its own standing still: nothing is asked in between.
    const now = walk.test.peek();
    if (!problem.peek() && now?.state === 'reviewed' && now.no < now.of) await say('Next');
  };
  const act = (what: KeyAct, atMs: number): void => {
    const at = walk.clock.at(atMs) ?? null;
    if (what === 'go') void say('Go', at);
    else if (what === 'stop') void say('WatchStop', at);
    else if (what === 'accept') void accept();
    else if (what === 'next') void say('Next');
    else if ('note' in what) void say('Note', what.note, at);
    else if (choicesOf(walk.test.peek()).some(c => c.candidate === what.candidate)) chosen.value = what.candidate;
    region.current?.focus({ preventScroll: true }); // so that the next press of the space bar is the button in the hand
  };

  useEffect(() => {
    const press = (e: KeyboardEvent): void => {
      const view = walk.test.peek(), target = e.target as HTMLElement;
      if (!view || rejecting.peek() || e.ctrlKey || e.altKey || e.metaKey || isForControl(e.key, target.tagName, (target as HTMLInputElement).type ?? '')) return;
      const what = actOf(view.state, e.key, (e.timeStamp - walk.testSinceMs) / 1000, view.unit);
      const isOurs = what !== null || e.key === ' ' || e.key.startsWith('Page') || e.key.endsWith('VolumeUp');
      if (isOurs) e.preventDefault(); // nothing scrolls under the person's feet
      if (what !== null && !e.repeat) act(what, e.timeStamp);
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [walk]);
  useEffect(() => {
    [chosen.value, rejecting.value, waiting.value] = [null, false, false];
    if (test?.state === 'setup') void askClock(walk).catch(() => undefined);
    // What had the focus may be gone with the state before.
    if (document.activeElement === document.body || document.activeElement === null) region.current?.focus({ preventScroll: true });
  }, [trial]);

  useEffect(() => {
    if (!waiting.value || test?.settled === false) return;
    // Among the feet's times nobody could choose before they were at rest: where one of them will be official, a person looks first.
    if (choicesOf(test).some(c => c.definition === test?.definition)) waiting.value = false;
    else void accept();
  }, [test?.settled]);

  if (!test) return null;
  const crossing = test.state === 'running' && walk.notices.value[0]?.kind === 'crossing' && walk.notices.value[0].at_s >= (test.go_s ?? 0) ? walk.notices.value[0].text : '';
  const official = officialOf(test, chosen.value);
  return (
    <section class="test" ref={region} tabIndex={-1} aria-label={kindText(test.test)} data-state={test.state}>
      <div class="test-head">
        <h2>
          {t('desk.test.trial', kindText(test.test), test.no, test.of)}
          {test.is_practice && <span class="tag">{t('desk.test.practice')}</span>}
        </h2>
        <StopWatch walk={walk} of={test} />
      </div>
      <p class="do" role="status">
        {crossing !== '' ? crossing : waiting.value ? t('desk.test.settling') : test.line !== '' ? test.line : t(`desk.test.state.${test.state}`)}
      </p>
      {(test.state === 'setup' || test.state === 'ready') && (
        <Panel title={t('desk.test.read')}>
          <div class="script">
            {test.script.map((line, i) => (
              <p key={i}>{line}</p>
            ))}
          </div>
        </Panel>
      )}
      <div class="actions">
        {['setup', 'ready', 'armed'].includes(test.state) && <Button kind="main" label={t('desk.test.go')} hint={t('desk.key.space')} onPress={at => act('go', at)} />}
        {test.state === 'running' && <Button kind="main" label={t('desk.test.stop')} hint={t('desk.key.space')} onPress={at => act('stop', at)} />}
        {test.state === 'setup' && <Button label={t('desk.test.arm')} onPress={at => void say('Note', 'arm', walk.clock.at(at) ?? null)} />}
        {test.state === 'running' && test.unit === 'm' && <Button label={t('desk.test.lap')} hint="l" onPress={at => act({ note: 'lap' }, at)} />}
        {test.state === 'running' && test.unit === 'm' && <Button label={t('desk.test.rest')} hint="r" onPress={at => act({ note: 'rest' }, at)} />}
        {test.state === 'running' && test.unit === '%' && <Button label={t('desk.test.error')} hint="e" onPress={at => act({ note: 'error' }, at)} />}
        {(test.state === 'armed' || test.state === 'running') && <Button label={t('desk.test.fail')} onPress={() => (rejecting.value = true)} />}
        {test.state === 'ended' && <Button kind="main" label={t('desk.test.accept')} hint={t('desk.key.enter')} onPress={at => act('accept', at)} />}
        {test.state === 'ended' && <Button label={t('desk.test.reject')} onPress={() => (rejecting.value = true)} />}
        {test.state === 'reviewed' && <Button kind="main" label={t('desk.test.next')} hint={t('desk.key.space')} onPress={at => act('next', at)} />}
        {test.state !== 'over' && <Button label={t('desk.test.end')} onPress={() => void say('End')} />}
      </div>
      {rejecting.value && test.state !== 'over' && (
        <div class="strip" role="group" aria-label={t('desk.test.why')}>
          <p>{t('desk.test.why')}</p>
          <div class="actions">
            {test.reasons.map(reason => (
              <Button
                key={reason}
                label={reason}
                onPress={() => {
                  rejecting.value = false;
                  void say(test.state === 'ended' ? 'Reject' : 'Fail', reason);
                }}
              />
            ))}
            <Button label={t('desk.cancel')} onPress={() => (rejecting.value = false)} />
          </div>
        </div>
      )}
      {test.state === 'ended' && test.candidates.length > 0 && (
        <Panel title={t('desk.test.candidates')}>
          <TimeLine of={test} official={official} />
          <p>
            {official ? t('desk.test.official.is', withUnit(official.value, test.unit, decimalsOf(test.unit)), word(official.definition)) : t('desk.test.official.none', word(test.definition))} {t('desk.test.official.one')}
          </p>
          <Choice of={test} chosen={chosen.value ?? 0} onChoice={c => (chosen.value = c)} />
        </Panel>
      )}
      <Lines of={test.flags} />
      <Trouble problem={problem.value} />
      {test.trials.length > 0 && <Trials of={test} />}
      {test.result !== undefined && (
        <p class="result" role="status">
          {t('desk.test.result', kindText(test.test), withUnit(test.result, test.unit, decimalsOf(test.unit)), word(test.definition))}
          {test.result_by_feet !== undefined && <span class="by-feet">{t('desk.test.by-feet', withUnit(test.result_by_feet, test.unit, decimalsOf(test.unit)))}</span>}
        </p>
      )}
    </section>
  );
}

/** The stopwatch: as it stands, or as it runs on the walk's own time. */
function StopWatch({ walk, of: test }: { walk: WatchedWalk; of: TestView }): JSX.Element {
  const shown = useSignal(0);
  const runs = test.state === 'running' && test.go_s !== undefined;
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(() => (shown.value = Math.max(0, (walk.clock.at(performance.now()) ?? test.go_s!) - test.go_s!)), 100);
    return () => clearInterval(timer);
  }, [runs, test.go_s]);
  return (
    <p class="watch" aria-hidden="true">
      {runs ? number(shown.value, 1) : number(test.watch_s, 2)}
    </p>
  );
}

/** What may be chosen: which of several times by the feet is theirs. What they say is not final before they are at rest. */
const choicesOf = (test: TestView | null): readonly Candidate[] => {
  const feet = test?.settled === false ? [] : (test?.candidates ?? []).filter(c => c.candidate !== undefined);
  return feet.length > 1 ? feet : [];
};

/** What the trial will be accepted with: the definition was chosen before the test, of several times by the feet the chosen one. */
const officialOf = (test: TestView, chosen: number | null): Candidate | undefined =>
  test.candidates.find(c => c.definition === test.definition && (c.candidate ?? 0) === (chosen ?? 0)) ?? test.candidates.find(c => c.preselected);

/** Of several times by the feet, which one is theirs: the official one, or a series of its own beside the stopwatch. */
function Choice({ of: test, chosen, onChoice }: { of: TestView; chosen: number; onChoice: (candidate: number) => void }): JSX.Element | null {
  const choices = choicesOf(test);
  if (choices.length === 0) return null;
  return (
    <fieldset class="radios column">
      <legend>{t(choices[0]!.definition === test.definition ? 'desk.test.candidates.official' : 'desk.test.candidates.beside')}</legend>
      {choices.map(c => (
        <label key={c.candidate}>
          <input type="radio" name="candidate" checked={c.candidate === chosen} onChange={() => onChoice(c.candidate!)} />
          <span>
            <kbd>{c.candidate! + 1}</kbd> <strong>{withUnit(c.value, test.unit, decimalsOf(test.unit))}</strong> {[word(c.source), c.why].filter(x => x !== '').join(', ')}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Trials({ of: test }: { of: TestView }): JSX.Element {
  const decimals = decimalsOf(test.unit);
  return (
    <Panel title={t('desk.trials')}>
      <Table
        caption={t('desk.trials')}
        columns={[{ head: t('desk.trial-no') }, { head: t('desk.test.official'), number: true }, { head: word('watch'), number: true }, { head: word('feet'), number: true }, { head: t('desk.validity') }, { head: t('desk.why') }]}
        rows={test.trials.map(x => [
          `${x.no}${x.practice ? ` (${t('desk.test.practice')})` : ''}`,
          withUnit(x.official, test.unit, decimals),
          number(x.watch_s, 2),
          (x.feet ?? []).map(f => number(f.time_s ?? f.end_s - f.start_s, 2)).join(' | ') || '–',
          word(x.validity),
          x.reason ?? '',
        ])}
      />
    </Panel>
  );
}
