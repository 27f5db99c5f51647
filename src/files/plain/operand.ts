import type { Formula } from '../../formulas/formula';
import { parseFormula } from '../../formulas/parse-formula';
import { Unplain } from './unplain';

/**
 * What a formula is known to give, whatever is in its cells. `amount` is rounded to cents, `half` a label such as FY25 H1;
 * `any` may be anything, a blank cell too.
 */
export type Gives = 'any' | 'number' | 'amount' | 'day' | 'half' | 'text' | 'logical';

/** An argument: left out, written in the formula, an error, worked out by a formula, or one of two by a condition. */
export type Operand =
  | { kind: 'omitted' }
  | { kind: 'value'; value: number | string | boolean }
  | { kind: 'error'; code: string }
  | { kind: 'formula'; text: string; gives: Gives }
  | { kind: 'either'; condition: string; yes: Operand; no: Operand };

/** Reads an argument's text. `given` tells what formulas give that took the place of COOP calls. */
export function readOperand(text: string | null, given: ReadonlyMap<string, Gives>): Operand {
  return text === null || text.trim() === '' ? { kind: 'omitted' } : operandOf(parseFormula(`=${text}`), given);
}

function operandOf(formula: Formula, given: ReadonlyMap<string, Gives>): Operand {
  const text = withoutParentheses(formula.text);
  const known = given.get(text);
  if (known) return { kind: 'formula', text, gives: known };
  switch (formula.kind) {
    case 'omitted':
      return { kind: 'omitted' };
    case 'value':
      return { kind: 'value', value: formula.value };
    case 'error':
      return { kind: 'error', code: formula.code };
    case 'unary': {
      const { operator, operand } = formula;
      if (operand.kind === 'value' && typeof operand.value === 'number' && operator === '-')
        return { kind: 'value', value: -operand.value };
      return { kind: 'formula', text: `(${text})`, gives: operator === '-' || operator === '%' ? 'number' : 'any' };
    }
    case 'binary':
      return { kind: 'formula', text: `(${text})`, gives: BY_OPERATOR(formula.operator) };
    case 'cells':
      if (isSeveral(text)) throw new Unplain(`${text} is several cells, and one is needed.`);
      return { kind: 'formula', text, gives: 'any' };
    case 'call':
      return callOperand(formula, text, given);
    case 'array':
    case 'unreadable':
      throw new Unplain(`${text} can't be read as one value.`);
  }
}

function callOperand(formula: Extract<Formula, { kind: 'call' }>, text: string, given: ReadonlyMap<string, Gives>): Operand {
  const parts = formula.arguments;
  const [first, second, third] = parts;
  if (formula.name === 'IF' && third && second && parts.length === 3 && third.kind !== 'omitted' && second.kind !== 'omitted') {
    return { kind: 'either', condition: first!.text, yes: operandOf(second, given), no: operandOf(third, given) };
  }
  if (formula.name === 'IFERROR' && second && second.kind !== 'omitted') {
    return { kind: 'either', condition: `ISERROR(${first!.text})`, yes: operandOf(second, given), no: operandOf(first!, given) };
  }
  return { kind: 'formula', text, gives: BY_FUNCTION[formula.name] ?? 'any' };
}

const BY_OPERATOR = (operator: string): Gives => (operator === '&' ? 'text' : '+-*/^'.includes(operator) ? 'number' : 'logical');

/** What functions of Excel give, where they give no error. */
const BY_FUNCTION: Readonly<Record<string, Gives>> = {
  ...Object.fromEntries(
    'ABS,AVERAGE,COUNT,COUNTA,COUNTIF,COUNTIFS,DATE,DATEVALUE,DAY,EDATE,EOMONTH,INT,MAX,MIN,MOD,MONTH,N,NOW,ROUND,ROUNDDOWN,ROUNDUP,SUM,SUMIF,SUMIFS,SUMPRODUCT,TODAY,TRUNC,VALUE,YEAR'
      .split(',')
      .map((name): [string, Gives] => [name, 'number']),
  ),
  ...Object.fromEntries(
    'CONCATENATE,LEFT,LOWER,MID,PROPER,REPLACE,RIGHT,SUBSTITUTE,TEXT,TRIM,UPPER'.split(',').map((name): [string, Gives] => [name, 'text']),
  ),
};

const isSeveral = (text: string): boolean => /\d:\$?[A-Z]/.test(text.replace(/\[.*\]/s, '')) || /^\$?[A-Z]{1,3}:\$?[A-Z]{1,3}$/.test(text);

/** The same text without parentheses around all of it. */
function withoutParentheses(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith('(') || !trimmed.endsWith(')')) return trimmed;
  let depth = 0;
  let inText = false;
  for (const [index, letter] of [...trimmed].entries()) {
    if (letter === '"') inText = !inText;
    if (inText) continue;
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    if (depth === 0 && index < [...trimmed].length - 1) return trimmed;
  }
  return withoutParentheses(trimmed.slice(1, -1));
}
