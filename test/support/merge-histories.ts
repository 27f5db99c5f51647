import type { Day } from '../../src/domain/calendar/day';
import type { MadeCell, MadeTable } from './planning-files';
import { seeded } from './seeded';

// Histories of a workbook that was sent: what each side did to it, the files that leaves, and what a merge has to say.

type Meaning = string | number | null;

/** Columns with values that they may have, and other spellings that mean the same. */
const COLUMNS: Readonly<Record<string, Readonly<Record<string, readonly Meaning[]>>>> = {
  CoopPlan: {
    Title: ['Booth', 'Webinar', 'Mailing', null],
    Status: ['draft', 'planned', 'done'],
    'Partner ID': ['4512345', '4598765'],
    'Fiscal half': ['FY25 H1', 'FY25 H2'],
    Start: ['2025-03-01', '2025-03-15', '2025-04-02', null],
    End: ['2025-05-01', '2025-05-20', null],
    Owner: ['Ann', 'Bo', 'Cy', null],
    Budget: [1000, 1200.5, 800, null],
    Attendees: [10, 25, null],
    Region: ['North', 'South', null],
  },
  CoopExpenses: {
    'Activity ID': ['A-1', 'A-2'],
    'Expense type': ['Venue', 'Print', 'Food'],
    Budget: [100, 250, 75.25],
    Note: ['quote', 'due', null],
  },
  CoopClaims: {
    'Claim name': ['Q1', 'Q2', null],
    Status: ['editing', 'paid'],
    Start: ['2025-03-01', '2025-06-30'],
    Amount: [500, 700.1, null],
    Notes: ['x', 'y', null],
  },
};
const DAYS = new Set(['Start', 'End']);
const NUMBERS = new Set(['Budget', 'Attendees', 'Amount']);
const COMPUTED: Readonly<Record<string, string>> = { CoopPlan: 'Cost', CoopExpenses: 'Reserved', CoopClaims: 'Amount USD' };
const COUNTS: Readonly<Record<string, number>> = { CoopPlan: 8, CoopExpenses: 6, CoopClaims: 5 };

type Rows = Map<string, Record<string, Meaning>>;
type State = Map<string, Rows>;

/** What a merge has to list, as table, ID, column, and kind. */
export interface History {
  base: MadeTable[];
  mine: MadeTable[];
  theirs: MadeTable[];
  expected: string[];
  /** What mine holds after the merge. */
  merged: State;
  isSameRow: boolean;
  isSameCell: boolean;
}

const copied = (state: State): State =>
  new Map([...state].map(([table, rows]) => [table, new Map([...rows].map(([id, row]) => [id, { ...row }]))]));

