import { describe, expect, it } from 'vitest';
import { badInput, notCovered, outOfRange, Problem, type ProblemKind } from '../../src/domain/problem';

describe('a problem', () => {
  it.each<[ProblemKind, (message: string) => Problem]>([
    ['bad input', badInput],
    ['not covered', notCovered],
    ['out of range', outOfRange],
  ])('%s is an error with its sentence, told apart by its kind', (kind, make) => {
    const problem = make('Write a half, FY25 H1.');
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toBeInstanceOf(Error);
    expect(problem).toMatchObject({ kind, name: 'Problem', message: 'Write a half, FY25 H1.' });
  });
});
