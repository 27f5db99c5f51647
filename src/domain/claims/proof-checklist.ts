import type { ActivityRequirements } from '../activities/requirements';
import type { ProofItem } from './claim';

/** What a claim on an activity has to prove. */
export interface ClaimRequirements extends ActivityRequirements {
  /** What the communication must show, according to the guides' best practice. */
  visible: readonly string[];
}

/** The requirements that become a checklist. */
export type ProofRequirements = Pick<ClaimRequirements, 'invoice' | 'communication' | 'metrics' | 'core' | 'visible'>;

/** The document that shows the cost, in the checklist's words. */
const INVOICE_ASKED: Record<ActivityRequirements['invoice'], string> = {
  'third-party invoice or CSR': 'Third-party invoice with its number, or a CSR',
  'third-party invoice': 'Third-party invoice with its number',
  'Microsoft invoice': 'The original Microsoft invoice',
};

/** The proof checklist of an activity, with nothing checked. */
export function proofFor(asked: ProofRequirements, newId: () => string): ProofItem[] {
  const items = (kind: ProofItem['kind'], requirements: readonly string[]): ProofItem[] =>
    requirements.map((requirement) => ({ id: newId(), kind, requirement, state: 'open', evidence: '' }));
  return [
    ...items('invoice or CSR', [INVOICE_ASKED[asked.invoice]]),
    ...items('communication', asked.communication),
    ...items('metrics', asked.metrics),
    ...items('core requirements', asked.core),
    // without communication there is nothing to show
    ...items('visible', asked.communication.length > 0 ? asked.visible : []),
  ];
}

/** The number of required items missing from a checklist. */
export const lackingOf = (current: readonly ProofItem[], asked: ProofRequirements): number =>
  proofBroughtUpTo(current, asked, () => '').length - current.length;

/** A checklist with missing required items added; existing items stay. One entry covers the cost, however it is worded. */
export function proofBroughtUpTo(current: readonly ProofItem[], asked: ProofRequirements, newId: () => string): ProofItem[] {
  const wanted = proofFor(asked, newId);
  const isKept = (item: ProofItem): boolean =>
    current.some(({ kind, requirement }) => kind === item.kind && (kind === 'invoice or CSR' || requirement === item.requirement));
  return [...current, ...wanted.filter((item) => !isKept(item))];
}
