import { describe, expect, it } from 'vitest';
import { recalculationIn, recalculationNote } from '../../../src/planner/funds/recalculated';
import type { Day } from '../../../src/domain/calendar/day';

describe('a recalculated half', () => {
  const FY26_H1 = { fiscalYear: 2026, half: 1 } as const;
  const noteOf = (asOf: Day | null, over = {}) => recalculationNote({ half: FY26_H1, isTyped: false, origin: { asOf } as never, ...over });

  it('is named where the report is older, or of an unknown day', () => {
    expect(noteOf('2026-02-28')).toMatch(/recalculated/);
    expect(noteOf(null)).toMatch(/recalculated/);
    expect(noteOf('2026-03-01')).toBeNull();
  });

  it('is not named of another half, or of an amount someone entered', () => {
    expect(noteOf('2026-02-28', { half: { fiscalYear: 2026, half: 2 } })).toBeNull();
    expect(noteOf(null, { isTyped: true })).toBeNull();
  });

  it('is named before a report with rows of it is written', () => {
    const inReport = (month: string, asOf: Day | null) => recalculationIn({ months: [{ month: '2025-06' }, { month }] as never, asOf });
    expect(inReport('2025-07', '2026-02-28')).toMatch(/^FY26 H1 is reported to have been recalculated/);
    expect(inReport('2025-12', null)).toMatch(/recalculated/);
    expect(inReport('2025-12', '2026-03-01')).toBeNull();
    expect(inReport('2026-01', null)).toBeNull();
  });
});
