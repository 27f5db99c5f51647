import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import type { Activity } from '../../../../domain/activities/activity';
import { splitAtPeriodEnd } from '../../../../domain/activities/split-activity';
import { PLAN } from '../../../../storage/planning/plan-table';
import { toExcelError } from '../../../../storage/excel-error';
import { newId, type Stored } from '../../../../planner/store/planning-store';
import { Message } from '../../../ui/message';
import { useObservable } from '../../../ui/use-observable';
import { usePlanner } from '../../../ui/use-planner';
import { useReading } from '../../../ui/use-planning';
import { cardId, type ActivityVerbs } from './activity-card';
import { asSaved } from '../../../../planner/activities/as-saved';
import { ClaimFirstList } from './claim-first-list';
import { NoActivities, NoFunds } from './empty-plan';
import { FundGroup, groupId } from './fund-group';
import { activityNamed } from '../../../../planner/activities/activity-catalog';
import { contextIn } from '../../../../planner/activities/plan-groups';
import { claimFirst } from '../../../../planner/activities/claim-first';
import { fundLabel, isSameFund, nameOfFund } from '../../../../domain/funds/fund';
import { nameOf } from '../../../../planner/activities/blank-activity';
import { SUMMARY } from '../../../ui/summary-style';

/** The funds with their activities, and the actions for each. */
export function PlanList() {
  const styles = useStyles();
  const planner = usePlanner();
  const { workbook, plan: session } = planner;
  const { read, asOf, book } = useReading();
  const work = useObservable(session);
  const groups = useObservable(planner.groups);
  const shared = useMemo(() => contextIn(read, asOf, book), [read, asOf, book]);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const { view } = work;
  const { fund: asked = '' } = view.show === 'list' ? view : {};
  useEffect(() => {
    // focuses the activity people came from or the fund they were sent to, also when they are sent there again
    if (view.show !== 'list') return;
    const { activity, fund } = view;
    if (activity) document.getElementById(cardId(activity))?.querySelector('button')?.focus();
    if (!fund) return;
    const heading = document.getElementById(groupId(fund));
    heading?.closest('section')?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }, [view]);
  const open = groups
    .filter(({ isPast }) => !isPast)
    .slice(0, OPEN_AT_FIRST)
    .map(({ key }) => key);
  const isOpen = (key: string): boolean => (open.includes(key) || key === asked) !== toggled.has(key);
  const toggle = (key: string): void =>
    setToggled((was) => (was.has(key) ? new Set([...was].filter((other) => other !== key)) : new Set([...was, key])));
  const withMoney = groups
    .filter(({ isPast, balance }) => !isPast && balance !== null && balance.free > 0)
    .flatMap(({ fund }) => fund ?? []);
  // what can still be spent comes before what can only be claimed
  const spendable = withMoney.find(({ usageEnd }) => asOf <= usageEnd) ?? null;
  const soonest = spendable ?? withMoney[0] ?? null;
  const easy = useMemo(() => {
    if (spendable === null) return [];
    const planned = read.activities.filter(({ value }) => value.status !== 'canceled' && value.fund && isSameFund(value.fund, spendable));
    return claimFirst(
      spendable,
      planned.map(({ value }) => activityNamed(value.activity, book)),
      asOf,
      book,
    );
  }, [spendable, read.activities, asOf, book]);
  const undo = session.lastStep();

  const saved = (activity: Activity, was: Activity): Activity => asSaved(activity, was, groups, { read, asOf, book });
  const show = async ({ value, row }: Stored<Activity>): Promise<void> => {
    try {
      await workbook.tables.show(PLAN.design.name, row, value.activity ? 'Activity' : 'ID');
    } catch (error) {
      session.report(toExcelError(error).message);
    }
  };
  const verbs: ActivityVerbs = {
    edit: session.edit,
    finish: (stored) => {
      const done = saved({ ...stored.value, status: 'done' }, stored.value);
      void session.change(
        stored,
        done,
        done.status === 'done'
          ? `Marked "${nameOf(stored.value)}" as done.`
          : `Saved "${nameOf(stored.value)}" as a draft because something blocks it.`,
      );
    },
    duplicate: ({ value }) => void session.duplicate(value),
    split: (stored) => {
      const parts = splitAtPeriodEnd(stored.value, newId);
      if (parts) void session.split([saved(parts[0], stored.value), saved(parts[1], stored.value)], stored);
      else session.report('It spans more than two usage periods. Shorten its dates first.');
    },
    move: (stored, fund) => {
      const moved = saved({ ...stored.value, fund }, stored.value);
      const asDraft = moved.status !== stored.value.status ? ' as a draft because something blocks it there' : '';
      void session.change(stored, moved, `Moved "${nameOf(stored.value)}" to ${fundLabel(fund)}${asDraft}.`);
    },
    show: (stored) => void show(stored),
    remove: (stored) => void session.remove(stored),
  };
  return (
    <>
      <div className={styles.actions}>
        <Button
          size="small"
          appearance={read.activities.length > 0 ? 'primary' : 'secondary'}
          onClick={() => session.begin(soonest && nameOfFund(soonest))}
        >
          Add activity
        </Button>
        {undo && !work.notice?.undo && (
          <Button
            size="small"
            disabledFocusable={work.isBusy}
            title={undo.sentence}
            aria-label={`Undo: ${undo.sentence}`}
            onClick={() => void session.undo(undo)}
          >
            Undo
          </Button>
        )}
        <Button size="small" onClick={() => session.show({ show: 'settings' })}>
          Settings
        </Button>
      </div>
      {work.draft && (
        <Message
          actions={
            <>
              <Button size="small" onClick={() => session.show({ show: 'editor' })}>
                Continue
              </Button>
              <Button size="small" onClick={session.discard}>
                Discard
              </Button>
            </>
          }
        >
          "{nameOf(work.draft.form)}" isn't saved yet.
        </Message>
      )}
      {read.activities.length === 0 && read.funds.length === 0 && <NoFunds onAdd={() => session.begin(null)} />}
      {read.activities.length === 0 && read.funds.length > 0 && (
        <NoActivities
          onAdd={() => session.begin(soonest && nameOfFund(soonest))}
          onSuggest={spendable && (() => session.show({ show: 'suggest', fund: nameOfFund(spendable) }))}
        />
      )}
      {spendable && easy.length > 0 && (
        <details className={styles.fold} open={read.activities.length === 0}>
          <summary>What to claim first</summary>
          <ClaimFirstList fund={spendable} claims={easy} onPlan={(activity) => session.begin(nameOfFund(spendable), { activity })} />
        </details>
      )}
      {groups.map((group) => (
        <FundGroup
          key={group.key}
          group={group}
          shared={shared}
          isOpen={isOpen(group.key)}
          onToggle={() => toggle(group.key)}
          verbs={verbs}
          onAdd={session.begin}
          onSuggest={(fund) => session.show({ show: 'suggest', fund })}
        />
      ))}
    </>
  );
}

/** More would make a long plan slow to open. */
const OPEN_AT_FIRST = 3;

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  fold: {
    '& summary': {
      ...SUMMARY,
      ...typographyStyles.body1Strong,
      alignContent: 'center',
    },
  },
});
