import type { Day } from '../../domain/calendar/day';
import { halfOf, labelOf, nextHalf, parseHalf } from '../../domain/calendar/half';
import { comparableId, shownId } from '../../domain/earnings/partner-id';
import { isSameFund } from '../../domain/funds/fund';
import { formatUsd } from '../../domain/money/money';
import { readTypedAmount } from '../../domain/money/typed-amount';
import { fundNamed } from '../../rulebook/name-keys';
import { DEFAULT_PROGRAM } from '../../rulebook/rules-on';
import { PROGRAMS, type Program } from '../../rulebook/rules/programs';
import type { EnteredFund } from '../../storage/funds/funds-table';
import type { FundDetails } from '../store/funds-in-workbook';

/** A fund while it is entered: every field is text. */
export interface FundForm {
  partnerId: string;
  program: string;
  /** The label of the half it was earned in. */
  half: string;
  coop: string;
}

/** A blank form for the fund that can be used on a day: the half before. */
export const blankFundForm = (asOf: Day): FundForm => ({
  partnerId: '',
  program: DEFAULT_PROGRAM,
  half: labelOf(nextHalf(halfOf(asOf), -1)),
  coop: '',
});

/** The programs that the form offers: those that our sources list, without those that never have co-op. */
export const PROGRAMS_TO_ENTER: readonly string[] = PROGRAMS.filter((program: Program) => program.coopFrom !== 'never').map(
  ({ name }) => name,
);

/** The halves that the form offers, the newest first: the one being earned, and those whose claims may still be open. */
export const halvesToEnter = (asOf: Day): string[] => [0, -1, -2].map((by) => labelOf(nextHalf(halfOf(asOf), by)));

/** The fund in a form, and what is wrong with each field; null if anything is. */
export function readFundForm(
  form: FundForm,
  funds: readonly FundDetails[],
): { value: EnteredFund | null; mistakes: ReadonlyMap<keyof FundForm, string> } {
  const mistakes = new Map<keyof FundForm, string>();
  const partnerId = form.partnerId.trim();
  const half = parseHalf(form.half);
  const typed = readTypedAmount(form.coop);
  if (!/^\d+$/.test(comparableId(partnerId))) mistakes.set('partnerId', 'Enter one Partner ID, such as 1234567.');
  if (half === null) mistakes.set('half', 'Choose the half in which the co-op was earned.');
  if ('problem' in typed) mistakes.set('coop', typed.problem);
  else if (typed.cents === null || typed.cents <= 0) mistakes.set('coop', 'Enter an amount above 0, such as 20000.');
  if (mistakes.size > 0 || half === null || 'problem' in typed) return { value: null, mistakes };
  const fund = fundNamed(shownId(partnerId), form.program, half);
  const same = funds.find((other) => isSameFund(other, fund));
  if (same)
    mistakes.set('half', `The workbook has this fund already, with ${formatUsd(same.coop)} of co-op. Change it in the table CoopFunds.`);
  return { value: same ? null : { fund, coop: typed.cents! }, mistakes };
}
