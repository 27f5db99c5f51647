import { describe, expect, it } from 'vitest';
import { alikeTables } from '../../../src/storage/tables/renamed-tables';
import { FUNDS_DESIGN } from '../../../src/storage/funds/funds-table';
import { PLANNING_TABLES } from '../../../src/storage/planning/planning-tables';

const DESIGNS = PLANNING_TABLES.map(({ design }) => design);
const headerOf = ({ columns }: (typeof DESIGNS)[number]): string[] => columns.map(({ name }) => name);

describe('a table of ours under another name', () => {
  it.each(DESIGNS.map((design) => [design.name, design] as const))('%s is found by its columns in any order', (name, design) => {
    const headers = new Map([
      ['Mine', ['Month', 'Amount']],
      ['Renamed', headerOf(design).reverse()],
    ]);
    expect(alikeTables([design], headers)).toEqual(new Map([[name, 'Renamed']]));
  });

  it.each(DESIGNS.map((design) => [design.name, design] as const))('%s is not found in any other table of ours', (_name, design) => {
    const others = [...DESIGNS, FUNDS_DESIGN].filter((other) => other !== design);
    expect(alikeTables([design], new Map(others.map((other) => [other.name, headerOf(other)])))).toEqual(new Map());
  });
});
