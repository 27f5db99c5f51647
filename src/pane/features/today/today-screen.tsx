import { Button, makeStyles, Spinner, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { formatDay, type Day } from '../../../domain/calendar/day';
import type { ToDo } from '../../../domain/to-do/to-do';
import type { Workbook } from '../../../storage/workbook';
import type { PlanningRead, PlanningStore } from '../../../planner/store/planning-store';
import { usePlanning } from '../../ui/use-planning';
import { AsOfField, useAsOf } from '../../ui/as-of-field';
import { EmptyState } from '../../ui/empty-state';
import { Message } from '../../ui/message';
import { showScreen } from '../../ui/screen';
import { noBreak } from '../../ui/no-break';
import { groupByDate, type DueGroup } from '../../../planner/to-do/group-by-date';
import { KeepInSheet } from './keep-in-sheet';
import { nextDay } from '../../../planner/to-do/next-day';
import { ToDoItem } from './to-do-item';
import { rowsOf } from '../../../planner/to-do/to-do-text';
import { plural } from '../../../domain/text/plural';

/** What to do next, across funds, activities and claims: each with its day, its reason, and the money that depends on it. */
export function TodayScreen({ workbook, store, list }: { workbook: Workbook; store: PlanningStore; list: readonly ToDo[] | null }) {
  const styles = useStyles();
  const state = usePlanning(store);
  const asOf = useAsOf(store);
  const groups = useMemo(() => groupByDate(list ?? [], asOf), [list, asOf]);

  if (state.step === 'reading') return <Spinner size="small" label="Reading the workbook" />;
  if (state.step === 'trouble') {
    return (
      <Message intent="warning" actions={<Button onClick={() => void store.readAgain()}>Try again</Button>}>
        {state.sentence}
      </Message>
    );
  }
  const { read } = state;
  const isEmpty = read.funds.length + read.activities.length + read.claims.length === 0;
  return (
    <>
      <AsOfField store={store} onReadAgain={() => void store.readAgain()} />
      {read.troubles.map((sentence) => (
        <Message key={sentence} intent="warning">
          {sentence}
        </Message>
      ))}
      {isEmpty && <NothingYet />}
      {!isEmpty && groups.length === 0 && <NothingNow read={read} store={store} />}
      {groups.length > 0 && (
        <p className={styles.count}>
          {plural(list?.length ?? 0, 'item')}
          {(list?.length ?? 0) > 1 && ', by due date'}.
        </p>
      )}
      {groups.map((group) => (
        <Group key={group.title} group={group} asOf={asOf} />
      ))}
      {!isEmpty && list && <KeepInSheet workbook={workbook} store={store} table={read.today} list={rowsOf(list)} asOf={asOf} />}
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
  return (
    <EmptyState
      title="Nothing to do yet"
      actions={
        <>
          <Button appearance="primary" onClick={() => showScreen('funds')}>
            Bring in funds
          </Button>
          <Button onClick={() => showScreen('plan')}>Plan an activity</Button>
        </>
      }
    >
      When this workbook has funds, a plan, or claims, this list shows what to do next, by when, and how much money depends on it.
    </EmptyState>
  );
}

function NothingNow({ read, store }: { read: PlanningRead; store: PlanningStore }) {
  const next = nextDay(read, useAsOf(store));
  return (
    <EmptyState title={next ? noBreak(`Nothing to do until ${formatDay(next.day)}`) : 'Nothing to do'}>
      {next ? noBreak(`On that day, ${next.what}.`) : 'No fund, activity, or claim has an upcoming date.'}
    </EmptyState>
  );
}

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
