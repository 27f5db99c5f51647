import { afterEach, describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { serialOf } from '../../../src/domain/calendar/day';
import type { CellContent } from '../../../src/records/table';
import { dayInCell } from '../../../src/storage/funds/day-in-cell';
import { PLAIN_WORKBOOK } from '../../support/custom-functions';

describe('the day in a cell', () => {
  afterEach(() => provideContext(PLAIN_WORKBOOK));

  it.each<[CellContent | undefined, string | null]>([
    [serialOf('2025-06-05'), '2025-06-05'],
    [serialOf('2025-06-05') + 0.75, '2025-06-05'],
    [61, '1900-03-01'],
    [60, null],
    [serialOf('9999-12-31') + 0.5, '9999-12-31'],
    [serialOf('9999-12-31') + 1, null],
    // more than a date of JavaScript can be
    [2_025_063_000, null],
    [0, null],
    [-5, null],
    ['2025-06-05', null],
    [true, null],
    ['', null],
    [undefined, null],
  ])('of %j is %j', (cell, day) => expect(dayInCell(cell)).toBe(day));

  it('is in the date system of the workbook', () => {
    provideContext({ ...PLAIN_WORKBOOK, dateSystem: 1904 });
    expect(dayInCell(serialOf('2025-06-05') - 1462)).toBe('2025-06-05');
  });
});
