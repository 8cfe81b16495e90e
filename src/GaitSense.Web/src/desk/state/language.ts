import { preferredLanguage, takeTexts } from '../../texts/texts';
import type { Language } from '../../walk/contract';

const place = 'gaitsense.desk.language';

export function keptLanguage(): Language {
  const kept = localStorage.getItem(place);
  return kept === 'de' || kept === 'en' ? kept : preferredLanguage(navigator.languages);
}

/** Loads the desk's texts of a language and keeps the choice. */
export async function speak(of: Language, keep = false): Promise<void> {
  const texts = of === 'de' ? (await import('virtual:texts-desk-de')).default : (await import('virtual:texts-desk-en')).default;
  takeTexts(of, texts);
  if (keep) localStorage.setItem(place, of);
}
