import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import { plural } from '../../../domain/text/plural';
import type { ToDo } from '../../../domain/to-do/to-do';
import { calendarFile, upcoming } from '../../../planner/to-do/calendar-file';
import { CopyButton } from '../../ui/copy-button';
import { useReading } from '../../ui/use-planning';
import { SECTION } from './section-style';

/** The list as a file for Outlook and other calendars. Panes can't save files in every Excel, so the text can be copied, too. */
export function InCalendar({ list }: { list: readonly ToDo[] }) {
  const styles = useStyles();
  const { asOf } = useReading();
  const { count, file } = useMemo(() => {
    const items = upcoming(list, asOf);
    return { count: items.length, file: calendarFile(items, asOf) };
  }, [list, asOf]);
  if (count === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="in-calendar">
      <h2 id="in-calendar" className={styles.title}>
        In your calendar
      </h2>
      <p className={styles.quiet}>
        {plural(count, 'upcoming item')} as all-day events, for Outlook and other calendars. Opening a newer file updates them.
      </p>
      <div className={styles.actions}>
        <Link href={`data:text/calendar;charset=utf-8,${encodeURIComponent(file)}`} download={FILE_NAME}>
          Download {FILE_NAME}
        </Link>
        <CopyButton text={file} what="Calendar text" label="Copy as text" />
      </div>
      <p className={styles.quiet}>
        Excel for Mac and iPad can&apos;t download from a pane. Copy the text there, and save it as {FILE_NAME}.
      </p>
    </section>
  );
}

const FILE_NAME = 'co-op-dates.ics';

const useStyles = makeStyles({
  section: SECTION,
  title: { ...typographyStyles.subtitle2, margin: 0 },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});
