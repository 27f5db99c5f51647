import { describe, expect, it } from 'vitest';
import { CONTRADICTIONS } from '../../src/rulebook/contradictions';
import { readingsOf } from '../../src/rulebook/readings';
import { allRules, rulesOn } from '../../src/rulebook/rules-on';
import type { ProgramId } from '../../src/rulebook/rules/programs';

describe('what other sources say about a rule', () => {
  it('C2: the claim deadline keeps the reading of February 14', () => {
    expect(readingsOf(rulesOn('2024-12-31').deadlines())).toContainEqual(
      expect.objectContaining({ source: 'quickstart-2019-11', contradiction: 'C2' }),
    );
  });

  it.each<[ProgramId, string[]]>([
    ['CSP Direct Bill Partner', ['vuzion-2019']],
    ['CSP Indirect Reseller', ['vuzion-2019', 'bytes-2020']],
  ])('the split of %s keeps the readings of its own program', (program, sources) =>
    expect(readingsOf(rulesOn('2020-06-30').split(program)).map(({ source }) => source)).toEqual(sources),
  );

  it('C36: Telemarketing keeps a note of the misplaced fields', () => {
    const contradictions = readingsOf(rulesOn('2024-12-31').activity('Telemarketing')).map((reading) => reading.contradiction);
    expect(contradictions).toContain('C36');
  });

  it('C13: the moved activities say where the older guidebook has them, from the day they moved', () => {
    expect(readingsOf(rulesOn('2025-01-01').activity('Migration services'))).toHaveLength(1);
    expect(readingsOf(rulesOn('2024-12-31').activity('Migration services')).map(({ source }) => source)).toEqual(['ms-fy21-guidebook']);
  });

  it('a rule no one disputes has none', () => {
    expect(readingsOf(rulesOn('2024-12-31').cap('Customer offers', 'Microsoft Commerce Incentives'))).toEqual([]);
  });

  it('every reading stands next to a rule and names a contradiction that exists', () => {
    const readings = allRules().flatMap((rule) => readingsOf(rule));
    const known = CONTRADICTIONS.map(({ id }) => id as string);
    for (const { contradiction } of readings) if (contradiction) expect(known).toContain(contradiction);
    expect(new Set(readings.map(({ reading }) => reading)).size).toBeGreaterThan(20);
  });
});
