import type { Activity, Expense } from '../../src/domain/activities/activity';
import type { ActivityRequirements } from '../../src/domain/activities/requirements';
import type { Fund, FundId } from '../../src/domain/funds/fund';
import type { Claim } from '../../src/domain/claims/claim';
import { activity, claim, expense } from './records';

// An activity, a claim and a fund to start from: FY24 H1, used from January to June 2024 (T04).

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

/** An activity of that fund. */
export const anActivity = (change: Partial<Activity> = {}): Activity =>
  activity({ fund: NAME, start: '2024-03-01', end: '2024-03-10', owner: '', budget: 100_000, meetsCore: true, ...change });

/** Half of what it costs. */
export const anExpense = (change: Partial<Expense> = {}): Expense => expense({ type: 'Postage', budget: 50_000, ...change });

/** A claim on it. */
export const aClaim = (change: Partial<Claim> = {}): Claim =>
  claim({
    name: 'INV1 Digital advertising March',
    fund: NAME,
    start: '2024-03-01',
    end: '2024-03-10',
    amount: 80_000,
    status: 'submitted',
    ...change,
  });
