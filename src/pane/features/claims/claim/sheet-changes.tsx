import { describeFund, type FundId } from '../../../../domain/funds/fund';
import type { Clash } from '../../../../planner/store/merge-form';
import { Message } from '../../../ui/message';
import { SheetClashes } from '../../../ui/sheet-clashes';
import type { ClaimDraft } from '../../../../planner/claims/claim-draft';
import type { ClaimForm } from '../../../../planner/claims/claim-form';

/** What changed in the sheet while the claim is edited here. */
export function SheetNews({ draft, onTake }: { draft: ClaimDraft; onTake: (field: keyof ClaimForm) => void }) {
  return (
    <>
      {draft.isGone && (
        <Message intent="warning">This claim was deleted in the sheet. Save adds it again. Discard leaves it deleted.</Message>
      )}
      <SheetClashes clashes={draft.clashes} words={FIELD_WORDS} show={describeTheirs} onTake={onTake} />
      {draft.base?.troubles.map(({ column, sentence }) => (
        <Message key={column} intent="warning">
          {sentence}
        </Message>
      ))}
    </>
  );
}

function describeTheirs({ field, theirs }: Clash<ClaimForm>): string | null {
  if (field === 'fund') return theirs === null ? '' : describeFund(theirs as FundId);
  if (field === 'otherProgramShare') return typeof theirs === 'string' && theirs !== '' ? `${theirs}%` : '';
  if (typeof theirs === 'boolean') return theirs ? 'yes' : 'no';
  return theirs === null ? '' : typeof theirs === 'string' ? theirs : null;
}

const FIELD_WORDS: Record<keyof ClaimForm, string> = {
  id: 'The ID',
  name: 'The claim name',
  activityId: 'The ID of its activity',
  activity: 'The activity',
  fund: 'The fund',
  fundCategory: 'The fund category',
  solutionAreas: 'The field "Solution areas"',
  start: 'The start date',
  end: 'The end date',
  currency: 'The currency',
  rate: 'The rate',
  amount: 'The claim amount',
  evidence: 'The proof of cost',
  hasNonMicrosoft: 'The answer about non-Microsoft products',
  isAgreed: 'The CSR agreement',
  isLowDollar: 'The low-dollar setting',
  otherProgramShare: 'The share of another program',
  status: 'The status',
  since: 'The date of its status',
  submittedOn: 'The submission date',
  approvedOn: 'The approval date',
  approved: 'The approved amount',
  paidOn: 'The payment date',
  paid: 'The paid amount',
  disputedOn: 'The dispute date',
  notes: 'The field "Results and notes"',
  claimNumber: 'The claim number',
  claimLink: 'The claim link',
  paymentReference: 'The payment reference',
  fundingPool: 'The funding pool',
  claimExpires: 'The expiration date',
  lines: 'An invoice or an expense',
  proof: 'A proof item',
};
