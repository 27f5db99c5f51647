import { serialShift } from '../../cells/context';
import { serialOf, type Day } from '../../domain/calendar/day';
import { dollars, sumOf, type Cents } from '../../domain/money/money';
import { labelOf } from '../../domain/calendar/half';
import { comparableId } from '../../domain/earnings/partner-id';
import type { FundId } from '../../domain/funds/fund';
import { groupBy } from '../../domain/group-by';
import { compareText } from '../../domain/text/compare';
import { plural } from '../../domain/text/plural';
import { quoted } from '../../records/formula-text';
import { columnsOf, hasColumns, type CellContent, type NewCell, type TableCells } from '../../records/table';
import { AS_OF } from '../planning/as-of-table';
import { describePartnerFormula } from '../planning/partners-table';
import { TOTAL, type PageTable, type SheetPage } from '../workbook';

/** The sheet of the summary. */
export const SUMMARY_SHEET = 'Co-op summary';
/** The sheet of the summary with the whole plan. */
const PRINT_SHEET = 'Co-op print set';

/** What a summary shows in addition to the figures of the tables. */
export interface SummaryFacts {
  asOf: Day;
  /** Amounts that lapse next, soonest first. */
  deadlines: readonly { day: Day; amount: Cents; fund: FundId; what: string }[];
  /** What the figures are based on. */
  assumptions: readonly (readonly [name: string, text: string])[];
}

/** The tables a summary is made from. */
export interface SummaryTables {
  funds: TableCells;
  plan: TableCells | null;
  /** The names of Partner IDs. */
  partners: TableCells | null;
}

/** The figures of a fund: columns of CoopFunds and their headers, from earned to lapsed. */
const FIGURES = [
  ['Co-op', 'Co-op earned'],
  ['Above threshold', 'Above threshold'],
  ['Usable', 'Usable now'],
  ['Planned', 'Planned'],
  ['Committed', 'Committed'],
  ['Spent', 'Spent'],
  ['Claimed', 'Claimed'],
  ['Approved', 'Approved'],
  ['Paid', 'Paid'],
  ['Free', 'Free'],
  ['Lapsed', 'Lapsed'],
] as const;

const MONEY = '#,##0.00';
const DAY = 'yyyy-mm-dd';
const MOST_FUNDS = 12;
const MOST_ACTIVITIES = 5;
const MOST_DEADLINES = 3;
/** More than anyone prints; each is a row of formulas. */
const MOST_LISTED = 1_000;

/**
 * A page about all co-op funds for people without the add-in. Figures are Excel's own formulas over CoopFunds and CoopPlan,
 * so they stay current when the workbook changes. Which funds and activities have their own rows is decided when the page is
 * created. With the plan, the page has every activity and comes on pages of its width.
 */
export function summaryPage(tables: SummaryTables, facts: SummaryFacts, withPlan = false): SheetPage {
  const { asOf, deadlines, assumptions } = facts;
  const funds = fundTable(tables);
  const activities = tables.plan ? activityTable(tables.plan, tables.partners, withPlan ? 'all' : 'largest') : null;
  const next: PageTable = {
    title: 'Next deadlines',
    header: ['What lapses', 'Fund', 'On', 'Amount USD'],
    formats: ['', '', DAY, MONEY],
    cells: deadlines
      .slice(0, MOST_DEADLINES)
      .map(({ what, fund, day, amount }) => [
        what,
        named(comparableId(fund.partnerId), fund.partnerId, tables.partners, `, ${labelOf(fund.half)}`),
        serialOf(day) - serialShift(),
        dollars(amount),
      ]),
  };
  const plan = activities && activities.table.cells.length > 0 ? [activities.table] : [];
  return {
    sheet: withPlan ? PRINT_SHEET : SUMMARY_SHEET,
    title: withPlan ? 'Co-op funds: summary and plan' : 'Co-op funds: summary',
    ...(withPlan && { beside: SUMMARY_SHEET, isLong: true }),
    widths: [withPlan ? 280 : 190, 165, 80, ...funds.header.slice(3).map(() => 84)],
    parts: [
      funds,
      ...(withPlan ? [] : plan),
      ...(next.cells.length > 0 ? [next] : []),
      {
        title: 'Assumptions',
        rows: [
          ['Amounts', 'US dollars. Amounts in other currencies are converted at the rate of their activity or claim.'],
          ...assumptions,
          ...(activities?.notes ?? []),
        ],
      },
      {
        title: 'Dates',
        header: ['As of', 'Figures', 'Lists'],
        formats: ['', DAY, DAY],
        cells: [['Date', { formula: `=${AS_OF}` }, serialOf(asOf) - serialShift()]],
      },
      ...(withPlan ? plan : []),
    ],
    foot: 'Figures follow the workbook. Which funds, activities, and deadlines are listed is as of the second date above: make the summary again to update them.',
  };
}

