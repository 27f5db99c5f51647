import { useEffect, useState } from 'react';
import { FundsScreen } from '../features/funds/funds-screen';
import { ImportOutcome, isOver } from '../features/import/import-outcome';
import { ImportScreen } from '../features/import/import-screen';
import { importOf } from '../../planner/funds/import-session';
import { BackButton } from '../ui/back-button';
import { useObservable } from '../ui/use-observable';
import { usePlanner } from '../ui/use-planner';

/** The Funds tab: the funds of the workbook, and importing reports, which ends on the funds. */
export function FundsTab() {
  const { store, navigation, session } = usePlanner();
  const importing = session(importOf);
  const state = useObservable(importing);
  const [isBringingIn, setIsBringingIn] = useState(
    () => navigation.current()?.screen !== 'funds' && ['reading', 'preview'].includes(importing.current().step),
  );
  const toFunds = (): void => setIsBringingIn(false);
  // other screens open the funds, while an import in progress waits, or the import of a report
  useEffect(() => {
    const follow = (): void => {
      const place = navigation.current();
      if (place?.screen === 'funds') {
        setIsBringingIn(place.what === 'report');
        if (place.what !== 'report') return;
        importing.begin();
        navigation.opened();
      }
    };
    follow();
    return navigation.subscribe(follow);
  }, [navigation, importing]);
  if (isBringingIn && !isOver(state)) {
    return (
      <>
        <BackButton to="Funds" onBack={toFunds} />
        <ImportScreen session={importing} asOf={store.asOf()} />
      </>
    );
  }
  return (
    <>
      {isOver(state) && (
        <ImportOutcome
          session={importing}
          state={state}
          isNew={isBringingIn}
          onClose={() => {
            importing.startOver();
            toFunds();
          }}
        />
      )}
      <FundsScreen
        onBringIn={() => {
          importing.begin();
          setIsBringingIn(true);
        }}
      />
    </>
  );
}
