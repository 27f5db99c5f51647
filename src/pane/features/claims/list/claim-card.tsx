import { Link } from '@fluentui/react-components';
import type { ClaimFinding } from '../../../../domain/claims/checks/claim-finding';
import type { Claim } from '../../../../domain/claims/claim';
import { fundTitle } from '../../../../domain/funds/fund';
import type { Stored } from '../../../../planner/store/planning-store';
import { NamePartner } from '../../../ui/name-partner';
import { noBreak } from '../../../ui/no-break';
import { describeAmount, describeDifferences } from '../../../../planner/claims/amount-text';
import { nameOf } from '../../../../planner/claims/claim-draft';
import { useClaimStyles } from '../claim-styles';
import type { ClaimView } from '../../../../planner/claims/claim-view';
import { describeDeadline, isUrgent } from '../../../../planner/claims/deadline-text';
import { ReadinessBar } from '../readiness-bar';
import { StatusBadge } from '../status-badge';
import { plural } from '../../../../domain/text/plural';

interface ClaimCardProps {
  stored: Stored<Claim>;
  view: ClaimView;
  isUnsaved: boolean;
  onOpen: () => void;
}

/** A claim of the list: its status, its next deadline, and what blocks it. */
export function ClaimCard({ stored, view, isUnsaved, onOpen }: ClaimCardProps) {
  const styles = useClaimStyles();
  const { claim, status } = view;
  const clock = describeDeadline(view);
  const blocked = view.findings.filter(({ level }) => level === 'blocking');
  const wantsRate = view.findings.some(({ field, level }) => field === 'rate' && level === 'warning');
  return (
    <article className={styles.card} aria-label={nameOf(claim)}>
      <div className={styles.head}>
        <h4 className={styles.heading}>
          <Link as="button" id={linkId(claim.id)} className={styles.link} onClick={onOpen}>
            {nameOf(claim)}
          </Link>
        </h4>
        <StatusBadge status={status} />
      </div>
      <p className={styles.line}>{describeAmount(claim)}</p>
      {describeDifferences(claim).map((sentence) => (
        <p key={sentence} className={styles.line}>
          {sentence}
        </p>
      ))}
      <p className={styles.quiet}>
        {[view.fundId === null ? 'No fund yet' : fundTitle(view.fundId), claim.claimNumber && `Claim ${claim.claimNumber}`]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {claim.fund && <NamePartner partner={claim.fund} where={`claim ${claim.id}`} />}
      {clock && <p className={isUrgent(view) ? styles.urgent : styles.line}>{noBreak(clock)}</p>}
      {view.locked === null && <ReadinessBar readiness={view.readiness} status={view.status} />}
      {view.locked === null && blocked.length > 0 && <p className={styles.urgent}>{describeBlocked(blocked)}</p>}
      {wantsRate && <p className={styles.line}>No exchange rate for {claim.currency}, so the claim isn't checked against its fund.</p>}
      {stored.troubles.map(({ sentence }) => (
        <p key={sentence} className={styles.urgent}>
          {noBreak(sentence)}
        </p>
      ))}
      {isUnsaved && <p className={styles.quiet}>Unsaved changes</p>}
    </article>
  );
}

function describeBlocked(blocked: readonly ClaimFinding[]): string {
  const isOverCap = blocked.some(({ rule }) => rule === 'cap');
  if (blocked.length === 1) return isOverCap ? 'Above its cap.' : '1 blocking issue.';
  return `${plural(blocked.length, 'blocking issue')}${isOverCap ? ', including its cap' : ''}.`;
}

/** Where a claim is opened in the list. */
export const linkId = (id: string): string => `open-${id}`;
