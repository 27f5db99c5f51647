import { partsOf, type Formula } from '../formulas/formula';
import { parseFormula } from '../formulas/parse-formula';
import type { Call, Plain } from './plain/contract';
import { whyTooMuch } from './plain/limits';

/** What answers a call of a COOP function with a plain formula. */
export type Translate = (call: Call) => Plain;

/** Where a formula is, and which cell of its result is asked for. */
export type Place = Pick<Call, 'at' | 'pick'>;

/** Whether a formula may name one of our functions, in any of the ways in which Excel stores them. */
export const mayCallCoop = (formula: string): boolean => /COOP[._]/i.test(formula);

/** A formula as people know it: COOP.SPLIT( for each of the ways in which Excel stores the name. */
export const asShown = (formula: string): string =>
  `=${formula.replace(STORED_NAME, (_found, name: string) => `COOP.${name.toUpperCase()}`).replace(/_xlfn\.(_xlws\.)?SINGLE\(/gi, 'SINGLE(')}`;

/** Our function with the workbook that Excel puts in front when the add-in is missing. */
const STORED_NAME = /(?:'(?:[^']|'')*'!|\[\d+\]!)?(?:_xldudf_COOP_|_xlfn\.COOP\.|_xludf\.COOP\.)(\w+)/gi;

/** A formula's calls of our functions; none if it can't be read, or has none. */
export class CoopFormula {
  private readonly root: Formula;
  private readonly formula: string;

  /** `formula` is without "=", as a file stores it. */
  constructor(formula: string) {
    this.formula = `=${formula}`;
    this.root = parseFormula(this.formula);
  }

  /** Whether it calls one of our functions; what can't be read may. */
  get callsCoop(): boolean {
    return this.root.kind === 'unreadable' || someOf(this.root, isCoop);
  }

  /** Whether the whole formula is one call of ours, so that its cells can be asked for one by one. */
  get isOneCall(): boolean {
    return isCoop(this.root);
  }

  /** Names that it uses, in lower case, those of functions among them. */
  get names(): Set<string> {
    const names = new Set<string>();
    someOf(this.root, (part) => {
      if (part.kind === 'cells' && part.cells.kind === 'name') names.add(part.cells.name.toLowerCase());
      if (part.kind === 'call') names.add(part.name.toLowerCase());
      return false;
    });
    return names;
  }

  /** The formula without "=" in which plain formulas take the place of our functions; or why there is none. */
  rewritten(place: Place, translate: Translate): Plain {
    if (this.root.kind === 'unreadable') return { why: this.root.why };
    try {
      const rewriting = new Rewriting(this.formula, place, translate);
      const text = rewriting.textOf(this.root, place.pick);
      const tooMuch = whyTooMuch(text);
      return tooMuch ? { why: tooMuch } : { formula: text.trim(), ...(rewriting.isFirstLine && { isFirstLine: true }) };
    } catch (thrown) {
      if (thrown instanceof NoPlainFormula) return { why: thrown.message };
      throw thrown;
    }
  }
}

class NoPlainFormula extends Error {}

/** Replaces calls by their positions, and leaves everything between them as it is. */
class Rewriting {
  isFirstLine = false;

  constructor(
    private readonly formula: string,
    private readonly place: Place,
    private readonly translate: Translate,
  ) {}

  textOf(part: Formula, pick?: Call['pick']): string {
    if (isCoop(part)) return this.plain(part, pick);
    let text = '';
    let position = this.startOf(part);
    for (const { call, pick: picked, span, needsParentheses } of this.outermostCalls(part, null)) {
      const plain = this.plain(call, picked);
      text += this.formula.slice(position, span[0]) + (needsParentheses ? `(${plain})` : plain);
      position = span[1];
    }
    return text + this.formula.slice(position, part.start + part.text.length);
  }

  private plain(part: Formula, pick?: Call['pick']): string {
    const call = coopCallOf(part)!;
    const args = call.arguments.map((argument) => (argument.kind === 'omitted' ? null : this.textOf(argument).trim()));
    const plain = this.translate({ name: call.name.slice(COOP.length), args, at: this.place.at, ...(pick && { pick }) });
    if ('why' in plain) throw new NoPlainFormula(plain.why);
    if (plain.isFirstLine) this.isFirstLine = true;
    return plain.formula;
  }

  /** Calls of ours that are in no other, in order, with the text that each takes up. */
  private outermostCalls(part: Formula, parent: Formula | null): Replacement[] {
    const picked = pickedOf(part);
    const call = picked?.call ?? part;
    if (!isCoop(call)) return partsOf(part).flatMap((inner) => this.outermostCalls(inner, part));
    const span = [this.startOf(part), part.start + part.text.length] as const;
    return [{ call, span, needsParentheses: parent?.kind === 'binary' || parent?.kind === 'unary', pick: picked?.pick }];
  }

  /** Where a part begins, with the workbook in front of a function's name. */
  private startOf({ start }: Formula): number {
    if (this.formula[start - 1] !== '!') return start;
    const before = this.formula.slice(Math.max(0, start - LONGEST_PREFIX), start);
    const prefix = /(?:'(?:[^']|'')*'|\[[^\]]*\][\p{L}\p{N}_.]*|[\p{L}\p{N}_.]+)!$/u.exec(before);
    return prefix ? start - prefix[0].length : start;
  }
}

interface Replacement {
  call: Formula;
  span: readonly [start: number, end: number];
  needsParentheses: boolean;
  pick?: Call['pick'];
}

/** The longest path of a file in Windows, with the name of a sheet. */
const LONGEST_PREFIX = 600;

const COOP = 'COOP.';

/** The call of ours that a part is: itself, or within SINGLE, with which Excel stores "@" before a function. */
function coopCallOf(part: Formula): Extract<Formula, { kind: 'call' }> | null {
  if (part.kind !== 'call') return null;
  if (part.name.startsWith(COOP)) return part;
  return part.name === 'SINGLE' && part.arguments.length === 1 ? coopCallOf(part.arguments[0]!) : null;
}

const isCoop = (part: Formula): boolean => coopCallOf(part) !== null;

/** INDEX of one cell of our function's result: the cell can be asked for by itself. */
function pickedOf(part: Formula): { call: Formula; pick: NonNullable<Call['pick']> } | null {
  if (part.kind !== 'call' || part.name !== 'INDEX' || part.arguments.length !== 3) return null;
  const [call, row, column] = part.arguments as [Formula, Formula, Formula];
  const isPlace = (number: Formula): number | null =>
    number.kind === 'value' && Number.isInteger(number.value) && Number(number.value) > 0 ? Number(number.value) : null;
  const [atRow, atColumn] = [isPlace(row), isPlace(column)];
  return isCoop(call) && atRow && atColumn ? { call, pick: { row: atRow, column: atColumn } } : null;
}

const someOf = (part: Formula, isFound: (part: Formula) => boolean): boolean =>
  isFound(part) || partsOf(part).some((inner) => someOf(inner, isFound));
