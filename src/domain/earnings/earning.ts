import type { Micros } from '../money/money';

/** One row of a report with what people look for in it; texts as the file has them, '' where it has none. */
export interface EarningRow {
  earningId: string;
  partnerId: string;
  program: string;
  engagement: string;
  lever: string;
  earningType: string;
  reasonCode: string;
  /** yyyy-mm-dd, the UTC day; the cell's own text where that is no day. */
  earned: string;
  /** US dollars, exactly; the cell's own text where that is no such amount. */
  amount: Micros | string;
  calculated: string;
  transactionId: string;
  customer: string;
  paymentId: string;
  paymentStatus: string;
  file: string;
  line: number;
}
