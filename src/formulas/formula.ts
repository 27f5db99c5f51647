import type { Reference } from './reference';
import { tokensOf, type Token } from './tokens';

/** A formula taken apart. `text` is the part of the formula it stands for, as written. */
export type Formula = { text: string } & (
  | { kind: 'value'; value: number | string | boolean }
  | { kind: 'error'; code: string }
  | { kind: 'omitted' }
  | { kind: 'cells'; cells: Reference }
  | { kind: 'call'; name: string; arguments: Formula[] }
  | { kind: 'array'; rows: Formula[][] }
  | { kind: 'unary'; operator: string; operand: Formula }
  | { kind: 'binary'; operator: string; left: Formula; right: Formula }
  | { kind: 'unreadable'; why: string }
);

/**
 * Takes a formula apart, as Excel gives it to add-ins (English names, commas). Never throws: what cannot be read is a
 * part of kind `unreadable`.
 */
export function parseFormula(formula: string): Formula {
  const text = formula.trim().replace(/^\{(=.*)\}$/s, '$1');
  const parser = new Parser(text, text.startsWith('=') ? 1 : 0);
  try {
    return parser.all();
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown;
    return { kind: 'unreadable', text, why: thrown.message };
  }
}

/** Every call in a formula, the inner ones first and those before it to the left. */
export function callsIn(formula: Formula): Extract<Formula, { kind: 'call' }>[] {
  const inner = partsOf(formula).flatMap(callsIn);
  return formula.kind === 'call' ? [...inner, formula] : inner;
}

/** Every reference in a formula. */
export function referencesIn(formula: Formula): Reference[] {
  return formula.kind === 'cells' ? [formula.cells] : partsOf(formula).flatMap(referencesIn);
}

/** `COOP.SPLIT` of `_xldudf_COOP_SPLIT`, `SINGLE` of `_xlfn.SINGLE`: a function's name as people write it. */
export function functionName(written: string): string {
  const name = written.toUpperCase().replace(/^(_XLFN\.|_XLWS\.|_XLUDF\.)+/, '');
  return name.startsWith('_XLDUDF_') ? name.slice('_XLDUDF_'.length).replace('_', '.') : name;
}

function partsOf(formula: Formula): Formula[] {
  switch (formula.kind) {
    case 'call':
      return formula.arguments;
    case 'array':
      return formula.rows.flat();
    case 'unary':
      return [formula.operand];
    case 'binary':
      return [formula.left, formula.right];
    default:
      return [];
  }
}

/** The formula cannot be read to its end. */
class Unreadable extends Error {}

/** How tightly operators bind in Excel; a minus sign in front binds tighter than ^. */
const BINDING: Record<string, number> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
  ':': 8,
};
const PREFIX_BINDING = 6;

// Excel itself stops at 64 levels.
const DEEPEST = 200;

class Parser {
  private readonly tokens: Token[];
  private at = 0;
  private depth = 0;

  constructor(
    private readonly text: string,
    start: number,
  ) {
    this.tokens = tokensOf(text, start);
  }

  all(): Formula {
    const formula = this.expression(0);
    if (this.peek().kind !== 'end') throw this.unexpected();
    return formula;
  }

  private expression(binding: number): Formula {
    const start = this.peek().start;
    let left = this.operand();
    for (;;) {
      const token = this.peek();
      if (token.kind !== 'operator') return left;
      if (token.text === '%' || token.text === '#') {
        this.at++;
        left = { kind: 'unary', operator: token.text, operand: left, text: this.since(start) };
        continue;
      }
      const tightness = BINDING[token.text] ?? 0;
      if (tightness <= binding) return left;
      this.at++;
      const right = this.expression(tightness);
      left = { kind: 'binary', operator: token.text, left, right, text: this.since(start) };
    }
  }

  private operand(): Formula {
    if (++this.depth > DEEPEST) throw new Unreadable('The formula is nested too deeply to be read here.');
    const operand = this.operandAt(this.next());
    this.depth--;
    return operand;
  }

  private operandAt(token: Token): Formula {
    switch (token.kind) {
      case 'number':
        return { kind: 'value', value: Number(token.text), text: token.text };
      case 'text':
        return { kind: 'value', value: token.text.slice(1, -1).replace(/""/g, '"'), text: token.text };
      case 'truth':
        return { kind: 'value', value: token.text.toUpperCase() === 'TRUE', text: token.text };
      case 'error':
        return { kind: 'error', code: token.text.toUpperCase(), text: token.text };
      case 'cells':
        return token.cells
          ? { kind: 'cells', cells: token.cells, text: token.text }
          : { kind: 'unreadable', why: token.why!, text: token.text };
      case 'function':
        return this.call(token);
      case 'operator':
        if (token.text === '-' || token.text === '+' || token.text === '@') {
          const operand = this.expression(PREFIX_BINDING);
          return { kind: 'unary', operator: token.text, operand, text: this.since(token.start) };
        }
        throw this.unexpected(token);
      case 'mark':
        if (token.text === '(') return this.parenthesis(token);
        if (token.text === '{') return this.array(token);
        throw this.unexpected(token);
      case 'end':
      case 'unreadable':
        throw this.unexpected(token);
    }
  }

  private parenthesis(open: Token): Formula {
    const inner = this.expression(0);
    this.expect(')');
    return { ...inner, text: this.since(open.start) };
  }

  private call(token: Token): Formula {
    const written: Formula[] = [];
    if (this.peekIs(')')) this.at++;
    else {
      for (;;) {
        written.push(this.argument());
        if (this.peekIs(',')) this.at++;
        else break;
      }
      this.expect(')');
    }
    return {
      kind: 'call',
      name: functionName(token.text.replace(/\s*\($/, '').replace(/^.*!/, '')),
      arguments: written,
      text: this.since(token.start),
    };
  }

  private argument(): Formula {
    return this.peekIs(',') || this.peekIs(')') ? { kind: 'omitted', text: '' } : this.expression(0);
  }

  private array(open: Token): Formula {
    const rows: Formula[][] = [[]];
    for (;;) {
      rows[rows.length - 1]!.push(this.expression(0));
      if (this.peekIs(',')) this.at++;
      else if (this.peekIs(';')) {
        this.at++;
        rows.push([]);
      } else break;
    }
    this.expect('}');
    return { kind: 'array', rows, text: this.since(open.start) };
  }

  private expect(mark: string): void {
    if (!this.peekIs(mark)) throw this.unexpected();
    this.at++;
  }

  private peek(): Token {
    return this.tokens[this.at]!;
  }

  private peekIs(mark: string): boolean {
    const { kind, text } = this.peek();
    return kind === 'mark' && text === mark;
  }

  private next(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.at++;
    return token;
  }

  private since(start: number): string {
    const last = this.tokens[this.at - 1]!;
    return this.text.slice(start, last.start + last.text.length);
  }

  private unexpected(token: Token = this.peek()): Unreadable {
    if (token.kind === 'end') return new Unreadable('The formula ends too early.');
    return new Unreadable(`"${token.text}" at position ${token.start + 1} of the formula cannot be read here.`);
  }
}
