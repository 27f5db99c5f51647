import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { MonthRow } from '../../../reports/import/earnings-import';
import type { ChartPlan } from '../../../storage/funds/chart-table';
import { toExcelError } from '../../../storage/excel-error';
import type { CoopChart } from '../../../storage/workbook';
import { Message } from '../../ui/message';

type Outcome = { kind: 'made' | 'there' | 'gone' | 'busy' } | { kind: 'trouble'; sentence: string };

/** Makes the chart in the workbook, as Excel's own, and deletes it again. */
export function NativeChart({ chart, months }: { chart: CoopChart; months: readonly MonthRow[] }) {
  const styles = useStyles();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const isBusy = outcome?.kind === 'busy';
  const attempt = async (act: () => Promise<Outcome['kind']>): Promise<void> => {
    if (isBusy) return;
    setOutcome({ kind: 'busy' });
    try {
      setOutcome({ kind: await act() } as Outcome);
    } catch (error) {
      setOutcome({ kind: 'trouble', sentence: toExcelError(error).message });
    }
  };
  const remove = (
    <Button
      size="small"
      onClick={() =>
        void attempt(async () => {
          await chart.remove();
          return 'gone';
        })
      }
    >
      Delete the chart
    </Button>
  );
  return (
    <div className={styles.part}>
      <div>
        <Button size="small" disabledFocusable={isBusy} onClick={() => void attempt(() => chart.make(chartPlanOf(months)))}>
          {isBusy ? 'Working in Excel' : 'Create an Excel chart'}
        </Button>
      </div>
      {!outcome && <p className={styles.quiet}>A native Excel chart on its own sheet, based on formulas over CoopEarnings.</p>}
      {outcome?.kind === 'made' && (
        <Message intent="success" actions={remove}>
          The chart is on its own sheet. Its numbers are formulas over CoopEarnings, so it follows later reports.
        </Message>
      )}
      {outcome?.kind === 'there' && (
        <Message actions={remove}>
          This workbook already has the chart, which is in front now. To choose the levers again, delete the chart and create it again.
        </Message>
      )}
      {outcome?.kind === 'gone' && (
        <Message intent="success">Deleted the chart and its numbers. Anything you added next to them is still there.</Message>
      )}
      {outcome?.kind === 'trouble' && <Message intent="warning">{outcome.sentence}</Message>}
    </div>
  );
}

/** What the chart shows: the largest levers, and at most two years up to the latest month. */
export function chartPlanOf(months: readonly MonthRow[]): ChartPlan {
  const coop = months.filter(({ kind }) => kind === 'co-op');
  const totals = new Map<string, number>();
  for (const { lever, micros } of coop) totals.set(lever, (totals.get(lever) ?? 0) + micros);
  const types = new Map([...STANDARD_TYPES, ...coop.map(({ earningType }) => earningType)].map((type) => [type.toLowerCase(), type]));
  const first = coop.reduce((least, { month }) => (month < least ? month : least), '9999-12');
  const last = months.reduce((most, { month }) => (month > most ? month : most), '0000-01');
  const span = coop.length === 0 ? FEWEST_MONTHS : numberOf(last) - numberOf(first) + 1;
  return {
    levers: [...totals].sort((a, b) => b[1] - a[1]).map(([lever]) => lever),
    types: [...types.values()],
    months: Math.min(MAX_MONTHS, Math.max(FEWEST_MONTHS, span)),
  };
}

function numberOf(month: string): number {
  const [year, ofYear] = month.split('-').map(Number);
  return year! * 12 + ofYear!;
}

const STANDARD_TYPES = ['Coop', 'Adjustment-Coop'];
const FEWEST_MONTHS = 6;
const MAX_MONTHS = 24;

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalS, gridTemplateColumns: 'minmax(0, 1fr)' },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
});
