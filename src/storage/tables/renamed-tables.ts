import { columnsOf, type TableDesign } from '../../records/table';

/** The tables of a workbook with most columns of one of ours, by the name ours should have. `headers` has the columns of each table. */
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

/** Less than all, since people may also have deleted a column. Our own tables aren't this similar to each other. */
const MOST = 0.75;
