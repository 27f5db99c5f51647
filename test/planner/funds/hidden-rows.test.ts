import { expect, it } from 'vitest';
import { describeHiddenRows } from '../../../src/planner/funds/hidden-rows';

/** A header and so many rows. */
const cells = (rows: number): string[][] => Array.from({ length: rows + 1 }, (_, row) => [String(row)]);

it.each<[number | 'some', number, string | null]>([
  [0, 60, null],
  [12, 60, "12 of 60 rows are hidden by a filter or by hand. They're included."],
  [1, 60, "1 of 60 rows is hidden by a filter or by hand. It's included."],
  [1, 1, "1 of 1 row is hidden by a filter or by hand. It's included."],
  [1200, 1204, "1,200 of 1,204 rows are hidden by a filter or by hand. They're included."],
  ['some', 60, "Some of 60 rows are hidden by a filter or by hand. They're included."],
])('of %s hidden rows among %i: %s', (hiddenRows, rows, said) => expect(describeHiddenRows({ cells: cells(rows), hiddenRows })).toBe(said));