/** A Partner ID's funds of a half, for all programs. */
interface Group {
  /** As in the first part of CoopFunds[Fund]. */
  key: string;
  partnerId: string;
  half: string;
  /** The criterion that matches them in CoopFunds[Fund]. */
  criterion: string;
  earned: number;
  isClosed: boolean;
}

/** The largest funds, with a row for each Partner ID and half; closed and smaller ones share one row. */
function fundTable({ funds, plan, partners }: SummaryTables): PageTable {
  const groups = groupsOf(funds);
  const listed = (groups.length <= MOST_FUNDS ? groups : [...groups].sort(byWeight).slice(0, MOST_FUNDS)).sort(inOrder);
  const figures = [
    ...FIGURES.filter(([column]) => hasColumns(funds, column)).map(([column, said]) => ({ said, table: 'CoopFunds', column })),
    ...(plan !== null && hasColumns(plan, 'Your share', 'Fund', 'Status')
      ? [{ said: 'Your share', table: 'CoopPlan', column: 'Your share' }]
      : []),
  ];
  const whole = figures.map(({ table, column }) => (table === 'CoopPlan' ? sumOfPlan(column) : `SUM(${table}[${column}])`));
  const rows = listed.map(({ key, partnerId, half, criterion }): NewCell[] => [
    named(key, partnerId, partners),
    half,
    hasColumns(funds, 'Claim deadline') ? { formula: `=MINIFS(CoopFunds[Claim deadline],CoopFunds[Fund],${criterion})` } : '',
    ...figures.map(({ table, column }) => {
      const ofFund = `${table}[Fund],${criterion}`;
      return { formula: `=${table === 'CoopPlan' ? sumOfPlan(column, ofFund) : `SUMIFS(${table}[${column}],${ofFund})`}` };
    }),
  ]);
  const listedCells = figures.map((_, n) => {
    const letter = String.fromCharCode('A'.charCodeAt(0) + LABELS + n);
    return `${letter}${FIRST_ROW}:${letter}${FIRST_ROW + rows.length - 1}`;
  });
  const others = whole.map((sum, n) => ({ formula: `=${sum}-SUM(${listedCells[n]})` }));
  return {
    title: 'Funds by Partner ID and fiscal half',
    header: ['Partner ID', 'Earned in', 'Claims close', ...figures.map(({ said }) => said)],
    formats: ['', '', DAY, ...figures.map(() => MONEY)],
    cells: [
      ...rows,
      ...(listed.length < groups.length ? [['All others', '', '', ...others]] : []),
      [TOTAL, '', '', ...whole.map((sum) => ({ formula: `=${sum}` }))],
    ],
  };
}

/** A sum over the plan without drafts and canceled activities. */
const sumOfPlan = (column: string, ...criteria: string[]): string =>
  `SUMPRODUCT(SUMIFS(${[`CoopPlan[${column}]`, ...criteria, 'CoopPlan[Status],{"planned","committed","done"}'].join(',')}))`;

/** The number of columns of the table of funds before its figures. */
const LABELS = 3;
/** Its first row, below the title, a blank row, its heading, and its header. */
const FIRST_ROW = 5;

