import type { Book } from '../../src/files/plain/book';
import { renderBook } from '../../src/files/plain/render-book';
import { linesOf } from '../../src/files/plain/rule-lines';
import { addDays, serialOf, type Day } from '../../src/domain/calendar/day';
import type { OwnRule, RuleContent } from '../../src/rulebook/own-rule';
import { BEGINNING, type Rule, type RuleInForce } from '../../src/rulebook/rule';
import { allRules } from '../../src/rulebook/rules-on';
import type { Change } from './plain-workbook';

const RULES_SHEET = 'Co-op rules used';

/** Another value for a rule of each topic, of the same kind. */
function changed({ topic, value }: RuleContent): unknown {
  switch (topic) {
    case 'split':
      return { coopShare: value.coopShare === 0 ? 0.05 : 0.35 };
    case 'rate':
      return value && { rate: Number((value.rate / 2 + 0.01).toFixed(6)) };
    case 'threshold':
      return { ...value, amount: value.amount + 123_45 };
    case 'deadline':
      return { ...value, claim: { 1: '02-20', 2: '08-25' }, resolution: { 1: '04-10', 2: '10-05' }, retentionMonths: 30, advisedDays: 50 };
    case 'cap':
      return 'share' in value && value.share < 1
        ? { ...value, share: value.share / 2 }
        : 'amount' in value
          ? { ...value, amount: value.amount + 5000 }
          : value;
    case 'activity':
      return value && { ...value, category: value.category === 'Market Development' ? 'Demand Generation' : 'Market Development' };
    case 'payment':
      return { ...value, approvedBy: 12, paidFrom: 18, paidTo: 24, rebateDays: 40 };
    default:
      return value;
  }
}

/** A change of every rule on a book's sheet, and the workbook's own rules that change the same for the add-in. */
export function changedRules(book: Book): { changes: Change[]; ownRules: OwnRule[] } {
  const { rows } = renderBook(book).sheets.find(({ name }) => name === RULES_SHEET)!;
  const changes: Change[] = [];
  const ownRules: OwnRule[] = [];
  for (const rule of allRules().filter(({ value }) => value !== null) as RuleInForce<unknown>[]) {
    const lines = rows.flatMap((cells, row) => (isOf(rule, cells) ? [row] : []));
    if (lines.length === 0 || (rule.topic === 'cap' && !rule.subject)) continue;
    const value = changed(rule as unknown as RuleContent);
    for (const { what, value: now, format } of linesOf({ ...rule, value })) {
      const row = lines.find((line) => rows[line]![5] === what);
      if (row === undefined) throw new Error(`${what} isn't on the sheet.`);
      changes.push({
        sheet: RULES_SHEET,
        row,
        column: 6,
        value: format === 'day of every year' ? serialOf(`2001-${now as `${number}-${number}`}`) : now,
      });
    }
    const end = endOf(rule);
    ownRules.push({
      topic: rule.topic,
      program: rule.program,
      subject: rule.subject,
      from: rule.from,
      ...(end && { to: end }),
      value,
    } as OwnRule);
  }
  return { changes, ownRules };
}

/** The last day of a rule: the one before the next rule of the same history begins. */
function endOf(rule: Rule<unknown>): Day | null {
  const next = allRules().find(
    (other) => other.topic === rule.topic && other.program === rule.program && other.subject === rule.subject && other.from > rule.from,
  );
  return next ? addDays(next.from, -1) : null;
}

function isOf(rule: Rule<unknown>, [topic, program, subject, from]: readonly unknown[]): boolean {
  const day = rule.from > BEGINNING ? serialOf(rule.from) : null;
  return (
    topic === rule.topic &&
    program === (rule.program === 'all' ? 'all programs' : rule.program) &&
    (subject ?? undefined) === rule.subject &&
    ((from as { value?: number } | null)?.value ?? null) === day
  );
}
