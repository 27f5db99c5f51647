import type { OwnRule } from '../../rulebook/own-rule';

/** A call of a COOP function in a cell, with arguments that are already plain. */
export interface Call {
  /** The function without its namespace: SPLIT. */
  name: string;
  /** The formula text of each argument, without "="; null for one that is left out. */
  args: readonly (string | null)[];
  at: { sheet: string; cell: string };
  /** Which cell of a result that spills, from 1; omitted for a result of one cell, or for the whole inside another formula. */
  pick?: { row: number; column: number };
}

/**
 * What takes the place of a call: a formula without "=", with functions of Excel 2016 in US English, of fewer than 8,192
 * characters and at most 64 levels, and whether it gives only the first of several lines; or one sentence on why there is none.
 */
export type Plain = { formula: string; isFirstLine?: boolean } | { why: string };

/** How a number is shown. Days are serials of the workbook's date system. */
export type PlainFormat = 'day' | 'day of every year' | 'percent' | 'amount';

/** A cell of a sheet that the copy gets; null is blank. A formula is without "=". */
export type PlainCell =
  null | string | number | boolean | { value: number; format: PlainFormat } | { formula: string; format?: PlainFormat };

/** A sheet that the copy gets, as rows from A1 on. */
export interface PlainSheet {
  name: string;
  rows: readonly (readonly PlainCell[])[];
  /** The rows of headings, from 1. */
  headings: readonly number[];
}

/** A name that the copy gets, for cells of these sheets: CoopPlain_halves is 'Co-op workings'!$A$3:$A$245. */
export interface PlainName {
  name: string;
  refersTo: string;
}

/** The workbook that is copied. */
export interface BookOptions {
  dateSystem: 1900 | 1904;
  /** The rules of its own table CoopRules, packs included. */
  ownRules: readonly OwnRule[];
  /** Sheets that it has, since a name can't be there twice. */
  sheetNames: readonly string[];
  /** The rows of its tables, by their names in lower case. Omitted: none are known. */
  tableRows?: ReadonlyMap<string, number>;
}
