import type { Activity, Expense } from '../../src/domain/activities/activity';
import type { Claim, HistoryEntry } from '../../src/domain/claims/claim';
import { fundNamed } from '../../src/rulebook/name-keys';
import { openPlanning } from '../../src/planner/store/open-planning';
import type { Stored, PlanningRead, PlanningStore } from '../../src/planner/store/planning-store';
import { FakeTables } from './fake-tables';

/** An activity with nothing said but its name. */
export const activity = (over: Partial<Activity> = {}): Activity => ({
  id: 'A-AAAAAA',
  status: 'planned',
  fund: fundNamed('1234567', 'Microsoft Commerce Incentives', { fiscalYear: 2025, half: 1 }),
  activity: 'Digital advertising',
  start: '2025-03-10',
  end: '2025-03-31',
  owner: 'Ana',
  description: '',
  solutionArea: '',
  currency: 'USD',
  rate: 1,
  budget: 500_000,
  actual: null,
  content: null,
  attendees: null,
  meetsCore: null,
  preApproved: null,
  priority: null,
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
  ...over,
});

/** A store over tables of no Excel, and a way to look at both. */
export function planningOn(tables = new FakeTables()) {
  let changed: ((isOurs: boolean) => void) | null = null;
  let calculated: (() => void) | null = null;
  const store: PlanningStore = openPlanning({
    tables,
    onTablesChange: (_names, listener) => ((changed = listener), () => (changed = null)),
    onCalculated: (listener) => ((calculated = listener), () => (calculated = null)),
  });
  const read = (): PlanningRead => {
    const state = store.current();
    if (state.step !== 'read') throw new Error(state.step === 'trouble' ? state.sentence : 'still reading');
    return state.read;
  };
  const kept = (id: string): Stored<Activity> => read().activities.find(({ value }) => value.id === id)!;
  const keptClaim = (id: string): Stored<Claim> => read().claims.find(({ value }) => value.id === id)!;
  return {
    store,
    tables,
    read,
    kept,
    keptClaim,
    edited: (isOurs = false) => changed?.(isOurs),
    calculated: () => calculated?.(),
    awaits: () => calculated !== null,
  };
}

/** Waits for what was begun without being waited for. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
