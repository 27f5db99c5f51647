import { list } from '../../domain/text/list';
import { plural } from '../../domain/text/plural';
import { centsOfMicros, formatAmount, formatUsd, type Cents } from '../../domain/money/money';
import type { ForeignAmount } from './amounts';
import type { Conversion, CurrencyRows, FundEvidence } from './evidence';
import type { PossibleCause } from './cause';

/** How exchange rates may explain the difference: to the cent, if the report's own rates show it. */
export function rateCauses(currencies: readonly CurrencyRows[], difference: Cents): PossibleCause[] {
  return currencies
    .flatMap((rows) => {
      const known = [mixed(rows), ...otherwise(rows)];
      return known.some(({ amount }) => amount === difference) ? known : [...known, ...near(rows, difference)];
    })
    .map((cause) => ({ ...cause, contradiction: 'C32' }));
}

const mixed = ({ currency, rows, micros, ownAmount }: CurrencyRows): PossibleCause => ({
  id: `exchange rate ${currency}`,
  kind: 'exchange rate',
  amount: ownAmount - centsOfMicros(micros),
  rows,
  sentence: `The other figure adds up amounts in ${currency} as if they were US dollars: ${formatAmount(ownAmount)} instead of ${formatUsd(centsOfMicros(micros))}.`,
});

/** Other conversions, unless there are so many or they're so close together that one may fit by chance. */
function otherwise({ currency, rows, micros, otherwise: all }: CurrencyRows): PossibleCause[] {
  const cents = centsOfMicros(micros);
  const amounts = all.filter(({ how }) => how.at !== 'one rounding').map((conversion) => conversion.cents - cents);
  const spread = Math.max(0, ...amounts) - Math.min(0, ...amounts);
  const isUnlikely = amounts.length * UNLIKELY <= spread;
  return all
    .filter(({ how }) => isUnlikely || how.at === 'one rounding')
    .map((conversion, index) => ({
      id: `exchange rate ${currency} otherwise ${index}`,
      kind: 'exchange rate',
      amount: conversion.cents - cents,
      rows,
      sentence: saidOf(conversion, currency, rows),
      isWhole: true,
    }));
}

/** A match by chance is unlikely with at most one conversion per this many cents of their spread. */
const UNLIKELY = 100;

function saidOf({ how }: Conversion, currency: string, rows: number): string {
  switch (how.at) {
    case 'one rate':
      return `The other figure converts all amounts in ${currency} at ${how.rate}, the report's rate for ${how.months.length > 2 ? `${how.months[0]} to ${how.months.at(-1)}` : list(how.months, 'and')}. The report converts each row at its own rate.`;
    case 'transaction rates':
      return `The other figure converts the amounts in ${currency} at the transaction rates (column transactionExchangeRate). The report uses the earning rates.`;
    case 'one rounding':
      return `The other figure converts the amounts in ${currency} together and rounds once. The report rounds each of ${plural(rows, 'row')}.`;
  }
}

function near({ currency, rows, micros, ownAmount }: CurrencyRows, difference: Cents): PossibleCause[] {
  const cents = centsOfMicros(micros);
  const rate = (cents + difference) / ownAmount;
  const reported = cents / ownAmount;
  if (ownAmount === 0 || difference === 0 || Math.abs(rate / reported - 1) > NEAR_RATE) return [];
  const sentence = `At ${rate.toFixed(4)} USD per ${currency} instead of the report's ${reported.toFixed(4)}, you'd get that figure. Some rate fits any figure, so this alone isn't an explanation.`;
  return [{ id: `exchange rate ${currency} near`, kind: 'exchange rate', amount: null, rows, sentence }];
}

/** Rates within a half differ by less. */
const NEAR_RATE = 0.2;

/**
 * Asks whether an amount entered without a currency is in the currency of the fund's rows, if they add up to exactly that
 * amount; null otherwise.
 */
export function askedCurrency(earned: Cents | null, { coop, rows }: FundEvidence): string | null {
  const same = rows?.currencies.find((candidate) => candidate.rows === coop.rows && candidate.ownAmount === earned && earned !== 0);
  if (!same || centsOfMicros(coop.micros) === earned) return null;
  const { currency, ownAmount } = same;
  return `Is this an amount in ${currency}? The fund's rows total exactly ${formatAmount(ownAmount)} ${currency}, which is ${formatUsd(centsOfMicros(coop.micros))} at the report's rates. If so, enter it as "${currency} ${formatAmount(ownAmount)}".`;
}

/** Compares an amount in another currency with the fund's rows in that currency; `isSame` is whether they add up to it. */
export function comparedInCurrency(
  { cents, currency }: ForeignAmount,
  { coop, rows }: FundEvidence,
): { isSame: boolean; sentence: string } {
  const answer = (sentence: string, isSame = false) => ({ isSame, sentence });
  if (!rows)
    return answer(
      `That's in ${currency}, and the workbook keeps US dollars. Add the report below; its rows also have amounts in ${currency}.`,
    );
  const inCurrency = rows.currencies.find((candidate) => candidate.currency === currency);
  if (!inCurrency) return answer(`That's in ${currency}, but no row of this fund is. Enter the amount in US dollars.`);
  if (inCurrency.rows < coop.rows)
    return answer(
      `Only ${inCurrency.rows} of the fund's ${coop.rows} rows are in ${currency}, with ${formatAmount(inCurrency.ownAmount)} ${currency}. No row shows the rate Partner Center uses for the others. Enter the amount in US dollars.`,
    );
  const more = cents - inCurrency.ownAmount;
  if (more === 0)
    return answer(
      `The report's rows also total ${formatAmount(inCurrency.ownAmount)} ${currency}. At its own rates that's ${formatUsd(centsOfMicros(coop.micros))}, so only the exchange rate differs.`,
      true,
    );
  return answer(
    `The report's rows total ${formatAmount(inCurrency.ownAmount)} ${currency}, and Partner Center shows ${formatAmount(Math.abs(more))} ${currency} ${more > 0 ? 'more' : 'less'}. An exchange rate doesn't explain that.`,
  );
}
