import { plural } from '../../domain/text/plural';
import { isErrorCell, plainValue, type PlainValue } from '../../cells/cell-value';
import { memoize } from '../../domain/memoize';
import { leverKey, leversNamed } from '../../rulebook/find-lever';
import { readOptionalText } from '../../cells/read';
import { step } from '../../cells/trace';
import { serialOf } from '../../domain/calendar/day';
import { firstDay, lastDay, type Half } from '../../domain/calendar/half';
import { badInput, notCovered, type Problem } from '../../domain/problem';
import type { ThresholdRule } from '../../domain/earnings/threshold';
import { ifCovered } from '../../rulebook/if-covered';
import { DEFAULT_PROGRAM, findProgram, type RulesOn } from '../../rulebook/rules-on';
import type { ProgramId } from '../../rulebook/rules/programs';
import { describeColumn, isBlank, SPELLINGS, type Columns } from './columns';
import { textAt } from './report-cells';
import { comparableId, compareIds } from '../../domain/earnings/partner-id';
import { programKey } from '../../rulebook/name-keys';
import { isPointDoubtful } from '../point-marks';
import { TROUBLE, type ReportRows } from './rows';
import { partnersIn, select, type Selected, type Wanted } from './select';

/** Reads a partner_id argument as an index in the report's partners; null is all of them. */
export function readPartner(rows: ReportRows, value: unknown, omitted: 'the only one' | 'all'): number | null {
  const text = readOptionalText(value, 'partner_id');
  if (text !== null && text.toLowerCase() === 'all') return null;
  if (text === null) return omitted === 'all' ? null : onlyPartner(rows);
  const wanted = comparableId(text);
  const found = rows.partners.findIndex(({ comparable, present }) => present && comparable === wanted);
  if (found < 0) throw notCovered(`Partner ID ${text} isn't in the report. ${held(rows)}`);
  return found;
}

/** The program to select: its index in the report, its name, and its ID if it's known. */
export interface ProgramFilter {
  position: number | 'none';
  name: string;
  known: ProgramId | null;
}

/** Reads a lever argument as a test of a row; null is any. A lever that neither the report nor the rulebook has is refused. */
export function readLever(rows: ReportRows, value: unknown): ((row: number) => boolean) | null {
  const text = readOptionalText(value, 'lever');
  if (text === null) return null;
  const { lever } = rows.columns;
  if (lever < 0) throw badInput('The report has no column for the lever (lever).');
  const keyOf = memoize(leverKey, Infinity);
  const wanted = text.toLowerCase() === NO_LEVER ? '' : keyOf(text);
  const leverAt = (row: number): PlainValue => plainValue(rows.cells[rows.position[row]!]![lever]);
  const isWanted = (cell: PlainValue): boolean => !isErrorCell(cell) && (isBlank(cell) ? '' : keyOf(String(cell))) === wanted;
  if (wanted !== '' && leversNamed(text).length === 0 && !rows.position.some((_, row) => row < rows.count && isWanted(leverAt(row)))) {
    throw notCovered(`No row of the report has the lever "${text}", and no rule does.`);
  }
  return (row) => {
    const cell = leverAt(row);
    if (isErrorCell(cell)) throw badInput(`${rowName(rows, row)}: the lever ${cell.error} can't be read. ${CORRECT}`);
    return isWanted(cell);
  };
}

/** What rows without a lever are asked for with. */
const NO_LEVER = 'none';

/** Finds a program among the report's names, then among known ones. */
export function findReportProgram(rows: ReportRows, text: string): ProgramFilter {
  const key = programKey(text);
  const position = rows.programs.findIndex((program) => program.key === key);
  if (position >= 0) return { position, name: rows.programs[position]!.shown, known: rows.programs[position]!.known };
  const known = findProgram(text);
  return { position: 'none', name: known, known };
}

/** Reads a program argument; by default, Microsoft Commerce Incentives. */
function readReportProgram(rows: ReportRows, value: unknown): ProgramFilter {
  return findReportProgram(rows, readOptionalText(value, 'program') ?? DEFAULT_PROGRAM);
}

