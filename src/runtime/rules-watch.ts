/** How the watch asks and tells. */
export interface RulesWatchWiring {
  rulesTableId(): Promise<string | null>;
  /** Whether this add-in made a table itself, which then holds no rules. */
  isMadeByUs(tableId: string): boolean;
  /** Reads the rules again and has the cells worked out again. */
  reread(): Promise<void>;
  settleMs?: number;
}

/**
 * Tells which of a workbook's table events touch its own rules. Other tables are remembered by id, so that editing an
 * earnings report costs no question to Excel; a new table makes us ask again, as it may be the rules, unless it is ours.
 */
export class RulesWatch {
  private readonly others = new Set<string>();
  private rulesTable: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pending = new Set<string>();

  constructor(private readonly wiring: RulesWatchWiring) {}

  /** Which table holds the rules as the watch begins, or null. */
  begin(rulesTable: string | null): void {
    this.rulesTable = rulesTable;
  }

  /** One event of a table; several in a row count as one. */
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
      // by now it is known who made it, which an event does not say
      if (this.wiring.isMadeByUs(id) && id !== this.rulesTable) touched.delete(id);
    }
    if (touched.size === 0) return;
    try {
      const before = this.rulesTable;
      this.rulesTable = await this.wiring.rulesTableId();
      for (const id of touched) this.others.add(id);
      // A table is renamed without an event: one that was another's may be the rules by now.
      if (this.rulesTable !== null) this.others.delete(this.rulesTable);
      const concerned = before !== this.rulesTable || (this.rulesTable !== null && touched.has(this.rulesTable));
      if (concerned) await this.wiring.reread();
    } catch {
      // Excel would not answer just now: the next change, or Recalculate co-op, asks again.
    }
  }
}
