import type { Example } from './example';

/** A part of a model to copy: formulas over the table Earnings and the cells given. */
export interface Recipe {
  title: string;
  /** What it is good for, and what to watch. */
  text: string;
  /** What the cells used hold, by their address. */
  cells?: Readonly<Record<string, string | number>>;
  formulas: readonly Example[];
}

const inOneCell = (formula: string, gives: string, note?: string): Example => ({ formula, gives: [[gives]], ...(note ? { note } : {}) });

/** The page "Build your own model". Its results are those of the sample report, and a test works each of them out. */
export const RECIPES: readonly Recipe[] = [
  {
    title: 'Accruals by Partner ID, month, and lever',
    text: 'One formula for a grid: months in row 1, levers in column A. A month without rows is 0, so no IFERROR is needed, which would hide typing errors.',
    cells: { A2: 'Azure consumption CSP motion', B1: '2024-11-01' },
    formulas: [
      inOneCell('=COOP.EARNED(Earnings[#All],B$1,,"1234567","co-op",$A2)', '2000'),
      inOneCell('=COOP.EARNED(Earnings[#All],B$1,,"1234567","rebate",$A2)', '3000'),
    ],
  },
  {
    title: 'A list of Partner IDs, and of what does not count',
    text: 'List the earnings once on a sheet of their own, and let SUMIFS and PivotTables work on the list. Keep the second formula in sight: it says how many rows of the report are left out.',
    formulas: [
      { formula: '=UNIQUE(INDEX(COOP.EARNINGS(Earnings[#All]),,1))', gives: [['Partner ID'], ['1234567'], ['7654321']] },
      inOneCell('=ROWS(COOP.EARNINGS(Earnings[#All],"not counted"))-1', '1'),
    ],
  },
  {
    title: 'Threshold tracker with what-if',
    text: 'What is missing, what it takes in revenue, and what another amount would change. The threshold applies to each Partner ID, so never ask it of "all".',
    cells: { A2: 0.01 },
    formulas: [
      inOneCell('=COOP.USABLE(Earnings[#All],"FY25 H1","7654321","shortfall")', '0.01'),
      inOneCell(
        '=COOP.REVENUEFOR(COOP.USABLE(Earnings[#All],"FY25 H1","7654321","shortfall"),"Azure consumption CSP motion","2024-11-15")',
        '0.38',
        'The least revenue whose co-op rounds up to a cent.',
      ),
      inOneCell('=COOP.THRESHOLD(COOP.ACCRUED(Earnings[#All],"FY25 H1","7654321")+A2,"FY25 H1","status")', 'usable (exactly at threshold)'),
    ],
  },
  {
    title: 'Forecast as it was known on a day',
    text: 'What was calculated after the day is not known yet, so last quarter’s forecast stays what it was.',
    formulas: [
      inOneCell('=COOP.FORECAST(Earnings[#All],"FY25 H1","2024-12-31","1234567")', '8736'),
      inOneCell('=COOP.FORECAST(Earnings[#All],"FY25 H1","2024-12-31","1234567","expected","5%")', '8808.8'),
    ],
  },
  {
    title: 'Dashboard of days left',
    text: 'What ends next of a half, and when. After the last deadline it is #N/A.',
    cells: { A2: 'FY25 H1', B2: '2025-03-10' },
    formulas: [
      inOneCell('=COOP.NEXT(A2,B2,"name")&": "&COOP.NEXT(A2,B2,"days")&" days"', 'usage end: 112 days'),
      inOneCell('=COOP.STANDING(Earnings[#All],A2,B2,"1234567")', 'usable'),
    ],
  },
  {
    title: 'Milestones in a row',
    text: 'Halves in column A, names of milestones in row 1. The next half is one SHIFT away.',
    cells: { A2: 'FY25 H1', B1: 'usage end', C1: 'claim' },
    formulas: [
      inOneCell('=TEXT(COOP.DEADLINE($A2,B$1),"yyyy-mm-dd")', '2025-06-30'),
      inOneCell('=TEXT(COOP.DEADLINE($A2,C$1),"yyyy-mm-dd")', '2025-08-15'),
      inOneCell('=COOP.SHIFT($A2,1)', 'FY25 H2'),
    ],
  },
  {
    title: 'Activity table',
    text: 'As calculated columns of a table, with [@Start] in place of B2. A blank row stays blank. For the day of an activity use FUND and CLAIMBY; a date given to DEADLINE means the half the money was earned in.',
    cells: { A2: 'Customer offers', B2: '2024-03-01', C2: 9000, D2: 32400, E2: 6000 },
    formulas: [
      inOneCell('=IF(B2="","",COOP.FUND(B2))', 'FY24 H1'),
      inOneCell('=IF(B2="","",TEXT(COOP.CLAIMBY(B2),"yyyy-mm-dd"))', '2024-08-15'),
      inOneCell('=IF(B2="","",COOP.CLAIMABLE(A2,B2,C2,,D2,D2,E2))', '2100', 'The cap is 8,100, of which other customer offers use 6,000.'),
    ],
  },
  {
    title: 'Claims tracker',
    text: 'Whether a claim was in time, and when it should be paid.',
    cells: { A2: 'FY24 H1', B2: '2024-08-15T22:00:00Z', C2: '2024-09-10' },
    formulas: [
      inOneCell('=IF(COOP.INTIME(B2,A2),"in time","late")', 'in time'),
      inOneCell('=TEXT(COOP.PAYDATE(C2),"yyyy-mm-dd")', '2024-09-20'),
      inOneCell('=COOP.DAY(C2)-COOP.DAY(B2)', '26', 'Days from a report’s date text, which Excel’s own functions can’t read.'),
    ],
  },
  {
    title: 'Reconciliation',
    text: 'What Partner Center shows is in A2; the difference and the adjustments are beneath it.',
    cells: { A2: 10000 },
    formulas: [
      inOneCell('=COOP.ACCRUED(Earnings[#All],"FY25 H1","1234567")-A2', '20'),
      inOneCell('=COOP.EARNED(Earnings[#All],"2024-07-01","2024-12-31","1234567","adjustment")', '0'),
    ],
  },
  {
    title: 'Month-end journal',
    text: 'Accrue what was known at the end of the month, reclassify what converts to rebate, write off what lapsed. What was claimed so far is in A2.',
    cells: { A2: 3000 },
    formulas: [
      inOneCell('=COOP.EARNED(Earnings[#All],"2024-07-01","2024-12-31","1234567","co-op",,,"2024-12-31")', '7280'),
      inOneCell('=COOP.STANDING(Earnings[#All],"FY25 H1","2025-01-31","7654321","converted")', '9999.99'),
      inOneCell('=COOP.STANDING(Earnings[#All],"FY25 H1","2025-08-31","1234567","lapsed",A2)', '7020'),
    ],
  },
  {
    title: 'One figure of LEDGER by its header',
    text: 'Find the column by its name, so that the formula stays right whatever comes next to it.',
    formulas: [
      inOneCell(
        '=INDEX(COOP.LEDGER(Earnings[#All],"FY25 H1","1234567","MCI"),2,MATCH("Co-op",INDEX(COOP.LEDGER(Earnings[#All],"FY25 H1","1234567","MCI"),1,0),0))',
        '10020',
      ),
    ],
  },
  {
    title: 'SPLIT in two columns',
    text: 'Over a column, ask for each part by itself: an Excel table takes no spills.',
    cells: { A2: 33.33 },
    formulas: [inOneCell('=COOP.SPLIT(A2,"rebate")', '20'), inOneCell('=COOP.SPLIT(A2,"co-op")', '13.33')],
  },
];
