/** One batch of calls between the add-in and the workbook. */
export interface BatchRecord {
  /** Its place among the batches of all pages. */
  turn: number;
  bytesIn: number;
  bytesOut: number;
  /** 'Range.values=', 'Worksheet.getRange()' … in the order they ran. */
  calls: string[];
  /** The code it failed with. */
  error?: string;
}

/** What one user action cost. */
export interface TrafficCount {
  action: string;
  batches: number;
  bytesIn: number;
  bytesOut: number;
  /** The calls of each batch, and its place among those of all pages. */
  requests: string[][];
  turns: number[];
  calls: string[];
}

/** What Excel on the web takes in one request and gives in one response. */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;

let turns = 0;

/** The record of a batch that is to run. */
export const batchRecord = (bytesIn: number): BatchRecord => ({ turn: ++turns, bytesIn, bytesOut: 0, calls: [] });

/** Counts round trips and payload, so that a test can say what a user action may cost. */
export class Traffic {
  private action = 'start';
  private records: BatchRecord[] = [];
  private readonly finished: TrafficCount[] = [];

  /** Starts a user action; counts so far stay with the previous action. */
  mark(action: string): void {
    if (this.records.length) this.finished.push(this.count());
    this.action = action;
    this.records = [];
  }

  /** Forgets everything. */
  reset(): void {
    this.action = 'start';
    this.records = [];
    this.finished.length = 0;
  }

  add(record: BatchRecord): void {
    this.records.push(record);
  }

  /** The action that is running. */
  count(): TrafficCount {
    const sum = (pick: (record: BatchRecord) => number) => this.records.reduce((total, record) => total + pick(record), 0);
    return {
      action: this.action,
      batches: this.records.length,
      bytesIn: sum((record) => record.bytesIn),
      bytesOut: sum((record) => record.bytesOut),
      requests: this.records.map((record) => record.calls),
      turns: this.records.map((record) => record.turn),
      calls: this.records.flatMap((record) => record.calls),
    };
  }

  /** Every action, the running one last. */
  all(): TrafficCount[] {
    return [...this.finished, this.count()];
  }
}

/** Whether a call only reads or calculates; all others change the workbook or what the user sees. */
export const looksOnly = (call: string): boolean =>
  /\.(load|(get|find)\w*\(\)|(calculate|suspendApiCalculationUntilNextSync|year)\(\))$/.test(call);

/** The length of a text in UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
