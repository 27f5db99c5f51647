import { serialShift } from '../../cells/context';
import { serialOf, type Day } from '../../domain/calendar/day';
import { MissingColumns } from '../../records/missing-columns';
import { columnsOf, rowOf, type CellContent, type NewRow, type TableCells, type TableChange, type TableDesign } from '../../records/table';
import { dayInCell } from '../funds/day-in-cell';

/** The table of what calendars have been given. It is created with the first calendar file. */
export const CALENDAR_TABLE = 'CoopCalendar';

const COLUMNS = [
  { name: 'Day', width: 80, format: 'yyyy-mm-dd' },
  { name: 'What', width: 260, wraps: true },
  { name: 'Text', width: 380, wraps: true },
  { name: 'Status', width: 80 },
  { name: 'Sequence', width: 80, format: '0' },
  { name: 'UID', width: 300, wraps: true },
] as const;
const NAMES = COLUMNS.map(({ name }) => name);
type Column = (typeof NAMES)[number];

/** The design of the table. */
export const CALENDAR_DESIGN: TableDesign = {
  name: CALENDAR_TABLE,
  sheet: 'Co-op calendar',
  title: 'Calendar entries',
  hint: 'What the last calendar file said. Each new file updates it. Calendars need its sequence numbers to take changes.',
  columns: COLUMNS,
};

/** A day for a calendar. */
export interface CalendarEntry {
  /** The same in every file: what it is about, and which of its days. */
  uid: string;
  day: Day;
  what: string;
  text: string;
  /** Whether it is a deadline that closes at a time of day. */
  isClosing: boolean;
}

/** An entry of a calendar file. */
export interface CalendarEvent extends CalendarEntry {
  /** Counts the changes of the entry, so that calendars take the latest. */
  sequence: number;
  isCanceled: boolean;
}

/** The events of a calendar file, and how many of them a calendar doesn't have yet. */
export interface CalendarPlan {
  events: readonly CalendarEvent[];
  added: number;
  changed: number;
  canceled: number;
}

/** What isn't known to be gone: everything, or what is about these subjects. */
export type Unsure = 'all' | ReadonlySet<string>;

/**
 * Compares the entries with those of the last file. Entries keep their sequence number unless something changed. What is
 * gone is canceled, if its day isn't over and its subject could be read. Days that are over stay as they were.
 */
export function planCalendar(
  now: TableCells | null,
  entries: readonly CalendarEntry[],
  asOf: Day,
  unsure: Unsure,
): { changes: TableChange[]; result: CalendarPlan } {
  const header = now?.header ?? NAMES;
  const columnIndex = columnsOf(header, NAMES);
  const missing = NAMES.filter((name) => columnIndex[name] < 0);
  if (missing.length > 0) throw new MissingColumns(CALENDAR_TABLE, missing);
  const stored = now ? storedIn(now, columnIndex) : new Map<string, StoredEvent>();
  // where a number can't be read, the next is higher than any it can have been
  const highest = Math.max(0, ...[...stored.values()].map(({ sequence }) => sequence ?? 0));
  const events: CalendarEvent[] = [];
  const set = new Map<number, NewRow>();
  const add: NewRow[] = [];
  let [changed, canceled] = [0, 0];
  const write = (event: CalendarEvent, row: number | null): void => {
    const cells = rowOf(columnIndex, header.length, cellsOf(event));
    if (row === null) add.push(cells);
    else set.set(row, cells);
    events.push(event);
  };
  for (const entry of entries) {
    const was = stored.get(keyOf(entry.uid));
    if (!was) {
      if (entry.day >= asOf) write({ ...entry, sequence: 0, isCanceled: false }, null);
    } else if (was.sequence !== null && isSame(was, entry)) {
      if (entry.day >= asOf) events.push({ ...entry, sequence: was.sequence, isCanceled: false });
    } else if (entry.day >= asOf || isAhead(was, asOf)) {
      changed++;
      write({ ...entry, sequence: (was.sequence ?? highest) + 1, isCanceled: false }, was.row);
    }
  }
  const current = new Set(entries.map(({ uid }) => keyOf(uid)));
  for (const [key, was] of stored) {
    const { day, sequence } = was;
    if (current.has(key) || day === null || day < asOf || isUnsure(was.uid, unsure)) continue;
    const event = { uid: was.uid, day, what: was.what, text: was.text, isClosing: false, isCanceled: true };
    // told again until the day is over, for calendars that missed the last file
    if (was.isCanceled && sequence !== null) events.push({ ...event, sequence });
    else {
      canceled++;
      write({ ...event, sequence: (sequence ?? highest) + 1 }, was.row);
    }
  }
  return {
    changes: [{ design: CALENDAR_DESIGN, set, add, remove: [], isDispensable: true }],
    result: { events, added: add.length, changed, canceled },
  };
}

/** The UID of a subject's entry, which says what it is about. */
export const uidOf = (subject: string, milestone: string): string => `${milestone}.${subject}@co-op-planner`;

const isUnsure = (uid: string, unsure: Unsure): boolean =>
  unsure === 'all' || [...unsure].some((subject) => keyOf(uid).endsWith(`.${subject.toLowerCase()}@co-op-planner`));

interface StoredEvent {
  row: number;
  uid: string;
  /** Null if the cell can't be read. */
  sequence: number | null;
  day: Day | null;
  what: string;
  text: string;
  isCanceled: boolean;
}

/** The rows of the table by their UIDs. Of two with the same, the one with the higher number counts. */
function storedIn({ values }: TableCells, columnIndex: Record<Column, number>): Map<string, StoredEvent> {
  const stored = new Map<string, StoredEvent>();
  values.forEach((cells, row) => {
    const uid = String(cells[columnIndex.UID] ?? '').trim();
    if (!uid.endsWith('@co-op-planner')) return;
    const event: StoredEvent = {
      row,
      uid,
      sequence: sequenceIn(cells[columnIndex.Sequence]!),
      day: dayInCell(cells[columnIndex.Day]),
      what: String(cells[columnIndex.What] ?? ''),
      text: String(cells[columnIndex.Text] ?? ''),
      isCanceled: /^cancell?ed$/i.test(String(cells[columnIndex.Status] ?? '').trim()),
    };
    const other = stored.get(keyOf(uid));
    if (!other || (event.sequence ?? 0) > (other.sequence ?? 0)) stored.set(keyOf(uid), event);
  });
  return stored;
}

const keyOf = (uid: string): string => uid.toLowerCase();

const isSame = (was: StoredEvent, { day, what, text }: CalendarEntry): boolean =>
  !was.isCanceled && was.day === day && was.what === what && was.text === text;

/** Whether a calendar still shows an entry ahead, as far as known. */
const isAhead = ({ isCanceled, day }: StoredEvent, asOf: Day): boolean => !isCanceled && day !== null && day >= asOf;

const sequenceIn = (cell: CellContent): number | null =>
  typeof cell === 'number' && Number.isInteger(cell) && cell >= 0 && cell < MAX_SEQUENCE ? cell : null;

/** RFC 5545 has whole numbers of 32 bits. */
const MAX_SEQUENCE = 2 ** 31 - 1;

const cellsOf = ({ uid, day, what, text, sequence, isCanceled }: CalendarEvent): Record<Column, CellContent> => ({
  Day: serialOf(day) - serialShift(),
  What: what,
  Text: text,
  Status: isCanceled ? 'canceled' : 'current',
  Sequence: sequence,
  UID: uid,
});
