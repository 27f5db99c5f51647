import { describe, expect, it } from 'vitest';
import type { ToDo } from '../../../src/domain/to-do/to-do';
import { askTexts, openQuestions, outlineFor } from '../../../src/planner/take-away/ask-texts';
import { USUAL_SETTINGS } from '../../../src/storage/planning/settings-table';
import { kept, planningRead } from '../../support/planning-read';
import { activity } from '../../support/records';

const item = (over: Partial<ToDo> = {}): ToDo => ({
  due: '2025-08-15',
  what: 'Submit the claim "INV1"',
  why: 'Claims close on Aug 15, 2025.',
  atRisk: 400_000,
  opens: { screen: 'claims', id: 'C-AAAAAA' },
  ...over,
});
const SEMINAR = activity({
  id: 'A-SEMNAR',
  title: 'Spring seminar',
  attendees: 120,
  description: 'For retailers',
  coopShare: 250_000,
  leads: 14,
});

describe('texts to ask someone', () => {
  it('are the open questions, and an outline for each activity that has not started', () => {
    const later = [SEMINAR, activity({ id: 'A-DRAFTS', status: 'draft', start: null, end: null, title: '', activity: '' })];
    const others = [
      activity({ id: 'A-OVER', start: '2025-02-01' }),
      activity({ id: 'A-DONE', status: 'done' }),
      activity({ id: 'A-CNCL', status: 'canceled' }),
    ];
    const read = planningRead({ activities: [...later, ...others].map(kept) });
    expect(askTexts(read, '2025-02-10')).toEqual([
      { id: '', label: 'Open questions' },
      { id: 'A-SEMNAR', label: 'Outline for a pre-approval: Spring seminar' },
      { id: 'A-DRAFTS', label: 'Outline for a pre-approval: A-DRAFTS' },
    ]);
  });

  it('say what is open, by when, and what depends on it', () => {
    expect(openQuestions([item(), item({ due: null, atRisk: 0, what: 'Choose a fund', why: 'No fund is chosen.' })], '2025-05-01')).toBe(
      [
        'Co-op: open questions as of May 1, 2025',
        '',
        '1. Submit the claim "INV1"',
        '   By Aug 15, 2025. $4,000.00 at risk. Claims close on Aug 15, 2025.',
        '2. Choose a fund',
        '   No fund is chosen.',
        '',
        'Please say what you know about each.',
      ].join('\n'),
    );
    expect(openQuestions([], '2025-05-01')).toContain('Nothing is open.');
    expect(openQuestions(Array(32).fill(item()), '2025-05-01')).toContain('And 2 more items.');
  });

  it('outline an activity, with a copy to the partner development manager and the distributor', () => {
    const settings = {
      ...USUAL_SETTINGS,
      contacts: { microsoft: 'pdm@microsoft.com', distributor: 'co-op@distributor.com', company: 'Contoso' },
    };
    const text = outlineFor('A-SEMNAR', planningRead({ activities: [kept(SEMINAR)], settings }))!;
    expect(text.split('\n').slice(0, 3)).toEqual([
      'To: commpre@microsoft.com',
      'Cc: pdm@microsoft.com; co-op@distributor.com',
      'Subject: Co-op pre-approval: Digital advertising, Mar 10, 2025 to Mar 31, 2025, Partner ID 1234567',
    ]);
    for (const line of [
      'Title: Spring seminar',
      'Outline: For retailers',
      'Audience: 120 attendees',
      'Cost: $5,000.00',
      'Requested from co-op: $2,500.00',
      'Microsoft content: [share of the content]',
      'Expected results: 14 leads',
      'Usage period: January – June 2025; co-op earned in FY25 H1',
    ])
      expect(text.split('\n')).toContain(line);
    const small = activity({ id: 'A-SMALL', attendees: 1, leads: 1 });
    const few = outlineFor('A-SMALL', planningRead({ activities: [kept(small)] }))!.split('\n');
    expect(few).toEqual(expect.arrayContaining(['Audience: 1 attendee', 'Expected results: 1 lead']));
  });

  it('leave what is not known to be filled in, and are gone with their activity', () => {
    const bare = activity({ id: 'A-BARE', fund: null, start: null, end: null, budget: null, activity: '' });
    const text = outlineFor('A-BARE', planningRead({ activities: [kept(bare)] }))!;
    expect(text).toContain('Cc: [your partner development manager]; [your distributor]');
    for (const blank of ['[dates]', '[cost]', '[amount]', '[audience]', '[Partner ID]', '[usage period]', '[company]'])
      expect(text).toContain(blank);
    expect(outlineFor('A-GONE', planningRead())).toBeNull();
  });
});
