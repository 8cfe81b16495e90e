import { signal } from '@preact/signals';
import { screen } from '../state/screen';

interface InstallPrompt extends Event { prompt(): Promise<unknown> }

/** The browser would put the page on the home screen. */
export const installable = signal(false);
/** A new version waits; it is used when the person says so, never in a walk. */
export const updateReady = signal(false);

let prompt: InstallPrompt | null = null;
let waiting: ServiceWorker | null = null;

export async function install(): Promise<void> {
  installable.value = false;
  await prompt?.prompt();
}

export function useUpdate(): void {
  if (screen.value !== 'home') return;
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting?.postMessage('use');
}

/** Keeps all of the page on the phone, so that no network is needed. */
export async function keepOffline(): Promise<void> {
  window.addEventListener('beforeinstallprompt', e => {
    e.preventDefault();
    prompt = e as InstallPrompt;
    installable.value = true;
  });
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const registration = await navigator.serviceWorker.register('sw.js');
  const look = (worker: ServiceWorker | null): void => {
    if (worker?.state === 'installed' && navigator.serviceWorker.controller) {
      waiting = worker;
      updateReady.value = true;
    }
  };
  look(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => look(worker));
  });
}
