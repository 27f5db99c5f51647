import type { Workbook } from '../../storage/workbook';
import type { Observed } from '../../planner/observable';

/** The workbook for a pane that Excel closes but keeps running: while hidden, nothing follows the sheet, and changes are reported when it is shown again. */
export function whileShown(workbook: Workbook, shown: Observed<boolean>): Workbook {
  const held = (follow: (tell: (isOurs: boolean) => void) => () => void, tell: (isOurs: boolean) => void): (() => void) => {
    let isMissed = false;
    const stopFollowing = follow((isOurs) => {
      if (shown.current()) tell(isOurs);
      else isMissed = true;
    });
    const stopLooking = shown.subscribe(() => {
      if (!shown.current() || !isMissed) return;
      isMissed = false;
      tell(false);
    });
    return () => {
      stopLooking();
      stopFollowing();
    };
  };
  return {
    ...workbook,
    onCellChange: (changed) =>
      held(
        (tell) => workbook.onCellChange(() => tell(false)),
        () => changed(),
      ),
    onTablesChange: (names, changed) => held((tell) => workbook.onTablesChange(names, tell), changed),
  };
}
