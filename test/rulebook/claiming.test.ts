import { describe, expect, it } from 'vitest';
import { ANSWER_TIMES, CLAIM_GUIDE, CLAIMING, MUST_BE_VISIBLE } from '../../src/rulebook/claiming';
import { CONTRADICTIONS } from '../../src/rulebook/contradictions';
import { ANY_SOURCES } from '../../src/rulebook/further-sources';

describe('what is said about claiming', () => {
  it.each(Object.entries(CLAIMING))(
    '%s: in a sentence, with a source we hold, as well attested as that',
    (_, { says, source, standing }) => {
      expect(says).toMatch(/^[A-Z].*\.$/);
      expect(Object.keys(ANY_SOURCES)).toContain(source);
      expect(standing === 'published').toBe(ANY_SOURCES[source].trust === 'Microsoft');
    },
  );
  it('the guide goes from the funds to the money, each step with its source', () => {
    expect(CLAIM_GUIDE.map(({ id }) => id)).toEqual(['funds', 'create', 'cost', 'proof', 'submit', 'track']);
    for (const { steps, source } of CLAIM_GUIDE) {
      expect(steps.length).toBeGreaterThan(1);
      expect(Object.keys(ANY_SOURCES)).toContain(source);
    }
  });
  it('times and what must be visible are as the facts have them', () => {
    expect(ANSWER_TIMES).toEqual({ reviewBusinessDays: 2, reviewDays: 30, disputeBusinessDays: 5, paymentBusinessDays: 45 });
    expect(MUST_BE_VISIBLE).toHaveLength(4);
  });
  it.each(['C8', 'C14', 'C15', 'C16', 'C31'])('where sources differ, %s is told on the Rules screen', (id) =>
    expect(CONTRADICTIONS.map((contradiction) => contradiction.id)).toContain(id),
  );
});
