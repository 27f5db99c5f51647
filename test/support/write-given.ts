import { expect } from 'vitest';
import { openPlanning } from '../../src/planner/store/open-planning';
import type { PlanningStore } from '../../src/planner/store/planning-store';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { writeReport } from '../../src/storage/funds/write-report';
import type { startExcel } from './excel-without-pane';
import { earningsOf, recordsOf } from './one-truth';
import type { Given } from './one-truth-reference';

/** Writes a workbook of the law of one truth into the open one, as the pane does; the rates come before the plan or after it. */
export async function writeGiven(
  given: Given,
  isRatesFirst: boolean,
  { set, lookFrom }: Pick<ReturnType<typeof startExcel>, 'set' | 'lookFrom'>,
): Promise<PlanningStore> {
  const port = openExcelWorkbook();
  const store = openPlanning(port);
  await lookFrom('2025-03-01');
  await writeReport(port.tables, { months: earningsOf(given), skipped: [], asOf: null, source: 'report.csv' });
  await store.readAgain();
  const { activities, claims, rates } = recordsOf(given);
  const asNew = <T>(values: readonly T[]) => values.map((value) => ({ value, base: null }));
  const saveRates = async (): Promise<void> => {
    if (rates.length > 0) expect(await store.save({ rates: asNew(rates) }, 'Saved.')).toMatchObject({ outcome: 'saved' });
    for (const [row, { rate }] of rates.entries()) if (rate === null) await set('CoopRates', 'Rate to USD', row, 'ask the bank');
  };
  // the formulas of a plan follow when the first rate comes later
  if (isRatesFirst) await saveRates();
  expect(await store.save({ activities: asNew(activities), claims: asNew(claims) }, 'Saved.')).toMatchObject({ outcome: 'saved' });
  if (!isRatesFirst) await saveRates();
  // a person's own figure over the sum of the earnings, and over the sum of the expenses
  for (const [row, { typed }] of given.funds.entries()) if (typed !== undefined) await set('CoopFunds', 'Co-op', row, typed / 100);
  for (const [row, { expenses, budget }] of given.activities.entries())
    if (expenses.length > 0 && budget !== null) await set('CoopPlan', 'Budget', row, budget / 100);
  return store;
}
