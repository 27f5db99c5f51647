import { RowCollector, type RowTaker } from './collect-rows';
import type { ReportKind } from './earnings-import';
import type { Cells } from './line-cells';
import type { ReportColumns } from './report-columns';

/** Collects reports as for an import, so that the same rows count as rows. What else it keeps of them, its extensions say. */
export abstract class CollectingTaker implements RowTaker {
  readonly collector = new RowCollector();

  get rows(): number {
    return this.collector.rows;
  }

  begin(name: string, header: readonly unknown[], columns: ReportColumns, kind: ReportKind): void {
    this.collector.begin(name, header, columns, kind);
  }

  abstract add(row: Cells, line: number, isUnended: boolean): boolean;

  setAside(line: number, reason: string): void {
    this.collector.setAside(line, reason);
  }

  end(): void {
    this.collector.end();
  }

  passOver(name: string): void {
    this.collector.passOver(name);
  }
}
