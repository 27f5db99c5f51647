import type { WorkbookRules } from '../../cells/workbook-rules';
import type { Day } from '../../domain/calendar/day';
import type { PartnerNames } from '../../domain/earnings/partner-name';
import { centsOfMicros, dollars, formatUsd, roundedFrom, sumOf } from '../../domain/money/money';
import { explainRule } from '../../explain/explain-rule';
import type { Explanation, RuleExplained } from '../../explain/explanation';
import type { MonthRow } from '../../reports/import/earnings-import';
import { ifCovered } from '../../rulebook/if-covered';
import { programNamed } from '../../rulebook/rules-on';
import { describeCounted, describeRows } from './evidence';
import { formatMonth } from '../../domain/calendar/month-text';

/** Explains a number in the chart: the rows it adds up, and the rule that made them co-op. */
export function explainChartNumber(
  month: string,
  lever: string,
  rows: readonly MonthRow[],
  names: PartnerNames,
  book: WorkbookRules,
): Explanation {
  const micros = sumOf(rows, (row) => row.micros);
  const cents = centsOfMicros(micros);
  const text = formatUsd(cents);
  const name = `Co-op of ${formatMonth(month)}, ${lever}`;
  return {
    cell: { sheet: 'From the', address: 'Funds screen', formula: '', value: dollars(cents), text },
    remarks: [],
    calls: [
      {
        id: name,
        name,
        text: '',
        arguments: [],
        rules: splitsOf(`${month}-01` as Day, rows, book),
        steps: [...describeRows(rows, names), `Total ${text}${roundedFrom(micros)}. ${describeCounted(rows)}`],
        result: { kind: 'cells', cells: [[text]] },
      },
    ],
  };
}

/** The rules that split the earnings of the rows into rebate and co-op, each rule once. */
function splitsOf(day: Day, rows: readonly MonthRow[], book: WorkbookRules): RuleExplained[] {
  const rules = book.rulesOn(day);
  const found = new Map<string, RuleExplained>();
  for (const { program, lever } of rows) {
    const known = programNamed(program);
    if (known === null) continue;
    const knownLever = lever === '' ? null : ifCovered(() => rules.lever(lever, known));
    const rule = ifCovered(() => rules.split(known, knownLever));
    if (!rule) continue;
    const explained = explainRule(rule);
    found.set(explained.id, explained);
  }
  return [...found.values()];
}
