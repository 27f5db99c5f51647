import { Button } from '@fluentui/react-components';
import { sampleOf } from '../../../planner/sample/sample-session';
import { Message } from '../../ui/message';
import { useObservable } from '../../ui/use-observable';
import { usePlanner } from '../../ui/use-planner';

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

/** Says that the workbook has the sample, and removes it. */
export function SampleNote() {
  const sample = usePlanner().session(sampleOf);
  const { step } = useObservable(sample);
  return (
    <Message
      actions={
        <Button size="small" disabledFocusable={step !== 'idle'} onClick={() => void sample.remove()}>
          {step === 'removing' ? 'Removing the sample' : 'Remove the sample'}
        </Button>
      }
    >
      This is a sample: made-up earnings of two Partner IDs, with a plan and claims. Remove it before you bring in your own report.
    </Message>
  );
}

/** Why the sample couldn't be made or removed. */
export function SampleTrouble() {
  const { trouble } = useObservable(usePlanner().session(sampleOf));
  return trouble && <Message intent="warning">{trouble}</Message>;
}
