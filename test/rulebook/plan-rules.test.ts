import { describe, expect, it } from 'vitest';
import { planRulesFor } from '../../src/rulebook/plan-rules';
import { rulesOn } from '../../src/rulebook/rules-on';

const MCI = 'Microsoft Commerce Incentives';
const SURFACE = 'Surface PC and Surface Hub ADD';

describe('the rules an activity is checked by', () => {
  it('are the sheet and cap of its first day, and the threshold and deadlines of the half that pays', () => {
    expect(planRulesFor('Customer offers', MCI, '2025-03-10', rulesOn)).toMatchObject({
      sheet: {
        isOpen: true,
        preApproval: 'none',
        isSourced: true,
        leastContent: null,
        isAllOrNothing: false,
        core: expect.any(Array),
        expenses: expect.any(Array),
      },
      cap: { kind: 'share', share: 0.25 },
      threshold: { amount: 1_000_000, comparison: 'meet' },
      deadlines: { retentionMonths: 24 },
    });
  });

  it.each([
    ['the program', 'Customer offers', SURFACE, { cap: { share: 1 }, sheet: { leastContent: 0.3 } }],
    ['who may use it', 'TV/radio', MCI, { sheet: { isOpen: false } }],
    ['pre-approval', 'TV/radio', SURFACE, { sheet: { isOpen: true, preApproval: 'required' } }],
    ['what is not in our sources', 'Migration services', MCI, { sheet: { isSourced: false, expenses: null } }],
    ['events that are paid whole or not at all', 'Customer seminars and bootcamps', MCI, { sheet: { isAllOrNothing: true } }],
  ] as const)('follow %s', (_what, activity, program, rules) =>
    expect(planRulesFor(activity, program, '2025-03-10', rulesOn)).toMatchObject(rules),
  );

  it('have no sheet before an activity was added, and are none before the first guidebook', () => {
    expect(planRulesFor('TV/radio', SURFACE, '2023-03-10', rulesOn)!.sheet).toBeNull();
    expect(planRulesFor('Digital advertising', MCI, '2019-03-10', rulesOn)).toBeNull();
  });
});
