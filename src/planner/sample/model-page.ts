import type { NewCell } from '../../records/table';
import { AS_OF } from '../../storage/planning/as-of-table';
import { TOTAL, type PageTable, type SheetPage } from '../../storage/workbook';
import { AZURE, CORE, SAMPLE_PARTNERS } from './sample-report';

const [US, UK] = [SAMPLE_PARTNERS.US.id, SAMPLE_PARTNERS.UK.id];
const PARTNERS = [US, UK];
/** Who earns under which lever, a row each of the accruals. */
const LEVERS = [
  [US, CORE.name],
  [US, AZURE.name],
  [UK, CORE.name],
] as const;
const MONTHS = 6;

const MONEY = '#,##0.00';
const DAY = 'yyyy-mm-dd';
const MONTH = 'yyyy-mm';

/** The list of earnings, in columns K to U, with room for more than the sample has in any month. */
const LAST_ROW = 300;
const REPORT = `$K$2:$U$${LAST_ROW}`;
const inList = (letter: string): string => `$${letter}$3:$${letter}$${LAST_ROW}`;
const LISTED = { partner: inList('K'), month: inList('N'), lever: inList('O'), type: inList('P'), amount: inList('Q') };

/** Coop, Co-op, and adjustments of it. */
const COOP = '"*co*op"';

const cell = (formula: string): NewCell => ({ formula: `=${formula}` });

/** Where each table begins: below the title, or the table before, come a blank row, the heading, and the header. */
const FIRST = firstRows({
  inputs: 1,
  before: LEVERS.length + 1,
  now: LEVERS.length + 1,
  tracker: PARTNERS.length,
  days: 3 * PARTNERS.length,
  journal: 3 * PARTNERS.length,
});

function firstRows<Name extends string>(sizes: Readonly<Record<Name, number>>): Record<Name, number> {
  let above = 1;
  const first = {} as Record<Name, number>;
  for (const name of Object.keys(sizes) as Name[]) {
    first[name] = above + 4;
    above = first[name] + sizes[name] - 1;
  }
  return first;
}

const INPUTS = FIRST.inputs;
const [AS_OF_CELL, HALF, GROWTH, MONTH_END, MONTH_END_BEFORE] = [
  `$A$${INPUTS}`,
  `$B$${INPUTS}`,
  `$C$${INPUTS}`,
  `$D$${INPUTS}`,
  `$E$${INPUTS}`,
];

/**
 * The sheet Model of the sample: what an analyst builds with COOP functions and Excel's own, on one printed page. The list of
 * earnings to its right is made once, and everything else reads it.
 *
 * Its functions depend on the as-of date, which is volatile unless someone enters one, so Excel calculates them with each
 * edit: for a report as small as the sample's that is not noticed.
 */
export const modelPage = (): SheetPage => ({
  sheet: 'Model',
  beside: 'Co-op funds',
  title: 'Sample model: co-op accruals, forecast, deadlines, and journal',
  widths: [78, 262, ...new Array<number>(7).fill(92)],
  parts: [
    inputs(),
    accruals('before', 'earned in the half before', -1),
    accruals('now', 'earned in the current half', 0),
    tracker(),
    daysLeft(),
    journal(),
  ],
  foot: 'Built with COOP functions and SUMIFS over the list in column K. US dollars. Enter another growth, or another as-of date on the sheet Co-op settings, and the page follows.',
  list: {
    title: 'Earnings that count, listed by COOP.EARNINGS',
    formula: '=COOP.EARNINGS(CoopEarningRows[#All])',
    formats: ['', '', '', MONTH, '', '', MONEY, DAY, '', '', ''],
    widths: [70, 170, 70, 60, 250, 60, 80, 80, 210, 70, 60],
  },
});

