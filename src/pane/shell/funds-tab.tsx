import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { FundsScreen } from '../features/funds/funds-screen';
import { ImportScreen } from '../features/import/import-screen';
import { importOf } from '../../planner/funds/import-session';
import { BackButton } from '../ui/back-button';
import { Message } from '../ui/message';
import { useObservable } from '../ui/use-observable';
import { usePlanner } from '../ui/use-planner';

/** The Funds tab: the funds of the workbook, and importing reports. */
export function FundsTab() {
  const { store, navigation, session } = usePlanner();
  const importing = session(importOf);
  const state = useObservable(importing);
  const [isBringingIn, setIsBringingIn] = useState(
    () => navigation.current()?.screen !== 'funds' && ['reading', 'preview'].includes(importing.current().step),
  );
  const toFunds = (): void => setIsBringingIn(false);
  // other screens ask for funds; an import in progress waits
  useEffect(
    () =>
      navigation.subscribe(() => {
        if (navigation.current()?.screen === 'funds') setIsBringingIn(false);
      }),
    [navigation],
  );
  if (!isBringingIn) {
    return (
      <>
        {state.step === 'written' && state.takeBack && (
          <Message
            intent="success"
            actions={
              <Button size="small" onClick={() => setIsBringingIn(true)}>
                View or undo
              </Button>
            }
          >
            The last report was added to the workbook.
          </Message>
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
  return (
    <>
      <BackButton to="Funds" onBack={toFunds} />
      <ImportScreen session={importing} asOf={store.asOf()} onDone={toFunds} />
    </>
  );
}
