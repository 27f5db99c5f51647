import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { useMemo, useState } from 'react';
import { fundTitle, type Fund, type FundId } from '../../../../domain/funds/fund';
import { aboveThresholdName } from '../../../../planner/funds/above-threshold';
import { isStillEarned } from '../../../../domain/checks/check-fund-dates';
import { daysBetween, formatDay, type Day } from '../../../../domain/calendar/day';
import { formatUsd } from '../../../../domain/money/money';
import { formatHalf, lastDay } from '../../../../domain/calendar/half';
import { ActivityCard, type ActivityVerbs } from './activity-card';
import { describeExpected, describePlannedBeyond } from '../../../../planner/activities/expected-money';
import { aroundIn, type PlanGroup, type SharedContext } from '../../../../planner/activities/plan-groups';
import { NamePartner } from '../../../ui/name-partner';
import { noBreak } from '../../../ui/no-break';
import { useReading } from '../../../ui/use-planning';
import { plural } from '../../../../domain/text/plural';

interface FundGroupProps {
  group: PlanGroup;
  shared: SharedContext;
  isOpen: boolean;
  onToggle: () => void;
  verbs: ActivityVerbs;
  onAdd: (fund: FundId | null) => void;
  onSuggest: (fund: FundId) => void;
}

/** A fund with what is left of it, when that lapses, and the activities it pays for. */
export function FundGroup({ group, shared, isOpen, onToggle, verbs, onAdd, onSuggest }: FundGroupProps) {
  const styles = useStyles();
  const { read, asOf, book } = useReading();
  const [shown, setShown] = useState(FIRST_SHOWN);
  const { name, fund, balance, activities, expected } = group;
  const id = groupId(group.key);
  const title = name ? fundTitle(name) : 'No fund chosen';
  const fullTitle = name ? `${title} · ${name.program}` : title;
  const more = activities.length - shown;
  const beyond = fund && balance && describePlannedBeyond(fund, balance, asOf);
  const around = useMemo(() => aroundIn(name, [group], read, asOf, book, shared), [name, group, read, asOf, book, shared]);
  return (
    <section className={styles.group} aria-labelledby={name ? `${id} ${id}-program` : id}>
      <div className={styles.head}>
        <h2 className={styles.heading}>
          <Button
            id={id}
            appearance="transparent"
            className={styles.toggle}
            icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
            aria-expanded={isOpen}
            onClick={onToggle}
          >
            {title}
          </Button>
        </h2>
        {balance && (
          <p className={styles.money}>
            <b>{formatUsd(balance.free)}</b> left
          </p>
        )}
        {fund && !balance && <p className={styles.money}>Left: not known</p>}
      </div>
      <div className={styles.facts}>
        {name && (
          <p className={styles.quiet}>
            <span id={`${id}-program`}>{name.program}</span>, earned {formatHalf(name.half)}
          </p>
        )}
        {name && <NamePartner partner={name} where={id} />}
        <p className={styles.quiet}>{noBreak(stateOf(group, asOf))}</p>
        {expected &&
          describeExpected(expected).map((sentence) => (
            <p key={sentence} className={styles.quiet}>
              {noBreak(sentence)}
            </p>
          ))}
        {beyond && <p className={styles.expected}>{noBreak(beyond)}</p>}
        {balance && balance.over > 0 && !beyond && (
          <p className={styles.over}>Activities and claims exceed the fund by {formatUsd(balance.over)}.</p>
        )}
        {!isOpen && activities.length > 0 && <p className={styles.quiet}>{plural(activities.length, 'activity', 'activities')}</p>}
      </div>
      {isOpen && (
        <>
          {activities.length > 0 && (
            <ul className={styles.list} aria-label={`Activities of ${fullTitle}`}>
              {activities.slice(0, shown).map((stored) => (
                <ActivityCard key={stored.value.id} stored={stored} around={around} funds={read.funds} verbs={verbs} />
              ))}
            </ul>
          )}
          {(fund !== null || more > 0) && (
            <div className={styles.actions}>
              {more > 0 && (
                <Button size="small" onClick={() => setShown(shown + MORE_SHOWN)}>
                  Show {Math.min(more, MORE_SHOWN)} more of {activities.length}
                </Button>
              )}
              {fund && name && (
                <Button size="small" appearance="subtle" aria-label={`Add an activity to ${fullTitle}`} onClick={() => onAdd(name)}>
                  Add an activity
                </Button>
              )}
              {fund && balance && balance.usable > 0 && asOf <= fund.usageEnd && (
                <Button size="small" appearance="subtle" aria-label={`Allocate ${fullTitle}`} onClick={() => onSuggest(fund)}>
                  Allocate
                </Button>
              )}
            </div>
          )}
        </>
      )}
    </section>
  );
}

