import type { OwnRule } from '../../src/rulebook/own-rule';
import { readOwnRules, type OwnRules } from '../../src/storage/rules/own-rules';
import type { RuleColumn } from '../../src/storage/rules/rule-cells';
import { RULES_DESIGN } from '../../src/storage/rules/rules-design';

type OwnRate = Extract<OwnRule, { topic: 'rate' }>;

/** The rate of a growth lever as the pack of FY27 has it; no growth rate is verified. */
export const growthRate = (changed: Partial<OwnRate> = {}): OwnRate => ({
  topic: 'rate',
  program: 'Microsoft Commerce Incentives',
  subject: 'M365 Growth Accelerator',
  from: '2026-07-01',
  to: '2027-06-30',
  value: { rate: 0.125 },
  pack: 'FY27 as reported',
  cited: 'FY27 as reported: research (secondary)',
  ...changed,
});

/** A row of CoopRules; what it doesn't name is blank. */
export type RuleCellsGiven = Partial<Record<RuleColumn, unknown>>;

/** What CoopRules makes of rows. */
export function rulesOf(...rows: readonly RuleCellsGiven[]): OwnRules {
  const names = RULES_DESIGN.columns.map(({ name }) => name) as RuleColumn[];
  return readOwnRules([names, ...rows.map((row) => names.map((name) => row[name] ?? ''))], 1900);
}
