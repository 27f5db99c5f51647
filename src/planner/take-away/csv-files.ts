import { plural } from '../../domain/text/plural';
import { CSV_TABLES, tableCsv } from '../../storage/planning/planning-csv';
import type { Workbook } from '../../storage/workbook';

/** A CSV file of a table. */
export interface CsvFile {
  /** co-op-plan.csv */
  name: string;
  /** Plan: 12 rows */
  title: string;
  csv: string;
}

/** The plan, the claims, and the history as CSV; without the tables that the workbook doesn't have. One round trip. */
export async function csvFiles(workbook: Pick<Workbook, 'tables'>): Promise<CsvFile[]> {
  const wanted = Object.entries(CSV_TABLES);
  const found = await workbook.tables.read(wanted.map(([, { design }]) => ({ name: design.name, formulasIn: [] })));
  return wanted.flatMap(([name, table], index) => {
    const cells = found[index];
    if (!cells) return [];
    const { csv, rows } = tableCsv(cells, table);
    return [{ name: `co-op-${name}.csv`, title: `${name.slice(0, 1).toUpperCase()}${name.slice(1)}: ${plural(rows, 'row')}`, csv }];
  });
}
