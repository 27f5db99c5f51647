import type { ICellData, IStyleData, IWorkbookData, Worksheet } from '@univerjs/core';
import type { Cell, CellStyle, CellValue as FileValue, Sheet, WriteSheet } from 'hucre';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { localA1, parseA1 } from './grid/a1';
import { addCharts, writeCharts } from './xlsx-charts';
import { readColumnStyles, writeColumnStyles, type ColumnStyles } from './xlsx-column-formats';
import { addConditionalFormats, readConditionalFormats, writeConditionalFormats } from './xlsx-conditional-formats';
import { addLists, writeLists } from './xlsx-lists';
import { markFittedRows, ownHeightRows, writeRowHeights } from './xlsx-row-heights';
import { readPrintSetup, writePrintNames, writePrintSetup } from './xlsx-print-setup';
import { isError, type CellValue } from './grid/cell-value';
import { fromFileFormula, toFileFormula } from './grid/file-formula';
import { POINTS_PER_PIXEL, WRAPS } from './grid/layout';
import { hasPrintSetup, printSetupOf } from './grid/print-setup';
import type { Workbook } from './grid/workbook';
import { PackageParts } from './package-parts';
import { completeStyle, keptStyle } from './xlsx-kept-style';
import { KeptFile } from './xlsx-kept';

/**
 * Opens and saves .xlsx files with hucre. In a file, a custom function COOP.X is _xldudf_COOP_X and always a dynamic
 * array, even with a single result; newer functions have the prefix _xlfn.
 */

/** A file that was read, to open as a workbook. */
export interface OpenedFile {
  snapshot: IWorkbookData;
  dateSystem: 1900 | 1904;
  /** Adds what a snapshot can't easily include: tables, names, and protection. */
  finish: (book: Workbook) => void;
}

const PIXELS_PER_CHARACTER = 7;

/** The workbook as an .xlsx file, with current results of formulas. */
export async function saveXlsx(book: Workbook, namespace: string): Promise<Uint8Array> {
  book.writer.flush();
  await book.calculation.settle();
  const bytes = await writeXlsx({
    sheets: book.sheets.all.map((sheet) => writeSheet(book, sheet, namespace)),
    namedRanges: [
      ...book.names.all.map(({ name, formulaOrRefString, comment }) => ({ name, range: formulaOrRefString.replace(/^=/, ''), comment })),
      ...book.sheets.all.filter((sheet) => setsUpPrinting(book, sheet)).flatMap(writePrintNames),
    ],
    dateSystem: String(book.dateSystem) as '1900' | '1904',
    activeSheet: book.sheets.all.indexOf(book.sheets.active),
  });
  const parts = PackageParts.read(new Uint8Array(bytes));
  writeErrorResults(parts);
  writeColumnStyles(book, parts);
  markFittedRows(book, parts);
  const { opened } = book;
  opened?.file.giveBack(parts, (name) => opened.nameThen(book.sheets.all.find((sheet) => sheet.getName() === name)!.getSheetId()));
  writeConditionalFormats(book, parts);
  return parts.write();
}

/** Fixes errors as results of formulas, which hucre writes as text. */
function writeErrorResults(parts: PackageParts): void {
  for (const part of parts.names) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(part))
      parts.setText(
        part,
        parts
          .text(part)
          .replaceAll(/ t="str"(><f[^>]*>[^<]*<\/f><v>#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)<\/v>)/g, ' t="e"$1'),
      );
  }
}

/** Whether a sheet's page setup is to be written. One that an opened file had is kept as it is, with all its details. */
const setsUpPrinting = (book: Workbook, sheet: Worksheet): boolean => hasPrintSetup(sheet) && !book.opened?.hasSamePrintSetup(sheet);

