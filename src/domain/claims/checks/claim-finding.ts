import type { Claim } from '../claim';
import type { Finding } from '../../finding';
import { blocking, note, warning } from '../../new-finding';

/** The part of a claim that a finding is about. */
export type ClaimField = keyof Claim;

/** The rule behind a finding, by its topic in the rulebook, or the name of a fact about claiming. */
export type ClaimRule =
  'deadline' | 'cap' | 'activity' | 'retention' | 'payment' | 'amounts' | 'one claim' | 'low-dollar' | 'CSR' | 'currency' | 'dates';

/** Advice about a claim, with the field it is about. */
export interface ClaimFinding extends Finding {
  field: ClaimField;
  rule: ClaimRule;
}

/** Puts findings of a field into words, each at its level. */
export const findingAt = (field: ClaimField, rule: ClaimRule) => ({
  blocking: (message: string): ClaimFinding => ({ ...blocking(message), field, rule }),
  warning: (message: string): ClaimFinding => ({ ...warning(message), field, rule }),
  note: (message: string): ClaimFinding => ({ ...note(message), field, rule }),
});
