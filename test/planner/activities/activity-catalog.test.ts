import { beforeAll, describe, expect, it } from 'vitest';
import { workbookRules, type WorkbookRules } from '../../../src/cells/workbook-rules';
import { provideContext } from '../../../src/cells/context';
import { activityNamed, findInCatalogue } from '../../../src/planner/activities/activity-catalog';

describe('the catalogue of activities', () => {
  let book: WorkbookRules;
  beforeAll(() => {
    provideContext({ dateSystem: 1900, ownRules: [] });
    book = workbookRules()!;
  });
  const MCI = 'Microsoft Commerce Incentives';
  const names = (
    query: string,
    day: Parameters<typeof findInCatalogue>[1] = 'newest',
    program: Parameters<typeof findInCatalogue>[2] = MCI,
  ) => findInCatalogue(query, day, program, book).flatMap(({ activities }) => activities);

  it('is grouped by category, in the guidebook of the day', () => {
    expect(findInCatalogue('', '2025-03-10', MCI, book).map(({ category }) => category)).toEqual([
      'Demand Generation',
      'Market Development',
      'Partner Skilling',
    ]);
    expect(findInCatalogue('', '2024-03-10', MCI, book).map(({ category }) => category)).toEqual([
      'Demand Generation',
      'Market Development',
      'Partner Readiness',
    ]);
  });

  it.each([
    ['webinar', 'Customer seminars and bootcamps'],
    ['demo unit', 'Product seeding and demo units'],
    ['MAICPP', 'Microsoft AI Cloud Partner Program participation fee'],
    ['digital adv', 'Digital advertising'],
  ])('finds %s by any of its names', (query, name) => expect(names(query)).toContain(name));

  it('finds a whole category by its name', () => expect(names('skilling', '2025-03-10')).toHaveLength(6));

  it('offers what the program may use only', () => {
    expect(names('TV')).toEqual([]);
    expect(names('TV', 'newest', 'Surface PC and Surface Hub ADD')).toEqual(['TV/radio']);
    expect(names('', 'newest', 'OSU - Microsoft 365')).toEqual([]);
  });

  it('says nothing of days before the first guidebook', () => expect(names('', '2019-03-10')).toEqual([]));

  it.each([
    ['Tradeshows', 'Tradeshows and expositions'],
    ['Demand Generation - Digital Advertising', 'Digital advertising'],
    ['Skywriting', null],
    ['', null],
  ])('knows the guidebook’s name of "%s"', (text, name) => expect(activityNamed(text, book)).toBe(name));
});
