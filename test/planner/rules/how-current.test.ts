import { describe, expect, it } from 'vitest';
import { howCurrent, howCurrentInShort } from '../../../src/planner/rules/how-current';
import { allRules } from '../../../src/rulebook/rules-on';

const topics = new Map(howCurrent().map((entry) => [entry.topic, entry]));

describe('how current the rules are', () => {
  it('are in short, from the latest confirmation of each topic', () => {
    expect(howCurrentInShort()).toBe(
      'Built-in earning rates end on Jun 30, 2025. For other topics, the newest confirmations are from Oct 31, 2024 to Jan 14, 2026; their rules also apply to later dates.',
    );
  });

  it('lists every topic of the rulebook, each with a confirmation and what to check', () => {
    expect(new Set(topics.keys())).toEqual(new Set(allRules().map(({ topic }) => topic)));
    for (const { topic, confirmed, later, check } of topics.values()) {
      expect(confirmed.length, topic).toBeGreaterThan(0);
      for (const { text } of confirmed) expect(text).toMatch(/^[A-Z][a-z]{2} \d{1,2}, \d{4} \(.+\)$/);
      expect(later).toMatch(/\.$/);
      expect(check).toMatch(/\.$/);
    }
  });

  it('says which programs were confirmed when, the latest first, without those that ended', () => {
    const { confirmed } = topics.get('threshold')!;
    expect(confirmed[0]).toEqual({ text: 'Jan 14, 2026 (a distributor)', scope: 'Microsoft Commerce Incentives' });
    expect(confirmed[1]!.text).toBe('Aug 4, 2022 (Microsoft)');
    expect(confirmed[1]!.scope).toMatch(/CSP Direct Bill Partner.*and Surface PC and Surface Hub ADD$/);
    expect(confirmed.map(({ scope }) => scope).join()).not.toMatch(/Mixed Reality/);
  });

  it('counts activities and levers, and refuses later rates', () => {
    expect(topics.get('rate')).toMatchObject({
      confirmed: [
        { text: 'Jun 30, 2025 (a distributor)', scope: '14 levers' },
        { text: 'Sep 30, 2022 (a distributor)', scope: '4 levers of CSP Indirect Reseller' },
      ],
      later: expect.stringContaining('Later dates get no rate') as string,
    });
    expect(
      topics
        .get('activity')!
        .confirmed.map(({ scope }) => scope)
        .join(),
    ).toMatch(/^\d+ activities,/);
  });
});
