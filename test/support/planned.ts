import type { Activity, Expense } from '../../src/domain/activities/activity';
import type { ActivityRequirements } from '../../src/domain/activities/requirements';
import type { Fund, FundId } from '../../src/domain/funds/fund';
import type { Claim } from '../../src/domain/claims/claim';
import type { DeadlineRule } from '../../src/domain/calendar/deadlines';

// An activity, a claim and a fund to start from: FY24 H1, used from January to June 2024 (T04).

export const DEADLINES: DeadlineRule = {
  claimOpens: { 1: '08-16', 2: '02-16' },
  claim: { 1: '02-15', 2: '08-15' },
  resolution: { 1: '03-31', 2: '09-30' },
  retentionMonths: 24,
  advisedDays: 45,
};

/** An activity that asks for nothing. */
export const REQUIREMENTS: ActivityRequirements = {
  category: 'Demand Generation',
  isOpen: true,
  isSourced: true,
  invoice: 'third-party invoice or CSR',
  core: [],
  isAllOrNothing: false,
  communication: [],
  metrics: [],
  expenses: null,
  preApproval: 'none',
  leastContent: null,
};

export const NAME: FundId = { partnerId: '1234567', program: 'Rewards', programKey: 'rewards', half: { fiscalYear: 2024, half: 1 } };

export const aFund = (change: Partial<Fund> = {}): Fund => ({
  ...NAME,
  earned: 1_000_000,
  usable: 1_000_000,
  usageStart: '2024-01-01',
  usageEnd: '2024-06-30',
  claimOpens: '2024-02-16',
  claimDeadline: '2024-08-15',
  resolutionDeadline: '2024-09-30',
  ...change,
});

export const anActivity = (change: Partial<Activity> = {}): Activity => ({
  id: 'A-AAAAAA',
  status: 'planned',
  fund: NAME,
  activity: 'Digital advertising',
  start: '2024-03-01',
  end: '2024-03-10',
  owner: '',
  description: '',
  solutionArea: '',
  currency: 'USD',
  rate: 1,
  budget: 100_000,
  actual: null,
  content: null,
  attendees: null,
  meetsCore: true,
  preApproved: null,
  priority: null,
  expenses: [],
  ...change,
});

export const anExpense = (change: Partial<Expense> = {}): Expense => ({
  id: 'E-AAAAAA',
  type: 'Postage',
  budget: 50_000,
  actual: null,
  note: '',
  ...change,
});

export const aClaim = (change: Partial<Claim> = {}): Claim => ({
  id: 'C-AAAAAA',
  name: 'INV1 Digital advertising March',
  activityId: 'A-AAAAAA',
  activity: 'Digital advertising',
  fund: NAME,
  fundCategory: '',
  solutionAreas: '',
  start: '2024-03-01',
  end: '2024-03-10',
  currency: 'USD',
  rate: 1,
  amount: 80_000,
  evidence: 'invoice',
  hasNonMicrosoft: null,
  isAgreed: false,
  isLowDollar: false,
  otherProgramShare: null,
  status: 'submitted',
  since: null,
  submittedOn: null,
  approvedOn: null,
  approved: null,
  paidOn: null,
  paid: null,
  disputedOn: null,
  notes: '',
  lines: [],
  proof: [],
  ...change,
});