/** What a cell asks of a report: one Partner ID or all of them (null), and a program. */
export interface Question {
  rows: ReportRows;
  partner: number | null;
  program: ProgramFilter;
}

/** Reads a question's arguments. The Partner ID may be omitted if the report has only one. */
export function readQuestion(rows: ReportRows, partnerId: unknown, program: unknown): Question {
  const asked = readReportProgram(rows, program);
  return { rows, program: asked, partner: readPartner(rows, partnerId, 'the only one') };
}

/** Refuses "all" for what is of one Partner ID. */
export function refuseAll({ partner }: Question, what: string): void {
  if (partner === null) throw badInput(`${what} is of one Partner ID: write it instead of "all".`);
}

/** The rows that answer a question. Throws a Problem that names a row that might, but can't be counted. */
export function selectFor({ rows, partner, program }: Question, wanted: Omit<Wanted, 'partner' | 'program'>): Selected {
  const selected = select(rows, { partner, program: program.position, ...wanted });
  refuseUnreadable(rows, selected);
  noteCounting(rows, selected);
  return selected;
}

/** The Partner IDs that a question is about. */
export const partnersOf = ({ rows, partner, program }: Question): number[] =>
  partner === null ? partnersIn(rows, program.position) : [partner];

/** The days of a half, for a selection. */
export function daysOf(half: Half): Pick<Wanted, 'from' | 'to'> {
  return { from: serialOf(firstDay(half)), to: serialOf(lastDay(half)) };
}

/** The days for a selection of all halves. */
export const ANY_DAY: Pick<Wanted, 'from' | 'to'> = { from: 0, to: Infinity };

/** The threshold of a report's program. Throws a Problem if the program isn't known. */
export function thresholdOf(rules: RulesOn, { known, name }: Pick<ProgramFilter, 'known' | 'name'>): ThresholdRule {
  if (known === null) throw notCovered(`No threshold is known for "${name}", a program only the report knows.`);
  return rules.threshold(known).value;
}

/** The threshold of a report's program, or null if there is none. */
export function thresholdOrNull(rules: RulesOn, known: ProgramId | null): ThresholdRule | null {
  return known === null ? null : ifCovered(() => rules.threshold(known).value);
}

/** Throws a Problem that names the first row that is unreadable, disputed, or in another currency, instead of silently leaving rows out. */
function refuseUnreadable(rows: ReportRows, { unreadable, disputed, foreign }: Selected): void {
  const first = Math.min(...unreadable.slice(0, 1), ...disputed, ...foreign.slice(0, 1));
  if (first === Infinity) return;
  const others = unreadable.length + disputed.length + foreign.length - 1;
  const problem =
    unreadable[0] === first ? unreadableRow(rows, first) : foreign[0] === first ? foreignRow(rows, first) : disputedRow(rows, first);
  throw others > 0 ? badInput(`${problem.message} ${others} more like it.`) : problem;
}

/** Adds a step to the trace about what was counted and what wasn't. */
export function noteCounting(rows: ReportRows, { counted, dropped, foreign, unreadable, disputed }: Selected): void {
  step(() => {
    const repeats = counted.reduce((sum: number, row: number) => sum + dropped[row]!, 0);
    const ignored = rows.cells.length - rows.columns.header - 1 - rows.count;
    return [
      `${plural(rows.count, 'row')} in the report, ${counted.length} counted here.`,
      ...(ignored > 0 ? [`Empty and total rows ignored: ${ignored}.`] : []),
      ...(repeats > 0 ? [`Duplicates dropped: ${repeats}.`] : []),
      ...(foreign.length > 0 ? [`Not counted, because they aren't in USD and the report has no US dollar column: ${foreign.length}.`] : []),
      ...(unreadable.length + disputed.length > 0 ? [`Skipped, because they can't be read: ${unreadable.length + disputed.length}.`] : []),
    ].join(' ');
  });
}

