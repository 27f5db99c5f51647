import type { CellsFound, Reference } from '../../formulas/formula';
import { inExcel } from './run';
import { readPieces } from './range-pieces';
import { toExcelError } from '../excel-error';
import type { CellContent } from '../../records/table';

/** Reads the cells that a formula refers to, in one round trip, or in pieces if that's too large. */
export async function findCells(wanted: readonly Reference[], from: { sheet: string; address: string }): Promise<CellsFound[]> {
  if (wanted.length === 0) return [];
  try {
    return await inExcel(async (context) => {
      const ranges = wanted.map((reference) => rangeOf(context, reference, from));
      for (const range of ranges) range?.load('values');
      await context.sync();
      return ranges.map((range, i) => (!range || range.isNullObject ? { missing: whyMissing(wanted[i]!) } : { values: range.values }));
    });
  } catch (error) {
    const trouble = toExcelError(error);
    if (wanted.length === 1) return trouble.kind === 'too large' ? [await readInPieces(wanted[0]!, from)] : [{ missing: trouble.message }];
    // One bad or huge reference makes the whole request fail, so each is read separately.
    if (trouble.kind === 'editing' || trouble.kind === 'busy') throw trouble;
    const found: CellsFound[] = [];
    for (const reference of wanted) found.push((await findCells([reference], from))[0]!);
    return found;
  }
}

function readInPieces(wanted: Reference, from: { sheet: string; address: string }): Promise<CellsFound> {
  return inExcel(async (context) => {
    const range = rangeOf(context, wanted, from);
    range?.load('rowCount,columnCount');
    await context.sync();
    if (!range || range.isNullObject) return { missing: whyMissing(wanted) };
    const values: CellContent[][] = [];
    await readPieces(context, range, CELLS_AT_ONCE, 'values', (piece) => void values.push(...(piece.values as CellContent[][])));
    return { values };
  });
}

function rangeOf(context: Excel.RequestContext, wanted: Reference, from: { sheet: string; address: string }): Excel.Range | null {
  const { workbook } = context;
  switch (wanted.kind) {
    case 'range': {
      const range = workbook.worksheets.getItemOrNullObject(wanted.sheet ?? from.sheet).getRange(wanted.address);
      if (wanted.spill) return range.getSpillingToRangeOrNullObject();
      return /\d/.test(wanted.address) && /[A-Z]/i.test(wanted.address) ? range : range.getUsedRangeOrNullObject(true);
    }
    case 'name':
      return workbook.names.getItemOrNullObject(wanted.name).getRangeOrNullObject();
    case 'table': {
      const sheet = workbook.worksheets.getItem(from.sheet);
      const table =
        wanted.table === null
          ? sheet.getRange(from.address).getTables(false).getFirst()
          : workbook.tables.getItemOrNullObject(wanted.table);
      const part = wanted.part === 'this row' ? 'data' : wanted.part;
      const [first, last] = wanted.columns;
      let range: Excel.Range;
      if (first === undefined) range = partOf(table, part);
      else {
        range = partOf(table.columns.getItemOrNullObject(first), part);
        if (last !== undefined) range = range.getBoundingRect(partOf(table.columns.getItemOrNullObject(last), part));
      }
      return wanted.part === 'this row' ? range.getIntersectionOrNullObject(sheet.getRange(from.address).getEntireRow()) : range;
    }
  }
}

function partOf(whole: Excel.Table | Excel.TableColumn, part: 'all' | 'data' | 'headers' | 'totals'): Excel.Range {
  switch (part) {
    case 'all':
      return whole.getRange();
    case 'data':
      return whole.getDataBodyRange();
    case 'headers':
      return whole.getHeaderRowRange();
    case 'totals':
      return whole.getTotalRowRange();
  }
}

function whyMissing(wanted: Reference): string {
  switch (wanted.kind) {
    case 'range':
      return wanted.spill ? 'No formula spills from that cell.' : "That sheet isn't in this workbook, or the cells are empty.";
    case 'name':
      return `The name ${wanted.name} doesn't refer to cells in this workbook.`;
    case 'table':
      return wanted.table === null ? "This cell isn't in a table." : `The table ${wanted.table}, or that column, isn't in this workbook.`;
  }
}

/** Well below 5 MB, with texts of forty characters. */
const CELLS_AT_ONCE = 60_000;
