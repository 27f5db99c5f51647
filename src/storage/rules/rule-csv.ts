import { serialShift } from '../../cells/context';
import { dayOfSerial } from '../../domain/calendar/day';
import { columnsOf, type CellContent, type TableCells } from '../../records/table';
import { CHECK, CHECKED, RULES_DESIGN, ruleColumnNamed } from './rules-design';
import type { RuleTextRow } from './pack-edits';

/** What was checked isn't a rule, so it isn't in a file. */
const COLUMNS = RULES_DESIGN.columns.map(({ name }) => name).filter((name) => name !== CHECK && name !== CHECKED);

/** CoopRules as CSV, in the order of its columns: days as yyyy-mm-dd. Blank rows, and columns of one's own, stay out. */
export function rulesCsv({ header, values }: TableCells): string {
  const columnIndex = columnsOf(header, COLUMNS);
  const rows = values
    .map((row) => COLUMNS.map((name) => textOf(name, row[columnIndex[name]!] ?? '', String(row[columnIndex['Rule']!] ?? ''))))
    .filter((row) => row.some((text) => text !== ''));
  return `${[COLUMNS, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function textOf(column: string, cell: CellContent, rule: string): string {
  const isDay = column === 'From' || column === 'To' || (column === 'Value' && /deadline|opens/i.test(rule));
  return typeof cell === 'number' && isDay ? dayOfSerial(Math.floor(cell) + serialShift()) : String(cell);
}

/** A sheet runs text that begins like a formula, so a space goes before it; reading takes it away. */
function quoted(text: string): string {
  const safe = /^[=+\-@]/.test(text) ? ` ${text}` : text;
  return /[",\r\n]|^ /.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** Rules in a text. */
interface RulesText {
  header: string[];
  rows: RuleTextRow[];
  /** The line of each row, counted from 1. */
  lines: number[];
  /** The columns that it has and we don't know. */
  unknown: string[];
}

/** The rows of a text with CoopRules' columns, or of cells copied from a sheet. */
export function readRulesCsv(text: string): RulesText {
  const { header: names, lines: filled } = splitText(text);
  const header = names.map((name) => ruleColumnNamed(name) ?? name.trim());
  return {
    header,
    rows: filled.map(({ cells }) => Object.fromEntries(header.map((name, index) => [name, (cells[index] ?? '').trim()]))),
    lines: filled.map(({ line }) => line),
    unknown: header.filter((name) => !['', CHECK, CHECKED, ...COLUMNS].includes(name)),
  };
}

/** A delimited text, or cells copied from a sheet: its header, and the lines below that aren't blank, counted from 1. */
export function splitText(text: string): { header: readonly string[]; lines: { line: number; cells: string[] }[] } {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const [first = ''] = clean.split('\n', 1);
  const delimiter = [',', '\t', ';'].find((mark) => first.includes(mark)) ?? ',';
  const [{ cells: header } = { cells: [] }, ...below] = split(clean, delimiter);
  return { header, lines: below.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) };
}

/** Lines of cells; a quoted cell may have delimiters, line breaks, and doubled quotes. */
function split(text: string, delimiter: string): { line: number; cells: string[] }[] {
  let line = 1;
  const rows: { line: number; cells: string[] }[] = [{ line, cells: [] }];
  let cell = '';
  let isQuoted = false;
  for (let index = 0; index <= text.length; index++) {
    const mark = text[index];
    if (mark === '\n') line++;
    if (isQuoted && mark === '"' && text[index + 1] === '"') cell += text[index++];
    else if (mark === '"' && (isQuoted || cell.trim() === '')) {
      isQuoted = !isQuoted;
      if (isQuoted) cell = '';
    } else if (mark === undefined || (!isQuoted && (mark === delimiter || mark === '\n'))) {
      rows.at(-1)!.cells.push(cell);
      cell = '';
      if (mark === '\n') rows.push({ line, cells: [] });
    } else cell += mark;
  }
  return rows;
}
