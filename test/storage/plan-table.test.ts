import { describe, expect, it } from 'vitest';
import { PLAN } from '../../src/storage/plan-table';

describe('the status of an activity in the sheet', () => {
  const { kind } = PLAN.columns.status;
  it.each([
    ['canceled', 'canceled'],
    ['Cancelled', 'canceled'],
    ['DONE', 'done'],
  ])('%s is %s', (cell, status) => expect(kind.read(cell, 'Status')).toBe(status));

  it('offers one spelling', () => expect(kind.choices).toEqual(['draft', 'planned', 'committed', 'done', 'canceled']));
  it('names those it knows', () => expect(() => kind.read('wishing', 'Status')).toThrow('Status: "wishing" is not one of draft, planned, committed, done, canceled.'));
});
