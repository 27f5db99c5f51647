import { Button, Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Reading } from '../../planner/store/planning-store';
import { Message } from './message';
import { usePlanner } from './use-planner';
import { usePlanning, useReading } from './use-planning';

/** The frame of every screen that shows the plan: waits until it is read and, if that fails, says why and offers to try again. */
export function WhenRead({ children }: { children: (reading: Reading) => ReactNode }) {
  const { store } = usePlanner();
  const state = usePlanning();
  if (state.step === 'reading') return <Spinner size="small" label="Reading the workbook" />;
  if (state.step === 'trouble') {
    return (
      <Message intent="warning" actions={<Button onClick={() => void store.readAgain()}>Try again</Button>}>
        {state.sentence}
      </Message>
    );
  }
  return children(state);
}

/** Problems with whole tables, above a screen's content. */
export function ReadTroubles() {
  return useReading().read.troubles.map((sentence) => (
    <Message key={sentence} intent="warning">
      {sentence}
    </Message>
  ));
}
