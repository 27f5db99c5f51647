import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/domain/calendar/day';
import type { ToDo } from '../../../src/domain/to-do/to-do';
import { calendarFile, upcoming } from '../../../src/planner/to-do/calendar-file';
import { fundNamed } from '../../../src/rulebook/name-keys';

const item = (over: Partial<ToDo> = {}): ToDo => ({
  due: '2026-12-31',
  what: 'Plan $26,601.60',
  why: "FY26 H2 co-op; it can't be used after Dec 31, 2026.",
  atRisk: 2_660_160,
  opens: { screen: 'plan', fund: fundNamed('1234567', 'MCI', { fiscalYear: 2026, half: 2 }) },
  ...over,
});
const fileOf = (list: readonly ToDo[], asOf: Day): string => calendarFile(upcoming(list, asOf), asOf);
/** The lines of a file with folded ones joined, as a calendar reads them. */
const linesOf = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n');
const idsOf = (file: string): string[] => linesOf(file).filter((line) => line.startsWith('UID:'));

describe('the calendar file', () => {
  it('has each item on its day, all day, with a reminder a week before', () => {
    const lines = linesOf(fileOf([item()], '2026-11-29'));
    expect(lines).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Co-op Planner//Co-op Planner for Excel//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      expect.stringMatching(/^UID:[0-9a-f]{8,16}@co-op-planner$/),
      'DTSTAMP:20261129T000000Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:Co-op: Plan $26\\,601.60',
      "DESCRIPTION:FY26 H2 co-op\\; it can't be used after Dec 31\\, 2026.\\nAt risk: $26\\,601.60",
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:-P7D',
      'DESCRIPTION:Co-op: Plan $26\\,601.60',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('leaves out what has no day, and days that are over', () => {
    const list = [item({ due: null }), item({ due: '2026-11-28' }), item({ due: '2026-11-29' })];
    expect(upcoming(list, '2026-11-29').map(({ due }) => due)).toEqual(['2026-11-29']);
    expect(idsOf(fileOf(list, '2026-11-29'))).toHaveLength(1);
  });

  it('folds lines at 75 octets and cuts no character', () => {
    const what = `Submit the claim on "${'Büro für Kunden 🎪 '.repeat(12)}"`;
    const file = fileOf([item({ what })], '2026-11-29');
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(linesOf(file)).toContain(`SUMMARY:Co-op: ${what}`);
    expect(file).not.toContain('\uFFFD');
  });

  it('takes any text that a cell may hold', () => {
    const file = fileOf([item({ what: 'a\uD83D b\\c', why: 'one\r\ntwo\rthree' })], '2026-11-29');
    expect(() => encodeURIComponent(file)).not.toThrow();
    expect(linesOf(file)).toContain('SUMMARY:Co-op: a\uFFFD b\\\\c');
    expect(linesOf(file)).toContain('DESCRIPTION:one\\ntwo\\nthree\\nAt risk: $26\\,601.60');
  });

  it('knows an item again when its day or amount changed, and tells items apart', () => {
    const first = idsOf(fileOf([item()], '2026-11-29'));
    expect(idsOf(fileOf([item({ due: '2027-02-15', what: 'Plan $100' })], '2026-12-01'))).toEqual(first);
    const others = [
      item({ opens: { screen: 'plan', id: 'A-AAAAAA' } }),
      item({ opens: { screen: 'plan', fund: fundNamed('7654321', 'MCI', { fiscalYear: 2026, half: 2 }) } }),
      item({ what: 'Submit the claim' }),
    ];
    expect(new Set([...first, ...idsOf(fileOf(others, '2026-11-29'))]).size).toBe(4);
  });
});
