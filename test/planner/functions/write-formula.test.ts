import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../../src/formulas/parse-formula';
import { fillFrom, writeFormula } from '../../../src/planner/functions/write-formula';

const SPLIT = __CATALOGUE__.find(({ id }) => id === 'SPLIT')!;

describe('writeFormula', () => {
  it.each([
    [{ earning: '1500' }, '=COOP.SPLIT(1500)'],
    [{ earning: ' 1500 ', part: 'co-op' }, '=COOP.SPLIT(1500,"co-op")'],
    [{ earning: 'B2', date: '2024-03-10' }, '=COOP.SPLIT(B2,,"2024-03-10")'],
    [{ earning: '-30' }, '=COOP.SPLIT(-30)'],
    [{ earning: 'Sheet1!B2', coop_share: '40%' }, '=COOP.SPLIT(Sheet1!B2,,,,,40%)'],
    [{ earning: '=SUM(B2:B9)' }, '=COOP.SPLIT(SUM(B2:B9))'],
    [{ earning: 'Earnings[@Amount]' }, '=COOP.SPLIT(Earnings[@Amount])'],
    [{ earning: '"1500"' }, '=COOP.SPLIT("1500")'],
    [{ earning: '1', lever: 'say "hi"' }, '=COOP.SPLIT(1,,,"say ""hi""")'],
    [{ earning: '1', lever: 'Azure CSP Customer Adds' }, '=COOP.SPLIT(1,,,"Azure CSP Customer Adds")'],
    [{}, '=COOP.SPLIT()'],
  ])('%j is %s', (filled, formula) => expect(writeFormula(SPLIT, filled as Record<string, string>)).toBe(formula));

  it('writes every worked example that is a plain call back as it was', () => {
    for (const entry of __CATALOGUE__) {
      for (const { formula } of entry.examples) {
        const filled = fillFrom(entry, formula);
        if (filled) expect(writeFormula(entry, filled)).toBe(formula);
      }
    }
  });

  it('begins every function that needs arguments with a worked example', () => {
    const needy = __CATALOGUE__.filter(({ parameters }) => parameters.some(({ optional }) => !optional));
    for (const entry of needy)
      expect(
        entry.examples.some(({ formula }) => fillFrom(entry, formula)),
        entry.name,
      ).toBe(true);
  });

  it('never breaks out of its own argument, whatever is typed without "="', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }).filter((text) => !text.trim().startsWith('=')),
        (text) => {
          const parsed = parseFormula(writeFormula(SPLIT, { earning: text, part: 'both' }));
          expect(parsed.kind).toBe('call');
          expect(parsed.kind === 'call' && parsed.arguments).toHaveLength(2);
        },
      ),
    );
  });
});
