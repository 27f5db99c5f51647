import type { RowEdit } from '../../records/merge-rows';
import type { Columns, RecordTable } from '../../records/record-table';
import type { Planner } from '../planner';
import { PlanningSession, type SavingWork } from '../store/planning-session';
import type { PlanningStore } from '../store/planning-store';

/** Saves rows of the program's tables. What is being typed is in the planner's unsaved input. */
export class ProgramSession extends PlanningSession<SavingWork> {
  constructor(store: PlanningStore) {
    super(store, { notice: null, isBusy: false });
  }

  /** Whether it was saved. A status that changed goes into the history. */
  readonly save = (
    table: RecordTable<Columns>,
    edits: readonly RowEdit[],
    said: string,
    status?: { from: string; to: string },
  ): Promise<boolean> => this.run(() => this.store.save({ rows: [{ table, edits, ...(status && { status }) }] }, said), said);

  protected follow(): void {
    // rows are read from the store, and an open form is merged when it is saved
  }
}

/** The one session of a pane, which `planner.session` keeps. */
export const programOf = ({ store }: Pick<Planner, 'store'>): ProgramSession => new ProgramSession(store);
