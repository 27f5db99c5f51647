import { Button, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { Conflict, UndoStep } from '../../planner/store/planning-store';
import type { SavingWork } from '../../planner/store/planning-session';
import { KeptConflicts } from './sheet-clashes';
import { Message } from './message';
import { HAS_ROOM, IS_SHORT } from './pane-height';

interface ActionResultProps extends SavingWork {
  onUndo: (step: UndoStep) => void;
  onDismiss: () => void;
  /** Takes the sheet's value; null if it can't be written from here. */
  takeTheirs: (conflict: Conflict) => (() => void) | null;
}

/**
 * The result of the last action of a screen, with ways to undo it. It stays at the top of what is visible, however far down
 * its button was, and is always there for screen readers to notice its text.
 */
export function ActionResult({ notice, isBusy, onUndo, onDismiss, takeTheirs }: ActionResultProps) {
  const styles = useStyles();
  const place = useRoomAbove(notice);
  const undo = notice?.undo;
  return (
    <div role="status" ref={place} className={mergeClasses(styles.result, notice ? styles.shown : undefined)}>
      {isBusy && <Spinner size="tiny" label="Saving" />}
      {notice && (
        <Message
          intent={notice.intent}
          actions={
            <>
              {undo && (
                <Button size="small" disabledFocusable={isBusy} onClick={() => onUndo(undo)}>
                  Undo
                </Button>
              )}
              <Button size="small" onClick={onDismiss}>
                Close
              </Button>
            </>
          }
        >
          {notice.sentence}
        </Message>
      )}
      {notice && <KeptConflicts conflicts={notice.conflicts} isBusy={isBusy} takeTheirs={takeTheirs} />}
    </div>
  );
}

/** Keeps focused elements from being scrolled under the result. In a tiny pane the result doesn't stay, so it scrolls to a warning. */
function useRoomAbove(notice: SavingWork['notice']): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const result = place.current;
    const frame = result?.closest('main');
    if (!frame || !notice) return;
    const isStaying = getComputedStyle(result!).position === 'sticky';
    if (isStaying) frame.style.scrollPaddingTop = `${result!.offsetHeight}px`;
    else if (notice.intent !== 'success') result!.scrollIntoView({ block: 'nearest' });
    return () => {
      frame.style.scrollPaddingTop = '';
    };
  }, [notice]);
  return place;
}

const useStyles = makeStyles({
  result: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, ':empty': { display: 'none' } },
  shown: {
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    [HAS_ROOM]: {
      position: 'sticky',
      top: 0,
      zIndex: 2,
      maxHeight: '50vh',
      overflowY: 'auto',
      boxShadow: tokens.shadow8,
    },
    [IS_SHORT]: {
      maxHeight: '35vh',
      // the buttons next to the sentence, not below it
      '& .fui-MessageBar': {
        gridTemplateColumns: 'auto 1fr auto',
        gridTemplateAreas: '"icon body secondaryActions"',
        alignItems: 'center',
        paddingTop: tokens.spacingVerticalXS,
        paddingBottom: tokens.spacingVerticalXS,
        paddingRight: tokens.spacingHorizontalS,
      },
      '& .fui-MessageBarActions': { margin: 0, padding: 0 },
    },
  },
});
