import { nowInUtc } from '../../domain/calendar/day';
import { list } from '../../domain/text/list';
import { pick, plural } from '../../domain/text/plural';
import { CALENDAR_DESIGN, CALENDAR_TABLE, planCalendar, type CalendarPlan } from '../../storage/planning/calendar-table';
import type { Workbook } from '../../storage/workbook';
import type { Reading } from '../store/planning-store';
import type { PageMade } from '../summary/page-made';
import { calendarDays, type CalendarDays } from './calendar-entries';
import { calendarFile } from './calendar-file';

/** A calendar file, and what was done in the workbook. */
export interface CalendarMade extends PageMade {
  /** Null if no day is ahead. */
  file: string | null;
}

/**
 * Makes a calendar file, and keeps its entries in CoopCalendar so that the next file can say what changed. Where the workbook
 * is protected, the file comes anyway. Two round trips.
 */
export async function makeCalendar(
  workbook: Pick<Workbook, 'tables'>,
  reading: Reading,
  time = nowInUtc(),
  timeZone?: string,
): Promise<CalendarMade> {
  const days = calendarDays(reading);
  const { result, takeBack, leftOut } = await workbook.tables.change([CALENDAR_TABLE], ([now = null]) =>
    planCalendar(now, days.entries, reading.asOf, days.unsure),
  );
  const kept = leftOut.get(CALENDAR_TABLE);
  const notKept =
    kept === undefined
      ? ''
      : ` ${kept === 'sheet' ? `The sheet "${CALENDAR_DESIGN.sheet}"` : "The workbook's structure"} is protected, so their sequence numbers aren't kept: calendars may not take later changes.`;
  return {
    sentence: `${describeEvents(result)}${notKept}${describeLeftOut(days)}`,
    intent: kept === undefined ? 'success' : 'warning',
    what: 'the calendar entries',
    sheet: CALENDAR_DESIGN.sheet,
    takeBack,
    file: result.events.length > 0 ? calendarFile(result.events, { time, timeZone }) : null,
  };
}

function describeEvents({ events, added, changed, canceled }: CalendarPlan): string {
  if (events.length === 0) return 'No deadline is ahead, so there is nothing for a calendar.';
  const news = [
    ...(added > 0 ? [`${added.toLocaleString('en-US')} new`] : []),
    ...(changed > 0 ? [`${changed.toLocaleString('en-US')} changed`] : []),
    ...(canceled > 0 ? [`${canceled.toLocaleString('en-US')} canceled`] : []),
  ];
  return `${plural(events.length, 'calendar entry', 'calendar entries')}: ${news.length > 0 ? list(news, 'and') : 'the same as in the last file'}.`;
}

function describeLeftOut({ withoutId, unsure }: CalendarDays): string {
  const unnamed =
    withoutId === 0
      ? ''
      : ` ${plural(withoutId, 'row')} without an ID ${pick(withoutId, "isn't", "aren't")} included: open and save ${pick(withoutId, 'it', 'them')} in the pane first.`;
  const unread = unsure === 'all' ? " Entries that may be gone weren't canceled, because not all rows can be read." : '';
  return `${unnamed}${unread}`;
}
