import { Problem } from '../../domain/problem';
import type { MixShare } from '../../domain/balance/target-mix';
import { formatShare, type Cents } from '../../domain/money/money';
import type { Day } from '../../domain/calendar/day';
import { count, day, money, share, text, type Kind } from '../../records/cell-types';
import { readCell, recordTable, type CellTrouble } from '../../records/record-table';
import { columnsOf, type NewCell, type TableCells } from '../../records/table';

/** The settings of the whole plan. */
export interface PlanSettings {
  /** Days the review of a claim may take. */
  reviewDays: number;
  /** Days to collect proof of execution. */
  proofDays: number;
  /** The day the payment must arrive by, if any. */
  payBy: Day | null;
  /** US dollars below which a claim needs no proof; the user's own figure. */
  lowDollar: Cents | null;
  /** The mix of categories to check a plan against, if any. */
  mix: readonly MixShare[];
  /** The mix of solution areas, if any. */
  areaMix: readonly MixShare[];
  /** The name written to the history with each change; '' for none. */
  yourName: string;
  /** Who requests creative reviews, and who gets a copy; blank ones are left out. */
  contacts?: Readonly<Partial<Record<Contact, string>>>;
}

/** The people named in a request for a creative review. */
export type Contact = 'company' | 'microsoft' | 'distributor';

/** The defaults; COOP.SAFEBY uses the same numbers of days. */
export const USUAL_SETTINGS: PlanSettings = {
  reviewDays: 30,
  proofDays: 14,
  payBy: null,
  lowDollar: null,
  mix: [],
  areaMix: [],
  yourName: '',
};

/** The table of settings, with a row for each. */
export const SETTINGS = recordTable(
  {
    name: 'CoopSettings',
    sheet: 'Co-op settings',
    title: 'Settings of the co-op plan',
    hint: 'Dates in the plan use these. Blank means the default: 30 days for a review, 14 for proof.',
  },
  'Setting',
  { setting: { name: 'Setting', width: 190, kind: text }, value: { name: 'Value', width: 230, wraps: true, kind: text } },
);

/** The settings, and the cells that can't be read, for which defaults are used. */
export function readSettings(cells: TableCells | null): { settings: PlanSettings; troubles: CellTrouble[] } {
  const troubles: CellTrouble[] = [];
  const mixes: Record<'mix' | 'areaMix', MixShare[]> = { mix: [], areaMix: [] };
  const settings: PlanSettings = { ...USUAL_SETTINGS, ...mixes };
  if (!cells) return { settings, troubles };
  const columnIndex = columnsOf(cells.header, ['Setting', 'Value']);
  for (const row of cells.values) {
    const name = String(row[columnIndex.Setting] ?? '').trim();
    const found = row[columnIndex.Value] ?? '';
    const value = <V>(kind: Kind<V>): V => {
      try {
        return readCell(kind, found, name);
      } catch (thrown) {
        if (!(thrown instanceof Problem)) throw thrown;
        troubles.push({ column: name, found: String(found), sentence: thrown.message });
        return kind.blank;
      }
    };
    switch (name.toLowerCase()) {
      case 'review days':
        settings.reviewDays = value(count) ?? USUAL_SETTINGS.reviewDays;
        break;
      case 'proof days':
        settings.proofDays = value(count) ?? USUAL_SETTINGS.proofDays;
        break;
      case 'pay by':
        settings.payBy = value(day);
        break;
      case 'low-dollar amount':
        settings.lowDollar = value(money);
        break;
      case 'your name':
        settings.yourName = value(text).trim();
        break;
      default: {
        const contact = CONTACTS.find(([, row]) => row.toLowerCase() === name.toLowerCase())?.[0];
        if (contact !== undefined) {
          const said = value(text).trim();
          if (said !== '') settings.contacts = { ...settings.contacts, [contact]: said };
          break;
        }
        const [mix, prefix] = MIXES.find((known) => name.toLowerCase().startsWith(known[1].toLowerCase())) ?? [];
        if (mix === undefined) break;
        const part = name.slice(prefix!.length).trim();
        const target = part === '' ? null : value(share);
        if (target !== null) mixes[mix].push({ name: part, share: target });
      }
    }
  }
  return { settings, troubles };
}

/** Each setting's cell, by the name of its row. The rows every table has come first. */
export function writtenSettings({
  reviewDays,
  proofDays,
  payBy,
  lowDollar,
  mix,
  areaMix,
  yourName,
  contacts = {},
}: PlanSettings): Map<string, NewCell> {
  return new Map<string, NewCell>([
    ['Review days', reviewDays],
    ['Proof days', proofDays],
    // as text, since a column of different types can't have a date format
    ['Pay by', payBy ?? ''],
    ['Low-dollar amount', money.write(lowDollar)],
    ['Your name', yourName],
    ...MIXES.flatMap(([field, prefix]) =>
      ({ mix, areaMix })[field].map(({ name, share: part }) => [`${prefix} ${name}`, formatShare(part)] as const),
    ),
    ...CONTACTS.flatMap(([contact, row]) => (contacts[contact] ? [[row, contacts[contact]] as const] : [])),
  ]);
}

const CONTACTS: readonly (readonly [Contact, row: string])[] = [
  ['company', 'Review: company'],
  ['microsoft', 'Review: Microsoft contact'],
  ['distributor', 'Review: distributor contact'],
];

/** How the rows of each mix begin, before the name of a part. */
const MIXES: readonly (readonly [mix: 'mix' | 'areaMix', prefix: string])[] = [
  ['mix', 'Mix:'],
  ['areaMix', 'Solution area mix:'],
];
