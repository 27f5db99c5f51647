import { RULES_OF } from '../rulebook/edition';
import type { Day } from '../domain/calendar/day';
import type { OwnRule } from '../rulebook/own-rule';
import { openWorkbookFile, type WorkbookFile } from './package/book';
import { removeOwnExtension } from './package/web-extensions';
import { addNames, addSheets, calculateOnLoad, dropCalcChain, freeSheetName } from './package/workbook-part';
import { Styles } from './package/styles';
import type { CopiedCell } from './copied-cell';
import { copySheet } from './copy-sheet';
import { plainBook } from './plain/plain-book';
import { plainFormula } from './plain/plain-formula';
import { readMe } from './read-me';

/** A copy of a workbook, and what was done for it. `live` and `values` are numbers of cells. */
export interface WorkbookCopy {
  bytes: Uint8Array;
  cells: CopiedCell[];
  live: number;
  values: number;
  hasMacros: boolean;
}

export interface StandaloneOptions {
  /** The day of the copy, for what it says about itself. */
  day: Day;
  /** The add-in's version. */
  version: string;
  ownRules?: readonly OwnRule[];
}

/**
 * A copy in which no cell needs the add-in: each COOP formula becomes plain formulas where there are some, otherwise the
 * value that the file stores. All other parts stay as they are, byte for byte. Throws a Problem for what can't be read.
 */
export async function standaloneCopy(bytes: Uint8Array, options: StandaloneOptions): Promise<WorkbookCopy> {
  const book = await openWorkbookFile(bytes);
  const plain = plainBook({
    dateSystem: book.is1904 ? 1904 : 1900,
    ownRules: options.ownRules ?? [],
    sheetNames: book.sheets.map(({ name }) => name),
  });
  const styles = await Styles.of(book);
  const cells: CopiedCell[] = [];
  for (const sheet of book.sheets) cells.push(...(await copySheet(book, sheet, styles, (call) => plainFormula(call, plain))));
  if (cells.length === 0) return { bytes, cells, live: 0, values: 0, hasMacros: book.hasMacros };
  const { sheets, names } = plain.rendered();
  await addSheets(book, [readMe({ ...options, rulesOf: RULES_OF, cells, name: freeSheetName(book, 'Read me') })], styles);
  void sheets;
  await addNames(book, names);
  await finish(book, styles);
  const live = cells.filter(({ to }) => to === 'formula').length;
  return { bytes: book.file.write(), cells, live, values: cells.length - live, hasMacros: book.hasMacros };
}

async function finish(book: WorkbookFile, styles: Styles): Promise<void> {
  styles.write(book);
  await dropCalcChain(book);
  await calculateOnLoad(book);
  await removeOwnExtension(book.file);
}
