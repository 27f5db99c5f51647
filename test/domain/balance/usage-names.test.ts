import { expect, it } from 'vitest';
import type { FundUsage } from '../../../src/domain/balance/fund-usage';
import { activityNames, usageNames } from '../../../src/domain/balance/usage-names';
import { activity } from '../../support/records';

let id = 0;
const usage = (title: string, change: Partial<FundUsage> = {}): FundUsage => ({
  as: 'planned',
  activityId: `A-${++id}`,
  claimId: null,
  plan: null,
  activity: 'Customer seminars and bootcamps',
  title,
  start: null,
  solutionArea: '',
  amount: 100,
  unknown: null,
  ...change,
});
const named = (...usages: FundUsage[]): (string | undefined)[] => {
  const names = usageNames(usages);
  return usages.map((part) => names.get(part));
};

it('an activity is named by its title alone if no other has it', () => {
  expect(named(usage('Boston', { start: '2026-12-03' }), usage('Chicago'))).toEqual(['Boston', 'Chicago']);
});

it('activities with the same title are told apart by their first day, and by a number if that is the same', () => {
  expect(
    named(
      usage('Seminar', { start: '2026-12-03' }),
      usage('Seminar', { start: '2026-12-10' }),
      usage('Seminar', { start: '2026-12-10' }),
      usage('Seminar'),
    ),
  ).toEqual(['Seminar, Dec 3, 2026', 'Seminar, Dec 10, 2026 (1)', 'Seminar, Dec 10, 2026 (2)', 'Seminar']);
});

it('the claims of one activity share its name, and claims without an activity have their own', () => {
  expect(
    named(
      usage('Seminar', { activityId: 'A-1', claimId: 'C-1' }),
      usage('Seminar', { activityId: 'A-1', claimId: 'C-2' }),
      usage('Seminar', { activityId: '', claimId: 'C-3' }),
    ),
  ).toEqual(['Seminar (1)', 'Seminar (1)', 'Seminar (2)']);
});

it('activities without a name are counted, too', () => {
  expect(named(usage(''), usage('', { activityId: '' }))).toEqual(['No activity name (1)', 'No activity name (2)']);
});

it('activities are told apart in the same way', () => {
  const [spring, fall, other] = [
    activity({ id: 'A-SPRING', title: 'Seminar', start: '2026-05-04' }),
    activity({ id: 'A-FALL', title: 'Seminar', start: '2026-10-05' }),
    activity({ id: 'A-OTHER', title: '', activity: 'Telemarketing' }),
  ];
  expect([...activityNames([spring, fall, other]).values()]).toEqual(['Seminar, May 4, 2026', 'Seminar, Oct 5, 2026', 'Telemarketing']);
});
