import { Button } from '@fluentui/react-components';
import { sampleOf } from '../../planner/sample/sample-session';
import { Message } from './message';
import { useObservable } from './use-observable';
import { usePlanner } from './use-planner';

/** Fills an empty workbook with the sample. */
export function TrySample() {
  const sample = usePlanner().session(sampleOf);
  const { step } = useObservable(sample);
  return (
    <Button disabledFocusable={step !== 'idle'} onClick={() => void sample.make()}>
      {step === 'making' ? 'Making the sample' : 'Try a sample'}
    </Button>
  );
}

interface SampleNoteProps {
  intent?: 'info' | 'warning';
  children: string;
}

/** Says that the workbook has the sample, and removes it. */
export function SampleNote({ intent, children }: SampleNoteProps) {
  const sample = usePlanner().session(sampleOf);
  const { step } = useObservable(sample);
  return (
    <Message
      intent={intent}
      actions={
        <Button size="small" disabledFocusable={step !== 'idle'} onClick={() => void sample.remove()}>
          {step === 'removing' ? 'Removing the sample' : 'Remove the sample'}
        </Button>
      }
    >
      {children}
    </Message>
  );
}

/** Why the sample couldn't be made or removed. */
export function SampleTrouble() {
  const { trouble } = useObservable(usePlanner().session(sampleOf));
  return trouble && <Message intent="warning">{trouble}</Message>;
}
