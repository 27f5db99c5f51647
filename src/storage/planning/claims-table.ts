import { CLAIM_STATUSES, type Claim, type ClaimLine, type ClaimStatus, type ProofItem, type ProofState } from '../../domain/claims/claim';
import { isUsd } from '../../domain/money/currency';
import { choice, day, half, money, nameFrom, rate, share, sum, text, tick, yesNo, type Kind } from '../../records/cell-types';
import { ALL_AROUND } from '../around';
import {
  claimCountsAsFormula,
  claimDayFormula,
  claimFundFormula,
  claimUsdFormula,
  countedUsdFormula,
  keepProofFormula,
  statusNowFormula,
} from './claim-formulas';
import { FUND_CELLS, fundCells, fundIn } from '../funds/fund-columns';
import { ACTIVITY_LIST, PROGRAM_LIST } from '../funds/name-lists';
import { recordTable, writtenRecord, type RecordOf } from '../../records/record-table';
import type { NewCell, Tones } from '../../records/table';

const MONEY = '#,##0.00';
const DAY = 'yyyy-mm-dd';
const paid = (kind: string): string => `=IF([@[Approved on]]="","",COOP.PAYDATE([@[Approved on]],"${kind}"))`;

/** Other names in the guides for the status of a claim that needs action. */
const ACTION_NAMES: Readonly<Record<string, ClaimStatus>> = { 'Pending POE': 'action required', 'Request more proof': 'action required' };

const CLAIM_STATUS: Kind<ClaimStatus> = {
  ...choice<ClaimStatus>(CLAIM_STATUSES, 'editing', ACTION_NAMES),
  // Excel only accepts the listed values
  choices: [...CLAIM_STATUSES, ...Object.keys(ACTION_NAMES)],
};

const STATUS_TONES: Tones = {
  good: ['approved', 'paid'],
  attention: ['action required', ...Object.keys(ACTION_NAMES), 'disputed'],
  bad: ['rejected', 'non-compliant', 'forfeited'],
  quiet: ['editing'],
};

/** The table of claims. */
export const CLAIMS = recordTable(
  {
    name: 'CoopClaims',
    sheet: 'Co-op claims',
    title: 'Co-op claims',
    hint: 'One row per claim. Fiscal half is when the funds were earned. The deadlines and payment dates are formulas. Leave ID blank in rows you add.',
    first: [
      'Claim name',
      'Status',
      'Activity',
      'Partner ID',
      'Fiscal half',
      'Amount USD',
      'Submitted',
      'Claim deadline',
      'Resolution deadline',
      'Approved amount',
      'Paid amount',
      'Paid on',
      'Claim number',
      'Status now',
      'Since',
    ],
    last: ['Fund', 'Counts as', 'Counted USD', 'Changed', 'Changed in', 'Activity ID', 'ID'],
  },
  'ID',
  {
    id: { name: 'ID', width: 75, kind: text },
    name: { name: 'Claim name', width: 220, wraps: true, kind: text },
    activityId: { name: 'Activity ID', width: 75, kind: text },
    activity: { name: 'Activity', width: 200, wraps: true, kind: nameFrom(ACTIVITY_LIST.name, 'Activity') },
    partnerId: { name: 'Partner ID', width: 80, kind: text },
    program: { name: 'Program', width: 190, kind: nameFrom(PROGRAM_LIST.name, 'Program') },
    half: { name: 'Fiscal half', width: 75, kind: half },
    fundCategory: { name: 'Fund category', width: 150, kind: text },
    solutionAreas: { name: 'Solution areas', width: 120, kind: text },
    start: { name: 'Start', width: 85, kind: day },
    end: { name: 'End', width: 85, kind: day },
    currency: { name: 'Currency', width: 65, kind: text },
    rate: { name: 'Rate to USD', width: 80, kind: rate },
    amount: { name: 'Amount', width: 90, kind: money },
    amountUsd: { name: 'Amount USD', width: 90, format: MONEY, formula: claimUsdFormula('Amount') },
    evidence: { name: 'Evidence', width: 70, kind: choice<Claim['evidence']>(['invoice', 'CSR'], 'invoice') },
    hasNonMicrosoft: { name: 'Non-Microsoft product', width: 105, kind: yesNo },
    isAgreed: { name: 'Agreed', width: 60, kind: tick },
    isLowDollar: { name: 'Low-dollar', width: 70, kind: tick },
    otherProgramShare: { name: 'Other program share', width: 95, kind: share },
    status: { name: 'Status', width: 100, kind: CLAIM_STATUS, tones: STATUS_TONES },
    since: { name: 'Since', width: 85, kind: day },
    submittedOn: { name: 'Submitted', width: 85, kind: day },
    approvedOn: { name: 'Approved on', width: 85, kind: day },
    approved: { name: 'Approved amount', width: 90, kind: money },
    paidOn: { name: 'Paid on', width: 85, kind: day },
    paid: { name: 'Paid amount', width: 90, kind: money },
    disputedOn: { name: 'Disputed on', width: 85, kind: day },
    notes: { name: 'Notes', width: 220, wraps: true, kind: text },
    claimDeadline: { name: 'Claim deadline', width: 95, format: DAY, formula: claimDayFormula('claim') },
    resolutionDeadline: { name: 'Resolution deadline', width: 120, format: DAY, formula: claimDayFormula('resolution') },
    paidFrom: { name: 'Paid from', width: 85, format: DAY, formula: paid('claim') },
    paidTo: { name: 'Paid to', width: 85, format: DAY, formula: paid('claim latest') },
    keepProofUntil: { name: 'Keep proof until', width: 95, format: DAY, formula: keepProofFormula },
    changed: { name: 'Changed', width: 140, kind: text },
    changedIn: { name: 'Changed in', width: 80, kind: text },
    claimNumber: { name: 'Claim number', width: 110, kind: text, isLater: true },
    claimLink: { name: 'Claim link', width: 160, kind: text, isLater: true },
    paymentReference: { name: 'Payment reference', width: 130, kind: text, isLater: true },
    fundingPool: { name: 'Funding pool', width: 150, kind: text, isLater: true },
    claimExpires: { name: 'Claim expires', width: 95, kind: day, isLater: true },
    fundName: { name: 'Fund', width: 300, formula: claimFundFormula(ALL_AROUND), isLater: true },
    statusNow: { name: 'Status now', width: 100, tones: STATUS_TONES, formula: statusNowFormula(), isLater: true },
    countsAs: { name: 'Counts as', width: 85, formula: claimCountsAsFormula(ALL_AROUND), isLater: true },
    countedUsd: { name: 'Counted USD', width: 90, format: MONEY, formula: countedUsdFormula(ALL_AROUND), isLater: true },
  },
  FUND_CELLS,
);

