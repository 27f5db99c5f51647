import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Conflict } from '../../../planner/store/planning-store';
import { Message } from '../../ui/message';
import { KeptConflicts } from '../../ui/sheet-clashes';
import { useBroughtIntoView } from '../../ui/use-brought-into-view';
import type { PlanSession, Told } from '../../../planner/activities/plan-session';

interface PlanMessagesProps {
  told: Told | null;
  isBusy: boolean;
  session: PlanSession;
  /** Takes what the sheet said; null where that cannot be written from here. */
  takeTheirs: (conflict: Conflict) => (() => void) | null;
}

/** What came of the last save, with the ways back from it. */
export function PlanMessages({ told, isBusy, session, takeTheirs }: PlanMessagesProps) {
  const styles = useStyles();
  const place = useBroughtIntoView(told);
  if (!told) return null;
  return (
    <div ref={place} className={styles.messages}>
      <Message
        intent={told.intent}
        actions={
          <>
            {told.undo && (
              <Button size="small" disabledFocusable={isBusy} onClick={() => void session.undo()}>
                Undo
              </Button>
            )}
            <Button size="small" appearance="transparent" onClick={session.dismiss}>
              Close
            </Button>
          </>
        }
      >
        {told.sentence}
      </Message>
      <KeptConflicts conflicts={told.conflicts} isBusy={isBusy} takeTheirs={takeTheirs} />
    </div>
  );
}

const useStyles = makeStyles({
  messages: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
});
