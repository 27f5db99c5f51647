import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Conflict } from '../../../planner/store/planning-store';
import { Message } from '../../ui/message';
import { KeptConflicts } from '../../ui/sheet-clashes';
import { usePlanner } from '../../ui/use-planner';
import { useScrollIntoView } from '../../ui/use-scroll-into-view';
import type { Notice } from '../../../planner/store/planning-session';

interface PlanMessagesProps {
  notice: Notice | null;
  isBusy: boolean;
  /** Takes the sheet's value; null if it can't be written from here. */
  takeTheirs: (conflict: Conflict) => (() => void) | null;
}

/** The result of the last save, with ways to undo it. */
export function PlanMessages({ notice, isBusy, takeTheirs }: PlanMessagesProps) {
  const styles = useStyles();
  const { plan: session } = usePlanner();
  const undo = notice?.undo;
  const place = useScrollIntoView(notice);
  if (!notice) return null;
  return (
    <div ref={place} className={styles.messages}>
      <Message
        intent={notice.intent}
        actions={
          <>
            {undo && (
              <Button size="small" disabledFocusable={isBusy} onClick={() => void session.undo(undo)}>
                Undo
              </Button>
            )}
            <Button size="small" appearance="transparent" onClick={session.dismiss}>
              Close
            </Button>
          </>
        }
      >
        {notice.sentence}
      </Message>
      <KeptConflicts conflicts={notice.conflicts} isBusy={isBusy} takeTheirs={takeTheirs} />
    </div>
  );
}

const useStyles = makeStyles({
  messages: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
});
