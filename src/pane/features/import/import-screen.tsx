import type { Day } from '../../../domain/calendar/day';
import { sampleIn } from '../../../planner/sample/is-sample';
import { SampleNote, SampleTrouble } from '../../ui/sample';
import { useObservable } from '../../ui/use-observable';
import { usePlanning } from '../../ui/use-planning';
import { ChooseReport } from './choose-report';
import { ImportPreview } from './import-preview';
import type { ImportSession } from '../../../planner/funds/import-session';
import { ReadingProgress } from './reading-progress';

/** Imports an earnings report into the workbook: choose, preview, write. */
export function ImportScreen({ session, asOf }: { session: ImportSession; asOf: Day }) {
  return (
    <>
      <SampleInTheWay />
      <Step session={session} asOf={asOf} />
    </>
  );
}

/** A report would be added to the sample's made-up amounts, in the same tables. */
function SampleInTheWay() {
  const state = usePlanning();
  return (
    <>
      {state.step === 'read' && sampleIn(state.read) !== 'none' && (
        <SampleNote intent="warning">
          This workbook has the sample, and your report would be mixed with its made-up amounts. Remove the sample first.
        </SampleNote>
      )}
      <SampleTrouble />
    </>
  );
}

function Step({ session, asOf }: { session: ImportSession; asOf: Day }) {
  const state = useObservable(session);
  switch (state.step) {
    case 'choosing':
      return <ChooseReport session={session} trouble={state.trouble} />;
    case 'reading':
      return <ReadingProgress session={session} names={state.names} progress={state.progress} />;
    case 'preview':
      return <ImportPreview session={session} asOf={asOf} {...state} />;
    default:
      return null;
  }
}
