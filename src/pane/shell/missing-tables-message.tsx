import { Button } from '@fluentui/react-components';
import { describeMissing } from '../../planner/store/missing-tables';
import { usePlanning } from '../ui/use-planning';
import { Message } from '../ui/message';
import { usePlanner } from '../ui/use-planner';

/** On every planning screen: the plan's missing tables, and the two ways to continue. */
export function MissingTablesMessage() {
  const { store } = usePlanner();
  const state = usePlanning();
  const lost = state.step === 'read' ? state.read.lost : [];
  if (lost.length === 0) return null;
  return (
    <Message
      intent="warning"
      actions={
        <>
          <Button size="small" onClick={() => void store.readAgain()}>
            Check again
          </Button>
          <Button size="small" appearance="transparent" onClick={() => void store.beginAnew()}>
            {lost.length === 1 ? `Create a new ${lost[0]!.name}` : 'Create new tables'}
          </Button>
        </>
      }
    >
      {describeMissing(lost)}
    </Message>
  );
}
