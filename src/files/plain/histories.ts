import { addDays, type Day } from '../../domain/calendar/day';
import { Problem } from '../../domain/problem';
import { ifCovered } from '../../rulebook/if-covered';
import type { OwnRule } from '../../rulebook/own-rule';
import { isOpenTo } from '../../rulebook/requirements';
import { BEGINNING, type RuleInForce, type Topic } from '../../rulebook/rule';
import { allRules, rulesOn, type RulesOn } from '../../rulebook/rules-on';
import { CATALOG_FROM, mayUse, type ActivityValue } from '../../rulebook/rules/activities';
import { isGrowthLever } from '../../rulebook/rules/levers';
import type { ProgramId } from '../../rulebook/rules/programs';
import { NOT_COVERED, VALUE_ERROR } from './formula-text';
import { linesOf } from './rule-lines';

/** What a history is about. `earn` and `growth` are the rates of the levers that pay on all revenue, and on growth. */
export type HistoryKind =
  'split' | 'rate' | 'earn' | 'growth' | 'threshold' | 'comparison' | 'cap' | 'category' | 'open' | 'listing' | 'deadline' | 'payment';

/** The values of each kind of history, a column each. */
export const HISTORY_COLUMNS = {
  split: ['share'],
  rate: ['rate'],
  earn: ['rate'],
  growth: ['rate'],
  threshold: ['amount', 'enough', 'below', 'least', 'above', 'must'],
  comparison: ['more'],
  cap: ['share', 'most', 'perPerson', 'people', 'total', 'kind'],
  category: ['category'],
  open: ['open'],
  listing: ['state', 'approval'],
  deadline: ['opens1', 'opens2', 'claim1', 'claim2', 'resolution1', 'resolution2', 'retentionMonths', 'advisedDays'],
  payment: ['approvedBy', 'paidFrom', 'paidTo', 'rebateDays', 'rebateDayOfSecondMonth'],
} as const satisfies Record<HistoryKind, readonly string[]>;

const TOPICS: Readonly<Record<HistoryKind, Topic>> = {
  split: 'split',
  rate: 'rate',
  earn: 'rate',
  growth: 'rate',
  threshold: 'threshold',
  comparison: 'threshold',
  cap: 'cap',
  category: 'activity',
  open: 'activity',
  listing: 'activity',
  deadline: 'deadline',
  payment: 'payment',
};

/** A value of a history: one fixed, or a formula over the values of its rule, which `line` gives the cells of. */
export type HistoryCell = string | number | boolean | { formula: (line: (id: string) => string) => string };

/** From a day on, what a rule says; without a rule, that none is known. 'newest' is for a date that isn't given. */
export interface HistoryRow {
  from: Day | 'newest';
  rule: RuleInForce<unknown> | null;
  cells: readonly HistoryCell[];
}

/** The rules of a program and a subject, day by day, as the add-in looks them up. */
export function historyRows(kind: HistoryKind, program: ProgramId, subject: string | null, ownRules: readonly OwnRule[]): HistoryRow[] {
  const rows: HistoryRow[] = [];
  for (const from of [...breaks(TOPICS[kind], ownRules), 'newest' as const]) {
    const row = rowOn(kind, program, subject, from, ownRules);
    const last = rows.at(-1);
    if (from === 'newest' || !last || keyOf(last) !== keyOf(row)) rows.push(row);
  }
  return rows;
}

/** Tells rules and values apart. */
const keyOf = ({ rule, cells }: HistoryRow): string => JSON.stringify([rule, cells.map((cell) => (typeof cell === 'object' ? '' : cell))]);

/** Every day on which a rule of a topic begins, or no longer holds. */
function breaks(topic: Topic, ownRules: readonly OwnRule[]): Day[] {
  const days = new Set<Day>([BEGINNING]);
  for (const rule of [...allRules(), ...ownRules]) {
    if (rule.topic !== topic) continue;
    days.add(rule.from);
    if (rule.to) days.add(addDays(rule.to, 1));
  }
  if (topic === 'activity') days.add(CATALOG_FROM);
  return [...days].filter((day) => day >= BEGINNING).sort();
}

function rowOn(
  kind: HistoryKind,
  program: ProgramId,
  subject: string | null,
  on: Day | 'newest',
  ownRules: readonly OwnRule[],
): HistoryRow {
  try {
    return { from: on, ...ASK[kind](rulesOn(on, ownRules), program, subject ?? '', on) };
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.kind === 'out of range') throw thrown;
    const error = { formula: () => (thrown.kind === 'bad input' ? VALUE_ERROR : NOT_COVERED) };
    return { from: on, rule: null, cells: HISTORY_COLUMNS[kind].map(() => error) };
  }
}

