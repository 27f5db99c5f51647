import { describe, expect, it } from 'vitest';
import { category } from '../../src/functions/category';
import { complaint, serial, show } from '../support/custom-functions';

describe('CATEGORY', () => {
  it.each<[string, unknown, string]>([
    ['Print advertising', null, 'Demand Generation'],
    ['Demand Generation - Digital advertising', null, 'Demand Generation'],
    ['digital  ADVERTISING', serial('2024-03-10'), 'Demand Generation'],
    ['Migration services', '2024-12-31', 'Demand Generation'],
    ['Migration services', '2025-01-01', 'Market Development'],
    ['Solution building with third parties', '2025-01-01', 'Market Development'],
    ['Tradeshows and expositions', '2024-12-31', 'Market Development'],
    ['Trade shows & expositions', '2025-01-01', 'Demand Generation'],
    ['On-site chat', null, 'Market Development'],
    ['Demo units', '2024-10-01', 'Partner Readiness'],
    ['Demo units', '', 'Partner Skilling'],
    ['MPN Participation', '2023-01-01', 'Partner Readiness'],
  ])('%s on %j is in %s', (activity, day, shown) => expect(show(category, activity, day)).toBe(shown));
  it('names the nearest for an unknown one', () => expect(complaint(category, 'Digital adverts')).toMatch(/^#N\/A.*Digital advertising/));
  it.each([[''], [null], [0]])('needs an activity (%j)', (blank) => expect(show(category, blank)).toBe('#VALUE!'));
  it('says from when the guidebooks are held', () => expect(complaint(category, 'Print advertising', '2019-03-01')).toMatch(/^#N\/A.*2020-07-01/));
});
