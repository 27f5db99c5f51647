import type { FundName } from '../../../domain/activity';
import type { Claim, ClaimLine } from '../../../domain/claim-kept';
import { isDay, type Day } from '../../../domain/day';
import { centsOf, dollars, type Cents } from '../../../domain/money';
import { labelOf } from '../../../domain/period';

/** A line as it is typed. */
export type LineForm = Omit<ClaimLine, 'amount'> & { amount: string };

type Typed = 'start' | 'end' | 'rate' | 'amount' | 'otherProgramShare';

/** A claim as it is typed: what has to be read first is text. */
export type ClaimForm = Omit<Claim, Typed | 'lines'> & Record<Typed, string> & { lines: readonly LineForm[] };

/** A field of the form, or the amount of a line by its ID. */
export type FormField = Typed | 'currency' | `line:${string}`;

/** A claim as a form shows it. */
export function formOf(claim: Claim): ClaimForm {
  const { start, end, rate, amount, otherProgramShare, lines } = claim;
  return {
    ...claim,
    start: start ?? '',
    end: end ?? '',
    rate: rate === null ? '' : `${rate}`,
    amount: amountText(amount),
    otherProgramShare: otherProgramShare === null ? '' : `${Number((otherProgramShare * 100).toFixed(6))}`,
    lines: lines.map((line) => ({ ...line, amount: amountText(line.amount) })),
  };
}

/** The claim a form says, and what in it cannot be read; such a field is as if blank. */
export function readForm(form: ClaimForm): { claim: Claim; mistakes: ReadonlyMap<FormField, string> } {
  const mistakes = new Map<FormField, string>();
  const read = <T>(field: FormField, text: string, parse: (text: string) => T | null, sentence: string): T | null => {
    if (text.trim() === '') return null;
    const value = parse(text.trim());
    if (value === null) mistakes.set(field, sentence);
    return value;
  };
  const day = (field: 'start' | 'end'): Day | null => read(field, form[field], (text) => (isDay(text) ? text : null), 'Write a day of the calendar.');
  const amount = (field: FormField, text: string): Cents | null => read(field, text, amountOf, 'Write an amount such as 1234.50, without other signs.');
  const claim: Claim = {
    ...form,
    currency: form.currency.trim().toUpperCase(),
    start: day('start'),
    end: day('end'),
    rate: read('rate', form.rate, rateOf, 'Write a number above 0, such as 1.08.'),
    amount: amount('amount', form.amount),
    otherProgramShare: read('otherProgramShare', form.otherProgramShare, shareOfPercent, 'Write a percentage between 0 and 100.'),
    lines: form.lines.map((line) => ({ ...line, amount: amount(`line:${line.id}`, line.amount) ?? 0 })),
  };
  return { claim, mistakes };
}

/** A text that stands for a fund in a list. */
export const fundKeyOf = (fund: FundName | null): string => (fund === null ? '' : [fund.partnerId, fund.program, labelOf(fund.half)].join('|'));

/** An amount with the sign a thousand may be written with: 1,234.50 reads one way only. Null also where it is more than a cell holds to the cent. */
export function amountOf(text: string): Cents | null {
  const plain = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  const cents = centsOf(plain);
  return cents !== null && Math.abs(cents) < TOO_MUCH ? cents : null;
}

/** A trillion, in cents: Excel keeps 15 digits. */
const TOO_MUCH = 1e14;

const numberOf = (text: string): number | null => (/^\d+(?:\.\d+)?$/.test(text) ? Number(text) : null);

const rateOf = (text: string): number | null => numberOf(text) || null;

function shareOfPercent(text: string): number | null {
  const percent = numberOf(text.replace(/\s*%$/, ''));
  return percent === null || percent > 100 ? null : Number((percent / 100).toFixed(8));
}

const amountText = (cents: Cents | null): string => (cents === null ? '' : dollars(cents).toFixed(2));
