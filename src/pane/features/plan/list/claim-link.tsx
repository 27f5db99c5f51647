import { Link } from '@fluentui/react-components';
import { countedFor } from '../../../../domain/balance/fund-usage-index';
import type { CountedAs } from '../../../../domain/balance/fund-usage';
import { formatUsd } from '../../../../domain/money/money';
import { usePlanner } from '../../../ui/use-planner';
import type { Around } from '../../../../planner/activities/activity-view';

/** A link to the claim that counts in place of an activity; nothing if there is none. */
export function ClaimLink({ id, around: { balance } }: { id: string; around: Around }) {
  const { navigation } = usePlanner();
  const claim = countedFor(id, balance?.counted ?? []).find(({ claimId }) => claimId !== null);
  if (!claim) return null;
  return (
    <Link as="button" inline onClick={() => navigation.open({ screen: 'claims', id: claim.claimId! })}>
      {CLAIM_WORDS[claim.as]}
      {claim.amount !== null && ` ${formatUsd(claim.amount)}`}
    </Link>
  );
}

const CLAIM_WORDS: Record<CountedAs, string> = {
  planned: 'Claim started',
  committed: 'Claim started',
  spent: 'Claim started',
  claimed: 'Claimed',
  approved: 'Claim approved',
  paid: 'Claim paid',
};
