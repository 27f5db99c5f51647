import { pick } from '../../domain/text/plural';
import { list } from '../../domain/text/list';
import { Blocked } from './concurrent-change';
import { inExcel } from './run';
import { ExcelError } from '../excel-error';

/** For a Blocked error, the error that names the tables, or otherwise the merged cells, in the way of our rows. Any other error is returned unchanged. */
export async function sayWhatIsInTheWay(error: unknown, names: readonly string[]): Promise<unknown> {
  if (!(error instanceof Blocked)) return error;
  const found = await inExcel((context) => tablesBelow(context, names)).catch(() => []);
  const [first] = found;
  if (!first)
    return new ExcelError(
      'in the way',
      `Merged cells below or next to ${list(names, 'or')} are in the way of its rows. Unmerge or move them, then try again.`,
    );
  const { ours, sheet } = first;
  const theirs = found.filter((pair) => pair.ours === ours).map((pair) => pair.theirs);
  return new ExcelError(
    'in the way',
    `The ${pick(theirs.length, 'table', 'tables')} ${list(theirs, 'and')} on the sheet ${sheet} ${pick(theirs.length, 'is', 'are')} in the way of rows of ${ours}. Move ${pick(theirs.length, 'it', 'them')} to another sheet, then try again.`,
  );
}

/** Tables below the header of one of ours, in some of its columns and beyond them. */
async function tablesBelow(
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<{ ours: string; theirs: string; sheet: string }[]> {
  const ownTables = names.map((name) => {
    const table = context.workbook.tables.getItemOrNullObject(name);
    table.load('name');
    table.worksheet.load('name');
    table.worksheet.tables.load('items/name');
    return table;
  });
  await context.sync();
  const rangeOf = (table: Excel.Table): Excel.Range => {
    const range = table.getRange();
    range.load('rowIndex,columnIndex,columnCount');
    return range;
  };
  const pairs = ownTables
    .filter((table) => !table.isNullObject)
    .flatMap((ours) =>
      ours.worksheet.tables.items
        .filter(({ name }) => name !== ours.name)
        .map((theirs) => ({ ours, theirs, range: rangeOf(ours), theirRange: rangeOf(theirs) })),
    );
  await context.sync();
  return pairs
    .filter(({ range, theirRange: their }) => {
      const [end, theirEnd] = [range.columnIndex + range.columnCount, their.columnIndex + their.columnCount];
      const isWithin = their.columnIndex >= range.columnIndex && theirEnd <= end;
      return their.rowIndex > range.rowIndex && their.columnIndex < end && theirEnd > range.columnIndex && !isWithin;
    })
    .map(({ ours, theirs }) => ({ ours: ours.name, theirs: theirs.name, sheet: ours.worksheet.name }));
}
