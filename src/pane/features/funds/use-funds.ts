import { useCallback, useEffect, useState } from 'react';
import { contextSettled } from '../../../cells/context';
import { EARNINGS_TABLE } from '../../../storage/funds/earnings-table';
import { FUNDS_TABLE } from '../../../storage/funds/funds-table';
import type { TableCells } from '../../../records/table';
import { toExcelError } from '../../../storage/excel-error';
import type { Workbook } from '../../../storage/workbook';

/** The workbook's tables as last read. */
export type FundsRead =
  { step: 'reading' } | { step: 'read'; earnings: TableCells | null; funds: TableCells | null } | { step: 'trouble'; sentence: string };

/** Reads the tables when the screen opens, and again when asked: one round trip. */
export function useFunds(workbook: Workbook): { read: FundsRead; readAgain: () => void } {
  const [read, setRead] = useState<FundsRead>({ step: 'reading' });
  const [version, setVersion] = useState(0);
  useEffect(() => {
    let gone = false;
    const look = async (): Promise<void> => {
      try {
        const [[earnings = null, funds = null]] = await Promise.all([
          workbook.tables.read([EARNINGS_TABLE, FUNDS_TABLE]),
          contextSettled(),
        ]);
        if (!gone) setRead({ step: 'read', earnings, funds });
      } catch (error) {
        if (!gone) setRead({ step: 'trouble', sentence: toExcelError(error).message });
      }
    };
    void look();
    return () => {
      gone = true;
    };
  }, [workbook, version]);
  return { read, readAgain: useCallback(() => setVersion((was) => was + 1), []) };
}
