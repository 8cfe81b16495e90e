// What was chosen last on this computer; nothing of a person.
const place = (name: string): string => `gaitsense.desk.${name}`;

export const keptChoice = (name: 'source' | 'test'): string | null => localStorage.getItem(place(name));

export const keepChoice = (name: 'source' | 'test', value: string): void => localStorage.setItem(place(name), value);
