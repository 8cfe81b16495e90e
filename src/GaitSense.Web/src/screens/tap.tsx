import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { t } from '../texts/texts';
import { eventMs } from '../walk/clock';
import { change, outputDevice, settings } from '../state/settings';
import { show, turned } from '../state/screen';
import { walkPart } from '../state/walker';
import { Button } from '../parts/controls';
import { Icon } from '../parts/icons';
import { Page } from '../parts/page';

// As TapCalibration (GaitSense.Feedback), which judges the taps.
const periodS = 0.6;
const beats = 40;

/** The way to the ear, measured by tapping with a beat. */
export function TapScreen(): JSX.Element {
  const running = useSignal(false);
  const lines = useSignal<string[]>([]);
  const taps = useRef<number[]>([]);
  const timer = useRef(0);
  const end = (): void => {
    clearTimeout(timer.current);
    walkPart().sound.endBeats();
    running.value = false;
  };
  useEffect(() => end, []);

  const judge = async (firstS: number): Promise<void> => {
    end();
    const [wayS, , , good] = await walkPart().worker.call<number[]>('Taps', firstS, taps.current);
    if (good !== 1) lines.value = [t('page.tap.uneven')];
    else {
      const extra = Math.max(0, wayS!);
      change({ latency: { ...settings.value.latency, [await outputDevice()]: extra } });
      await walkPart().useSettings();
      const [cadence, backward] = await walkPart().worker.call<number[]>('Way', walkPart().sound.latencyS);
      const late = cadence! < fastSteps ? [t('page.tap.late'), t('page.tap.late-advice')] : [];
      lines.value = [t('page.tap.good'), ...late, ...(backward === 1 ? [] : [t('page.tap.not-backward')])];
    }
    turned();
  };

  const begin = async (): Promise<void> => {
    taps.current = [];
    lines.value = [];
    running.value = true;
    await walkPart().openSound(null);
    const firstS = await walkPart().sound.beats(beats, periodS);
    timer.current = window.setTimeout(() => void judge(firstS), 1000 * (firstS + (beats + 0.5) * periodS) - performance.now());
  };

  return (
    <Page
      title={t('page.tap.title')}
      said={[t('page.tap.text')]}
      quiet={running.value}
      onBack={() => {
        end();
        show('settings');
      }}
    >
      <p class="lead">{t('page.tap.text')}</p>
      <div role="status">
        {lines.value.map(l => (
          <p class="lead" key={l}>
            {l}
          </p>
        ))}
      </div>
      <div class="acts">
        {running.value ? (
          <button
            type="button"
            class="button main tap"
            onPointerDown={e => taps.current.push((eventMs(e) - performance.timeOrigin) / 1000)}
            onKeyDown={e => {
              if (e.key === ' ' && !e.repeat) taps.current.push((eventMs(e) - performance.timeOrigin) / 1000);
            }}
          >
            <Icon name="tap" />
            <span>{t('page.tap.tap')}</span>
          </button>
        ) : (
          <Button main icon="sound" label={t('page.tap.begin')} onPress={() => void begin()} />
        )}
      </div>
    </Page>
  );
}

// Few people walk faster with cues, steps/min.
const fastSteps = 120;
