import { useState } from 'react';
import { makeCalendar, type CalendarMade } from '../../../../planner/take-away/make-calendar';
import type { Reading } from '../../../../planner/store/planning-store';
import type { Workbook } from '../../../../storage/workbook';
import { FileLinks } from '../../../ui/file-links';
import { SheetButton } from '../../../ui/sheet-button';
import { useReading } from '../../../ui/use-planning';
import { Section } from '../section';
import { FileNote } from './file-note';
import { useTakeAwayStyles } from './take-away-styles';

/** Deadlines and last safe days as a file for Outlook and other calendars. */
export function CalendarPart() {
  const styles = useTakeAwayStyles();
  const reading = useReading();
  const [made, setMade] = useState<{ file: string; reading: Reading } | null>(null);
  const make = async (workbook: Workbook, now: Reading): Promise<CalendarMade> => {
    const calendar = await makeCalendar(workbook, now);
    setMade(calendar.file === null ? null : { file: calendar.file, reading: now });
    return calendar;
  };
  return (
    <Section id="in-calendar" title="In your calendar">
      <p className={styles.quiet}>
        Deadlines, last safe days, and what claims wait for, as all-day entries with reminders 30, 7, and 1 days before. The table
        CoopCalendar keeps what the file said, so that the next file updates calendars instead of adding entries twice.
      </p>
      <SheetButton label="Make calendar file" make={make} />
      {made !== null && (
        <>
          <FileLinks name="co-op-dates.ics" type="text/calendar" text={made.file} what="Calendar text" />
          <FileNote isCurrent={made.reading.read === reading.read && made.reading.asOf === reading.asOf} />
        </>
      )}
      <p className={styles.quiet}>Import it into a calendar of its own: deleting that calendar then removes all entries at once.</p>
    </Section>
  );
}
