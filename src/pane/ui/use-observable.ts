import { useSyncExternalStore } from 'react';
import type { Observed } from '../../planner/observable';

/** The value of an observable, for a component that is drawn again whenever it changes. */
export const useObservable = <T>(source: Observed<T>): T => useSyncExternalStore(source.subscribe, source.current);
