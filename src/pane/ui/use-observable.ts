import { useSyncExternalStore } from 'react';
import type { Observed } from '../../planner/observable';

/** The value of an observable; the component renders again when it changes. */
export const useObservable = <T>(source: Observed<T>): T => useSyncExternalStore(source.subscribe, source.current);
