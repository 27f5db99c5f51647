import { groupBy } from '../../domain/group-by';
import { pick, plural } from '../../domain/text/plural';
import { list } from '../../domain/text/list';
import type { Activity, Expense } from '../../domain/activities/activity';
import { withRateInForce, type ExchangeRate } from '../../domain/activities/rate-in-force';
import type { Claim, HistoryEntry } from '../../domain/claims/claim';
import type { PartnerGroups, PartnerNames } from '../../domain/earnings/partner-name';
import { sum, type Cents } from '../../domain/money/money';
import { CLAIM_LINES, claimOf, CLAIMS, lineOf, PROOF, proofOf } from './claims-table';
import { EARNINGS_TABLE } from '../funds/earnings-table';
import { expenseOf, EXPENSES } from './expenses-table';
import { earningSpelling, fundSpelling } from '../funds/normalize-fund-names';
import { FUNDS_TABLE } from '../funds/funds-table';
import { HISTORY, readHistory } from './history-table';
import { PROGRAM_LIST, PROGRAMS_ASKED } from '../funds/name-lists';
import { PARTNERS, readPartners } from './partners-table';
import { activityOf, PLAN } from './plan-table';
import { describeRepeats, exchangeRateOf, RATES } from './rates-table';
import {
  tableQuery,
  missingColumns,
  readRecords,
  type CellTrouble,
  type Columns,
  type StoredRow,
  type ReadRow,
  type RecordOf,
  type RecordTable,
} from '../../records/record-table';
import { readSettings, SETTINGS, type PlanSettings } from './settings-table';
import { type TableQuery, type TableCells, type TablesByName } from '../../records/table';

/** An activity or a claim as it is in the workbook, with its rows by their IDs. */
export interface StoredRecord<T> {
  value: T;
  row: number;
  troubles: readonly CellTrouble[];
  base: { row: StoredRow; parts: ReadonlyMap<string, StoredRow> };
}

/** What was read from the planning tables. */
export interface PlanningRecords {
  activities: readonly StoredRecord<Activity>[];
  claims: readonly StoredRecord<Claim>[];
  /** The workbook's exchange rates, as in the sheet. */
  rates: readonly StoredRecord<ExchangeRate>[];
  history: readonly HistoryEntry[];
  settings: PlanSettings;
  /** The names that people gave Partner IDs. */
  partnerNames: PartnerNames;
  /** The groups that people put Partner IDs into. */
  partnerGroups: PartnerGroups;
  troubles: readonly string[];
  hasPlan: boolean;
  /** A column that the amounts of funds depend on was renamed or removed, so they aren't known. */
  hasUnknownAmounts: boolean;
  /** The fields of activities whose column was renamed or removed: blank here, and not known. */
  unknownFields: ReadonlySet<string>;
}

/** The tables of a plan, each after those its formulas refer to. */
export const PLANNING_TABLES = [
  SETTINGS,
  PARTNERS,
  EXPENSES,
  RATES,
  PLAN,
  CLAIM_LINES,
  PROOF,
  CLAIMS,
  HISTORY,
] as const satisfies readonly RecordTable<Columns>[];

/** Everything the planning screens need. Of earnings and funds, only the formulas of Co-op: an amount in their place was typed. */
export const ALL_ASKED: readonly TableQuery[] = [
  ...PLANNING_TABLES.map(tableQuery),
  { name: FUNDS_TABLE, formulasIn: ['Co-op'] },
  { name: EARNINGS_TABLE, formulasIn: [] },
  PROGRAMS_ASKED,
];

/** The columns that decide how much of a fund is planned, claimed, and left. */
const COUNTED_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  [PLAN.design.name]: [
    'ID',
    'Status',
    'Partner ID',
    'Program',
    'Fiscal half',
    'Activity',
    'Start',
    'Currency',
    'Rate to USD',
    'Budget',
    'Actual',
    'Attendees',
    'Co-op share',
  ],
  [EXPENSES.design.name]: ['Activity ID', 'Budget', 'Actual'],
  [CLAIMS.design.name]: [
    'ID',
    'Activity ID',
    'Status',
    'Partner ID',
    'Program',
    'Fiscal half',
    'Currency',
    'Rate to USD',
    'Amount',
    'Approved amount',
    'Paid amount',
  ],
  [CLAIM_LINES.design.name]: ['Claim ID', 'Amount'],
  [RATES.design.name]: ['Currency', 'From', 'Rate to USD'],
};

