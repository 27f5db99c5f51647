import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/domain/calendar/day';
import { CLAIMS } from '../../../src/storage/planning/claims-table';
import { PLAN } from '../../../src/storage/planning/plan-table';
import { designsBeside, withTablesNeeded } from '../../../src/storage/planning/required-tables';
import { formerLastSafeDayFormula, lastSafeDayFormula } from '../../../src/storage/planning/plan-formulas';
import { ALL_AROUND } from '../../../src/storage/around';
import { describeChangedMeanings } from '../../../src/storage/tables/changed-meanings';
import { updateOf } from '../../../src/records/later-columns';

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

it.each(['whole', 'none'] as const)('Last safe day of a workbook from before gives the text, too; claims: %s', (claims) => {
  const header = PLAN.design.columns.map(({ name }) => name);
  const index = header.indexOf('Last safe day');
  const cellsOf = (formula: string) => header.map((name, column) => (name === 'ID' ? 'A-AAAAAA' : column === index ? formula : ''));
  const row = cellsOf(formerLastSafeDayFormula({ ...ALL_AROUND, claims }));
  const now = { header, values: [cellsOf('')], formulas: [row] };
  const design = designsBeside(new Map([[PLAN.design.name, now]]), new Set()).find(({ name }) => name === PLAN.design.name)!;
  const change = updateOf(now, design);
  expect(change.set.get(0)?.[index]).toEqual({ formula: lastSafeDayFormula({ ...ALL_AROUND, claims: 'none' }) });
  expect(describeChangedMeanings([change], [now])).toBeNull();
  const ofAPerson = cellsOf('=[@End]');
  expect(updateOf({ ...now, formulas: [ofAPerson] }, design).set.size).toBe(0);
});
