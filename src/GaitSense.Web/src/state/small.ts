// The browser's small store (localStorage). A person may have refused it, and it may be full: then what was to be in it holds for this visit.

export function readSmall(place: string): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}

/** Keeps a text; null: forgets it. */
export function keepSmall(place: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(place);
    else localStorage.setItem(place, text);
  } catch (e) {
    console.error(e);
  }
}
