import type { PlanningRead } from '../../src/planner/store/planning-store';
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
  ...parts,
});
