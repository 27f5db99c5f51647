import { describe, expect, it } from 'vitest';
import { addDays, addMonths, weekdayOf, type Day } from '../../../src/domain/calendar/day';
import {
  compareHalves,
  firstDay,
  formatHalf,
  halfOf,
  halvesFrom,
  isBareHalf,
  labelOf,
  lastDay,
  nextHalf,
  parseHalf,
  parseMonths,
  type Half,
} from '../../../src/domain/calendar/half';
import { deadline, stageOn, type DeadlineRule, type Milestone, type Stage } from '../../../src/domain/calendar/deadlines';
import { everyDay } from '../../support/every-day';

const RULE: DeadlineRule = {
  claimOpens: { 1: '08-16', 2: '02-16' },
  claim: { 1: '02-15', 2: '08-15' },
  resolution: { 1: '03-31', 2: '09-30' },
  retentionMonths: 24,
  advisedDays: 45,
};
/** FY19 H1 to FY30 H2, and their days. */
const HALVES = halvesFrom({ fiscalYear: 2019, half: 1 }, 24);
const DAYS: Day[] = everyDay(2018, 2030).filter((day) => day >= '2018-07-01' && day <= '2030-06-30');
const half = (label: string): Half => parseHalf(label) ?? expect.unreachable(label);

describe('the half of its months', () => {
  it.each([
    ['July 2026 – December 2026', 'FY27 H1'],
    ['January 2026 – June 2026', 'FY26 H2'],
    ['july 2026 - december 2026', 'FY27 H1'],
    [' July 2026—December 2026 ', 'FY27 H1'],
    ['July – December 2026', 'FY27 H1'],
  ])('%s is %s', (text, label) => expect(parseMonths(text) && labelOf(parseMonths(text)!)).toBe(label));

  it('is read back as our screens write it', () => {
    for (const fiscalHalf of HALVES) expect(parseMonths(formatHalf(fiscalHalf))).toEqual(fiscalHalf);
  });

  it.each(['July 2025 – December 2026', 'July 2026 – June 2027', 'January 2026 – December 2026', 'July 26 – December 26', 'July 2026', ''])(
    '"%s" is none',
    (text) => expect(parseMonths(text)).toBeNull(),
  );
});

describe('the half of a day', () => {
  it.each<[string, Day, string]>([
    ['T01', '2024-03-10', 'FY24 H2'],
    ['T02', '2024-06-30', 'FY24 H2'],
    ['T02', '2024-07-01', 'FY25 H1'],
    ['T03', '2022-12-31', 'FY23 H1'],
    ['T03', '2023-01-01', 'FY23 H2'],
    ['T10: S002 prints FY20H2 (C1)', '2019-03-10', 'FY19 H2'],
    ['T10: S002 prints FY21H1 (C1)', '2019-09-01', 'FY20 H1'],
    ['T12', '2020-01-15', 'FY20 H2'],
    ['F5', '2025-01-01', 'FY25 H2'],
    ['no day in Samoa', '2011-12-30', 'FY12 H1'],
    ['no midnight in Brazil', '2018-11-04', 'FY19 H1'],
    ['the last half of a century', '2099-12-31', 'FY2100 H1'],
  ])('%s: %s is in %s', (_, day, label) => expect(labelOf(halfOf(day))).toBe(label));

  it('every day of FY19 to FY30 is in exactly one earning period, that of its half', () => {
    expect(DAYS).toHaveLength(4383);
    const wrong = DAYS.filter((day) => {
      const holding = HALVES.filter((fiscalHalf) => firstDay(fiscalHalf) <= day && day <= lastDay(fiscalHalf));
      return holding.length !== 1 || compareHalves(holding[0]!, halfOf(day)) !== 0;
    });
    expect(wrong).toEqual([]);
  });

  it('halves follow each other without a gap', () => {
    expect(firstDay(HALVES[0]!)).toBe(DAYS[0]);
    expect(lastDay(HALVES.at(-1)!)).toBe(DAYS.at(-1));
    for (const fiscalHalf of HALVES) expect(addDays(lastDay(fiscalHalf), 1)).toBe(firstDay(nextHalf(fiscalHalf)));
  });

  it('what is earned in one half is used in the next', () => {
    for (const fiscalHalf of HALVES) {
      expect([deadline(fiscalHalf, 'usage start', RULE), deadline(fiscalHalf, 'usage end', RULE)]).toEqual([
        firstDay(nextHalf(fiscalHalf)),
        lastDay(nextHalf(fiscalHalf)),
      ]);
      expect([deadline(fiscalHalf, 'earning start', RULE), deadline(fiscalHalf, 'earning end', RULE)]).toEqual([
        firstDay(fiscalHalf),
        lastDay(fiscalHalf),
      ]);
    }
  });
});

