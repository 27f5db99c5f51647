import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cellError, errorOfCell, FAULT, problemOf } from '../../src/cells/cell-error';
import { badInput, notCovered, outOfRange } from '../../src/domain/problem';
import '../support/custom-functions';

it.each([badInput('a'), notCovered('b'), outOfRange('c')])('%s survives the way to a cell and back', (problem) => {
  expect(problemOf(cellError(problem))).toEqual(problem);
});

it('names an error that came without a sentence', () => {
  expect(problemOf(new CustomFunctions.Error(CustomFunctions.ErrorCode.divisionByZero)).message).toBe('The answer is #DIV/0!.');
});

it('speaks of a fault of ours as one', () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(problemOf(new RangeError('x')).message).toBe(FAULT);
  log.mockRestore();
});

describe('where Excel has no custom functions, as on iPad', () => {
  const { CustomFunctions: excels } = globalThis;
  beforeAll(() => Object.assign(globalThis, { CustomFunctions: { associate: () => undefined } }));
  afterAll(() => Object.assign(globalThis, { CustomFunctions: excels }));

  it.each([badInput('a'), notCovered('b'), outOfRange('c')])('%s survives the way all the same', (problem) => {
    expect(problemOf(cellError(problem))).toEqual(problem);
  });

  it('knows the error that another copy of this code threw on the page', async () => {
    const error = cellError(notCovered('b'));
    vi.resetModules();
    const other = await import('../../src/cells/cell-error');
    expect(other.problemOf(error).message).toBe('b');
  });

  it('passes an error on with its sentence', () => {
    expect(problemOf(errorOfCell('#N/A', 'Not held.'))).toMatchObject({ kind: 'not covered', message: 'Not held.' });
  });
});
