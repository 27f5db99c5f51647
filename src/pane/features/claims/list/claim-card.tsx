import { Link } from '@fluentui/react-components';
import type { Claim } from '../../../../domain/claim-kept';
import { labelOf } from '../../../../domain/period';
import { formatIn } from '../../../../domain/us-dollars';
import type { Kept } from '../../../planning/planning-store';
import { nameOf } from '../claim-draft';
import { useClaimStyles } from '../claim-styles';
import type { ClaimView } from '../claim-view';
import { clockSaid, isUrgent } from '../clock-said';
import { ReadinessBar } from '../readiness-bar';
import { StatusBadge } from '../status-badge';

interface ClaimCardProps {
  kept: Kept<Claim>;
  view: ClaimView;
  isUnsaved: boolean;
  onOpen: () => void;
}

/** A claim of the list: where it stands, what it waits for, and what is in its way. */
export function ClaimCard({ kept, view, isUnsaved, onOpen }: ClaimCardProps) {
  const styles = useClaimStyles();
  const { claim, status } = view;
  const clock = clockSaid(view);
  const blocked = view.findings.filter(({ level }) => level === 'blocking').length;
  return (
    <article className={styles.card} aria-label={nameOf(claim)}>
      <div className={styles.head}>
        <h4 className={styles.heading}>
          <Link as="button" className={styles.link} onClick={onOpen}>
            {nameOf(claim)}
          </Link>
        </h4>
        <StatusBadge status={status} />
      </div>
      <p className={styles.line}>{amountSaid(claim)}</p>
      <p className={styles.quiet}>{claim.fund === null ? 'No fund yet' : `${labelOf(claim.fund.half)} · ${claim.fund.partnerId}`}</p>
      {clock && <p className={isUrgent(view) ? styles.urgent : styles.line}>{clock}</p>}
      {view.locked === null && <ReadinessBar readiness={view.readiness} />}
      {view.locked === null && blocked > 0 && <p className={styles.urgent}>{blocked === 1 ? '1 finding blocks it.' : `${blocked} findings block it.`}</p>}
      {kept.troubles.map(({ sentence }) => (
        <p key={sentence} className={styles.urgent}>
          {sentence}
        </p>
      ))}
      {isUnsaved && <p className={styles.quiet}>Has changes that are not saved.</p>}
    </article>
  );
}

/** What is claimed, and what came of it where that is another amount. */
function amountSaid({ status, amount, approved, paid, currency }: Claim): string {
  if (amount === null) return 'No amount yet';
  const claimed = `${formatIn(amount, currency)} claimed`;
  const [came, word] = status === 'paid' ? [paid, 'paid'] : status === 'approved' ? [approved, 'approved'] : [null, ''];
  return came === null ? formatIn(amount, currency) : came === amount ? `${formatIn(came, currency)} ${word}` : `${formatIn(came, currency)} ${word} of ${claimed}`;
}
