import type { JSX } from 'preact';
import { t } from '../../texts/texts';
import { link, route } from '../route';
import { locked } from '../state/lock';
import { me } from '../state/me';
import { stop, stopFailed, walks } from '../state/walks';

/** Stop, for each walk that is on: first on every screen, also where the desk is locked or nobody is signed in. It acts when it is touched. */
export function StopBar(): JSX.Element | null {
  if (walks.value.length === 0 && stopFailed.value === '') return null;
  const open = Boolean(me.value) && !locked.value;
  // Signed out, only a walk with its own token can be stopped from here.
  const shown = walks.value.filter(w => me.value || w.token !== undefined);
  return (
    <section class="stops" aria-label={t('desk.stop.label')}>
      {shown.map(w => (
        <div key={w.session} class="stop-row">
          <button
            type="button"
            class="stop"
            onPointerDown={() => void stop(w)}
            onClick={() => void stop(w)} // keys, speech control, screen readers
          >
            {open || shown.length > 1 ? t('desk.stop.of', w.code) : t('desk.stop')}
          </button>
          {open && !(route.value[0] === 'live' && route.value[1] === w.session) && <a href={link('live', w.session)}>{t('desk.stop.see')}</a>}
        </div>
      ))}
      {stopFailed.value !== '' && <p role="alert">{stopFailed.value}</p>}
    </section>
  );
}
