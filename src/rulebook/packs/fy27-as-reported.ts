import type { RulePack } from './rule-pack';

/** Rates of indirect resellers for FY27, from one research series; no document of Microsoft or a distributor was seen. */
export const FY27_AS_REPORTED: RulePack = {
  name: 'FY27 as reported',
  about:
    'Rates of indirect resellers for July 2026 – June 2027, from secondary sources only. Calling, Dynamics 365 tiers, and Azure reservations have no rate. What growth each Azure tier takes was not found.',
  csv: `
Rule,Lever,From,Value,To,Grade,Source,Note
rate,M365: Core,2026-07-01,0%,2027-06-30,secondary,Channel research naming three distributors,Was 3.75%. Last known 2026-08-28.
rate,D365: Core,2026-07-01,0%,2027-06-30,secondary,Channel research naming three distributors,Was 4%. Last known 2026-08-28.
rate,M365 Growth Accelerator,2026-07-01,12.5%,2027-06-30,secondary,Channel research naming three distributors,Of growth over the same month a year before. Last known 2026-08-28.
rate,D365 Growth Accelerator,2026-07-01,12.5%,2027-06-30,secondary,Channel research naming three distributors,Of growth over the same month a year before. Last known 2026-08-28.
rate,M365: Tier 1,2026-07-01,2.5%,2027-06-30,secondary,Channel research naming three distributors,Business Premium; E3; Defender Suite; Purview Suite. Last known 2026-08-28.
rate,M365: Tier 2,2026-07-01,7%,2027-06-30,secondary,Channel research naming three distributors,E5; E7; Agent 365; M365 Copilot; Copilot Studio. Last known 2026-08-28.
rate,Azure Growth Accelerator (7% tier),2026-07-01,7%,2027-06-30,secondary,Channel research naming three distributors,What growth the tier takes was not found. Last known 2026-08-28.
rate,Azure Growth Accelerator (10% tier),2026-07-01,10%,2027-06-30,secondary,Channel research naming three distributors,What growth the tier takes was not found. Last known 2026-08-28.
rate,Azure Growth Accelerator (12% tier),2026-07-01,12%,2027-06-30,secondary,Channel research naming three distributors,What growth the tier takes was not found. Last known 2026-08-28.
rate,Azure consumption,2026-07-01,3%,2027-06-30,secondary,Channel research naming three distributors,Last known 2026-08-28.
`,
};
