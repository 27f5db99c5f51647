import { isErrorText } from '../../cells/error-text';
import type { ExplainedCell } from '../../explain/explanation';
import { quoted } from '../../records/formula-text';
import { ruleBehind } from '../../storage/funds/funds-table';

/**
 * A cell as Explain is to take it apart. A fund's earnings are a sum over the table's keys, which is fast but says nothing of
 * the rules, so the function that adds up the same rows is explained instead. Text in such a cell is its answer where there
 * is no amount; the function says why.
 */
export function withRuleBehind<C extends ExplainedCell>(cell: C): C {
  const rule = ruleBehind(cell.formula);
  if (rule === null) return cell;
  const isText = typeof cell.value === 'string' && !isErrorText(cell.value);
  const text = quoted(String(cell.value));
  return { ...cell, formula: isText ? `=IF(ISERROR(${rule.slice(1)}),${text},${text})` : rule };
}
