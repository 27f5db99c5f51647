import type { DateSystem } from './file-cell';
import { formulaOf, type Case } from '../cases/case';
import { ALL_CASES } from '../cases/cases';

/** The cases of one function in a workbook of that date system, each formula once. */
export function casesOf(call: string, dateSystem: DateSystem): Case[] {
  const seen = new Set<string>();
  return ALL_CASES.filter((testCase) => {
    if (testCase.call !== call || (dateSystem === 1904 && testCase.only1900)) return false;
    const formula = formulaOf(testCase, (input) =>
      JSON.stringify(input, (_, value: unknown) => (typeof value === 'symbol' ? String(value) : value)),
    );
    return !seen.has(formula) && seen.add(formula);
  });
}

/** What is tried, without the short marks of the sources. */
export function titleOf({ id, why }: Case): string {
  const isMark = /^([TCF]\d+( and settled)?|contract|settled)$/.test(id);
  const said = (isMark ? (why ?? '') : id)
    .replace(/^[TCF]\d+(, |: )/, '')
    .replaceAll(/ ?\([^)]*\bC\d+[^)]*\)/g, '')
    .replaceAll(/\bS\d{3}\b( slide| table)?(, )?/g, '')
    .replace(/^, /, '')
    .trim();
  const text = said || 'A worked example of the program guides';
  return text[0]!.toUpperCase() + text.slice(1);
}