/** How much more than a threshold's amount is enough. */
const moreThanAmount = (cellOf: (id: string) => string): string => `IF(${cellOf('comparison')}="exceed",0.01,0)`;

type Answer = Omit<HistoryRow, 'from'>;

const line = (id: string): HistoryCell => ({ formula: (cellOf) => cellOf(id) });

function all(kind: HistoryKind, rule: RuleInForce<unknown>): Answer {
  return { rule, cells: HISTORY_COLUMNS[kind].map(line) };
}

function rateOf(rules: RulesOn, text: string, program: ProgramId, isRight: (name: string) => boolean): Answer {
  const lever = rules.lever(text, program);
  if (!isRight(lever.name)) return { rule: null, cells: [{ formula: () => VALUE_ERROR }] };
  return all('rate', rules.rate(lever));
}

const ASK: Readonly<Record<HistoryKind, (rules: RulesOn, program: ProgramId, subject: string, on: Day | 'newest') => Answer>> = {
  split: (rules, program, subject) => all('split', rules.split(program, subject ? rules.lever(subject, program) : null)),
  rate: (rules, program, subject) => rateOf(rules, subject, program, () => true),
  earn: (rules, program, subject) => rateOf(rules, subject, program, (name) => !isGrowthLever(name)),
  growth: (rules, program, subject) => rateOf(rules, subject, program, isGrowthLever),
  threshold: (rules, program) => {
    const rule = rules.threshold(program);
    const must = (cellOf: (id: string) => string): string => `IF(${cellOf('comparison')}="exceed","exceed","reach")`;
    const enough = (cellOf: (id: string) => string): string => `ROUND(${cellOf('amount')}+${moreThanAmount(cellOf)},2)`;
    // Nothing is exactly at a threshold that must be exceeded: no amount is between these two.
    const above = (cellOf: (id: string) => string): string => `ROUND(${cellOf('amount')}+0.01,2)`;
    const least = (cellOf: (id: string) => string): string => `MAX(0,${cellOf('amount')}+IF(${cellOf('comparison')}="exceed",0.005,0))`;
    return { rule, cells: [line('amount'), ...[enough, () => '-1E+300', least, above, must].map((formula) => ({ formula }))] };
  },
  comparison: (_rules, program, _subject, on) => {
    // A threshold that is given keeps the comparison of the rulebook's rule, not of the workbook's own.
    const rule = ifCovered(() => rulesOn(on).threshold(program));
    return { rule, cells: [rule ? { formula: moreThanAmount } : 0] };
  },
  cap: (rules, program, subject) => {
    const rule = rules.cap(rules.findActivity(subject), program);
    const has = (field: string): boolean => linesOf(rule).some(({ id }) => id === field);
    const share = has('share') ? line('share') : 0;
    if (!has('perPerson')) {
      const most = has('amount') ? line('amount') : 0;
      return { rule, cells: [share, most, most, 0, 0, rule.value.kind] };
    }
    const most = (cellOf: (id: string) => string): string => `MIN(${cellOf('perPerson')}*${cellOf('people')},${cellOf('total')})`;
    return { rule, cells: [share, { formula: most }, line('perPerson'), line('people'), line('total'), rule.value.kind] };
  },
  category: (rules, _program, subject) => all('category', rules.activity(subject)),
  open: (rules, program, subject, on) => {
    const ask = (): RuleInForce<ActivityValue> => rules.activity(subject);
    const rule = on < CATALOG_FROM ? ask() : ifCovered(ask);
    // A program that never earns co-op has none to use, whatever the list says.
    if (!rule || mayUse(rule.value, program) !== isOpenTo(program, rule.value)) return { rule, cells: [false] };
    const listed = (cell: string): string => `OR(${cell}="all",ISNUMBER(SEARCH("; ${program};","; "&${cell}&";")))`;
    return { rule, cells: [{ formula: (cellOf) => listed(cellOf('programs')) }] };
  },
  listing: (rules, _program, subject, on) => {
    const ask = (): RuleInForce<ActivityValue> => rules.activity(subject);
    const rule = on < CATALOG_FROM ? ask() : ifCovered(ask);
    return rule ? { rule, cells: [0, line('preApproval')] } : { rule, cells: [rules.excludes(subject) ? 2 : 1, 'none'] };
  },
  deadline: (rules) => all('deadline', rules.deadlines()),
  payment: (rules) => all('payment', rules.payment()),
};
