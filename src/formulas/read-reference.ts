import { parseA1Ref, parseStructRef } from '@borgar/fx/xlsx';
import type { Reference, TablePart, Unplaced } from './formula';

type Cells = { kind: 'cells'; cells: Reference; text: string };

/** Parses a reference: cells, a call of TRIMRANGE for A1:.B5, or why it can't be looked up. */
export function readReference(text: string): Unplaced {
  if (text.endsWith(']')) return readTable(text);
  const sheet = sheetOf(text);
  if (sheet?.includes('[')) return { kind: 'unreadable', text, why: "It points at another workbook, which can't be read here." };
  if (sheet?.includes(':')) return { kind: 'unreadable', text, why: "It points at several sheets at once, which can't be read here." };
  const read = parseA1Ref(text);
  const written = sheet === null ? text : text.slice(text.lastIndexOf('!') + 1);
  if (!read || 'name' in read) return { kind: 'cells', cells: { kind: 'name', name: written }, text };
  const cells: Cells = {
    kind: 'cells',
    cells: { kind: 'range', ...(sheet === null ? {} : { sheet }), address: written.replace(/[$.]/g, '').toUpperCase() },
    text,
  };
  return read.range.trim ? trimmed(cells, TRIMS[read.range.trim]) : cells;
}

/** The number TRIMRANGE takes for blank rows and columns at the beginning, at the end, or at both. */
const TRIMS = { head: 1, tail: 2, both: 3 };

function trimmed(cells: Cells, trim: number): Unplaced {
  const ends = { kind: 'value', value: trim, text: String(trim), start: 0 } as const;
  return { kind: 'call', name: 'TRIMRANGE', arguments: [{ ...cells, start: 0 }, ends, ends], text: cells.text };
}

function readTable(text: string): Unplaced {
  const read = parseStructRef(text);
  if (read?.workbookName || read?.sheetName)
    return { kind: 'unreadable', text, why: "It points at another workbook, which can't be read here." };
  const part = read && partOf(read.sections);
  if (!part) return { kind: 'unreadable', text, why: `${text} can't be looked up here.` };
  return { kind: 'cells', cells: { kind: 'table', table: read.table || null, part, columns: read.columns as [] }, text };
}

/** Headers with data count as the whole table, whose totals the functions ignore; other combinations aren't supported. */
function partOf(sections: readonly string[] = []): TablePart | null {
  if (sections.length < 2) return (sections[0] as TablePart | undefined) ?? 'data';
  return sections.includes('headers') && sections.includes('data') && !sections.includes('totals') ? 'all' : null;
}

/** The name of the sheet in front of a reference; null where there is none. */
function sheetOf(text: string): string | null {
  const end = text.lastIndexOf('!');
  return end < 0 ? null : text.slice(0, end).replace(/^'|'$/g, '').replace(/''/g, "'");
}
