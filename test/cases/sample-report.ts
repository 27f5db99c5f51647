import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

// The sample earnings report as cells, and the shapes in which partners' workbooks hold such a report.

/** The sample report as it stands in the file: every cell a text. */
export const SAMPLE: readonly (readonly string[])[] = Papa.parse<string[]>(
  readFileSync(new URL('../../assets/sample-earnings.csv', import.meta.url), 'utf8').trim(),
).data;

/** A report as an argument of a function. */
export type Range = unknown[][];

/** As Excel holds an opened CSV: what looks like a number is one (IDs lose leading zeros), ISO instants stay texts. */
export const opened = (): Range => SAMPLE.map((row) => row.map((cell) => (/^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell)));

/** Dates as Excel's serial numbers, times kept as fractions, as Power Query loads them. */
export const withSerials = (): Range =>
  opened().map((row) => row.map((cell) => (typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(cell) ? serialOfInstant(cell) : cell)));

/** Blank cells as an Excel version may send them. */
export const withBlanksAs = (blank: 0 | null | ''): Range => opened().map((row) => row.map((cell) => (cell === '' ? blank : cell)));

/** Only the columns a partner kept, in the order given. */
export function withColumns(names: readonly string[], range: Range = opened()): Range {
  const positions = names.map((name) => range[0]!.indexOf(name));
  return range.map((row) => positions.map((column) => row[column]));
}

/** Columns in reverse order. */
export const reversed = (range: Range = opened()): Range => range.map((row) => [...row].reverse());

/** Header cells spelled otherwise. */
export const withHeader = (rename: (name: string) => string, range: Range = opened()): Range =>
  range.map((row, index) => (index === 0 ? row.map((name) => rename(String(name))) : row));

/** What is needed, and nothing else. */
export const NEEDED = ['participantId', 'programName', 'earningType', 'earningDate', 'earningAmountUSD', 'earningId'] as const;

/** The sample without repeats and reasons would be wrong without these. */
export const NEEDED_AND_REASON = [...NEEDED, 'reasonCode'] as const;

/** A small report in the words of the screen. */
export const report = (...rows: unknown[][]): Range => [['MPN ID', 'Program', 'Earning type', 'Earned date', 'Amount USD'], ...rows];

/** One earning of a small report. */
export function earning(change: { id?: unknown; program?: unknown; type?: unknown; date?: unknown; amount?: unknown } = {}): unknown[] {
  const { id, program, type, date, amount } = {
    id: '1234567',
    program: 'Microsoft Commerce Incentives',
    type: 'Coop',
    date: '2024-03-10',
    amount: 100,
    ...change,
  };
  return [id, program, type, date, amount];
}

function serialOfInstant(instant: string): number {
  return (Date.parse(instant) - Date.UTC(1899, 11, 30)) / 86_400_000;
}
