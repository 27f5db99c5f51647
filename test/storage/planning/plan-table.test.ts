import { describe, expect, it } from 'vitest';
import { CLAIM_LINES, CLAIMS } from '../../../src/storage/planning/claims-table';
import { EXPENSES } from '../../../src/storage/planning/expenses-table';
import { missingColumns, readRecords } from '../../../src/records/record-table';
import { PLAN } from '../../../src/storage/planning/plan-table';

describe('the status of an activity in the sheet', () => {
  const { kind } = PLAN.columns.status;
  it.each([
    ['canceled', 'canceled'],
    ['Cancelled', 'canceled'],
    ['DONE', 'done'],
  ])('%s is %s', (cell, status) => expect(kind.read(cell, 'Status')).toBe(status));

  it('offers one spelling', () => expect(kind.choices).toEqual(['draft', 'planned', 'committed', 'done', 'canceled']));
  it('names those it knows', () =>
    expect(() => kind.read('wishing', 'Status')).toThrow('Status: "wishing" isn\'t one of draft, planned, committed, done, canceled.'));
});

describe('an amount in the sheet', () => {
  it.each<[string | number, number]>([
    [5.4, 540],
    [5400, 540_000],
    ['5400', 540_000],
    ['1,234.50', 123_450],
    ['(5)', -500],
    ['5-', -500],
    ['5 400', 540_000],
    ['5.400,00', 540_000],
  ])('%j is %d cents', (cell, cents) => {
    expect(PLAN.columns.budget.kind.read(cell, 'Budget')).toBe(cents);
    expect(EXPENSES.columns.budget.kind.read(cell, 'Budget')).toBe(cents);
  });
  it.each(['5.400', '12.345', '1,5', '$5', 'lots'])('the text %j is told on its row', (cell) => {
    expect(() => PLAN.columns.budget.kind.read(cell, 'Budget')).toThrow(/^Budget: ".*" can't be read: /);
    expect(() => CLAIMS.columns.amount.kind.read(cell, 'Amount')).toThrow(/^Amount: ".*" can't be read: /);
    expect(() => CLAIM_LINES.columns.amount.kind.read(cell, 'Amount')).toThrow(/^Amount: ".*" can't be read: /);
  });
});

describe('a plan without the columns that came later', () => {
  const header = PLAN.design.columns.filter(({ isLater }) => !isLater).map(({ name }) => name);
  const rows = [header.map((name) => ({ ID: 'A-1', Activity: 'Webinar', Budget: 5 })[name] ?? '')];
  const cells = { header, values: rows, formulas: rows };

  it('means what it meant', () =>
    expect(readRecords(PLAN, cells)).toMatchObject([{ record: { title: '', coopShare: null, budget: 500 }, troubles: [] }]));

  it('gets them with the next save, and misses nothing until then', () => expect(missingColumns(PLAN, cells)).toEqual([]));
});
