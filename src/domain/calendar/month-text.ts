import { formatDay, type Day } from './day';

/** A month as a person reads it: Dec 2026. */
export const formatMonth = (month: string): string => formatDay(`${month}-01` as Day).replace(' 1,', '');
