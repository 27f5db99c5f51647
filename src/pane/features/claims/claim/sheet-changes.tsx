import { describeFund, type FundId } from '../../../../domain/funds/fund';
import type { Clash } from '../../../../planner/store/merge-form';
import { Message } from '../../../ui/message';
import { SheetClashes } from '../../../ui/sheet-clashes';
import type { ClaimDraft } from '../../../../planner/claims/claim-draft';
import type { ClaimForm } from '../../../../planner/claims/claim-form';

/** What happened to the claim in the sheet while it is worked on here. */
export function SheetNews({ draft, onTake }: { draft: ClaimDraft; onTake: (field: keyof ClaimForm) => void }) {
  return (
    <>
      {draft.isGone && (
        <Message intent="warning">This claim was deleted in the sheet. Save writes it there again; Discard leaves it deleted.</Message>
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
  evidence: 'How the cost is shown',
  hasNonMicrosoft: 'The answer on non-Microsoft products',
  isAgreed: "The CSR's agreement",
  isLowDollar: 'Whether it is a low-dollar claim',
  otherProgramShare: 'The share of another program',
  status: 'The status',
  since: 'The day of its status',
  submittedOn: 'The day of submission',
  approvedOn: 'The day of approval',
  approved: 'The approved amount',
  paidOn: 'The day of payment',
  paid: 'The paid amount',
  disputedOn: 'The day of the dispute',
  notes: 'The field "Results and notes"',
  lines: 'An invoice or an expense',
  proof: 'An entry of the proof',
};
