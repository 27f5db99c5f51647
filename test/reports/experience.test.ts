import { describe, expect, it } from 'vitest';
import { coopEarnedOn } from '../../src/reports/experience';
import type { MonthRow } from '../../src/reports/import/earnings-import';

const month = (lever: string, change: Partial<MonthRow> = {}): MonthRow => ({
  month: '2026-10',
  partnerId: '1234567',
  program: 'Microsoft Commerce Incentives',
  engagement: '',
  lever,
  earningType: 'Coop',
  kind: 'co-op',
  micros: 100_000_000,
  eligible: 2_000_000_000,
  counted: 1,
  repeats: 0,
  first: { file: '', line: 0 },
  ...change,
});

describe('what co-op was earned on', () => {
  it('is the eligible amount, but for growth levers, which earn no share of revenue', () => {
    const found = coopEarnedOn([
      month('M365: Core'),
      month('M365 Growth Accelerator'),
      month('Growth Acc.', { engagement: 'M365 new commerce CSP' }),
      month('M365 Growth Accelerator', { earningType: 'Adjustment-Coop', eligible: null }),
    ]);
    expect(found.map(({ lever, eligible }) => [lever, eligible])).toEqual([
      ['M365: Core', 2_000_000_000],
      ['M365 Growth Accelerator', null],
      ['Growth Acc.', null],
      ['M365 Growth Accelerator', null],
    ]);
  });
});
