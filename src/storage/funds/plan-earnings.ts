import { MissingColumns } from '../../records/missing-columns';
import { serialShift } from '../../cells/context';
import { serialOf, type Day } from '../../domain/calendar/day';
import { dollarsOfMicros, type Micros } from '../../domain/money/money';
import { plusEligible } from '../../domain/earnings/eligible';
import { comparableId } from '../../domain/earnings/partner-id';
import { programKey, typeKey } from '../../rulebook/name-keys';
import { fold } from '../../rulebook/names';
import { looksAtMissing } from '../../records/formula-text';
import {
  columnsOf,
  continuedFormula,
  keepingARow,
  type NewCell,
  type TableCells,
  type TableChange,
  type TableDesign,
} from '../../records/table';
import { EARNING_FUND } from './earning-formulas';
import { EARNING_COLUMNS, EARNINGS_TABLE, heldRows, ROLLOVER, type EarningColumn, type MonthEarned } from './earnings-table';

/** How an amount in the table changed. Null means no row. */
export interface EarningChange extends Pick<MonthEarned, 'month' | 'partnerId' | 'program' | 'lever' | 'earningType'> {
  before: Micros | null;
  after: Micros | null;
}

/** What the table has in the months of a report, of a Partner ID, program, and earning type that the report doesn't have. */
export interface StayingEarnings extends Pick<MonthEarned, 'partnerId' | 'program' | 'earningType'> {
  micros: Micros;
  /** Whether the report has no row of the Partner ID at all. */
  isOfNoRow: boolean;
}

const NEEDED = EARNING_COLUMNS.filter((name) => name !== 'Repeats dropped' && name !== 'Eligible USD');

/** The design of the table. */
export const EARNINGS_DESIGN: TableDesign = {
  name: EARNINGS_TABLE,
  sheet: 'Co-op earnings',
  title: 'Co-op earnings by month',
  hint: "Written by Funds › Bring in a report. COOP functions accept this table as a report: CoopEarnings[#All]. Eligible USD is what earnings are a share of; rebate and co-op of a sale each have it. Your own columns, and rows without a number under Earnings, don't change.",
  columns: [
    { name: 'Month', width: 70, format: 'yyyy-mm' },
    { name: 'Partner ID', width: 80 },
    { name: 'Program', width: 190 },
    { name: 'Engagement', width: 160 },
    { name: 'Lever', width: 250 },
    { name: 'Earning type', width: 100 },
    { name: 'Reason code', width: 90 },
    { name: 'Amount USD', width: 90, format: '#,##0.00' },
    { name: 'Earnings', width: 70, format: '0' },
    { name: 'Repeats dropped', width: 95, format: '0' },
    { name: 'Fund', width: 300, formula: EARNING_FUND, isLater: true },
    { name: 'Eligible USD', width: 110, format: '#,##0.00', isLater: true },
  ],
};

/**
 * What a report changes in the table. A report covers its months for each of its Partner IDs, programs, and earning types:
 * there, its rows replace ours. Everything else stays, including rows people have added.
 */
