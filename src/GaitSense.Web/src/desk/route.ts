import { signal } from '@preact/signals';
import { link, partsOf } from './hash';

export { link } from './hash';

/** Where the desk is: parts of the address behind #/. */
export const route = signal<readonly string[]>(partsOf(location.hash));

export function go(...parts: readonly string[]): void {
  location.hash = link(...parts);
}

window.addEventListener('hashchange', () => (route.value = partsOf(location.hash)));
