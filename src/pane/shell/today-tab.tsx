import type { Workbook } from '../../storage/workbook';
import { TodayScreen } from '../features/today/today-screen';
import type { PlanningStore } from '../../planner/store/planning-store';
import { useToDo } from './use-to-do';

/** The Today tab: what funds, activities and claims together want done. */
export function TodayTab({ workbook, store }: { workbook: Workbook; store: PlanningStore }) {
  return <TodayScreen workbook={workbook} store={store} list={useToDo(store)} />;
}
