import { findingAt, type ClaimField, type ClaimFinding } from './claim-finding';
import { type Claim, type ProofItem, linesOf } from '../claim';
import { UNNUMBERED } from '../claim-name';
import { formatIn } from '../../money/currency';
import { differenceFromDocuments, documentsOf } from './amount';
import { lackingOf, type ClaimRequirements } from '../proof-checklist';

/** Something a claim still needs. */
interface Missing {
  field: ClaimField;
  sentence: string;
}

/** How far a claim is from being ready to submit. */
export interface Readiness {
  /** 0 to 1: the part of the requirements that is met. */
  score: number;
  asked: number;
  missing: readonly Missing[];
  /** Proof that isn't submitted but must still be kept. */
  toKeep: readonly string[];
}

interface Need extends Missing {
  isMet: boolean;
}

/**
 * What a claim still needs before it can be submitted. A low-dollar claim needs no proof at submission, but it must be kept.
 * `isPart`: co-op pays only a part of the cost.
 */
export function readinessOf(claim: Claim, requirements: ClaimRequirements | null, isPart = false): Readiness {
  const proof = claim.proof.map(needOf);
  const needs = [
    ...fields(claim),
    ...(claim.isLowDollar ? [] : [...costs(claim, requirements), ...matching(claim, isPart), ...proof, ...checklist(claim, requirements)]),
  ];
  const missing = needs.filter(({ isMet }) => !isMet).map(({ field, sentence }) => ({ field, sentence }));
  return {
    score: (needs.length - missing.length) / needs.length,
    asked: needs.length,
    missing,
    toKeep: claim.isLowDollar ? claim.proof.filter((item) => !needOf(item).isMet).map(({ requirement }) => requirement) : [],
  };
}

function fields(claim: Claim): Need[] {
  const need = (field: ClaimField, sentence: string, isMet = claim[field] !== null && claim[field] !== ''): Need => ({
    field,
    sentence,
    isMet,
  });
  return [
    need('fund', 'Choose the fund: program, Partner ID, and usage period.'),
    need('fundCategory', 'Enter the fund category as the portal shows it.'),
    need('solutionAreas', 'Enter the solution areas.'),
    need('activity', 'Enter the activity.'),
    need('start', 'Enter the start date.'),
    need('end', 'Enter the end date.'),
    need('currency', 'Enter the currency.'),
    need('name', nameSentence(claim), claim.name !== '' && !claim.name.includes(UNNUMBERED)),
    need('amount', 'Enter the amount claimed.', (claim.amount ?? 0) > 0),
  ];
}

function nameSentence({ evidence, name }: Claim): string {
  if (evidence === 'invoice') return `Enter your invoice number in the claim name, in place of "${UNNUMBERED}".`;
  return name === '' ? 'Enter the claim name.' : `Remove "${UNNUMBERED}" from the claim name. A CSR has no invoice number.`;
}

function matching(claim: Claim, isPart: boolean): Need[] {
  const difference = differenceFromDocuments(claim, isPart);
  // a missing amount has its own item
  if (difference === null || claim.amount === 0) return [];
  const sentence = `Match the claim amount and the ${documentsOf(claim)}: ${formatIn(Math.abs(difference), claim.currency)} ${difference > 0 ? 'more' : 'less'} is claimed.`;
  return [{ field: 'amount', sentence, isMet: false }];
}

function costs(claim: Claim, requirements: ClaimRequirements | null): Need[] {
  const lines = linesOf(claim);
  if (claim.evidence === 'invoice') {
    const isMicrosofts = requirements?.invoice === 'Microsoft invoice';
    return [
      {
        field: 'lines',
        sentence: isMicrosofts
          ? 'Add the Microsoft invoice with its number and amount.'
          : 'Add the third-party invoice with its number and amount.',
        isMet: lines.some(({ amount, number }) => amount > 0 && number !== ''),
      },
      ...lines
        .filter(({ number }) => number === '')
        .map((): Need => ({ field: 'lines', sentence: 'An invoice has no number.', isMet: false })),
    ];
  }
  return [
    { field: 'lines', sentence: 'Add the expenses of the CSR.', isMet: lines.some(({ amount, type }) => amount > 0 && type !== '') },
    { field: 'hasNonMicrosoft', sentence: "Answer the CSR's question on non-Microsoft products.", isMet: claim.hasNonMicrosoft !== null },
    { field: 'isAgreed', sentence: "Select the CSR's agreement.", isMet: claim.isAgreed },
  ];
}

