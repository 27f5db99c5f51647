import type { Claim, ClaimLine } from '../../domain/claims/claim';
import { isDay, type Day } from '../../domain/calendar/day';
import { dollars, type Cents } from '../../domain/money/money';
import { readTypedAmount } from '../../domain/money/typed-amount';
import { describeNoRate, readTypedRate } from '../../domain/money/typed-rate';

/** A line as typed. */
export type LineForm = Omit<ClaimLine, 'amount'> & { amount: string };

type Typed = 'start' | 'end' | 'claimExpires' | 'rate' | 'amount' | 'otherProgramShare';

/** A claim as typed: fields that have to be parsed are text. */
export type ClaimForm = Omit<Claim, Typed | 'lines'> & Record<Typed, string> & { lines: readonly LineForm[] };

/** A field of the form, or the amount of a line by its ID. */
export type FormField = Typed | 'currency' | `line:${string}`;

/** The form of a claim. */
export function formOf(claim: Claim): ClaimForm {
  const { start, end, claimExpires, rate, amount, otherProgramShare, lines } = claim;
  return {
    ...claim,
    start: start ?? '',
    end: end ?? '',
    claimExpires: claimExpires ?? '',
    rate: rate === null ? '' : `${rate}`,
    amount: amountText(amount),
    otherProgramShare: otherProgramShare === null ? '' : `${Number((otherProgramShare * 100).toFixed(6))}`,
    lines: lines.map((line) => ({ ...line, amount: amountText(line.amount) })),
  };
}

/** The claim in a form, and the fields that can't be read; those count as blank. */
export function readForm(form: ClaimForm): { claim: Claim; mistakes: ReadonlyMap<FormField, string> } {
  const mistakes = new Map<FormField, string>();
  const read = <T>(field: FormField, text: string, parse: (text: string) => T | null, sentence: string): T | null => {
    if (text.trim() === '') return null;
    const value = parse(text.trim());
    if (value === null) mistakes.set(field, sentence);
    return value;
  };
  const day = (field: 'start' | 'end' | 'claimExpires'): Day | null =>
    read(field, form[field], (text) => (isDay(text) ? text : null), 'Enter a date.');
  const currency = form.currency.trim().toUpperCase();
  const amount = (field: FormField, text: string): Cents | null => {
    const typed = readTypedAmount(text, currency || 'USD');
    if (!('problem' in typed)) return typed.cents;
    mistakes.set(field, typed.problem);
    return null;
  };
  const claim: Claim = {
    ...form,
    currency,
    start: day('start'),
    end: day('end'),
    claimExpires: day('claimExpires'),
    rate: read('rate', form.rate, readTypedRate, describeNoRate(form.rate, currency)),
    amount: amount('amount', form.amount),
    otherProgramShare: read('otherProgramShare', form.otherProgramShare, shareOfPercent, 'Enter a percentage from 0 to 100.'),
    lines: form.lines.map((line) => ({ ...line, amount: amount(`line:${line.id}`, line.amount) ?? 0 })),
  };
  return { claim, mistakes };
}

const numberOf = (text: string): number | null => (/^\d+(?:\.\d+)?$/.test(text) ? Number(text) : null);

function shareOfPercent(text: string): number | null {
  const percent = numberOf(text.replace(/\s*%$/, ''));
  return percent === null || percent > 100 ? null : Number((percent / 100).toFixed(8));
}

const amountText = (cents: Cents | null): string => (cents === null ? '' : dollars(cents).toFixed(2));
