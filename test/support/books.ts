import type { Activity } from '../../src/domain/activities/activity';
import type { Day } from '../../src/domain/calendar/day';
import { fundNamed } from '../../src/rulebook/name-keys';
import { ROOT } from '../../src/workbench/bundle';
import { activity } from './records';
import { reportOf, SAMPLE_TEXT, YEAR_BEFORE } from './report-files';

const MCI = 'Microsoft Commerce Incentives';
const SURFACE = 'Surface PC and Surface Hub ADD';

/** What a workbook holds that somebody has worked in. */
export interface Book {
  /** The earnings report that was brought in, and its file's name. */
  report: string;
  file?: string;
  activities?: readonly Activity[];
}

const ADS = activity({ id: 'A-ADSADS', start: '2025-04-01', end: '2025-04-30', budget: 400_000 });
/** An activity of the funds a year before, as the pane writes it where nobody says more. */
const inFy24 = (id: string, name: string, start: Day, end: Day, budget: number): Activity =>
  activity({ id, activity: name, fund: fundNamed('1234567', MCI, { fiscalYear: 2024, half: 1 }), start, end, budget, owner: '' });
/** An activity of Partner 1000001 in the first half of 2025. */
const inFund = (id: string, name: string, start: Day, end: Day, budget: number, status: Activity['status'] = 'planned'): Activity =>
  activity({ id, status, activity: name, fund: fundNamed('1000001', MCI, { fiscalYear: 2025, half: 1 }), start, end, budget, owner: '' });
const SEMINAR = 'Customer seminars and bootcamps';

/** The workbooks that stories begin with, each made once for all of them; bringing a report in is its own story. */
export const BOOKS = {
  /** Partner 1234567 has $10,020.00 of FY25 H1: used from January to June 2025, claimed by 2025-08-15. */
  funds: { report: SAMPLE_TEXT },
  /** The same a year before: $10,020.00 of FY24 H1, used from January to June 2024, claimed by 2024-08-15. */
  'funds of FY24': { report: YEAR_BEFORE },
  /** One activity for $4,000.00 in April 2025, which Ana owns. */
  'one activity': { report: SAMPLE_TEXT, activities: [ADS] },
  /** Three activities of FY24 H1 that nobody has claimed: ads in January, print in February, a seminar in May. */
  'January ads': {
    report: YEAR_BEFORE,
    activities: [
      inFy24('A-JANADS', 'Digital advertising', '2024-01-01', '2024-01-31', 750_000),
      inFy24('A-PRINTS', 'Print advertising', '2024-02-01', '2024-02-28', 300_000),
      inFy24('A-MAYSEM', SEMINAR, '2024-05-14', '2024-05-15', 200_000),
    ],
  },
  /** Two of FY24 H1: a seminar in February, and ads for $7,500.00 in March. */
  'March ads': {
    report: YEAR_BEFORE,
    activities: [
      inFy24('A-FEBSEM', SEMINAR, '2024-02-14', '2024-02-15', 300_000),
      inFy24('A-MARADS', 'Digital advertising', '2024-03-01', '2024-03-31', 750_000),
    ],
  },
  /** Partner 1000001 has $20,000.00 of FY25 H1. */
  'one fund': { report: reportOf(['1000001', '20000.00']) },
  /** Partner 1000001 has $20,000.00 of FY25 H1: offers for $9,000.00 with a cap of $5,000.00, and two alike print ads. */
  'an activity above its cap': {
    report: reportOf(['1000001', '20000.00']),
    activities: [
      inFund('A-OFFERS', 'Customer offers', '2025-02-01', '2025-02-28', 900_000, 'done'),
      inFund('A-BOSTON', 'Print advertising', '2025-05-05', '2025-05-05', 70_000),
      inFund('A-DALLAS', 'Print advertising', '2025-05-12', '2025-05-12', 80_000),
    ],
  },
  /** Partner 1000001 has $100,000.00 of FY24 H2. */
  'a fund of FY24 H2': { report: reportOf(['1000001', '100000.00', MCI, '2024-03-31']) },
  'two funds': { report: reportOf(['1000020', '20000.00'], ['1000050', '50000.00']) },
  'four funds': {
    report: reportOf(['1000020', '20000.00'], ['1000050', '50000.00'], ['1000032', '32400.00'], ['1000033', '32400.00', SURFACE]),
  },
  'a Surface fund': { report: reportOf(['1000033', '32400.00', SURFACE]) },
  /** One of a half that runs, one below its threshold, and one whose program nobody knows. */
  'funds that hold nothing': {
    report: reportOf(['1000002', '3000.00', MCI, '2025-01-31'], ['1000003', '9999.99'], ['1000004', '3000.00', 'Galaxy Rewards']),
  },
  'a fund below its threshold': { report: reportOf(['1000003', '9999.99']) },
  'a large fund': { report: reportOf(['1000020', '20000000.00']) },
} as const satisfies Record<string, Book>;

export type BookName = keyof typeof BOOKS;

/** Where a workbook lies that stories begin with. */
export const bookFile = (name: BookName): string => `${ROOT}.cache/books/${name}.xlsx`;