/** The fields of an activity that are in columns of the plan; three columns name its fund. */
const fieldsIn = (names: readonly string[]): string[] =>
  Object.entries(PLAN.columns).flatMap(([field, { name }]) =>
    names.includes(name) ? [['partnerId', 'program', 'half'].includes(field) ? 'fund' : field] : [],
  );

/** Reads the plan. What can't be read is reported, never dropped. */
export function readPlanning(tables: TablesByName): PlanningRecords {
  const cells = (table: RecordTable<Columns>): TableCells | null => tables.get(table.design.name) ?? null;
  const troubles: string[] = [];
  let hasUnknownAmounts = false;
  const unknownFields = new Set<string>();
  for (const table of PLANNING_TABLES) {
    const held = cells(table);
    const missing = held ? missingColumns(table, held) : [];
    const isCounted = missing.some((name) => COUNTED_COLUMNS[table.design.name]?.includes(name));
    hasUnknownAmounts ||= isCounted;
    if (table === PLAN) for (const field of fieldsIn(missing)) unknownFields.add(field);
    if (missing.length > 0)
      troubles.push(
        `The table ${table.design.name} no longer has ${pick(missing.length, 'the column', 'the columns')} ${list(
          missing.map((name) => `"${name}"`),
          'and',
        )}. ${pick(missing.length, 'It reads as blank here. Rename it back, or add it again.', 'They read as blank here. Rename them back, or add them again.')}${isCounted ? ` Until then, what is planned and what is left of the funds isn't known.` : ''}`,
      );
  }
  const read = <C extends Columns>(table: RecordTable<C>): ReadRow<RecordOf<C> & { id: string }>[] =>
    withIds(table.design.name, readRecords(table, tables.get(table.design.name) ?? null));

  const expenses = partsOf(read(EXPENSES), 'activityId', EXPENSES.design.name);
  const unmatched = fundSpelling({
    plan: cells(PLAN),
    funds: tables.get(FUNDS_TABLE) ?? null,
    programs: tables.get(PROGRAM_LIST.name) ?? null,
  });
  const rates = read(RATES).map((row) => ({ ...exchangeRateOf(row), ...keptOf(row, []) }));
  const exchangeRates = rates.map(({ value }) => value);
  const activities = read(PLAN).map((row) => {
    const parts = expenses.take(row);
    const itsExpenses = parts.map(({ record }) => expenseOf(record));
    const written = withSheetSums(activityOf(row.record, itsExpenses), row.base);
    // a rate of its own that can't be read isn't replaced with another
    const isUnread = row.troubles.some(({ column }) => column === 'Rate to USD');
    const value = isUnread ? written : withRateInForce(written, exchangeRates);
    return {
      value,
      ...keptOf(row, [parts]),
      troubles: [...row.troubles, ...noFund(row), ...unmatched(row), ...troublesOf(parts, 'expense')],
    };
  });
  const lines = partsOf(read(CLAIM_LINES), 'claimId', CLAIM_LINES.design.name);
  const proof = partsOf(read(PROOF), 'claimId', PROOF.design.name);
  const claims = read(CLAIMS).map((row) => {
    const [ownLines, ownProof] = [lines.take(row), proof.take(row)];
    const value = claimOf(
      row.record,
      ownLines.map(({ record }) => lineOf(record)),
      ownProof.map(({ record }) => proofOf(record)),
    );
    return {
      value,
      ...keptOf(row, [ownLines, ownProof]),
      troubles: [...row.troubles, ...noFund(row), ...troublesOf(ownLines, 'line'), ...troublesOf(ownProof, 'proof')],
    };
  });
  const { settings, troubles: unread } = readSettings(cells(SETTINGS));
  const partners = readPartners(cells(PARTNERS));
  return {
    activities,
    claims,
    rates,
    history: readHistory(cells(HISTORY)),
    settings,
    partnerNames: partners.names,
    partnerGroups: partners.groups,
    troubles: [
      ...troubles,
      ...earningSpelling(tables.get(EARNINGS_TABLE) ?? null, tables.get(FUNDS_TABLE) ?? null, tables.get(PROGRAM_LIST.name) ?? null),
      ...unread.map(({ sentence }) => `CoopSettings: ${sentence}`),
      ...partners.troubles,
      ...rates.flatMap(({ row, troubles: ofRate }) => ofRate.map(({ sentence }) => `Row ${row + 1} of CoopRates: ${sentence}`)),
      ...describeRepeats(rates),
      ...expenses.left(),
      ...lines.left(),
      ...proof.left(),
    ],
    hasPlan: cells(PLAN) !== null,
    hasUnknownAmounts,
    unknownFields,
  };
}

