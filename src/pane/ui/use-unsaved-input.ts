import { useObservable } from './use-observable';
import { usePlanner } from './use-planner';

/** Unsaved input of a form, null if there is none; it stays while another screen is shown. */
export function useUnsavedInput<T>(form: string): [T | null, (typed: T | null) => void] {
  const { unsaved } = usePlanner();
  const typed = (useObservable(unsaved).get(form) as T | undefined) ?? null;
  return [typed, (next) => unsaved.type(form, next)];
}
