import type { ActivityRequirements } from '../activities/requirements';
import type { ProofItem } from './claim';

/** What a claim on an activity has to prove. */
export interface ClaimRequirements extends ActivityRequirements {
  /** What must be seen on the communication, by the guides' best practice. */
  visible: readonly string[];
}

/** The requirements that become a checklist. */
export type ProofRequirements = Pick<ClaimRequirements, 'invoice' | 'communication' | 'metrics' | 'core' | 'visible'>;

/** The document that shows the cost, as the checklist asks for it. */
const INVOICE_ASKED: Record<ActivityRequirements['invoice'], string> = {
  'third-party invoice or CSR': 'Third-party invoice with its number, or a CSR',
  'third-party invoice': 'Third-party invoice with its number',
  'Microsoft invoice': 'The original Microsoft invoice',
};

/** The proof checklist of an activity, nothing ticked. */
export function proofFor(asked: ProofRequirements, newId: () => string): ProofItem[] {
  const items = (kind: ProofItem['kind'], requirements: readonly string[]): ProofItem[] =>
    requirements.map((requirement) => ({ id: newId(), kind, requirement, state: 'open', evidence: '' }));
  return [
    ...items('invoice or CSR', [INVOICE_ASKED[asked.invoice]]),
    ...items('communication', asked.communication),
    ...items('metrics', asked.metrics),
    ...items('core requirements', asked.core),
    // nothing is shown where nothing was communicated
    ...items('visible', asked.communication.length > 0 ? asked.visible : []),
  ];
}

/** How much of what is asked for a checklist does not hold. */
export const lackingOf = (current: readonly ProofItem[], asked: ProofRequirements): number =>
  proofBroughtUpTo(current, asked, () => '').length - current.length;

/** A checklist kept, with what is asked for and it lacks; nothing is taken away that someone has ticked. Its cost is shown by one entry, however that is worded. */
export function proofBroughtUpTo(current: readonly ProofItem[], asked: ProofRequirements, newId: () => string): ProofItem[] {
  const wanted = proofFor(asked, newId);
  const isKept = (item: ProofItem): boolean =>
    current.some(({ kind, requirement }) => kind === item.kind && (kind === 'invoice or CSR' || requirement === item.requirement));
  return [...current, ...wanted.filter((item) => !isKept(item))];
}