/** Rows without an ID, or with an earlier row's ID, are identified by position until a save gives them one. */
function withIds<R extends object>(table: string, rows: readonly ReadRow<R>[]): ReadRow<R & { id: string }>[] {
  const first = new Map<string, number>();
  return rows.map((row) => {
    const { id, row: position } = row.base;
    const other = first.get(id.toUpperCase());
    if (id !== '' && other === undefined) {
      first.set(id.toUpperCase(), position);
      return { ...row, record: { ...row.record, id } };
    }
    const repeats: CellTrouble[] =
      other === undefined
        ? []
        : [
            {
              column: 'ID',
              found: id,
              sentence: `ID: row ${other + 1} of ${table} also has ${id}. This row gets its own ID when it's saved.`,
            },
          ];
    return {
      ...row,
      record: { ...row.record, id: `#${table.slice(4)} ${position + 1}` },
      troubles: [...row.troubles, ...repeats],
    };
  });
}

interface Parts<R> {
  /** Returns the rows that belong to a row, and removes them from the remaining ones. */
  take(parent: ReadRow<{ id: string }>): ReadRow<R>[];
  /** Messages about the remaining rows, which belong to no row. */
  left(): string[];
}

function partsOf<R extends { id: string }>(rows: readonly ReadRow<R>[], parent: keyof R & string, table: string): Parts<R> {
  const byParent = groupBy(rows, ({ record }) => String(record[parent]).trim().toUpperCase());
  return {
    take({ record }) {
      const id = record.id.toUpperCase();
      const itsRows = byParent.get(id) ?? [];
      byParent.delete(id);
      return itsRows;
    },
    left: () =>
      [...byParent].map(([id, itsRows]) => {
        const where = itsRows.length === 1 ? `Row ${itsRows[0]!.base.row + 1} of ${table}` : `${plural(itsRows.length, 'row')} of ${table}`;
        return id === ''
          ? `${where} ${pick(itsRows.length, "doesn't say what it belongs", "don't say what they belong")} to.`
          : `${where} ${pick(itsRows.length, 'belongs', 'belong')} to ${id}, which doesn't exist.`;
      }),
  };
}

const keptOf = (
  row: ReadRow<unknown>,
  parts: readonly (readonly ReadRow<{ id: string }>[])[],
): Pick<StoredRecord<unknown>, 'row' | 'base'> => ({
  row: row.base.row,
  base: { row: row.base, parts: new Map(parts.flat().map(({ record, base }) => [record.id, base])) },
});

const troublesOf = (parts: readonly ReadRow<unknown>[], what: string): CellTrouble[] =>
  parts.flatMap(({ troubles }, index) =>
    troubles.map((trouble) => ({ ...trouble, sentence: `${trouble.sentence} It is in ${what} ${index + 1}.` })),
  );

/** A fund needs both its Partner ID and its half. */
function noFund({ record, base, troubles }: ReadRow<{ partnerId: string; half: unknown }>): CellTrouble[] {
  if (
    (record.partnerId === '') === (record.half === null) ||
    troubles.some(({ column }) => column === 'Fiscal half' || column === 'Partner ID')
  )
    return [];
  const column = record.half === null ? 'Fiscal half' : 'Partner ID';
  const sentence = `${column} is blank, so row ${base.row + 1} names no fund.`;
  return [{ column, found: '', sentence }];
}

/** Current sums of expenses, since the sheet may not have calculated them yet; a figure typed over the formula stays. */
function withSheetSums(activity: Activity, { cells }: StoredRow): Activity {
  const summed = (column: 'Budget' | 'Actual', figures: readonly (Cents | null)[], figure: Cents | null): Cents | null => {
    if (!/^=.*CoopExpenses\[/i.test(String(cells[column] ?? ''))) return figure;
    const known = figures.filter((figure) => figure !== null);
    return known.length === 0 ? null : sum(known);
  };
  const figuresOf = (pick: (expense: Expense) => Cents | null): (Cents | null)[] => activity.expenses.map(pick);
  return {
    ...activity,
    budget: summed(
      'Budget',
      figuresOf(({ budget }) => budget),
      activity.budget,
    ),
    actual: summed(
      'Actual',
      figuresOf(({ actual }) => actual),
      activity.actual,
    ),
  };
}
