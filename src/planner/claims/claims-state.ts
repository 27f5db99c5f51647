import type { ClaimStatus } from '../../domain/claims/claim';
import type { Contact } from '../../storage/planning/settings-table';
import type { SavingWork } from '../store/planning-session';
import type { ClaimDraft } from './claim-draft';
import type { ClaimSearch } from './order-claims';

/** A status change that is being recorded. */
export interface MoveForm {
  to: ClaimStatus;
  on: string;
  amount: string;
  note: string;
  refusal: string | null;
  /** The question asked before recording; recording again confirms it. */
  question: string | null;
}

/** The activity of a creative review request, and the names typed for it; the rest comes from the workbook. */
export interface ReviewForm extends Partial<Record<Contact, string>> {
  activityId: string;
  /** The screen to go back to. The request for a claim has its own wording. */
  from?: 'claim' | 'plan';
}

/** The state of the work on claims. */
export interface ClaimsWork extends SavingWork {
  view: 'list' | 'new' | 'claim' | 'review' | 'summary';
  draft: ClaimDraft | null;
  /** Other claims with something unsaved, each as it was left. */
  waiting: readonly ClaimDraft[];
  moving: MoveForm | null;
  review: ReviewForm;
  /** The preselected activity of a new claim. */
  chosen: string | null;
  /** The claim that people came back from to the list. */
  backTo: string | null;
  /** The filter of the list; kept when people come back. */
  search: ClaimSearch;
  /** The user's own low-dollar limit while it is typed; null while no one types. */
  lowDollar: string | null;
  /** The sections of a claim that are open. */
  open: readonly string[];
}

export const INITIAL_STATE: ClaimsWork = {
  view: 'list',
  draft: null,
  waiting: [],
  moving: null,
  review: { activityId: '' },
  chosen: null,
  backTo: null,
  search: { text: '', where: '' },
  lowDollar: null,
  open: ['portal'],
  notice: null,
  isBusy: false,
};
