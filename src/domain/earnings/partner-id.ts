import { cleanText } from '../text/clean-text';
import { compareText } from '../text/compare';
import { isNoValue } from '../text/no-value';

/**
 * A Partner ID for comparison: 1234567, "MPN: 01234567", 1234567.0, "1,234,567" and "1234567 (MPN)" are the same ID.
 * Excel and databases turn IDs into numbers, drop leading zeros and write decimals; people and Partner Center's screens
 * put words before them.
 */
export function comparableId(id: string): string {
  return PLAIN.test(id) ? id : readId(id) || withoutZeros(squeezed(id).replace(/MPN/g, ''));
}

/** The same, but '' if a text doesn't clearly identify a partner: a word for "none", a rounded number, or possibly two IDs. */
export const partnerKey = (id: string): string => (isNoValue(cleanText(id)) || readId(id) === null ? '' : comparableId(id));

/** Why a text doesn't clearly identify a partner; null if it may. */
export function oddPartnerId(id: string): 'nothing' | 'rounded' | 'unclear' | null {
  if (partnerKey(id) !== '') return null;
  return readId(id) === null ? (/\dE/.test(squeezed(id)) ? 'rounded' : 'unclear') : 'nothing';
}

/** An ID for a table: as written if the table's formulas understand it, otherwise its digits. */
export const shownId = (id: string): string => (isSheetId(id) || !DIGITS.test(comparableId(id)) ? id : comparableId(id));

/** Whether the sheet's formulas, which handle MPN and leading zeros, read this spelling as the ID. */
const isSheetId = (id: string): boolean => /^(?:MPN ?)?\d+$/i.test(id);

/** Compares normalized IDs by number; IDs that aren't numbers follow, A to Z. */
export function compareIds(a: string, b: string): number {
  const aIsNumber = DIGITS.test(a);
  if (aIsNumber !== DIGITS.test(b)) return aIsNumber ? -1 : 1;
  if (aIsNumber && a.length !== b.length) return a.length - b.length;
  return compareText(a, b);
}

const PLAIN = /^[1-9]\d*$/;
const DIGITS = /^\d+$/;
/** A number with what people write around it. */
const LABELED = /^[='"#]*(?:(?:MPN|PARTNER|PARTICIPANT|ID)+[\W_]*)?(\d[\d.,']*(?:E\+?\d+)?)["']*(?:[\W_]*(?:MPN|ID)+\)?)?$/;

const squeezed = (id: string): string => cleanText(id).toUpperCase().replace(/\s/g, '');
const withoutZeros = (digits: string): string => digits.replace(/^0+(?=.)/, '');

/** The digits of an ID that is a number; '' for any other text, null if the number is ambiguous. */
function readId(id: string): string | null {
  const number = LABELED.exec(squeezed(id))?.[1];
  if (number === undefined) return '';
  const power = /^(\d+)[.,]?(\d*)E\+?(\d+)/.exec(number);
  // 1.23E+6 has lost its last digits, and 123,000 may be 123 with decimals
  if (power) return power[2]!.length === +power[3]! ? withoutZeros(power[1]! + power[2]!) : null;
  const found = /^\d{1,3}[.,]000$/.test(number) ? undefined : [number, number.replace(/[.,]0*$/, '')].find((text) => GROUPED.test(text));
  return found === undefined ? null : withoutZeros(found.replace(/\D/g, ''));
}

const GROUPED = /^(\d+|\d{1,3}([.,'])\d{3}(\2\d{3})*)$/;
