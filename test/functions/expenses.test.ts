import { describe, expect, it } from 'vitest';
import { expenses } from '../../src/functions/expenses';
import { complaint, show } from '../support/custom-functions';

describe('EXPENSES', () => {
  it('spills one expense type a row', () =>
    expect(show(expenses, 'Customer seminars & bootcamps')).toEqual([
      ['Signage / display / printed materials'], ['Giveaways'], ['Fee - agency: Marketing services, including agency fees'], ['Fee - registration'],
      ['Fee - external speaker'], ['Fee - facility and equipment rental including Surface devices owned and managed by a third party'], ['Catering (excluding alcohol)'],
    ]));
  it.each(['Social media marketing', 'Migration services', 'Best practice development', 'Solution building', 'On-demand training', 'Demo units'])(
    '%s: no source lists them', (activity) => expect(complaint(expenses, activity)).toMatch(/^#N\/A.*check the guidebook/),
  );
  it('is #N/A for an unknown activity', () => expect(show(expenses, 'Skywriting')).toBe('#N/A'));
  it('needs an activity', () => expect(show(expenses, '')).toBe('#VALUE!'));
});
