import type { HistoryEntry } from '../../domain/claims/claim';
import { choice, text } from '../../records/cell-types';
import { readRecords, recordTable, writtenRecord } from '../../records/record-table';
import type { NewCell, TableCells } from '../../records/table';

/** The table of the history, which only grows. */
export const HISTORY = recordTable(
  {
    name: 'CoopHistory',
    sheet: 'Co-op history',
    title: 'History of claims and activities',
    hint: 'Changes in the order they were recorded; times are in UTC. Co-op Planner only adds to it.',
    last: ['Subject ID'],
  },
  null,
  {
    at: { name: 'At', width: 140, kind: text },
    subject: { name: 'Subject ID', width: 80, kind: text },
    what: { name: 'What', width: 130, kind: text },
    from: { name: 'From', width: 170, wraps: true, kind: text },
    to: { name: 'To', width: 170, wraps: true, kind: text },
    where: { name: 'Changed in', width: 80, kind: choice<HistoryEntry['where']>(['pane', 'sheet'], 'sheet') },
    note: { name: 'Note', width: 300, wraps: true, kind: text },
    who: { name: 'Who', width: 120, kind: text, isLater: true },
  },
);

/** The history, oldest first, since people may have sorted the table. */
export const readHistory = (cells: TableCells | null): HistoryEntry[] =>
  readRecords(HISTORY, cells)
    .map(({ record }) => record)
    .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));

/** The cells of an entry's row. */
export const writtenEntry = (entry: HistoryEntry): Record<string, NewCell> => writtenRecord(HISTORY, entry);
