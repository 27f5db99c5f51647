import { serialShift } from '../../cells/context';
import { dayOfSerial } from '../../domain/calendar/day';
import { columnsOf, type CellContent, type TableCells } from '../../records/table';
import { RULES_DESIGN, ruleColumnNamed } from './rules-design';
import type { RuleTextRow } from './pack-edits';

const COLUMNS = RULES_DESIGN.columns.map(({ name }) => name);

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

/** The rows of a text with CoopRules' columns, or of cells copied from a sheet, and the columns that it has and we don't know. */
export function readRulesCsv(text: string): { rows: RuleTextRow[]; unknown: string[]; header: string[] } {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const [first = ''] = clean.split('\n', 1);
  const delimiter = [',', '\t', ';'].find((mark) => first.includes(mark)) ?? ',';
  const [names = [], ...lines] = split(clean, delimiter);
  const header = names.map((name) => ruleColumnNamed(name) ?? name.trim());
  const rows = lines
    .map((cells) => Object.fromEntries(header.map((name, index) => [name, (cells[index] ?? '').trim()])))
    .filter((row) => Object.values(row).some((cell) => cell !== ''));
  return { rows, header, unknown: header.filter((name) => name !== '' && !COLUMNS.includes(name)) };
}

/** Lines of cells; a quoted cell may have delimiters, line breaks, and doubled quotes. */
function split(text: string, delimiter: string): string[][] {
  const lines: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let index = 0; index <= text.length; index++) {
    const mark = text[index];
    if (isQuoted && mark === '"' && text[index + 1] === '"') cell += text[index++];
    else if (mark === '"' && (isQuoted || cell.trim() === '')) {
      isQuoted = !isQuoted;
      if (isQuoted) cell = '';
    } else if (mark === undefined || (!isQuoted && (mark === delimiter || mark === '\n'))) {
      lines.at(-1)!.push(cell);
      cell = '';
      if (mark === '\n') lines.push([]);
    } else cell += mark;
  }
  return lines;
}
