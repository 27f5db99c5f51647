import { addDays, type Day } from '../../domain/calendar/day';
import { compareText } from '../../domain/text/compare';
import { freeSheetName } from '../../domain/text/free-sheet-name';
import { confirmationOf } from '../../rulebook/confirmed';
import { citation, STANDING } from '../../rulebook/describe-rule';
import { describeConfirmation } from '../../rulebook/last-confirmed';
import { BEGINNING, type Rule, type RuleInForce } from '../../rulebook/rule';
import { columnText } from '../package/address';
import type { PlainCell, PlainName, PlainSheet } from './contract';
import { HALF_COLUMNS, HALF_ROWS, halfRows, halfSpellings, monthSpellings, type HalfColumn } from './half-table';
import { HISTORY_COLUMNS, type HistoryCell, type HistoryKind, type HistoryRow } from './histories';
import type { Book, HistoryMap, RowTable } from './book';
import { ROW_NUMBER, withCells } from './by-row';
import { nameOf, NEWEST, PER_HISTORY } from './workings-names';
import { linesOf, type RuleLine } from './rule-lines';

const RULES_SHEET = 'Co-op rules used';
const WORKINGS_SHEET = 'Co-op workings';

/** The sheets and names that the formulas of a book refer to. */
export function renderBook(book: Book): { sheets: PlainSheet[]; names: PlainName[] } {
  const { sheetNames } = book.options;
  const rules = rulesSheet(book, freeSheetName(RULES_SHEET, sheetNames));
  const workings = workingsOf(book, freeSheetName(WORKINGS_SHEET, sheetNames), rules);
  const isUsed = workings.sheet.rows.length > 0;
  const isRuleUsed = rules.lines > 0;
  return { sheets: [...(isRuleUsed ? [rules.sheet] : []), ...(isUsed ? [workings.sheet] : [])], names: workings.names };
}

const RULE_HEADINGS = [
  'Rule',
  'Program',
  'Lever or activity',
  'From',
  'To',
  'What',
  'Value',
  'Source',
  'Standing',
  'Last confirmed',
  'Note',
];
const ABOUT_RULES = [
  'Rules that the formulas of this copy use. To see what another rule would mean, change a value: the cells follow.',
  'A first day may be changed, too, as long as the rules of a program stay in the same order.',
];
/** The columns of days and of the value, for references. */
const [FROM, TO, VALUE] = ['D', 'E', 'G'] as const;

interface RulesSheet {
  sheet: PlainSheet;
  lines: number;
  /** The cell of a rule's value, of its first and of its last day; null if it has none. */
  value: (rule: Rule<unknown>, line: string) => string;
  from: (rule: Rule<unknown>) => string | null;
  to: (rule: Rule<unknown>) => string | null;
}

function rulesSheet(book: Book, name: string): RulesSheet {
  const used = new Map<string, RuleInForce<unknown>>();
  for (const { rule } of [...book.histories.values()].flat(2)) if (rule) used.set(keyOf(rule), rule);
  const rules = [...used.values()].sort((a, b) => compareText(orderOf(a), orderOf(b)));
  const rows: PlainCell[][] = [...ABOUT_RULES.map((text) => [text]), [], RULE_HEADINGS];
  const rowOf = new Map<string, number>();
  for (const rule of rules) {
    for (const line of linesOf(rule)) {
      rows.push(ruleRow(rule, line, book));
      rowOf.set(`${keyOf(rule)} ${line.id}`, rows.length);
      if (!rowOf.has(keyOf(rule))) rowOf.set(keyOf(rule), rows.length);
    }
  }
  const cell = (column: string, key: string): string => `'${name}'!$${column}$${rowOf.get(key)!}`;
  return {
    sheet: { name, rows, headings: [ABOUT_RULES.length + 2] },
    lines: rules.length,
    value: (rule, line) => cell(VALUE, `${keyOf(rule)} ${line}`),
    from: (rule) => (rule.from > BEGINNING ? cell(FROM, keyOf(rule)) : null),
    to: (rule) => (rule.to ? cell(TO, keyOf(rule)) : null),
  };
}

const keyOf = (rule: Rule<unknown>): string => JSON.stringify(rule);
const orderOf = ({ topic, program, subject = '', from, source }: Rule<unknown>): string =>
  [topic, program, subject, from, source].join('\u0000');

