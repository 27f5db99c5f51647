import { describe, expect, it } from 'vitest';
import { isErrorCell, plainValue, rangeOf } from '../../src/cells/cell-value';
import { INVOCATION } from '../support/custom-functions';

describe('a value without its wrappings', () => {
  it.each([
    [1.5, 1.5],
    ['text', 'text'],
    [true, true],
    [null, null],
    [undefined, null],
    [INVOCATION, null],
    [{ _functionName: 'COOP.SPLIT', _address: 'Sheet1!A1' }, null],
    [{ type: 'Double', basicType: 'Double', basicValue: 45519, numberFormat: 'yyyy-mm-dd' }, 45519],
    [{ type: 'FormattedNumber', basicValue: 0.4, numberFormat: '0%' }, 0.4],
    [{ type: 'String', basicValue: 'FY25 H1' }, 'FY25 H1'],
    [{ type: 'Boolean', basicValue: false }, false],
    [{ type: 'Empty', basicValue: '' }, ''],
    [[[7]], 7],
    [[7], 7],
  ])('%j is %j', (value, plain) => expect(plainValue(value)).toBe(plain));

  it.each([
    [{ type: 'Error', basicValue: '#N/A' }, '#N/A'],
    [new CustomFunctions.Error(CustomFunctions.ErrorCode.divisionByZero), '#DIV/0!'],
    [{ type: 'LinkedEntity', text: 'Contoso', basicType: 'Error', basicValue: '#VALUE!' }, '#VALUE!'],
    [{ type: 'Error' }, '#VALUE!'],
    [{ basicValue: { deeper: 1 } }, '#VALUE!'],
    [{}, '#VALUE!'],
    [[], '#VALUE!'],
    [[[1, 2]], '#VALUE!'],
    [NaN, '#NUM!'],
    [() => 1, '#VALUE!'],
  ])('%j is an error', (value, error) => {
    expect(plainValue(value)).toEqual({ error });
    expect(isErrorCell(plainValue(value))).toBe(true);
  });
});

it.each([
  [
    [
      [1, 2],
      [3, 4],
    ],
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [5, [[5]]],
  [
    [1, 2],
    [[1], [2]],
  ],
  [null, [[null]]],
])('%j is the range %j', (value, range) => expect(rangeOf(value)).toEqual(range));
