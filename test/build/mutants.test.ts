import { expect, it } from 'vitest';
import { countsOf, type Mutant, scoreOf, survivorLine } from '../../src/build/mutants';

const SOURCE = `const a = 1;
export const isLess = (b: number) => a < b &&
  b < 9;
`;
const mutant = (status: string, line = 2, column = 38, endLine = 2, endColumn = 43, replacement = 'a <= b'): Mutant => ({
  fileName: 'src/domain/a.ts',
  status,
  replacement,
  location: { start: { line, column }, end: { line: endLine, column: endColumn } },
});

it('counts a change that a test notices, or that never ends, as killed, and one that nothing runs as survived', () => {
  const all = ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored', 'CompileError'].map((status) => mutant(status));
  expect(countsOf(all)).toEqual({ mutants: 4, killed: 2, survived: 2 });
});

it('never rounds a score up to the goal', () => {
  expect(scoreOf({ mutants: 10_000, killed: 9_499, survived: 501 })).toBe(94.9);
  expect(scoreOf({ mutants: 0, killed: 0, survived: 0 })).toBe(100);
});

it('shows a survivor where it is, on one line', () => {
  expect(survivorLine(mutant('Survived'), SOURCE)).toBe('src/domain/a.ts:2: a < b → a <= b');
  expect(survivorLine(mutant('NoCoverage', 2, 38, 3, 8, 'true'), SOURCE)).toBe(
    'src/domain/a.ts:2: a < b && b < 9 → true (no test gets there)',
  );
});
