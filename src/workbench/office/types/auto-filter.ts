import { intersect } from '../../grid/a1';
import { apiNotFound, badArgument, invalidOperation } from '../../grid/excel-error';
import type { FilterCriteria } from '../../grid/table-filters';
import { areaOf, type TableState, type WireType } from '../wire-object';
import { currentTable } from './table';

/** Criteria as Excel returns them. Unused fields are null, which Excel refuses when they're written back (office-js issue 1226). */
const asExcelSays = (criteria: FilterCriteria | null): object => ({
  color: null,
  criterion1: null,
  criterion2: null,
  dynamicCriteria: 'Unknown',
  filterOn: 'Custom',
  icon: null,
  operator: 'And',
  subField: null,
  values: null,
  ...criteria,
});

/** AutoFilter of a table. */
export const autoFilterType: WireType<TableState> = {
  get: {
    Criteria: (state, api) => api.book.filters.of(currentTable(state, api)).map(asExcelSays),
    Enabled: () => true,
    IsDataFiltered: (state, api) => api.book.filters.isFiltered(currentTable(state, api)),
  },
  call: {
    Apply: (state, api, range: unknown, column?: number, criteria?: FilterCriteria) => {
      if (column === undefined || criteria === undefined) return;
      if (Object.values(criteria).includes(null)) throw badArgument('AutoFilter.apply');
      if (criteria.filterOn !== 'Values') throw apiNotFound(`AutoFilter.apply (${criteria.filterOn})`);
      const table = currentTable(state, api);
      // A table without a header has no filter, and the totals row can't be filtered.
      if (!api.book.frames.showsHeaders(table)) throw invalidOperation('AutoFilter.apply');
      if (intersect(areaOf(range, api, table.sheet), { ...table, row: table.row + table.rows, rows: 1 }))
        throw badArgument('AutoFilter.apply');
      api.book.filters.apply(table, column, criteria);
    },
    ClearCriteria: (state, api) => api.book.filters.clear(currentTable(state, api)),
    Reapply: (state, api) => api.book.filters.reapply(currentTable(state, api)),
  },
};
