import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { t } from '../texts/texts';
import { takeFile } from '../state/taken';
import { kept } from '../state/keeping';
import { goHome, home } from '../state/walker';
import { loaded } from '../state/walkPart';
import { FileButton } from '../parts/controls';
import { HandOver } from '../parts/handOver';
import { Note } from '../parts/note';
import { Page } from '../parts/page';
import { dayText, WeekBars } from '../parts/weekBars';

/** Minutes of each week: bars, a sentence, a table. */
export function WeeksScreen(): JSX.Element {
  const word = useSignal('');
  const weeks = home.value?.weeks ?? [];
  const last = kept.value.walks.at(-1);
  const sentence = weeks.at(-1)?.sentence ?? t('page.weeks.none');
  return (
    <Page title={t('page.home.weeks')} said={[sentence]} onBack={() => void goHome()}>
      <p class="lead">{sentence}</p>
      {weeks.length > 0 && (
        <>
          <WeekBars weeks={weeks} />
          <table>
            <thead>
              <tr>
                <th scope="col">{t('page.weeks.week')}</th>
                <th scope="col">{t('page.weeks.minutes')}</th>
                <th scope="col">{t('page.weeks.walks')}</th>
              </tr>
            </thead>
            <tbody>
              {[...weeks].reverse().map(w => (
                <tr key={w.weekOf}>
                  <th scope="row">{dayText(w.weekOf)}</th>
                  <td>{Math.round(w.minutes)}</td>
                  <td>{w.walks}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {loaded.value === 'ready' && (
        <div class="acts">
          {last && <HandOver walk={last} label="weeks" told={said => (word.value = said)} />}
          <FileButton icon="save" label={t('page.weeks.import')} accept=".zip,application/zip" onFile={file => void takeFile(file).then(said => (word.value = said))} />
          <Note text={word.value} />
        </div>
      )}
    </Page>
  );
}
