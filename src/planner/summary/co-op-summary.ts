import { lapses } from '../../domain/balance/lapses';
import { formatDay, type Day } from '../../domain/calendar/day';
import { confirmationOf } from '../../rulebook/confirmed';
import { ifCovered } from '../../rulebook/if-covered';
import { DEFAULT_PROGRAM } from '../../rulebook/rules-on';
import { FUNDS_TABLE } from '../../storage/funds/funds-table';
import { PARTNERS } from '../../storage/planning/partners-table';
import { PLAN } from '../../storage/planning/plan-table';
import { summaryPage, type SummaryFacts } from '../../storage/summary/summary-page';
import type { Workbook } from '../../storage/workbook';
import type { Reading } from '../store/planning-store';
import { capsIn } from '../activities/caps-in';
import { notMade, UNKNOWN_AMOUNTS, type PageMade } from './page-made';

/** Creates or recreates the summary page. Four round trips. */
export const writeSummary = (workbook: SummaryWorkbook, reading: Reading): Promise<PageMade> => writePages(workbook, reading, false);

/** Creates or recreates the summary with the whole plan. Four round trips. */
export const writePrintSet = (workbook: SummaryWorkbook, reading: Reading): Promise<PageMade> => writePages(workbook, reading, true);

type SummaryWorkbook = Pick<Workbook, 'tables' | 'writePage'>;

async function writePages(workbook: SummaryWorkbook, reading: Reading, withPlan: boolean): Promise<PageMade> {
  if (reading.read.hasUnknownAmounts) return notMade(`The summary wasn't written: ${UNKNOWN_AMOUNTS}`);
  const [funds = null, plan = null, partners = null] = await workbook.tables.read([
    { name: FUNDS_TABLE, formulasIn: [] },
    { name: PLAN.design.name, formulasIn: [] },
    { name: PARTNERS.design.name, formulasIn: [] },
  ]);
  if (funds === null) return notMade('There are no funds to summarize yet. Bring in a report first.');
  const page = summaryPage({ funds, plan, partners }, factsOf(reading), withPlan);
  const takeBack = await workbook.writePage(page);
  const sentence = withPlan
    ? `The print set is on the sheet "${page.sheet}". It prints one page wide, and its figures follow the workbook.`
    : `The summary is on the sheet "${page.sheet}". It prints on one page, and its figures follow the workbook.`;
  return { sentence, sheet: page.sheet, takeBack };
}

function factsOf({ read, asOf, book }: Reading): SummaryFacts {
  const activities = read.activities.map(({ value }) => value);
  const claims = read.claims.map(({ value }) => value);
  const { reviewDays, proofDays, payBy } = read.settings;
  return {
    asOf,
    deadlines: lapses(read.funds, activities, claims, asOf, capsIn(book)).map(({ day, amount, what, fund }) => ({
      day,
      amount,
      what: LAPSE[what],
      fund,
    })),
    assumptions: [
      ['Planning', `${reviewDays} days for a review, ${proofDays} for proof${payBy ? `; paid by ${formatDay(payBy)}` : ''}`],
      ['Rules', confirmedText(asOf, book)],
    ],
  };
}

const LAPSE = {
  unplanned: 'No activity is planned',
  'not done': 'Planned, not done',
  'not claimed': 'Done, not claimed',
  'open claim': 'Claims not approved',
} as const;

/** The last day through which sources verify the rules behind the figures. */
function confirmedText(asOf: Day, book: Reading['book']): string {
  const rules = ifCovered(() => {
    const inForce = book.rulesOn(asOf);
    return [inForce.split(DEFAULT_PROGRAM), inForce.threshold(DEFAULT_PROGRAM)];
  });
  const days = rules?.map((rule) => confirmationOf(rule)?.through ?? null);
  if (!days?.every((day): day is Day => day !== null)) return "Split and threshold are this workbook's own, or no source confirms them.";
  return `Split and threshold are confirmed by their sources through ${formatDay(days.reduce((a, b) => (a < b ? a : b)))}.`;
}