describe('counting halves', () => {
  it.each<[string, number, string]>([
    ['FY24 H1', 1, 'FY24 H2'],
    ['FY24 H2', 1, 'FY25 H1'],
    ['FY24 H1', -1, 'FY23 H2'],
    ['FY24 H2', -1, 'FY24 H1'],
    ['FY24 H2', 0, 'FY24 H2'],
    ['FY24 H2', 5, 'FY27 H1'],
    ['FY24 H1', -5, 'FY21 H2'],
  ])('%s and %d is %s', (label, n, later) => expect(labelOf(nextHalf(half(label), n))).toBe(later));

  it.each([
    ['FY27 H1', 'July – December 2026'],
    ['FY27 H2', 'January – June 2027'],
  ])('%s is shown as %s', (label, months) => expect(formatHalf(half(label))).toBe(months));
  it('one is next when no number is said', () => expect(nextHalf({ fiscalYear: 2024, half: 2 })).toEqual({ fiscalYear: 2025, half: 1 }));
  it('so many in a row', () => {
    expect(halvesFrom(half('FY24 H2'), 3).map(labelOf)).toEqual(['FY24 H2', 'FY25 H1', 'FY25 H2']);
    expect(halvesFrom(half('FY24 H2'), 0)).toEqual([]);
  });
  it('compare as their days do, and by how far they are apart there is a way back', () => {
    HALVES.forEach((a, i) =>
      HALVES.forEach((b, j) => {
        expect(Math.sign(compareHalves(a, b))).toBe(Math.sign(i - j));
        expect(nextHalf(a, j - i)).toEqual(b);
      }),
    );
  });
});

describe('labels', () => {
  it.each<[string, number, 1 | 2]>([
    ['FY25 H1', 2025, 1],
    ['FY25H1', 2025, 1],
    ['FY2025 H1', 2025, 1],
    ['FY2025H2', 2025, 2],
    ['H1 FY25', 2025, 1],
    ['H2FY2025', 2025, 2],
    ['fy25 h2', 2025, 2],
    ['h2 fy25', 2025, 2],
    ['FY 25 H 1', 2025, 1],
    ['FY25-H1', 2025, 1],
    ['H1-FY25', 2025, 1],
    ['  FY25 H1 ', 2025, 1],
    ['FY00 H1', 2000, 1],
    ['FY99 H2', 2099, 2],
    ['FY2100 H1', 2100, 1],
    ['FY1999 H2', 1999, 2],
  ])('%j is half %d, %d', (text, fiscalYear, which) => expect(parseHalf(text)).toEqual({ fiscalYear, half: which }));

  it.each([
    '',
    'H1',
    'FY25',
    '25 H1',
    'FY25 H3',
    'FY25 H0',
    'FY25 H12',
    'FY5 H1',
    'FY025 H1',
    'FY20255 H1',
    'FY25 Q1',
    'FY25 H1 2024',
    'xFY25 H1',
    'FY25  H1',
    'FY25 H1 H2',
    '2024-07-01',
  ])('%j is none', (text) => expect(parseHalf(text)).toBeNull());

  it.each([
    ['H1', true],
    ['h2', true],
    [' H 1 ', true],
    ['H3', false],
    ['H12', false],
    ['FY25 H1', false],
    ['', false],
    ['1', false],
  ])('%j without its year: %s', (text, bare) => expect(isBareHalf(text)).toBe(bare));

  it('every half of two centuries is read back from its label', () => {
    for (const fiscalHalf of halvesFrom({ fiscalYear: 1950, half: 1 }, 400)) expect(parseHalf(labelOf(fiscalHalf))).toEqual(fiscalHalf);
  });
  it.each([
    [1999, 'FY1999 H2'],
    [2000, 'FY00 H2'],
    [2009, 'FY09 H2'],
    [2099, 'FY99 H2'],
    [2100, 'FY2100 H2'],
  ])('the second half of %d is %s', (fiscalYear, label) => expect(labelOf({ fiscalYear, half: 2 })).toBe(label));
});

