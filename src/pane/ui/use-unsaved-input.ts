import { useObservable } from './use-observable';
import { usePlanner } from './use-planner';

/** What is typed into a form and not saved yet, null where nothing is; it is kept while another screen is shown. */
export function useUnsavedInput<T>(form: string): [T | null, (typed: T | null) => void] {
  const { unsaved } = usePlanner();
  const typed = (useObservable(unsaved).get(form) as T | undefined) ?? null;
  return [typed, (next) => unsaved.type(form, next)];
}
