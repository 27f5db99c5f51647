import { Problem } from '../../domain/problem';
import { addDays, formatDay } from '../../domain/calendar/day';
import type { DeadlineRule } from '../../domain/calendar/deadlines';
import { groupBy } from '../../domain/group-by';
import { compareText } from '../../domain/text/compare';
import { list } from '../../domain/text/list';
import { activityNamed } from '../../rulebook/find-activity';
import { fold } from '../../rulebook/names';
import type { OwnRule, UnusedRule } from '../../rulebook/own-rule';
import type { Topic } from '../../rulebook/rule';
import { resolveRules } from './resolve-rules';
import { RuleCells, type RuleColumn } from './rule-cells';
import { readRuleRow, type RuleRow } from './rule-row';
import { RULES_TABLE } from './rules-table';
import { capCouldBe, couldBe, readCouldBe, type CouldBe } from './unused-row';

/** A row of the table that can't be used. The other rows still count. */
interface RuleFault {
  /** Counted from the first row below the header; 0 is the header. */
  row: number;
  message: string;
  /** What it could be, where that has no answer; a duplicate of another row is nothing more. */
  couldBe?: UnusedRule;
}

/** Why a row isn't used, and what it could be about; null if it changes no answer. */
interface Fault {
  why: string;
  couldBe: CouldBe | null;
}

/** A row of the table that counts, with what to look at, if anything. */
export interface RuleRead extends RuleRow {
  finding?: string;
}

/** The content of the table. */
export interface OwnRules {
  /** What the rows make: the rules that answer. */
  rules: OwnRule[];
  /** The rows that count. */
  rows: RuleRead[];
  faults: RuleFault[];
  /** The rows of Your guide that have no value yet; they count for nothing. */
  unfilled: number[];
}

/** How sentences name what was read, a row that isn't used, and the other rows that it is compared with. */
export interface RowNames {
  source: string;
  notUsed: (row: number, problem: string) => string;
  /** Row 3. */
  row: (row: number) => string;
}

const rowOfTable = (row: number): string => `Row ${row} of ${RULES_TABLE}`;

/** The rows of the table. */
export const IN_TABLE: RowNames = {
  source: `The table ${RULES_TABLE}`,
  notUsed: (row, problem) => `${rowOfTable(row)} isn't used. ${problem}`,
  row: (row) => `row ${row}`,
};

/** What Source says in the rows of Your guide. */
export const GUIDE_SOURCE = 'Your guide';

/** Reads the table's cells, header first. Empty rows are skipped; a bad row is reported and doesn't stop the others. */
export function readOwnRules(cells: readonly (readonly unknown[])[], dateSystem: 1900 | 1904, names = IN_TABLE): OwnRules {
  const [header = [], ...body] = cells;
  const headings = header.map((cell) => (typeof cell === 'string' ? cell.trim().toLowerCase() : ''));
  const columnOf = (name: RuleColumn): number => headings.indexOf(name.toLowerCase());
  const missing = (['Rule', 'From', 'Value'] as const).filter((name) => columnOf(name) < 0);
  if (missing.length > 0) {
    const message = `${names.source} has no column ${missing.join(' and no column ')}. Its rules aren't used.`;
    return { rules: [], rows: [], faults: [{ row: 0, message, couldBe: { sentence: message } }], unfilled: [] };
  }
  const faults = new Map<number, Fault>();
  const unfilled: number[] = [];
  const read: RuleRow[] = [];
  body.forEach((row, index) => {
    const given = new RuleCells((name) => row[columnOf(name)], dateSystem);
    if (CONTENT.every((name) => given.isBlank(name))) return;
    try {
      if (given.isBlank('Value') && given.text('Source') === GUIDE_SOURCE && FILLED.every((name) => given.isBlank(name))) {
        unfilled.push(index + 1);
      } else read.push(readRuleRow(index + 1, given));
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      faults.set(index + 1, { why: thrown.message, couldBe: couldBe(given) });
    }
  });
  const rows = overlapping(withKnownActivities(withoutConflicts(read, faults, names), faults), names);
  const rules = withOrderedDeadlines(rows, faults);
  return {
    ...rules,
    faults: [...faults]
      .sort(([a], [b]) => a - b)
      .map(([row, { why, couldBe }]) => ({
        row,
        message: names.notUsed(row, why),
        ...(couldBe && { couldBe: { ...untilReplaced(couldBe, rows), sentence: `${rowOfTable(row)}: ${why}` } }),
      })),
    unfilled,
  };
}