function writeSheet(book: Workbook, sheet: Worksheet, namespace: string): WriteSheet {
  const used = book.cells.used(sheet);
  const columns = used ? used.column + used.columns : 0;
  const cells = new Map<string, Partial<Cell>>();
  const rows: FileValue[][] = [];
  if (used) {
    const area = { sheet, row: 0, column: 0, rows: used.row + used.rows, columns };
    const values = book.cells.read(area, 'value');
    const formats = book.cells.read(area, 'format');
    for (const [r, row] of values.entries()) {
      rows.push(row.map(fileValue));
      for (const [c, value] of row.entries()) {
        const cell = writeCell(book, sheet, r, c, value, formats[r]![c]!, namespace);
        if (cell) cells.set(`${r},${c}`, cell);
      }
    }
  }
  const frozen = book.layout.frozen(sheet);
  const charts = writeCharts(book, sheet);
  return {
    name: sheet.getName(),
    rows,
    cells,
    hidden: Boolean(sheet.isSheetHidden()),
    columns: Array.from({ length: columns }, (_, c) => ({ width: sheet.getColumnWidth(c) / PIXELS_PER_CHARACTER })),
    rowDefs: writeRowHeights(book, sheet),
    tables: book.tables.all
      .filter((table) => table.sheet === sheet)
      .map((table) => ({
        name: table.name,
        displayName: table.name,
        range: localA1(table),
        columns: book.tables.headers(table).map((name) => ({ name })),
        style: book.tables.styles.get(table.id) ?? 'TableStyleMedium2',
      })),
    // An unchanged drawing is written back with all its contents.
    charts: book.opened?.hasSameCharts(sheet, charts) ? [] : charts,
    dataValidations: writeLists(book, sheet),
    ...(setsUpPrinting(book, sheet) ? { pageSetup: writePrintSetup(sheet) } : {}),
    ...(frozen.rows || frozen.columns ? { freezePane: frozen } : {}),
    ...(book.layout.isProtected(sheet) ? { protection: { sheet: true } } : {}),
  };
}

function fileValue(value: CellValue): FileValue {
  return value === '' ? null : value;
}

function writeCell(
  book: Workbook,
  sheet: Worksheet,
  row: number,
  column: number,
  value: CellValue,
  format: string,
  namespace: string,
): Partial<Cell> | null {
  const here = { sheet, row, column, rows: 1, columns: 1 };
  const formula = book.cells.storedFormula(sheet, row, column);
  const style = completeStyle(fileStyle(book.layout.styleOf(here), format), keptStyle(sheet, row, column));
  const type = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : isError(value) ? 'error' : 'string';
  if (!formula) return style || type === 'error' ? { value: fileValue(value), type, style } : null;
  const text = toFileFormula(formula, namespace);
  const spill = book.cells.spillOf(here);
  const isArray = spill !== null || text.includes('_xldudf_');
  return {
    value: fileValue(value),
    type: 'formula',
    formula: text,
    formulaResult: fileValue(value),
    style,
    ...(isArray ? { formulaType: 'array' as const, formulaDynamic: true, formulaRef: localA1(spill ?? here) } : {}),
  };
}

/** Univer's alignments by their numbers. */
type Alignment = NonNullable<CellStyle['alignment']>;
const HORIZONTAL: readonly Alignment['horizontal'][] = [undefined, 'left', 'center', 'right'];
const VERTICAL: readonly Alignment['vertical'][] = [undefined, 'top', 'center', 'bottom'];

