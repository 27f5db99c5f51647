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
  /** What was asked before it is recorded: recording it then is the answer. */
  question: string | null;
}

/** The activity a creative review is asked for, and the names typed for it; the rest is as the workbook keeps it. */
export interface ReviewForm extends Partial<Record<Contact, string>> {
  activityId: string;
  /** Where people came from, and go back to. A claim is asked about in its own words. */
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
  /** The activity a new claim is for, where someone came for it. */
  chosen: string | null;
  /** The claim that people came back from to the list. */
  backTo: string | null;
  /** What the list is narrowed to; it is still so when people come back. */
  search: ClaimSearch;
  /** The user's own low-dollar limit while it is typed; null while no one types. */
  lowDollar: string | null;
  /** The sections of a claim that are open. */
  open: readonly string[];
}

/** Where it begins. */
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