// As the sources print it for FY23 and FY24 (S001, S003), and the rule goes on.
const TABLE: [string, Day, Day, string, Day, Day, Day, Day, string, Day, Day][] = [
  [
    'FY20 H2',
    '2020-01-01',
    '2020-06-30',
    'FY21 H1',
    '2020-07-01',
    '2020-12-31',
    '2020-08-16',
    '2021-02-15',
    'Mon',
    '2021-03-31',
    '2023-02-15',
  ],
  [
    'FY21 H1',
    '2020-07-01',
    '2020-12-31',
    'FY21 H2',
    '2021-01-01',
    '2021-06-30',
    '2021-02-16',
    '2021-08-15',
    'Sun',
    '2021-09-30',
    '2023-08-15',
  ],
  [
    'FY21 H2',
    '2021-01-01',
    '2021-06-30',
    'FY22 H1',
    '2021-07-01',
    '2021-12-31',
    '2021-08-16',
    '2022-02-15',
    'Tue',
    '2022-03-31',
    '2024-02-15',
  ],
  [
    'FY22 H1',
    '2021-07-01',
    '2021-12-31',
    'FY22 H2',
    '2022-01-01',
    '2022-06-30',
    '2022-02-16',
    '2022-08-15',
    'Mon',
    '2022-09-30',
    '2024-08-15',
  ],
  [
    'FY22 H2',
    '2022-01-01',
    '2022-06-30',
    'FY23 H1',
    '2022-07-01',
    '2022-12-31',
    '2022-08-16',
    '2023-02-15',
    'Wed',
    '2023-03-31',
    '2025-02-15',
  ],
  [
    'FY23 H1',
    '2022-07-01',
    '2022-12-31',
    'FY23 H2',
    '2023-01-01',
    '2023-06-30',
    '2023-02-16',
    '2023-08-15',
    'Tue',
    '2023-09-30',
    '2025-08-15',
  ],
  [
    'FY23 H2',
    '2023-01-01',
    '2023-06-30',
    'FY24 H1',
    '2023-07-01',
    '2023-12-31',
    '2023-08-16',
    '2024-02-15',
    'Thu',
    '2024-03-31',
    '2026-02-15',
  ],
  [
    'FY24 H1',
    '2023-07-01',
    '2023-12-31',
    'FY24 H2',
    '2024-01-01',
    '2024-06-30',
    '2024-02-16',
    '2024-08-15',
    'Thu',
    '2024-09-30',
    '2026-08-15',
  ],
  [
    'FY24 H2',
    '2024-01-01',
    '2024-06-30',
    'FY25 H1',
    '2024-07-01',
    '2024-12-31',
    '2024-08-16',
    '2025-02-15',
    'Sat',
    '2025-03-31',
    '2027-02-15',
  ],
  [
    'FY25 H1',
    '2024-07-01',
    '2024-12-31',
    'FY25 H2',
    '2025-01-01',
    '2025-06-30',
    '2025-02-16',
    '2025-08-15',
    'Fri',
    '2025-09-30',
    '2027-08-15',
  ],
  [
    'FY25 H2',
    '2025-01-01',
    '2025-06-30',
    'FY26 H1',
    '2025-07-01',
    '2025-12-31',
    '2025-08-16',
    '2026-02-15',
    'Sun',
    '2026-03-31',
    '2028-02-15',
  ],
  [
    'FY26 H1',
    '2025-07-01',
    '2025-12-31',
    'FY26 H2',
    '2026-01-01',
    '2026-06-30',
    '2026-02-16',
    '2026-08-15',
    'Sat',
    '2026-09-30',
    '2028-08-15',
  ],
  [
    'FY26 H2',
    '2026-01-01',
    '2026-06-30',
    'FY27 H1',
    '2026-07-01',
    '2026-12-31',
    '2026-08-16',
    '2027-02-15',
    'Mon',
    '2027-03-31',
    '2029-02-15',
  ],
  [
    'FY27 H1',
    '2026-07-01',
    '2026-12-31',
    'FY27 H2',
    '2027-01-01',
    '2027-06-30',
    '2027-02-16',
    '2027-08-15',
    'Sun',
    '2027-09-30',
    '2029-08-15',
  ],
  [
    'FY27 H2',
    '2027-01-01',
    '2027-06-30',
    'FY28 H1',
    '2027-07-01',
    '2027-12-31',
    '2027-08-16',
    '2028-02-15',
    'Tue',
    '2028-03-31',
    '2030-02-15',
  ],
];

