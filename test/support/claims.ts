import type { Activity } from '../../src/domain/activities/activity';
import type { AnswerTimes } from '../../src/domain/claims/next-deadline';
import type { Claim, ClaimLine, ProofItem } from '../../src/domain/claims/claim';
import type { PaymentRule } from '../../src/domain/calendar/payment-dates';
import { type DeadlineRule, claimDays } from '../../src/domain/calendar/deadlines';
import { activity, claim, expense } from './records';

/** The printed days, as in every rulebook so far. */
export const DEADLINES: DeadlineRule = {
  claimOpens: { 1: '08-16', 2: '02-16' },
  claim: { 1: '02-15', 2: '08-15' },
  resolution: { 1: '03-31', 2: '09-30' },
  retentionMonths: 24,
  advisedDays: 45,
};

/** When approved claims are paid. */
export const PAYMENT: PaymentRule = { approvedBy: 15, paidFrom: 20, paidTo: 25, rebateDays: 45, rebateDayOfSecondMonth: 15 };

/** How long Microsoft takes. */
export const TIMES: AnswerTimes = { reviewBusinessDays: 2, reviewDays: 30, disputeBusinessDays: 5, paymentBusinessDays: 45 };

/** Co-op earned July to December 2023, used January to June 2024: claim by 2024-08-15, resolution 2024-09-30. */
export const FY24_H1 = {
  partnerId: '1234567',
  program: 'Microsoft Commerce Incentives',
  programKey: 'Microsoft Commerce Incentives',
  half: { fiscalYear: 2024, half: 1 },
} as const;

/** The days of that fund. */
export const DAYS = claimDays(FY24_H1.half, DEADLINES);

/** A claim of that fund, of 7,500 dollars, with all that is not said otherwise. */
export const claimOf = (parts: Partial<Claim> = {}): Claim =>
  claim({
    name: 'INV5645 Digital advertising January',
    fund: FY24_H1,
    fundCategory: 'Default non surface funds',
    solutionAreas: 'Modern Work',
    start: '2024-01-01',
    end: '2024-01-31',
    rate: null,
    amount: 750_000,
    ...parts,
  });

/** An invoice over an amount. */
export const invoice = (amount: number, number = '5645'): ClaimLine => ({
  id: `L-${number}`,
  kind: 'invoice',
  number,
  type: '',
  amount,
  isThirdParty: true,
  note: '',
});

/** A line of a CSR. */
export const csrLine = (amount: number, type = 'Giveaways'): ClaimLine => ({
  id: `L-${type}`,
  kind: 'CSR',
  number: '',
  type,
  amount,
  isThirdParty: false,
  note: '',
});

/** An entry of the checklist. */
export const proof = (kind: ProofItem['kind'], requirement: string, state: ProofItem['state'] = 'open', evidence = ''): ProofItem => ({
  id: `P-${requirement}`,
  kind,
  requirement,
  state,
  evidence,
});

/** A seminar of two days in May 2024, paid in euros and done. */
export const SEMINAR: Activity = activity({
  status: 'done',
  fund: FY24_H1,
  activity: 'Customer seminars and bootcamps',
  start: '2024-05-14',
  end: '2024-05-15',
  description: 'Copilot seminar for 40 customers',
  solutionArea: 'Modern Work',
  currency: 'EUR',
  rate: 1.1,
  actual: 450_000,
  content: 1,
  attendees: 40,
  meetsCore: true,
  priority: 1,
  expenses: [
    expense({ id: 'E-1', type: 'Giveaways', actual: 50_000, note: 'pens' }),
    expense({ id: 'E-2', type: 'Catering (excluding alcohol)', budget: 400_000, actual: 400_000 }),
  ],
});
