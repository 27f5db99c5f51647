import { addDays, endOfDayIn, type Day } from '../../domain/calendar/day';
import type { CalendarEvent } from '../../storage/planning/calendar-table';

/** When and where a file is made. */
interface Made {
  /** UTC, yyyy-mm-ddThh:mm:ssZ. */
  time: string;
  /** Such as America/New_York; this machine's if none is named. */
  timeZone?: string;
}

/**
 * Events as an iCalendar file (RFC 5545): all-day events that take no time, each with three reminders. Deadlines close at
 * 23:59:59 UTC. By local clocks that is the same day or, to the east, the next morning: the day of UTC is the earlier of both,
 * so the event is on it everywhere, and its text has the exact time.
 */
export function calendarFile(events: readonly CalendarEvent[], made: Made): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Co-op Planner//Co-op Planner for Excel//EN',
    'METHOD:PUBLISH',
    ...events.flatMap((event) => linesOf(event, made)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function linesOf(event: CalendarEvent, made: Made): string[] {
  const { uid, sequence, day, what, isCanceled } = event;
  const summary = escaped(`Co-op: ${what}`);
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${made.time.replace(/[-:]/g, '')}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
    `STATUS:${isCanceled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${escaped(textOf(event, made.timeZone))}`,
    'TRANSP:TRANSPARENT',
    ...(isCanceled ? [] : ALARM_DAYS.flatMap((days) => alarm(days, summary))),
    'END:VEVENT',
  ];
}

/** The days before an event on which a calendar reminds of it. */
const ALARM_DAYS = [30, 7, 1] as const;

const alarm = (days: number, summary: string): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `TRIGGER:-P${days}D`,
  `DESCRIPTION:${summary}`,
  'END:VALARM',
];

/** The text with the exact time by the local clock, where that differs from UTC's. */
function textOf({ text, day, isClosing }: CalendarEvent, timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone): string {
  const there = endOfDayIn(day, timeZone);
  return isClosing && there !== endOfDayIn(day, 'UTC') ? `${text}\nThat is ${there} in ${timeZone}.` : text;
}

const compact = (day: Day): string => day.replaceAll('-', '');

/** A text value. Halves of a character, which a cell may hold, can't be in a file, nor can control characters. */
const escaped = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r?\n|\r/g, '\\n')
    .replace(/(?!\t)\p{Cc}/gu, '');

/** A line of at most 75 octets, continued on lines that begin with a space. No character is cut. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > MAX_OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

const MAX_OCTETS = 75;
