import { addDays, type Day } from '../../domain/calendar/day';
import { groupBy } from '../../domain/group-by';
import { compareText } from '../../domain/text/compare';
import { historyOf } from '../../rulebook/histories';
import type { OwnRule, RuleContent } from '../../rulebook/own-rule';
import { BEGINNING, type Topic } from '../../rulebook/rule';
import type { ProgramId } from '../../rulebook/rules/programs';
import type { RuleRow } from './rule-row';

/** The rules that rows make: a row that changes a part of a rule is put together with what the rest of it is on each day. */
export function resolveRules(rows: readonly RuleRow[]): OwnRule[] {
  const isPart = ({ topic }: RuleRow): boolean => topic !== 'split' && topic !== 'rate' && topic !== 'threshold' && topic !== 'cap';
  const parts = rows.filter(isPart).flatMap((row) => (row.topic === 'retention' ? [row, ofDeadlines(row)] : [row]));
  const together = groupBy(parts, ({ topic, program, subject }) => `${topic}/${program}/${subject ?? ''}`);
  return [...rows.filter((row) => !isPart(row)).map((row) => ruleOf([row], row)), ...[...together.values()].flatMap(resolve)];
}

/** Deadlines have the end of retention, too. */
function ofDeadlines(row: RuleRow): RuleRow {
  const { monthsAfterClaimDeadline: retentionMonths } = row.value as { monthsAfterClaimDeadline: number };
  return { ...row, topic: 'deadline', change: (was) => ({ ...(was as object), retentionMonths }) };
}

/** Days with one value, and the rows that made it. */
interface Span {
  from: Day;
  to?: Day;
  value: unknown;
  /** The built-in value. */
  builtIn: unknown;
  rows: readonly RuleRow[];
}

/** Applies the rows of one rule to its history: those of packs first, then the workbook's own, each by its first day. */
function resolve(rows: readonly RuleRow[]): OwnRule[] {
  const { topic, program, subject } = rows[0]!;
  const ordered = [...rows].sort((a, b) => Number(!a.pack) - Number(!b.pack) || compareText(a.from, b.from));
  let spans = historySpans(topic, program, subject);
  for (const row of ordered) spans = spans.flatMap((span) => applied(span, row));
  return spans.filter((span) => span.rows.length > 0).map((span) => ruleOf(span.rows, span));
}

function historySpans(topic: Topic, program: ProgramId | 'all', subject?: string): Span[] {
  const history = historyOf(topic, program, subject) ?? [];
  const known = history.map(({ from, value }, index): Span => {
    const next = history[index + 1];
    return { from, ...(next && { to: addDays(next.from, -1) }), value, builtIn: value, rows: [] };
  });
  const first = known[0];
  if (!first) return [{ from: BEGINNING, value: undefined, builtIn: undefined, rows: [] }];
  // what a row says of days before the built-in rule is said of its oldest entry
  return first.from > BEGINNING ? [{ ...first, from: BEGINNING, to: addDays(first.from, -1) }, ...known] : known;
}

/** A span with a row applied to the days that both have. */
function applied(span: Span, row: RuleRow): Span[] {
  const from = row.from > span.from ? row.from : span.from;
  const to = [row.to, span.to].filter((day) => day !== undefined).sort()[0];
  if ((span.to && from > span.to) || (to && from > to)) return [span];
  // a whole activity replaces the rows before it
  const isWhole = row.topic === 'activity';
  const value = row.change ? row.change((isWhole ? span.builtIn : span.value) ?? undefined) : row.value;
  return [
    ...(span.from < from ? [{ ...span, to: addDays(from, -1) }] : []),
    { from, ...(to && { to }), builtIn: span.builtIn, value, rows: isWhole ? [row] : [...span.rows, row] },
    ...(to && (!span.to || to < span.to) ? [{ ...span, from: addDays(to, 1) }] : []),
  ];
}

function ruleOf(rows: readonly RuleRow[], { from, to, value }: Pick<Span, 'from' | 'to' | 'value'>): OwnRule {
  const { topic, program, subject } = rows[0]!;
  const joined = (key: 'note' | 'cited', between: string): string =>
    [...new Set(rows.map((row) => row[key]).filter((text) => text !== undefined))].join(between);
  const [note, cited] = [joined('note', ' '), joined('cited', '; ')];
  const packs = rows.map(({ pack }) => pack);
  return {
    ...({ topic, value } as RuleContent),
    program,
    ...(subject && { subject }),
    from,
    ...(to && { to }),
    ...(note && { note }),
    ...(cited && { cited }),
    // with a row of its own, the rule is the workbook's
    ...(packs.every((pack) => pack !== undefined) && { pack: packs.at(-1)! }),
  };
}
