/** What the watch calls. */
export interface RulesWatchWiring {
  rulesTableId(): Promise<string | null>;
  /** Whether this add-in created the table, which then can't be the rules. */
  isMadeByUs(tableId: string): boolean;
  /** Reads the rules again and recalculates. */
  reread(): Promise<void>;
  settleMs?: number;
}

/**
 * Finds the table events that concern the workbook's own rules. Other tables are remembered by ID, so that editing an
 * earnings report causes no requests to Excel. A new table may be the rules, so we ask again, unless we created it.
 */
export class RulesWatch {
  private readonly others = new Set<string>();
  private rulesTable: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pending = new Set<string>();

  constructor(private readonly wiring: RulesWatchWiring) {}

  /** Starts with the ID of the table that has the rules; null if there is none. */
  begin(rulesTable: string | null): void {
    this.rulesTable = rulesTable;
  }

  /** One event of a table. Several in quick succession count as one. */
  tableChanged(tableId: string, how: 'edited' | 'made' | 'removed'): void {
    if (how === 'edited' && this.others.has(tableId)) return;
    this.pending.add(tableId);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), this.wiring.settleMs ?? 300);
  }

  private async look(): Promise<void> {
    const touched = this.pending;
    this.pending = new Set();
    for (const id of touched) {
      // The event doesn't say who created the table; by now we know if it was us.
      if (this.wiring.isMadeByUs(id) && id !== this.rulesTable) touched.delete(id);
    }
    if (touched.size === 0) return;
    try {
      const before = this.rulesTable;
      this.rulesTable = await this.wiring.rulesTableId();
      for (const id of touched) this.others.add(id);
      // Renaming raises no event, so a table remembered as another may have become the rules.
      if (this.rulesTable !== null) this.others.delete(this.rulesTable);
      const concerned = before !== this.rulesTable || (this.rulesTable !== null && touched.has(this.rulesTable));
      if (concerned) await this.wiring.reread();
    } catch {
      // Excel didn't answer; the next change or Recalculate co-op asks again.
    }
  }
}
