import type { Activity, Expense } from '../../src/domain/activities/activity';
import type { Claim, HistoryEntry } from '../../src/domain/claims/claim';
import type { EarningRow } from '../../src/domain/earnings/earning';
import type { UncountedRow } from '../../src/domain/earnings/uncounted-row';
import { MICROS_A_CENT } from '../../src/domain/money/money';
import type { MonthRow } from '../../src/reports/import/earnings-import';
import type { MonthEarned } from '../../src/storage/funds/earnings-table';
import { fundNamed } from '../../src/rulebook/name-keys';

/** An activity with nothing said but its name. */
export const activity = (over: Partial<Activity> = {}): Activity => ({
  id: 'A-AAAAAA',
  status: 'planned',
  fund: fundNamed('1234567', 'Microsoft Commerce Incentives', { fiscalYear: 2025, half: 1 }),
  title: '',
  activity: 'Digital advertising',
  start: '2025-03-10',
  end: '2025-03-31',
  owner: 'Ana',
  description: '',
  solutionArea: '',
  currency: 'USD',
  rate: 1,
  rateInForce: null,
  budget: 500_000,
  actual: null,
  coopShare: null,
  content: null,
  attendees: null,
  meetsCore: null,
  preApproved: null,
  priority: null,
  leads: null,
  pipeline: null,
  revenue: null,
  expenses: [],
  ...over,
});

/** An expense. */
export const expense = (over: Partial<Expense> = {}): Expense => ({
  id: 'E-AAAAAA',
  type: 'Catering',
  budget: 100_000,
  actual: null,
  note: '',
  ...over,
});

/** A claim with nothing said but its activity. */
export const claim = (over: Partial<Claim> = {}): Claim => ({
  id: 'C-AAAAAA',
  name: 'INV1 Digital advertising Mar',
  activityId: 'A-AAAAAA',
  activity: 'Digital advertising',
  fund: activity().fund,
  fundCategory: '',
  solutionAreas: '',
  start: '2025-03-10',
  end: '2025-03-31',
  currency: 'USD',
  rate: 1,
  amount: 500_000,
  evidence: 'invoice',
  hasNonMicrosoft: null,
  isAgreed: false,
  isLowDollar: false,
  otherProgramShare: null,
  status: 'editing',
  since: null,
  submittedOn: null,
  approvedOn: null,
  approved: null,
  paidOn: null,
  paid: null,
  disputedOn: null,
  notes: '',
  claimNumber: '',
  claimLink: '',
  paymentReference: '',
  fundingPool: '',
  claimExpires: null,
  lines: [],
  proof: [],
  ...over,
});

/** An entry of the history. */
export const entry = (over: Partial<HistoryEntry> = {}): HistoryEntry => ({
  at: '2025-04-01T10:00:00Z',
  subject: 'C-AAAAAA',
  what: 'status',
  from: 'editing',
  to: 'submitted',
  where: 'pane',
  note: '',
  who: '',
  ...over,
});

/** A row of a report whose earning date can't be read, so that its half isn't known. */
export const uncounted = (over: Partial<UncountedRow> = {}): UncountedRow => ({
  file: 'a.csv',
  line: 21,
  partnerId: '1234567',
  program: 'Microsoft Commerce Incentives',
  half: '',
  earningType: 'Coop',
  micros: 160_960_000,
  earningId: 'e21',
  row: 'e21 | 1234567 | Microsoft Commerce Incentives | Coop | soon | 160.96',
  reason: 'The earning date "soon" can\'t be read. Write it like 2024-12-31.',
  ...over,
});

/** What a Partner ID earned in October 2024: $20,000.00 of co-op, from two earnings. */
export const earned = ({ cents = 2_000_000, ...over }: Partial<MonthEarned> & { cents?: number } = {}): MonthEarned => ({
  month: '2024-10',
  partnerId: '1234567',
  program: 'Microsoft Commerce Incentives',
  engagement: 'M365',
  lever: 'Core',
  earningType: 'Coop',
  isRollover: false,
  micros: cents * MICROS_A_CENT,
  eligible: null,
  counted: 2,
  repeats: 0,
  ...over,
});

/** A month of a report: $1.00 of co-op in October 2024, from one earning. */
export const monthRow = ({ cents = 100, ...over }: Partial<MonthRow> & { cents?: number } = {}): MonthRow => ({
  month: '2024-10',
  partnerId: '1234567',
  program: 'Microsoft Commerce Incentives',
  engagement: 'M365',
  lever: 'Core',
  earningType: 'Coop',
  kind: 'co-op',
  micros: cents * MICROS_A_CENT,
  eligible: null,
  counted: 1,
  repeats: 0,
  first: { file: '', line: 0 },
  ...over,
});

/** A row of a report: $36.00 of co-op that Partner ID 1234567 earned on October 31, 2024. */
export const earningRow = (over: Partial<EarningRow> = {}): EarningRow => ({
  earningId: 'e1',
  partnerId: '1234567',
  program: 'Microsoft Commerce Incentives',
  engagement: 'M365',
  lever: 'Core',
  earningType: 'Coop',
  reasonCode: '',
  earned: '2024-10-31',
  amount: 36_000_000,
  calculated: '2024-11-16T02:10:11.000Z',
  transactionId: '',
  customer: '',
  paymentId: '',
  paymentStatus: 'Upcoming',
  file: 'a.csv',
  line: 2,
  ...over,
});
