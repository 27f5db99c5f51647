import type { ExchangeRate } from '../../domain/activities/rate-in-force';
import { formatDay } from '../../domain/calendar/day';
import { isCurrencyCode } from '../../domain/money/currency';
import { list } from '../../domain/text/list';
import { plural } from '../../domain/text/plural';
import { centsOfMicros, formatAmount, formatUsd, type Cents } from '../../domain/money/money';
import type { ForeignAmount } from './amounts';
import type { Conversion, CurrencyRows, FundEvidence } from './evidence';
import type { PossibleCause } from './cause';
import { atWorkbookRates, isNearly } from './workbook-rates';

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
 * amount, or nearly at the workbook's rates if no row shows its currency; null otherwise.
 */
export function askedCurrency(earned: Cents | null, evidence: FundEvidence, rates: readonly ExchangeRate[]): string | null {
  const { coop, rows } = evidence;
  if (!rows?.hasCurrencies) return earned ? askedAtWorkbookRates(earned, evidence, rates) : null;
  const same = rows.currencies.find((candidate) => candidate.rows === coop.rows && candidate.ownAmount === earned && earned !== 0);
  if (!same || centsOfMicros(coop.micros) === earned) return null;
  const { currency, ownAmount } = same;
  return `Is this an amount in ${currency}? The fund's rows total exactly ${formatAmount(ownAmount)} ${currency}, which is ${formatUsd(centsOfMicros(coop.micros))} at the report's rates. If so, enter it as "${currency} ${formatAmount(ownAmount)}".`;
}

/** The same question at the workbook's rates, unless several currencies fit or the amount fits in US dollars as well. */
function askedAtWorkbookRates(earned: Cents, evidence: FundEvidence, rates: readonly ExchangeRate[]): string | null {
  const ours = centsOfMicros(evidence.coop.micros);
  if (isNearly(earned, ours)) return null;
  const currencies = new Set(rates.map(({ currency }) => currency).filter((code) => isCurrencyCode(code) && code !== 'USD'));
  const fitting = [...currencies].flatMap((currency) => {
    const converted = atWorkbookRates(currency, evidence, rates);
    return converted !== null && typeof converted === 'object' && isNearly(earned, converted.cents) ? [{ currency, ...converted }] : [];
  });
  const [only] = fitting;
  if (only === undefined || fitting.length > 1) return null;
  const { currency, cents, rates: used } = only;
  return `Is this an amount in ${currency}? At ${used} in CoopRates, the fund's ${formatUsd(ours)} is about ${formatAmount(cents)} ${currency}. If so, enter it as "${currency} ${formatAmount(earned)}".`;
}

/** Compares an amount in a currency with the fund's US dollars at the workbook's rates. */
function comparedAtWorkbookRates({ cents, currency }: ForeignAmount, evidence: FundEvidence, rates: readonly ExchangeRate[]): string {
  const converted = atWorkbookRates(currency, evidence, rates);
  const missing = `That's in ${currency}, and the workbook keeps US dollars.`;
  const ask = `Add the report below; its rows also have amounts in ${currency}.`;
  if (converted === null || !rates.some((known) => known.currency === currency)) return `${missing} ${ask}`;
  if (typeof converted === 'string')
    return `${missing} CoopRates has no ${currency} rate that can be used for ${formatDay(converted)}. ${ask}`;
  const more = cents - converted.cents;
  const shown = more === 0 ? 'the same' : `${formatAmount(Math.abs(more))} ${currency} ${more > 0 ? 'more' : 'less'}`;
  return `At ${converted.rates} in CoopRates, the fund's ${formatUsd(centsOfMicros(evidence.coop.micros))} is about ${formatAmount(converted.cents)} ${currency} if all of its rows are in ${currency}. Partner Center shows ${shown}. To compare to the cent, add the report below.`;
}

/**
 * Compares an amount in another currency with the fund's rows in that currency, or at the workbook's rates if no row shows
 * its currency; `isSame` is whether the rows add up to it.
 */
export function comparedInCurrency(
  foreign: ForeignAmount,
  evidence: FundEvidence,
  rates: readonly ExchangeRate[],
): { isSame: boolean; sentence: string } {
  const { cents, currency } = foreign;
  const { coop, rows } = evidence;
  const answer = (sentence: string, isSame = false) => ({ isSame, sentence });
  if (!rows?.hasCurrencies) return answer(comparedAtWorkbookRates(foreign, evidence, rates));
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
