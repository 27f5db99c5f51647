import { Button, Checkbox, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useEffect, useMemo, useRef } from 'react';
import { fundKey, fundLabel, nameOfFund, type FundId } from '../../../../domain/funds/fund';
import { formatUsd, sumOf, type Cents } from '../../../../domain/money/money';
import { isStillEarned } from '../../../../domain/checks/check-fund-dates';
import type { Cut } from '../../../../domain/checks/suggest';
import { programNamed } from '../../../../rulebook/rules-on';
import { newId } from '../../../../planner/store/planning-store';
import { BackButton } from '../../../ui/back-button';
import { useObservable } from '../../../ui/use-observable';
import { usePlanner } from '../../../ui/use-planner';
import { useReading } from '../../../ui/use-planning';
import { useScreenStyles } from '../screen-styles';
import { formOf, type ActivityForm } from '../../../../planner/activities/activity-form';
import type { Around } from '../../../../planner/activities/activity-view';
import { aroundIn, type PlanGroup } from '../../../../planner/activities/plan-groups';
import { blankActivity, nameOf } from '../../../../planner/activities/blank-activity';
import { WishFields } from './wish-fields';
import { grantsOf, spreadOver, wishesOf, type Wish } from '../../../../planner/activities/wishes';
import { plural } from '../../../../domain/text/plural';

/** Allocates a fund's free money to requests, and names the limit behind every reduction. */
export function SuggestScreen({ fund }: { fund: FundId }) {
  const screen = useScreenStyles();
  const planner = usePlanner();
  const { read, asOf, book } = useReading();
  const groups = useObservable(planner.groups);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const around = useMemo(() => aroundIn(fund, groups, read, asOf, book), [fund, groups, read, asOf, book]);
  return (
    <section className={screen.frame} aria-labelledby="suggest-title">
      <BackButton to="Plan" onBack={() => planner.plan.show({ show: 'list' })} />
      <h2 id="suggest-title" ref={title} tabIndex={-1} className={screen.title}>
        Allocate a fund
      </h2>
      {around.balance ? (
        <Requests fund={fund} groups={groups} around={around} free={around.balance.free} />
      ) : (
        <p className={screen.line}>What is free isn't known, so nothing can be allocated now.</p>
      )}
    </section>
  );
}

interface RequestsProps {
  fund: FundId;
  groups: readonly PlanGroup[];
  around: Around;
  free: Cents;
}