function ruleRow(rule: RuleInForce<unknown>, line: RuleLine, book: Book): PlainCell[] {
  const confirmed = confirmationOf(rule);
  const day = (shown: Day | undefined): PlainCell => (shown && shown > BEGINNING ? { value: book.serial(shown), format: 'day' } : null);
  return [
    rule.topic,
    rule.program === 'all' ? 'all programs' : rule.program,
    rule.subject ?? null,
    day(rule.from),
    day(rule.to),
    line.what,
    valueCell(line, book),
    citation(rule),
    STANDING[rule.standing],
    confirmed ? describeConfirmation(confirmed) : null,
    rule.note ?? null,
  ];
}

/** A day of every year is written as that of 2001, of which only month and day count. */
function valueCell({ value, format }: RuleLine, book: Book): PlainCell {
  if (format === 'day of every year') return { value: book.serial(`2001-${value as `${number}-${number}`}`), format };
  return format && typeof value === 'number' ? { value, format } : value;
}

/** A table of the workings: its name, its headings, which are the columns' names, and its rows. */
interface Table {
  title: string;
  name: string;
  columns: readonly string[];
  rows: readonly (readonly PlainCell[])[];
  /** Names of several columns, side by side. */
  blocks?: readonly { name: string; from: string; to: string }[];
  /** Whether only the blocks have names, and not each column. */
  isBlocksOnly?: boolean;
}

const FIRST_ROW = 4;

function workingsOf(book: Book, sheetName: string, rules: RulesSheet): { sheet: PlainSheet; names: PlainName[] } {
  const names: PlainName[] = [];
  const rows: PlainCell[][] = [];
  let column = 0;
  const place = (make: (left: number) => Table): void => {
    const table = make(column);
    put(rows, 2, column, [table.title]);
    put(rows, 3, column, table.columns);
    table.rows.forEach((cells, index) => put(rows, FIRST_ROW + index, column, cells));
    const range = (from: number, to: number): string =>
      `'${sheetName}'!$${letters(column + from)}$${FIRST_ROW}:$${letters(column + to)}$${FIRST_ROW + table.rows.length - 1}`;
    if (!table.isBlocksOnly)
      table.columns.forEach((heading, index) => names.push({ name: nameOf(table.name, heading), refersTo: range(index, index) }));
    for (const { name, from, to } of table.blocks ?? []) {
      names.push({ name: nameOf(table.name, name), refersTo: range(table.columns.indexOf(from), table.columns.indexOf(to)) });
    }
    column += table.columns.length + 1;
  };
  if (book.halfColumns.size > 0) place((left) => halfTable(book, left));
  if (book.once.length > 0) place(() => onceTable(book));
  if (book.byHalf.length > 0) place(() => byHalfTable(book));
  for (const [kind, histories] of book.histories)
    if (histories.length > 0) place((left) => historyTable(kind, histories, book, rules, left));
  for (const kind of book.spelled) place(() => spellingTable(kind, book));
  [...book.maps.values()].forEach((map, index) => place(() => mapTable(map, `${index + 1}`, book)));
  for (const kind of book.named)
    place(() => ({ title: `Names: ${kind}`, name: kind, columns: ['name'], rows: book.names(kind).names.map((name) => [name]) }));
  book.rowTables.forEach((table, index) => place((left) => rowTable(table, `rows_${index + 1}`, left, book)));
  if (rows.length > 0) rows[0] = ['What the formulas of this copy look up. Values come from the rules, so change those instead.'];
  return { sheet: { name: sheetName, rows, headings: rows.length > 0 ? [3] : [] }, names };
}

function put(rows: PlainCell[][], row: number, column: number, cells: readonly PlainCell[]): void {
  while (rows.length < row) rows.push([]);
  const line = rows[row - 1]!;
  while (line.length < column) line.push(null);
  cells.forEach((cell, index) => (line[column + index] = cell));
}

function halfTable(book: Book, left: number): Table {
  const address = (row: number, column: HalfColumn): string => `$${letters(left + HALF_COLUMNS.indexOf(column))}${FIRST_ROW + row - 1}`;
  const deadlines = book.needsDeadlines ? { code: book.code('deadline'), column: (name: string) => nameOf('deadline', name) } : null;
  return {
    title: 'Fiscal halves',
    name: 'half',
    columns: HALF_COLUMNS,
    rows: halfRows({ serial: book.serial, deadlines, address }),
    blocks: [
      { name: 'days', from: 'end', to: 'resolution' },
      { name: 'stages', from: 'stage1', to: 'stage6' },
    ],
  };
}

/** What several formulas share. */
function onceTable({ once }: Book): Table {
  return { title: 'Worked out once', name: 'once', columns: once.map((_, n) => `${n + 1}`), rows: [once.map((formula) => ({ formula }))] };
}

