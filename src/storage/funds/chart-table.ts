import { EARNINGS_TABLE } from './earnings-table';
import type { NewCell, TableChange } from '../../records/table';

/** The table the chart is drawn from. */
export const CHART_TABLE = 'CoopChart';

/** What the chart is to show of the table CoopEarnings. */
export interface ChartPlan {
  /** The levers that get a color of their own, the largest first. All others are added up. */
  levers: readonly string[];
  /** The earning types that are co-op, as the table spells them. */
  types: readonly string[];
  /** How many months, the last one being the table's newest. */
  months: number;
}

/**
 * The table of numbers behind the chart: a row a month and a column a lever, as SUMIFS over CoopEarnings, so that people
 * see where each comes from and a later report shows by itself. Its last column is whatever the others leave.
 */
export function chartChange({ levers, types, months }: ChartPlan): TableChange {
  const leverColumns = ownColumns(levers);
  const columns = [...leverColumns, leverColumns.length > 0 ? OTHERS : 'Co-op'];
  const all = sumOf(types, null);
  // One formula for each column, since Excel gives all of it the bottom-most one (office-js issue 5909): which month a row is,
  // it tells by how far it is below the cell of the header. [#Headers] could be #REF! once a person hides the header row.
  const rows = Array.from({ length: months }, (_, n): NewCell[] => {
    const row = FIRST_ROW + n;
    return [
      { formula: `=EOMONTH(MAX(${EARNINGS_TABLE}[Month]),ROW()-ROW($A$${FIRST_ROW - 1})-${months + 1})+1` },
      ...leverColumns.map((lever) => ({ formula: `=${sumOf(types, lever)}` })),
      { formula: leverColumns.length > 0 ? `=${all}-SUM(B${row}:${columnName(leverColumns.length)}${row})` : `=${all}` },
    ];
  });
  return {
    design: {
      name: CHART_TABLE,
      sheet: 'Co-op chart',
      title: 'Co-op by month and lever',
      hint: `The newest ${months} months of CoopEarnings, all Partner IDs together, in US dollars. These are formulas: a later report shows by itself.`,
      columns: [{ name: 'Month', width: 70, format: 'yyyy-mm' }, ...columns.map((name) => ({ name, width: 110, format: '#,##0.00' }))],
      chart: { name: CHART_TABLE, title: 'Co-op by month and lever (USD)' },
    },
    set: new Map(),
    add: rows,
    remove: [],
  };
}

/** A lever is a column of its own if it can be a header, and SUMIFS takes its name for nothing but itself. */
function ownColumns(levers: readonly string[]): string[] {
  const taken = new Set(['month', OTHERS.toLowerCase(), '']);
  return levers
    .filter((lever) => {
      const folded = lever.trim().toLowerCase();
      if (
        taken.has(folded) ||
        lever !== lever.trim() ||
        lever.length > LONGEST_CRITERION ||
        /[*?~\n]|^[=<>]|^[^\p{L}]*(?:e[^\p{L}]*)?$/iu.test(lever)
      )
        return false;
      taken.add(folded);
      return true;
    })
    .slice(0, MAX_OWN);
}

/** Months that people have written as text, 2024-10, are no numbers that SUMIFS could compare: they are asked for by their beginning. */
function sumOf(types: readonly string[], lever: string | null): string {
  const column = (name: string): string => `${EARNINGS_TABLE}[${name}]`;
  const days = `${column('Month')},">="&[@Month],${column('Month')},"<"&EDATE([@Month],1)`;
  const written = `${column('Month')},YEAR([@Month])&"-"&RIGHT("0"&MONTH([@Month]),2)&"*"`;
  const ofLever = lever === null ? '' : `,${column('Lever')},${quoted(lever)}`;
  return types
    .flatMap((type) =>
      [days, written].map((month) => `SUMIFS(${column('Amount USD')},${month}${ofLever},${column('Earning type')},${quoted(type)})`),
    )
    .join('+');
}

const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;
const columnName = (index: number): string => String.fromCharCode(65 + index);

/** The table is on its own sheet, below its chart. */
const FIRST_ROW = 26;
const OTHERS = 'Other levers';
const MAX_OWN = 6;
const LONGEST_CRITERION = 200;
