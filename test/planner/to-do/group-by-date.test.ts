import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/domain/calendar/day';
import type { ToDo } from '../../../src/domain/to-do/to-do';
import { daysLeft, groupByDate } from '../../../src/planner/to-do/group-by-date';

const due = (day: Day | null, what = String(day)): ToDo => ({ due: day, what, why: '', atRisk: 0, opens: { screen: 'plan' } });

describe('things to do by date', () => {
  it.each<[Day | null, string]>([
    ['2025-06-14', 'Overdue'],
    ['2025-06-15', 'Next 7 days'],
    ['2025-06-21', 'Next 7 days'],
    ['2025-06-22', 'Next 30 days'],
    ['2025-07-14', 'Next 30 days'],
    ['2025-07-15', 'Later'],
    [null, 'No date'],
  ])('on 2025-06-15, what is due %s is under %s', (day, title) => {
    expect(groupByDate([due(day)], '2025-06-15').map((group) => group.title)).toEqual([title]);
  });

  it('keeps the order within a group, and leaves empty groups out', () => {
    const groups = groupByDate([due(null, 'c'), due('2025-06-20', 'b'), due('2025-06-16', 'a')], '2025-06-15');
    expect(groups.map(({ title, items }) => [title, ...items.map(({ what }) => what)])).toEqual([
      ['Next 7 days', 'b', 'a'],
      ['No date', 'c'],
    ]);
  });

  it.each<[Day, string]>([
    ['2025-06-15', 'today'],
    ['2025-06-16', 'tomorrow'],
    ['2025-06-14', 'yesterday'],
    ['2025-07-01', 'in 16 days'],
    ['2025-06-01', '14 days ago'],
  ])('%s is %s', (day, said) => {
    expect(daysLeft(day, '2025-06-15')).toBe(said);
  });
});
