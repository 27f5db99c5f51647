import { MICROS_A_CENT, type Cents, type Micros } from '../../domain/money/money';

/** Converts an amount in another currency, in hundredths, to US dollars in cents, unrounded. */
export type Convert = (amount: Cents, rate: number) => number;

/** The two directions of a rate. Microsoft doesn't document which one a report has; its rows show it. */
export const times: Convert = (amount, rate) => amount * rate;
export const by: Convert = (amount, rate) => amount / rate;

/** Whether a row's US dollars are its amount converted in one direction, within a cent and the error of a rounded rate. */
export const explains = (convert: Convert, ownAmount: Cents, rate: number, micros: Micros): boolean =>
  Math.abs(convert(ownAmount, rate) - micros / MICROS_A_CENT) <= 1 + Math.abs(micros / MICROS_A_CENT) * ROUNDED_RATE;

/** The maximum error of a rate with four decimals. */
const ROUNDED_RATE = 0.0005;
