import { expect, it, vi } from 'vitest';
import { cellError, FAULT, problemOf } from '../../src/cells/cell-error';
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