export function planEarnings(
  now: TableCells | null,
  report: readonly MonthEarned[],
): { change: TableChange; changes: EarningChange[]; staying: StayingEarnings[] } {
  const header = now?.header ?? NAMES;
  const programs = programsIn(now);
  const columnIndex = columnsOf(header, EARNING_COLUMNS);
  const missing = NEEDED.filter((name) => columnIndex[name] < 0);
  if (missing.length > 0) throw new MissingColumns(EARNINGS_TABLE, missing);
  const computed = computedCells(now, header);

  const wanted = new Map<string, MonthEarned>();
  for (const row of report) {
    const same = wanted.get(keyOf(row));
    wanted.set(
      keyOf(row),
      same
        ? {
            ...same,
            micros: same.micros + row.micros,
            eligible: plusEligible(same.eligible, row.eligible),
            counted: same.counted + row.counted,
            repeats: same.repeats + row.repeats,
          }
        : row,
    );
  }
  const months = new Set(report.map(({ month }) => month));
  const spoken = new Set(report.map(scopeOf));
  const set = new Map<number, NewCell[]>();
  const remove: number[] = [];
  const changes: EarningChange[] = [];
  const partners = new Set(report.map(({ partnerId }) => comparableId(partnerId)));
  const staying = new Map<string, StayingEarnings>();
  for (const [position, held] of heldRows(now, columnIndex)) {
    if (!months.has(held.month)) continue;
    const scope = scopeOf(held);
    if (!spoken.has(scope)) {
      const { partnerId, program, earningType } = held;
      const micros = (staying.get(scope)?.micros ?? 0) + held.micros;
      staying.set(scope, { partnerId, program, earningType, micros, isOfNoRow: !partners.has(comparableId(partnerId)) });
      continue;
    }
    const row = withKnown(wanted.get(keyOf(held)), held);
    wanted.delete(keyOf(held));
    if (!row) {
      remove.push(position);
      changes.push({ ...named(held), before: held.micros, after: null });
    } else if (
      row.micros !== held.micros ||
      row.counted !== held.counted ||
      (columnIndex['Eligible USD'] >= 0 && row.eligible !== held.eligible) ||
      (columnIndex['Repeats dropped'] >= 0 && row.repeats !== held.repeats)
    ) {
      set.set(position, amountsAt(row, header.length));
      if (row.micros !== held.micros) changes.push({ ...named(row), before: held.micros, after: row.micros });
    }
  }
  const add = [...wanted.values()].sort(inOrder);
  for (const row of add) changes.push({ ...named(row), before: null, after: row.micros });
  return {
    change: keepingARow({ design: EARNINGS_DESIGN, set, add: add.map((row) => wholeRow(row)), remove }, now),
    changes,
    staying: [...staying.values()].filter(({ micros }) => micros !== 0),
  };

  function amountsAt(row: MonthEarned, width: number): NewCell[] {
    const cells = new Array<NewCell | null>(width).fill(null);
    const put = (name: EarningColumn, cell: NewCell): void => void (columnIndex[name] >= 0 && (cells[columnIndex[name]] = cell));
    put('Amount USD', dollarsOfMicros(row.micros));
    put('Earnings', row.counted);
    put('Repeats dropped', row.repeats);
    put('Eligible USD', row.eligible === null ? '' : dollarsOfMicros(row.eligible));
    return cells as NewCell[];
  }

  function wholeRow(row: MonthEarned): NewCell[] {
    const cells = amountsAt(row, header.length);
    const put = (name: EarningColumn, cell: NewCell): void => void (cells[columnIndex[name]] = cell);
    put('Month', serialOf(`${row.month}-01` as Day) - serialShift());
    put('Partner ID', row.partnerId);
    put('Program', programs.get(programKey(row.program)) ?? row.program);
    put('Engagement', row.engagement);
    put('Lever', row.lever);
    put('Earning type', row.earningType);
    put('Reason code', row.isRollover ? ROLLOVER : '');
    for (const [position, cell] of computed) cells[position] = cell;
    return cells;
  }
}

/** The formulas of a new row, by column. */
function computedCells(now: TableCells | null, header: readonly string[]): [column: number, cell: NewCell][] {
  const columnIndex = columnsOf(header, NAMES);
  return EARNINGS_DESIGN.columns.flatMap(({ name, formula }): [number, NewCell][] => {
    const column = columnIndex[name]!;
    if (column < 0 || formula === undefined || looksAtMissing(formula, columnIndex)) return [];
    return [[column, { formula: (now && continuedFormula(now, column)) ?? formula }]];
  });
}

/** The programs of the table as it spells them: the sheet compares text, so that a later report's spelling would be another fund. */
function programsIn(now: TableCells | null): Map<string, string> {
  const column = now ? columnsOf(now.header, ['Program']).Program : -1;
  const texts = now?.values.map((row) => String(row[column] ?? '').trim()).filter((text) => text !== '') ?? [];
  return new Map(texts.reverse().map((text) => [programKey(text), text]));
}

/** A row that says nothing of its eligible amount, as in the Summarized download, keeps the one of the same earnings. */
const withKnown = (row: MonthEarned | undefined, held: MonthEarned): MonthEarned | undefined =>
  row && row.eligible === null && row.micros === held.micros && row.counted === held.counted ? { ...row, eligible: held.eligible } : row;

/** A change that at least creates the table, with a blank row. */
export const withARow = (change: TableChange, now: TableCells | null): TableChange =>
  now || change.add.length > 0 ? change : { ...change, add: [change.design.columns.map(() => '')] };

/** Names are compared as the functions do: what they add together must not be in the table once for each spelling. */
export const scopeOf = ({ partnerId, program, earningType }: Pick<MonthEarned, 'partnerId' | 'program' | 'earningType'>): string =>
  [comparableId(partnerId), programKey(program), typeKey(earningType)].join('\n');
const keyOf = (row: MonthEarned): string =>
  [row.month, scopeOf(row), fold(row.engagement) || row.engagement, fold(row.lever) || row.lever, row.isRollover].join('\n');
const NAMES = EARNINGS_DESIGN.columns.map(({ name }) => name);
const named = ({ month, partnerId, program, lever, earningType }: MonthEarned) => ({ month, partnerId, program, lever, earningType });

function inOrder(a: MonthEarned, b: MonthEarned): number {
  const parts = (row: MonthEarned): string[] => [row.month, row.partnerId, row.program, row.engagement, row.lever, row.earningType];
  const [first, second] = [parts(a), parts(b)];
  const differs = first.findIndex((part, n) => part !== second[n]);
  return differs < 0 ? 0 : first[differs]! < second[differs]! ? -1 : 1;
}
