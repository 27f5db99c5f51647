import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/domain/calendar/day';
import { CLAIMS } from '../../../src/storage/planning/claims-table';
import { PLAN } from '../../../src/storage/planning/plan-table';
import { withTablesNeeded } from '../../../src/storage/planning/required-tables';

describe.each([PLAN, CLAIMS])('a new table $design.name', ({ design }) => {
  const offered = (today: Day): readonly string[] | undefined => {
    const change = { design, set: new Map(), add: [design.columns.map(() => '')], remove: [] };
    const made = withTablesNeeded(new Map(), [change], today).find((candidate) => candidate.design.name === design.name)!;
    return made.design.columns.find(({ name }) => name === 'Fiscal half')!.choices;
  };

  it.each<[Day, string, string, string]>([
    ['2026-06-30', 'FY24 H2', 'FY26 H2', 'FY32 H1'],
    ['2026-07-01', 'FY25 H1', 'FY27 H1', 'FY32 H2'],
    ['2026-12-31', 'FY25 H1', 'FY27 H1', 'FY32 H2'],
    ['2027-01-01', 'FY25 H2', 'FY27 H2', 'FY33 H1'],
  ])('offers on %s the halves from %s over %s to %s', (today, first, current, last) => {
    const halves = offered(today)!;
    expect([halves[0], halves[4], halves.at(-1), halves.length]).toEqual([first, current, last, 16]);
    expect(halves.join(',').length).toBeLessThanOrEqual(255);
  });
});
