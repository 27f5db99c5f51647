import { Badge, Button, Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { titleOf, type Activity } from '../../../domain/activities/activity';
import { activityStatusName } from '../../../domain/activities/activity-status-name';
import { formatIn } from '../../../domain/money/currency';
import { expectedCost } from '../../../domain/activities/activity-cost';
import { showsNothing } from '../../../domain/activities/requirements';
import { formatDay } from '../../../domain/calendar/day';
import { describeFund } from '../../../domain/funds/fund';
import type { Cents } from '../../../domain/money/money';
import { isReviewOver } from '../../../domain/claims/creative-review';
import { whyNotPaid } from '../../../domain/checks/check-planned-activity';
import { factsOf } from '../../../planner/activities/activity-view';
import { aroundIn, contextIn } from '../../../planner/activities/plan-groups';
import { CSR_NAMES } from '../../../rulebook/claiming';
import { BackButton } from '../../ui/back-button';
import { noBreak } from '../../ui/no-break';
import { useObservable } from '../../ui/use-observable';
import { usePlanner } from '../../ui/use-planner';
import { useReading } from '../../ui/use-planning';
import { useClaimStyles } from './claim-styles';
import { requirementsOf } from '../../../planner/claims/claim-view';
import { claimFor } from '../../../planner/claims/new-claim';
import { useHeadingFocus } from './use-heading-focus';
import { openActivities } from '../../../planner/claims/claimable-activities';

/** Chooses the activity a claim starts from. */
export function NewClaim() {
  const styles = useClaimStyles();
  const { claims: session, navigation, groups: planGroups } = usePlanner();
  const { read, book, asOf } = useReading();
  const { chosen } = useObservable(session);
  const groups = useObservable(planGroups);
  const shared = useMemo(() => contextIn(read, asOf, book), [read, asOf, book]);
  const [evidence, setEvidence] = useState<'invoice' | 'CSR'>('invoice');
  const [shown, setShown] = useState(FIRST_SHOWN);
  const open = openActivities(read);
  // the requested activity takes the focus itself
  const heading = useHeadingFocus(open.some(({ id }) => id === chosen) ? null : 'new');
  const found = [...open.filter(({ id }) => id === chosen), ...open.filter(({ id }) => id !== chosen)];
  const reviewable = (activity: Activity): boolean => {
    const requirements = requirementsOf(activity, asOf, book);
    return requirements === null || !showsNothing(requirements);
  };
  const begin = (activity: Activity): void => {
    void session.begin(activity, claimFor(activity, evidence, read, book, asOf));
  };
  return (
    <section className={styles.stack} aria-labelledby="new-claim">
      <BackButton to="Claims" spoken="← Claims" onBack={() => session.show('list')} />
      <h2 id="new-claim" ref={heading} tabIndex={-1} className={styles.title}>
        New claim
      </h2>
      <p className={styles.quiet}>
        Each activity can have one claim. Activities that already have one aren't shown. You can ask for a creative review until an activity
        starts.
      </p>
      {found.length > 0 && (
        <Field label="Proof of cost" size="small" hint={`CSR: ${CSR_NAMES}.`}>
          <RadioGroup value={evidence} onChange={(_, { value }) => setEvidence(value as 'invoice' | 'CSR')}>
            <Radio value="invoice" label="Third-party invoice" />
            <Radio value="CSR" label="CSR (your own costs)" />
          </RadioGroup>
        </Field>
      )}
      {found.length === 0 ? (
        <div className={styles.card}>
          <p className={styles.line}>
            {read.activities.length === 0 ? 'The plan has no activities yet.' : 'Every activity in the plan already has a claim.'}
          </p>
          <div>
            <Button onClick={() => navigation.show('plan')}>Open the plan</Button>
          </div>
        </div>
      ) : (
        <ul className={styles.plain}>
          {found.slice(0, shown).map((activity) => (
            <li key={activity.id}>
              <ActivityToClaim
                activity={activity}
                asks={claimFor(activity, evidence, read, book, asOf).amount}
                isChosen={activity.id === chosen}
                canBeReviewed={!isReviewOver(activity.start, asOf) && reviewable(activity)}
                whyNot={whyNotPaid(factsOf(activity, aroundIn(activity.fund, groups, read, asOf, book, shared)).findings)}
                onBegin={() => begin(activity)}
                onReview={() => session.askReview(activity.id)}
              />
            </li>
          ))}
        </ul>
      )}
      {found.length > shown && (
        <Button onClick={() => setShown(shown + FIRST_SHOWN)}>
          Show {Math.min(FIRST_SHOWN, found.length - shown)} more of {found.length}
        </Button>
      )}
    </section>
  );
}

function ActivityToClaim({
  activity,
  asks,
  isChosen,
  canBeReviewed,
  whyNot,
  onBegin,
  onReview,
}: {
  activity: Activity;
  /** What a claim would ask for, in the activity's currency; null if not known. */
  asks: Cents | null;
  isChosen: boolean;
  /** Whether there is something to review and a creative review can still be requested. */
  canBeReviewed: boolean;
  /** Why co-op doesn't pay for it, so there is nothing to claim; null if nothing known rules it out. */
  whyNot: string | null;
  onBegin: () => void;
  onReview: () => void;
}) {
  const styles = useClaimStyles();
  const begin = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isChosen) begin.current?.focus();
  }, [isChosen]);
  const { start, end, fund } = activity;
  const title = titleOf(activity);
  const cost = expectedCost(activity);
  const dates =
    start === null ? 'no dates yet' : end === null || end === start ? formatDay(start) : `${formatDay(start)} to ${formatDay(end)}`;
  return (
    <article className={styles.card} aria-label={title}>
      <div className={styles.head}>
        <h3 className={styles.heading}>{title}</h3>
        <Badge appearance="outline" shape="rounded" className={styles.badge}>
          {activityStatusName(activity.status)}
        </Badge>
      </div>
      {title !== activity.activity && <p className={styles.quiet}>{activity.activity}</p>}
      {activity.description && <p className={styles.line}>{noBreak(activity.description)}</p>}
      <p className={styles.quiet}>
        {noBreak(dates)}; {cost === null ? 'no cost yet' : formatIn(cost, activity.currency)}
        {asks !== null && asks !== cost && `, co-op share ${formatIn(asks, activity.currency)}`};{' '}
        {fund === null ? 'no fund yet' : noBreak(describeFund(fund))}
      </p>
      {whyNot !== null && <p className={styles.line}>{noBreak(`Can't be claimed: ${whyNot}`)}</p>}
      <div className={styles.row}>
        <Button
          ref={begin}
          size="small"
          appearance={whyNot === null && (activity.status === 'done' || isChosen) ? 'primary' : 'secondary'}
          aria-label={`Start a claim for ${title}`}
          disabledFocusable={whyNot !== null}
          onClick={onBegin}
        >
          Start a claim
        </Button>
        {canBeReviewed && (
          <Button size="small" appearance="subtle" aria-label={`Ask for a creative review of ${title}`} onClick={onReview}>
            Ask for a creative review
          </Button>
        )}
      </div>
    </article>
  );
}

const FIRST_SHOWN = 25;
