import type { PartnerGroups, PartnerNames } from '../../domain/earnings/partner-name';
import type { PlanningState, Reading } from '../../planner/store/planning-store';
import { useObservable } from './use-observable';
import { usePlanner } from './use-planner';

/** The plan as last read, or why it can't be read. */
export const usePlanning = (): PlanningState => useObservable(usePlanner().store);

/** The names of Partner IDs; none until the workbook is read. */
export function usePartnerNames(): PartnerNames {
  const state = usePlanning();
  return state.step === 'read' ? state.read.partnerNames : NO_NAMES;
}

/** The groups of Partner IDs; none until the workbook is read. */
export function usePartnerGroups(): PartnerGroups {
  const state = usePlanning();
  return state.step === 'read' ? state.read.partnerGroups : NO_NAMES;
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** The plan as last read, for components inside `WhenRead`. */
export function useReading(): Reading {
  const state = usePlanning();
  if (state.step !== 'read') throw new Error('useReading works only inside WhenRead.');
  return state;
}