describe('the life of a half', () => {
  it.each(TABLE)(
    '%s: earned %s to %s, used in %s, %s to %s; claims open %s and are due %s, a %s; resolved %s; kept until %s',
    (label, ...row) => {
      const fiscalHalf = half(label);
      const on = (milestone: Milestone) => deadline(fiscalHalf, milestone, RULE);
      expect([
        on('earning start'),
        on('earning end'),
        labelOf(nextHalf(fiscalHalf)),
        on('usage start'),
        on('usage end'),
        on('claim opens'),
        on('claim'),
        weekdayOf(on('claim')).slice(0, 3),
        on('resolution'),
        on('retention'),
      ]).toEqual(row);
    },
  );

  it.each<[string, string, Milestone, Day]>([
    ['T04', 'FY24 H1', 'claim', '2024-08-15'],
    ['T05: not 45 days after the deadline (C3)', 'FY24 H2', 'resolution', '2025-03-31'],
    ['T06', 'FY23 H2', 'claim', '2024-02-15'],
    ['T07: earned 2025-04-01', labelOf(halfOf('2025-04-01')), 'claim', '2026-02-15'],
    ['T07: earned 2025-04-01', labelOf(halfOf('2025-04-01')), 'resolution', '2026-03-31'],
    ['T08', 'FY22 H1', 'resolution', '2022-09-30'],
    ['T08', 'FY22 H2', 'claim', '2023-02-15'],
    ['T09: used in FY26 H1', labelOf(nextHalf(half('FY26 H1'), -1)), 'claim', '2026-02-15'],
    ['T09: earned in FY26 H1', 'FY26 H1', 'claim', '2026-08-15'],
    ['T11: a Saturday, not moved (C37), and not February 14 (C2)', 'FY19 H2', 'claim', '2020-02-15'],
  ])('%s: %s, %s is %s', (_, label, milestone, day) => expect(deadline(half(label), milestone, RULE)).toBe(day));

  it('is as printed: another rule gives other days, from the last of the usage period on', () => {
    const other: DeadlineRule = {
      claimOpens: { 1: '07-01', 2: '06-30' },
      claim: { 1: '12-31', 2: '06-29' },
      resolution: { 1: '01-01', 2: '06-30' },
      retentionMonths: 6,
      advisedDays: 1,
    };
    const on = (label: string) =>
      (['claim opens', 'claim', 'resolution', 'retention'] as const).map((milestone) => deadline(half(label), milestone, other));
    expect(on('FY24 H2')).toEqual(['2024-07-01', '2024-12-31', '2025-01-01', '2025-06-30']);
    expect(on('FY24 H1')).toEqual(['2024-06-30', '2025-06-29', '2024-06-30', '2025-12-29']);
  });
});

describe('the stage of a half', () => {
  it.each<[Day, Stage, string]>([
    ['2023-06-30', 'not begun', ''],
    ['2023-07-01', 'earning', ''],
    ['2023-12-31', 'earning', ''],
    ['2024-01-01', 'usage', ''],
    ['2024-01-20', 'usage', 'T17: before Learn’s window'],
    ['2024-06-30', 'usage', ''],
    ['2024-07-01', 'claim only', ''],
    ['2024-08-15', 'claim only', 'T13: the last day'],
    ['2024-08-16', 'resolution only', 'T13'],
    ['2024-09-30', 'resolution only', 'T18: the day before'],
    ['2024-10-01', 'closed', 'T18: non-compliant'],
    ['2034-01-01', 'closed', ''],
  ])('FY24 H1 on %s: %s %s', (day, stage) => expect(stageOn(half('FY24 H1'), day, RULE)).toBe(stage));

  it('goes through all of them in order, each begun the day after the one before', () => {
    for (const fiscalHalf of HALVES) {
      const ends = [
        lastDay(fiscalHalf),
        lastDay(nextHalf(fiscalHalf)),
        deadline(fiscalHalf, 'claim', RULE),
        deadline(fiscalHalf, 'resolution', RULE),
      ];
      expect(ends.map((end) => stageOn(fiscalHalf, end, RULE))).toEqual(['earning', 'usage', 'claim only', 'resolution only']);
      expect(ends.map((end) => stageOn(fiscalHalf, addDays(end, 1), RULE))).toEqual(['usage', 'claim only', 'resolution only', 'closed']);
    }
  });

  it('two halves overlap in usage and earning, never in the same stage but the closed and those not begun', () => {
    const shared = DAYS.filter((day) => {
      const stages = HALVES.map((fiscalHalf) => stageOn(fiscalHalf, day, RULE)).filter(
        (stage) => stage !== 'closed' && stage !== 'not begun',
      );
      return new Set(stages).size !== stages.length;
    });
    expect(shared).toEqual([]);
  });

  it('proof outlives every stage', () => {
    for (const fiscalHalf of HALVES)
      expect(deadline(fiscalHalf, 'retention', RULE)).toBe(addMonths(deadline(fiscalHalf, 'claim', RULE), 24));
  });
});
