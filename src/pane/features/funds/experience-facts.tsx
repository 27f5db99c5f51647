import { mergeClasses } from '@fluentui/react-components';
import { formatMonth } from '../../../domain/calendar/month-text';
import type { Day } from '../../../domain/calendar/day';
import type { LeverExperience } from '../../../domain/earnings/experience';
import { centsOfMicros, formatShare, formatUsd } from '../../../domain/money/money';
import { list } from '../../../domain/text/list';
import { pick, plural } from '../../../domain/text/plural';
import type { ExperienceOutlook } from '../../../planner/funds/experience-outlook';
import { OutlookBar } from './outlook-bar';
import { useOutlookStyles } from './outlook-styles';

/** The forecast of a half with the rates of the workbook's own reports. */
export function ExperienceFacts({ outlook, tested }: { outlook: ExperienceOutlook & { kind: 'experience' }; tested: string }) {
  const styles = useOutlookStyles();
  const { experience, actual, expected, perMonth, threshold, shortfall, expectedShortfall, remainingMonths } = outlook;
  const { first, last, levers } = experience;
  const unknown = levers
    .filter(({ rate }) => rate !== null)
    .flatMap((lever) => {
      const months = lever.months.filter(({ eligible }) => eligible === null).map(({ month }) => formatMonth(month.slice(0, 7)));
      return months.length === 0 ? [] : [`${list(months, 'and')} of ${nameOf(lever)}`];
    });
  const unrated = levers.filter(({ rate }) => rate === null);
  return (
    <>
      <p className={styles.line}>
        {shortfall === 0
          ? 'Yes, already reached.'
          : expectedShortfall === 0
            ? 'At rates from experience, yes.'
            : `At rates from experience, no: ${formatUsd(expectedShortfall)} short.`}
      </p>
      <OutlookBar actual={actual} expected={expected} threshold={threshold} />
      <dl className={styles.facts}>
        <dt>Expected per month</dt>
        <dd className={styles.number}>{formatUsd(perMonth)}</dd>
        <dt>Expected at the end of the half</dt>
        <dd className={styles.number}>{formatUsd(expected)}</dd>
        <dt>Needed per month ({plural(remainingMonths, 'month')} left)</dt>
        <dd className={styles.number}>{remainingMonths === 0 ? 'no months left' : formatUsd(outlook.neededPerMonth)}</dd>
        {outlook.eligiblePerMonth !== null && (
          <>
            <dt>Eligible amount needed per month</dt>
            <dd className={styles.number}>{formatUsd(outlook.eligiblePerMonth)}</dd>
          </>
        )}
      </dl>
      <p className={styles.quiet}>
        Experience is what your reports show, not a rule of the program: co-op ÷ eligible amount by lever over its latest three months with
        sales, at the average eligible amount of {describeMonths(first, last)}. COOP.PROJECTION uses the pace. {tested}
      </p>
      {unrated.length > 0 && (
        <p className={styles.quiet}>
          No rate is known for {list(unrated.map(nameOf), 'and')}, so {pick(unrated.length, 'it counts', 'they count')} with the average
          co-op.
        </p>
      )}
      {unknown.length > 0 && <p className={styles.quiet}>Left out, because the eligible amount is unknown: {list(unknown, 'and')}.</p>}
      <details className={styles.fold}>
        <summary>Rates from experience</summary>
        <div className={styles.list}>
          {levers.map((lever) => (
            <Months key={lever.lever} lever={lever} />
          ))}
        </div>
      </details>
    </>
  );
}

function Months({ lever }: { lever: LeverExperience }) {
  const styles = useOutlookStyles();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>
        {nameOf(lever)}:{' '}
        {lever.rate === null ? 'rate unknown' : `${rateText(lever.rate)} (${describeMonths(lever.from!.first, lever.from!.last)})`}
      </caption>
      <thead>
        <tr>
          <th scope="col" className={styles.left}>
            Month
          </th>
          <th scope="col" className={styles.right}>
            Co-op
          </th>
          <th scope="col" className={styles.right}>
            Eligible amount
          </th>
          <th scope="col" className={mergeClasses(styles.right, styles.narrow)}>
            Rate
          </th>
        </tr>
      </thead>
      <tbody>
        {lever.months.map(({ month, coop, eligible, rate }) => (
          <tr key={month}>
            <th scope="row" className={styles.left}>
              {formatMonth(month.slice(0, 7))}
            </th>
            <td className={styles.right}>{formatUsd(centsOfMicros(coop))}</td>
            <td className={styles.right}>{eligible === null ? 'Unknown' : formatUsd(centsOfMicros(eligible))}</td>
            <td className={styles.right}>{rate === null ? (eligible === null ? 'Unknown' : 'None') : rateText(rate)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const nameOf = ({ lever }: LeverExperience): string => lever || 'earnings without a lever';

const describeMonths = (first: Day, last: Day): string => {
  const [from, to] = [first, last].map((month) => formatMonth(month.slice(0, 7)));
  return from === to ? from! : `${from} – ${to}`;
};

/** A rate to hundredths of a percent. */
const rateText = (rate: number): string => formatShare(Math.round(rate * 10_000) / 10_000);