/** What the model starts from, and whether its list is whole. */
function inputs(): PageTable {
  const all = `SUMIFS($Q:$Q,$P:$P,${COOP})`;
  const inRows = `SUMIFS(${LISTED.amount},${LISTED.type},${COOP})`;
  return {
    title: 'Inputs and checks',
    header: [
      'As of',
      'Half',
      'Growth a month',
      'Month end',
      'Month end before',
      'Rows listed',
      'Rows left out',
      'Not in the model',
      'Less CoopFunds',
    ],
    formats: [DAY, '', '0%', DAY, DAY, '0', '0', MONEY, MONEY],
    cells: [
      [
        cell(AS_OF),
        cell(`COOP.PERIOD(${AS_OF_CELL})`),
        0.05,
        cell(`EOMONTH(${AS_OF_CELL}+1,-1)`),
        cell(`EOMONTH(${AS_OF_CELL}+1,-2)`),
        cell(`COUNTA(${LISTED.partner})`),
        cell('ROWS(COOP.EARNINGS(CoopEarningRows[#All],"not counted"))-1'),
        cell(`ROUND(${all}-${inRows},2)`),
        cell(`ROUND(${inRows}-SUM(CoopFunds[Co-op]),2)`),
      ],
    ],
  };
}

/** Co-op by Partner ID, lever, and month of a half, and its totals. */
function accruals(name: 'before' | 'now', said: string, halves: number): PageTable {
  const first = FIRST[name];
  const letters = Array.from({ length: MONTHS }, (_, n) => String.fromCharCode('C'.charCodeAt(0) + n));
  const start = `DATE(YEAR(${AS_OF_CELL}),IF(MONTH(${AS_OF_CELL})<7,1,7)+${6 * halves},1)`;
  const last = first + LEVERS.length - 1;
  return {
    title: `Co-op ${said}, by Partner ID, lever, and month`,
    header: ['Partner ID', 'Lever', ...letters.map((_, n) => cell(n === 0 ? start : `EDATE($C$${first - 1},${n})`)), TOTAL],
    headerFormats: ['', '', ...letters.map(() => MONTH), ''],
    formats: ['', '', ...letters.map(() => MONEY), MONEY],
    cells: [
      ...LEVERS.map(([partner, lever], n): NewCell[] => {
        const row = first + n;
        const sum = (letter: string): NewCell =>
          cell(
            `SUMIFS(${LISTED.amount},${LISTED.partner},$A${row},${LISTED.lever},$B${row},${LISTED.month},${letter}$${first - 1},${LISTED.type},${COOP})`,
          );
        return [partner, lever, ...letters.map(sum), cell(`SUM(C${row}:H${row})`)];
      }),
      [TOTAL, '', ...[...letters, 'I'].map((letter) => cell(`SUM(${letter}${first}:${letter}${last})`))],
    ],
  };
}

/** How far the current half is from its threshold, as it goes and with growth. */
function tracker(): PageTable {
  return {
    title: 'Threshold of the current half, and the revenue that reaches it',
    header: [
      'Partner ID',
      'Half',
      'Accrued',
      'Expected',
      'Below threshold by',
      'Needed per month',
      'With growth',
      'Below threshold by',
      'Core revenue a month',
    ],
    formats: ['', '', MONEY, MONEY, MONEY, MONEY, MONEY, MONEY, MONEY],
    cells: PARTNERS.map((partner, n): NewCell[] => {
      const row = FIRST.tracker + n;
      const forecast = (part: string, growth = ''): NewCell =>
        cell(`IFNA(COOP.FORECAST(${REPORT},$B${row},${AS_OF_CELL},$A${row},"${part}"${growth}),"not known")`);
      const grown = `,${GROWTH}`;
      return [
        partner,
        cell(HALF),
        cell(`COOP.ACCRUED(${REPORT},$B${row},$A${row})`),
        forecast('expected'),
        forecast('shortfall'),
        forecast('needed per month'),
        forecast('expected', grown),
        forecast('shortfall', grown),
        cell(`IF(ISNUMBER($F${row}),IFNA(COOP.REVENUEFOR($F${row},$B$${FIRST.now}),"not known"),"not known")`),
      ];
    }),
  };
}

