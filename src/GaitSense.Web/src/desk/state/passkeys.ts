import { t } from '../../texts/texts';
import { post, Problem } from '../api';
import type { Me } from '../contract';

/** Passkeys need a name in the address, with https or as localhost: a number has none. */
export const hasPasskeys = (): boolean => window.isSecureContext && 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential && !/^([\d.]+|\[.*\])$/.test(location.hostname);

/** Makes a passkey for the account that is signed in. */
export async function addPasskey(): Promise<void> {
  const options = await post<PublicKeyCredentialCreationOptionsJSON>('auth/passkey/options');
  const made = await given(navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }));
  await post('auth/passkey/register', { credential: JSON.stringify(made) });
}

/** Signs in with a passkey of this computer, a phone or a stick: it names the account itself. */
export async function passkeySignIn(): Promise<Me> {
  const options = await post<PublicKeyCredentialRequestOptionsJSON>('auth/passkey/sign-in-options');
  const shown = await given(navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }));
  return post<Me>('auth/passkey/sign-in', { credential: JSON.stringify(shown) });
}

// Who closes the browser's own question has given none; browsers do not tell that from a key that is not there.
const given = (credential: Promise<Credential | null>): Promise<Credential> =>
  credential.then(
    c => c ?? Promise.reject(new Problem(t('desk.passkey.not-given'), 0)),
    () => Promise.reject(new Problem(t('desk.passkey.not-given'), 0)),
  );
