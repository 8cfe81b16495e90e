import { signal } from '@preact/signals';
import type { Language } from '../walk/contract';

const texts = signal<Record<string, string>>({});
export const language = signal<Language>('en');

/** Loads the texts of a language: all that walkers read. */
export async function loadTexts(of: Language): Promise<void> {
  takeTexts(of, of === 'de' ? (await import('virtual:texts-de')).default : (await import('virtual:texts-en')).default);
}

/** The page says these from now on. */
export function takeTexts(of: Language, all: Record<string, string>): void {
  texts.value = all;
  language.value = of;
  document.documentElement.lang = of;
}

/** A text with its values; a number is written as the language has it. A key that is missing shows itself. */
export function t(key: string, ...values: (number | string)[]): string {
  return format(texts.value[key] ?? key, language.value, values);
}

/** Fills the places {0}, {1}, and chooses the words that go by a number: {0|minute|minutes}, as NumberForms (GaitSense.Training) has it. */
export function format(text: string, of: Language, values: readonly (number | string)[]): string {
  const written = (place: string): string | undefined => {
    const value = values[Number(place)];
    return typeof value === 'number' ? value.toLocaleString(of === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: 1, useGrouping: false }) : value;
  };
  return text
    .replace(/\{(\d)\|([^|{}]+)\|([^|{}]+)\}/g, (_, place: string, one: string, other: string) => (written(place) === '1' ? one : other))
    .replace(/\{(\d)\}/g, (whole, place: string) => written(place) ?? whole);
}

/** What a phone's languages ask for: German where it comes before English. */
export function preferredLanguage(languages: readonly string[]): Language {
  const first = languages.find(l => /^(de|en)\b/i.test(l));
  return first !== undefined && /^de/i.test(first) ? 'de' : 'en';
}
