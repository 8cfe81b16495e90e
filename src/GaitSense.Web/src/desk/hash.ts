/** Parts of an address behind #/; one that cannot be read has none. */
export function partsOf(hash: string): string[] {
  try {
    return hash.replace(/^#\/?/, '').split('/').filter(p => p !== '').map(p => decodeURIComponent(p));
  } catch {
    return [];
  }
}

export const link = (...parts: readonly string[]): string => `#/${parts.map(encodeURIComponent).join('/')}`;
