import { notices } from '../notices';
import { inExcel } from './run';
import type { TableChange } from '../../records/table';

/** Whether a change doesn't work in a filtered table: Excel silently deletes no rows there and may write rows to the wrong place (office-js issues 994 and 224). */
export const wantsNoFilter = ({ set, add, remove, columns = [] }: TableChange): boolean =>
  add.length > 0 || remove.length > 0 || set.size > 1 || columns.length > 0;

/** Requests whether a table is filtered; the returned function knows after the sync. */
export function loadFilter(table: Excel.Table): () => boolean {
  const { autoFilter } = table;
  autoFilter.load('isDataFiltered');

  return () => autoFilter.isDataFiltered;
}

/** Runs `act` without the filters of some tables, and restores them. If Excel doesn't restore one, all its rows show, and a notice says so. */
export async function withoutFilters<T>(names: readonly string[], act: () => Promise<T>): Promise<T> {
  if (names.length === 0) return act();
  const lifted = await inExcel(async (context) => {
    const found = names.map((name) => {
      const table = context.workbook.tables.getItem(name);
      table.autoFilter.load('criteria');
      return { name, table };
    });
    await context.sync();
    return found.map(({ name, table }) => ({ name, criteria: table.autoFilter.criteria }));
  });
  try {
    await inExcel(async (context) => {
      for (const name of names) context.workbook.tables.getItem(name).clearFilters();
      await context.sync();
    });
    return await act();
  } finally {
    const lost: string[] = [];
    for (const { name, criteria } of lifted)
      await putBack(name, criteria, withoutTotals)
        .catch(() => putBack(name, criteria, (table) => table.getRange()))
        .catch(() => lost.push(name));
    notices.say(
      'filters',
      lost.map((name) => `Excel didn't restore the filter of ${name}, so all its rows show. Set the filter again in the sheet.`),
    );
  }
}

function putBack(name: string, criteria: readonly Excel.FilterCriteria[], rangeOf: (table: Excel.Table) => Excel.Range): Promise<void> {
  return inExcel(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject(name);
    criteria.forEach((criterion, column) => {
      if (isAtWork(criterion)) table.autoFilter.apply(rangeOf(table), column, withoutNulls(criterion));
    });
    await context.sync();
  });
}

/** The header and rows of a table, without the totals row, which can't be filtered or charted. */
export const withoutTotals = (table: Excel.Table): Excel.Range => table.getDataBodyRange().getOffsetRange(-1, 0).getResizedRange(1, 0);

/** Whether a column is filtered. Excel returns criteria for every column. */
const isAtWork = ({ criterion1, values, color, icon, filterOn }: Excel.FilterCriteria): boolean =>
  Boolean(criterion1 ?? color ?? icon) || (values?.length ?? 0) > 0 || filterOn === 'Dynamic';

/** Criteria without nulls, which Excel returns but doesn't accept (office-js issue 1226). */
const withoutNulls = (criteria: Excel.FilterCriteria): Excel.FilterCriteria =>
  Object.fromEntries(
    Object.entries(criteria).filter(([name, value]) => value !== null && !(name === 'dynamicCriteria' && value === 'Unknown')),
  ) as unknown as Excel.FilterCriteria;
