import { comparableId, oddPartnerId } from '../../domain/earnings/partner-id';
import { NAME_SEPARATOR, type PartnerNames } from '../../domain/earnings/partner-name';
import { cleanText } from '../../domain/text/clean-text';
import { text } from '../../records/cell-types';
import type { RowEdit } from '../../records/merge-rows';
import { readRecords, recordTable, type ReadRow, type RecordOf } from '../../records/record-table';
import { quoted } from '../../records/formula-text';
import { hasColumns, type TableCells } from '../../records/table';
import { PARTNER_KEY } from '../funds/fund-formulas';

/** The table of the names that people give their Partner IDs. */
export const PARTNERS = recordTable(
  {
    name: 'CoopPartners',
    sheet: 'Co-op partners',
    title: 'Partner IDs',
    hint: 'Names are shown next to Partner IDs in the pane and in the summary. Only enter Partner ID and Name; Key is for formulas.',
  },
  'Partner ID',
  {
    partnerId: { name: 'Partner ID', width: 110, kind: text },
    name: { name: 'Name', width: 240, kind: text },
    // a row without a name must not hide another one of the same ID that has one
    key: { name: 'Key', width: 110, formula: `=IF(OR([@[Partner ID]]="",[@Name]=""),"",${PARTNER_KEY})` },
  },
);

type PartnerRow = ReadRow<RecordOf<(typeof PARTNERS)['columns']>>;

/** The names in the table, and sentences about rows that aren't used. The first name of a Partner ID counts, as in formulas. */
export function readPartners(cells: TableCells | null): { names: PartnerNames; troubles: string[] } {
  const names = new Map<string, string>();
  const troubles: string[] = [];
  for (const { record, base, troubles: unread } of readRecords(PARTNERS, cells)) {
    const where = `Row ${base.row + 1} of ${PARTNERS.design.name}`;
    const name = nameIn(record.name);
    const key = comparableId(record.partnerId);
    const problem = UNCLEAR[oddPartnerId(record.partnerId) ?? 'clear'];
    if (unread.length > 0) troubles.push(...unread.map(({ sentence }) => `${where} isn't used. ${sentence}`));
    else if (name === '') continue;
    else if (problem !== null) troubles.push(`${where} isn't used: ${problem(record.partnerId)}`);
    else if (!names.has(key)) names.set(key, name);
    else if (names.get(key) !== name)
      troubles.push(`${where} isn't used: an earlier row names Partner ID ${record.partnerId} "${names.get(key)}".`);
  }
  return { names, troubles };
}

const nameIn = (cell: string): string => cleanText(cell).replace(/\s+/g, ' ').trim();

const UNCLEAR: Record<NonNullable<ReturnType<typeof oddPartnerId>> | 'clear', ((id: string) => string) | null> = {
  clear: null,
  nothing: () => 'it has a name but no Partner ID.',
  rounded: (id) => `${id} has lost digits. Enter the whole Partner ID.`,
  unclear: (id) => `"${id}" may be read as more than one Partner ID.`,
};

/** A name to save for a Partner ID; '' takes its name away. */
export interface NameToSave {
  partnerId: string;
  name: string;
}

/** The edits that save names: in the row that a Partner ID has its name from, or in a new one. */
export function nameEdits(names: readonly NameToSave[], read: TableCells | null): RowEdit[] {
  const rows = readRecords(PARTNERS, read);
  return names.map(({ partnerId, name }): RowEdit => {
    const row = rowOf(partnerId, rows);
    const id = row?.base.id ?? partnerId;
    return {
      id,
      subject: `Partner ID ${partnerId}`,
      base: row?.base ?? null,
      was: row ? { 'Partner ID': id, Name: row.record.name } : null,
      now: { 'Partner ID': id, Name: name },
      isPart: true,
    };
  });
}

function rowOf(partnerId: string, rows: readonly PartnerRow[]): PartnerRow | undefined {
  const ofPartner = rows.filter(({ record }) => comparableId(record.partnerId) === comparableId(partnerId));
  return ofPartner.find(({ record }) => nameIn(record.name) !== '') ?? ofPartner[0];
}

/**
 * A formula for how a Partner ID reads, from formulas for its key and for the ID. It is the sheet's counterpart of
 * `describePartner`: it needs no add-in, and follows the names in the table, also those of a table that comes later, which
 * Excel only lets a formula refer to by its name as text.
 */
export function describePartnerFormula(key: string, id: string, partners: TableCells | null): string {
  const isThere = partners !== null && hasColumns(partners, 'Name', 'Key');
  const [names, keys] = ['CoopPartners[Name]', 'CoopPartners[Key]'].map((column) => (isThere ? column : `INDIRECT(${quoted(column)})`));
  return `IFERROR(INDEX(${names},MATCH(${key},${keys},0))&"${NAME_SEPARATOR}"&${id},${id})`;
}
