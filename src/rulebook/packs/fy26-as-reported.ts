import type { RulePack } from './rule-pack';

/** Rates of indirect resellers for FY26, mostly from one distributor's simulator. */
export const FY26_AS_REPORTED: RulePack = {
  name: 'FY26 as reported',
  about:
    'Rates of indirect resellers for July 2025 – June 2026. The customer add of Microsoft 365 is reported as ended; those of Dynamics 365 and Azure are only missing from two lists, so they have no row. Other partner types were not found.',
  csv: `
Rule,Lever,From,Value,To,Grade,Source,Note
rate,M365: Core,2025-07-01,3.75%,2026-06-30,distributor,TD SYNNEX Brazil simulator,Four sources agree. Cap per tenant as reported: USD 93750. Last known 2026-01-14.
rate,M365: Tier 1 (innovate and balance countries),2025-07-01,3%,2026-06-30,secondary,ruberti.info,Business Premium and E3; the US and Canada among others. Last known 2025-08-25.
rate,M365: Tier 1 (scale countries),2025-07-01,4%,2026-06-30,distributor,TD SYNNEX Brazil simulator,Business Premium and E3. Last known 2026-01-14.
rate,M365: Tier 2,2025-07-01,7%,2026-06-30,distributor,TD SYNNEX Brazil simulator,E5 and Copilot. Cap per tenant as reported: USD 175000. Last known 2026-01-14.
rate,PSTN Calling and Conference,2025-07-01,20%,2026-06-30,secondary,ruberti.info,Unchanged. Last known 2025-08-25.
rate,M365: Customer add,2025-07-01,ended,2026-06-30,secondary,ruberti.info,Replaced by the growth accelerator. Last known 2026-01-14.
rate,M365 Growth Accelerator,2025-07-01,7.5%,2026-06-30,distributor,TD SYNNEX Brazil simulator,Of growth over the same month a year before. Cap per tenant as reported: USD 187500. Last known 2026-01-14.
rate,D365: Core,2025-07-01,4%,2026-06-30,distributor,TD SYNNEX Brazil simulator,Last known 2026-01-14.
rate,D365: Tier 1,2025-07-01,7%,2026-06-30,distributor,TD SYNNEX Brazil simulator,Finance and Supply Chain. Last known 2026-01-14.
rate,D365: Tier 2,2025-07-01,8%,2026-06-30,distributor,TD SYNNEX Brazil simulator,Business Central. Last known 2026-01-14.
rate,D365 Growth Accelerator,2025-07-01,7.5%,2026-06-30,distributor,TD SYNNEX Brazil simulator,Of growth; another source says 8%. Last known 2026-01-14.
rate,Azure consumption,2025-07-01,3%,2026-06-30,distributor,TD SYNNEX Brazil simulator,Last known 2026-01-14.
rate,Azure Reservation and Savings Plan,2025-07-01,3%,2026-06-30,distributor,TD SYNNEX Brazil simulator,One source. Last known 2026-01-14.
rate,Azure Growth Accelerator,2025-07-01,7.5%,2026-06-30,distributor,TD SYNNEX Brazil simulator,Of growth over the same month a year before. Last known 2026-01-14.
`,
};
