import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../texts/texts';
import { say } from '../state/spoken';
import { goOn, soundTaken, stop, walk } from '../state/walker';
import { walkState } from '../state/walkPart';
import type { SoundTaken } from '../sound/soundGuard';
import { screenMayGoDark } from '../phone/wakeLock';
import { Button, StopButton } from '../parts/controls';
import { isDemo } from '../state/walkPart';

/** Minutes and seconds. */
export const timeText = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

/** Why there is no beat, in a walker's words; by SilenceReason (GaitSense.Feedback), whose own words are a report's. */
export function quietText(why: string, backward: boolean): string {
  if (why === 'unconfirmed') return t('page.quiet.unconfirmed');
  if (backward && why === 'away_from_start') return t('page.quiet.start');
  if (backward && why === 'wrong_direction') return t('page.quiet.backward');
  if (why === 'baseline' || why === 'unchecked' || why === 'away_from_start') return t('page.quiet.soon');
  if (/^(sensor|clock)/.test(why)) return t('page.quiet.shoe');
  if (why === 'plan_over' || why === 'too_many_silences') return t('page.quiet.over');
  if (why === 'fading' || why === 'probe' || why === 'rest' || why === 'stopped') return '';
  return t('page.quiet.steps');
}

/** What took the sound away, in a walker's words. */
export function takenText(taken: SoundTaken | null): string {
  if (taken === 'headset') return t('page.walk.headset');
  if (taken === 'call') return t('page.walk.call');
  return taken === 'late' ? t('page.tap.not-backward') : '';
}

// Each fault is said once when it comes up. A shoe that is not heard is said by the walk itself, in time with its cues; while the sound is taken away nothing is said.
function useSaid(faults: readonly string[]): void {
  const before = useRef<readonly string[]>([]);
  useEffect(() => {
    say(faults.filter(f => !before.current.includes(f)));
    before.current = faults;
  }, [faults.join()]);
}

/** The walk: time, one word, STOP. */
export function WalkingScreen(): JSX.Element {
  const state = walkState.value;
  const left = state?.leftS ?? null;
  const lengths = state?.lengthsLeft ?? null;
  const taken = soundTaken.value;
  const word = taken !== null || state?.cues.state === 'silent' && state.cues.why !== 'baseline' ? t('page.walk.quiet') : state?.restDue ? t('page.walk.rest') : t('page.walk.walk');
  const faults = [state?.storage.problem ? t('page.walk.storage') : '', screenMayGoDark.value ? t('page.walk.screen') : ''].filter(n => n !== '');
  const notes = [
    taken === null && state?.cues.why ? quietText(state.cues.why, walk.value?.task === 'backward') : '',
    state && [state.shoes.left, state.shoes.right].some(s => s.state !== 'streaming' && s.state !== 'none') ? t('page.walk.shoe') : '',
    ...faults,
    isDemo ? t('page.demo') : '',
  ].filter(n => n !== '');
  useSaid(taken === null ? faults : []);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <main class="walking">
      <h1 class="word" ref={heading} tabIndex={-1} aria-live="assertive">
        {word}
      </h1>
      <p class="time" role="timer">
        <span class="small">{lengths !== null ? t('page.walk.lengths') : left === null ? t('page.walk.walked') : t('page.walk.left')}</span>{' '}
        <span class="digits">{lengths ?? timeText(left ?? state?.walkedS ?? 0)}</span>
      </p>
      <div class="notes" role="status">
        {taken !== null && <p>{takenText(taken)}</p>}
        {taken !== null && <Button main icon="sound" label={t('page.walk.sound-again')} onPress={() => void goOn()} />}
        {notes.map(n => (
          <p key={n}>{n}</p>
        ))}
      </div>
      <StopButton label={t('page.walk.stop')} onPress={stop} />
    </main>
  );
}
