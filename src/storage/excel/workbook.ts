import { freeSheetName } from '../../domain/text/free-sheet-name';
import { dateForm } from '../../cells/context';
import { inExcel } from './run';
import { aboutExcel } from './about';
import { excelChart } from './chart';
import { onceQuiet } from './events';
import { insertFormula } from './insert';
import { findCells } from './read';
import { inSelection, selectedReport } from './selection';
import { bringToFront } from './show';
import { followTables } from './follow';
import { addSheet, dropNewSheet } from './new-sheet';
import { headerRowOf, makeTable } from './table-make';
import { setUpPrinting } from './table-look';
import { excelTables } from './tables';
import type { OwnRules } from '../rules/own-rules';
import { RULES_DESIGN } from '../rules/rules-design';
import { RULES_TABLE } from '../rules/rules-table';
import { positionOf } from '../sheet-order';
import { splitAddress } from './split-address';
import { ExcelError } from '../excel-error';
import type { SelectedCell, Workbook } from '../workbook';
import type { CellContent } from '../../records/table';

/** The open workbook in Excel. */
export function openExcelWorkbook(): Workbook {
  const tables = excelTables();
  return {
    selectedCell: () => inSelection(selectedCell),
    onCellChange,
    onCalculated,
    read: findCells,
    insertFormula: (insertion) => insertFormula(insertion, dateForm() === 'serial'),
    ownRules: () => inExcel(ownRules),
    addRulesTable,
    showRulesTable,
    tables,
    onTablesChange: followTables,
    chart: excelChart(),
    selectedReport,
    // only asked for by a click, so it doesn't delay the first screen
    writePage: async (page) => (await import(/* webpackChunkName: "page" */ './page')).writePage(page),
    addPage: async (page) => (await import(/* webpackChunkName: "page" */ './added-page')).addPage(page),
    removePage: async (page) => (await import(/* webpackChunkName: "page" */ './added-page')).removePage(page),
    freeze: async (options) => (await import(/* webpackChunkName: "freeze" */ './freeze')).freeze(tables, options),
    thaw: async (day) => (await import(/* webpackChunkName: "freeze" */ './freeze')).thaw(tables, day),
    about: aboutExcel,
  };
}

async function selectedCell(context: Excel.RequestContext): Promise<SelectedCell> {
  const cell = context.workbook.getActiveCell();
  cell.load('address,formulas,values,text');
  const parent = cell.getSpillParentOrNullObject();
  parent.load('address,formulas,values,text');
  await context.sync();
  const selected = cellOf(cell);
  if (selected.formula !== '' || parent.isNullObject) return selected;
  return { ...cellOf(parent), partShown: selected.address };
}

function cellOf(cell: Excel.Range): SelectedCell {
  const formula: unknown = cell.formulas[0]![0];
  const { sheet, cell: address } = splitAddress(cell.address);
  return {
    sheet,
    address,
    formula: typeof formula === 'string' && formula.startsWith('=') ? formula : '',
    value: cell.values[0]![0] as CellContent,
    text: cell.text[0]![0]!,
  };
}

/** Includes calculations: custom functions answer later, which raises a calculated event but no change event. */
const onCellChange = (changed: () => void): (() => void) =>
  onceQuiet(
    ({ workbook }, tell) => [
      workbook.onSelectionChanged.add(tell),
      workbook.worksheets.onChanged.add(tell),
      workbook.worksheets.onActivated.add(tell),
      workbook.worksheets.onCalculated.add(tell),
    ],
    changed,
    SETTLE_MS,
  );

/** Also calls back once after registering, since Excel may have finished calculating before. */
const onCalculated = (calculated: () => void): (() => void) =>
  onceQuiet(({ workbook }, tell) => [workbook.worksheets.onCalculated.add(tell)], calculated, CALCULATED_MS, { alsoAtFirst: true });

async function ownRules(context: Excel.RequestContext): Promise<OwnRules | null> {
  const year = context.workbook.functions.year(0);
  year.load('value');
  const table = context.workbook.tables.getItemOrNullObject(RULES_TABLE);
  table.load('name');
  await context.sync();
  if (table.isNullObject) return null;
  const body = table.getDataBodyRange();
  body.load('values');
  table.columns.load('items/name');
  await context.sync();
  // most screens don't show them, so the first one doesn't wait for what reads them
  const { readOwnRules } = await import('../rules/own-rules');
  return readOwnRules([table.columns.items.map((column) => column.name), ...body.values], year.value === 1904 ? 1904 : 1900);
}

async function addRulesTable(): Promise<void> {
  const isNew = await inExcel(makeRulesTable);
  await bringRulesToFront(isNew).catch((error: unknown) => {
    // The table was created, which is what counts; another workbook may be active by now.
    if (!isNew) throw error;
  });
}

/** Creates the table; resolves to false if there is one already. */
async function makeRulesTable(context: Excel.RequestContext): Promise<boolean> {
  const { worksheets, tables, protection } = context.workbook;
  const there = tables.getItemOrNullObject(RULES_TABLE);
  there.load('name');
  worksheets.load('items/name');
  protection.load('protected');
  await context.sync();
  if (!there.isNullObject) return false;
  if (protection.protected) throw new ExcelError('structure protected');
  const sheets = worksheets.items.map((sheet) => sheet.name);
  const name = freeSheetName(RULES_DESIGN.sheet, sheets);
  const table = makeTable(addSheet(context, name, positionOf(RULES_DESIGN.sheet, sheets)), RULES_DESIGN, BLANK_RULES, 0);
  for (const { name: column, formula } of RULES_DESIGN.columns)
    if (formula) table.columns.getItem(column).getDataBodyRange().formulas = Array.from({ length: BLANK_RULES }, () => [formula]);
  try {
    await context.sync();
  } catch (error) {
    await dropNewSheet(name, error);
  }
  return true;
}

const showRulesTable = (): Promise<void> => bringRulesToFront(false);

/** Shows the table; a new one's sheet is also set up for reading and printing. */
const bringRulesToFront = (isNew: boolean): Promise<void> =>
  bringToFront((context) => {
    const table = context.workbook.tables.getItemOrNullObject(RULES_TABLE);
    table.load('name');
    return {
      sheet: table.worksheet,
      show: () => {
        table.worksheet.activate();
        table.getDataBodyRange().getCell(0, 0).select();
        if (!isNew) return;
        table.worksheet.freezePanes.freezeRows(headerRowOf(RULES_DESIGN) + 1);
        setUpPrinting(table.worksheet, RULES_DESIGN, headerRowOf(RULES_DESIGN));
      },
      result: () => {
        if (table.isNullObject) throw new ExcelError('gone', "The table of this workbook's own rules is no longer there.");
      },
    };
  });

/** The blank rows of a new table of rules. */
const BLANK_RULES = 4;
const SETTLE_MS = 60;
/** Answers of custom functions come some 200 ms apart. */
const CALCULATED_MS = 300;
