import type { Panes } from './panes';
import type { Trial } from './trials';

/**
 * How an add-in can notice that its pane is closed. No host documents it, so tests try each combination: whether office.js
 * reports it when ready, and whether the page reports that it's hidden. The frame has no layout and no width.
 */
export interface BehindClosedPane {
  officeSays: 'Hidden' | 'nothing';
  pageSays: 'hidden' | 'visible';
}

/** The hard cases of a pane that isn't visible. */
export function shownTrials(panes: Panes, closed: BehindClosedPane | undefined, begin: (behind?: BehindClosedPane) => void): Trial[] {
  let saysHidden = false;
  return [
    {
      name: 'Closed pane',
      note: 'Reopens the workbook with its pane closed, as when only cells call the add-in',
      isOn: () => closed !== undefined,
      set: (on) => begin(on ? { officeSays: 'nothing', pageSays: 'visible' } : undefined),
    },
    {
      name: 'Hidden page',
      note: "The pane is hidden, as in another browser tab. Anything it writes then wasn't requested",
      isOn: () => saysHidden,
      set: (on) => {
        saysHidden = on;
        panes.leaveAlone();
        panes.setHidden(on);
      },
    },
  ];
}
