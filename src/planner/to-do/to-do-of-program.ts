import { byDay, type ToDo } from '../../domain/to-do/to-do-item';
import { Observable, type Observed } from '../observable';
import type { PlanningState } from '../store/planning-store';
import { toDoIn } from './to-do-list';

type ProgramToDo = typeof import('../program/program-to-do').programToDo;

/** The items of the program's side, whose code loads with the first workbook that has one of its tables. */
class ProgramItems extends Observable<ProgramToDo | 'none' | null> {
  private isAsked = false;

  constructor() {
    super(null);
  }

  load(): void {
    if (this.isAsked) return;
    this.isAsked = true;
    import(/* webpackChunkName: "program-rows" */ '../program/program-to-do').then(
      ({ programToDo }) => this.set(programToDo),
      // without its code the list has the other items
      () => this.set('none'),
    );
  }
}

/** The one to-do list of a pane, with the items of the program's side; null until all of it is known. */
export function wholeToDo(store: Observed<PlanningState>): Observed<readonly ToDo[] | null> {
  const items = new ProgramItems();
  let last: { state: PlanningState; make: ProgramToDo | 'none' | null; list: readonly ToDo[] | null } | null = null;
  return {
    subscribe: (listener) => {
      const ends = [store.subscribe(listener), items.subscribe(listener)];
      return () => ends.forEach((end) => end());
    },
    current: () => {
      const state = store.current();
      const hasRows = state.step === 'read' && state.read.program.size > 0;
      if (hasRows) items.load();
      const make = items.current();
      if (last?.state !== state || last.make !== make) last = { state, make, list: listOf(state, hasRows ? make : 'none') };
      return last.list;
    },
  };
}

function listOf(state: PlanningState, make: ProgramToDo | 'none' | null): readonly ToDo[] | null {
  if (make === null) return null;
  const list = toDoIn(state);
  return make === 'none' || state.step !== 'read' || list === null ? list : [...list, ...make(state.read, state.asOf)].sort(byDay);
}
