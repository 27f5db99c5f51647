import { BASES } from '../../cells/read';
import { CLAIM_BY_KINDS, MILESTONES, type Milestone } from '../../domain/calendar/deadlines';
import { parseMonths } from '../../domain/calendar/half';
import { PAYMENT_KINDS } from '../../domain/calendar/payment-dates';
import type { Call } from './contract';
import { call, NOT_COVERED, quoted, when } from './formula-text';
import { HALF_ROWS, rowOfHalf, type HalfColumn } from './half-table';
import type { Gives, Operand } from './operand';
import type { Book } from './book';
import { byChoice, countOf, dayOf, halfOf, halfOrMonthsOf, optional, rowOfDay, rowsOn } from './read';
import { isSameEverywhere } from './same-everywhere';
import { Unplain } from './unplain';

/** What takes the place of a call, and what it gives. */
export interface Written {
  text: string;
  gives: Gives;
  /** Whether it gives only the first line of what the function gives. */
  isFirstLine?: boolean;
}

/** Writes the formula of a function. `args` are all its arguments, the omitted ones too. */
export type Writer = (args: (index: number) => Operand, book: Book, call: Call) => Written;

/** The row of the half that funds were earned in. */
function earnedRow(half: Operand, basis: Operand, book: Book): string {
  const row = halfOf(half, 'half', book);
  if (basis.kind === 'omitted') return row;
  const back = byChoice(basis, 'basis', BASES, (choice) => (choice === 'earning' ? '0' : '1'));
  return back === '0' ? row : back === '1' ? rowsOn(row, -1) : `${row}-${back}`;
}

const cellOf = (book: Book, column: HalfColumn, row: string): string => call('INDEX', book.half(column), row);

const MILESTONE_COLUMNS: Readonly<Record<Milestone, HalfColumn>> = {
  claim: 'claim',
  'earning start': 'start',
  'earning end': 'end',
  'usage start': 'usageStart',
  'usage end': 'usageEnd',
  'claim opens': 'opens',
  resolution: 'resolution',
  retention: 'retention',
};

/** The number of the stage that a half is in on a day, 1 to 6. */
const stageNumber = (row: string, day: string, book: Book): string => call('MATCH', day, call('INDEX', book.half('stages'), row, 0));

const CALENDAR_COLUMNS: readonly (readonly [header: string, column: HalfColumn])[] = [
  ['Fiscal half', 'label'],
  ['Earning start', 'start'],
  ['Earning end', 'end'],
  ['Usage start', 'usageStart'],
  ['Usage end', 'usageEnd'],
  ['Claim opens', 'opens'],
  ['Claim deadline', 'claim'],
  ['Resolution deadline', 'resolution'],
  ['Keep proof until', 'retention'],
];

/** A value of the payment rule of a day. */
const payment = (day: string, column: string, book: Book): string =>
  call('LOOKUP', `${book.code('payment')}+${day}`, book.column('payment', 'at'), book.column('payment', column));

/** A day; #NUM! if it is before `first`. The root of a negative number is #NUM!, so neither day is written twice. */
const notBefore = (first: string, day: string): string => `${first}+ROUND(SQRT(${day}-${first})^2,0)`;

/** A day that limits nothing. */
const NO_LIMIT = '99999';

/** The last day to do an activity of a half, in time for the claim and for the approval. */
function lastSafeDay(row: string, { approval, review, proof }: Record<'approval' | 'review' | 'proof', string>, book: Book): string {
  const approved = call('MIN', cellOf(book, 'resolution', row), ...(approval === NO_LIMIT ? [] : [approval]));
  const submitted = call('MIN', cellOf(book, 'claim', row), `${approved}-${review}`);
  const last = call('MIN', cellOf(book, 'usageEnd', row), `${submitted}-${proof}`);
  return notBefore(cellOf(book, 'usageStart', row), last);
}

