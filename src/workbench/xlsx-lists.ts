import type { Worksheet } from '@univerjs/core';
import type { DataValidation } from 'hucre';
import { absoluteA1, fromRange, localA1, parseA1, quoteSheet, type Area } from './grid/a1';
import type { Workbook } from './grid/workbook';

/** A rule as Univer stores it. */
interface KeptRule {
  type: string;
  /** Such as ["a","b"] or ='[workbook]Sheet'!A1:A3. */
  formula1?: string;
  errorStyle?: number;
  ranges: Parameters<typeof fromRange>[1][];
}
/** Univer's rule builder, which a plugin adds without usable types. */
interface Builder {
  requireValueInList(values: string[], multiple: boolean, showDropdown: boolean): Builder;
  requireValueInRange(range: unknown): Builder;
  setAllowInvalid(allow: boolean): Builder;
  build(): unknown;
}

const WARNS = 2;

/** A sheet's drop-down lists, for a file. */
export function writeLists(book: Workbook, sheet: Worksheet): DataValidation[] {
  const validations = (book.facadeSheet(sheet) as unknown as { getDataValidations(): { rule: KeptRule }[] }).getDataValidations();
  return validations.flatMap(({ rule: { type, formula1 = '', errorStyle, ranges } }) => {
    if (type !== 'list') return [];
    const offers = formula1.startsWith('=')
      ? { formula1: inFile(book.sheets.parse(formula1.slice(1).replace(/\[[^\]]*\]/, ''), sheet)) }
      : { values: JSON.parse(formula1) as string[] };
    return ranges.map((range): DataValidation => ({
      type: 'list',
      ...offers,
      allowBlank: true,
      showErrorMessage: errorStyle !== WARNS,
      range: localA1(fromRange(sheet, range)),
    }));
  });
}

/** Adds a file's drop-down lists to a sheet. All sheets must exist, since lists may refer to them. */
export function addLists(book: Workbook, sheet: Worksheet, validations: readonly DataValidation[]): void {
  for (const { type, values, formula1, showErrorMessage, range } of validations) {
    const box = type === 'list' ? parseA1(range) : null;
    if (!box || (!values && !formula1)) continue;
    const builder = (book.engine.api as unknown as { newDataValidation(): Builder }).newDataValidation();
    const rule = values
      ? builder.requireValueInList(values, false, true)
      : builder.requireValueInRange(facadeRange(book, book.sheets.parse(formula1!, sheet)));
    facadeRange(book, { sheet, ...box }).setDataValidation(rule.setAllowInvalid(showErrorMessage !== true).build());
  }
}

function facadeRange(book: Workbook, area: Area): { setDataValidation(rule: unknown): void } {
  const { sheet, row, column, rows, columns } = book.sheets.clip(area);
  return book.facadeSheet(sheet).getRange(row, column, rows, columns);
}

const inFile = (area: Area): string => `${quoteSheet(area.sheet.getName())}!${absoluteA1(area)}`;
