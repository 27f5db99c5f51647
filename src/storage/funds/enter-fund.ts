import { fundKey } from '../../domain/funds/fund';
import { updating } from '../tables/update-tables';
import type { Planned, TakeBack, Tables } from '../workbook';
import { EARNINGS_TABLE } from './earnings-table';
import { besideEarnings, fundRows, fundsBeside, FUNDS_TABLE, planEnteredFund, type EnteredFund } from './funds-table';

/** The tables that are read to enter a fund. */
const ENTRY_TABLES = [EARNINGS_TABLE, FUNDS_TABLE] as const;

/** Adds a fund whose co-op someone enters, for a workbook without a report of it. If the fund is there by now, `isThere`, and nothing is written. */
export async function enterFund(tables: Tables, entered: EnteredFund): Promise<{ isThere: boolean; takeBack: TakeBack | null }> {
  const plan = updating(
    ENTRY_TABLES,
    (now) => [fundsBeside({ ...besideEarnings(now.get(FUNDS_TABLE) ?? null), earnings: now.get(EARNINGS_TABLE) ? 'whole' : 'none' })],
    (now): Planned<boolean> => {
      const funds = now.get(FUNDS_TABLE) ?? null;
      const isThere = [...fundRows(funds).values()].some((fund) => fundKey(fund) === fundKey(entered.fund));
      return { changes: isThere ? [] : [planEnteredFund(funds, entered, now.get(EARNINGS_TABLE) != null)], result: isThere };
    },
  );
  const { result: isThere, takeBack } = await tables.change(ENTRY_TABLES, plan);
  return { isThere, takeBack };
}
