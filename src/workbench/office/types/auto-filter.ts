import { apiNotFound, badArgument } from '../../grid/excel-error';
import type { FilterCriteria } from '../../grid/table-filters';
import type { TableState, WireType } from '../wire-object';
import { currentTable } from './table';

/** What Excel gives for a criterion; what it does not use is null, which it refuses to take back (office-js issue 1226). */
const asExcelSays = (criteria: FilterCriteria | null): object => ({
  color: null, criterion1: null, criterion2: null, dynamicCriteria: 'Unknown', filterOn: 'Custom', icon: null, operator: 'And', subField: null, values: null, ...criteria,
});

/** AutoFilter of a table. */
export const autoFilterType: WireType<TableState> = {
  get: {
    Criteria: (state, api) => api.book.filters.of(currentTable(state, api)).map(asExcelSays),
    Enabled: () => true,
    IsDataFiltered: (state, api) => api.book.filters.isFiltered(currentTable(state, api)),
  },
  call: {
    Apply: (state, api, _range: unknown, column?: number, criteria?: FilterCriteria) => {
      if (column === undefined || criteria === undefined) return;
      if (Object.values(criteria).includes(null)) throw badArgument('AutoFilter.apply');
      if (criteria.filterOn !== 'Values') throw apiNotFound(`AutoFilter.apply (${criteria.filterOn})`);
      api.book.filters.apply(currentTable(state, api), column, criteria);
    },
    ClearCriteria: (state, api) => api.book.filters.clear(currentTable(state, api)),
    Reapply: (state, api) => api.book.filters.reapply(currentTable(state, api)),
  },
};
