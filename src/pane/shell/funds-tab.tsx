import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Workbook } from '../../storage/workbook';
import { FundsScreen } from '../features/funds/funds-screen';
import { ImportScreen, useImport } from '../features/import/import-screen';
import { ImportSession } from '../../planner/funds/import-session';
import type { PlanningStore } from '../../planner/store/planning-store';
import { useRequestedPlace } from '../ui/navigation';
import { BackButton } from '../ui/back-button';
import { Message } from '../ui/message';

/** The one import under way, for as long as the pane lives: another tab and back loses neither a preview nor its undo. */
let session: ImportSession | null = null;

function begin(workbook: Workbook, store: PlanningStore): ImportSession {
  const begun = new ImportSession(workbook);
  begun.onWritten = () => void store.readOwnChange();
  return begun;
}

/** The Funds tab: the funds of the workbook, and the way a report gets there. */
export function FundsTab({ workbook, store }: { workbook: Workbook; store: PlanningStore }) {
  const [importing] = useState(() => (session ??= begin(workbook, store)));
  const [isBringingIn, setIsBringingIn] = useState(() => ['reading', 'preview'].includes(importing.current().step));
  const state = useImport(importing);
  const toFunds = (): void => setIsBringingIn(false);
  // what another screen asks for is among the funds; a report under way waits
  if (useRequestedPlace('funds') !== null && isBringingIn) toFunds();
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
          workbook={workbook}
          store={store}
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
