import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { daysBetween, formatDay, type Day } from '../../../domain/calendar/day';
import type { Lapse } from '../../../domain/balance/lapses';
import { usageNames } from '../../../domain/balance/usage-names';
import { formatUsd } from '../../../domain/money/money';
import { fundLabel } from '../../../domain/funds/fund';
import { noBreak } from '../../ui/no-break';
import { CountedParts } from './counted-parts';
import { plural } from '../../../domain/text/plural';

/** How much lapses on which day if nothing changes, soonest first. */
export function LapseRadar({ lapses, asOf }: { lapses: readonly Lapse[]; asOf: Day }) {
  const styles = useStyles();
  const [shown, setShown] = useState(INITIAL_COUNT);
  const names = usageNames(lapses.flatMap(({ parts }) => parts));
  return (
    <section className={styles.section} aria-labelledby="lapse-radar">
      <h2 id="lapse-radar" className={styles.title}>
        What lapses if nothing changes
      </h2>
      {lapses.length === 0 && <p className={styles.line}>Nothing. No money in these funds is at risk as of {noBreak(formatDay(asOf))}.</p>}
      {lapses.length > 0 && (
        <ol className={styles.list}>
          {lapses.slice(0, shown).map(({ fund, day, amount, why, parts }, n) => (
            <li key={n} className={styles.lapse}>
              <p className={styles.facts}>
                <span>
                  <time dateTime={day} className={styles.day}>
                    {formatDay(day)}
                  </time>
                  , {inDays(daysBetween(asOf, day))}
                </span>
                <span className={styles.amount}>{formatUsd(amount)}</span>
              </p>
              <p className={styles.line}>{noBreak(why)}</p>
              <p className={styles.quiet}>{fundLabel(fund)}</p>
              <CountedParts parts={parts} names={names} label={`What lapses on ${formatDay(day)}`} />
            </li>
          ))}
        </ol>
      )}
      {lapses.length > shown && (
        <Button size="small" className={styles.more} onClick={() => setShown(lapses.length)}>
          Show all {lapses.length}
        </Button>
      )}
    </section>
  );
}

const INITIAL_COUNT = 6;

const inDays = (days: number): string =>
  days === 0 ? 'at the end of today' : days === 1 ? 'tomorrow' : days > 0 ? `in ${plural(days, 'day')}` : `${plural(-days, 'day')} ago`;

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalS, gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  lapse: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  facts: {
    ...typographyStyles.body1,
    margin: 0,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    fontVariantNumeric: 'tabular-nums',
  },
  day: { ...typographyStyles.body1Strong },
  amount: { ...typographyStyles.body1Strong },
  line: { ...typographyStyles.body1, margin: 0 },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  more: { justifySelf: 'start' },
});
