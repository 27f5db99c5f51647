import type { DeadlineRule } from '../../domain/calendar/deadlines';
import type { Rule } from '../rule';

/**
 * Days as the sources print them, keyed by the usage half they follow (1 = July to December). "45 days after" is
 * off by a day in some years, so it is never computed. An import sets earnings before the first entry
 * aside. Functions add up any half, and COOP.LEDGER leaves its days blank.
 */
export const DEADLINES: readonly Rule<DeadlineRule>[] = [
  {
    topic: 'deadline',
    from: '2018-01-01',
    program: 'all',
    value: {
      claimOpens: { 1: '08-16', 2: '02-16' },
      claim: { 1: '02-15', 2: '08-15' },
      resolution: { 1: '03-31', 2: '09-30' },
      retentionMonths: 24,
      advisedDays: 45,
    },
    source: 'ms-claims-overview',
    standing: 'published',
    note:
      'Claims close at 23:59:59 UTC, weekends included. From Microsoft for FY23 and FY24, resolution days from TD SYNNEX; ' +
      'other years are read alike, and were last printed for FY25 H2.',
  },
];