/** The id of a fund's heading in the page. */
export const groupId = (key: string): string => `plan-${key}`.replace(/\W+/g, '-');

const FIRST_SHOWN = 20;
const MORE_SHOWN = 50;

function describeConverted(fund: Fund, asOf: Day): string {
  if (fund.earned <= 0) return 'No co-op was earned.';
  const earned = `${formatUsd(fund.earned)} of co-op earned`;
  if (fund.isIncomplete)
    return `${formatUsd(fund.earned)} of co-op reported, below threshold so far. The report ends before the half does, so the result isn't known yet.`;
  return isStillEarned(fund, asOf)
    ? `${earned} so far, below threshold. The half runs through ${formatDay(lastDay(fund.half))}.`
    : `${earned}, below threshold. It's paid as rebate.`;
}

function stateOf({ name, fund, balance }: PlanGroup, asOf: Day): string {
  if (!name) return 'Open these activities and choose the fund that pays for them.';
  if (fund && !balance) return "What is planned and left isn't known while a column is missing.";
  if (!fund || !balance) return "This workbook doesn't have this fund. Bring in its report, or choose another fund.";
  if (balance.usable <= 0) return describeConverted(fund, asOf);
  const usable = `${aboveThresholdName(fund, asOf)} ${formatUsd(balance.usable)}`;
  const until = (day: Day): string => `${formatDay(day)} (${plural(daysBetween(asOf, day), 'day')} left)`;
  if (asOf < fund.usageStart) return `${usable}, for activities from ${formatDay(fund.usageStart)} through ${formatDay(fund.usageEnd)}.`;
  if (asOf <= fund.usageEnd)
    return `${usable}. Activities through ${until(fund.usageEnd)}${balance.free > 0 ? ', when what is left lapses' : ''}. Claims through ${formatDay(fund.claimDeadline)}.`;
  if (asOf <= fund.claimDeadline) return `${usable}. The usage period has ended. Claims through ${until(fund.claimDeadline)}.`;
  return `${usable}. Claims closed on ${formatDay(fund.claimDeadline)}.${balance.lapsed > 0 ? ` ${formatUsd(balance.lapsed)} has lapsed.` : ''}`;
}

const useStyles = makeStyles({
  group: {
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    minWidth: 0,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} 0 ${tokens.spacingHorizontalXS}`,
  },
  heading: { margin: 0, minWidth: 0 },
  toggle: {
    ...typographyStyles.body1Strong,
    justifyContent: 'start',
    textAlign: 'left',
    paddingLeft: tokens.spacingHorizontalXS,
    paddingRight: tokens.spacingHorizontalXS,
    minWidth: 0,
    minHeight: '32px',
    fontVariantNumeric: 'tabular-nums',
  },
  money: { ...typographyStyles.body1, margin: `0 0 0 auto`, fontVariantNumeric: 'tabular-nums' },
  facts: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`, display: 'grid', gap: '2px' },
  quiet: {
    ...typographyStyles.caption1,
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  expected: {
    ...typographyStyles.caption1Strong,
    margin: 0,
    color: tokens.colorStatusWarningForeground3,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  over: { ...typographyStyles.caption1Strong, margin: 0, color: tokens.colorStatusDangerForeground3, fontVariantNumeric: 'tabular-nums' },
  list: { listStyleType: 'none', margin: 0, padding: 0, borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    padding: tokens.spacingHorizontalXS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});
