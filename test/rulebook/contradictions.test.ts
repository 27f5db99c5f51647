import { describe, expect, it } from 'vitest';
import { CONTRADICTIONS } from '../../src/rulebook/contradictions';

describe('the contradictions', () => {
  it('are C1 to C38, in order', () => {
    expect(CONTRADICTIONS.map(({ id }) => id)).toEqual(Array.from({ length: 38 }, (_, i) => `C${i + 1}`));
  });

  it.each(CONTRADICTIONS.map((contradiction) => [contradiction.id, contradiction] as const))(
    '%s says how it is read and what it bears on',
    (_, one) => {
      expect(one.title.trim()).not.toBe('');
      expect(one.reading.trim()).toMatch(/\.$/);
      expect(one.concerns.length).toBeGreaterThan(0);
      for (const { says } of one.says) expect(says.trim()).toMatch(/\.$/);
    },
  );

  it('cite a source each, except rounding, which no source settles (C33)', () => {
    expect(CONTRADICTIONS.filter(({ says }) => says.length === 0).map(({ id }) => id)).toEqual(['C33']);
  });
});
