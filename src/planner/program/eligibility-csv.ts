import { comparableId } from '../../domain/earnings/partner-id';
import { Problem } from '../../domain/problem';
import { list } from '../../domain/text/list';
import type { PartnerType } from '../../domain/program/partner-type';
import { readCell } from '../../records/record-table';
import type { RowEdit } from '../../records/merge-rows';
import { splitText } from '../../storage/rules/rule-csv';
import { ELIGIBILITY } from '../../storage/program/program-tables';
import { blankRecord, rowEdit, type ProgramRows } from './program-rows';

/** What a text of points and revenue comes to. Nothing is written until someone adds it. */
export interface EligibilityText {
  edits: readonly RowEdit[];
  added: number;
  changed: number;
  /** Sentences about columns that are missing and rows that are left out. */
  faults: readonly string[];
}

/** The columns that a text must have. */
const NEEDED = ['month', 'area', 'performance', 'skilling', 'customerSuccess', 'revenue'] as const;
/** Columns that a text may have. */
const FURTHER = ['partnerId', 'partnerType', 'isDesignated'] as const;

/**
 * Points and revenue from a CSV file or from pasted cells, with a header. Rows of a month that the table has change it.
 * Rows without a Partner ID are of the one chosen on the screen.
 */
export function readEligibilityText(
  text: string,
  rows: ProgramRows['eligibility'],
  chosen: { partnerId: string; partnerType: PartnerType | '' },
): EligibilityText {
  const { header, lines } = splitText(text);
  const columns = ELIGIBILITY.columns;
  const places = Object.fromEntries(
    [...NEEDED, ...FURTHER].map((field) => [field, header.findIndex((name) => isNamed(name, columns[field].name))]),
  );
  const missing = NEEDED.filter((field) => places[field]! < 0).map((field) => columns[field].name);
  if (missing.length > 0)
    return {
      edits: [],
      added: 0,
      changed: 0,
      faults: [
        `The text has no column ${list(
          missing.map((name) => `"${name}"`),
          'and',
        )}.`,
      ],
    };
  const faults: string[] = [];
  const edits = new Map<string, RowEdit>();
  for (const { cells, line } of lines) {
    const record: Record<string, unknown> = { ...blankRecord(ELIGIBILITY) };
    try {
      for (const field of [...NEEDED, ...FURTHER]) {
        const cell = places[field]! < 0 ? '' : (cells[places[field]!] ?? '');
        record[field] = readCell<unknown>(columns[field].kind, cell, columns[field].name);
      }
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      faults.push(`Line ${line} is left out. ${thrown.message}`);
      continue;
    }
    const typed = record as typeof record & (typeof rows)[number]['record'];
    const now = { ...typed, partnerId: typed.partnerId || chosen.partnerId, partnerType: typed.partnerType || chosen.partnerType };
    const lacks = [now.partnerId === '' && 'Partner ID', now.area === '' && 'solution area', now.month === null && 'month'].filter(
      (name) => name !== false,
    );
    if (lacks.length > 0) {
      faults.push(`Line ${line} is left out. It has no ${list(lacks, 'and')}.`);
      continue;
    }
    const key = keyOf(now);
    if (edits.has(key)) {
      faults.push(`Line ${line} is left out. An earlier line has the same Partner ID, solution area, and month.`);
      continue;
    }
    const same = rows.filter((row) => row.record.month !== null && keyOf(row.record) === key);
    if (same.length > 1) {
      faults.push(`Line ${line} is left out. The table has several rows for its Partner ID, solution area, and month.`);
      continue;
    }
    const [was = null] = same;
    edits.set(
      key,
      rowEdit(ELIGIBILITY, was, {
        ...now,
        ...(was && places['isDesignated']! < 0 && { isDesignated: was.record.isDesignated }),
        ...(was && typed.partnerType === '' && { partnerType: was.record.partnerType || now.partnerType }),
        ...(was && { partnerId: was.record.partnerId, area: was.record.area }),
        id: was?.base.id ?? '',
      }),
    );
  }
  const all = [...edits.values()];
  return {
    edits: all,
    added: all.filter(({ base }) => base === null).length,
    changed: all.filter(({ base }) => base !== null).length,
    faults,
  };
}

const keyOf = ({ partnerId, area, month }: ProgramRows['eligibility'][number]['record']): string =>
  [comparableId(partnerId), area.replace(/\s+/g, ' ').trim().toLowerCase(), month].join(' ');

const isNamed = (name: string, column: string): boolean => squeezed(name) === squeezed(column);
const squeezed = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');
