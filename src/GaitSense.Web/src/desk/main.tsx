import { render, type JSX } from 'preact';
import { Frame } from './frame';
import { keptLanguage, speak } from './state/language';
import { keepWatch } from './state/lock';
import { begin, keepEmpty, me } from './state/me';
import './style/desk.css';

function Desk(): JSX.Element {
  return <Frame />;
}

await speak(keptLanguage());
keepWatch(() => Boolean(me.value));
keepEmpty();
render(<Desk />, document.getElementById('desk')!);
await begin();
