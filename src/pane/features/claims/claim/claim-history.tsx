import { statusName } from '../../../../domain/claims/claim-status';
import { CLAIM_STATUSES, type ClaimStatus, type HistoryEntry } from '../../../../domain/claims/claim';
import { noBreak } from '../../../ui/no-break';
import { useReading } from '../../../ui/use-planning';
import { useClaimStyles } from '../claim-styles';

/** What happened to a claim, newest first. It only grows. */
export function ClaimHistory({ id }: { id: string }) {
  const styles = useClaimStyles();
  const { read } = useReading();
  const entries = read.history.filter(({ subject }) => subject === id).reverse();
  if (entries.length === 0) return <p className={styles.quiet}>Nothing has been written down yet.</p>;
  return (
    <ol className={styles.plain} aria-label="History">
      {entries.map((entry, at) => (
        <li key={`${entry.at} ${at}`}>
          <p className={styles.line}>{noBreak(said(entry))}</p>
          <p className={styles.quiet}>
            {noBreak(
              [entry.note, `Written down ${entry.at.replace('T', ' ').replace('Z', ' UTC')} in the ${entry.where}.`]
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
  if (what === 'created') return `Begun as "${to}"`;
  if (what === 'status') return `${nameOf(from)} → ${nameOf(to)}`;
  return `${what}: ${from || 'blank'} → ${to || 'blank'}`;
}

const nameOf = (status: string): string => (isStatus(status) ? statusName(status) : status);
const isStatus = (text: string): text is ClaimStatus => (CLAIM_STATUSES as readonly string[]).includes(text);
