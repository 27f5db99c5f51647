import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../src/domain/calendar/day';
import { byDay } from '../../../src/domain/to-do/to-do-item';
import type { ToDo } from '../../../src/domain/to-do/to-do';
import { daysLeft, groupByDate } from '../../../src/planner/to-do/group-by-date';
import { rowsOf } from '../../../src/planner/to-do/to-do-text';

const due = (day: Day | null, what = String(day)): ToDo => ({ due: day, what, why: '', atRisk: 0, opens: { screen: 'plan' } });

describe('things to do by date', () => {
  it.each<[Day, Day | null, string]>([
    // a Wednesday
    ['2026-11-18', '2026-11-17', 'Overdue'],
    ['2026-11-18', '2026-11-18', 'This week'],
    ['2026-11-18', '2026-11-22', 'This week'],
    ['2026-11-18', '2026-11-23', 'This month'],
    ['2026-11-18', '2026-11-30', 'This month'],
    ['2026-11-18', '2026-12-01', 'This usage period'],
    ['2026-11-18', '2026-12-31', 'This usage period'],
    ['2026-11-18', '2027-01-01', 'Later'],
    ['2026-11-18', null, 'No date'],
    // a Sunday ends its week, and a Monday begins one
    ['2026-11-22', '2026-11-22', 'This week'],
    ['2026-11-22', '2026-11-23', 'This month'],
    ['2026-11-23', '2026-11-29', 'This week'],
    // D10: on November 29 the end of the year is not "later", and on January 1 the claim deadline isn't
    ['2026-11-29', '2026-12-31', 'This usage period'],
    ['2026-11-29', '2027-02-15', 'Later'],
    ['2027-01-01', '2027-02-15', 'This usage period'],
    ['2027-01-01', '2027-06-30', 'This usage period'],
    ['2027-01-01', '2027-07-01', 'Later'],
    // a week is whole, whatever ends in it
    ['2026-12-31', '2027-01-03', 'This week'],
    ['2026-12-31', '2027-01-04', 'Later'],
    ['2026-11-30', '2026-12-06', 'This week'],
    ['2026-11-30', '2026-12-07', 'This usage period'],
  ])('on %s, what is due %s is under %s', (asOf, day, title) => {
    expect(groupByDate([due(day)], asOf).map((group) => group.title)).toEqual([title]);
  });

  it('keeps the order within a group, and leaves empty groups out', () => {
    const groups = groupByDate([due('2025-06-20', 'b'), due('2025-06-21', 'a'), due(null, 'c')], '2025-06-18');
    expect(groups.map(({ title, items }) => [title, ...items.map(({ what }) => what)])).toEqual([
      ['This week', 'b', 'a'],
      ['No date', 'c'],
    ]);
  });

  it('comes in the order of days, whatever the day looked from', () => {
    const day = fc.integer({ min: -400, max: 800 }).map((n) => addDays('2026-06-01', n));
    fc.assert(
      fc.property(fc.array(fc.option(day)), day, (days, asOf) => {
        const groups = groupByDate(days.map((each) => due(each)).sort(byDay), asOf);
        const titles = groups.map(({ title }) => title);
        expect(titles).toEqual(
          ['Overdue', 'This week', 'This month', 'This usage period', 'Later', 'No date'].filter((title) => titles.includes(title)),
        );
        expect(groups.flatMap(({ items }) => items.map((item) => item.due ?? '~'))).toEqual(days.map((each) => each ?? '~').sort());
      }),
    );
  });

  it('is the same in CoopToday', () => {
    const list = [due('2026-11-17'), due('2026-11-20'), due('2026-11-30'), due('2026-12-31'), due('2027-02-15'), due(null)];
    expect(rowsOf(list, '2026-11-18').map(({ when }) => when)).toEqual(groupByDate(list, '2026-11-18').map(({ title }) => title));
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
