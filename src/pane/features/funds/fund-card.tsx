import { Badge, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { formatDay, type Day } from '../../../domain/calendar/day';
import { describePartner } from '../../../domain/earnings/partner-name';
import { formatUsd } from '../../../domain/money/money';
import type { RestatedMoney } from '../../../domain/to-do/to-do-fund';
import { lastDay } from '../../../domain/calendar/half';
import type { FundColumn } from '../../../storage/funds/funds-table';
import { SMALLEST_PAYMENT } from '../../../rulebook/claiming';
import { usePlanner } from '../../ui/use-planner';
import { NamePartner } from '../../ui/name-partner';
import { noBreak } from '../../ui/no-break';
import { evidenceOf } from '../../../planner/funds/evidence';
import { earnedFormula, thresholdFormula } from '../../../planner/funds/fund-formulas';
import { FundTimeline } from './fund-timeline';
import type { FundView } from '../../../planner/funds/funds-view';
import { recalculationNote } from '../../../planner/funds/recalculated';
import { NumberLink } from './number-link';
import { RestatedFund } from './restated-fund';
import { STATUS_LOOK, describeStatus } from '../../../planner/funds/fund-status-text';
import { ThresholdRadar, type Outlooks } from './threshold-radar';
import { UncountedRows } from './uncounted-rows';
import { plural } from '../../../domain/text/plural';

interface FundCardProps {
  fund: FundView;
  asOf: Day;
  /** For a half that is still earned. */
  outlooks: Outlooks | null;
  /** What reports changed of its past and no one has reviewed. */
  restated: RestatedMoney | null;
  onReview: (fund: FundView) => void;
  /** Selects the fund's cell in the sheet and explains it. */
  onExplain: (fund: FundView, column: FundColumn) => void;
  /** Other actions. */
  children?: ReactNode;
}

/** The id of a fund's heading in the page. */
export const fundTitleId = ({ partnerId, label, program }: Pick<FundView, 'partnerId' | 'label' | 'program'>): string =>
  `fund-${partnerId}-${label}-${program}`.replace(/\W+/g, '-');

/** One fund: its status, its amounts, its days, and its forecast. */
export function FundCard({ fund, asOf, outlooks, restated, onReview, onExplain, children }: FundCardProps) {
  const styles = useStyles();
  const { explain } = usePlanner();
  const { label, color } = STATUS_LOOK[fund.status];
  const title = fundTitleId(fund);
  const recalculated = recalculationNote(fund);
  const isEarning = fund.stage === 'earning' || fund.stage === 'not begun';
  const amount = (column: keyof typeof FORMULAS, cents: number | null): ReactNode => {
    if (cents === null) return 'unknown';
    // typed totals have no earnings to explain
    if (fund.isTyped && column !== 'Rebate') return formatUsd(cents);
    // its row may be gone from the sheet, and amounts after the threshold vary there by day: explain the formula instead
    const onClick = (): void =>
      fund.row === null || column === 'Converted' || column === 'Above threshold'
        ? explain.formula(FORMULAS[column](fund), evidenceOf([fund], [column === 'Rebate' ? 'rebate' : 'co-op']))
        : onExplain(fund, column);
    return (
      <NumberLink about={`${column} of ${describePartner(fund)}, ${fund.label}`} onExplain={onClick}>
        {formatUsd(cents)}
      </NumberLink>
    );
  };
  return (
    <article className={styles.card} aria-labelledby={title}>
      <div className={styles.head}>
        <div>
          <h3 id={title} tabIndex={-1} className={styles.title}>
            {describePartner(fund)}
          </h3>
          <p className={styles.quiet}>{fund.program}</p>
        </div>
        <Badge appearance="tint" color={color} size="large" shape="rounded" className={styles.badge}>
          {label}
        </Badge>
      </div>
      <NamePartner partner={fund} where={title} />
      {fund.uncounted.length > 0 && (
        <UncountedRows title={`Incomplete: ${plural(fund.uncounted.length, 'row')} couldn't be counted.`} rows={fund.uncounted} />
      )}
      {fund.skipped > fund.uncounted.length && (
        <p className={styles.incomplete}>Incomplete: {plural(fund.skipped, 'row')} of the report couldn't be counted.</p>
      )}
      {restated && <RestatedFund fund={fund} restated={restated} onReview={() => onReview(fund)} />}
      {recalculated && <p className={styles.incomplete}>{noBreak(recalculated)}</p>}
      <p className={styles.line}>{noBreak(describeStatus(fund, asOf))}</p>
      <dl className={styles.amounts}>
        <dt>Co-op</dt>
        <dd>{amount('Co-op', fund.coop)}</dd>
        {fund.coop !== 0 && (
          <>
            <dt>Threshold</dt>
            <dd>{amount('Threshold', fund.threshold)}</dd>
            {(fund.shortfall ?? 0) > 0 && (
              <>
                <dt>Below threshold by</dt>
                <dd>
                  {fund.isTyped ? (
                    formatUsd(fund.shortfall!)
                  ) : (
                    <NumberLink
                      about={`the amount below the threshold, ${describePartner(fund)}, ${fund.label}`}
                      onExplain={() => explain.formula(thresholdFormula(fund, 'shortfall'), evidenceOf([fund], ['co-op']))}
                    >
                      {formatUsd(fund.shortfall!)}
                    </NumberLink>
                  )}
                </dd>
              </>
            )}
            {(fund.usable ?? 0) !== 0 && (
              <>
                <dt>{isEarning ? 'Above threshold so far' : 'Above threshold'}</dt>
                <dd>{amount('Above threshold', fund.usable)}</dd>
                <dt>Usable now</dt>
                <dd>{formatUsd(fund.usableNow ?? 0)}</dd>
              </>
            )}
            {(fund.converted ?? 0) !== 0 && (
              <>
                <dt>Converts to rebate</dt>
                <dd>{amount('Converted', fund.converted)}</dd>
                {fund.isPaymentWaiting && (
                  <>
                    <dt>Payment</dt>
                    <dd>Waits for {formatUsd(SMALLEST_PAYMENT)}</dd>
                  </>
                )}
                {fund.paidAbout && (
                  <>
                    <dt>Estimated payment</dt>
                    <dd>
                      <NumberLink
                        about="the estimated payment date"
                        onExplain={() => explain.formula(`=COOP.PAYDATE("${lastDay(fund.half)}","rebate")`, evidenceOf([fund], ['co-op']))}
                      >
                        {formatDay(fund.paidAbout)}
                      </NumberLink>
                    </dd>
                  </>
                )}
              </>
            )}
          </>
        )}
        <dt>Rebate</dt>
        <dd>{fund.isTyped && fund.reported === null ? 'not known' : amount('Rebate', fund.rebate)}</dd>
        {fund.rollover !== 0 && (
          <>
            <dt>Rolled over or already converted</dt>
            <dd>
              <NumberLink
                about="what was rolled over"
                onExplain={() => explain.formula(earnedFormula(fund, 'rollover'), evidenceOf([fund], ['rollover']))}
              >
                {formatUsd(fund.rollover)}
              </NumberLink>
            </dd>
          </>
        )}
      </dl>
      {fund.coop !== 0 && <FundTimeline fund={fund} asOf={asOf} />}
      {outlooks && (fund.coop !== 0 || outlooks.experience.kind === 'experience') && (
        <ThresholdRadar fund={fund} outlooks={outlooks} asOf={asOf} />
      )}
      <p className={styles.quiet}>{fund.isTyped ? describeTyped(fund) : <Origin {...fund} />}</p>
      {children}
    </article>
  );
}

/** What was typed, and what it stands in place of. */
const describeTyped = ({ reported }: Pick<FundView, 'reported'>): string =>
  reported === null
    ? 'Entered in the table CoopFunds, without an earnings report.'
    : `Typed over in the table CoopFunds. The earnings report comes to ${formatUsd(reported)}.`;

/** The source of a fund's numbers. */
function Origin({ counted, repeats, origin }: Pick<FundView, 'counted' | 'repeats' | 'origin'>) {
  return (
    <>
      {plural(counted, 'earning')} counted
      {repeats > 0 && `, ${plural(repeats, 'duplicate')} dropped`}
      {origin?.asOf && noBreak(`, calculated through ${formatDay(origin.asOf)}`)}
      {origin?.source && `, from ${origin.source}`}.
    </>
  );
}

const FORMULAS = {
  'Co-op': (fund) => earnedFormula(fund, 'co-op'),
  Rebate: (fund) => earnedFormula(fund, 'rebate'),
  Threshold: (fund) => thresholdFormula(fund, 'amount'),
  'Above threshold': (fund) => thresholdFormula(fund, 'usable'),
  Converted: (fund) => thresholdFormula(fund, 'converted'),
} satisfies Partial<Record<FundColumn, (fund: FundView) => string>>;

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'start', gap: tokens.spacingHorizontalS },
  title: {
    ...typographyStyles.subtitle2,
    margin: 0,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  badge: { flexShrink: 0 },
  line: { ...typographyStyles.body1, margin: 0 },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  incomplete: { ...typographyStyles.body1Strong, margin: 0, color: tokens.colorStatusWarningForeground3 },
  amounts: {
    ...typographyStyles.body1,
    margin: 0,
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    '& dd': { margin: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  },
});
