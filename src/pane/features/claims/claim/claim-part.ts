import type { ReactNode } from 'react';
import type { ClaimField } from '../../../../domain/claims/checks/claim-finding';
import type { ClaimForm, FormField } from '../../../../planner/claims/claim-form';
import type { ClaimView } from '../../../../planner/claims/claim-view';

/** The props of every part of an open claim. */
export interface ClaimPart {
  form: ClaimForm;
  view: ClaimView;
  mistakes: ReadonlyMap<FormField, string>;
  onType: (change: Partial<ClaimForm>) => void;
  /** Goes to the request for a creative review. */
  onReview: () => void;
  /** The user's own low-dollar limit, while it is typed. */
  lowDollar: { typed: string | null; onType: (text: string) => void; onSave: () => void };
  /** Findings on some fields. */
  found: (...fields: ClaimField[]) => ReactNode;
}

/** How a field shows a text that can't be read. */
export const fault = (sentence: string | undefined): { validationState: 'error'; validationMessage: string } | object =>
  sentence === undefined ? {} : { validationState: 'error', validationMessage: sentence };
