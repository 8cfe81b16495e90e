import { signal } from '@preact/signals';
import { get, post, Problem, whenSignedOut } from '../api';
import type { Me, Role } from '../contract';
import { closeHub, isWatching } from '../live';
import { seeRunning } from './walks';
import { lock, unlocked } from './lock';
import { passkeySignIn } from './passkeys';

/** Who is signed in; null: nobody; undefined: not known yet. */
export const me = signal<Me | null | undefined>(undefined);
/** Nobody has an account yet. */
export const setupNeeded = signal(false);
/** Why the server could not be asked at the beginning. */
export const unreachable = signal<Problem | null>(null);

export const has = (role: Role): boolean => me.value?.roles.includes(role) ?? false;

whenSignedOut.act = () => {
  if (!me.value) return;
  me.value = null;
  void closeHub();
};

// The server forgets who asks for nothing; a walk that is watched asks for nothing for as long as it takes.
const stayMs = 3 * 60_000;
setInterval(() => {
  if (me.value && isWatching()) void get<Me>('auth/me').then(who => who.user ?? whenSignedOut.act(), () => undefined);
}, stayMs);

/** Asks who is signed in, and whether this is the first run. */
export async function begin(): Promise<void> {
  unreachable.value = null;
  let who: Me;
  try {
    who = await get<Me>('auth/me');
  } catch (e) {
    unreachable.value = e instanceof Problem ? e : new Problem(String(e), 0);
    return;
  }
  if (who.user) {
    await signedIn(who);
    return;
  }
  try {
    setupNeeded.value = (await get<{ needed: boolean }>('setup')).needed;
  } catch {
    setupNeeded.value = false; // only who has an account sees more
  }
  me.value = null;
}

export async function signIn(user: string, password: string): Promise<void> {
  await arrived(await post<Me>('auth/sign-in', { user, password }));
}

export async function signInByPasskey(): Promise<void> {
  await arrived(await passkeySignIn());
}

export async function resetPassword(code: string, user: string, password: string): Promise<void> {
  await arrived(await post<Me>('auth/reset', { code, user, password }));
}

export async function setUp(code: string, user: string, password: string, clinician: boolean): Promise<void> {
  const who = await post<Me>('setup', { code, user, password, clinician });
  setupNeeded.value = false;
  await arrived(who);
}

export async function signOut(): Promise<void> {
  try {
    await post('auth/sign-out');
  } catch (e) {
    // Who could not be signed out at the server finds the desk locked when it is loaded anew.
    if (!(e instanceof Problem) || e.status !== 401) lock();
  }
  localStorage.setItem(leftPlace, String(Date.now()));
  me.value = null;
  await closeHub();
  location.hash = '#/';
}

const leftPlace = 'gaitsense.desk.left';

/** Sign-out holds in all tabs; and a page that the browser kept whole is not shown again before the server has said who is here. */
export function keepEmpty(): void {
  window.addEventListener('storage', e => {
    if (e.key === leftPlace) whenSignedOut.act();
  });
  window.addEventListener('pagehide', () => (document.documentElement.hidden = true));
  window.addEventListener('pageshow', e => {
    if (e.persisted) {
      me.value = undefined;
      void begin();
    }
    // The screen without anybody is drawn first.
    setTimeout(() => (document.documentElement.hidden = false));
  });
}

async function arrived(who: Me): Promise<void> {
  if (me.value && me.value.user !== who.user) location.hash = '#/'; // somebody else than who locked the desk
  unlocked();
  await signedIn(who);
}

async function signedIn(who: Me): Promise<void> {
  me.value = who;
  if (who.roles.includes('clinician')) await seeRunning().catch(() => undefined);
}
