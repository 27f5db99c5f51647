import type { PlanningRead, Stored } from '../../src/planner/store/planning-store';
import { USUAL_SETTINGS } from '../../src/storage/planning/settings-table';

/** What was read of a workbook that has the plan's tables and nothing in them, but for the parts given. */
export const planningRead = (parts: Partial<PlanningRead> = {}): PlanningRead => ({
  activities: [],
  claims: [],
  rates: [],
  history: [],
  settings: USUAL_SETTINGS,
  partnerNames: new Map(),
  partnerGroups: new Map(),
  funds: [],
  troubles: [],
  hasPlan: true,
  hasUnknownAmounts: false,
  unknownFields: new Set(),
  fundDetails: [],
  lost: [],
  today: null,
  earnings: null,
  restated: new Map(),
  program: new Map(),
  ...parts,
});

/** A value as read from the first row of its table. */
export const kept = <T>(value: T): Stored<T> => partlyRead(value);

/** The same where cells can't be read, for these reasons. */
export const partlyRead = <T>(value: T, ...sentences: readonly string[]): Stored<T> => ({
  value,
  row: 0,
  troubles: sentences.map((sentence) => ({ column: 'Start', found: 'x', sentence })),
  base: null as never,
});
