import { describe, expect, it } from 'vitest';
import type { CellError } from '../../../src/workbench/grid/functions/convert-arguments';
import { broadcast, convertArguments, type Conversion, type RawArgument } from '../../../src/workbench/grid/functions/convert-arguments';
import type { FunctionMetadata, ParameterMetadata } from '../../../src/workbench/grid/functions/metadata';

const conversion: Conversion = { allowErrors: true, blank: 0, errorValue: (code) => ({ type: 'Error', basicValue: code }) };

function call(parameters: Partial<ParameterMetadata>[], given: RawArgument[], how: Partial<Conversion> = {}): unknown {
  const meta: FunctionMetadata = { id: 'F', name: 'F', parameters: parameters.map((parameter, i) => ({ name: `p${i}`, ...parameter })) };
  try {
    return convertArguments(meta, given, { ...conversion, ...how });
  } catch (thrown) {
    return (thrown as CellError).code;
  }
}

describe('what Excel hands to a function', () => {
  it.each<[string, Partial<ParameterMetadata>, RawArgument, unknown]>([
    ['omitted', { type: 'any', optional: true }, undefined, [null]],
    ['omitted though required', { type: 'any' }, undefined, '#VALUE!'],
    ['a blank cell as number', { type: 'number' }, [[null]], [0]],
    ['a blank cell as text', { type: 'string' }, [[null]], ['']],
    ['a blank cell as any', { type: 'any' }, [[null]], [0]],
    ['numeric text as number', { type: 'number' }, '12.5', [12.5]],
    ['words as number', { type: 'number' }, 'abc', '#VALUE!'],
    ['TRUE as number', { type: 'number' }, true, [1]],
    ['TRUE as text', { type: 'string' }, true, ['TRUE']],
    ['text as boolean', { type: 'boolean' }, 'false', [false]],
    ['an error as any', { type: 'any' }, '#N/A', [{ type: 'Error', basicValue: '#N/A' }]],
    ['an error as number', { type: 'number' }, '#N/A', '#N/A'],
    ['one cell as matrix', { type: 'any', dimensionality: 'matrix' }, 7, [[[7]]]],
    ['an error in a matrix', { type: 'any', dimensionality: 'matrix' }, [[1, '#REF!']], [[[1, { type: 'Error', basicValue: '#REF!' }]]]],
    ['a choice', { type: 'string', customEnumId: 'PART' }, 'co-op', ['co-op']],
  ])('%s', (_case, parameter, given, expected) => {
    expect(call([parameter], [given])).toEqual(expected);
  });

  it('ends the call at an error cell without allowErrorForDataTypeAny', () => {
    expect(call([{ type: 'any', dimensionality: 'matrix' }], [[[1, '#REF!']]], { allowErrors: false })).toBe('#REF!');
  });

  it('gathers what repeats, and refuses what is too much', () => {
    expect(call([{ type: 'number' }, { type: 'number', repeating: true }], [1, 2, 3])).toEqual([1, [2, 3]]);
    expect(call([{ type: 'number' }], [1, 2])).toBe('#VALUE!');
  });

  it('calls a scalar function once per cell of its ranges', () => {
    const meta: FunctionMetadata = {
      id: 'F',
      name: 'F',
      parameters: [
        { name: 'a', type: 'any' },
        { name: 'b', type: 'any' },
      ],
    };
    expect(broadcast(meta, [[[1], [2]], 'x'])).toEqual([[[1, 'x']], [[2, 'x']]]);
    expect(broadcast(meta, [[[1], [2]], [[3, 4]]])).toEqual([
      [
        [1, 3],
        [1, 4],
      ],
      [
        [2, 3],
        [2, 4],
      ],
    ]);
    expect(
      broadcast(meta, [
        [[1], [2], [3]],
        [[4], [5]],
      ])?.[2],
    ).toEqual([[3, '#N/A']]);
    expect(broadcast(meta, [[[1]], 'x'])).toBeNull();
  });
});