function groupsOf(funds: TableCells): Group[] {
  const columnIndex = columnsOf(funds.header, ['Fund', 'Partner ID', 'Fiscal half', 'Co-op', 'Stage']);
  const named = funds.values.filter((row) => /^.+ \| .* \| .+$/.test(String(row[columnIndex.Fund] ?? '')));
  const byKey = groupBy(named, (row) => criterionOf(String(row[columnIndex.Fund])));
  return [...byKey].map(([criterion, rows]): Group => ({
    criterion,
    key: partnerKeyOf(String(rows[0]![columnIndex.Fund])),
    partnerId: String(rows[0]![columnIndex['Partner ID']]).trim(),
    half: String(rows[0]![columnIndex['Fiscal half']]).trim(),
    earned: sumOf(rows, (row) => Number(row[columnIndex['Co-op']]) || 0),
    isClosed: rows.every((row) => String(row[columnIndex.Stage] ?? '').toLowerCase() === 'closed'),
  }));
}

const partnerKeyOf = (fund: string): string => fund.slice(0, fund.indexOf(' | '));

/** A formula for how a Partner ID reads. */
function named(key: string, partnerId: string, partners: TableCells | null, after = ''): NewCell {
  const formula = describePartnerFormula(quoted(key), quoted(partnerId), partners);
  return { formula: `=${formula}${after === '' ? '' : `&${quoted(after)}`}` };
}

/** A fund's text with any program. It has no wildcards of its own, since they are encoded there. */
function criterionOf(fund: string): string {
  const [partnerId, , half] = fund.split(' | ');
  return quoted(`${partnerId} | * | ${half}`);
}

const byWeight = (a: Group, b: Group): number => Number(a.isClosed) - Number(b.isClosed) || b.earned - a.earned;
const inOrder = (a: Group, b: Group): number => compareText(b.half, a.half) || b.earned - a.earned;

const asFormula = (formula: string): NewCell => ({ formula: `=${formula}` });

/** Activities, found by their IDs, and what to say of those that aren't listed. */
interface ActivityTable {
  table: PageTable;
  notes: readonly (readonly [name: string, text: string])[];
}

/** The activities that cost most; or all in the order of their funds and days, with drafts, without canceled ones. */
function activityTable(plan: TableCells, partners: TableCells | null, which: 'largest' | 'all'): ActivityTable | null {
  const columnIndex = columnsOf(plan.header, ['ID', 'Activity', 'Status', 'Budget USD']);
  if (Object.values(columnIndex).some((column) => column < 0)) return null;
  const isAll = which === 'all';
  const { ids, left } = isAll ? everyId(plan) : { ids: largestIds(plan, columnIndex), left: 0 };
  const columns = [...(isAll ? DAY_COLUMNS : []), ...ACTIVITY_COLUMNS].filter((column) => hasColumns(plan, ...column.columns));
  const table: PageTable = {
    title: isAll ? 'Plan' : 'Largest activities',
    header: ['Activity', 'Partner ID', 'Earned in', ...columns.map(({ said }) => said)],
    formats: ['', '', '', ...columns.map(({ format }) => format)],
    cells: ids.map((id): NewCell[] => {
      const position = `MATCH(${quoted(id.replace(/[~*?]/g, '~$&'))},CoopPlan[ID],0)`;
      const field = (column: string): string => `INDEX(CoopPlan[${column}],${position})`;
      const name = hasColumns(plan, 'Title') ? `IF(${field('Title')}="",${field('Activity')},${field('Title')})` : field('Activity');
      const fund = field('Fund');
      const partner = hasColumns(plan, 'Fund')
        ? describePartnerFormula(`LEFT(${fund},FIND(" | ",${fund})-1)`, field('Partner ID'), partners)
        : field('Partner ID');
      // Excel would show blank cells as 0, and an activity may have no fund
      const texts = [name, `IFERROR(${partner},${field('Partner ID')})`, field('Fiscal half')].map((text) => `${text}&""`);
      if (!isAll) return [...texts, ...columns.map(({ formula }) => formula(field))].map(asFormula);
      const others = columns.map(({ format, formula }) => (format === '' ? `${formula(field)}&""` : `IFERROR(${formula(field)},"")`));
      return [...texts, ...others].map(asFormula);
    }),
  };
  const notListed = `${plural(left, 'activity', 'activities')} not listed: beyond the first ${MOST_LISTED.toLocaleString('en-US')}, or without an ID of its own.`;
  return { table, notes: left > 0 ? [['Plan', notListed]] : [] };
}

