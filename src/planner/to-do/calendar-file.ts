import { addDays, type Day } from '../../domain/calendar/day';
import { fundKey } from '../../domain/funds/fund';
import { formatUsd } from '../../domain/money/money';
import type { ToDo } from '../../domain/to-do/to-do';

/** An item with a day that isn't over: only these go in a calendar. */
type Upcoming = ToDo & { due: Day };

/** The items of the list that have a day from the as-of day on. */
export const upcoming = (list: readonly ToDo[], asOf: Day): Upcoming[] =>
  list.filter((item): item is Upcoming => item.due !== null && item.due >= asOf);

/**
 * Upcoming items as an iCalendar file (RFC 5545): all-day events that take no time, each with a reminder a week before.
 * An item keeps its ID from one file to the next, so that a calendar updates it instead of adding another.
 */
export function calendarFile(items: readonly Upcoming[], asOf: Day): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Co-op Planner//Co-op Planner for Excel//EN',
    'METHOD:PUBLISH',
    ...items.flatMap((item) => event(item, asOf)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function event({ due, what, why, atRisk, opens }: Upcoming, asOf: Day): string[] {
  const summary = escaped(`Co-op: ${what}`);
  return [
    'BEGIN:VEVENT',
    `UID:${idOf({ what, opens })}@co-op-planner`,
    `DTSTAMP:${compact(asOf)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(due)}`,
    `DTEND;VALUE=DATE:${compact(addDays(due, 1))}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${escaped([why, ...(atRisk > 0 ? [`At risk: ${formatUsd(atRisk)}`] : [])].join('\n'))}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-P7D',
    `DESCRIPTION:${summary}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

/** What the item is about and what is to be done, without the amounts, which change. */
function idOf({ what, opens: { screen, id, fund } }: Pick<ToDo, 'what' | 'opens'>): string {
  const subject = [screen, id ?? '', fund ? fundKey(fund) : '', what.replace(/[\d.,$]+/g, '')].join('\n');
  return [...new TextEncoder().encode(subject)]
    .reduce((hash, byte) => ((hash ^ BigInt(byte)) * FNV_PRIME) % FNV_SIZE, FNV_BASIS)
    .toString(16);
}

// FNV-1a, 64 bits
const FNV_BASIS = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;
const FNV_SIZE = 2n ** 64n;

const compact = (day: Day): string => day.replaceAll('-', '');

/** A text value. Halves of a character, which a cell may hold, can't be in a file. */
const escaped = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r?\n|\r/g, '\\n');

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