/** How many proofs a claim still needs before it is submitted: open in its checklist, or not in it yet. A low-dollar claim needs none. */
export function openProofOf({ isLowDollar, proof }: Claim, requirements: ClaimRequirements | null): number {
  if (isLowDollar) return 0;
  return proof.filter(({ state }) => state === 'open').length + (requirements === null ? 0 : lackingOf(proof, requirements));
}

/** A claim from the sheet, or from another guidebook's dates, has no checklist or an old one, which doesn't mean it is ready. */
function checklist({ proof }: Claim, requirements: ClaimRequirements | null): Need[] {
  const lacking = requirements === null ? 0 : lackingOf(proof, requirements);
  return lacking === 0
    ? []
    : [{ field: 'proof', sentence: `Complete the proof checklist. The guidebook asks for ${lacking} more.`, isMet: false }];
}

/** A document is there if its file or link is entered; what must be visible on documents only needs its checkbox. */
function needOf({ kind, requirement, state, evidence }: ProofItem): Need {
  const isDocument = kind === 'communication' || kind === 'metrics' || kind === 'invoice or CSR';
  if (state === 'done' && isDocument && evidence === '')
    return { field: 'proof', sentence: `Enter the file or link: ${requirement}.`, isMet: false };
  return { field: 'proof', sentence: `${SAID[kind]}: ${requirement}.`, isMet: state !== 'open' };
}

const SAID: Record<ProofItem['kind'], string> = {
  'invoice or CSR': 'Proof of cost',
  communication: 'Communication',
  metrics: 'Metrics',
  'core requirements': 'Core requirement',
  visible: 'Must be visible',
};

/** Findings on a claim's proof, other than missing items. */
export function findingsOnProof(claim: Claim, requirements: ClaimRequirements | null): ClaimFinding[] {
  return [...onGuidebook(claim, requirements), ...onExpenses(claim, requirements), ...onTicks(claim)];
}

function onGuidebook({ activity, evidence }: Claim, requirements: ClaimRequirements | null): ClaimFinding[] {
  const about = findingAt('activity', 'activity');
  if (requirements === null) return activity === '' ? [] : [about.blocking(`No guidebook we have for its dates lists "${activity}".`)];
  return [
    ...(requirements.isSourced ? [] : [about.note("The requirements of this activity aren't in our sources. Check the guidebook.")]),
    ...(requirements.isAllOrNothing
      ? [findingAt('proof', 'activity').note("An event that misses a core requirement isn't paid, not even in part.")]
      : []),
    ...(evidence === 'CSR' && requirements.invoice !== 'third-party invoice or CSR'
      ? [
          findingAt('evidence', 'activity').warning(
            `This activity requires ${requirements.invoice === 'Microsoft invoice' ? 'the original Microsoft invoice' : 'a third-party invoice'}. A CSR may not be accepted.`,
          ),
        ]
      : []),
  ];
}

function onExpenses(claim: Claim, requirements: ClaimRequirements | null): ClaimFinding[] {
  const eligible = requirements?.expenses;
  if (claim.evidence !== 'CSR' || !eligible) return [];
  const strangers = [...new Set(linesOf(claim).map(({ type }) => type))].filter((type) => type !== '' && !eligible.includes(type));
  return strangers.map((type) => findingAt('lines', 'activity').warning(`"${type}" isn't an eligible expense of this activity.`));
}

function onTicks({ evidence, hasNonMicrosoft, otherProgramShare, isLowDollar, status }: Claim): ClaimFinding[] {
  const share = otherProgramShare ?? 0;
  return [
    ...(evidence === 'CSR' && status === 'editing'
      ? [findingAt('lines', 'CSR').note("A saved CSR can't be edited in Partner Center. Delete it and create a new one.")]
      : []),
    ...(evidence === 'CSR' && hasNonMicrosoft === true
      ? [
          findingAt('hasNonMicrosoft', 'CSR').note(
            "Content must support Microsoft products. List other products in the notes, and add documents if the Microsoft part isn't visible.",
          ),
        ]
      : []),
    ...(share < 0 || share > 1
      ? [findingAt('otherProgramShare', 'amounts').blocking('A share must be between 0% and 100%.')]
      : share > 0
        ? [findingAt('otherProgramShare', 'amounts').note('State in the proof the percentage for each program.')]
        : []),
    ...(isLowDollar
      ? [
          findingAt('isLowDollar', 'low-dollar').note(
            "No proof is required when you submit it, and you can't edit it afterward. Keep the proof anyway.",
          ),
        ]
      : []),
  ];
}
