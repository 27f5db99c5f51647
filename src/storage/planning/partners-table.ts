import { comparableId, oddPartnerId } from '../../domain/earnings/partner-id';
import { NAME_SEPARATOR, type PartnerGroups, type PartnerNames } from '../../domain/earnings/partner-name';
import { capitalized } from '../../domain/text/capitalized';
import { cleanText } from '../../domain/text/clean-text';
import { groupBy } from '../../domain/group-by';
import { text } from '../../records/cell-types';
import type { RowEdit } from '../../records/merge-rows';
import { partition } from '../../domain/partition';
import { readRecords, recordTable, type ReadRow, type RecordOf } from '../../records/record-table';
import { quoted } from '../../records/formula-text';
import { hasColumns, type TableCells } from '../../records/table';
import { LEVER_GROUPS } from '../../rulebook/packs/lever-groups';
import { PARTNER_KEY } from '../funds/fund-formulas';

/** The table of the names and groups that people give their Partner IDs. */
export const PARTNERS = recordTable(
  {
    name: 'CoopPartners',
    sheet: 'Co-op partners',
    title: 'Partner IDs',
    hint: 'Names are shown next to Partner IDs in the pane and in the summary. Only enter Partner ID, Name, and, where earning rates differ by country group, partner type, or tier, Group, several of them separated by semicolons; Key is for formulas.',
  },
  'Partner ID',
  {
    partnerId: { name: 'Partner ID', width: 110, kind: text },
    name: { name: 'Name', width: 240, kind: text },
    // a row without a name must not hide another one of the same ID that has one
    key: { name: 'Key', width: 110, formula: `=IF(OR([@[Partner ID]]="",[@Name]=""),"",${PARTNER_KEY})` },
    group: { name: 'Group', width: 190, kind: { ...text, choices: LEVER_GROUPS, isOpen: true }, isLater: true },
  },
);

type PartnerRow = ReadRow<RecordOf<(typeof PARTNERS)['columns']>>;

/** The names and groups in the table, and sentences about what isn't used. The first name of a Partner ID counts, as in formulas, and the group beside it. */
export function readPartners(cells: TableCells | null): { names: PartnerNames; groups: PartnerGroups; troubles: string[] } {
  const names = new Map<string, string>();
  const troubles: string[] = [];
  const used: PartnerRow[] = [];
  for (const row of readRecords(PARTNERS, cells)) {
    const { record, troubles: unread } = row;
    const where = capitalized(inTable(row));
    const name = textIn(record.name);
    const key = keyOf(row);
    const problem = UNCLEAR[oddPartnerId(record.partnerId) ?? 'clear'];
    const [ofGroup, others] = partition(unread, ({ column }) => column === PARTNERS.columns.group.name);
    troubles.push(...ofGroup.map(({ sentence }) => `The group in ${inTable(row)} isn't used. ${sentence}`));
    if (others.length > 0) troubles.push(...others.map(({ sentence }) => `${where} isn't used. ${sentence}`));
    else if (name === '' && textIn(record.group) === '') continue;
    else if (problem !== null) troubles.push(`${where} isn't used: ${problem(record.partnerId)}`);
    else if (name !== '' && (names.get(key) ?? name) !== name)
      troubles.push(`${where} isn't used: an earlier row names Partner ID ${record.partnerId} "${names.get(key)}".`);
    else {
      used.push(row);
      if (name !== '') names.set(key, name);
    }
  }
  const groups = new Map<string, string>();
  for (const [key, rows] of groupBy(used, keyOf)) {
    const first = firstOf(rows)!;
    const group = textIn(first.record.group);
    if (group !== '') groups.set(key, group);
    const others = rows.filter(({ record }) => !['', group].includes(textIn(record.group)));
    troubles.push(
      ...others.map(
        (row) => `The group in ${inTable(row)} isn't used: the Partner ID has its name and group from row ${first.base.row + 1}.`,
      ),
    );
  }
  return { names, groups, troubles };
}

const inTable = ({ base }: PartnerRow): string => `row ${base.row + 1} of ${PARTNERS.design.name}`;

const keyOf = ({ record }: PartnerRow): string => comparableId(record.partnerId);

/** Of the rows of one Partner ID, the one that it has its name and its group from. */
const firstOf = (rows: readonly PartnerRow[]): PartnerRow | undefined =>
  rows.find(({ record }) => textIn(record.name) !== '') ?? rows.find(({ record }) => textIn(record.group) !== '') ?? rows[0];

const textIn = (cell: string): string => cleanText(cell).replace(/\s+/g, ' ').trim();

const UNCLEAR: Record<NonNullable<ReturnType<typeof oddPartnerId>> | 'clear', ((id: string) => string) | null> = {
  clear: null,
  nothing: () => 'it has a name or a group but no Partner ID.',
  rounded: (id) => `${id} has lost digits. Enter the whole Partner ID.`,
  unclear: (id) => `"${id}" may be read as more than one Partner ID.`,
};

/** A name and a group to save for a Partner ID; '' takes one away, and a group that isn't given stays. */
export interface NameToSave {
  partnerId: string;
  name: string;
  group?: string;
}

/** The edits that save names and groups: in the row that a Partner ID has its name from, or in a new one. */
export function nameEdits(names: readonly NameToSave[], read: TableCells | null): RowEdit[] {
  const rows = readRecords(PARTNERS, read);
  return names.map(({ partnerId, name, group }): RowEdit => {
    const row = rowOf(partnerId, rows);
    const id = row?.base.id ?? partnerId;
    return {
      id,
      subject: `Partner ID ${partnerId}`,
      base: row?.base ?? null,
      was: row ? { 'Partner ID': id, Name: row.record.name, ...(group !== undefined && { Group: row.record.group }) } : null,
      now: { 'Partner ID': id, Name: name, ...(group !== undefined && { Group: group }) },
      isPart: true,
    };
  });
}

const rowOf = (partnerId: string, rows: readonly PartnerRow[]): PartnerRow | undefined =>
  firstOf(rows.filter((row) => keyOf(row) === comparableId(partnerId)));

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
