import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { provideContext } from '../../src/cells/context';
import { split } from '../../src/functions/split';
import { complaint, PLAIN_WORKBOOK, serial, show } from '../support/custom-functions';

const DIRECT = 'CSP Direct Bill Partner';

describe('SPLIT', () => {
  it.each([
    ['T20', [1500], [[900, 600]]],
    ['T25', [33.33], [[20, 13.33]]],
    ['T26', [0.01], [[0.01, 0]]],
    ['T27', [-30], [[-18, -12]]],
    ['settled', [1.0125, 'co-op'], 0.4],
    ['T22', [1500, , '2024-11-15', 'Azure CSP Customer Adds'], [[1500, 0]]],
    ['T23', [3000, , '2024-11-15', 'Core – Modern Work & Security billed revenue'], [[1800, 1200]]],
    ['T28', [1000, , '2022-10-31'], [[1000, 0]]],
    ['T28', [1000, , '2022-11-01'], [[600, 400]]],
    ['T29', [1000, , '2019-12-31', , DIRECT], [[1000, 0]]],
    ['T29', [1000, , '2020-01-01', , DIRECT], [[600, 400]]],
    ['a day from Excel', [1000, , serial('2022-10-31')], [[1000, 0]]],
    ['text', ['1500'], [[900, 600]]],
    ['blank cell', [''], [[0, 0]]],
    ['blank cells', [1500, '', 0, '', ''], [[900, 600]]],
    ['never co-op', [1000, , , , 'OSA'], [[1000, 0]]],
  ])('%s: %j gives %j', (_case, given, expected) => expect(show(split, ...given)).toEqual(expected));

  it.each([
    ['rebate', 900],
    ['co-op', 600],
    ['coop', 600],
    ['CO OP', 600],
    ['Both', [[900, 600]]],
  ])('part "%s" of 1500 is %j', (part, expected) => expect(show(split, 1500, part)).toEqual(expected));

  it.each([
    ['40%', [[600, 400]]],
    [0.25, [[750, 250]]],
    [1, [[0, 1000]]],
    ['0%', [[1000, 0]]],
    ['33.3%', [[667, 333]]],
  ])('a co-op share of %j wins over every rule', (share, expected) => {
    expect(show(split, 1000, null, '2022-10-31', null, null, share)).toEqual(expected);
    expect(show(split, 1000, null, '2026-01-01', 'Azure CSP Customer Adds', 'CSP Indirect Provider', share)).toEqual(expected);
  });

  it.each([
    [['1,234.50'], '#VALUE! earning: "1,234.50" is not an amount.'],
    [['1.234,50'], '#VALUE! earning: "1.234,50" is not an amount.'],
    [[true], '#VALUE! earning: TRUE is not an amount.'],
    [[1500, 'half'], '#VALUE! part: "half" is not one of the choices. Write "both", "rebate" or "co-op".'],
    [[1500, , '12/31/2024'], '#VALUE! date: "12/31/2024" is not a date'],
    [[1500, , , , 'CSP Indirect Provider'], '#N/A'],
    [[1500, , , , 'Contoso Partner Program'], '#N/A'],
    [[1500, , , 'No such lever'], '#N/A'],
    [[1500, , '2026-01-01', 'Azure CSP Customer Adds'], '#N/A'],
    [[1500, , , , , 0], '#VALUE! coop_share is blank or zero'],
    [[1500, , , , , 1.5], '#NUM!'],
    [[{ type: 'Error', basicValue: '#DIV/0!' }], '#DIV/0!'],
  ])('%j is refused: %s', (given, start) => expect(complaint(split, ...given)).toContain(start));

  describe('with the workbook’s own rule', () => {
    afterEach(() => provideContext(PLAIN_WORKBOOK));

    it('takes it from its first day', () => {
      provideContext({
        ...PLAIN_WORKBOOK,
        ownRules: [{ topic: 'split', program: 'Microsoft Commerce Incentives', from: '2025-07-01', value: 0.3 }],
      });
      expect(show(split, 1000, null, '2025-06-30')).toEqual([[600, 400]]);
      expect(show(split, 1000, null, '2025-07-01')).toEqual([[700, 300]]);
      expect(show(split, 1000)).toEqual([[700, 300]]);
    });
  });

  it('law: the parts add up to the earning, to the cent, whatever the share', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), fc.integer({ min: 1, max: 10_000 }), (cents, basisPoints) => {
        const [[rebate, coop]] = show(split, cents / 100, 'both', null, null, null, `${basisPoints / 100}%`) as [[number, number]];
        expect(Math.round(rebate * 100) + Math.round(coop * 100)).toBe(cents);
        expect(Number(rebate.toFixed(2))).toBe(rebate);
        expect(Number(coop.toFixed(2))).toBe(coop);
      }),
    );
  });
});
