import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ACTIVITY_STATUSES } from '../../domain/activities/activity';
import { statusName } from '../../domain/claims/claim-status';
import { CLAIM_STATUSES, type ClaimStatus, type HistoryEntry } from '../../domain/claims/claim';
import { capitalized } from '../../domain/text/capitalized';
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

const nameOf = (status: string): string =>
  isStatus(status) ? statusName(status) : (ACTIVITY_STATUSES as readonly string[]).includes(status) ? capitalized(status) : status;
const isStatus = (text: string): text is ClaimStatus => (CLAIM_STATUSES as readonly string[]).includes(text);

const useStyles = makeStyles({
  plain: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
  },
  line: { ...typographyStyles.body1, margin: 0, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  quiet: {
    ...typographyStyles.caption1,
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
});
