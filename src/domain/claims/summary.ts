import { type Claim, type ClaimStatus, type ProofItem, linesOf } from './claim';
import { statusName } from './claim-status';
import { describePartner } from '../earnings/partner-name';
import { formatDay, formatDays, type Day } from '../calendar/day';
import type { Activity } from '../activities/activity';
import { formatShare } from '../money/money';
import { labelOf, nextHalf } from '../calendar/half';
import { usageDays } from './portal-fields';
import { sharedCost } from './shared-cost';
import { formatIn } from '../money/currency';

/** A part of the summary: rows of a name and its text. */
interface SummaryPart {
  title: string;
  rows: readonly (readonly [name: string, said: string])[];
}

/** One page on a claim: the activity, the cost, the results, and the proof. */
export interface ClaimSummary {
  title: string;
  parts: readonly SummaryPart[];
  foot: string;
}

/** What a summary shows besides what is in the claim. */
export interface ClaimContext {
  activity: Activity | null;
  category: string;
  /** On the as-of day, by what was recorded and by the dates. */
  status: ClaimStatus;
  keepUntil: Day | null;
  asOf: Day;
}

/** The report of activity and results that goes into a claim's file. */
export function claimSummary(claim: Claim, { activity, category, status, keepUntil, asOf }: ClaimContext): ClaimSummary {
  const { fund, start, end } = claim;
  return {
    title: claim.name || claim.activity,
    parts: [
      {
        title: 'Activity',
        rows: said([
          ['Title', activity?.title.trim() ?? ''],
          ['Activity', claim.activity],
          ['Category', category],
          ['Dates', start === null ? '' : formatDays(start, end ?? start)],
          ['Solution areas', claim.solutionAreas],
          ['Program', fund?.program ?? ''],
          ['Partner ID', fund ? describePartner(fund) : ''],
          ['Usage period', fund ? `${labelOf(nextHalf(fund.half))}, ${usageDays(fund.half)}; co-op earned in ${labelOf(fund.half)}` : ''],
        ]),
      },
      { title: 'Cost', rows: costs(claim, activity) },
      { title: 'Results', rows: said([['Results', claim.notes], ...ticked(claim, ['metrics'])]) },
      { title: 'Proof of execution', rows: said(ticked(claim, ['invoice or CSR', 'communication', 'core requirements', 'visible'])) },
      { title: 'Claim', rows: said(course(claim, status)) },
    ].filter(({ rows }) => rows.length > 0),
    foot: `${keepUntil === null ? '' : `Keep the original proof until ${formatDay(keepUntil)}. `}As of ${formatDay(asOf)}.`,
  };
}

/** A summary as plain text. */
export const summaryText = ({ title, parts, foot }: ClaimSummary): string =>
  [title, ...parts.flatMap((part) => ['', part.title, ...part.rows.map(([name, text]) => `${name}: ${text}`)]), '', foot].join('\n');

type Row = readonly [name: string, said: string];

const said = (rows: readonly Row[]): Row[] => rows.filter(([, text]) => text !== '');

function costs(claim: Claim, activity: Activity | null): Row[] {
  const { currency, amount, otherProgramShare } = claim;
  const shared = sharedCost(claim, activity);
  return said([
    ...linesOf(claim)
      .filter(({ amount: cents }) => cents !== 0)
      .map(({ kind, number, type, amount: cents, isThirdParty }): Row => {
        const name = kind === 'CSR' ? type || 'Expense' : `${isThirdParty ? 'Third-party invoice' : 'Invoice'} ${number}`.trim();
        return [name, formatIn(cents, currency)];
      }),
    [
      'Claimed under another program',
      otherProgramShare === null || otherProgramShare === 0 ? '' : `${formatShare(otherProgramShare)} of the cost`,
    ],
    ['Total cost', shared ? formatIn(shared.cost, currency) : ''],
    ['Claimed', amount === null ? '' : formatIn(amount, currency)],
    ['Your share', shared ? formatIn(shared.yourShare, currency) : ''],
  ]);
}

function ticked(claim: Claim, kinds: readonly ProofItem['kind'][]): Row[] {
  return claim.proof
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ requirement, state, evidence }): Row => [
      requirement,
      state === 'open' ? 'not yet' : state === 'done' ? evidence || 'yes' : 'not applicable',
    ]);
}

function course(claim: Claim, status: ClaimStatus): Row[] {
  const { since, submittedOn, approvedOn, approved, paidOn, paid, currency, claimNumber, paymentReference } = claim;
  // a status that a deadline brought has no day of its own
  const isRecorded = status === claim.status && since !== null;
  const withAmount = (day: Day | null, cents: number | null): string =>
    day === null ? '' : cents === null ? formatDay(day) : `${formatDay(day)}, ${formatIn(cents, currency)}`;
  return [
    ['Claim number', claimNumber],
    ['Status', isRecorded ? `${statusName(status)} since ${formatDay(since)}` : statusName(status)],
    ['Submitted', withAmount(submittedOn, null)],
    ['Approved', withAmount(approvedOn, approved)],
    ['Paid', withAmount(paidOn, paid)],
    ['Payment reference', paymentReference],
  ];
}
