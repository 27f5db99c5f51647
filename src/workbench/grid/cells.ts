import type { ICellData, IRange, IObjectMatrixPrimitiveType, Nullable, Styles, Worksheet } from '@univerjs/core';
import type { Area } from './a1';
import { textOf, typeOf, valueOf, type CellValue } from './cell-value';
import { ExcelError } from './excel-error';
import { toExcelFormula } from './formula-text';
import { GrowingBox } from './growing-box';
import type { Workbook } from './workbook';

/** What to read from a cell. */
export type Aspect = 'value' | 'formula' | 'format' | 'ownFormat' | 'text' | 'type';

const TOO_MANY_CELLS = 5_000_000;

/** Reads cells. */
export class Cells {
  constructor(private readonly book: Workbook) {}

  /** The cells that formulas spilled into. */
  spills(sheet: Worksheet): IObjectMatrixPrimitiveType<Nullable<ICellData>> | undefined {
    return this.formulaData.getArrayFormulaCellData()?.[this.book.unitId]?.[sheet.getSheetId()];
  }

  /** The area that the cell's formula spills to, including the cell; null if it doesn't spill. */
  spillOf(area: Area): Area | null {
    const ranges = this.formulaData.getArrayFormulaRange()?.[this.book.unitId]?.[area.sheet.getSheetId()];
    const range = ranges?.[area.row]?.[area.column];
    if (!range) return null;
    const { startRow, endRow, startColumn, endColumn } = range;
    return { sheet: area.sheet, row: startRow, column: startColumn, rows: endRow - startRow + 1, columns: endColumn - startColumn + 1 };
  }

  /** The smallest area with all spills on a sheet. */
  spilledArea(sheet: Worksheet): Area | null {
    const ranges = this.formulaData.getArrayFormulaRange()?.[this.book.unitId]?.[sheet.getSheetId()] ?? {};
    const box = new GrowingBox();
    for (const row of Object.values(ranges)) {
      for (const range of Object.values(row as Record<string, IRange>)) {
        box.add(range.startRow, range.startColumn);
        box.add(range.endRow, range.endColumn);
      }
    }
    return box.area(sheet);
  }

  /** The formula of a cell in Excel's spelling, or null. */
  formulaOf(sheet: Worksheet, row: number, column: number): string | null {
    const formula = this.storedFormula(sheet, row, column);
    return formula ? toExcelFormula(formula, formula.includes('[') ? this.book.tables.at(sheet, row, column) : null) : null;
  }

  /** The formula of a cell as Univer and .xlsx files spell it, or null. */
  storedFormula(sheet: Worksheet, row: number, column: number): string | null {
    const cell = sheet.getCellMatrix().getValue(row, column);
    return cell?.f || (cell?.si ? this.sharedFormula(sheet, row, column) : null) || null;
  }

  value(sheet: Worksheet, row: number, column: number): CellValue {
    return valueOf(sheet.getCellMatrix().getValue(row, column));
  }

  read(area: Area, aspect: 'value' | 'formula'): CellValue[][];
  read(area: Area, aspect: 'format' | 'ownFormat' | 'text' | 'type'): string[][];
  read(area: Area, aspect: Aspect): CellValue[][];
  read(area: Area, aspect: Aspect): CellValue[][] {
    if (area.rows * area.columns > TOO_MANY_CELLS) throw new ExcelError('RequestAborted', 'The range is too large.', `Range.${aspect}`);
    this.book.writer.flush();
    const { sheet } = area;
    const matrix = sheet.getCellMatrix();
    const spills = this.spills(sheet);
    const styles = this.book.model.getStyles();
    const { numfmt, dateSystem } = this.book;
    const readCell = (row: number, column: number): CellValue => {
      const typed = matrix.getValue(row, column);
      const isSpilled = spills && (typed?.v === undefined || typed.v === null);
      const cell = isSpilled ? (spills[row]?.[column] ?? typed) : typed;
      switch (aspect) {
        case 'value':
          return valueOf(cell);
        case 'formula':
          return this.formulaOf(sheet, row, column) ?? valueOf(cell);
        case 'format':
          return shownFormat(typed, cell, styles);
        case 'ownFormat':
          return this.book.calculatedFormats.at(sheet, row, column) ? 'General' : formatOf(typed, styles);
        case 'text':
          return textOf(valueOf(cell), shownFormat(typed, cell, styles), numfmt, dateSystem);
        case 'type':
          return typeOf(valueOf(cell));
      }
    };
    return Array.from({ length: area.rows }, (_row, r) =>
      Array.from({ length: area.columns }, (_column, c) => readCell(area.row + r, area.column + c)),
    );
  }

  /** The smallest area with all contents of the sheet, or of an area on it; null if it's empty. */
  used(sheet: Worksheet, within?: Area | null, valuesOnly = false): Area | null {
    this.book.writer.flush();
    const box = new GrowingBox();
    const see = (row: number, column: number) => {
      if (within && (row < within.row || row >= within.row + within.rows)) return;
      if (within && (column < within.column || column >= within.column + within.columns)) return;
      box.add(row, column);
    };
    sheet.getCellMatrix().forValue((row, column, cell) => {
      if (!cell) return;
      const hasContent = (cell.v !== undefined && cell.v !== null && cell.v !== '') || cell.f || cell.si || cell.p;
      if (hasContent || (!valuesOnly && cell.s)) see(row, column);
    });
    const spills = this.spills(sheet);
    for (const [row, cells] of Object.entries(spills ?? {})) {
      for (const [column, cell] of Object.entries(cells as Record<string, ICellData | null>)) {
        if (cell?.v != null) see(Number(row), Number(column));
      }
    }
    return box.area(sheet);
  }

  private sharedFormula(sheet: Worksheet, row: number, column: number): string | null {
    return this.formulaData.getFormulaStringByCell(row, column, sheet.getSheetId(), this.book.unitId) ?? null;
  }

  private get formulaData() {
    return this.book.engine.injector.get(this.book.engine.modules.formula.FormulaDataModel);
  }
}

/** A cell's own number format; if it has none, the format of what was spilled into it. */
function shownFormat(typed: Nullable<ICellData> | void, shown: Nullable<ICellData> | void, styles: Styles): string {
  const format = formatOf(typed, styles);
  return format === 'General' ? formatOf(shown, styles) : format;
}

/** A cell's number format. */
export function formatOf(cell: Nullable<ICellData> | void, styles: Styles): string {
  if (!cell?.s) return 'General';
  return (typeof cell.s === 'string' ? styles.get(cell.s) : cell.s)?.n?.pattern ?? 'General';
}
