import type { Day } from '../../domain/calendar/day';
import { firstDay, labelOf, lastDay, nextHalf, type Half } from '../../domain/calendar/half';
import { NUM_ERROR, VALUE_ERROR } from './formula-text';
import type { PlainCell } from './contract';

/** Columns of the table of halves. The days from "end" to "resolution" are side by side, and so are the stages. */
export const HALF_COLUMNS = [
  'from',
  'row',
  'label',
  'shifted',
  'start',
  'usageStart',
  'opens',
  'retention',
  'advised',
  'end',
  'usageEnd',
  'claim',
  'resolution',
  'stage1',
  'stage2',
  'stage3',
  'stage4',
  'stage5',
  'stage6',
] as const;

export type HalfColumn = (typeof HALF_COLUMNS)[number];

/** The half before the first that funds may be earned in: FUND of January 2000 gives it. */
const FIRST: Half = { fiscalYear: 2000, half: 1 };
/** The halves of 2000 to 2099 may be asked for, and CALENDAR gives up to 40 from there. */
const COUNT = 241;
const MAY_BE_ASKED = { from: 1, to: 200 };
const LAST_SHIFTED = 201;

/** Rows before the halves: numbers that are no days. */
const ROWS_BEFORE = 2;

/** The position of a half in the table, from 1. */
export const rowOfHalf = ({ fiscalYear, half }: Half): number => (fiscalYear - 2000) * 2 + half + ROWS_BEFORE;

/** The number of rows of the table. */
export const HALF_ROWS = ROWS_BEFORE + COUNT;

/** What the days of a half come from: serials of days, and names of the deadlines' history, if any function needs them. */
export interface HalfSources {
  serial: (day: Day) => number;
  /** The code of the history of deadlines, and a column of it. */
  deadlines: { code: string; column: (name: string) => string } | null;
  /** The address of a cell of the table on its sheet. */
  address: (row: number, column: HalfColumn) => string;
}

/** The rows of the table of halves. */
export function halfRows(sources: HalfSources): PlainCell[][] {
  const halves = Array.from({ length: COUNT }, (_, n) => nextHalf(FIRST, n));
  return [noHalf(-1e300, NUM_ERROR), noHalf(0, VALUE_ERROR), ...halves.map((half, n) => rowOf(half, n, sources))];
}

function noHalf(from: number, error: string): PlainCell[] {
  return HALF_COLUMNS.map((column) => (column === 'from' ? from : { formula: error }));
}

function rowOf(half: Half, n: number, { serial, deadlines, address }: HalfSources): PlainCell[] {
  const row = n + ROWS_BEFORE + 1;
  const usage = nextHalf(half);
  const day = (shown: Day): PlainCell => ({ value: serial(shown), format: 'day' });
  // the number 1 is the first that isn't blank, and no day before 2000 counts
  const cells: Record<HalfColumn, PlainCell> = {
    from: n === 0 ? 0.000001 : serial(firstDay(half)),
    row: n >= MAY_BE_ASKED.from && n <= MAY_BE_ASKED.to ? row : { formula: NUM_ERROR },
    label: labelOf(half),
    shifted: n <= LAST_SHIFTED ? labelOf(half) : { formula: NUM_ERROR },
    start: day(firstDay(half)),
    usageStart: day(firstDay(usage)),
    end: day(lastDay(half)),
    usageEnd: day(lastDay(usage)),
    opens: null,
    retention: null,
    advised: null,
    claim: null,
    resolution: null,
    stage1: -1e300,
    stage2: null,
    stage3: null,
    stage4: null,
    stage5: null,
    stage6: null,
  };
  if (deadlines) Object.assign(cells, dayFormulas(usage.half, row, deadlines, address));
  return HALF_COLUMNS.map((column) => cells[column]);
}

function dayFormulas(
  usageHalf: 1 | 2,
  row: number,
  { code, column }: NonNullable<HalfSources['deadlines']>,
  address: HalfSources['address'],
): Partial<Record<HalfColumn, PlainCell>> {
  const cellAt = (name: HalfColumn): string => address(row, name);
  const rule = (name: string): string => `LOOKUP(${code}+${cellAt('end')},${column('at')},${column(name)})`;
  const since = (start: HalfColumn, name: string): PlainCell => {
    const yearly = rule(`${name}${usageHalf}`);
    const inYear = (year: string): string => `DATE(${year},MONTH(${yearly}),DAY(${yearly}))`;
    return {
      formula: `IF(${inYear(`YEAR(${cellAt(start)})`)}<${cellAt(start)},${inYear(`YEAR(${cellAt(start)})+1`)},${inYear(`YEAR(${cellAt(start)})`)})`,
      format: 'day',
    };
  };
  const after = (before: HalfColumn, day: HalfColumn): PlainCell => ({ formula: `MAX(${cellAt(before)},${cellAt(day)}+1)` });
  return {
    opens: since('usageStart', 'opens'),
    claim: since('usageEnd', 'claim'),
    resolution: since('usageEnd', 'resolution'),
    retention: { formula: `EDATE(${cellAt('claim')},${rule('retentionMonths')})`, format: 'day' },
    advised: { formula: rule('advisedDays') },
    stage2: { formula: cellAt('start') },
    stage3: after('stage2', 'end'),
    stage4: after('stage3', 'usageEnd'),
    stage5: after('stage4', 'claim'),
    stage6: after('stage5', 'resolution'),
  };
}

/** Every spelling of a half's label that a formula compares, and the half's row. Blanks and hyphens between are gone. */
export function halfSpellings(): [spelling: string, row: number][] {
  return Array.from({ length: MAY_BE_ASKED.to }, (_, n) => nextHalf(FIRST, n + MAY_BE_ASKED.from)).flatMap((half) => {
    const { fiscalYear, half: number } = half;
    const years = fiscalYear <= 2099 ? [`${fiscalYear}`, `${fiscalYear}`.slice(2)] : [`${fiscalYear}`];
    return years.flatMap((year): [string, number][] => [
      [`FY${year}H${number}`, rowOfHalf(half)],
      [`H${number}FY${year}`, rowOfHalf(half)],
    ]);
  });
}

/** The months of a half as Partner Center shows them, without blanks and dashes, and the half's row. */
export function monthSpellings(): [spelling: string, row: number][] {
  return Array.from({ length: COUNT }, (_, n) => nextHalf(FIRST, n)).flatMap((half) => {
    const year = firstDay(half).slice(0, 4);
    const [from, to] = half.half === 1 ? ['JULY', 'DECEMBER'] : ['JANUARY', 'JUNE'];
    return [`${from}${year}${to}${year}`, `${from}${to}${year}`].map((text): [string, number] => [text, rowOfHalf(half)]);
  });
}