/** The functions on halves and days. */
export const PERIODS: Readonly<Record<string, Writer>> = {
  PERIOD: (arg, book) => ({ text: cellOf(book, 'label', rowOfDay(arg(0), 'date', book)), gives: 'half' }),

  FUND: (arg, book) => ({ text: cellOf(book, 'label', rowsOn(rowOfDay(arg(0), 'activity_date', book), -1)), gives: 'half' }),

  DAY: (arg, book) => ({ text: dayOf(arg(0), 'when', book), gives: 'day' }),

  SHIFT: (arg, book) => {
    const months = (text: string): number | null => {
      const half = parseMonths(text);
      return half && rowOfHalf(half);
    };
    const row = halfOrMonthsOf(arg(0), 'half', book, months);
    const by = countOf(arg(1), 'count', { min: -200, max: 200, omitted: 0 });
    return { text: cellOf(book, 'shifted', by === '0' ? row : call('MAX', 1, call('MIN', HALF_ROWS, `${row}+${by}`))), gives: 'half' };
  },

  DEADLINE: (arg, book) => {
    const row = earnedRow(arg(0), arg(2), book);
    const text = byChoice(arg(1), 'milestone', MILESTONES, (milestone) => cellOf(book, MILESTONE_COLUMNS[milestone], row));
    return { text, gives: 'day' };
  },

  CALENDAR: (arg, book, { pick }) => {
    const row = earnedRow(arg(0), arg(2), book);
    const count = countOf(arg(1), 'count', { min: 1, max: 40, omitted: 4 });
    if (!pick) throw new Unplain('It fills several cells, and formulas around it work with all of them at once.');
    const column = CALENDAR_COLUMNS[pick.column - 1];
    if (!column) throw new Unplain('It has nine columns.');
    const [header, name] = column;
    if (pick.row === 1) return { text: when(`ISNUMBER(${row}+${count})`, quoted(header), `${row}+${count}`), gives: 'text' };
    const text = cellOf(book, name, rowsOn(row, pick.row - 2));
    return { text: when(`${count}<${pick.row - 1}`, '""', text), gives: name === 'label' ? 'half' : 'day' };
  },

  STAGE: (arg, book) => {
    const stage = stageNumber(earnedRow(arg(0), arg(2), book), dayOf(arg(1), 'as_of', book), book);
    const names = ['not begun', 'earning', 'usage', 'claim only', 'resolution only', 'closed'];
    return { text: call('CHOOSE', stage, ...names.map(quoted)), gives: 'text' };
  },

  NEXT: (arg, book) => {
    const row = earnedRow(arg(0), arg(3), book);
    const day = dayOf(arg(1), 'as_of', book);
    const stage = stageNumber(row, day, book);
    const end = call('INDEX', book.half('days'), row, call('CHOOSE', stage, 1, 1, 2, 3, 4, NOT_COVERED));
    const names = ['earning end', 'earning end', 'usage end', 'claim', 'resolution'];
    const parts = {
      day: end,
      name: call('CHOOSE', stage, ...names.map(quoted), NOT_COVERED),
      days: `(${end}-${day})`,
    };
    const text = byChoice(arg(2), 'part', ['day', 'name', 'days'], (part) => parts[part]);
    return { text, gives: text === parts.day ? 'day' : text === parts.days ? 'number' : 'any' };
  },

  CLAIMBY: (arg, book) => {
    const paying = rowsOn(rowOfDay(arg(0), 'activity_end', book), -1);
    const kinds = {
      final: () => cellOf(book, 'claim', paying),
      advised: () => `(${dayOf(arg(0), 'activity_end', book)}+${cellOf(book, 'advised', paying)})`,
      resolution: () => cellOf(book, 'resolution', paying),
      'usage end': () => cellOf(book, 'usageEnd', paying),
    };
    return { text: byChoice(arg(1), 'kind', CLAIM_BY_KINDS, (kind) => kinds[kind]()), gives: 'day' };
  },

  SAFEBY: (arg, book, { args }) => {
    const row = halfOf(arg(0), 'half', book);
    const review = countOf(arg(2), 'review_days', { min: 0, max: 366, omitted: 30 });
    const proof = countOf(arg(3), 'proof_days', { min: 0, max: 366, omitted: 14 });
    const approval = optional(arg(1), NO_LIMIT, (payBy) => {
      const day = dayOf(payBy, 'pay_by', book);
      return `EOMONTH(${day},-1-(DAY(${day})<${payment(day, 'paidTo', book)}))+${payment(day, 'approvedBy', book)}`;
    });
    // The last safe days of all halves are worked out once where only the half is the formula's own.
    if (!args.slice(1).every((text) => isSameEverywhere(text ?? null)))
      return { text: lastSafeDay(row, { approval, review, proof }, book), gives: 'day' };
    const limits = { approval: book.workedOutOnce(approval), review: book.workedOutOnce(review), proof: book.workedOutOnce(proof) };
    const days = book.workedOutByHalf((each) => lastSafeDay(each, limits, book));
    return { text: call('INDEX', days, row), gives: 'day' };
  },

  INTIME: (arg, book) => ({
    text: `(${dayOf(arg(0), 'submitted', book)}<=${cellOf(book, 'claim', earnedRow(arg(1), arg(2), book))})`,
    gives: 'logical',
  }),

  PAYDATE: (arg, book) => {
    const day = dayOf(arg(0), 'date', book);
    const inPayMonth = (column: string): string =>
      `EOMONTH(${day},(DAY(${day})>${payment(day, 'approvedBy', book)})-1)+${payment(day, column, book)}`;
    const kinds = {
      claim: () => inPayMonth('paidFrom'),
      'claim latest': () => inPayMonth('paidTo'),
      rebate: () => `EOMONTH(${day},0)+${payment(day, 'rebateDays', book)}`,
      'rebate 15th': () => `EOMONTH(${day},1)+${payment(day, 'rebateDayOfSecondMonth', book)}`,
      converted: () => `${cellOf(book, 'end', rowOfDay(arg(0), 'date', book))}+${payment(day, 'rebateDays', book)}`,
    };
    const text = byChoice(arg(1), 'kind', PAYMENT_KINDS, (kind) => kinds[kind]());
    return { text: `(${text})`, gives: 'day' };
  },
};
