import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { fundKey } from '../../../domain/funds/fund';
import { AsOfField } from '../../ui/as-of-field';
import { useObservable } from '../../ui/use-observable';
import { usePlanner } from '../../ui/use-planner';
import { useReading } from '../../ui/use-planning';
import { useRequestedPlace } from '../../ui/use-requested-place';
import { ReadTroubles, WhenRead } from '../../ui/when-read';
import { ActivityEditor } from './editor/activity-editor';
import { PlanList } from './list/plan-list';
import { PlanMessages } from './plan-messages';
import { SettingsForm } from './settings-form';
import { SuggestScreen } from './suggest/suggest-screen';
import { theirsTaken } from '../../../planner/activities/with-sheet-value';

/** The plan: activities by fund, and one of them to write. */
export function PlanScreen() {
  return <WhenRead>{() => <Plan />}</WhenRead>;
}

function Plan() {
  const styles = useStyles();
  const { plan: session, navigation } = usePlanner();
  const { read } = useReading();
  const work = useObservable(session);
  const place = useRequestedPlace('plan');

  useEffect(() => {
    if (!place) return;
    const stored = read.activities.find(({ value }) => value.id === place.id);
    if (stored) session.edit(stored);
    else if (place.fund) session.show({ show: 'list', fund: fundKey(place.fund) });
    navigation.opened();
  }, [place, read, session, navigation]);

  const { view, draft, notice, isBusy } = work;
  const messages = (
    <PlanMessages
      notice={notice}
      isBusy={isBusy}
      takeTheirs={(conflict) => {
        const stored = read.activities.find(({ value }) => value.id === conflict.subject);
        const taken = stored && theirsTaken(stored.value, conflict);
        return taken
          ? () => void session.change(stored, taken, `Changed ${conflict.column} to "${conflict.theirs}", the value in the sheet.`)
          : null;
      }}
    />
  );
  if (view.show === 'editor' && draft) {
    const key = draft.base ? draft.was.id || draft.base.row : draft.was.id;
    return (
      <>
        <AsOfField />
        <ActivityEditor key={key} draft={draft} isBusy={isBusy} messages={messages} />
      </>
    );
  }
  return (
    <>
      <AsOfField canReadAgain />
      <ReadTroubles />
      <div className={styles.messages} role="status">
        {messages}
      </div>
      {view.show === 'settings' && (
        <SettingsForm isBusy={isBusy} onSave={session.saveSettings} onClose={() => session.show({ show: 'list' })} />
      )}
      {view.show === 'suggest' && <SuggestScreen fund={view.fund} />}
      {(view.show === 'list' || view.show === 'editor') && <PlanList />}
    </>
  );
}

const useStyles = makeStyles({
  messages: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, ':empty': { display: 'none' } },
});
