import { list } from '../../domain/text/list';
import { CLAIM_LINES, CLAIMS, PROOF } from '../../storage/planning/claims-table';
import { EXPENSES } from '../../storage/planning/expenses-table';
import { HISTORY } from '../../storage/planning/history-table';
import { PROGRAM_TABLE_NAMES } from '../../storage/program/program-names';
import { PLANNING_TABLES } from '../../storage/planning/planning-tables';
import { PLAN } from '../../storage/planning/plan-table';
import type { TableCells, TableChange, TableDesign, TablesByName } from '../../records/table';
import type { Tables } from '../../storage/workbook';
import { pick } from '../../domain/text/plural';

/** A table of the plan that isn't in the workbook under its name. */
export interface MissingTable {
  name: string;
  /** The table that has its columns and may be it; null where none was looked for or found. */
  alike: string | null;
}

/**
 * The tables of the plan that the workbook had and no longer has. Excel doesn't report a renamed table, so it looks like a
 * deleted one: until it is back, or someone gives it up, no new table is created, and the data stays as last read.
 */
export class MissingTables {
  private readonly had = new Map<string, TableCells>();
  private readonly lost = new Map<string, MissingTable>();

  get all(): readonly MissingTable[] {
    return [...this.lost.values()];
  }

  /** Updates from what was read: missing tables stay as last read. */
  take(found: TablesByName): TablesByName {
    const tables = new Map(found);
    for (const name of NAMES) {
      const cells = found.get(name);
      if (cells) {
        this.had.set(name, cells);
        this.lost.delete(name);
      } else if (cells === null && this.had.has(name)) {
        this.lost.set(name, this.lost.get(name) ?? { name, alike: null });
        tables.set(name, this.had.get(name)!);
      }
    }
    return tables;
  }

  /** The planned changes, or none if they need a table that is now missing; `needs` are tables they read rows from. */
  unlessNeeded<P extends { changes: TableChange[] }>(
    now: TablesByName,
    planned: P,
    needs: readonly string[],
  ): { changes: TableChange[]; result: P & { lost: readonly MissingTable[] } } {
    const names = new Set([...planned.changes.map(({ design }) => design.name), ...needs]);
    const lost = [...names].flatMap((name) =>
      now.get(name) ? [] : (this.lost.get(name) ?? (this.had.has(name) ? { name, alike: null } : [])),
    );
    return { changes: lost.length > 0 ? [] : planned.changes, result: { ...planned, lost } };
  }

  /** Looks for tables that were renamed before this pane read them; returns whether there are any. One round trip if any is missing. */
  async look(tables: Pick<Tables, 'alike'>, now: () => TablesByName): Promise<boolean> {
    const isMissing = ({ name }: Pick<TableDesign, 'name'>): boolean => !now().get(name) && !this.lost.has(name);
    const wanted = KNOWN_BY_COLUMNS.filter(isMissing);
    if (wanted.length === 0) return false;
    try {
      const found = [...(await tables.alike(wanted))].filter(([name]) => isMissing({ name }));
      for (const [name, alike] of found) this.lost.set(name, { name, alike });
      return found.length > 0;
    } catch {
      // then a renamed table is treated like any other table of the workbook
      return false;
    }
  }

  /** Stops waiting for missing tables, including any that the next read doesn't find; they are created again when needed. */
  giveUp(): void {
    this.had.clear();
    this.lost.clear();
  }
}

const NAMES: readonly string[] = [...PLANNING_TABLES.map(({ design }) => design.name), ...PROGRAM_TABLE_NAMES];
const KNOWN_BY_COLUMNS: readonly TableDesign[] = [PLAN, EXPENSES, CLAIMS, CLAIM_LINES, PROOF, HISTORY].map(({ design }) => design);

/** What has happened to tables that are lost, and what to do. */
export function describeMissing(lost: readonly MissingTable[]): string {
  const names = list(
    lost.map(({ name }) => name),
    'and',
  );
  const [table] = lost;
  if (lost.length === 1 && table!.alike !== null)
    return `The table ${table!.name} isn't in this workbook, but ${table!.alike} has its columns. If the table was renamed, rename it back to ${table!.name} ${WHERE}.`;
  if (lost.length === 1)
    return `The table ${names} is no longer in this workbook. If it was renamed, rename it back to ${names} ${WHERE}. You see the data last read.`;
  const others = lost.flatMap(({ alike }) => (alike === null ? [] : [alike]));
  if (others.length > 0)
    return `The tables ${names} aren't in this workbook, but ${list(others, 'and')} ${pick(others.length, 'has columns of one of them', 'have their columns')}. If the tables were renamed, rename them back ${WHERE}.`;
  return `The tables ${names} are no longer in this workbook. If they were renamed, rename them back ${WHERE}. You see the data last read.`;
}

/** Why nothing was written. */
export function describeNotWritten(lost: readonly MissingTable[]): string {
  const names = list(
    lost.map(({ name }) => name),
    'and',
  );
  return lost.length === 1
    ? `Nothing was written because the table ${names} is missing. What you entered is still here. Rename the table back to ${names} or create a new one, and then save again.`
    : `Nothing was written because the tables ${names} are missing. What you entered is still here. Rename the tables back or create new ones, and then save again.`;
}

const WHERE = '(Table Design › Table Name)';