function byHalfTable({ byHalf }: Book): Table {
  const rows = Array.from({ length: HALF_ROWS }, (_, n) =>
    byHalf.map((formula): PlainCell => ({ formula: formula(n + 1), format: 'day' })),
  );
  return { title: 'Last safe day of each half', name: 'by_half', columns: byHalf.map((_, n) => `${n + 1}`), rows };
}

/** A map is one name over all its columns. */
function mapTable({ kind, programs, subjects }: HistoryMap, name: string, book: Book): Table {
  const columns = programs.map((_, n) => (n === 0 ? name : `${name}_${n + 1}`));
  return {
    title: `${kind}: the history of each program and subject`,
    name: 'map',
    columns,
    rows: subjects.map((subject) => programs.map((program) => book.history(kind, program, subject))),
    blocks: [{ name, from: columns[0]!, to: columns.at(-1)! }],
    isBlocksOnly: true,
  };
}

/** More rows than a table has, so that it can grow. */
const SPARE_ROWS = 100;

/** Rows after the table's last are blank; a cell that asks for one below all of these is an error. */
function rowTable({ column, columns, asked }: RowTable, name: string, left: number, { options }: Book): Table {
  const known = options.tableRows?.get(column?.split('[')[0]!.toLowerCase() ?? '') ?? 0;
  const count = column === null ? 1 : Math.max(known, asked) + SPARE_ROWS;
  const names = [ROW_NUMBER, ...columns.map(([each]) => each)];
  const rows = Array.from({ length: count }, (_, n): PlainCell[] => {
    const cell = (each: string): string => `$${letters(left + names.indexOf(each))}${FIRST_ROW + n}`;
    const number: PlainCell = column === null ? 1 : { formula: `IF(ROWS(${column})<${n + 1},"",${n + 1})` };
    return [number, ...columns.map(([, formula]) => ({ formula: `IF(${cell(ROW_NUMBER)}="","",${withCells(formula, cell)})` }))];
  });
  return {
    title: `Worked out by row: ${column?.split('[')[0] ?? 'one'}`,
    name,
    columns: names,
    rows,
    blocks: [{ name: 'finding', from: 'finding', to: 'finding' }],
    isBlocksOnly: true,
  };
}

function spellingTable(kind: 'half' | 'months' | 'program' | 'lever' | 'activity', book: Book): Table {
  const rows = kind === 'half' ? halfSpellings() : kind === 'months' ? monthSpellings() : book.names(kind).spellings;
  return { title: `Spellings: ${kind}`, name: kind, columns: ['spelling', 'position'], rows };
}

function historyTable(
  kind: HistoryKind,
  histories: readonly (readonly HistoryRow[])[],
  book: Book,
  rules: RulesSheet,
  left: number,
): Table {
  const rows: PlainCell[][] = [];
  const above = (): string => `$${letters(left)}$${FIRST_ROW + rows.length - 1}`;
  histories.forEach((history, index) => {
    const code = (index + 1) * PER_HISTORY;
    history.forEach((row, n) => {
      const day = n === 0 ? 0 : row.from === 'newest' ? NEWEST : beginning(row, history[n - 1]!, rules, book);
      const dayCode: PlainCell = typeof day === 'number' ? code + day : { formula: `MAX(${above()},${code}+${day})` };
      rows.push([dayCode, ...row.cells.map((cell) => historyCell(cell, row.rule, rules))]);
    });
  });
  const blocks = kind === 'threshold' ? { blocks: [{ name: 'steps', from: 'below', to: 'above' }] } : {};
  return { title: `Rules by day: ${kind}`, name: kind, columns: ['at', ...HISTORY_COLUMNS[kind]], rows, ...blocks };
}

/** The first day of a row: that of its rule or the day after the last of the rule before, by their cells where they are the same. */
function beginning({ from, rule }: HistoryRow, before: HistoryRow, rules: RulesSheet, book: Book): string | number {
  const day = from as Day;
  if (rule?.from === day) return rules.from(rule) ?? book.serial(day);
  if (before.rule?.to && addDays(before.rule.to, 1) === day) return `${rules.to(before.rule)!}+1`;
  return book.serial(day);
}

function historyCell(cell: HistoryCell, rule: RuleInForce<unknown> | null, rules: RulesSheet): PlainCell {
  return typeof cell === 'object' ? { formula: cell.formula((id) => rules.value(rule!, id)) } : cell;
}

/** The letters of a column, from 0. */
const letters = (column: number): string => columnText(column + 1);
