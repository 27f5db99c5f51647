import { useState } from 'react';

/** What is typed into a form and not saved yet, null where nothing is; it is kept while another screen is shown. */
export function useUnsavedInput<T>(of: object, form: string): [T | null, (typed: T | null) => void] {
  const forms = kept.get(of) ?? new Map<string, unknown>();
  kept.set(of, forms);
  const [typed, setTyped] = useState<T | null>(() => (forms.get(form) as T | undefined) ?? null);
  return [
    typed,
    (next) => {
      forms.set(form, next);
      setTyped(next);
    },
  ];
}

const kept = new WeakMap<object, Map<string, unknown>>();
