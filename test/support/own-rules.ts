import type { OwnRule } from '../../src/rulebook/own-rule';

/** The rate of a growth lever as the pack of FY27 has it; no growth rate is verified. */
export const growthRate = (changed: Partial<OwnRule> = {}): OwnRule => ({
  topic: 'rate',
  program: 'Microsoft Commerce Incentives',
  subject: 'M365 Growth Accelerator',
  from: '2026-07-01',
  to: '2027-06-30',
  value: 0.125,
  pack: 'FY27 as reported',
  cited: 'FY27 as reported: research (secondary)',
  ...changed,
});
