import { notices } from '../notices';
import { inExcel } from './run';
import type { TableChange } from '../../records/table';

/** Whether Excel would do it wrongly in a filtered table: there it deletes no row, without a word, and may put rows written together elsewhere (office-js issues 994 and 224). */
export const wantsNoFilter = ({ set, add, remove, columns = [] }: TableChange): boolean =>
  add.length > 0 || remove.length > 0 || set.size > 1 || columns.length > 0;

/** Asks within a request whether a table is filtered; what is given back knows once it is answered. */
export function loadFilter(table: Excel.Table): () => boolean {
  const { autoFilter } = table;
  autoFilter.load('isDataFiltered');

  return () => autoFilter.isDataFiltered;
}

/** Does something with the filters of some tables lifted, and puts them back. Where Excel does not take one back, all rows show, and a notice says so. */
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

/** The header and the rows of a table: its totals row is neither filtered nor drawn. */
export const withoutTotals = (table: Excel.Table): Excel.Range => table.getDataBodyRange().getOffsetRange(-1, 0).getResizedRange(1, 0);

/** Excel names criteria for each column, also where it has none. */
const isAtWork = ({ criterion1, values, color, icon, filterOn }: Excel.FilterCriteria): boolean =>
  Boolean(criterion1 ?? color ?? icon) || (values?.length ?? 0) > 0 || filterOn === 'Dynamic';

/** Excel does not take the nulls it gives (office-js issue 1226). */
const withoutNulls = (criteria: Excel.FilterCriteria): Excel.FilterCriteria =>
  Object.fromEntries(
    Object.entries(criteria).filter(([name, value]) => value !== null && !(name === 'dynamicCriteria' && value === 'Unknown')),
  ) as unknown as Excel.FilterCriteria;
