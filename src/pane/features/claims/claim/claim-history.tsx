import { statusName } from '../../../../domain/claims/claim-status';
import { CLAIM_STATUSES, type ClaimStatus, type HistoryEntry } from '../../../../domain/claims/claim';
import { noBreak } from '../../../ui/no-break';
import { useReading } from '../../../ui/use-planning';
import { useClaimStyles } from '../claim-styles';
import { formatDay, isDay } from '../../../../domain/calendar/day';

/** What happened to a claim, newest first. It only grows. */
export function ClaimHistory({ id }: { id: string }) {
  const styles = useClaimStyles();
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
              [noteOf(entry), `Recorded ${timeOf(entry)} in the ${entry.where}${entry.who && ` by ${entry.who}`}.`]
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

const nameOf = (status: string): string => (isStatus(status) ? statusName(status) : status);
const isStatus = (text: string): text is ClaimStatus => (CLAIM_STATUSES as readonly string[]).includes(text);