/** The table of a claim's invoices and CSR lines. */
export const CLAIM_LINES = recordTable(
  {
    name: 'CoopClaimLines',
    sheet: 'Co-op claim lines',
    title: 'Invoices and CSR lines of claims',
    hint: "One row per invoice or CSR expense; Claim ID links it to its claim. Amounts are in the claim's currency. Leave ID blank in rows you add.",
    last: ['Claim ID', 'ID'],
  },
  'ID',
  {
    id: { name: 'ID', width: 75, kind: text },
    claimId: { name: 'Claim ID', width: 75, kind: text },
    kind: { name: 'Kind', width: 65, kind: choice<Claim['evidence']>(['invoice', 'CSR'], 'invoice') },
    number: { name: 'Number', width: 110, kind: text },
    type: { name: 'Expense type', width: 260, wraps: true, kind: text },
    amount: { name: 'Amount', width: 90, kind: sum },
    isThirdParty: { name: 'Third party', width: 75, kind: tick },
    note: { name: 'Note', width: 240, wraps: true, kind: text },
  },
);

const ANSWER = choice<'yes' | 'n/a' | 'no'>(['yes', 'n/a', 'no'], 'no', {
  y: 'yes',
  true: 'yes',
  x: 'yes',
  '1': 'yes',
  'not applicable': 'n/a',
  n: 'no',
  false: 'no',
  '0': 'no',
});
const ANSWERED = { yes: 'done', 'n/a': 'not applicable', no: 'open' } as const;
const WRITTEN: Record<ProofState, string> = { done: 'yes', 'not applicable': 'n/a', open: '' };

/** Whether a proof is available: yes, n/a, or blank. */
const doneOrNotApplicable: Kind<ProofState> = {
  blank: 'open',
  choices: ['yes', 'n/a'],
  read: (cell, column) => ANSWERED[ANSWER.read(cell, column)],
  write: (state) => WRITTEN[state],
  show: (state) => WRITTEN[state],
};

/** The table of the proof each claim needs. */
export const PROOF = recordTable(
  {
    name: 'CoopProof',
    sheet: 'Co-op proof',
    title: 'Proof of execution of claims',
    hint: 'One row per proof a claim needs; Claim ID links it to its claim. Enter yes under Done when you have it, or n/a where none is needed. Leave ID blank in rows you add.',
    first: ['Requirement', 'Done', 'Kind'],
    last: ['Claim ID', 'ID'],
  },
  'ID',
  {
    id: { name: 'ID', width: 75, kind: text },
    claimId: { name: 'Claim ID', width: 75, kind: text },
    kind: {
      name: 'Kind',
      width: 120,
      kind: choice<ProofItem['kind']>(['invoice or CSR', 'communication', 'metrics', 'core requirements', 'visible'], 'communication'),
    },
    requirement: { name: 'Requirement', width: 340, wraps: true, kind: text },
    state: { name: 'Done', width: 55, kind: doneOrNotApplicable, tones: { good: ['yes'], quiet: ['n/a'] } },
    evidence: { name: 'File or link', width: 240, wraps: true, kind: text },
  },
);

/** The claim in a row, with its lines and proof. */
export function claimOf(row: RecordOf<(typeof CLAIMS)['columns']>, lines: readonly ClaimLine[], proof: readonly ProofItem[]): Claim {
  const { partnerId, program, half: earned, changed, changedIn, currency, rate: given, ...rest } = row;
  const inUsd = isUsd({ currency, rate: null });
  return {
    ...rest,
    fund: fundIn({ partnerId, program, half: earned }),
    currency: inUsd ? 'USD' : currency.trim().toUpperCase(),
    rate: inUsd ? 1 : given,
    lines,
    proof,
  };
}

/** The cells of a claim's row. */
export function writtenClaim({ fund, lines, proof, ...rest }: Claim): Record<string, NewCell> {
  return writtenRecord(CLAIMS, { ...rest, ...fundCells(fund), changed: '', changedIn: '' });
}

/** The line in a row. */
export const lineOf = ({ claimId, ...line }: RecordOf<(typeof CLAIM_LINES)['columns']>): ClaimLine => line;

/** The cells of a line's row. */
export const writtenLine =
  (claimId: string) =>
  (line: ClaimLine): Record<string, NewCell> =>
    writtenRecord(CLAIM_LINES, { ...line, claimId });

/** The proof in a row. */
export const proofOf = ({ claimId, ...item }: RecordOf<(typeof PROOF)['columns']>): ProofItem => item;

/** The cells of a proof's row. */
export const writtenProof =
  (claimId: string) =>
  (item: ProofItem): Record<string, NewCell> =>
    writtenRecord(PROOF, { ...item, claimId });
