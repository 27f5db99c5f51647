import type { Reference } from './reference';
import { tableReference } from './table-reference';

/** The smallest parts of a formula. */
export interface Token {
  kind: 'number' | 'text' | 'truth' | 'error' | 'cells' | 'function' | 'operator' | 'mark' | 'end' | 'unreadable';
  text: string;
  start: number;
  /** Of kind `cells`: what it points at, or why that cannot be looked up. */
  cells?: Reference;
  why?: string;
}

/** Cuts a formula into its parts, from a position on; always ends with an `end`. What is no part of a formula is `unreadable`. */
export function tokensOf(formula: string, start: number): Token[] {
  const tokens: Token[] = [];
  let at = start;
  while (at < formula.length) {
    const space = match(/[\s\u00a0]+/y, formula, at);
    if (space !== null) {
      at += space.length;
      continue;
    }
    const token = tokenAt(formula, at);
    tokens.push(token);
    at += token.text.length;
  }
  tokens.push({ kind: 'end', text: '', start: formula.length });
  return tokens;
}

const A1 = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const COLUMN = String.raw`\$?[A-Za-z]{1,3}`;
const ROW = String.raw`\$?[1-9]\d{0,6}`;
const NAME = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\?]*`;
const SHEET = String.raw`(?:'(?:[^']|'')+'|(?:\[[^\]]*\])?[\p{L}\p{N}_.:]*|\[[^\]]*\])!`;
const RANGE = String.raw`(?:${A1}(?::${A1})?|${COLUMN}:${COLUMN}|${ROW}:${ROW})(?![\p{L}\p{N}_.(\[!])`;

const SPACELESS_OPERATOR = /<>|<=|>=|[-+*/^&=<>%@:#]/y;
const ERROR =
  /#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!|CONNECT!|EXTERNAL!|BUSY!|PYTHON!|GETTING_DATA)/iy;
const TEXT = /"(?:[^"]|"")*"/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y;
const TRUTH = /(?:TRUE|FALSE)(?![\p{L}\p{N}_.([!])/iuy;
const FUNCTION = new RegExp(String.raw`(?:${SHEET})?${NAME}\s*\(`, 'uy');
const CELLS = new RegExp(String.raw`(${SHEET})?(${RANGE})(#?)`, 'uy');
const SHEET_NAME = new RegExp(String.raw`(${SHEET})(${NAME})`, 'uy');
const PLAIN_NAME = new RegExp(NAME, 'uy');

function tokenAt(formula: string, start: number): Token {
  const found = (kind: Token['kind'], pattern: RegExp): Token | null => {
    const text = match(pattern, formula, start);
    return text === null ? null : { kind, text, start };
  };
  return (
    found('text', TEXT) ??
    found('error', ERROR) ??
    tableAt(formula, start) ??
    found('function', FUNCTION) ??
    cellsAt(formula, start) ??
    found('truth', TRUTH) ??
    nameAt(formula, start) ??
    found('number', NUMBER) ??
    found('operator', SPACELESS_OPERATOR) ??
    found('mark', /[(){},;]/y) ?? { kind: 'unreadable', text: [...formula.slice(start)][0]!, start }
  );
}

function cellsAt(formula: string, start: number): Token | null {
  CELLS.lastIndex = start;
  const found = CELLS.exec(formula);
  if (!found) return null;
  const [text, sheet, address, spill] = found as unknown as [string, string | undefined, string, string];
  return {
    kind: 'cells',
    text,
    start,
    ...onSheet(sheet, (name) => ({
      kind: 'range',
      ...name,
      address: address.replace(/\$/g, '').toUpperCase(),
      ...(spill ? { spill: true } : {}),
    })),
  };
}

function nameAt(formula: string, start: number): Token | null {
  SHEET_NAME.lastIndex = start;
  const found = SHEET_NAME.exec(formula);
  if (found) {
    const [text, sheet, name] = found as unknown as [string, string, string];
    return { kind: 'cells', text, start, ...onSheet(sheet, () => ({ kind: 'name', name })) };
  }
  const name = match(PLAIN_NAME, formula, start);
  return name === null ? null : { kind: 'cells', text: name, start, cells: { kind: 'name', name } };
}

/** `Earnings[#All]`, `Earnings[@Amount]`, or `[@Amount]` within the table itself. */
function tableAt(formula: string, start: number): Token | null {
  const name = match(PLAIN_NAME, formula, start) ?? '';
  const open = start + name.length;
  if (formula[open] !== '[') return null;
  const close = closingBracket(formula, open);
  if (close < 0) return null;
  // [Book.xlsx]Sheet1!A1 begins the same way
  if (name === '' && new RegExp(String.raw`[\p{L}\p{N}_.:]*!`, 'uy').test(formula.slice(close + 1, close + 64))) return null;
  const text = formula.slice(start, close + 1);
  const cells = tableReference(name === '' ? null : name, formula.slice(open + 1, close));
  return cells ? { kind: 'cells', text, start, cells } : { kind: 'cells', text, start, why: `${text} cannot be looked up here.` };
}

function closingBracket(formula: string, open: number): number {
  let depth = 0;
  for (let at = open; at < formula.length; at++) {
    // In a column's name an apostrophe takes the next character as it is.
    if (formula[at] === "'") at++;
    else if (formula[at] === '[') depth++;
    else if (formula[at] === ']' && --depth === 0) return at;
  }
  return -1;
}

function onSheet(prefix: string | undefined, cells: (sheet: { sheet?: string }) => Reference): Pick<Token, 'cells' | 'why'> {
  if (prefix === undefined) return { cells: cells({}) };
  const sheet = prefix.slice(0, -1).replace(/^'|'$/g, '').replace(/''/g, "'");
  if (sheet.includes('[')) return { why: 'It points at another workbook, which cannot be read here.' };
  if (sheet.includes(':')) return { why: 'It points at several sheets at once, which cannot be read here.' };
  return { cells: cells({ sheet }) };
}

function match(pattern: RegExp, formula: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(formula)?.[0] ?? null;
}