/** A row with none of these is blank. */
const CONTENT = ['Rule', 'Lever', 'From', 'Value', 'Activity'] as const;
/** What may say something in place of Value. */
const FILLED = ['Category', 'Expenses', 'Proof'] as const;

/** Until the first day of a later row that is used in its place: of a rule that is replaced whole. */
function untilReplaced(could: CouldBe, rows: readonly RuleRow[]): CouldBe {
  const { topics = [], program, subject, from } = could;
  if (!from || !topics.every((topic) => REPLACED_WHOLE.includes(topic))) return could;
  const [next] = rows
    .filter((row) => !row.pack && !row.to && topics.includes(row.topic) && row.program === program && fold(row.subject ?? '') === subject)
    .map((row) => row.from)
    .filter((day) => day > from)
    .sort();
  return next && !(could.to && could.to < next) ? { ...could, to: addDays(next, -1) } : could;
}

const REPLACED_WHOLE: readonly Topic[] = ['split', 'rate', 'threshold', 'cap'];

/** Of rows that say the same of the same day, the first counts; of those that contradict each other, none. */
function withoutConflicts(rows: readonly RuleRow[], faults: Map<number, Fault>, names: RowNames): RuleRow[] {
  const groups = [...groupBy(rows, ({ key, from }) => `${key}/${from}`).values()];
  return groups
    .flatMap((group) => {
      const [first, ...others] = group as [RuleRow, ...RuleRow[]];
      const saying = (row: RuleRow): string => JSON.stringify([row.value, row.to]);
      if (others.every((row) => saying(row) === saying(first))) {
        for (const { row } of others) faults.set(row, { why: `It duplicates ${names.row(first.row)}.`, couldBe: null });
        return [first];
      }
      for (const given of group) {
        const rest = list(
          group.filter((other) => other !== given).map((other) => names.row(other.row)),
          'and',
        );
        faults.set(given.row, { why: `It contradicts ${rest}, from the same day.`, couldBe: readCouldBe(given) });
      }
      return [];
    })
    .sort((a, b) => a.row - b.row);
}

/** The cap of an activity that no guidebook and no row of the table lists is never asked for. */
function withKnownActivities(rows: readonly RuleRow[], faults: Map<number, Fault>): RuleRow[] {
  const listed = new Set(rows.filter(({ topic }) => topic === 'activity').map(({ subject }) => fold(subject!)));
  return rows.filter((row) => {
    const { topic, subject, hint } = row;
    const isKnown = topic !== 'cap' || activityNamed(subject!) !== undefined || listed.has(fold(subject!));
    if (!isKnown) faults.set(row.row, { why: hint!(), couldBe: capCouldBe(row) });
    return isKnown;
  });
}

/** Says where a later row takes over before the last day of an earlier one. */
function overlapping(rows: readonly RuleRow[], names: RowNames): RuleRead[] {
  const replaced = new Map<number, string>();
  for (const group of groupBy(rows, ({ key }) => key).values()) {
    const ordered = [...group].sort((a, b) => compareText(a.from, b.from));
    ordered.forEach(({ row, to }, index) => {
      const next = ordered[index + 1];
      if (to && next && next.from <= to) replaced.set(row, `From ${formatDay(next.from)}, ${names.row(next.row)} is used instead.`);
    });
  }
  return rows.map((row) => {
    const { hint } = row;
    const sentence = replaced.get(row.row);
    if (!hint && !sentence) return row;
    return {
      ...row,
      get finding() {
        return [hint?.(), sentence].filter(Boolean).join(' ');
      },
    };
  });
}

/** Deadlines out of order would lose money, so the rows that make them aren't used. */
function withOrderedDeadlines(rows: RuleRead[], faults: Map<number, Fault>): Pick<OwnRules, 'rules' | 'rows'> {
  const rules = resolveRules(rows);
  const isOrdered = ({ claim, resolution }: DeadlineRule): boolean => claim[1] < resolution[1] && claim[2] < resolution[2];
  if (rules.every((rule) => rule.topic !== 'deadline' || isOrdered(rule.value))) return { rules, rows };
  const isDeadline = ({ topic }: RuleRow): boolean => topic === 'deadline';
  for (const row of rows.filter(isDeadline)) {
    const why = 'With the other deadlines, a resolution deadline would not be after its claim deadline.';
    faults.set(row.row, { why, couldBe: readCouldBe(row) });
  }
  const others = rows.filter((row) => !isDeadline(row));
  return { rules: resolveRules(others), rows: others };
}
