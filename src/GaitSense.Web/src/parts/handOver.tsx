import type { JSX } from 'preact';
import { t } from '../texts/texts';
import { canShare, save, share, walkFile } from '../state/files';
import type { WalkRecord } from '../state/kept';
import { Button } from './controls';

/** A walk as a file, by the person's own hand: to an app that the person chooses, or into the phone's downloads. */
export function HandOver({ walk, label, told }: { walk: WalkRecord; label: 'after' | 'weeks'; told: (said: string) => void }): JSX.Element {
  const hand = async (): Promise<void> => {
    try {
      const file = await walkFile(walk);
      if (canShare(file) ? await share(file) : (save(file), true)) told(t('page.after.saved'));
    } catch (e) {
      console.error(e);
      told(t('page.after.not-saved'));
    }
  };
  const sharing = canShare(new File([], 'walk.zip', { type: 'application/zip' }));
  return <Button icon={sharing ? 'share' : 'save'} label={t(sharing ? `page.${label}.share` : `page.${label}.save`)} onPress={() => void hand()} />;
}
