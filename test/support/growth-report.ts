/** A row of a report on growth; what isn't given is tenant t1's growth in October 2026 under the lever of Microsoft 365. */
export interface GrowthRow {
  id?: string;
  partner?: string;
  lever?: string;
  type?: string;
  date?: string;
  usd?: number;
  calculated?: string;
  tenant?: string;
  transaction?: string;
  revenue?: number;
  /** Only the Growth download has the tenant's total. */
  total?: number;
  baseline?: string;
  baselineType?: string;
}

/** Such a report as CSV. */
export function growthReport(rows: readonly GrowthRow[]): string {
  const hasTotal = rows.some(({ total }) => total !== undefined);
  const header =
    'earningId,participantId,programName,engagementName,lever,earningType,earningDate,earningAmountUSD,calculationDate,' +
    `customerTenantId,transactionId,transactionAmountUSD,baseline,baselineType${hasTotal ? ',totalTransactionAmountUSD' : ''}`;
  const lines = rows.map((row) =>
    [
      row.id ?? '',
      row.partner ?? '1234567',
      'Microsoft Commerce Incentives',
      '',
      row.lever ?? 'M365 Growth Accelerator',
      row.type ?? 'Rebate',
      row.date ?? '2026-10-31',
      row.usd ?? 0,
      row.calculated ?? '2026-11-16',
      row.tenant ?? 't1',
      row.transaction ?? '',
      row.revenue ?? '',
      row.baseline ?? '',
      row.baselineType ?? (row.baseline ? 'USD' : ''),
      ...(hasTotal ? [row.total ?? ''] : []),
    ].join(','),
  );
  return [header, ...lines].join('\n');
}
