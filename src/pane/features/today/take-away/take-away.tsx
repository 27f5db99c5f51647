import { CalendarPart } from './calendar-part';

/** What leaves the workbook: days for a calendar. Each can be downloaded, and copied or kept in a sheet as well. */
export function TakeAway() {
  return <CalendarPart />;
}
