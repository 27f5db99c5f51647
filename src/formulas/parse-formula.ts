import { parse, tokenize, type AstExpression, type Identifier } from '@borgar/fx/xlsx';
import type { Formula, Unplaced } from './formula';
import { readReference } from './read-reference';

/**
 * Parses a formula as Excel returns it to add-ins (English names, commas). Never throws: what can't be read becomes a
 * part of kind `unreadable`.
 */
export function parseFormula(formula: string): Formula {
  const text = formula.trim().replace(/^\{(=.*)\}$/s, '$1');
  try {
    const tokens = tokenize(readableText(text), { mergeRefs: true, withLocation: true });
    return new Reader(text).read(parse(tokens));
  } catch (thrown) {
    return { kind: 'unreadable', text, start: 0, why: whyUnreadable(text, thrown) };
  }
}

/** A function's name as people write it: `COOP.SPLIT` for `_xldudf_COOP_SPLIT`, `SINGLE` for `_xlfn.SINGLE`. */
export function functionName(written: string): string {
  const name = written.toUpperCase().replace(/^(_XLFN\.|_XLWS\.|_XLUDF\.)+/, '');
  return name.startsWith('_XLDUDF_') ? name.slice('_XLDUDF_'.length).replace('_', '.') : name;
}

const NAME = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\?]*`;
const TEXT = String.raw`"(?:[^"]|"")*"`;
const SHEET = String.raw`(?:'(?:[^']|'')+'|(?:\[[^\]]*\])?[\p{L}\p{N}_.]*|\[[^\]]*\])!`;

const blank = (found: string): string => ' '.repeat(found.length);

/** What Excel writes and the parser doesn't know, with a replacement of the same length, so that positions stay. */
const UNKNOWN_TO_PARSER: readonly (readonly [pattern: string, instead: (found: string) => string])[] = [
  // The workbook or sheet of a function, or of #REF!.
  [String.raw`${SHEET}(?=${NAME}\s*\(|#REF!)`, blank],
  // The folder of a workbook.
  [String.raw`'[^'[\]]+\[(?=[^']*'!)`, (found) => `'[${'_'.repeat(found.length - 2)}`],
  // The brackets of a LAMBDA's optional parameters.
  [String.raw`\bLAMBDA\((?:\s*\[?${NAME}\]?\s*,)+`, (found) => found.replace(/[[\]]/g, ' ')],
  // A backslash that begins a name.
  [String.raw`(?<![\p{L}\p{N}_.\\'])\\(?=[\p{L}\p{N}_.])`, () => '_'],
];

/** The formula with replacements for what the parser doesn't know, each of the same length. */
export function readableText(formula: string): string {
  return UNKNOWN_TO_PARSER.reduce(
    (text, [pattern, instead]) =>
      text.replace(new RegExp(`${TEXT}|${pattern}`, 'giu'), (found) => (found.startsWith('"') ? found : instead(found))),
    formula,
  );
}

function whyUnreadable(text: string, thrown: unknown): string {
  if (thrown instanceof RangeError) return 'The formula is nested too deeply, or has too many operations in a row, to be read here.';
  const end = (thrown as { sourceOffset?: number }).sourceOffset ?? text.length;
  return end < text.length ? `The formula can't be read after "${text.slice(0, end)}".` : "The formula can't be read to its end.";
}

/** Excel nests calls up to 64 levels; only operators in a row go deeper. */
const MAX_DEPTH = 500;

/** Positions in a formula; `end` is one past the last character. */
type Span = readonly [start: number, end: number];

type Node = AstExpression | Identifier;

/** Turns the parser's tree into ours. The parser drops parentheses, and they are part of what people wrote. */
class Reader {
  private depth = 0;

  constructor(private readonly formula: string) {}

  /** `open` is the position of the parenthesis that belongs to the call around the part, not to the part itself. */
  read(node: Node | null, open = -1): Formula {
    if (node === null) return { kind: 'omitted', text: '', start: 0 };
    // Whoever works with the tree goes down it by recursion.
    if (++this.depth > MAX_DEPTH) throw new RangeError();
    const span = this.withParentheses(this.spanOf(node), open);
    const formula = { ...this.readNode(node, this.textIn(span)), start: span[0] };
    this.depth--;
    return formula;
  }

  private readNode(node: Node, text: string): Unplaced {
    switch (node.type) {
      case 'Literal':
        return { kind: 'value', value: node.value, text };
      case 'ErrorLiteral':
        return { kind: 'error', code: node.value.toUpperCase(), text };
      case 'Identifier':
        return { kind: 'cells', cells: { kind: 'name', name: text }, text };
      case 'ReferenceIdentifier':
        return { ...readReference(this.textIn(this.spanOf(node))), text };
      case 'UnaryExpression': {
        const operand = this.read(node.arguments[0]!);
        if (node.operator === '#' && operand.kind === 'cells' && operand.cells.kind === 'range')
          return { kind: 'cells', cells: { ...operand.cells, spill: true }, text };
        return { kind: 'unary', operator: node.operator, operand, text };
      }
      case 'BinaryExpression': {
        const [left, right] = node.arguments;
        return { kind: 'binary', operator: node.operator, left: this.read(left!), right: this.read(right!), text };
      }
      case 'ArrayExpression':
        return { kind: 'array', rows: node.elements.map((row) => row.map((cell) => this.read(cell))), text };
      case 'CallExpression': {
        const { callee } = node;
        const called = this.textIn(this.spanOf(callee));
        return callee.type === 'Identifier'
          ? this.call(functionName(called), node.arguments, text, this.spanOf(callee)[1])
          : this.call(called, [callee, ...node.arguments], text, this.spanOf(callee)[1]);
      }
      case 'LetExpression':
        return this.call('LET', [...node.declarations.flatMap(({ id, init }) => [id, init]), node.body], text, this.spanOf(node)[0]);
      case 'LambdaExpression':
        return this.call('LAMBDA', [...node.params, node.body], text, this.spanOf(node)[0]);
    }
  }

  private call(name: string, written: readonly (Node | null)[], text: string, after: number): Unplaced {
    const open = this.formula.indexOf('(', after);
    return { kind: 'call', name, arguments: written.map((argument) => this.read(argument, open)), text };
  }

  private spanOf(node: Node): Span {
    const [start, end] = node.loc as unknown as Span;
    if (node.type !== 'UnaryExpression' && node.type !== 'BinaryExpression') return [start, end];
    const [first, last] = [node.arguments[0]!, node.arguments.at(-1)!].map((operand) => this.withParentheses(this.spanOf(operand)));
    const isPostfix = node.operator === '%' || node.operator === '#';
    return [node.type === 'BinaryExpression' || isPostfix ? first![0] : start, isPostfix ? end : last![1]];
  }

  private withParentheses([start, end]: Span, open = -1): Span {
    const before = this.formula.slice(0, start).trimEnd().length - 1;
    const after = end + /^\s*/.exec(this.formula.slice(end))![0].length;
    const isEnclosed = this.formula[before] === '(' && this.formula[after] === ')' && before !== open;
    return isEnclosed ? this.withParentheses([before, after + 1], open) : [start, end];
  }

  private textIn(span: Span): string {
    return this.formula.slice(...span);
  }
}
