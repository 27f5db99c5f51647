// A case is one call of a COOP function and what its cell shows. Unit tests call the functions with it, workbench tests
// and the self-test workbook type it as a formula: one truth for all of them.

/** A cell with nothing in it, which Excel's versions send as 0, null or "". */
export const BLANK = Symbol('blank cell');

/** Stands for a text of a spill that is in words of ours, and only has to be there. */
export const ANY_TEXT = Symbol('any text');

/** Stands for the sample report, Earnings[#All] in a formula. */
export const REPORT = Symbol('Earnings[#All]');

/** A cell that holds a true date, with the time as its fraction; its number depends on the workbook's date system. */
export class DateCell {
  constructor(
    readonly iso: string,
    readonly time = 0,
  ) {}

  /** The number such a cell holds in a workbook that counts from 1900. */
  get serial(): number {
    return (Date.parse(`${this.iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000 + this.time;
  }
}

/** A cell that shows an error, in the shape in which Excel hands it to a function. */
export interface ErrorCell {
  type: 'Error';
  basicValue: ErrorCode;
}

/** The errors a cell can show that our functions give or meet. */
export type ErrorCode = '#NULL!' | '#DIV/0!' | '#VALUE!' | '#REF!' | '#NAME?' | '#NUM!' | '#N/A';

/** What a cell of a range holds. */
export type CellInput = string | number | boolean | null | typeof BLANK | DateCell | ErrorCell;

/** An argument as it is typed; null is one left out. */
export type Argument = CellInput | typeof REPORT | readonly (readonly CellInput[])[];

/** What a single cell shows. Days are yyyy-mm-dd, errors their code. */
export type Shown = string | number | boolean;

/** What a cell of a spill shows. */
export type SpilledCell = Shown | typeof ANY_TEXT;

/** One call and what its cell shows: a value, a spill as rows, or a text of which only what matters is given. */
export interface Case {
  id: string;
  call: string;
  args: readonly Argument[];
  gives: Shown | readonly (readonly SpilledCell[])[] | RegExp;
  /** The sentence that goes with an error. */
  says?: RegExp;
  /** Names the source or the contradiction. */
  why?: string;
  /** Why a workbook that counts from 1904 shows something else. */
  only1900?: string;
}

/** An error's code. */
export const isErrorCode = (shown: unknown): shown is ErrorCode =>
  typeof shown === 'string' && /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/.test(shown);

/** A cell that shows an error. */
export const errorCell = (basicValue: ErrorCode): ErrorCell => ({ type: 'Error', basicValue });

/** A cell with a day, and the time as a fraction of it. */
export const dateCell = (iso: string, time = 0): DateCell => new DateCell(iso, time);

/** Cases of one function: what is tried, the arguments, what the cell shows. */
export function answers(call: string, rows: readonly (readonly [what: string, args: readonly Argument[], gives: Case['gives']])[]): Case[] {
  return rows.map(([id, args, gives]) => ({ id, call, args, gives }));
}

/** Cases of one function that end in an error: what is wrong, the arguments, code and sentence, as in /^#VALUE! end, .* is before start/. */
export function refusals(call: string, rows: readonly (readonly [what: string, args: readonly Argument[], says: RegExp])[]): Case[] {
  return rows.map(([id, args, says]) => {
    const code = /^\^?(#(?:[A-Z]+!|N\\?\/A|DIV\\?\/0!|NAME\\\?))/.exec(says.source)?.[1]?.replaceAll('\\', '');
    if (!isErrorCode(code)) throw new Error(`${call}: ${says.source} does not begin with an error's code.`);
    return { id, call, args, gives: code, says };
  });
}

/** The formula of a case, as it is typed into a cell; `refer` places what cannot be typed and gives its address. */
export function formulaOf(
  { call, args }: Pick<Case, 'call' | 'args'>,
  refer: (input: Exclude<Argument, string | boolean | typeof REPORT>) => string = refuse,
): string {
  return `=COOP.${call}(${args
    .map((arg) => typed(arg, refer))
    .join(',')
    .replace(/,+$/, '')})`;
}

function typed(arg: Argument, refer: (input: Exclude<Argument, string | boolean | typeof REPORT>) => string): string {
  if (arg === null) return '';
  if (arg === REPORT) return 'Earnings[#All]';
  if (typeof arg === 'string') return `"${arg.replaceAll('"', '""')}"`;
  if (typeof arg === 'boolean') return arg ? 'TRUE' : 'FALSE';
  // the workbench's engine reads 1E+300 in a formula as a text
  if (typeof arg === 'number' && !String(arg).includes('e')) return String(arg);
  return refer(arg);
}

function refuse(input: unknown): never {
  throw new Error(`${String(input)} needs a cell of its own and cannot be typed into a formula.`);
}
