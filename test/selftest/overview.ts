import type { Cell, WriteSheet } from 'hucre';
import { HEAD, TITLE, type DateSystem } from './file-cell';

/** How many cases a function's sheet has, and the cells that say whether each is TRUE. */
export interface FunctionCount {
  id: string;
  cases: number;
  checks: string;
}

/** The name of the first sheet. */
export const OVERVIEW = 'Self-test';

// The pane's About looks for these names.
const NOT_TRUE = 'CoopSelfTestNotTrue';
const MADE_BY = 'CoopSelfTestVersion';
const FIRST_COUNT = 13;

/** The sheet that says what came out, and by which version the workbook was made. */
export function overviewSheet({
  counts,
  dateSystem,
  madeBy,
  isCounted,
}: {
  counts: readonly FunctionCount[];
  dateSystem: DateSystem;
  madeBy: string;
  isCounted: boolean;
}) {
  const before = (formulaResult: number) => (isCounted ? { formulaResult } : {});
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, column: number, cell: Partial<Cell>): void => void cells.set(`${row},${column}`, cell);
  const total = counts.reduce((sum, { cases }) => sum + cases, 0);
  const last = FIRST_COUNT + counts.length - 1;
  put(0, 0, {
    value:
      'If cells show #NAME?, open the Co-op Planner pane from the Home tab and wait until it is there. Then choose Recalculate co-op on the ribbon.',
    style: { font: { bold: true } },
  });
  put(2, 0, { value: 'Co-op Planner self-test', style: TITLE });
  const facts: [string, Partial<Cell>][] = [
    // The number of cases is written, not counted: a row or sheet that somebody deletes is not TRUE either.
    [
      'Not TRUE',
      { value: total, type: 'formula', formula: `${total}-SUM(C${FIRST_COUNT + 1}:C${last + 1})`, ...before(total), style: TITLE },
    ],
    ['Cases', { value: total }],
    ['Made by', { value: madeBy }],
    ['Days count from', { value: dateSystem }],
    ['Your Excel: version and build', { value: '' }],
    ['Your Excel: Windows, Mac, web', { value: '' }],
  ];
  facts.forEach(([name, cell], index) => {
    put(3 + index, 0, { value: name });
    put(3 + index, 1, { ...cell, style: { ...cell.style, alignment: { horizontal: 'left' } } });
  });
  put(10, 0, {
    value:
      'Not TRUE should be 0. A sheet for each function has its formulas, what they should give, and what they give here. About, at the end of Rules in the pane, copies this count for a bug report.',
    style: { alignment: { vertical: 'top' } },
  });
  ['Function', 'Cases', 'TRUE', 'Not TRUE'].forEach((value, column) => put(FIRST_COUNT - 1, column, { value, style: HEAD }));
  counts.forEach(({ id, cases, checks }, index) => {
    const row = FIRST_COUNT + index;
    put(row, 0, { value: `COOP.${id}`, hyperlink: { target: '', location: `${id}!A1` } });
    put(row, 1, { value: cases });
    put(row, 2, { value: 0, type: 'formula', formula: `IFERROR(COUNTIF(${checks},TRUE),0)`, ...before(0) });
    put(row, 3, { value: cases, type: 'formula', formula: `B${row + 1}-C${row + 1}`, ...before(cases) });
  });
  const sheet: WriteSheet = {
    name: OVERVIEW,
    cells,
    rows: [],
    columns: [{ width: 32 }, { width: 34 }, { width: 10 }, { width: 10 }],
    freezePane: { rows: 1, columns: 0 },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
  return {
    sheet,
    names: [
      { name: NOT_TRUE, range: `'${OVERVIEW}'!$B$4` },
      { name: MADE_BY, range: `'${OVERVIEW}'!$B$6` },
    ],
  };
}