export function historyOf(seed: number): History {
  const random = seeded(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const shuffled = <T>(from: readonly T[]): T[] =>
    from
      .map((each) => [random(), each] as const)
      .sort(([a], [b]) => a - b)
      .map(([, each]) => each);
  const chance = (likelihood: number): boolean => random() < likelihood;

  const base: State = new Map(
    Object.entries(COLUMNS).map(([table, columns]) => [
      table,
      new Map(
        Array.from({ length: COUNTS[table]! }, (_, n) => [
          `${table.slice(4, 5) === 'P' ? 'A' : table.slice(4, 5)}-${n + 1}`,
          Object.fromEntries(Object.entries(columns).map(([column, values]) => [column, pick(values)])),
        ]),
      ),
    ]),
  );
  const other = (table: string, column: string, ...not: Meaning[]): Meaning => {
    const left = COLUMNS[table]![column]!.filter((value) => !not.includes(value));
    return left.length > 0 ? pick(left) : null;
  };
  const [mine, theirs] = [copied(base), copied(base)];
  const edited = { mine: new Map<string, Meaning>(), theirs: new Map<string, Meaning>() };
  const edit = (side: 'mine' | 'theirs', table: string, id: string, column: string, value: Meaning): void => {
    (side === 'mine' ? mine : theirs).get(table)!.get(id)![column] = value;
    edited[side].set(`${table}|${id}|${column}`, value);
  };
  const anywhere = (): [string, string, string] => {
    const table = pick(Object.keys(COLUMNS));
    return [table, pick([...base.get(table)!.keys()]), pick(Object.keys(COLUMNS[table]!))];
  };
  for (const side of ['mine', 'theirs'] as const)
    for (let n = 1 + Math.floor(random() * 4); n > 0; n--) {
      const [table, id, column] = anywhere();
      if (edited[side].has(`${table}|${id}|${column}`)) continue;
      const value = other(table, column, base.get(table)!.get(id)![column]!);
      if (value !== base.get(table)!.get(id)![column]) edit(side, table, id, column, value);
    }
  if (chance(0.4)) {
    const [table, id, column] = anywhere();
    const next = pick(Object.keys(COLUMNS[table]!).filter((each) => each !== column));
    const was = base.get(table)!.get(id)!;
    const isCell = chance(0.4);
    const first = other(table, column, was[column]!);
    const place = isCell ? column : next;
    const second = isCell && chance(0.5) ? first : other(table, place, was[place]!);
    if (first !== was[column] && second !== was[place]) {
      edit('mine', table, id, column, first);
      edit('theirs', table, id, place, second);
    }
  }
  const deleted = { mine: new Set<string>(), theirs: new Set<string>() };
  for (const side of ['mine', 'theirs'] as const)
    if (chance(0.3)) {
      const table = pick(Object.keys(COLUMNS));
      const id = pick([...base.get(table)!.keys()]);
      (side === 'mine' ? mine : theirs).get(table)!.delete(id);
      deleted[side].add(`${table}|${id}`);
      for (const key of [...edited[side].keys()]) if (key.startsWith(`${table}|${id}|`)) edited[side].delete(key);
    }
  const added = { mine: [] as string[], theirs: [] as string[] };
  for (const side of ['mine', 'theirs'] as const)
    if (chance(0.3)) {
      const [table, id] = anywhere();
      const row = Object.fromEntries(Object.entries(COLUMNS[table]!).map(([column, values]) => [column, pick(values)]));
      const named = `${id}-${side}`;
      (side === 'mine' ? mine : theirs).get(table)!.set(named, row);
      added[side].push(`${table}|${named}`);
    }

  // columns that their side loses or renames; one that was edited isn't lost, and one is only renamed where it holds something
  const lost = new Set<string>();
  if (chance(0.2)) {
    const [table, , column] = anywhere();
    if (![...edited.theirs.keys()].some((key) => key.startsWith(`${table}|`) && key.endsWith(`|${column}`)) && column !== 'Activity ID')
      lost.add(`${table}|${column}`);
  }

  const expected: string[] = [];
  const merged = copied(mine);
  for (const key of new Set([...edited.mine.keys(), ...edited.theirs.keys()])) {
    const [table, id, column] = key.split('|') as [string, string, string];
    if (deleted.mine.has(`${table}|${id}`) || deleted.theirs.has(`${table}|${id}`)) continue;
    const [here, their] = [edited.mine.get(key), edited.theirs.get(key)];
    if (lost.has(`${table}|${column}`)) continue;
    const kind = here === undefined ? 'theirs' : their === undefined ? 'mine' : here === their ? 'both-same' : 'conflict';
    expected.push(`${table} ${id} ${column} ${kind}`);
    if (kind === 'theirs') merged.get(table)!.get(id)![column] = their!;
  }
  for (const row of new Set([...deleted.mine, ...deleted.theirs])) {
    const [table, id] = row.split('|') as [string, string];
    const isEdited = (side: 'mine' | 'theirs'): boolean => [...edited[side].keys()].some((key) => key.startsWith(`${row}|`));
    const [here, there] = [deleted.mine.has(row), deleted.theirs.has(row)];
    const kind =
      here && there ? 'both-same' : here ? (isEdited('theirs') ? 'conflict' : 'mine') : isEdited('mine') ? 'conflict' : 'deleted';
    expected.push(`${table} ${id} row ${kind}`);
  }
  for (const row of added.mine) expected.push(`${row.replace('|', ' ')} row mine`);
  for (const row of added.theirs) {
    const [table, id] = row.split('|') as [string, string];
    expected.push(`${table} ${id} row new`);
    merged.get(table)!.set(id, {
      ...theirs.get(table)!.get(id)!,
      ...Object.fromEntries([...lost].filter((key) => key.startsWith(`${table}|`)).map((key) => [key.split('|')[1]!, null])),
    });
  }

  const cell = (column: string, value: Meaning, retypes: boolean): MadeCell => {
    const retyped = retypes && chance(0.2);
    if (value === null) return retyped && !NUMBERS.has(column) ? '  ' : null;
    if (DAYS.has(column)) return retyped ? String(value) : { day: value as Day };
    if (NUMBERS.has(column)) return retyped ? pick([String(value), Number(value).toFixed(2)]) : value;
    if (column === 'Partner ID') return retyped ? Number(value) : value;
    return retyped ? `${value} ` : value;
  };
  const tableOf = (table: string, rows: Rows, isTheirs: boolean): MadeTable => {
    let columns = [...Object.keys(COLUMNS[table]!), COMPUTED[table]!, 'ID'];
    let entries = [...rows];
    if (isTheirs) {
      columns = columns.filter((column) => !lost.has(`${table}|${column}`));
      if (chance(0.3)) columns = shuffled(columns);
      if (chance(0.3)) columns.splice(Math.floor(random() * columns.length), 0, 'Inserted');
    }
    if (chance(0.5)) entries = shuffled(entries);
    const renamed = new Map<string, string>();
    if (isTheirs && chance(0.3)) {
      const column = pick(columns);
      const values = [...base.get(table)!.values()].filter((row) => (row[column] ?? null) !== null);
      if (column === 'ID' || (values.length >= 4 && !columns.includes('Inserted'))) renamed.set(column, 'Renamed there');
    }
    return {
      name: table,
      header: columns.map((column) => renamed.get(column) ?? column),
      rows: entries.map(([id, row]) =>
        columns.map((column): MadeCell => {
          if (column === 'ID') return isTheirs && chance(0.1) && base.get(table)!.has(id) ? id.toLowerCase() : id;
          if (column === 'Inserted') return chance(0.3) ? 'seen' : null;
          if (column === COMPUTED[table]) return { formula: '1+1', value: Math.floor(random() * 100) };
          return cell(column, row[column]!, isTheirs);
        }),
      ),
    };
  };
  const tables = (state: State, isTheirs: boolean): MadeTable[] => [...state].map(([table, rows]) => tableOf(table, rows, isTheirs));
  const rowsOf = (keys: Iterable<string>): Set<string> => new Set([...keys].map((key) => key.split('|').slice(0, 2).join('|')));
  return {
    base: tables(base, false),
    mine: tables(mine, false),
    theirs: tables(theirs, true),
    expected: expected.sort(),
    merged,
    isSameRow: [...rowsOf(edited.mine.keys())].some((row) => rowsOf(edited.theirs.keys()).has(row)),
    isSameCell: [...edited.mine.keys()].some((key) => edited.theirs.has(key)),
  };
}
