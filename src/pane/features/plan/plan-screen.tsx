import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useMemo } from 'react';
import { fundKey } from '../../../domain/funds/fund';
import { workbookRules } from '../../../cells/workbook-rules';
import type { PlanningStore } from '../../../planner/store/planning-store';
import { usePlanning } from '../../ui/use-planning';
import type { Workbook } from '../../../storage/workbook';
import { AsOfField, useAsOf } from '../../ui/as-of-field';
import { placeOpened, useRequestedPlace } from '../../ui/navigation';
import { Message } from '../../ui/message';
import { useObservable } from '../../ui/use-observable';
import { ActivityEditor } from './editor/activity-editor';
import { groupActivities } from '../../../planner/activities/plan-groups';
import { PlanList } from './list/plan-list';
import { PlanMessages } from './plan-messages';
import type { PlanSession } from '../../../planner/activities/plan-session';
import { SettingsForm } from './settings-form';
import { SuggestScreen } from './suggest/suggest-screen';
import { theirsTaken } from '../../../planner/activities/with-sheet-value';

/** The plan: activities by fund, and one of them to write. */
export function PlanScreen({ workbook, store, session }: { workbook: Workbook; store: PlanningStore; session: PlanSession }) {
  const styles = useStyles();
  const state = usePlanning(store);
  const asOf = useAsOf(store);
  const work = useObservable(session);
  const place = useRequestedPlace('plan');
  const read = state.step === 'read' ? state.read : null;
  const groups = useMemo(() => read && groupActivities(read, asOf), [read, asOf]);

  useEffect(() => {
    if (!place || !read) return;
    const kept = read.activities.find(({ value }) => value.id === place.id);
    if (kept) session.edit(kept);
    else if (place.fund) session.show({ show: 'list', fund: fundKey(place.fund) });
    placeOpened();
  }, [place, read, session]);

  const book = workbookRules();
  if (state.step === 'trouble') {
    return (
      <Message intent="warning" actions={<Button onClick={() => void store.readAgain()}>Try again</Button>}>
        {state.sentence}
      </Message>
    );
  }
  if (!read || !groups || !book) return <Spinner size="small" label="Reading the workbook" />;

  const { view, draft, told, isBusy } = work;
  const messages = (
    <PlanMessages
      told={told}
      isBusy={isBusy}
      session={session}
      takeTheirs={(conflict) => {
        const kept = read.activities.find(({ value }) => value.id === conflict.subject);
        const taken = kept && theirsTaken(kept.value, conflict);
        return taken ? () => void session.change(kept, taken, `Took "${conflict.theirs}" from the sheet for ${conflict.column}.`) : null;
      }}
    />
  );
  if (view.show === 'editor' && draft) {
    const key = draft.base ? draft.was.id || draft.base.row : draft.was.id;
    return (
      <>
        <AsOfField store={store} />
        <ActivityEditor
          key={key}
          session={session}
          draft={draft}
          isBusy={isBusy}
          read={read}
          groups={groups}
          asOf={asOf}
          book={book}
          told={messages}
        />
      </>
    );
  }
  return (
    <>
      <AsOfField store={store} onReadAgain={() => void store.readAgain()} />
      {read.troubles.map((sentence) => (
        <Message key={sentence} intent="warning">
          {sentence}
        </Message>
      ))}
      <div className={styles.messages} role="status">
        {messages}
      </div>
      {view.show === 'settings' && (
        <SettingsForm
          store={store}
          settings={read.settings}
          isBusy={isBusy}
          onSave={session.saveSettings}
          onClose={() => session.show({ show: 'list' })}
        />
      )}
      {view.show === 'suggest' && (
        <SuggestScreen session={session} work={work} fund={view.fund} read={read} groups={groups} asOf={asOf} book={book} />
      )}
      {(view.show === 'list' || view.show === 'editor') && (
        <PlanList workbook={workbook} store={store} session={session} work={work} read={read} groups={groups} asOf={asOf} book={book} />
      )}
    </>
  );
}

const useStyles = makeStyles({
  messages: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, ':empty': { display: 'none' } },
});
