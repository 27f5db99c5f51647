import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { addMonths, type Day } from '../../../domain/calendar/day';
import { centsOfMicros, formatUsd, sumOf, type Cents, type Micros } from '../../../domain/money/money';
import type { MonthRow } from '../../../reports/import/earnings-import';
import { NumberLink } from './number-link';
import { formatMonth } from '../../../domain/calendar/month-text';
import { SUMMARY } from '../../ui/summary-style';

interface CoopChartProps {
  months: readonly MonthRow[];
  /** Explains one number: the rows of a month and lever. */
  onExplain: (month: string, lever: string, rows: readonly MonthRow[]) => void;
  /** Actions for the chart, below the legend. */
  children: ReactNode;
}

/** Co-op by month and lever: stacked bars, and the same numbers as a table. Only what is above zero can be drawn. */
export function CoopChart({ months, onExplain, children }: CoopChartProps) {
  const styles = useStyles();
  const looks = [styles.lever0, styles.lever1, styles.lever2, styles.lever3, styles.others];
  const { columns, levers } = byMonthAndLever(months);
  if (columns.length === 0) return null;
  const withCoop = columns.filter(({ cents }) => cents.some((amount) => amount !== 0));
  const most = Math.max(...columns.map(({ cents }) => sumOf(cents, (amount) => Math.max(0, amount))), 1);
  const step = 100 / columns.length;
  const bar = Math.min(WIDEST_BAR, step * 0.7);
  const labelEvery = columns.length <= ALL_LABELS ? 1 : Math.ceil(columns.length / 4);
  return (
    <section className={styles.chart} aria-labelledby="chart">
      <h3 id="chart" className={styles.heading}>
        Co-op by month and lever
      </h3>
      <svg
        className={styles.picture}
        role="img"
        aria-label={`Co-op by month, at most ${formatUsd(most)}. The numbers are in the table below.`}
      >
        {columns.map(({ month, cents }, n) => {
          let y = HEIGHT;
          return (
            <g key={month}>
              {cents.map((amount, lever) => {
                const height = (Math.max(0, amount) / most) * (HEIGHT - 4);
                y -= height;
                return (
                  height > 0 && (
                    <rect
                      key={lever}
                      x={`${n * step + (step - bar) / 2}%`}
                      y={y}
                      width={`${bar}%`}
                      height={Math.max(1, height - 1)}
                      className={looks[lever]}
                    />
                  )
                );
              })}
              {n % labelEvery === 0 && (
                <text
                  x={labelEvery === 1 ? `${n * step + step / 2}%` : `${n * step}%`}
                  y={HEIGHT + 12}
                  textAnchor={labelEvery === 1 ? 'middle' : 'start'}
                  className={styles.label}
                >
                  {formatMonth(month)}
                </text>
              )}
            </g>
          );
        })}
        <rect x={0} y={HEIGHT} width="100%" height={1} className={styles.axis} />
      </svg>
      <ul className={styles.legend}>
        {levers.map((lever, n) => (
          <li key={lever} className={styles.entry}>
            <svg viewBox="0 0 8 8" className={styles.key} aria-hidden="true">
              <rect width={8} height={8} rx={2} className={looks[n]} />
            </svg>
            {lever}
          </li>
        ))}
      </ul>
      <details className={styles.details}>
        <summary>As a table</summary>
        <div className={styles.frame} role="region" aria-label="Table of co-op by month and lever" tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Month</th>
                {levers.map((lever) => (
                  <th key={lever} scope="col">
                    {lever}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {withCoop.map(({ month, cents }) => (
                <tr key={month}>
                  <th scope="row">{formatMonth(month)}</th>
                  {cents.map((amount, lever) => (
                    <td key={lever} className={styles.number}>
                      {amount !== 0 && (
                        <NumberLink
                          about={`co-op of ${formatMonth(month)}, ${levers[lever]}`}
                          onExplain={() => onExplain(month, levers[lever]!, rowsOf(months, month, lever, levers))}
                        >
                          {formatUsd(amount)}
                        </NumberLink>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      {children}
    </section>
  );
}

/** The largest levers separately, the rest together, for every month from the first to the last: one without co-op is empty. */
export function byMonthAndLever(months: readonly MonthRow[]): { columns: { month: string; cents: Cents[] }[]; levers: string[] } {
  const coop = months.filter(({ kind, micros }) => kind === 'co-op' && micros !== 0);
  const totals = new Map<string, Micros>();
  for (const { lever, micros } of coop) totals.set(nameOf(lever), (totals.get(nameOf(lever)) ?? 0) + micros);
  const largest = [...totals].sort((a, b) => b[1] - a[1]).map(([lever]) => lever);
  const levers = largest.length <= OWN_COLORS + 1 ? largest : [...largest.slice(0, OWN_COLORS), `${largest.length - OWN_COLORS} others`];
  const known = coop.map(({ month }) => month).sort();
  const columns = new Map(monthsThrough(known[0], known.at(-1)).map((month) => [month, levers.map((): Micros => 0)]));
  for (const { month, lever, micros } of coop) {
    const index = levers.indexOf(nameOf(lever));
    columns.get(month)![index < 0 ? levers.length - 1 : index]! += micros;
  }
  return { levers, columns: [...columns].map(([month, sums]) => ({ month, cents: sums.map(centsOfMicros) })) };
}

/** The months from one to another, as yyyy-mm; none without both. */
function monthsThrough(first: string | undefined, last: string | undefined): string[] {
  const months: string[] = [];
  for (let month = first; month !== undefined && month <= last!; month = addMonths(`${month}-01` as Day, 1).slice(0, 7)) months.push(month);
  return months;
}

/** The rows behind one of the numbers. */
export function rowsOf(months: readonly MonthRow[], month: string, lever: number, levers: readonly string[]): MonthRow[] {
  return months.filter((row) => {
    const index = levers.indexOf(nameOf(row.lever));
    return row.kind === 'co-op' && row.month === month && (index < 0 ? levers.length - 1 : index) === lever;
  });
}

const nameOf = (lever: string): string => lever || 'No lever';
const OWN_COLORS = 4;
const HEIGHT = 110;
/** In percent of the width. */
const WIDEST_BAR = 9;
/** The most months whose names fit side by side. */
const ALL_LABELS = 6;

/** Forced colors are too few for five levers, so they differ in how full they are. */
const inForcedColors = (fillOpacity: number) => ({
  '@media (forced-colors: active)': { fill: 'CanvasText', fillOpacity, stroke: 'CanvasText' },
});

const useStyles = makeStyles({
  chart: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  picture: { width: '100%', maxWidth: '480px', height: `${HEIGHT + 16}px`, overflow: 'visible', forcedColorAdjust: 'none' },
  lever0: { fill: tokens.colorBrandBackground, ...inForcedColors(1) },
  lever1: { fill: tokens.colorPaletteMarigoldBorderActive, ...inForcedColors(0.75) },
  lever2: { fill: tokens.colorPaletteBerryBorderActive, ...inForcedColors(0.5) },
  lever3: { fill: tokens.colorPaletteBlueBorderActive, ...inForcedColors(0.25) },
  others: { fill: tokens.colorNeutralStroke1, ...inForcedColors(0) },
  axis: { fill: tokens.colorNeutralStroke1, '@media (forced-colors: active)': { fill: 'CanvasText' } },
  label: { fontSize: '10px', fill: tokens.colorNeutralForeground2, '@media (forced-colors: active)': { fill: 'CanvasText' } },
  legend: { ...typographyStyles.caption1, listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '2px' },
  entry: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, overflowWrap: 'anywhere' },
  key: { width: '10px', height: '10px', flexShrink: 0, forcedColorAdjust: 'none' },
  details: {
    ...typographyStyles.body1,
    '& summary': {
      ...SUMMARY,
    },
  },
  frame: { overflowX: 'auto', ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` } },
  table: {
    ...typographyStyles.caption1,
    borderCollapse: 'collapse',
    '& th': { textAlign: 'left' },
    '& tbody th': { whiteSpace: 'nowrap' },
    '& td': { textAlign: 'right' },
    '& th, & td': {
      padding: tokens.spacingHorizontalXS,
      verticalAlign: 'top',
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    },
  },
  number: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
});
