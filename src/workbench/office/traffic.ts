/** The record of a batch from the add-in. */
export interface BatchRecord {
  /** Its position among the batches of all pages. */
  turn: number;
  bytesIn: number;
  bytesOut: number;
  /** Calls such as 'Range.values=' and 'Worksheet.getRange()', in the order they ran. */
  calls: string[];
  /** The error code if it failed. */
  error?: string;
}

/** The traffic of one user action. */
export interface TrafficCount {
  action: string;
  batches: number;
  bytesIn: number;
  bytesOut: number;
  /** The calls of each batch; `turns` has its position among the batches of all pages. */
  requests: string[][];
  turns: number[];
  calls: string[];
}

/** Excel on the web's limit for one request or response, in bytes. */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;

let turns = 0;

/** A record for a new batch. */
export const batchRecord = (bytesIn: number): BatchRecord => ({ turn: ++turns, bytesIn, bytesOut: 0, calls: [] });

/** Counts round trips and bytes, so that tests can limit those of a user action. */
export class Traffic {
  private action = 'start';
  private records: BatchRecord[] = [];
  private readonly finished: TrafficCount[] = [];

  /** Starts a user action. Batches so far belong to the previous action. */
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

  /** The traffic of the current action. */
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

  /** The traffic of every action, the current one last. */
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
