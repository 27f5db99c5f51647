import { describe, expect, it } from 'vitest';
import { addMonths, type Day } from '../../../src/domain/calendar/day';
import { qualifies } from '../../../src/domain/earnings/capability';
import { eligibilityOf, type EligibilityMonth } from '../../../src/domain/program/eligibility';
import { earnRulesOn } from '../../../src/rulebook/who-may-earn';

const NOW: Day = '2026-12-01';

/** A row of Modern Work with 30 points and $3,000. */
const row = (month: Day, given: Partial<EligibilityMonth> = {}): EligibilityMonth => ({
  partnerId: '1234567',
  partnerType: 'indirect reseller',
  area: 'Modern Work',
  month,
  isDesignated: false,
  performance: 10,
  skilling: 10,
  customerSuccess: 10,
  revenue: 3_000_00,
  ...given,
});

/** Rows of the months before the current one and of itself. */
const months = (count: number, given: (back: number) => Partial<EligibilityMonth> = () => ({})): EligibilityMonth[] =>
  Array.from({ length: count }, (_, back) => row(addMonths(NOW, -back), given(back)));

const on = (rows: readonly EligibilityMonth[], asOf: Day = NOW) => eligibilityOf(rows, asOf, earnRulesOn);
const only = (rows: readonly EligibilityMonth[], asOf: Day = NOW) => on(rows, asOf)[0]!;

describe('eligibility on what is entered', () => {
  it('is met by 25 points in any of six months and $25,000 in the 12 months before this one', () => {
    const found = only(months(13));
    expect(found.verdict).toBe('eligible');
    expect(found.inputs.revenue.area).toEqual({ sum: 36_000_00, monthsMissing: 0 });
    expect(found.results).toHaveLength(1);
    expect(found.results[0]!.missing).toEqual([]);
  });

  it.each([
    [25, 25_000_00, 'eligible'],
    [24, 30_000_00, 'not eligible'],
    [25, 24_999_99, 'not eligible'],
  ])('agrees with the capability route: %d points and %d cents', (points, revenue, verdict) => {
    const rows = months(13, (back) => ({ performance: points, skilling: 0, customerSuccess: 0, revenue: back === 1 ? revenue : 0 }));
    const found = only(rows).results.find(({ reading }) => reading !== 'wider')!;
    expect(found.verdict).toBe(verdict);
    expect(qualifies(points, revenue, { points: 25, revenue: 25_000_00 })).toBe(verdict === 'eligible');
  });

  it('says what is missing and since when', () => {
    const found = only(months(13, (back) => (back < 8 ? { performance: 0 } : {})));
    expect(found.verdict).toBe('not eligible');
    expect(found.results[0]!.missing).toEqual([
      '25 points are needed, or a designation. The most in the current month and the five before is 20.',
    ]);
    expect(found.results[0]!.since).toBe('2026-10-01');
  });

  it('is not known where months are not entered, unless what is entered is enough', () => {
    expect(only(months(4, () => ({ revenue: 1_00 }))).verdict).toBe('not known');
    expect(only(months(4, () => ({ revenue: 10_000_00 }))).verdict).toBe('eligible');
    expect(only(months(13, () => ({ performance: null }))).verdict).toBe('not known');
    expect(only(months(13, () => ({ performance: null, skilling: null, customerSuccess: null }))).verdict).toBe('not known');
  });

  it('shows both readings where sources disagree on Business Applications or on whose revenue counts', () => {
    const apps = only(months(13, () => ({ area: 'Business Applications' })));
    expect(apps.verdict).toBe('sources disagree');
    expect(apps.results.map(({ reading, verdict }) => [reading, verdict])).toEqual([
      ['narrower', 'not eligible'],
      ['wider', 'eligible'],
    ]);
    const small = [...months(13, () => ({ revenue: 1_000_00 })), ...months(13, () => ({ area: 'Security', revenue: 2_000_00 }))];
    expect(on(small).map(({ area, verdict }) => [area, verdict])).toEqual([
      ['Modern Work', 'sources disagree'],
      ['Security', 'sources disagree'],
    ]);
  });

  it('takes a designation of Security for Modern Work, and not one of Business Applications', () => {
    const low = months(13, () => ({ performance: 0 }));
    expect(on([...low, row(NOW, { area: 'Security', isDesignated: true })])[0]!.verdict).toBe('eligible');
    expect(on([...low, row(NOW, { area: 'Business Applications', isDesignated: true })])[0]!.verdict).toBe('not eligible');
  });

  it('judges a partner type by its own floor: direct bill by the account, a distributor by $30,000,000', () => {
    const direct = (given: Partial<EligibilityMonth>) => only(months(13, () => ({ partnerType: 'direct bill', ...given }))).results[0]!;
    expect(direct({ revenue: 100_000_00 }).missing).toEqual(["A designation in Modern Work is needed. Points don't count."]);
    expect(direct({ revenue: 100_000_00, isDesignated: true }).verdict).toBe('eligible');
    expect(direct({ revenue: 50_000_00, isDesignated: true }).verdict).toBe('not eligible');
    const two = ['1', '2'].flatMap((partnerId) =>
      months(13, () => ({ partnerId, partnerType: 'direct bill', revenue: 50_000_00, isDesignated: true })),
    );
    expect(on(two).map(({ verdict }) => verdict)).toEqual(['eligible', 'eligible']);
    expect(only(months(13, () => ({ partnerType: 'distributor' }))).results[0]!.missing[0]).toContain('$30,000,000.00');
  });

  it('judges by the rules of the day, and says nothing of days before any', () => {
    const then = (asOf: Day) => only([row('2025-01-01', { revenue: 30_000_00, performance: 0 })], asOf);
    expect(then('2025-06-30').verdict).toBe('eligible');
    expect(then('2025-08-15').results.map(({ reading, verdict }) => [reading, verdict])).toEqual([
      ['narrower', 'not known'],
      ['wider', 'eligible'],
    ]);
    expect(then('2020-06-30')).toMatchObject({ verdict: 'not known', results: [] });
  });

  it('looks ahead: the month in which the last month with enough points is no longer one of six', () => {
    const found = only(months(13, (back) => (back < 3 ? { performance: 0 } : {})));
    expect(found.verdict).toBe('eligible');
    expect(found.risks).toEqual([
      {
        reading: 'both',
        month: '2027-03-01',
        missing: ['25 points are needed, or a designation. The most in the current month and the five before is 20.'],
      },
    ]);
  });

  it('looks ahead: the month in which old revenue is no longer one of 12', () => {
    const [risk] = only(months(13, (back) => ({ revenue: back === 10 ? 40_000_00 : 1_000_00 }))).risks;
    expect(risk!.month).toBe('2027-03-01');
    expect(risk!.missing[0]).toContain('Entered: $12,000.00, $13,000.00 less.');
  });

  it('sees no risk where everything goes on as it is', () => expect(only(months(13)).risks).toEqual([]));
});
