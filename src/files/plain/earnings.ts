import { readChoice } from '../../cells/read';
import type { ProgramId } from '../../rulebook/rules/programs';
import { SPLIT_PARTS } from '../../domain/earnings/split';
import { THRESHOLD_PARTS } from '../../domain/earnings/threshold';
import { badInput } from '../../domain/problem';
import { call, NUM_ERROR, quoted, when } from './formula-text';
import type { HistoryKind } from './histories';
import type { Operand } from './operand';
import type { Book, NameAsked } from './book';
import { NEWEST } from './workings-names';
import type { Writer } from './periods';
import {
  MAX_AMOUNT,
  amountOf,
  byChoice,
  halfOf,
  leverOf,
  optional,
  overrideOf,
  programOf,
  sameAmount,
  ruleDayOf,
  shareOf,
  wholeNumberOf,
} from './read';

/** A value of the rule in force on a day. */
export function ruleOn(
  book: Book,
  kind: HistoryKind,
  column: string,
  day: string,
  program: NameAsked<ProgramId>,
  subject: NameAsked | null,
): string {
  return call('LOOKUP', dayCodeOf(book, kind, day, program, subject), book.column(kind, 'at'), book.column(kind, column));
}

/** The row of that rule in the histories of its kind. */
function ruleRow(book: Book, kind: HistoryKind, day: string, program: NameAsked<ProgramId>, subject: NameAsked | null): string {
  return call('MATCH', dayCodeOf(book, kind, day, program, subject), book.column(kind, 'at'));
}

function dayCodeOf(book: Book, kind: HistoryKind, day: string, program: NameAsked<ProgramId>, subject: NameAsked | null): string {
  const code = book.code(kind, program, subject);
  return /^\d+$/.test(code) && /^\d+$/.test(day) ? `${Number(code) + Number(day)}` : `${code}+${day}`;
}

/** The rate of a lever that may be in a cell, which it can't be left out of. */
function rateOf(kind: 'rate' | 'earn' | 'growth', lever: Operand, date: Operand, program: Operand, book: Book): string {
  const whose = programOf(program, book);
  const asked = leverOf(lever, whose, book);
  if (asked === null) throw badInput('lever is missing or blank.');
  return ruleOn(book, kind, 'rate', ruleDayOf(date, 'date', book), whose, asked);
}

/** The co-op share by rule. A lever in a blank cell is none. */
function shareByRule(lever: Operand, program: Operand, day: string, book: Book): string {
  const whose = programOf(program, book);
  const share = (asked: NameAsked | null): string => ruleOn(book, 'split', 'share', day, whose, asked);
  return optional(lever, share(null), (given) => share(leverOf(given, whose, book)));
}

/** The least amount in cents whose share, rounded, comes to an amount in cents: no less than it needs, half a cent given. */
const leastFor = (cents: string, share: string): string => call('MAX', 0, call('ROUNDUP', call('ROUND', `(${cents}-0.5)/${share}`, 5), 0));

/**
 * A part of THRESHOLD that is in a cell, with each thing as few times as possible. `standing` is 0 below the threshold, 1 exactly
 * at it, and 2 above; in each case a part is one of few things.
 */
function anyPart(asked: Operand, standing: string, accrued: string, least: string, amount: string): string {
  const position = byChoice(asked, 'part', THRESHOLD_PARTS, (part) => `${THRESHOLD_PARTS.indexOf(part) + 1}`);
  const below = ['0', accrued, call('ROUND', `${least}-${accrued}`, 2), amount, quoted('converted')];
  const exactly = [accrued, '0', '0', accrued, quoted('usable (exactly at threshold)')];
  const above = [accrued, '0', '0', amount, quoted('usable')];
  return call('CHOOSE', `${position}+${THRESHOLD_PARTS.length}*(${standing})`, ...below, ...exactly, ...above);
}