type PlanColumns = Record<'ID' | 'Status' | 'Budget USD', number>;

function largestIds(plan: TableCells, columnIndex: PlanColumns): string[] {
  return plan.values
    .map((row) => ({
      id: String(row[columnIndex.ID]).trim(),
      status: String(row[columnIndex.Status]),
      cost: Number(row[columnIndex['Budget USD']]) || 0,
    }))
    .filter(({ id, status, cost }) => id !== '' && cost > 0 && !['', 'draft', 'canceled', 'cancelled'].includes(status.toLowerCase()))
    .sort((a, b) => b.cost - a.cost || compareText(a.id, b.id))
    .slice(0, MOST_ACTIVITIES)
    .map(({ id }) => id);
}

/** The IDs of the plan by half and start, without canceled activities, and how many aren't listed. A repeated ID would find the first row twice. */
function everyId({ header, values }: TableCells): { ids: string[]; left: number } {
  const columnIndex = columnsOf(header, ['ID', 'Activity', 'Status', 'Fiscal half', 'Start']);
  const cell = (row: TableCells['values'][number], name: keyof typeof columnIndex): CellContent => row[columnIndex[name]] ?? '';
  const rows = values.filter(
    (row) => row.some((content) => content !== '') && !['canceled', 'cancelled'].includes(String(cell(row, 'Status')).trim().toLowerCase()),
  );
  const start = (row: TableCells['values'][number]): number =>
    typeof cell(row, 'Start') === 'number' ? Number(cell(row, 'Start')) : Infinity;
  const sorted = [...rows].sort(
    (a, b) =>
      compareText(String(cell(a, 'Fiscal half')), String(cell(b, 'Fiscal half'))) ||
      (start(a) === start(b) ? 0 : start(a) - start(b)) ||
      compareText(String(cell(a, 'ID')), String(cell(b, 'ID'))),
  );
  const named = new Map(sorted.map((row) => [String(cell(row, 'ID')).trim().toUpperCase(), String(cell(row, 'ID')).trim()]));
  named.delete('');
  const ids = [...named.values()].slice(0, MOST_LISTED);
  return { ids, left: rows.length - ids.length };
}

/** A column of an activity: what it's made from, and its formula over those columns of the activity's row. */
interface ActivityColumn {
  said: string;
  format: string;
  columns: readonly string[];
  formula: (field: (column: string) => string) => string;
}

const copied = (column: string, format = ''): ActivityColumn => ({
  said: column,
  format,
  columns: [column],
  formula: (field) => field(column),
});
const COST_COLUMNS = ['Cost', 'Rate used'] as const;
const costOf = (field: (column: string) => string): string => `ROUND(${field('Cost')}*${field('Rate used')},2)`;

/** The days of an activity; blank where there is none, which Excel would show as a day. */
const DAY_COLUMNS: readonly ActivityColumn[] = ['Start', 'End'].map((column) => ({
  ...copied(column, DAY),
  formula: (field) => `IF(${field(column)}="","",${field(column)})`,
}));

/** Those whose columns a plan doesn't have are left out. */
const ACTIVITY_COLUMNS: readonly ActivityColumn[] = [
  copied('Status'),
  { said: 'Cost', format: MONEY, columns: COST_COLUMNS, formula: (field) => `IFERROR(${costOf(field)},"")` },
  {
    said: 'Co-op',
    format: MONEY,
    columns: [...COST_COLUMNS, 'Your share', 'Counts as'],
    // what co-op pays, or has paid; nothing once the fund closed without a claim
    formula: (field) => `IF(${field('Counts as')}="","",IFERROR(ROUND(${costOf(field)}-${field('Your share')},2),""))`,
  },
  copied('Your share', MONEY),
  copied('Claim by', DAY),
];
