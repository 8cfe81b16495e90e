import type { JSX } from 'preact';
import type { Side } from '../walk/contract';
import type { Failure } from '../walk/failure';
import { t } from '../texts/texts';
import { begin, beginFailed, choose, chooseOthers, chosen, connect, connection, goHome, home, spaceIsShort } from '../state/walker';
import { soundTooLate, wayWords, wordsMissing } from '../state/ear';
import { walkState } from '../state/walkPart';
import { Button } from '../parts/controls';
import { Icon } from '../parts/icons';
import { Lines } from '../parts/lines';
import { Note } from '../parts/note';
import { Page } from '../parts/page';
import { openTap } from './tap';

const sides: readonly Side[] = ['left', 'right'];

/** Both shoes found, connected and ready. */
export function ShoesScreen(): JSX.Element {
  const state = connection.value;
  const missing = state === 'connecting' ? [] : sides.filter(s => chosen.value[s] === undefined);
  const failed = typeof state === 'object' ? failureText(state) : null;
  const lines = sides.map(s => `${t(`page.shoes.${s}`)}: ${statusOf(s)}`);
  const ready = state === 'ready';
  const offer = home.value?.offer;
  // A walk that is another than one might think is said before it: backward, or why it is not.
  const planned = offer && (offer.task === 'backward' || home.value!.changes.length > 0) ? [home.value!.sentence, ...home.value!.changes] : [];
  const way = wayWords.value.map(key => t(key)).filter(line => line !== failed);
  const said = [...planned, ...(ready ? [t('page.shoes.both-ready'), ...way, t('advice.no-call')] : [...lines, ...(failed === null ? [] : [failed]), ...way])];
  return (
    <Page title={t('page.shoes.title')} said={said} onBack={() => void goHome()}>
      <Lines of={planned} />
      <div role="status">
        <ul class="shoes">
          {lines.map(line => (
            <li key={line}>
              <Icon name="shoe" />
              <span>{line}</span>
            </li>
          ))}
        </ul>
      </div>
      {failed !== null && <p role="alert">{failed}</p>}
      {way.map(line => (
        <p key={line}>{line}</p>
      ))}
      {beginFailed.value && <Note alert text={t('page.walk.begin-failed')} />}
      {spaceIsShort.value && <Note text={t('page.shoes.space')} />}
      <div class="acts">
        {missing.length === 1 && <p>{t('page.shoes.both-needed')}</p>}
        {missing.length > 0 && <p>{t('page.shoes.choose-hint')}</p>}
        {missing.map(s => (
          <Button key={s} main icon="shoe" label={t(`page.shoes.choose-${s}`)} onPress={() => void choose(s)} />
        ))}
        {ready && <p>{t('advice.no-call')}</p>}
        {ready && <Button main icon="walk" label={t('page.shoes.walk')} onPress={() => void begin()} />}
        {failed !== null && missing.length === 0 && <Button main icon="again" label={t('page.shoes.again')} onPress={() => void connect()} />}
        {way.length > 0 && state !== 'connecting' && <Button icon="tap" label={t('page.settings.tap')} onPress={() => openTap('shoes')} />}
        {missing.length < 2 && state !== 'connecting' && <Button icon="shoe" label={t('page.shoes.other')} onPress={chooseOthers} />}
      </div>
    </Page>
  );
}

function statusOf(side: Side): string {
  const state = connection.value;
  if (chosen.value[side] === undefined && state !== 'connecting') return t('page.shoes.none');
  if (typeof state === 'object') return state.side === side ? t('page.shoes.silent') : t('page.shoes.chosen');
  if (state === 'none') return t('page.shoes.chosen');
  const shoe = walkState.value?.shoes[side];
  const words = state === 'ready' && (!shoe || shoe.state === 'streaming') ? t('page.shoes.ready') : t('page.shoes.connecting');
  return shoe?.battery != null ? `${words.replace(/\.$/, '')}. ${t('page.shoes.battery', Math.round(shoe.battery))}` : words;
}

/** What a person can do about a failure of Bluetooth. */
export function failureText({ failed, side }: Failure): string {
  switch (failed) {
    case 'NotChosen':
      return t('page.ble.not-chosen');
    case 'Battery':
      return t('page.ble.battery');
    case 'Storage':
      return t('page.ble.storage');
    case 'NoAdapter':
    case 'AdapterOff':
    case 'AdapterBlocked':
    case 'ServiceAbsent':
      return t('page.ble.off');
    case 'PermissionDenied':
      return t('page.ble.permission');
    case soundTooLate:
      return t('page.tap.not-backward');
    case wordsMissing:
      return t('page.shoes.words');
    case 'DeviceBusy':
      return t('page.ble.busy');
    case 'ServiceMissing':
    case 'NotSupported':
      return t('page.ble.wrong');
    case 'DeviceNotFound':
    case 'ConnectionFailed':
    case 'ConnectionLost':
    case 'Refused':
    case 'PairingRequired':
    case 'Timeout':
    case 'NoSamples':
    case 'Closed':
    case 'Failed':
      return t(side === 'left' ? 'page.ble.missing-left' : side === 'right' ? 'page.ble.missing-right' : 'page.ble.missing');
    default:
      return t('page.walk.begin-failed');
  }
}
