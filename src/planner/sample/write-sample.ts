import type { Day } from '../../domain/calendar/day';
import type { EarningRow } from '../../domain/earnings/earning';
import { readReports } from '../../reports/import/read-reports';
import { readSingleRows } from '../../reports/import/single-rows';
import { fillWorkbook, KEPT_TABLES } from '../../storage/fill-workbook';
import type { Workbook } from '../../storage/workbook';
import { toWrite } from '../funds/import-session';
import { SAMPLE_FILE } from './is-sample';
import { modelPage } from './model-page';
import { sample } from './sample';
import { SAMPLE_NAME } from './sample-plan';
import { SAMPLE_PARTNERS } from './sample-report';

/** Where the sample is written. */
export type SampleWorkbook = Pick<Workbook, 'tables' | 'addPage' | 'removePage'>;

/**
 * Fills an empty workbook with the sample of a day, as if a person had imported its report and saved its plan, and adds a
 * model over its tables. All or nothing.
 */
export async function writeSample({ tables, addPage }: SampleWorkbook, today: Day): Promise<void> {
  const { report, activities, claims, history, rates } = sample(today);
  const sources = [{ name: SAMPLE_FILE, text: report }];
  const rows: EarningRow[] = [];
  await readSingleRows(sources, (some) => void rows.push(...some));
  const plan = {
    activities: activities.map((value) => ({ value, base: null })),
    claims: claims.map((value) => ({ value, base: null })),
    rates: rates.map((value) => ({ value, base: null })),
    history,
    who: SAMPLE_NAME,
    inSheet: [],
    settings: null,
    partners: { names: Object.values(SAMPLE_PARTNERS).map(({ id, shortName }) => ({ partnerId: id, name: shortName })), read: null },
    at: `${today}T16:00:00Z`,
  };
  await fillWorkbook(tables, { ...toWrite(await readReports(sources)), rows }, plan);
  try {
    await addPage(modelPage());
  } catch (error) {
    await tables.remove(KEPT_TABLES);
    throw error;
  }
}

/** Removes the model, and every table the sample uses with all their rows. */
export async function removeSample({ tables, removePage }: SampleWorkbook): Promise<void> {
  // first, since its formulas would show #REF! without the tables
  await removePage(modelPage());
  await tables.remove(KEPT_TABLES);
}
