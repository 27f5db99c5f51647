import { Button } from '@fluentui/react-components';
import { Message } from '../../ui/message';
import type { InsertState } from './use-insert';

interface InsertOutcomeProps {
  state: InsertState;
  onReplace: () => void;
  onKeep: () => void;
}

/** How an insertion went, in a sentence; asks before anything is overwritten. */
export function InsertOutcome({ state, onReplace, onKeep }: InsertOutcomeProps) {
  if (state.step === 'idle' || state.step === 'working') return null;
  if (state.step === 'trouble') return <Message intent="warning">{state.sentence}</Message>;
  const { inserted } = state;
  switch (inserted.outcome) {
    case 'inserted':
      return <Message intent="success">Written to {inserted.address}.</Message>;
    case 'occupied':
      return (
        <Message
          intent="warning"
          actions={
            <>
              <Button onClick={onReplace}>Replace</Button>
              <Button onClick={onKeep}>Keep it</Button>
            </>
          }
        >
          {inserted.address} already holds {inserted.holds}. Replace it?
        </Message>
      );
    case 'no room':
      return (
        <Message intent="warning">
          The result takes several cells, and {inserted.blockedBy} is in the way. Nothing was written: select a cell with free cells below
          and to the right.
        </Message>
      );
    case 'beside a table':
      return (
        <Message intent="warning">
          {inserted.address} is right {inserted.side === 'below' ? 'below' : 'to the right of'} the table {inserted.table}, and Excel would
          make the formula part of it. Nothing was written: leave a {inserted.side === 'below' ? 'row' : 'column'} free, then try again.
        </Message>
      );
    case 'in a table':
      return (
        <Message intent="warning">
          {inserted.address} is in a table, and Excel does not let a result fill several cells there. Nothing was written: select a cell
          outside the table, or ask for one part.
        </Message>
      );
  }
}
