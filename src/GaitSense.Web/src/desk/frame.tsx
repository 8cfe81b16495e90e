import type { ComponentChildren, JSX } from 'preact';
import { language, t } from '../texts/texts';
import { connection } from './live';
import { Trouble } from './parts/data';
import { Button } from './parts/controls';
import { StopBar } from './parts/stopBar';
import { link, route } from './route';
import { AccountScreen } from './screens/account';
import { AdminScreen } from './screens/admin';
import { ExportScreen } from './screens/export';
import { FirstRunScreen } from './screens/firstRun';
import { LiveScreen } from './screens/live';
import { LockedScreen, SignInScreen } from './screens/signIn';
import { NewPersonScreen, PeopleScreen } from './screens/people';
import { PersonScreen } from './screens/person';
import { PlanScreen } from './screens/plan';
import { ProgressScreen } from './screens/progress';
import { ReportScreen } from './screens/report';
import { StartScreen } from './screens/start';
import { TodayScreen } from './screens/today';
import { Screen } from './parts/screen';
import { speak } from './state/language';
import { lock, locked } from './state/lock';
import { begin, has, me, setupNeeded, signOut, unreachable } from './state/me';

/** The screen that an address names. */
function Now(): JSX.Element {
  const [first, id, what] = route.value;
  const clinician = has('clinician');
  if (clinician && first === 'people' && id === 'new') return <NewPersonScreen />;
  if (clinician && first === 'people' && id !== undefined) {
    switch (what) {
      case 'walk':
        return <StartScreen person={id} isTest={false} />;
      case 'test':
        return <StartScreen person={id} isTest />;
      case 'plan':
        return <PlanScreen person={id} />;
      case 'progress':
        return <ProgressScreen person={id} />;
      default:
        return <PersonScreen person={id} />;
    }
  }
  if (clinician && first === 'people') return <PeopleScreen />;
  if (clinician && first === 'live' && id !== undefined) return <LiveScreen session={id} />;
  if (clinician && first === 'sessions' && id !== undefined) return <ReportScreen session={id} />;
  if (first === 'export' && (clinician || has('researcher'))) return <ExportScreen />;
  if (first === 'admin' && has('admin')) return <AdminScreen />;
  if (first === 'account') return <AccountScreen />;
  if (clinician) return <TodayScreen />;
  if (has('researcher')) return <ExportScreen />;
  if (has('admin')) return <AdminScreen />;
  return (
    <Screen title={t('desk.walkers.title')}>
      <p>
        {t('desk.walkers.text')} <a href="./">{t('desk.walkers.link')}</a>
      </p>
    </Screen>
  );
}

function Nav(): JSX.Element {
  const [first] = route.value;
  const all: [string, string, boolean][] = [
    ['today', t('desk.nav.today'), has('clinician')],
    ['people', t('desk.nav.people'), has('clinician')],
    ['export', t('desk.nav.export'), has('clinician') || has('researcher')],
    ['admin', t('desk.nav.admin'), has('admin')],
  ];
  return (
    <nav class="main-nav" aria-label={t('desk.nav')}>
      {all
        .filter(([, , may]) => may)
        .map(([name, label]) => (
          <a key={name} href={link(name)} {...((first ?? 'today') === name ? { 'aria-current': 'page' as const } : {})}>
            {label}
          </a>
        ))}
    </nav>
  );
}

function Bar({ children }: { children?: ComponentChildren }): JSX.Element {
  const other = language.value === 'de' ? 'en' : 'de';
  return (
    <header class="bar">
      <span class="brand">GaitSense</span>
      {children}
      <div class="who">
        {me.value && !locked.value && (
          <a class="user" href={link('account')} {...(route.value[0] === 'account' ? { 'aria-current': 'page' as const } : {})}>
            {t('desk.signed-in', me.value.user)}
          </a>
        )}
        <button type="button" class="quiet" lang={other} onClick={() => void speak(other, true)}>
          {other === 'de' ? 'Deutsch' : 'English'}
        </button>
        {me.value && !locked.value && (
          <>
            <button type="button" class="quiet" onClick={lock}>{t('desk.lock')}</button>
            <button type="button" class="quiet" onClick={() => void signOut()}>{t('desk.sign-out')}</button>
          </>
        )}
      </div>
    </header>
  );
}

/** What is around each screen: Stop first, then who is signed in and where one can go. */
export function Frame(): JSX.Element {
  const who = me.value;
  const open = Boolean(who) && !locked.value;
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        {t('desk.skip')}
      </button>
      <StopBar />
      <Bar>{open && <Nav />}</Bar>
      {connection.value === 'lost' && (
        <p role="alert" class="strip">{t('desk.offline')}</p>
      )}
      <main id="main" tabIndex={-1}>
        {unreachable.value ? (
          <Screen title={t('desk.problem.unreachable')}>
            <Trouble problem={unreachable.value} />
            <Button label={t('desk.again')} kind="main" onPress={() => void begin()} />
          </Screen>
        ) : who === undefined ? (
          <p role="status">{t('desk.loading')}</p>
        ) : who === null ? (
          setupNeeded.value ? <FirstRunScreen /> : <SignInScreen />
        ) : locked.value ? (
          <LockedScreen user={who.user} />
        ) : (
          <Now key={route.value.join('/')} />
        )}
      </main>
      <footer class="page-end">{t('note.purpose')}</footer>
    </>
  );
}
