import type { JSX } from 'preact';
import { t } from '../texts/texts';
import { goHome } from '../state/walker';
import { Page } from '../parts/page';

const topics = ['stop', 'shoe', 'sound', 'quiet', 'offline'] as const;

/** Help that needs no network. */
export function HelpScreen(): JSX.Element {
  const said = [t('advice.no-call'), ...topics.flatMap(topic => [t(`page.help.${topic}`), t(`page.help.${topic}-text`)])];
  return (
    <Page title={t('page.home.help')} said={said} onBack={() => void goHome()}>
      <h2>{t('page.help.alone')}</h2>
      <p class="lead">{t('advice.no-call')}</p>
      {topics.map(topic => (
        <section key={topic}>
          <h2>{t(`page.help.${topic}`)}</h2>
          <p>{t(`page.help.${topic}-text`)}</p>
        </section>
      ))}
    </Page>
  );
}