/** What ends next of the last three halves, and what of them can be claimed. */
function daysLeft(): PageTable {
  const rows = [-2, -1, 0].flatMap((halves) => PARTNERS.map((partner) => ({ halves, partner })));
  return {
    title: 'Days left, and what can be claimed',
    header: ['Partner ID', 'Half', 'Stage', 'Ends next', 'On', 'Days left', 'Co-op is', 'Claimed so far', 'Claimable'],
    formats: ['', '', '', '', DAY, '0', '', MONEY, MONEY],
    cells: rows.map(({ halves, partner }, n): NewCell[] => {
      const row = FIRST.days + n;
      const next = (part: string, over: string): NewCell => cell(`IFNA(COOP.NEXT($B${row},${AS_OF_CELL},"${part}"),"${over}")`);
      return [
        partner,
        cell(`COOP.SHIFT(${HALF},${halves})`),
        cell(`IFNA(COOP.STAGE($B${row},${AS_OF_CELL}),"not known")`),
        next('name', 'closed'),
        next('day', ''),
        next('days', ''),
        cell(`IFNA(${standing(row, '"status"')},"not known")`),
        cell(claimed(`$B${row}`, `$A${row}`)),
        // claims above what had accrued by the date are #NUM!
        cell(`IFERROR(${standing(row, `"claimable",$H${row}`)},"check claims")`),
      ];
    }),
  };
}

const standing = (row: number, more: string): string => `COOP.STANDING(${REPORT},$B${row},${AS_OF_CELL},$A${row},${more})`;

/** What the plan's claims take of a fund, paid or not. */
const claimed = (half: string, partner: string): string =>
  ['Claimed', 'Approved', 'Paid']
    .map((column) => `SUMIFS(CoopFunds[${column}],CoopFunds[Partner ID],${partner},CoopFunds[Fiscal half],${half})`)
    .join('+');

/** An entry of the journal: of which half, and what it comes to on a month end, by the Partner ID and the half of its row. */
interface Entry {
  name: string;
  debit: string;
  credit: string;
  half: string;
  amount: (row: number, monthEnd: string) => string;
}

/** The entries of the last month end: each is what it comes to now, less what it came to a month before. */
function journal(): PageTable {
  const entries: Entry[] = [
    {
      name: 'Accrue co-op as calculated by the month end',
      debit: 'Co-op due',
      credit: 'Cost of sales',
      half: '"all"',
      amount: (row, monthEnd) => `IFNA(COOP.EARNED(${REPORT},DATE(2000,1,1),${monthEnd},$A${row},"co-op",,,${monthEnd}),0)`,
    },
    {
      name: 'Reclassify what converts to rebate',
      debit: 'Rebate due',
      credit: 'Co-op due',
      half: `COOP.SHIFT(COOP.PERIOD(${MONTH_END}),-1)`,
      amount: (row, monthEnd) => `COOP.STANDING(${REPORT},$C${row},${monthEnd},$A${row},"converted")`,
    },
    {
      name: 'Write off what lapsed',
      debit: 'Cost of sales',
      credit: 'Co-op due',
      half: `COOP.SHIFT(COOP.PERIOD(${MONTH_END}),-2)`,
      amount: (row, monthEnd) =>
        `COOP.STANDING(${REPORT},$C${row},${monthEnd},$A${row},"lapsed",MIN(COOP.ACCRUED(${REPORT},$C${row},$A${row}),${claimed(`$C${row}`, `$A${row}`)}))`,
    },
  ];
  const lines = entries.flatMap((line) => PARTNERS.map((partner) => ({ ...line, partner })));
  return {
    title: 'Journal of the last month end',
    header: ['Partner ID', 'Entry', 'Half', 'Debit', 'Credit', 'Month before', 'Month end', 'Amount'],
    formats: ['', '', '', '', '', MONEY, MONEY, MONEY],
    cells: lines.map(({ partner, name, half, debit, credit, amount }, n): NewCell[] => {
      const row = FIRST.journal + n;
      const amountOn = (monthEnd: string): NewCell => cell(`IFNA(${amount(row, monthEnd)},"not known")`);
      return [
        partner,
        name,
        cell(half),
        debit,
        credit,
        amountOn(MONTH_END_BEFORE),
        amountOn(MONTH_END),
        cell(`IF(COUNT($F${row}:$G${row})=2,ROUND($G${row}-$F${row},2),"not known")`),
      ];
    }),
  };
}
