import { beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../src/domain/activities/activity';
import type { ExchangeRate } from '../../src/domain/activities/rate-in-force';
import { inUsd } from '../../src/domain/money/currency';
import { openPlanning } from '../../src/planner/store/open-planning';
import type { PlanningRead, PlanningStore } from '../../src/planner/store/planning-store';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { PLAN } from '../../src/storage/planning/plan-table';
import { startExcel } from '../support/excel-without-pane';
import { activity } from '../support/records';

const GBP: ExchangeRate = { id: 'R-AAAAAA', currency: 'GBP', from: '2025-03-01', rate: 1.31, source: 'Bank' };
const LATER: ExchangeRate = { ...GBP, id: 'R-BBBBBB', from: '2025-03-15', rate: 1.2775 };
const POUNDS = { currency: 'GBP', rate: null, budget: 100_001 };
const MAX_FORMULA = 8192;

describe('exchange rates in the sheet', () => {
  const port = openExcelWorkbook();
  const { workbench, inExcel, clear, column, set } = startExcel();
  let store: PlanningStore;
  beforeEach(async () => {
    await clear();
    store = openPlanning(port);
    await store.readAgain();
  });

  const read = (): PlanningRead => {
    const state = store.current();
    if (state.step !== 'read') throw new Error(state.step);
    return state.read;
  };
  const save = async (activities: readonly Activity[], rates: readonly ExchangeRate[] = []): Promise<void> => {
    const asNew = <T>(values: readonly T[]) => values.map((value) => ({ value, base: null }));
    expect(await store.save({ activities: asNew(activities), rates: asNew(rates) }, 'Saved.')).toMatchObject({ outcome: 'saved' });
    await workbench().settle();
  };
  /** The rate of each activity, its first day, and the budget in US dollars; the same in sheet and pane. */
  const counted = async (): Promise<string[]> => {
    await workbench().settle();
    const [used, from, usd, coop] = await Promise.all(
      ['Rate used', 'Rate from', 'Budget USD', 'Co-op USD'].map((name) => column('CoopPlan', name)),
    );
    expect(coop).toEqual(usd);
    await store.readAgain();
    const inPane = read().activities.map(({ value }) => inUsd(value.budget!, value));
    expect(usd!.map((cell) => (cell === '' ? null : Math.round(Number(cell.replaceAll(',', '')) * 100)))).toEqual(inPane);
    return used!.map((rate, row) => [rate, from![row], usd![row]].join(' | '));
  };

  it('the newest rate that has begun on the start date counts, and a rate of its own before it', async () => {
    await save(
      [
        activity({ ...POUNDS, start: '2025-03-14' }),
        activity({ ...POUNDS, id: 'A-BBBBBB', start: '2025-03-15' }),
        activity({ ...POUNDS, id: 'A-CCCCCC', start: '2025-03-15', rate: 1.5 }),
        activity({ ...POUNDS, id: 'A-DDDDDD', start: '2025-02-28' }),
        activity({ ...POUNDS, id: 'A-EEEEEE', start: null, end: null }),
        activity({ id: 'A-FFFFFF' }),
      ],
      [LATER, GBP],
    );
    // 1,000.01 × 1.31 = 1,310.0131; × 1.2775 = 1,277.512775; × 1.5 = 1,500.015
    expect(await counted()).toEqual([
      '1.31 | 2025-03-01 | 1,310.01',
      '1.2775 | 2025-03-15 | 1,277.51',
      '1.5 |  | 1,500.02',
      ' |  | ',
      ' |  | ',
      '1 |  | 5,000.00',
    ]);
  });

  it('what reads two ways, or not at all, gives no amount, and is named', async () => {
    await save(
      [activity(POUNDS), activity({ ...POUNDS, id: 'A-BBBBBB', currency: 'EUR' })],
      [GBP, LATER, { ...GBP, id: 'R-CCCCCC', currency: 'EUR' }],
    );
    expect(await counted()).toEqual(['1.31 | 2025-03-01 | 1,310.01', '1.31 | 2025-03-01 | 1,310.01']);
    // a second rate from one day
    await set('CoopRates', 'From', 1, '2025-03-01');
    // and text in place of a number
    await set('CoopRates', 'Rate to USD', 2, 'about 1.1');
    expect(await counted()).toEqual([' | 2025-03-01 | ', ' | 2025-03-01 | ']);
    expect(read().troubles).toEqual([
      'Row 3 of CoopRates: Rate to USD: "about 1.1" isn\'t a number. Enter one such as 1.31.',
      'Rows 1 and 2 of CoopRates are both GBP from Mar 1, 2025, with different rates, so none of them is used. Delete the wrong one.',
    ]);
    // the same rate twice is one rate
    await set('CoopRates', 'Rate to USD', 1, 1.31);
    await set('CoopRates', 'Rate to USD', 2, -1.1);
    expect(await counted()).toEqual(['1.31 | 2025-03-01 | 1,310.01', ' | 2025-03-01 | ']);
    expect(read().troubles).toEqual([
      "Row 3 of CoopRates: Rate to USD: -1.1 isn't above 0.",
      'Rows 1 and 2 of CoopRates are both GBP from Mar 1, 2025. Delete one of them.',
    ]);
  });

  it('a rate of its own that can’t be read is not replaced, and a currency is compared as it is', async () => {
    await save([activity(POUNDS), activity({ ...POUNDS, id: 'A-BBBBBB' }), activity({ ...POUNDS, id: 'A-CCCCCC' })], [GBP]);
    await set('CoopPlan', 'Rate to USD', 0, 'about 1.3');
    await set('CoopPlan', 'Currency', 1, 'G*');
    await set('CoopPlan', 'Currency', 2, ' gbp');
    expect(await counted()).toEqual([' |  | ', ' |  | ', '1.31 | 2025-03-01 | 1,310.01']);
    await set('CoopRates', 'Currency', 0, 'GBP ');
    expect(await counted()).toEqual([' |  | ', ' |  | ', ' |  | ']);
    expect(read().troubles).toEqual(['Row 1 of CoopRates: Currency: remove the spaces around "GBP".']);
  });

  it('a plan without rates counts, follows the first rate, and stands when the table is deleted', async () => {
    await save([activity(POUNDS), activity({ ...POUNDS, id: 'A-BBBBBB', rate: 1.5 })]);
    expect(await counted()).toEqual([' |  | ', '1.5 |  | 1,500.02']);
    await save([], [GBP]);
    expect(await counted()).toEqual(['1.31 | 2025-03-01 | 1,310.01', '1.5 |  | 1,500.02']);
    await inExcel(({ workbook }) => workbook.tables.getItem('CoopRates').delete());
    await workbench().settle();
    expect(await column('CoopPlan', 'Budget USD')).toEqual(['', '1,500.02']);
  });

  it('a rate is taken back alone, with what it is named', async () => {
    await save([activity(POUNDS)], [GBP]);
    await save([], [LATER]);
    await store.save(
      { activities: [{ value: { ...read().activities[0]!.value, owner: 'Bob' }, base: read().activities[0]! }] },
      'Changed it.',
    );
    const [, step] = store.undoable;
    expect(await step!.run()).toMatchObject({ outcome: 'saved' });
    expect(read().rates.map(({ value }) => value)).toEqual([GBP]);
    expect(read().activities[0]!.value.owner).toBe('Bob');
  });

  it('every formula of the plan is within what Excel takes', () => {
    for (const { name, formula = '' } of PLAN.design.columns) expect(formula.length, name).toBeLessThan(MAX_FORMULA);
  });
});
