import { makeStyles, Spinner, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { fundKey, fundLabel } from '../../../domain/funds/fund';
import { formatUsd } from '../../../domain/money/money';
import { plural } from '../../../domain/text/plural';
import type { FundView } from '../../../planner/funds/funds-view';
import { coopByPaymentStatus, type StatusSum } from '../../../planner/funds/payment-status';
import { toExcelError } from '../../../storage/excel-error';
import { ROWS_TABLE } from '../../../storage/funds/rows-table';
import type { TableCells } from '../../../records/table';
import { usePlanner } from '../../ui/use-planner';
import { SUMMARY } from '../../ui/summary-style';

/** The co-op rows of each fund by the report's payment status, read when someone opens it. */
export function PaymentStatus({ funds }: { funds: readonly FundView[] }) {
  const styles = useStyles();
  const { workbook } = usePlanner();
  const [rows, setRows] = useState<{ cells: TableCells | null } | { trouble: string } | null>(null);
  const read = async (): Promise<void> => {
    setRows(null);
    try {
      const [cells = null] = await workbook.tables.read([{ name: ROWS_TABLE, formulasIn: [] }]);
      setRows({ cells });
    } catch (error) {
      setRows({ trouble: toExcelError(error).message });
    }
  };
  return (
    <details className={styles.details} onToggle={({ currentTarget }) => void (currentTarget.open && read())}>
      <summary>Co-op rows by payment status</summary>
      {rows === null ? (
        <Spinner size="tiny" label={`Reading ${ROWS_TABLE}`} />
      ) : 'trouble' in rows ? (
        <p className={styles.line}>{rows.trouble}</p>
      ) : rows.cells === null ? (
        <p className={styles.line}>
          The workbook has monthly totals only. To see payment statuses, bring in the report again and choose to also keep the individual
          rows.
        </p>
      ) : (
        <Statuses funds={funds} byFund={coopByPaymentStatus(rows.cells, funds)} />
      )}
    </details>
  );
}

function Statuses({ funds, byFund }: { funds: readonly FundView[]; byFund: ReadonlyMap<string, readonly StatusSum[]> }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {funds.map((fund) => {
        const sums = byFund.get(fundKey(fund)) ?? [];
        return (
          sums.length > 0 && (
            <li key={fundKey(fund)}>
              <p className={styles.fund}>{fundLabel(fund)}</p>
              <dl className={styles.sums}>
                {sums.map(({ status, cents, rows }) => (
                  <div key={String(status)} className={styles.sum}>
                    <dt>
                      {status === null ? `Not in ${ROWS_TABLE}` : status || 'No payment status'}
                      {rows > 0 && <span className={styles.quiet}> {plural(rows, 'row')}</span>}
                    </dt>
                    <dd>{formatUsd(cents)}</dd>
                  </div>
                ))}
              </dl>
            </li>
          )
        );
      })}
    </ul>
  );
}

const useStyles = makeStyles({
  details: {
    ...typographyStyles.body1,
    overflowWrap: 'anywhere',
    '& summary': {
      ...SUMMARY,
    },
  },
  line: { ...typographyStyles.body1, margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  fund: { ...typographyStyles.caption1Strong, margin: 0 },
  sums: { ...typographyStyles.caption1, margin: 0, display: 'grid' },
  sum: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    '& dd': { margin: 0, fontVariantNumeric: 'tabular-nums' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});
