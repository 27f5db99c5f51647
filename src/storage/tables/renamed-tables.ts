import { columnsOf, type TableDesign } from '../../records/table';

/** The tables of a workbook that have most of our tables' columns, by the names ours should have. `headers` are columns by table. */
export function alikeTables(designs: readonly TableDesign[], headers: ReadonlyMap<string, readonly string[]>): Map<string, string> {
  const alike = new Map<string, string>();
  for (const { name, columns } of designs) {
    const wanted = columns.map((column) => column.name);
    const found = [...headers].find(([, header]) => wanted.length - missingIn(header, wanted) >= wanted.length * MOST);
    if (found) alike.set(name, found[0]);
  }
  return alike;
}

const missingIn = (header: readonly string[], wanted: readonly string[]): number =>
  Object.values(columnsOf(header, wanted)).filter((index) => index < 0).length;

/** People may have taken a column out as well. Our tables are not as alike among themselves. */
const MOST = 0.75;
