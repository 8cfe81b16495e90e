import type { JSX } from 'preact';
import type { Language } from '../walk/contract';
import { loadTexts, t } from '../texts/texts';
import { change, settings, volumesDb } from '../state/settings';
import { show } from '../state/screen';
import { goHome } from '../state/walker';
import { loaded, walkPart } from '../state/walkPart';
import { Button } from '../parts/controls';
import { Page } from '../parts/page';
import { openTap } from './tap';

const ears = ['both', 'left', 'right'] as const;

/** What a person can set; each takes effect at once and can be set back. */
export function SettingsScreen(): JSX.Element {
  const s = settings.value;
  const step = Math.max(0, volumesDb.findIndex(v => v <= s.volumeDb));
  const speak = async (language: Language): Promise<void> => {
    change({ language });
    await loadTexts(language);
    if (loaded.value === 'ready') await walkPart().changeLanguage(language);
  };
  const sound = async (part: Partial<typeof s>, hear: boolean): Promise<void> => {
    change(part);
    if (loaded.value !== 'ready') return;
    if (hear) await walkPart().openSound(null);
    await walkPart().useSettings();
    if (hear) await walkPart().sound.play('left-test', 0);
  };
  return (
    <Page title={t('page.home.settings')} onBack={() => void goHome()}>
      <h2>{t('page.settings.language')}</h2>
      <div class="choices">
        <Button icon="language" label="English" pressed={s.language === 'en'} onPress={() => void speak('en')} />
        <Button icon="language" label="Deutsch" pressed={s.language === 'de'} onPress={() => void speak('de')} />
      </div>
      <h2>{t('page.settings.spoken')}</h2>
      <div class="choices">
        <Button icon="yes" label={t('page.settings.on')} pressed={s.spoken} onPress={() => change({ spoken: true })} />
        <Button icon="no" label={t('page.settings.off')} pressed={!s.spoken} onPress={() => change({ spoken: false })} />
      </div>
      <h2>{t('page.settings.ear')}</h2>
      <div class="choices">
        {ears.map(ear => (
          <Button key={ear} icon="sound" label={t(`page.settings.ear-${ear}`)} pressed={s.ear === ear} onPress={() => void sound({ ear }, false)} />
        ))}
      </div>
      <h2>{t('page.settings.volume')}</h2>
      <p role="status">{t('page.settings.level', volumesDb.length - step, volumesDb.length)}</p>
      <div class="choices">
        <Button icon="softer" label={t('page.settings.softer')} disabled={step === volumesDb.length - 1} onPress={() => void sound({ volumeDb: volumesDb[step + 1]! }, true)} />
        <Button icon="louder" label={t('page.settings.louder')} disabled={step === 0} onPress={() => void sound({ volumeDb: volumesDb[step - 1]! }, true)} />
      </div>
      {loaded.value === 'ready' && (
        <div class="acts">
          <Button icon="sound" label={t('page.settings.hear')} onPress={() => void sound({}, true)} />
          <Button icon="tap" label={t('page.settings.tap')} onPress={() => openTap('settings')} />
          <Button icon="plan" label={t('page.plan.title')} onPress={() => show('plan')} />
        </div>
      )}
    </Page>
  );
}
