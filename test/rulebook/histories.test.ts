import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../src/domain/calendar/day';
import { allRules, entryOn, historyOf, reasonUncovered } from '../../src/rulebook/histories';
import type { Rule } from '../../src/rulebook/rule';

const anyDay = fc.integer({ min: 0, max: 36_500 }).map((n) => addDays('2000-01-01', n));

function rule(from: Day, value: number | null, ends?: Rule<number>['ends'], note?: string): Rule<number> {
  const program = 'CSP Direct Bill Partner';
  return {
    topic: 'threshold',
    program,
    from,
    value,
    ends,
    source: 'quickstart-2019-11',
    standing: 'distributor',
    note,
  };
}

describe('the entry on a day', () => {
  it('is the last one begun by then, for every history and any day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...allRules()), anyDay, ({ topic, program, subject }, day) => {
        const history = historyOf(topic, program, subject)!;
        const begun = history.filter((entry) => entry.from <= day);
        expect(entryOn(history, day)).toBe(begun.at(-1));
      }),
    );
  });

  const verified = [rule('2024-10-01', 1), rule('2025-07-01', null, 'unverified')];
  const stopped = [rule('2022-07-01', 1), rule('2023-01-01', null, 'discontinued', 'It is no more.')];

  it('newest: where our sources merely end, the one before the end', () => {
    expect(entryOn(verified, 'newest')).toBe(verified[0]);
  });

  it('newest: where the program ended it, the end', () => {
    expect(entryOn(stopped, 'newest')).toBe(stopped[1]);
  });

  it.each<[string, Rule<number>[], string, string]>([
    [
      'before a history that runs on',
      [rule('2020-01-01', 1)],
      '2019-12-31',
      'We have the co-op threshold of CSP Direct Bill Partner from Jan 1, 2020, not for Dec 31, 2019.',
    ],
    [
      'outside a verified window',
      verified,
      '2025-07-01',
      'The co-op threshold of CSP Direct Bill Partner is verified from Oct 1, 2024 to Jun 30, 2025, not for Jul 1, 2025. Your own rule can extend it. Without a date, the newest rule is used.',
    ],
    [
      'of one subject',
      [{ ...verified[0]!, subject: 'Core' }],
      '2024-09-30',
      'We have the co-op threshold of "Core" from Oct 1, 2024, not for Sep 30, 2024.',
    ],
    [
      'for all programs',
      [{ ...verified[0]!, program: 'all' }],
      '2024-09-30',
      'We have the co-op threshold from Oct 1, 2024, not for Sep 30, 2024.',
    ],
    [
      'after an end without a note',
      [stopped[0]!, { ...stopped[1]!, note: undefined }],
      '2023-06-30',
      'The co-op threshold of CSP Direct Bill Partner ended on Jan 1, 2023.',
    ],
    [
      'after the program ended it',
      stopped,
      '2023-06-30',
      'The co-op threshold of CSP Direct Bill Partner ended on Jan 1, 2023. It is no more.',
    ],
  ])('none %s: says why', (_, history, day, why) => {
    expect(reasonUncovered(history, day)).toBe(why);
  });
});
