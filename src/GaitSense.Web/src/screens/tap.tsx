import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { t } from '../texts/texts';
import { eventMs } from '../walk/clock';
import { change, outputDevice, settings } from '../state/settings';
import { readWay, wayMeasured, wayWords } from '../state/ear';
import { show, turned } from '../state/screen';
import { connect, connection, home } from '../state/walker';
import { walkPart } from '../state/walkPart';
import { Button } from '../parts/controls';
import { Icon } from '../parts/icons';
import { Lines } from '../parts/lines';
import { Page } from '../parts/page';

// As TapCalibration (GaitSense.Feedback), which judges the taps.
const periodS = 0.6;
const beats = 40;

let cameFrom: 'settings' | 'shoes' = 'settings';

/** Opens the screen; it goes back to where it was opened. */
export function openTap(from: typeof cameFrom): void {
  cameFrom = from;
  show('tap');
}

// What was said of the sound is said anew, and shoes that it held up are connected.
async function backToShoes(): Promise<void> {
  show('shoes');
  if (typeof connection.value === 'object') await connect();
  else await readWay(walkPart(), home.value!.offer!.task);
}

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
      wayMeasured();
      await readWay(walkPart(), 'comfortable-walk');
      const backward = await walkPart().worker.call<boolean>('WayAllowsBackward', walkPart().sound.latencyS);
      lines.value = [t('page.tap.good'), ...wayWords.value.map(key => t(key)), ...(backward ? [] : [t('page.tap.not-backward')])];
    }
    turned();
  };

  const begin = async (): Promise<void> => {
    taps.current = [];
    lines.value = [];
    running.value = true;
    await walkPart().openSound(null);
    if (!running.value) return; // gone back meanwhile
    const firstS = await walkPart().sound.beats(beats, periodS);
    timer.current = window.setTimeout(() => void judge(firstS), 1000 * (firstS + (beats + 0.5) * periodS) - performance.now());
  };

  return (
    <Page
      title={t('page.tap.title')}
      said={lines.value.length > 0 ? lines.value : [t('page.tap.text')]}
      quiet={running.value}
      onBack={() => {
        end();
        if (cameFrom === 'shoes') void backToShoes();
        else show('settings');
      }}
    >
      <p class="lead">{t('page.tap.text')}</p>
      <div role="status">
        <Lines of={lines.value} />
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
