import { Link, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { formatDay } from '../../../domain/calendar/day';
import { describePartner } from '../../../domain/earnings/partner-name';
import { fundKey, fundLabel, nameOfFund } from '../../../domain/funds/fund';
import { formatHalf } from '../../../domain/calendar/half';
import { formatUsd, sumOf, type Cents } from '../../../domain/money/money';
import { plural } from '../../../domain/text/plural';
import { STATUS_LOOK } from '../../../planner/funds/fund-status-text';
import { OVERVIEW_AMOUNTS, type OverviewHalf, type OverviewRow } from '../../../planner/funds/funds-overview';
import { noBreak } from '../../ui/no-break';
import { usePlanner } from '../../ui/use-planner';
import { ClosedFold } from './closed-fold';
import { PaymentStatus } from './payment-status';

/** All funds in one table, with a row for each Partner ID and half; each opens its card. */
export function FundsOverview({ open, closed }: { open: readonly OverviewHalf[]; closed: readonly OverviewHalf[] }) {
  const styles = useStyles();
  return (
    <section className={styles.section} aria-labelledby="overview">
      <h2 id="overview" className={styles.title}>
        Overview
      </h2>
      {open.length > 0 && <FundsTable label="Overview of funds" halves={open} />}
      {closed.length > 0 && (
        <ClosedFold list="overview" count={closed.length} as="h3">
          <FundsTable label="Overview of closed halves" halves={closed} />
        </ClosedFold>
      )}
      <PaymentStatus funds={[...open, ...closed].flatMap(({ rows }) => rows.map(({ fund }) => fund))} />
    </section>
  );
}

/** A table that keeps its roles while its cells wrap to the width of the pane, where each repeats its column's name. */
function FundsTable({ label, halves }: { label: string; halves: readonly OverviewHalf[] }) {
  const styles = useStyles();
  const empty = sumOf(halves, (half) => half.empty);
  const isShort = halves.every(({ rows }) =>
    rows.every(({ amounts }) => amounts.every((amount) => describeAmount(amount).length <= SHORT)),
  );
  return (
    <>
      <div role="table" aria-label={label} className={styles.table}>
        <div role="rowgroup" className={mergeClasses(styles.head, isShort && styles.wideHead)}>
          <div role="row" className={mergeClasses(styles.cells, isShort && styles.wideCells)}>
            <span role="columnheader" className={styles.hidden}>
              Fund
            </span>
            {[...OVERVIEW_AMOUNTS, 'Deadline'].map((name) => (
              <span key={name} role="columnheader" className={styles.number}>
                {name}
              </span>
            ))}
          </div>
        </div>
        {halves.map(({ half, rows }) => (
          <div key={half.label} role="rowgroup">
            {rows.map((row) => (
              <FundRow key={fundKey(row.fund)} row={row} isShort={isShort} />
            ))}
          </div>
        ))}
      </div>
      {empty > 0 && <p className={styles.quiet}>{plural(empty, 'fund')} without co-op not listed.</p>}
    </>
  );
}

function FundRow({ row, isShort }: { row: OverviewRow; isShort: boolean }) {
  const { fund, program, stage, amounts, over, lapsed, deadline } = row;
  const styles = useStyles();
  const { navigation } = usePlanner();
  return (
    <div role="row" className={styles.row}>
      <div role="rowheader" className={styles.fund}>
        <span className={styles.name}>
          <Link
            as="button"
            inline
            className={styles.link}
            aria-label={`Show the card of ${fundLabel(fund)}`}
            onClick={() => navigation.open({ screen: 'funds', fund: nameOfFund(fund) })}
          >
            {describePartner(fund)}
          </Link>
          <span className={styles.status}>{STATUS_LOOK[fund.status].label}</span>
        </span>
        <span className={styles.quiet}>
          {noBreak(`Earned ${formatHalf(fund.half)} (${fund.label})`)} · {stage}
          {program !== '' && ` · ${program}`}
        </span>
        {over > 0 && <span className={styles.warning}>Activities and claims exceed it by {formatUsd(over)}.</span>}
        {lapsed > 0 && <span className={styles.warning}>{formatUsd(lapsed)} has lapsed.</span>}
        {fund.skipped > 0 && <span className={styles.warning}>Incomplete: {plural(fund.skipped, 'report row')} not counted.</span>}
      </div>
      <div role="presentation" className={mergeClasses(styles.cells, isShort && styles.wideCells)}>
        {amounts.map((amount, index) => (
          <Cell key={OVERVIEW_AMOUNTS[index]} name={OVERVIEW_AMOUNTS[index]!} isShort={isShort}>
            {describeAmount(amount)}
          </Cell>
        ))}
        <Cell name="Deadline" isShort={isShort}>
          {deadline === null ? 'None' : `${deadline.what} ${formatDay(deadline.day)}`}
        </Cell>
      </div>
    </div>
  );
}

function Cell({ name, isShort, children }: { name: string; isShort: boolean; children: string }) {
  const styles = useStyles();
  return (
    <div role="cell" className={mergeClasses(styles.cell, styles.number)}>
      <span aria-hidden="true" className={mergeClasses(styles.label, isShort && styles.wideLabel)}>
        {name}
      </span>
      <span>{noBreak(children)}</span>
    </div>
  );
}

const describeAmount = (amount: Cents | null): string => (amount === null ? 'Unknown' : formatUsd(amount));

/** The most characters of an amount that fit in a column of the wide table, as in $99,999.99. */
const SHORT = 10;
/** The width from which all numbers of a fund fit on one line, below one line of column names. */
const WIDE = '@media (min-width: 580px)';

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalS, gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  table: {
    ...typographyStyles.caption1,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  head: {
    color: tokens.colorNeutralForeground2,
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
  wideHead: { [WIDE]: { height: 'auto', clipPath: 'none', padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}` } },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  cells: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(84px, 1fr))',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
  },
  wideCells: { [WIDE]: { gridTemplateColumns: 'repeat(7, minmax(0, 1fr)) 76px', alignItems: 'end' } },
  fund: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)' },
  name: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
  },
  link: { ...typographyStyles.body1Strong, textAlign: 'left', minHeight: '24px' },
  status: { ...typographyStyles.caption1Strong },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  warning: { ...typographyStyles.caption1Strong, color: tokens.colorStatusWarningForeground3 },
  cell: { display: 'grid', alignContent: 'end' },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  label: { color: tokens.colorNeutralForeground2 },
  wideLabel: { [WIDE]: { display: 'none' } },
});
