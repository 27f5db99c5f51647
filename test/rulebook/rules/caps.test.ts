import { describe, expect, it } from 'vitest';
import { rulesOn } from '../../../src/rulebook/rules-on';
import { ACTIVITY_NAMES, type ActivityId } from '../../../src/rulebook/rules/activities';
import type { ProgramId } from '../../../src/rulebook/rules/programs';

const MCI: ProgramId = 'Microsoft Commerce Incentives';
const SURFACE: ProgramId = 'Surface PC and Surface Hub ADD';

describe('cap', () => {
  it.each<[string, ActivityId, ProgramId, object]>([
    ['T40', 'Product seeding and demo units', MCI, { kind: 'greater', share: 0.1, amount: 3_000_00 }],
    ['T40', 'Product seeding and demo units', SURFACE, { kind: 'none' }],
    ['T41', 'Customer offers', MCI, { kind: 'share', share: 0.25 }],
    ['T41', 'Customer offers', SURFACE, { kind: 'share', share: 1 }],
    ['Learn', 'Internal incentives and SPIFFs', MCI, { kind: 'share', share: 0.25 }],
    ['Learn', 'Internal incentives and SPIFFs', SURFACE, { kind: 'share', share: 1 }],
    ['Learn', 'On-site champ', MCI, { kind: 'share', share: 0.5 }],
    ['Learn', 'On-site champ', SURFACE, { kind: 'share', share: 1 }],
    ['Learn', 'Microsoft syndicated content', MCI, { kind: 'amount', amount: 18_750_00 }],
    ['Learn', 'Microsoft hosted conferences', MCI, { kind: 'travel', perPerson: 5_000_00, people: 3, total: 45_000_00 }],
  ])('%s: %s under %s', (_, activity, program, value) => {
    expect(rulesOn('newest').cap(activity, program).value).toEqual(value);
  });

  it('Hosting may have other allowances for conferences, and the rule says so', () => {
    expect(rulesOn('newest').cap('Microsoft hosted conferences', 'Hosting').note).toContain('Hosting may have different allowances');
    expect(rulesOn('newest').cap('Microsoft hosted conferences', MCI).note).not.toContain('Hosting');
  });

  it('nothing else is capped', () => {
    const capped = ACTIVITY_NAMES.filter(({ name }) => rulesOn('newest').cap(name, MCI).value.kind !== 'none');
    expect(capped.map(({ name }) => name)).toEqual([
      'Microsoft syndicated content',
      'Customer offers',
      'Internal incentives and SPIFFs',
      'On-site champ',
      'Microsoft hosted conferences',
      'Product seeding and demo units',
    ]);
  });
});
