import { list } from '../domain/text/list';
import { Problem } from '../domain/problem';
import { MissingColumns } from '../records/missing-columns';
import { ERROR_CODES, type ExcelErrorKind } from './error-codes';

/** An error from Excel, with one calm sentence for the user, and its kind for callers that decide what to do next. */
export class ExcelError extends Error {
  override readonly name = 'ExcelError';

  constructor(
    readonly kind: ExcelErrorKind,
    message: string = SENTENCES[kind],
  ) {
    super(message);
  }
}

/** The sentence for tables whose sheets people have protected. */
export const protectedTables = (names: readonly string[]): string =>
  names.length === 1
    ? `${names[0]!}'s sheet is protected, so nothing was written. Unprotect it on the Review tab, then try again.`
    : `The sheets of ${list(names, 'and')} are protected, so nothing was written. Unprotect them on the Review tab, then try again.`;

/** The sentence for a hidden sheet that something should be shown on or written to. */
export const hiddenSheet = (name: string): string => `The sheet ${name} is hidden. Unhide it, then try again.`;

/** The sentence if a new sheet is needed and the workbook doesn't allow one. */
const NO_NEW_SHEET =
  "This workbook's structure is protected, so no sheet can be added, and nothing was written. Lift it with Review > Protect Workbook, then try again.";

/** Whether another workbook may have been in front, so that a retry can succeed. */
export const mayBeBehind = (error: unknown): boolean => toExcelError(error).kind === 'another workbook';

/** What fails while another workbook has the focus, although the code says something else or nothing (excel-add-ins-troubleshooting). */
const WANTS_FOCUS =
  /^(GeneralException (Range\.select|(Worksheet|Chart)\.activate|WorksheetCollection\.add|WorksheetFreezePanes\.\w+|Table\.clearFilters)|InvalidSelection Worksheet\.delete)\b/;

/** Whether an error's message is written for the user; any other error is a fault. */
export const isExplained = (error: unknown): error is Error =>
  error instanceof Problem || error instanceof ExcelError || error instanceof MissingColumns;

/** Converts whatever Office.js threw to an error with a sentence for the user. */
export function toExcelError(error: unknown): ExcelError {
  if (error instanceof ExcelError) return error;
  if (error instanceof MissingColumns) return new ExcelError('gone', error.message);
  const { code, message, debugInfo } = (error ?? {}) as { code?: unknown; message?: unknown; debugInfo?: { errorLocation?: unknown } };
  if (WANTS_FOCUS.test(`${String(code)} ${String(debugInfo?.errorLocation)}`)) return new ExcelError('another workbook', MAYBE_BEHIND);
  const [kind, sentence] = Object.hasOwn(ERROR_CODES, String(code))
    ? ERROR_CODES[String(code)]!
    : (['unknown', unheardOf(error, code)] as const);
  if (kind === 'unknown' && /protected/i.test(String(message))) return new ExcelError('protected', LOCKED);
  if (kind === 'unknown' || kind === 'fault') console.error(error);
  return new ExcelError(kind, kind === 'fault' ? `${SENTENCES.fault} (${String(code)})` : sentence);
}

/** The meaning is unknown, so the sentence includes what an error report needs. */
function unheardOf(error: unknown, code: unknown): string {
  const named = typeof code === 'string' || typeof code === 'number' ? code : error instanceof Error ? error.name : 'no code';
  return `An unknown error occurred (${named}). Try again. If it happens again, report the text in parentheses.`;
}

const MAYBE_BEHIND = "Excel couldn't do that just now. If another workbook is in front, click this one, then try again.";
const LOCKED = 'A sheet or the workbook is protected. Unprotect it on the Review tab, then try again.';

/** The sentences for the user: what is wrong and what to do. Only kinds that fail before anything is written say so. */
const SENTENCES: Record<ExcelErrorKind, string> = {
  editing: 'A cell is being edited. Press Enter or Esc in the sheet, then try again.',
  protected: 'This sheet is protected, so nothing was written. Unprotect it on the Review tab, or choose another sheet.',
  'structure protected': NO_NEW_SHEET,
  'no permission': "Excel doesn't let Co-op Planner do this. The workbook may be read-only or protected on the Review tab.",
  'no selection': 'Select cells of this workbook (one block, no chart or picture), then try again.',
  'another workbook': 'Another workbook is in front. Click this workbook, then try again.',
  hidden: 'That sheet is hidden. Unhide it, then try again.',
  'in the way': 'Something on the sheet is in the way. Move it, then try again.',
  gone: 'That sheet or cell is no longer there. Select a cell and try again.',
  busy: 'Excel is busy. Wait a moment, then try again.',
  connection: "Excel can't be reached. Check your connection, reload the workbook, then try again.",
  'too large': 'That is more than Excel hands to an add-in at once.',
  'not supported': "Excel can't do that here.",
  refused:
    "Excel doesn't accept this formula here. It may refer to a table, sheet, or name that this workbook doesn't have. Copy and adapt it.",
  fault: 'Co-op Planner hit an internal error. Please report the text in parentheses.',
  unknown: "Excel didn't respond as expected. Try again.",
};
