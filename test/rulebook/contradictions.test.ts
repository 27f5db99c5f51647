import { describe, expect, it } from 'vitest';
import { CONTRADICTIONS } from '../../src/rulebook/contradictions';

describe('the contradictions', () => {
  it('are C1 to C46, in order', () => {
    expect(CONTRADICTIONS.map(({ id }) => id)).toEqual(Array.from({ length: 46 }, (_, i) => `C${i + 1}`));
  });

  it.each(CONTRADICTIONS.map((contradiction) => [contradiction.id, contradiction] as const))(
    '%s says how it is read and what it bears on',
    (_, contradiction) => {
      expect(contradiction.title.trim()).not.toBe('');
      expect(contradiction.reading.trim()).toMatch(/\.$/);
      expect(contradiction.concerns.length).toBeGreaterThan(0);
      for (const { says } of contradiction.says) expect(says.trim()).toMatch(/\.$/);
    },
  );

  it('cite a source each, except rounding, which no source settles (C33)', () => {
    expect(CONTRADICTIONS.filter(({ says }) => says.length === 0).map(({ id }) => id)).toEqual(['C33']);
  });
});
