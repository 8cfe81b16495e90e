import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../../texts/texts';
import type { Today } from '../contract';
import { day, instant, kindText, word } from '../format';
import { Panel, Show, Table } from '../parts/data';
import { LinkButton } from '../parts/controls';
import { Screen } from '../parts/screen';
import { link } from '../route';
import { useLoad } from '../state/load';
import { take } from '../state/walks';
import { FindPerson } from './people';

const readAgainMs = 15_000;

/** What waits for a clinician: walks that are on, trials to look at, people who are silent, sign-offs that end. */
export function TodayScreen(): JSX.Element {
  const today = useLoad<Today>('today');
  useEffect(() => {
    if (today.data) take(today.data.live);
  }, [today.data]);
  useEffect(() => {
    const timer = setInterval(today.again, readAgainMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <Screen title={t('desk.nav.today')} actions={<LinkButton label={t('desk.people.new')} href={link('people', 'new')} />}>
      <FindPerson />
      <Show of={today}>
        {data => (
          <div class="panels">
            <Panel title={t('desk.today.live')}>
              <Table
                caption={t('desk.today.live')}
                empty={t('desk.today.live.none')}
                columns={[{ head: t('desk.person') }, { head: t('desk.kind') }, { head: t('desk.since') }, { head: t('desk.state') }]}
                rows={data.live.map(r => [<a href={link('live', r.session)}>{r.code}</a>, kindText(r.kind), instant(r.since), word(r.state)])}
              />
            </Panel>
            <Panel title={t('desk.today.review')}>
              <Table
                caption={t('desk.today.review')}
                empty={t('desk.today.review.none')}
                columns={[{ head: t('desk.person') }, { head: t('desk.test') }, { head: t('desk.why') }, { head: t('desk.day') }]}
                rows={data.to_review.map(r => [<a href={link('sessions', r.session)}>{r.code}</a>, `${kindText(r.test)}, ${t('desk.trial', r.no)}`, r.reason, instant(r.at)])}
              />
            </Panel>
            <Panel title={t('desk.today.silent')}>
              <Table
                caption={t('desk.today.silent')}
                empty={t('desk.today.silent.none')}
                columns={[{ head: t('desk.person') }, { head: t('desk.last') }, { head: t('desk.plan') }]}
                rows={data.silent.map(p => [<a href={link('people', p.person)}>{p.code}</a>, day(p.last_session), p.plan ? word(p.plan.template) : '–'])}
              />
            </Panel>
            <Panel title={t('desk.today.sign-offs')}>
              <Table
                caption={t('desk.today.sign-offs')}
                empty={t('desk.today.sign-offs.none')}
                columns={[{ head: t('desk.person') }, { head: t('desk.what') }, { head: t('desk.until') }]}
                rows={data.sign_offs_ending.map(s => [<a href={link('people', s.person)}>{s.code}</a>, word(s.what), day(s.until)])}
              />
            </Panel>
          </div>
        )}
      </Show>
    </Screen>
  );
}
