import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addBusinessDays as addBusinessDaysToDate } from 'date-fns/addBusinessDays';
import type { Day } from './day';

/** The day n business days later: Monday to Friday. Holidays differ by country and aren't excluded. */
export const addBusinessDays = (day: Day, n: number): Day =>
  addBusinessDaysToDate(new UTCDateMini(day), n).toISOString().slice(0, 10) as Day;
