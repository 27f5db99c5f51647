import type { Day } from '../../../domain/day';
import { isChange, type TableCells, type Tables } from '../../../storage/tables';
import { planToday, TODAY_TABLE, type TodayRow } from '../../../storage/today-table';
import { troubleOf } from '../../../storage/trouble';

/** Whether the list stands in the workbook, and as of when. */
export type InSheet = { step: 'unknown' } | { step: 'none' } | { step: 'kept'; asOf: Day } | { step: 'trouble'; sentence: string };

/** Keeps the table CoopToday in step with the list, once somebody has asked for it: in this pane, or in one before it. */
export class TodayInSheet {
  private state: InSheet = { step: 'unknown' };
  private wanted: { list: readonly TodayRow[]; asOf: Day; make: boolean } | null = null;
  private running: Promise<void> | null = null;
  private seen: TableCells | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly tables: Tables) {}

  readonly current = (): InSheet => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Writes the list where the table is there and says otherwise, by the plan's own reading; a table that was never there costs nothing. */
  async follow(list: readonly TodayRow[], asOf: Day, read: TableCells | null): Promise<void> {
    const isNew = read !== this.seen;
    this.seen = read;
    const wasNever = this.state.step === 'unknown' || this.state.step === 'none';
    if (read === null && wasNever && !this.running) return this.say({ step: 'none' });
    // what we wrote since is not in it
    if (isNew && read && !this.running && isAsWanted(read, list, asOf)) return this.say({ step: 'kept', asOf });
    return this.write({ list, asOf, make: false });
  }

  /** Makes the table, or mends it. */
  keep(list: readonly TodayRow[], asOf: Day): Promise<void> {
    return this.write({ list, asOf, make: true });
  }

  /** One change at a time; of those that come meanwhile only the last is worth making. */
  private write(wanted: { list: readonly TodayRow[]; asOf: Day; make: boolean }): Promise<void> {
    this.wanted = { ...wanted, make: wanted.make || (this.wanted?.make ?? false) };
    return (this.running ??= this.writeAll().finally(() => (this.running = null)));
  }

  private async writeAll(): Promise<void> {
    while (this.wanted) {
      const { list, asOf, make } = this.wanted;
      this.wanted = null;
      try {
        const { result: isThere } = await this.tables.change([TODAY_TABLE], ([now = null]) => ({
          changes: [planToday(now, list, asOf, make)],
          result: now !== null || make,
        }));
        this.say(isThere ? { step: 'kept', asOf } : { step: 'none' });
      } catch (error) {
        this.say({ step: 'trouble', sentence: troubleOf(error).message });
      }
    }
  }

  private say(state: InSheet): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

function isAsWanted(table: TableCells, list: readonly TodayRow[], asOf: Day): boolean {
  try {
    return !isChange(planToday(table, list, asOf, false));
  } catch {
    // a column is missing: writing says which
    return false;
  }
}

/** The one of a workbook: the shell follows with it whatever screen is shown, and the Today screen shows it. */
export function todayInSheet(tables: Tables): TodayInSheet {
  let found = byTables.get(tables);
  if (!found) byTables.set(tables, (found = new TodayInSheet(tables)));
  return found;
}

const byTables = new WeakMap<Tables, TodayInSheet>();
