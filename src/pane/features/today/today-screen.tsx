import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { lazy, Suspense, useMemo, useState } from 'react';
import { formatDay, type Day } from '../../../domain/calendar/day';
import type { ToDo } from '../../../domain/to-do/to-do';
import { AsOfField } from '../../ui/as-of-field';
import { EmptyState } from '../../ui/empty-state';
import { SampleNote, SampleTrouble, TrySample } from '../../ui/sample';
import { useObservable } from '../../ui/use-observable';
import { usePlanner } from '../../ui/use-planner';
import { useReading } from '../../ui/use-planning';
import { ReadTroubles, WhenRead } from '../../ui/when-read';
import { noBreak } from '../../ui/no-break';
import { groupByDate, type DueGroup } from '../../../planner/to-do/group-by-date';
import { canHaveSample, sampleIn } from '../../../planner/sample/is-sample';
import { KeepInSheet } from './keep-in-sheet';
import { ToDoItem } from './to-do-item';
import { rowsOf } from '../../../planner/to-do/to-do-text';
import { plural } from '../../../domain/text/plural';

const TakeAway = lazy(async () => ({ default: (await import(/* webpackChunkName: "take-away" */ './take-away/take-away')).TakeAway }));

/** What to do next, across funds, activities and claims: each with its day, its reason, and the money that depends on it. */
export function TodayScreen() {
  return <WhenRead>{() => <ToDoList />}</WhenRead>;
}

function ToDoList() {
  const styles = useStyles();
  const { read, asOf } = useReading();
  const list = useObservable(usePlanner().toDo) ?? NONE;
  const groups = useMemo(() => groupByDate(list, asOf), [list, asOf]);
  const isEmpty = read.funds.length + read.activities.length + read.claims.length + read.program.size === 0;
  const hasSample = sampleIn(read) !== 'none';
  return (
    <>
      <AsOfField canReadAgain />
      <ReadTroubles />
      {hasSample && (
        <SampleNote>
          This is a sample: made-up earnings of two Partner IDs, with a plan and claims. Remove it before you bring in your own report.
        </SampleNote>
      )}
      <SampleTrouble />
      {isEmpty && <NothingYet />}
      {!isEmpty && groups.length === 0 && <NothingNow />}
      {groups.length > 0 && (
        <p className={styles.count}>
          {plural(list.length, 'item')}
          {list.length > 1 && ', by due date'}.
        </p>
      )}
      {groups.map((group) => (
        <Group key={group.title} group={group} asOf={asOf} />
      ))}
      {!isEmpty && <KeepInSheet list={rowsOf(list, asOf)} />}
      {!isEmpty && (
        <Suspense fallback={null}>
          <TakeAway />
        </Suspense>
      )}
    </>
  );
}

function Group({ group: { title, items }, asOf }: { group: DueGroup; asOf: Day }) {
  const styles = useStyles();
  const [most, setMost] = useState(INITIAL_COUNT);
  return (
    <section className={styles.group} aria-labelledby={idOf(title)}>
      <h2 id={idOf(title)} className={styles.title}>
        {title} <span className={styles.quiet}>{items.length}</span>
      </h2>
      <ul className={styles.list}>
        {items.slice(0, most).map((toDo, n) => (
          <ToDoItem key={`${n} ${toDo.what}`} toDo={toDo} asOf={asOf} />
        ))}
      </ul>
      {items.length > most && (
        <Button size="small" className={styles.more} onClick={() => setMost(most + MORE)}>
          Show {Math.min(MORE, items.length - most)} more
        </Button>
      )}
    </section>
  );
}

function NothingYet() {
  const { navigation } = usePlanner();
  const canTry = canHaveSample(useReading().read);
  return (
    <EmptyState
      title="Start with your earnings report"
      actions={
        <>
          <Button appearance="primary" onClick={() => navigation.open({ screen: 'funds', what: 'report' })}>
            Bring in a report
          </Button>
          {canTry && <TrySample />}
          <Button appearance="subtle" onClick={() => navigation.open({ screen: 'funds', what: 'fund' })}>
            Enter a fund
          </Button>
        </>
      }
    >
      Bring in the report from Partner Center, or enter a fund that you know{canTry ? '; you can also look around in a sample first' : ''}.
      This list then shows what to do next, by when, and how much money depends on it.
    </EmptyState>
  );
}

function NothingNow() {
  const next = useObservable(usePlanner().nextDay);
  return (
    <EmptyState title={next ? noBreak(`Nothing to do until ${formatDay(next.day)}`) : 'Nothing to do'}>
      {next ? noBreak(`On that day, ${next.what}.`) : 'No fund, activity, or claim has an upcoming date.'}
    </EmptyState>
  );
}

const NONE: readonly ToDo[] = [];
const INITIAL_COUNT = 20;
const MORE = 50;

const idOf = (title: string): string => `due-${title.toLowerCase().replace(/\W+/g, '-')}`;

const useStyles = makeStyles({
  count: { ...typographyStyles.body1, margin: 0, '::first-letter': { textTransform: 'uppercase' } },
  group: { display: 'grid', gap: tokens.spacingVerticalS, gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  more: { justifySelf: 'start' },
});
