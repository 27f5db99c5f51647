import { describe, expect, it } from 'vitest';
import { isReviewOver, reviewRequest, reviewSubject } from '../../../src/domain/claims/creative-review';
import { claimOf, SEMINAR as ACTIVITY } from '../../support/claims';

describe('asking for a creative review (C11)', () => {
  const contacts = { to: 'commpre@microsoft.com', microsoft: 'pam@microsoft.com', distributor: 'coop@distributor.com', company: 'Contoso' };
  it('says outline, dates and cost, and copies contact and distributor', () => {
    const request = reviewRequest(ACTIVITY, contacts, '2024-05-01');
    expect(request).toMatchObject({
      to: 'commpre@microsoft.com',
      copy: 'pam@microsoft.com; coop@distributor.com',
      subject: 'Co-op creative review: Customer seminars and bootcamps, May 14, 2024 to May 15, 2024, Partner ID 1234567',
    });
    const { body } = request as { body: string };
    for (const words of [
      'Outline: Copilot seminar for 40 customers',
      'Dates: May 14, 2024 to May 15, 2024',
      'Cost: EUR 5,000.00',
      'without changes',
      "doesn't guarantee payment",
      'by May 13, 2024',
      'Contoso',
      'Solution area: Modern Work',
    ]) {
      expect(body).toContain(words);
    }
  });
  it.each<[string, `${number}-${number}-${number}`, boolean]>([
    ['the day before', '2024-05-13', true],
    ['the first day', '2024-05-14', false],
    ['after', '2024-06-01', false],
  ])('%s', (_, asOf, isPossible) => {
    const request = reviewRequest(ACTIVITY, contacts, asOf);
    if (isPossible) expect(request).toHaveProperty('body');
    else
      expect(request).toEqual({
        refusal: "The activity began on May 14, 2024, so it's too late for a creative review. Material is reviewed only before it's used.",
      });
  });
  it('leaves places for what no one said', () => {
    const empty = { ...ACTIVITY, start: null, end: null, budget: null, description: '', solutionArea: '', activity: '', fund: null };
    const request = reviewRequest(empty, { to: 'commpre@microsoft.com', microsoft: '', distributor: '', company: '' }, '2024-05-01');
    expect(request).toMatchObject({
      copy: '[your Microsoft contact]; [your distributor]',
      subject: 'Co-op creative review: [activity], [dates], Partner ID [Partner ID]',
    });
    expect((request as { body: string }).body).toContain('Cost: [cost]');
    expect((request as { body: string }).body).not.toContain('Solution area');
  });
  it.each<[string, Parameters<typeof reviewRequest>[0], string, string[]]>([
    [
      'all is said',
      ACTIVITY,
      'Contoso',
      [
        'Hello,',
        '',
        'Please review the attached creative material for a co-op activity planned by Contoso.',
        '',
        'Activity: Customer seminars and bootcamps',
        'Outline: Copilot seminar for 40 customers',
        'Dates: May 14, 2024 to May 15, 2024',
        'Cost: EUR 5,000.00',
        'Solution area: Modern Work',
        'Program: Microsoft Commerce Incentives',
        'Partner ID: 1234567',
        'Attached: [the material as it will be used]',
        '',
        "It hasn't been used yet. An answer by May 13, 2024 would let us use it as planned. Once it's reviewed, we'll use it without changes. We understand that a review doesn't guarantee payment of the claim.",
        '',
        'Thank you',
        'Contoso',
      ],
    ],
    [
      'nothing is said',
      { ...ACTIVITY, start: null, end: null, budget: null, description: '', solutionArea: '', activity: '', fund: null },
      '',
      [
        'Hello,',
        '',
        'Please review the attached creative material for a co-op activity planned by [company].',
        '',
        'Activity: [activity]',
        "Outline: [what it is, who it's for, and which Microsoft products it's about]",
        'Dates: [dates]',
        'Cost: [cost]',
        'Program: [program]',
        'Partner ID: [Partner ID]',
        'Attached: [the material as it will be used]',
        '',
        "It hasn't been used yet. Once it's reviewed, we'll use it without changes. We understand that a review doesn't guarantee payment of the claim.",
        '',
        'Thank you',
        '[company]',
      ],
    ],
  ])('is a whole letter where %s', (_, activity, company, lines) =>
    expect((reviewRequest(activity, { ...contacts, company }, '2024-05-01') as { body: string }).body.split('\n')).toEqual(lines),
  );
  it('a day is a day', () =>
    expect(reviewRequest({ ...ACTIVITY, end: '2024-05-14' }, contacts, '2024-05-01')).toHaveProperty(
      'subject',
      expect.stringContaining(', May 14, 2024, '),
    ));
  it('is asked for a claim begun early in the claim’s own words, with the outline and, before an amount is claimed, the budget of the plan', () => {
    const claim = claimOf({ start: '2024-05-20', end: '2024-05-21', amount: null, solutionAreas: 'Security' });
    expect(reviewSubject(claim, ACTIVITY)).toMatchObject({
      activity: 'Digital advertising',
      description: 'Copilot seminar for 40 customers',
      start: '2024-05-20',
      budget: 500_000,
      currency: 'EUR',
      solutionArea: 'Security',
    });
    expect(reviewSubject({ ...claim, amount: 100 }, ACTIVITY)).toMatchObject({ budget: 100, currency: 'USD' });
    expect(reviewSubject({ ...claim, amount: 100 }, { ...ACTIVITY, coopShare: 100 })).toMatchObject({ budget: 500_000, currency: 'EUR' });
    expect(reviewSubject(claim, null)).toMatchObject({ description: '', budget: null, currency: 'USD' });
  });
  it('has its time until the first day; without a day it is not over', () =>
    expect([isReviewOver('2024-05-14', '2024-05-13'), isReviewOver('2024-05-14', '2024-05-14'), isReviewOver(null, '2024-05-14')]).toEqual([
      false,
      true,
      false,
    ]));
});
