import { Button, Link, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { Activity } from '../../../../domain/activities/activity';
import { fundKey, fundLabel, nameOfFund, type FundId } from '../../../../domain/funds/fund';
import { mayBePlanned } from '../../../../domain/checks/check-planned-activity';
import type { CostSplit } from '../../../../domain/activities/activity-cost';
import { formatUsd } from '../../../../domain/money/money';
import { formatIn, inUsd } from '../../../../domain/money/currency';
import { describeAmount } from '../../../../planner/activities/amount-text';
import { describeRateInForce } from '../../../../planner/activities/rate-form';
import type { Stored } from '../../../../planner/store/planning-store';
import { factsOf, isClaimedUndone, type ActivityFacts, type Around } from '../../../../planner/activities/activity-view';
import { ActivityActions } from './activity-actions';
import { ClaimLink } from './claim-link';
import { FindingLine } from '../../../ui/finding-line';
import { noBreak } from '../../../ui/no-break';
import { nameOf } from '../../../../planner/activities/blank-activity';
import { StatusBadge } from './activity-status';
import { plural } from '../../../../domain/text/plural';
import { formatDay } from '../../../../domain/calendar/day';

/** The actions for an activity in the list. */
export interface ActivityVerbs {
  edit: (stored: Stored<Activity>) => void;
  finish: (stored: Stored<Activity>) => void;
  duplicate: (stored: Stored<Activity>) => void;
  split: (stored: Stored<Activity>) => void;
  move: (stored: Stored<Activity>, fund: FundId) => void;
  show: (stored: Stored<Activity>) => void;
  remove: (stored: Stored<Activity>) => void;
}

interface ActivityCardProps {
  stored: Stored<Activity>;
  around: Around;
  /** The funds it can move to. */
  funds: readonly FundId[];
  verbs: ActivityVerbs;
}

/** One activity of the plan: its days, its money, what blocks it, and its last safe day. */
export function ActivityCard({ stored, around, funds, verbs }: ActivityCardProps) {
  const styles = useStyles();
  const [isMoving, setIsMoving] = useState(false);
  const activity = stored.value;
  const facts = factsOf(activity, around);
  const name = nameOf(activity);
  const worst = facts.findings.find(({ level }) => level !== 'note');
  const note = amountNote(activity, facts.split);
  const others = facts.findings.filter(({ level }) => level !== 'note').length - 1;
  return (
    <li className={styles.card} id={cardId(activity.id)}>
      <div className={styles.head}>
        <Link as="button" className={styles.name} onClick={() => verbs.edit(stored)}>
          {name}
        </Link>
        <ActivityActions
          name={name}
          canSplit={facts.spansPeriods}
          canFinish={mayBeFinished(activity, facts, around)}
          onFinish={() => verbs.finish(stored)}
          onDuplicate={() => verbs.duplicate(stored)}
          onSplit={() => verbs.split(stored)}
          onMove={() => setIsMoving(true)}
          onShow={() => verbs.show(stored)}
          onDelete={() => verbs.remove(stored)}
        />
      </div>
      {activity.activity !== '' && activity.activity !== name && <span className={styles.quiet}>{activity.activity}</span>}
      <div className={styles.facts}>
        <span>{noBreak(datesOf(activity))}</span>
        <span className={styles.amount}>{describeAmount(activity, facts.split, around)}</span>
      </div>
      <div className={styles.facts}>
        <span className={styles.status}>
          <StatusBadge status={activity.status} />
          {activity.owner && <span className={styles.quiet}>{activity.owner}</span>}
        </span>
        {note !== '' && <span className={styles.quiet}>{note}</span>}
      </div>
      {facts.split.cappedAt !== null && (
        <span className={styles.quiet}>Co-op pays no more than the cap, {formatUsd(facts.split.cappedAt)}.</span>
      )}
      <p className={styles.days}>
        <ClaimLink id={activity.id} around={around} />
      </p>
      {worst && (
        <FindingLine level={worst.level} message={worst.message}>
          {others > 0 && <span className={styles.quiet}> {plural(others, 'more issue')}.</span>}
        </FindingLine>
      )}
      {isClaimedUndone(activity, around) && mayBeFinished(activity, facts, around) && (
        <FindingLine level="note" message={`it's claimed but still ${activity.status}. Mark it as done.`} />
      )}
      {stored.troubles.map(({ column, sentence }) => (
        <FindingLine key={column} level="warning" message={sentence} />
      ))}
      {(facts.safe ?? facts.claimBy) && activity.status !== 'canceled' && (
        <p className={styles.days}>
          {facts.safe && <span>Last safe day {noBreak(formatDay(facts.safe.day))}</span>}
          {facts.claimBy && <span>Claim by {noBreak(formatDay(facts.claimBy))}</span>}
        </p>
      )}
      {isMoving && (
        <MoveForm
          activity={activity}
          funds={funds}
          onCancel={() => setIsMoving(false)}
          onMove={(fund) => (setIsMoving(false), verbs.move(stored, fund))}
        />
      )}
    </li>
  );
}

interface MoveFormProps {
  activity: Activity;
  funds: readonly FundId[];
  onMove: (fund: FundId) => void;
  onCancel: () => void;
}

function MoveForm({ activity, funds: all, onMove, onCancel }: MoveFormProps) {
  const styles = useStyles();
  const funds = all.filter((fund) => fundKey(fund) !== fundKey(activity.fund));
  const [chosen, setChosen] = useState(() => (funds[0] ? fundKey(funds[0]) : ''));
  const fund = funds.find((candidate) => fundKey(candidate) === chosen);
  if (funds.length === 0) return <p className={styles.quiet}>The workbook has no other fund.</p>;
  return (
    <div className={styles.move} role="group" aria-label={`Move ${nameOf(activity)}`}>
      <Select
        size="small"
        autoFocus
        className={styles.select}
        aria-label="Move to"
        value={chosen}
        onChange={(_, { value }) => setChosen(value)}
      >
        {funds.map((choice) => (
          <option key={fundKey(choice)} value={fundKey(choice)}>
            {fundLabel(choice)}
          </option>
        ))}
      </Select>
      <Button size="small" appearance="primary" onClick={() => fund && onMove(nameOfFund(fund))}>
        Move
      </Button>
      <Button size="small" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}

/** The id of an activity's card in the page. */
export const cardId = (id: string): string => `activity-${id}`.replace(/\W+/g, '-');

function datesOf({ start, end }: Activity): string {
  if (!start) return end ? `Through ${formatDay(end)}` : 'No dates yet';
  return end && end !== start ? `${formatDay(start)} to ${formatDay(end)}` : formatDay(start);
}

/** Whether an activity that has started can be marked as done here; one with blocking findings is corrected first. */
const mayBeFinished = ({ status, start }: Activity, { findings }: ActivityFacts, { asOf }: Around): boolean =>
  (status === 'planned' || status === 'committed') && start !== null && start <= asOf && mayBePlanned(findings, true);

/** The text next to the amount: the cost and your share, the budget if it differs from the cost, and the budget in its own currency. */
function amountNote(activity: Activity, { cost, yourShare }: CostSplit): string {
  const { currency, budget, rateInForce } = activity;
  const budgetUsd = budget === null ? null : inUsd(budget, activity);
  return [
    ...(cost !== null && yourShare ? [`Cost ${formatUsd(cost)}, your share ${formatUsd(yourShare)}`] : []),
    ...(budgetUsd !== null && cost !== null && cost !== budgetUsd ? [`Budget ${formatUsd(budgetUsd)}`] : []),
    ...(currency !== 'USD' && budget !== null
      ? [`${formatIn(budget, currency)}${rateInForce ? ` at ${describeRateInForce(rateInForce)}` : ''}`]
      : []),
  ].join(', ');
}

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    overflowWrap: 'anywhere',
    '& + &': { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'start', gap: tokens.spacingHorizontalS },
  name: { ...typographyStyles.body1Strong, textAlign: 'left', minHeight: '24px' },
  facts: {
    ...typographyStyles.body1,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: `2px ${tokens.spacingHorizontalS}`,
    fontVariantNumeric: 'tabular-nums',
  },
  amount: { fontWeight: tokens.fontWeightSemibold, marginLeft: 'auto' },
  status: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  days: {
    ...typographyStyles.caption1,
    ':empty': { display: 'none' },
    margin: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: `0 ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  move: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  select: { flexGrow: 1, minWidth: 0, '& select': { minWidth: 0 } },
});
