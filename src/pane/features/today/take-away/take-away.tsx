import { AskPart } from './ask-part';
import { CalendarPart } from './calendar-part';
import { CsvPart } from './csv-part';
import { FreezePart } from './freeze-part';
import { PrintPart } from './print-part';

/** What leaves the workbook. Each way has a second one, for panes that can't download: a sheet, or the clipboard. */
export function TakeAway() {
  return (
    <>
      <CalendarPart />
      <PrintPart />
      <CsvPart />
      <FreezePart />
      <AskPart />
    </>
  );
}
