import { Observable } from '../observable';

/** The lists on the Funds screen that fold closed halves. */
export type FoldedList = 'overview' | 'cards';

/** The lists whose closed halves are shown; kept while the pane is open. */
export class ClosedHalves extends Observable<ReadonlySet<FoldedList>> {
  constructor() {
    super(new Set());
  }

  readonly toggle = (list: FoldedList): void => {
    const shown = new Set(this.current());
    if (!shown.delete(list)) shown.add(list);
    this.set(shown);
  };

  readonly open = (list: FoldedList): void => this.set(new Set([...this.current(), list]));
}

/** The one of a pane, which `planner.session` keeps. */
export const closedHalvesOf = (): ClosedHalves => new ClosedHalves();
