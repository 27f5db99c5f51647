import { overlaid } from '../records/later-columns';
import { afterwards, type TableDesign, type TablesByName } from '../records/table';
import { ExcelError } from './excel-error';
import { EARNINGS_DESIGN } from './funds/plan-earnings';
import { FUNDS_DESIGN } from './funds/funds-table';
import { ACTIVITY_LIST, PROGRAM_LIST } from './funds/name-lists';
import { SKIPPED_DESIGN } from './funds/plan-skipped';
import { RESTATEMENTS_DESIGN } from './funds/restatements-table';
import { ROWS_DESIGN } from './funds/rows-table';
import { planReport, type ReportToWrite } from './funds/write-report';
import { AS_OF_DESIGN } from './planning/as-of-table';
import { CALENDAR_DESIGN } from './planning/calendar-table';
import { PLANNING_TABLES } from './planning/planning-tables';
import { planSave, type PlanningEdits } from './planning/save-planning';
import { TODAY_DESIGN } from './planning/today-table';
import type { Tables } from './workbook';

/** The tables of earnings, funds, the plan, and its claims. */
export const KEPT_TABLES: readonly TableDesign[] = [
  EARNINGS_DESIGN,
  FUNDS_DESIGN,
  SKIPPED_DESIGN,
  ROWS_DESIGN,
  RESTATEMENTS_DESIGN,
  ...PLANNING_TABLES.map(({ design }) => design),
  AS_OF_DESIGN,
  ACTIVITY_LIST,
  PROGRAM_LIST,
  TODAY_DESIGN,
  CALENDAR_DESIGN,
];

/**
 * Writes a report and a plan to a workbook without any of the tables, completely or not at all. Rejects if it has any of
 * them, so that nothing is mixed with existing data.
 */
export async function fillWorkbook(tables: Pick<Tables, 'change'>, report: ReportToWrite, plan: PlanningEdits): Promise<void> {
  const names = KEPT_TABLES.map(({ name }) => name);
  await tables.change(names, (now) => {
    if (now.some((cells) => cells !== null)) throw new ExcelError('in the way', NOT_EMPTY);
    const ofReport = planReport(report)([]).changes;
    const none: TablesByName = new Map(names.map((name) => [name, null]));
    const ofPlan = planSave(afterwards(none, ofReport), plan).changes;
    const isOfReport = (name: string): boolean => ofReport.some(({ design }) => design.name === name);
    // the plan adds formulas to rows of the report
    const both = ofReport.map((change) => {
      const later = ofPlan.find(({ design }) => design.name === change.design.name);
      return later ? { ...change, add: change.add.map((row, n) => overlaid(row, later.set.get(n))) } : change;
    });
    return { changes: [...both, ...ofPlan.filter(({ design }) => !isOfReport(design.name))], result: null };
  });
}

const NOT_EMPTY = 'This workbook already has tables of Co-op Planner, so nothing was written. Open an empty workbook, then try again.';
