import type { ProofItem } from './claim';

/** What the guidebook asks of a claim on an activity. */
export interface ClaimSheet {
  category: string;
  invoice: 'third-party invoice or CSR' | 'third-party invoice' | 'Microsoft invoice';
  core: readonly string[];
  communication: readonly string[];
  metrics: readonly string[];
  /** What must be seen on the communication, by the guides' best practice. */
  visible: readonly string[];
  /** Null where no source lists them. */
  expenses: readonly string[] | null;
  preApproval: 'none' | 'optional creative review' | 'required';
  /** Whether missing a core requirement costs the whole claim rather than a part. */
  isAllOrNothing: boolean;
  /** Whether the sources hold the sheet, rather than only its name. */
  isSourced: boolean;
}

/** The document that shows the cost, as the checklist asks for it. */
const INVOICE_ASKED: Record<ClaimSheet['invoice'], string> = {
  'third-party invoice or CSR': 'Third-party invoice with its number, or a CSR',
  'third-party invoice': 'Third-party invoice with its number',
  'Microsoft invoice': 'The original Microsoft invoice',
};

/** The proof checklist of an activity, nothing ticked. */
export function proofFor(sheet: ClaimSheet, newId: () => string): ProofItem[] {
  const items = (kind: ProofItem['kind'], requirements: readonly string[]): ProofItem[] =>
    requirements.map((requirement) => ({ id: newId(), kind, requirement, isDone: false, evidence: '' }));
  return [
    ...items('invoice or CSR', [INVOICE_ASKED[sheet.invoice]]),
    ...items('communication', sheet.communication),
    ...items('metrics', sheet.metrics),
    ...items('core requirements', sheet.core),
    // nothing is shown where nothing was communicated
    ...items('visible', sheet.communication.length > 0 ? sheet.visible : []),
  ];
}

/** How much of what the sheet asks for a checklist does not hold. */
export const lackingOf = (kept: readonly ProofItem[], sheet: ClaimSheet): number =>
  proofBroughtUpTo(kept, sheet, () => '').length - kept.length;

/** A checklist kept, with what the sheet asks for and it lacks; nothing is taken away that somebody has ticked. Its cost is shown by one entry, however that is worded. */
export function proofBroughtUpTo(kept: readonly ProofItem[], sheet: ClaimSheet, newId: () => string): ProofItem[] {
  const wanted = proofFor(sheet, newId);
  const isKept = (item: ProofItem): boolean =>
    kept.some(({ kind, requirement }) => kind === item.kind && (kind === 'invoice or CSR' || requirement === item.requirement));
  return [...kept, ...wanted.filter((item) => !isKept(item))];
}
