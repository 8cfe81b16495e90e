import { useSignal, type Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { language } from '../../texts/texts';
import { get, Problem } from '../api';

export interface Loaded<T> { data: T | null; problem: Problem | null; again: () => void }

export const asProblem = (e: unknown): Problem => (e instanceof Problem ? e : new Problem(e instanceof Error ? e.message : String(e), 0));

/** What the server has at an address; read again when the address changes, or when asked. */
export function useLoad<T>(path: string | null): Loaded<T> {
  const data: Signal<T | null> = useSignal(null);
  const problem: Signal<Problem | null> = useSignal(null);
  const round = useSignal(0);
  useEffect(() => {
    if (path === null) return;
    let gone = false;
    get<T>(path).then(
      value => {
        if (!gone) [data.value, problem.value] = [value, null];
      },
      (e: unknown) => {
        if (!gone) problem.value = asProblem(e);
      },
    );
    return () => {
      gone = true;
    };
    // What the server says is in the language that it was asked in.
  }, [path, round.value, language.value]);
  return { data: data.value, problem: problem.value, again: () => void round.value++ };
}

export interface Task { busy: boolean; problem: Problem | null; done: string; run: (what: () => Promise<string | void>) => Promise<boolean> }

/** Something that a person asked for: one at a time, with its problem or its word. */
export function useTask(): Task {
  const busy = useSignal(false), problem: Signal<Problem | null> = useSignal(null), done = useSignal('');
  return {
    busy: busy.value,
    problem: problem.value,
    done: done.value,
    async run(what) {
      if (busy.value) return false;
      [busy.value, problem.value, done.value] = [true, null, ''];
      try {
        done.value = (await what()) ?? '';
        return true;
      } catch (e) {
        problem.value = asProblem(e);
        return false;
      } finally {
        busy.value = false;
      }
    },
  };
}
