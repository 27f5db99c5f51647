import { makeStyles } from '@fluentui/react-components';
import { ACTIVITY_STATUSES } from '../../domain/activities/activity';
import { activityStatusName } from '../../domain/activities/activity-status-name';
import { statusName } from '../../domain/claims/claim-status';
import { CLAIM_STATUSES, type HistoryEntry } from '../../domain/claims/claim';
import { LINE, PLAIN_LIST, QUIET_LINE } from './list-style';
import { noBreak } from './no-break';
import { useReading } from './use-planning';
import { formatDay, isDay } from '../../domain/calendar/day';

/** What happened to a claim or an activity, newest first, and who did it if they entered a name. It only grows. */
export function RecordHistory({ id }: { id: string }) {
  const styles = useStyles();
  const { read } = useReading();
  const entries = read.history.filter(({ subject }) => subject === id).reverse();
  if (entries.length === 0) return <p className={styles.quiet}>No history yet.</p>;
  return (
    <ol className={styles.plain} aria-label="History">
      {entries.map((entry, index) => (
        <li key={`${entry.at} ${index}`}>
          <p className={styles.line}>{noBreak(said(entry))}</p>
          <p className={styles.quiet}>
            {noBreak(
              [noteOf(entry), `Recorded ${timeOf(entry)} ${entry.who ? `by ${entry.who}` : `in the ${entry.where}`}.`]
                .filter(Boolean)
                .join(' '),
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

function said({ what, from, to }: HistoryEntry): string {
  if (what === 'created') return `Started as "${to}"`;
  if (what === 'status') return `${nameOf(from)} → ${nameOf(to)}`;
  return `${what}: ${from || 'blank'} → ${to || 'blank'}`;
}

/** When an entry was recorded: Mar 1, 2024, 14:05 UTC. Other formats typed by users are shown as is. */
function timeOf({ at: written }: HistoryEntry): string {
  const [, day = '', time] = /^(.{10})T(\d\d:\d\d):\d\dZ$/.exec(written) ?? [];
  return isDay(day) ? `${formatDay(day)}, ${time} UTC` : written;
}

/** An entry's note; the day at its start may be in ISO form. */
const noteOf = ({ note }: HistoryEntry): string =>
  note.replace(/^On (\d{4}-\d{2}-\d{2})\./, (written, day: string) => (isDay(day) ? `On ${formatDay(day)}.` : written));

const nameOf = (status: string): string => STATUS_NAMES.get(status) ?? status;

const STATUS_NAMES: ReadonlyMap<string, string> = new Map([
  ...ACTIVITY_STATUSES.map((status) => [status, activityStatusName(status)] as const),
  ...CLAIM_STATUSES.map((status) => [status, statusName(status)] as const),
]);

const useStyles = makeStyles({
  plain: PLAIN_LIST,
  line: LINE,
  quiet: QUIET_LINE,
});
