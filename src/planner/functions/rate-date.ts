import { confirmationOf } from '../../rulebook/confirmed';
import { allRules } from '../../rulebook/rules-on';
import type { Filled, FunctionEntry } from './write-formula';

/**
 * Fills in the day of a rate, if it is left out: the last one that the built-in rates are verified for. A formula without a
 * day would take whatever rate is the newest when it calculates.
 */
export function withRateDate({ parameters }: Pick<FunctionEntry, 'parameters'>, filled: Filled): Filled {
  const date = parameters.find(({ description }) => description.includes('Default: the newest rate'));
  return date && !filled[date.name] ? { ...filled, [date.name]: RATES_VERIFIED_THROUGH } : filled;
}

const RATES_VERIFIED_THROUGH = allRules()
  .filter(({ topic }) => topic === 'rate')
  .map((rule) => confirmationOf(rule)?.through ?? '')
  .reduce((a, b) => (a > b ? a : b));
