import { EARNINGS_TABLE } from './earnings-table';
import { quoted } from '../../records/formula-text';
import type { NewCell, TableChange } from '../../records/table';

/** The table the chart is drawn from. */
export const CHART_TABLE = 'CoopChart';

/** What the chart shows of the table CoopEarnings. */
export interface ChartPlan {
  /** The levers with their own color, largest first. All others are added up. */
  levers: readonly string[];
  /** The earning types that are co-op, as the table spells them. */
  types: readonly string[];
  /** The number of months, ending with the newest in the table. */
  months: number;
}

/**
 * The table of numbers behind the chart, with a row for each month and a column for each lever. They are SUMIFS over
 * CoopEarnings, so that people see where each comes from and later reports show automatically. The last column is the rest.
 */
export function chartChange({ levers, types, months }: ChartPlan): TableChange {
  const leverColumns = ownColumns(levers);
  const columns = [...leverColumns, leverColumns.length > 0 ? OTHERS : 'Co-op'];
  const all = sumOf(types, null);
  // One formula for each column, since Excel fills the column with the bottom-most one (office-js issue 5909). A row's month
  // follows from its distance to the header cell. [#Headers] could be #REF! if a person hides the header row.
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

/** The levers with their own column: those that can be a header and that SUMIFS matches exactly. */
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

/** SUMIFS can't compare months that people wrote as text, such as 2024-10, as numbers, so those are matched by prefix. */
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

const columnName = (index: number): string => String.fromCharCode(65 + index);

/** The table is on its own sheet, below its chart. */
const FIRST_ROW = 26;
const OTHERS = 'Other levers';
const MAX_OWN = 6;
const LONGEST_CRITERION = 200;
