import type { Day } from '../../../domain/calendar/day';
import { useObservable } from '../../ui/use-observable';
import { ChooseReport } from './choose-report';
import { ImportPreview } from './import-preview';
import type { ImportSession } from '../../../planner/funds/import-session';
import { ReadingProgress } from './reading-progress';

/** Imports an earnings report into the workbook: choose, preview, write. */
export function ImportScreen({ session, asOf }: { session: ImportSession; asOf: Day }) {
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
