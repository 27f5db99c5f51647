import { useEffect } from 'react';
import { fundKey } from '../../../domain/funds/fund';
import type { Conflict } from '../../../planner/store/planning-store';
import { ActionResult } from '../../ui/action-result';
import { AsOfField } from '../../ui/as-of-field';
import { useObservable } from '../../ui/use-observable';
import { usePlanner } from '../../ui/use-planner';
import { useReading } from '../../ui/use-planning';
import { useRequestedPlace } from '../../ui/use-requested-place';
import { ReadTroubles, WhenRead } from '../../ui/when-read';
import { ActivityEditor } from './editor/activity-editor';
import { PlanList } from './list/plan-list';
import { RatesScreen } from './rates/rates-screen';
import { SettingsForm } from './settings-form';
import { SuggestScreen } from './suggest/suggest-screen';
import { theirsTaken } from '../../../planner/activities/with-sheet-value';

/** The plan: activities by fund, and an editor for one of them. */
export function PlanScreen() {
  return <WhenRead>{() => <Plan />}</WhenRead>;
}

function Plan() {
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
  const takeTheirs = (conflict: Conflict): (() => void) | null => {
    const stored = read.activities.find(({ value }) => value.id === conflict.subject);
    const taken = stored && theirsTaken(stored.value, conflict);
    return taken
      ? () => void session.change(stored, taken, `Changed ${conflict.column} to "${conflict.theirs}", the value in the sheet.`)
      : null;
  };
  const edited = view.show === 'editor' ? draft : null;
  return (
    <>
      <AsOfField canReadAgain={!edited} />
      {!edited && <ReadTroubles />}
      <ActionResult
        notice={notice}
        isBusy={isBusy}
        onUndo={(step) => void session.undo(step)}
        onDismiss={session.dismiss}
        takeTheirs={takeTheirs}
      />
      {view.show === 'settings' && (
        <SettingsForm
          isBusy={isBusy}
          onSave={session.saveSettings}
          onClose={() => session.show({ show: 'list' })}
          onRates={() => session.show({ show: 'rates' })}
        />
      )}
      {view.show === 'rates' && <RatesScreen />}
      {view.show === 'suggest' && <SuggestScreen fund={view.fund} />}
      {(view.show === 'list' || (view.show === 'editor' && !edited)) && <PlanList />}
      {edited && <ActivityEditor key={edited.base ? edited.was.id || edited.base.row : edited.was.id} draft={edited} isBusy={isBusy} />}
    </>
  );
}
