import type { Micros } from '../money/money';

/** One row of a report, with the fields people need; texts as in the file, '' if missing. */
export interface EarningRow {
  earningId: string;
  partnerId: string;
  program: string;
  engagement: string;
  lever: string;
  earningType: string;
  reasonCode: string;
  /** yyyy-mm-dd, the UTC day; the cell's text if it isn't a day. */
  earned: string;
  /** Exact US dollars; the cell's text if it isn't an amount. */
  amount: Micros | string;
  calculated: string;
  transactionId: string;
  customer: string;
  paymentId: string;
  paymentStatus: string;
  file: string;
  line: number;
}
