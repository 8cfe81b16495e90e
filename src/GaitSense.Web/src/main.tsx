import { render, type JSX } from 'preact';
import { keepOffline } from './phone/app';
import { AfterScreen } from './screens/after';
import { ConfirmScreen } from './screens/confirm';
import { HelpScreen } from './screens/help';
import { HomeScreen } from './screens/home';
import { PlanScreen } from './screens/plan';
import { ReadyScreen } from './screens/ready';
import { HeavierScreen, RestScreen } from './screens/rest';
import { SettingsScreen } from './screens/settings';
import { ShoesScreen } from './screens/shoes';
import { TapScreen } from './screens/tap';
import { UnsupportedScreen } from './screens/unsupported';
import { WalkingScreen } from './screens/walking';
import { WeeksScreen } from './screens/weeks';
import { screen, type Screen } from './state/screen';
import { settings } from './state/settings';
import { goHome, open, stop } from './state/walker';
import { loadTexts } from './texts/texts';
import './style/page.css';

const screens: Record<Screen, () => JSX.Element> = {
  home: HomeScreen,
  ready: ReadyScreen,
  shoes: ShoesScreen,
  walking: WalkingScreen,
  rest: RestScreen,
  heavier: HeavierScreen,
  confirm: ConfirmScreen,
  after: AfterScreen,
  weeks: WeeksScreen,
  help: HelpScreen,
  settings: SettingsScreen,
  plan: PlanScreen,
  tap: TapScreen,
  unsupported: UnsupportedScreen,
};

function App(): JSX.Element {
  const Now = screens[screen.value];
  return <Now />;
}

// The phone's own "back" is no way out of a walk: it stops, and elsewhere it goes to the first page.
function keepBack(): void {
  history.pushState(null, '');
  window.addEventListener('popstate', () => {
    history.pushState(null, '');
    if (screen.value === 'walking') stop();
    else if (!['home', 'rest', 'heavier', 'confirm', 'after', 'unsupported'].includes(screen.value)) void goHome();
  });
  window.addEventListener('beforeunload', e => {
    if (['walking', 'rest', 'heavier', 'confirm'].includes(screen.value)) e.preventDefault();
  });
}

await loadTexts(settings.value.language);
render(<App />, document.getElementById('app')!);
keepBack();
void keepOffline().catch(e => console.error(e));
await open();
