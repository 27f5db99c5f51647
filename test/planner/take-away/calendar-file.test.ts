import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../../src/planner/take-away/calendar-file';
import type { CalendarEvent } from '../../../src/storage/planning/calendar-table';

const TIME = '2026-11-29T10:20:30Z';
const event = (over: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'claim-deadline.0123@co-op-planner',
  day: '2027-02-15',
  what: 'Claim deadline: FY26 H2 · 1234567',
  text: 'FY26 H2 co-op; claims close on Feb 15, 2027 (Monday), 23:59:59 UTC.',
  isClosing: true,
  sequence: 3,
  isCanceled: false,
  ...over,
});
const fileOf = (events: readonly CalendarEvent[], timeZone = 'UTC'): string => calendarFile(events, { time: TIME, timeZone });
const parsed = (file: string): ICAL.Component[] => new ICAL.Component(ICAL.parse(file) as never).getAllSubcomponents('vevent');
const only = (file: string): ICAL.Component => parsed(file)[0]!;
const textIn = (component: ICAL.Component, name: string): string => String(component.getFirstPropertyValue(name));

describe('the calendar file, as a calendar parses it', () => {
  it('has each event on its day, all day, with its sequence number and three reminders', () => {
    const component = only(fileOf([event()]));
    const read = new ICAL.Event(component);
    expect(read.uid).toBe('claim-deadline.0123@co-op-planner');
    expect(read.sequence).toBe(3);
    expect([read.startDate.toString(), read.startDate.isDate, read.endDate.toString()]).toEqual(['2027-02-15', true, '2027-02-16']);
    expect(read.summary).toBe('Co-op: Claim deadline: FY26 H2 · 1234567');
    expect(read.description).toBe('FY26 H2 co-op; claims close on Feb 15, 2027 (Monday), 23:59:59 UTC.');
    expect(['dtstamp', 'status', 'transp'].map((name) => textIn(component, name))).toEqual([
      '2026-11-29T10:20:30Z',
      'CONFIRMED',
      'TRANSPARENT',
    ]);
    expect(component.getAllSubcomponents('valarm').map((alarm) => textIn(alarm, 'trigger'))).toEqual(['-P30D', '-P7D', '-P1D']);
  });

  it.each([
    ['America/New_York', 'Feb 15, 2027, 6:59 PM'],
    ['Asia/Tokyo', 'Feb 16, 2027, 8:59 AM'],
    ['Pacific/Kiritimati', 'Feb 16, 2027, 1:59 PM'],
    ['Pacific/Pago_Pago', 'Feb 15, 2027, 12:59 PM'],
  ])('is on the earlier of the two days in %s, and says the exact time', (timeZone, there) => {
    const read = new ICAL.Event(only(fileOf([event()], timeZone)));
    expect(read.startDate.toString()).toBe('2027-02-15');
    expect(read.description).toBe(`FY26 H2 co-op; claims close on Feb 15, 2027 (Monday), 23:59:59 UTC.\nThat is ${there} in ${timeZone}.`);
    // a day that closes at no time of day is the same everywhere
    expect(new ICAL.Event(only(fileOf([event({ isClosing: false })], timeZone))).description).not.toContain(timeZone);
  });

  it('cancels without a reminder', () => {
    const component = only(fileOf([event({ isCanceled: true, sequence: 4 })]));
    expect([textIn(component, 'status'), textIn(component, 'sequence')]).toEqual(['CANCELLED', '4']);
    expect(component.getAllSubcomponents('valarm')).toEqual([]);
  });

  it('folds lines at 75 octets and cuts no character', () => {
    const what = `Claim by: ${'Büro für Kunden 🎪 '.repeat(12)}`;
    const file = fileOf([event({ what })]);
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(file).not.toContain('\uFFFD');
    expect(new ICAL.Event(only(file)).summary).toBe(`Co-op: ${what}`);
  });

  it('takes any text that a cell may hold, and nothing in it becomes a line of its own', () => {
    const file = fileOf([event({ what: 'a\uD83D b\\c;d,e\u0007', text: 'one\r\nEND:VEVENT\rthree' })]);
    expect(() => encodeURIComponent(file)).not.toThrow();
    expect(parsed(file)).toHaveLength(1);
    const read = new ICAL.Event(only(file));
    expect([read.summary, read.description]).toEqual(['Co-op: a\uFFFD b\\c;d,e', 'one\nEND:VEVENT\nthree']);
  });
});
