import { describe, expect, it } from 'vitest';
import { searchFunctions } from '../../../src/planner/functions/search-functions';

const names = (query: string): string[] => searchFunctions(__CATALOGUE__, query).map(({ name }) => name);

describe('searchFunctions', () => {
  it('shows all functions to an empty query', () => expect(names('  ')).toHaveLength(__CATALOGUE__.length));
  it.each([
    ['split', 'COOP.SPLIT'],
    ['COOP.DEADLINE', 'COOP.DEADLINE'],
    ['last day claim', 'COOP.CLAIMBY'],
    ['shortfall', 'COOP.THRESHOLD'],
  ])('finds by %j, among others, %s', (query, name) => expect(names(query)).toContain(name));
  it('puts a match in the name first within its group', () =>
    expect(names('earn').indexOf('COOP.EARN')).toBeLessThan(names('earn').indexOf('COOP.SPLIT')));
  it('finds nothing for nonsense', () => expect(names('xyzzy')).toEqual([]));
});