function onlyPartner(rows: ReportRows): number {
  const present = rows.partners.flatMap(({ present }, index) => (present ? [index] : []));
  if (present.length === 1) return present[0]!;
  throw badInput(
    present.length === 0
      ? 'The report has no earnings. Check the range, or enter the Partner ID.'
      : `partner_id is missing, and the report has several. ${held(rows)} Write one of them, or "all" to add them up.`,
  );
}

function held(rows: ReportRows): string {
  const present = rows.partners.filter(({ present }) => present).sort((a, b) => compareIds(a.comparable, b.comparable));
  if (present.length === 0) return 'It has no Partner ID.';
  const shown = present.slice(0, 8).map(({ shown }) => shown);
  return `It has ${shown.join(', ')}${present.length > 8 ? ` and ${present.length - 8} more` : ''}.`;
}

const CORRECT = 'Correct the cell, or remove the row.';

/** The cells that may be unreadable, in the order in which they're named, with advice. */
const CELLS: readonly (readonly [trouble: number, name: string, column: Exclude<keyof Columns, 'amounts'>, advice?: string])[] = [
  [TROUBLE.partner, 'Partner ID', 'partnerId'],
  [TROUBLE.program, 'program', 'program'],
  [TROUBLE.type, 'earning type', 'type'],
  [TROUBLE.date, 'earning date', 'date', 'Write an Excel date from 2000 to 2099, or text like 2024-12-31.'],
  [TROUBLE.amount, 'amount', 'amount', 'Write a plain number such as 1234.50, without thousands separators.'],
  [TROUBLE.unknownCurrency, 'currency', 'currency'],
  [TROUBLE.earningId, 'earning ID', 'earningId'],
  [TROUBLE.reason, 'reason', 'reason'],
  [TROUBLE.calculated, 'calculation date', 'calculated', 'Write text like 2024-12-31, or leave out known_by.'],
];

/** The first cell of a row that can't be read, in words. */
export const unreadableCell = (rows: ReportRows, row: number): string => firstTrouble(rows, row)[1];

const firstTrouble = (rows: ReportRows, row: number): (typeof CELLS)[number] => CELLS.find(([trouble]) => rows.trouble[row]! & trouble)!;

function unreadableRow(rows: ReportRows, row: number): Problem {
  const [, name, column, advice = CORRECT] = firstTrouble(rows, row);
  const cell = plainValue(rows.cells[rows.position[row]!]![rows.columns[column]]);
  const point = name === 'amount' && isPointDoubtful(cell) ? ' Its point could be a decimal or a thousands separator.' : '';
  const found = isBlank(cell) ? 'is blank' : `${isErrorCell(cell) ? cell.error : `"${cell}"`} can't be read`;
  return badInput(`${rowName(rows, row)}: the ${name} ${found}.${point} ${advice}`);
}

function foreignRow(rows: ReportRows, row: number): Problem {
  const currency = textAt(rows.cells[rows.position[row]!]![rows.columns.currency]);
  return badInput(
    `${rowName(rows, row)} is ${currency === '' ? 'in no currency' : `in ${currency}`}, and the report has no column for the ${describeColumn(SPELLINGS.amountUsd)}. Add that column; no exchange rate is applied.`,
  );
}

function disputedRow(rows: ReportRows, row: number): Problem {
  const id = plainValue(rows.cells[rows.position[row]!]![rows.columns.earningId]);
  return badInput(
    `${rowName(rows, row)}: earning ${isErrorCell(id) ? id.error : id} appears again with a different date or amount, ` +
      'and no calculation date shows which is the latest. Remove the outdated row.',
  );
}

/** Rows are counted within the range, since a function doesn't know where on the sheet it is. */
function rowName(rows: ReportRows, row: number): string {
  return `Row ${rows.position[row]! + 1} of the report (the range's first row is row 1)`;
}

/** The Partner ID that an answer is about, for the beginning of a sentence. */
export function describePartner(rows: ReportRows, partner: number | null): string {
  return partner === null ? 'All Partner IDs together' : `Partner ID ${rows.partners[partner]!.shown}`;
}
