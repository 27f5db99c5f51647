import { CalendarPart } from './calendar-part';
import { CsvPart } from './csv-part';

/** What leaves the workbook: days for a calendar, and tables as files. Each can be downloaded, or copied. */
export function TakeAway() {
  return (
    <>
      <CalendarPart />
      <CsvPart />
    </>
  );
}