/** The requests to a fund, and what each would get. */
function Requests({ fund, groups, around, free }: RequestsProps) {
  const styles = useStyles();
  const screen = useScreenStyles();
  const { plan: session } = usePlanner();
  const { read, asOf, book } = useReading();
  const work = useObservable(session);
  const wishes = useMemo(() => wishesOf(fund, read, work), [fund, read, work]);
  const spread = useMemo(() => spreadOver(wishes, around), [wishes, around]);
  const grants = useMemo(() => grantsOf(wishes, spread, around), [wishes, spread, around]);
  const given = sumOf([...spread.values()], (suggestion) => suggestion.given);
  const spendable = groups.filter(
    (group) => group.fund && group.balance && group.balance.usable > 0 && (asOf <= group.fund.usageEnd || group.key === fundKey(fund)),
  );
  const add = (): void => session.wish([...work.wishes, { ...formOf(blankActivity(newId('A'), fund)), status: 'draft' }]);
  const change = (index: number, to: Partial<ActivityForm>): void =>
    session.wish(work.wishes.map((form, n) => (n === index ? { ...form, ...to } : form)));
  const include = (id: string, isIn: boolean): void =>
    session.leaveOut(isIn ? work.leftOut.filter((wishId) => wishId !== id) : [...work.leftOut, id]);
  return (
    <>
      <Select
        size="small"
        aria-label="Fund"
        className={styles.select}
        value={fundKey(fund)}
        onChange={(_, { value }) => {
          const chosen = spendable.find(({ key }) => key === value);
          if (chosen?.name) session.show({ show: 'suggest', fund: nameOfFund(chosen.name) });
        }}
      >
        {spendable.map(({ key, name }) => (
          <option key={key} value={key}>
            {fundLabel(name!)}
          </option>
        ))}
      </Select>
      <p className={screen.line}>
        <b>{formatUsd(free)}</b> is free
        {around.fund && isStillEarned(around.fund, asOf) && ', of what is earned so far; expected co-op isn’t allocated'}. Requests are the
        fund’s drafts and what you add here. Requests with a priority come first, 1 before 2. Each gets what it requests, up to its cap and
        what is left.
      </p>
      {wishes.length === 0 && <p className={screen.quiet}>No requests yet.</p>}
      <ul className={screen.list} aria-label="Requests">
        {wishes.map((wish) => (
          <li key={wish.activity.id} className={styles.wish}>
            {wish.stored ? (
              <Checkbox
                className={styles.check}
                label={nameOf(wish.activity)}
                checked={wish.isIn}
                onChange={(_, { checked }) => include(wish.activity.id, checked === true)}
              />
            ) : (
              <WishFields
                number={wish.index + 1}
                form={work.wishes[wish.index]!}
                mistakes={wish.mistakes}
                day={wish.activity.start ?? around.fund?.usageStart ?? asOf}
                program={programNamed(fund.program)}
                book={book}
                onChange={(to) => change(wish.index, to)}
                onRemove={() => session.wish(work.wishes.filter((_, n) => n !== wish.index))}
              />
            )}
            <Outcome wish={wish} spread={spread} />
          </li>
        ))}
      </ul>
      <div>
        <Button size="small" icon={<AddRegular />} onClick={add}>
          Add a request
        </Button>
      </div>
      <p className={screen.line} role="status">
        {formatUsd(given)} allocated, <b>{formatUsd(free - given)}</b> left.
      </p>
      <div className={screen.actions}>
        <Button
          appearance="primary"
          disabledFocusable={work.isBusy || grants.length === 0}
          onClick={() => void session.grant(grants, `Allocated ${formatUsd(given)} to ${plural(grants.length, 'activity', 'activities')}.`)}
        >
          {work.isBusy ? 'Saving' : 'Apply'}
        </Button>
      </div>
      <p className={screen.quiet}>
        Apply sets each co-op share and marks the activity as planned. What it costs stays the same. If something else blocks an activity,
        it stays a draft. Requests that get nothing don't change.
      </p>
    </>
  );
}

function Outcome({ wish, spread }: { wish: Wish; spread: ReturnType<typeof spreadOver> }) {
  const styles = useStyles();
  const screen = useScreenStyles();
  const outcome = spread.get(wish.activity.id);
  if (!outcome) return <p className={screen.quiet}>{wish.why}</p>;
  return (
    <>
      <dl className={styles.amounts}>
        <dt>Requested</dt>
        <dd>{formatUsd(wish.requested!)}</dd>
        <dt>Allocated</dt>
        <dd>
          <b>{formatUsd(outcome.given)}</b>
        </dd>
        {wish.cost !== null && (
          <>
            <dt>Your share</dt>
            <dd>{formatUsd(wish.cost - outcome.given)}</dd>
          </>
        )}
      </dl>
      {outcome.cutBy && (
        <p className={styles.cut}>
          <b>{CUT_BY[outcome.cutBy.rule]}</b> {outcome.cutBy.sentence}
        </p>
      )}
    </>
  );
}

const CUT_BY: Record<Cut['rule'], string> = {
  'no cost': 'No cost.',
  blocked: 'Blocked:',
  past: 'Past.',
  'usage period': 'Limited by the usage period.',
  'last safe day': 'Limited by the last safe day.',
  cap: 'Limited by its cap.',
  fund: 'Limited by the fund.',
};

const useStyles = makeStyles({
  select: { minWidth: 0, '& select': { minWidth: 0 } },
  wish: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  check: { minWidth: 0 },
  amounts: {
    ...typographyStyles.body1,
    margin: 0,
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    gap: `2px ${tokens.spacingHorizontalS}`,
    fontVariantNumeric: 'tabular-nums',
    '& dd': { margin: 0, textAlign: 'right' },
  },
  cut: { ...typographyStyles.caption1, margin: 0, color: tokens.colorStatusWarningForeground3, fontVariantNumeric: 'tabular-nums' },
});