/** The functions on earnings. */
export const EARNINGS: Readonly<Record<string, Writer>> = {
  SPLIT: (arg, book, { pick }) => {
    const earning = amountOf(arg(0), 'earning');
    const day = ruleDayOf(arg(2), 'date', book);
    const share = shareOf(arg(5), 'coop_share') ?? shareByRule(arg(3), arg(4), day, book);
    const coop = call('ROUND', `${earning}*${share}`, 2);
    const rebate = call('ROUND', `${earning}-${coop}`, 2);
    const asked = arg(1);
    if (asked.kind === 'value' || asked.kind === 'omitted') {
      const which = readChoice(asked.kind === 'value' ? asked.value : null, 'part', SPLIT_PARTS);
      if (which !== 'both') return { text: which === 'rebate' ? rebate : coop, gives: 'amount' };
      if (pick) return { text: pick.column === 1 ? rebate : coop, gives: 'amount' };
      return { text: call('CHOOSE', '{1,2}', rebate, coop), gives: 'any' };
    }
    const second = pick?.column === 2;
    return {
      text: byChoice(asked, 'part', SPLIT_PARTS, (part) => ((part === 'both' ? second : part === 'co-op') ? coop : rebate)),
      gives: 'amount',
    };
  },

  EARNRATE: (arg, book) => ({ text: rateOf('rate', arg(0), arg(1), arg(2), book), gives: 'number' }),

  EARN: (arg, book) => ({
    text: call('ROUND', `${wholeNumberOf(arg(0), 'revenue')}*${rateOf('earn', arg(1), arg(2), arg(3), book)}`, 2),
    gives: 'amount',
  }),

  EARNGROWTH: (arg, book) => {
    const growth = call('MAX', 0, `${wholeNumberOf(arg(0), 'revenue')}-${wholeNumberOf(arg(1), 'baseline')}`);
    return { text: call('ROUND', `ROUND(${growth},9)*${rateOf('growth', arg(2), arg(3), arg(4), book)}`, 2), gives: 'amount' };
  },

  THRESHOLD: (arg, book) => {
    const accrued = amountOf(arg(0), 'accrued');
    const day = optional(arg(1), `${NEWEST}`, (half) => call('INDEX', book.half('end'), halfOf(half, 'half', book)));
    const program = programOf(arg(3), book);
    const given = overrideOf(arg(4), 'threshold');
    const rule = (kind: HistoryKind, column: string): string => ruleOn(book, kind, column, day, program, null);
    const amount = (): string => given ?? rule('threshold', 'amount');
    const enough = given === null ? rule('threshold', 'enough') : call('ROUND', `${given}+${rule('comparison', 'more')}`, 2);
    const least = call('MAX', 0, enough);
    const parts = {
      usable: () => when(`${accrued}>=${least}`, accrued, '0'),
      converted: () => when(`${accrued}<${least}`, accrued, '0'),
      shortfall: () => call('MAX', 0, call('ROUND', `${least}-${accrued}`, 2)),
      amount: () => when(`ISNUMBER(${accrued})`, amount(), accrued),
      status: () =>
        when(
          `${accrued}<${least}`,
          quoted('converted'),
          when(`${accrued}=${amount()}`, quoted('usable (exactly at threshold)'), quoted('usable')),
        ),
    };
    const isWritten = arg(2).kind === 'omitted' || arg(2).kind === 'value';
    if (!isWritten) {
      const again = sameAmount(arg(0), 'accrued');
      const steps = (): string => call('INDEX', book.column('threshold', 'steps'), ruleRow(book, 'threshold', day, program, null), 0);
      const standing = given === null ? `MATCH(${accrued},${steps()})-1` : `(${accrued}>=${least})*(2-(${again}=${given}))`;
      return { text: anyPart(arg(2), standing, again, least, amount()), gives: 'any' };
    }
    const text = byChoice(arg(2), 'part', THRESHOLD_PARTS, (part) => parts[part]());
    return { text, gives: arg(2).kind === 'omitted' || (arg(2) as { value?: unknown }).value !== 'status' ? 'amount' : 'text' };
  },

  REVENUEFOR: (arg, book) => {
    const wanted = amountOf(arg(0), 'coop');
    const whose = programOf(arg(3), book);
    const lever = leverOf(arg(1), whose, book);
    if (lever === null) throw badInput('lever is missing or blank.');
    const day = ruleDayOf(arg(2), 'date', book);
    const rate = shareOf(arg(4), 'rate') ?? ruleOn(book, 'earn', 'rate', day, whose, lever);
    const share = shareOf(arg(5), 'coop_share') ?? ruleOn(book, 'split', 'share', day, whose, lever);
    const cents = when(`${wanted}<0`, NUM_ERROR, `${wanted}*100`);
    const revenue = `${leastFor(leastFor(cents, share), rate)}/100`;
    const isTooLarge = `${wanted}>${share}*${rate}*${MAX_AMOUNT}`;
    return { text: when(`${wanted}=0`, '0', when(isTooLarge, NUM_ERROR, revenue)), gives: 'amount' };
  },
};