function fileStyle(style: IStyleData, format: string): CellStyle | undefined {
  const rgb = (color: string | null | undefined) => (color ? { rgb: color.replace(/^#/, '').toUpperCase() } : undefined);
  const font = {
    ...(style.bl ? { bold: true } : {}),
    ...(style.it ? { italic: true } : {}),
    ...(style.cl?.rgb ? { color: rgb(style.cl.rgb) } : {}),
    ...(style.fs ? { size: style.fs } : {}),
  };
  const alignment = {
    ...(style.ht ? { horizontal: HORIZONTAL[style.ht] } : {}),
    ...(style.vt ? { vertical: VERTICAL[style.vt] } : {}),
    ...(style.tb ? { wrapText: Number(style.tb) === WRAPS } : {}),
  };
  const result: CellStyle = {
    ...(Object.keys(alignment).length ? { alignment } : {}),
    ...(format !== 'General' ? { numFmt: format } : {}),
    ...(Object.keys(font).length ? { font } : {}),
    ...(style.bg?.rgb ? { fill: { type: 'pattern', pattern: 'solid', fgColor: rgb(style.bg.rgb) } } : {}),
  };
  return Object.keys(result).length ? result : undefined;
}

/** Reads an .xlsx file. Its formulas are recalculated once the add-in's functions are available. */
export async function openXlsx(bytes: Uint8Array, name = 'Book1'): Promise<OpenedFile> {
  const file = await readXlsx(bytes, { readStyles: true });
  const parts = PackageParts.read(bytes);
  const original = new KeptFile(parts);
  const columnStyles = await readColumnStyles(parts);
  const ownHeights = ownHeightRows(parts);
  const dateSystem = file.dateSystem === '1904' ? 1904 : 1900;
  const sheets = Object.fromEntries(
    file.sheets.map((sheet, i) => {
      const id = `sheet${i + 1}`;
      return [id, readSheet(sheet, id, dateSystem, columnStyles.get(sheet.name) ?? new Map(), ownHeights.get(sheet.name) ?? new Set())];
    }),
  );
  const finish = (book: Workbook) => {
    for (const [i, sheet] of file.sheets.entries()) {
      const target = book.sheets.all[i]!;
      for (const table of sheet.tables ?? []) {
        const box = table.range ? parseA1(table.range) : null;
        if (!box) continue;
        const added = book.tables.add({ sheet: target, ...box }, true, table.displayName ?? table.name);
        if (table.style) book.tables.styles.set(added.id, table.style);
      }
      addCharts(book, target, sheet.charts ?? []);
      addLists(book, target, sheet.dataValidations ?? []);
      if (sheet.protection?.sheet) book.layout.protect(target);
    }
    for (const { name: title, range, comment } of file.namedRanges ?? []) book.names.add(title, range, comment);
    addConditionalFormats(book, readConditionalFormats(parts));
    const active = book.sheets.all[file.activeSheet ?? 0];
    if (active && !active.isSheetHidden()) book.sheets.activate(active);
    for (const [i, { pageSetup }] of file.sheets.entries()) if (pageSetup) readPrintSetup(book.sheets.all[i]!, pageSetup);
    const setups = new Map(book.sheets.all.filter(hasPrintSetup).map((sheet) => [sheet.getSheetId(), JSON.stringify(printSetupOf(sheet))]));
    const charts = new Map(
      book.sheets.all.map((sheet) => [sheet.getSheetId(), `${sheet.getName()} ${JSON.stringify(writeCharts(book, sheet))}`]),
    );
    book.opened = {
      file: original,
      nameThen: (id) => file.sheets[Number(/^sheet(\d+)$/.exec(id)?.[1]) - 1]?.name ?? null,
      hasSamePrintSetup: (sheet) => setups.get(sheet.getSheetId()) === JSON.stringify(printSetupOf(sheet)),
      hasSameCharts: (sheet, now) => now.length > 0 && charts.get(sheet.getSheetId()) === `${sheet.getName()} ${JSON.stringify(now)}`,
    };
    book.calculation.recalculateAll();
  };
  const snapshot = { id: 'workbook', name, sheetOrder: Object.keys(sheets), sheets } as unknown as IWorkbookData;
  return { snapshot, dateSystem, finish };
}

type CellMatrix = Record<number, Record<number, ICellData>>;

function readSheet(sheet: Sheet, id: string, dateSystem: 1900 | 1904, columnStyles: ColumnStyles, ownHeights: ReadonlySet<number>): object {
  const matrix: CellMatrix = {};
  let columns = 26;
  const put = (row: number, column: number, value: FileValue, style?: CellStyle): ICellData => {
    const cell = ((matrix[row] ??= {})[column] ??= {});
    Object.assign(cell, storedValue(value, dateSystem));
    const stored = storedStyle(style);
    if (stored) cell.s = stored;
    if (style) cell.custom = { style };
    columns = Math.max(columns, column + 3);
    return cell;
  };
  for (const [r, row] of sheet.rows.entries()) for (const [c, value] of row.entries()) if (value !== null) put(r, c, value);
  const spills: string[] = [];
  for (const [key, cell] of sheet.cells ?? []) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    const stored = put(row, column, cell.value, cell.style);
    if (!cell.formula) continue;
    stored.f = fromFileFormula(cell.formula);
    delete stored.v;
    delete stored.t;
    if (cell.formulaRef && cell.formulaType === 'array') spills.push(`${key}:${cell.formulaRef}`);
  }
  for (const spill of spills) dropSpilled(matrix, spill);
  const filled = sheet.rows.reduce((end, row, r) => (row.some((value) => value !== null) ? r + 1 : end), 0);
  const rowCount = Math.max(1000, filled + 100, sheet.rows.length);
  for (const [column, style] of columnStyles) {
    for (let row = 0; row < rowCount && column < columns; row++) if (!matrix[row]?.[column]) put(row, column, null, style);
  }
  const freeze = sheet.freezePane;
  return {
    id,
    name: sheet.name,
    rowCount,
    columnCount: columns,
    cellData: matrix,
    hidden: sheet.hidden || sheet.veryHidden ? 1 : 0,
    columnData: Object.fromEntries((sheet.columns ?? []).map(({ width }, c) => [c, width ? { w: width * PIXELS_PER_CHARACTER } : {}])),
    rowData: Object.fromEntries(
      [...(sheet.rowDefs ?? [])].flatMap(([row, { height }]) =>
        height ? [[row, { h: height / POINTS_PER_PIXEL, ia: Number(!ownHeights.has(row)) }]] : [],
      ),
    ),
    ...(freeze
      ? {
          freeze: { startRow: freeze.rows || -1, startColumn: freeze.columns || -1, xSplit: freeze.columns ?? 0, ySplit: freeze.rows ?? 0 },
        }
      : {}),
  };
}

/** Removes spilled values, which are results and would block the formula that spills. */
function dropSpilled(matrix: CellMatrix, spill: string): void {
  const [anchor = '', reference = ''] = spill.split(/:(.*)/s);
  const box = parseA1(reference);
  if (!box) return;
  for (let row = box.row; row < box.row + box.rows; row++) {
    for (let column = box.column; column < box.column + box.columns; column++) {
      if (`${row},${column}` !== anchor) delete matrix[row]?.[column];
    }
  }
}

function storedValue(value: FileValue, dateSystem: 1900 | 1904): ICellData {
  if (value === null || value === undefined) return {};
  if (value instanceof Date) return { v: value.getTime() / 86_400_000 + 25569 - (dateSystem === 1904 ? 1462 : 0), t: 2 };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: 3 };
  return { v: value, t: typeof value === 'number' ? 2 : 1 };
}

const USUAL_SIZE = 11;

function numbered(key: 'ht' | 'vt', known: readonly (string | undefined)[], name: string | undefined): IStyleData {
  const number = name === undefined ? -1 : known.indexOf(name);
  return number < 0 ? {} : { [key]: number };
}

function storedStyle(style: CellStyle | undefined): IStyleData | null {
  if (!style) return null;
  const color = (rgb: string | undefined) => (rgb ? { rgb: `#${rgb.slice(-6)}` } : undefined);
  const fill = style.fill?.type === 'pattern' ? color(style.fill.fgColor?.rgb) : undefined;
  const stored: IStyleData = {
    ...(style.numFmt && style.numFmt !== 'General' ? { n: { pattern: style.numFmt } } : {}),
    ...(style.font?.bold ? { bl: 1 } : {}),
    ...(style.font?.italic ? { it: 1 } : {}),
    ...(style.font?.size && style.font.size !== USUAL_SIZE ? { fs: style.font.size } : {}),
    ...numbered('ht', HORIZONTAL, style.alignment?.horizontal),
    ...numbered('vt', VERTICAL, style.alignment?.vertical),
    ...(style.alignment?.wrapText ? { tb: WRAPS } : {}),
    ...(style.font?.color?.rgb ? { cl: color(style.font.color.rgb) } : {}),
    ...(fill ? { bg: fill } : {}),
  };
  return Object.keys(stored).length ? stored : null;
}
