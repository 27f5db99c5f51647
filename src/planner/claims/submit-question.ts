import { openProofOf } from '../../domain/claims/checks/readiness';
import type { ClaimStatus } from '../../domain/claims/claim';
import { pick, plural } from '../../domain/text/plural';
import type { ClaimView } from './claim-view';

/** The question to ask before a status is recorded; null if there is none. */
export function questionBefore(to: ClaimStatus, { claim, requirements }: Pick<ClaimView, 'claim' | 'requirements'>): string | null {
  const open = to === 'submitted' ? openProofOf(claim, requirements) : 0;
  return open === 0 ? null : `${plural(open, 'proof')} ${pick(open, 'is', 'are')} still open. Record as submitted anyway?`;
}
