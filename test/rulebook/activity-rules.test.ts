import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../src/domain/calendar/day';
import { rulesFor } from '../../src/rulebook/activity-rules';
import { ifCovered } from '../../src/rulebook/if-covered';
import { requirementsOn } from '../../src/rulebook/requirements';
import { showsNothing } from '../../src/domain/activities/requirements';
import { ACTIVITY_NAMES, CATALOG_FROM, type ActivityId } from '../../src/rulebook/rules/activities';
import { rulesOn } from '../../src/rulebook/rules-on';

const MCI = 'Microsoft Commerce Incentives';
const SURFACE = 'Surface PC and Surface Hub ADD';

describe('the rules an activity is checked by', () => {
  it('are the sheet and cap of its first day, and the threshold and deadlines of the half that pays', () => {
    expect(rulesFor('Customer offers', MCI, '2025-03-10', { rulesOn })).toMatchObject({
      requirements: {
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
    ['the program', 'Customer offers', SURFACE, { cap: { share: 1 }, requirements: { leastContent: 0.3 } }],
    ['who may use it', 'TV/radio', MCI, { requirements: { isOpen: false } }],
    ['pre-approval', 'TV/radio', SURFACE, { requirements: { isOpen: true, preApproval: 'required' } }],
    ['what is not in our sources', 'Migration services', MCI, { requirements: { isSourced: false, expenses: null } }],
    ['events that are paid whole or not at all', 'Customer seminars and bootcamps', MCI, { requirements: { isAllOrNothing: true } }],
  ] as const)('follow %s', (_what, activity, program, rules) =>
    expect(rulesFor(activity, program, '2025-03-10', { rulesOn })).toMatchObject(rules),
  );

  it('only a fee shows nothing to others: every other activity has content, or requirements we do not know', () => {
    const asked = (activity: ActivityId) => requirementsOn('2025-03-10', activity, MCI, rulesOn('2025-03-10'));
    expect(ACTIVITY_NAMES.map(({ name }) => name).filter((name) => showsNothing(asked(name)!))).toEqual([
      'Microsoft AI Cloud Partner Program participation fee',
    ]);
  });

  it('are closed to a program that never earns co-op', () =>
    expect(rulesFor('Customer offers', 'OSU - Microsoft 365', '2025-03-10', { rulesOn }).requirements).toMatchObject({ isOpen: false }));

  it('are not covered on the day before the first guidebook, and are none from then on where it does not list the activity', () => {
    const asked = (day: Day) => requirementsOn(day, 'TV/radio', SURFACE, rulesOn(day));
    expect(() => asked(addDays(CATALOG_FROM, -1))).toThrow(expect.objectContaining({ kind: 'not covered' }));
    expect(asked(CATALOG_FROM)).toBeNull();
  });

  it('have no requirements before an activity was added, and are none before the first guidebook', () => {
    expect(rulesFor('TV/radio', SURFACE, '2023-03-10', { rulesOn }).requirements).toBeNull();
    expect(ifCovered(() => rulesFor('Digital advertising', MCI, '2019-03-10', { rulesOn }))).toBeNull();
  });
});
