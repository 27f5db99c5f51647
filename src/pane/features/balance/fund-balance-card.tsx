import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import type { Activity } from '../../../domain/activities/activity';
import { fundKey, fundTitle, nameOfFund, type Fund } from '../../../domain/funds/fund';
import type { FundBalance, FundMoney } from '../../../domain/balance/balance';
import type { FundUsage } from '../../../domain/balance/fund-usage';
import { BALANCE_MEANS } from '../../../domain/balance/balance-means';
import type { YourShare } from '../../../domain/balance/your-share';
import { formatUsd, type Cents } from '../../../domain/money/money';
import { pick, plural } from '../../../domain/text/plural';
import type { Day } from '../../../domain/calendar/day';
import { aboveThresholdName } from '../../../planner/funds/above-threshold';
import { describeExpected, describePlannedBeyond, expectedMoney } from '../../../planner/activities/expected-money';
import { NamePartner } from '../../ui/name-partner';
import { usePlanner } from '../../ui/use-planner';
import { useReading } from '../../ui/use-planning';
import { BalanceBar, STRETCHES, StretchKey, type StretchName } from './balance-bar';
import { BudgetAgainstActual } from './budget-vs-actual';
import { CountedParts } from './counted-parts';

interface FundBalanceCardProps {
  fund: Fund;
  asOf: Day;
  balance: FundBalance;
  /** The names of its parts. */
  names: ReadonlyMap<FundUsage, string>;
  yourShare: YourShare;
  activities: readonly Activity[];
}

/** One fund: where its money is, as a bar and as figures with their meaning, and what its activities cost. */
export function FundBalanceCard({ fund, asOf, balance, names, yourShare, activities }: FundBalanceCardProps) {
  const styles = useStyles();
  const { navigation } = usePlanner();
  const title = useId();
  const { read, book } = useReading();
  const expected = expectedMoney(fund, balance, read, asOf, book);
  const labels = { ...LABELS, usable: aboveThresholdName(fund, asOf) };
  return (
    <article className={styles.card} aria-labelledby={`${title} ${title}-program`}>
      <div>
        <h3 id={title} className={styles.title}>
          {fundTitle(fund)}
        </h3>
        <p id={`${title}-program`} className={styles.quiet}>
          {fund.program}
        </p>
        <NamePartner partner={fund} where={`balance ${fundKey(fund)}`} />
      </div>
      <BalanceBar balance={balance} />
      <dl className={styles.amounts}>
        {ROWS.filter((name) => ALWAYS.has(name) || balance[name] !== 0).map((name) => (
          <Amount key={name} label={labels[name]} amount={balance[name]} stretch={isStretch(name) ? name : null}>
            {BALANCE_MEANS[name]}
            {name === 'usable' && (
              <Link
                as="button"
                inline
                className={styles.source}
                onClick={() => navigation.open({ screen: 'funds', fund: nameOfFund(fund) })}
              >
                See earnings in Funds
              </Link>
            )}
            <CountedParts
              parts={balance.counted.filter(({ as }) => as === name)}
              names={names}
              label={`Included in ${labels[name].toLowerCase()}`}
            />
          </Amount>
        ))}
        {yourShare.amount !== 0 && (
          <Amount label="Your share" amount={yourShare.amount} stretch={null}>
            What you pay: the cost of planned, committed, and done activities, less what co-op pays. That is the co-op share, or once an
            activity is claimed, what was claimed, then approved, then paid. Your share isn’t part of the fund.
            {yourShare.unknown > 0 &&
              ` ${plural(yourShare.unknown, 'activity', 'activities')} with an amount missing in US dollars ${pick(yourShare.unknown, "isn't", "aren't")} included.`}
          </Amount>
        )}
      </dl>
      {expected && (
        <>
          <p className={styles.quiet}>These amounts use only what is earned so far.</p>
          {describeExpected(expected).map((sentence) => (
            <p key={sentence} className={styles.quiet}>
              {sentence}
            </p>
          ))}
        </>
      )}
      {balance.over > 0 && (
        <p className={styles.warning}>
          {describePlannedBeyond(fund, balance, asOf) ?? `${formatUsd(balance.over)} more than this fund can pay.`}
        </p>
      )}
      {balance.unknown.map((sentence) => (
        <p key={sentence} className={styles.warning}>
          {sentence}
        </p>
      ))}
      <BudgetAgainstActual fund={fund} activities={activities} />
    </article>
  );
}

interface AmountProps {
  label: string;
  amount: Cents;
  /** Its segment of the bar, or null. */
  stretch: StretchName | null;
  /** Its meaning and its parts. */
  children: ReactNode;
}

/** An amount of a fund; clicking its name shows what it means. */
function Amount({ label, amount, stretch, children }: AmountProps) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <div className={styles.row}>
      <dt className={styles.name}>
        {stretch ? <StretchKey as={stretch} /> : <span className={styles.noKey} />}
        <button
          type="button"
          className={styles.asks}
          aria-expanded={isOpen}
          {...(isOpen ? { 'aria-controls': id } : {})}
          title="What this means"
          onClick={() => setIsOpen(!isOpen)}
        >
          {label}
        </button>
      </dt>
      <dd className={styles.amount}>{formatUsd(amount)}</dd>
      {isOpen && (
        <dd id={id} className={styles.means}>
          {children}
        </dd>
      )}
    </div>
  );
}

const isStretch = (name: keyof FundMoney): name is StretchName => (STRETCHES as readonly string[]).includes(name);

/** In the order money moves. */
const ROWS: readonly (keyof FundMoney)[] = [
  'usable',
  'planned',
  'committed',
  'spent',
  'claimed',
  'approved',
  'paid',
  'free',
  'over',
  'lapsed',
  'atRisk',
];
const ALWAYS: ReadonlySet<keyof FundMoney> = new Set(ROWS.filter((name) => name !== 'over' && name !== 'lapsed'));

const LABELS: Record<Exclude<keyof FundMoney, 'usable'>, string> = {
  planned: 'Planned',
  committed: 'Committed',
  spent: 'Spent',
  claimed: 'Claimed',
  approved: 'Approved',
  paid: 'Paid',
  free: 'Free',
  over: 'Over',
  lapsed: 'Lapsed',
  atRisk: 'At risk',
};

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
  title: { ...typographyStyles.subtitle2, margin: 0 },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  warning: { ...typographyStyles.body1, margin: 0, color: tokens.colorStatusWarningForeground3 },
  amounts: { ...typographyStyles.body1, margin: 0, display: 'grid' },
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  name: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  noKey: { width: '10px', flexShrink: 0 },
  // marks a word with an explanation, as browsers mark abbreviations
  asks: {
    ...typographyStyles.body1,
    minHeight: '24px',
    padding: 0,
    border: 'none',
    background: 'none',
    color: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    textUnderlineOffset: '3px',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  amount: { margin: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  means: {
    ...typographyStyles.caption1,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridColumn: '1 / -1',
    margin: `0 0 ${tokens.spacingVerticalXS} 18px`,
    color: tokens.colorNeutralForeground2,
  },
  source: { ...typographyStyles.caption1, justifySelf: 'start', minHeight: '24px' },
});
