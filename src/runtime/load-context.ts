import { failContext, provideContext } from '../cells/context';
import { notices } from '../storage/notices';
import { ExcelError, toExcelError } from '../storage/excel-error';
import type { WorkbookReading } from '../storage/excel/workbook-context';

/** How long to try, in milliseconds. */
export interface Patience {
  retryAfter: number;
  /** After this, waiting cells get the reason as their answer; otherwise they'd show #BUSY! forever. */
  sayAfter: number;
  /** After this, reading stops; Recalculate co-op starts again. */
  stopAfter: number;
}

/** How many rows that can't be used are named; the Rules screen has all of them. */
const MAX_FAULTS = 3;

const PATIENCE: Patience = { retryAfter: 1_000, sayAfter: 15_000, stopAfter: 300_000 };

/**
 * Reads the workbook, again if that fails, and provides its context to the functions. Resolves to true if cells were
 * already answered with the reason for a failure and must recalculate.
 */
export async function loadContext(read: () => Promise<WorkbookReading>, patience: Patience = PATIENCE): Promise<boolean> {
  const startedAt = performance.now();
  let isReported = false;
  const report = (error: ExcelError): void => {
    isReported = true;
    const sentence = `The workbook couldn't be read. ${error.message}`;
    failContext(`${sentence} Then choose Recalculate co-op on the Home tab.`);
    notices.say('context', [sentence]);
  };
  // While a cell is being edited, a request may never finish.
  const timer = setTimeout(() => report(new ExcelError('editing')), patience.sayAfter);
  try {
    for (;;) {
      try {
        const { dateSystem, rules, faults } = await read();
        provideContext({ dateSystem, ownRules: rules, unused: faults.flatMap(({ couldBe }) => couldBe ?? []) });
        notices.say('context', []);
        const more = faults.length - MAX_FAULTS;
        notices.say('rules', [
          ...faults.slice(0, MAX_FAULTS).map(({ message }) => message),
          ...(more > 0
            ? [`${more} more ${more === 1 ? 'row' : 'rows'} of CoopRules can't be used. See Rules, This workbook's own rules.`]
            : []),
        ]);
        return isReported;
      } catch (thrown) {
        const error = toExcelError(thrown);
        const isTemporary = error.kind === 'editing' || error.kind === 'busy' || error.kind === 'connection' || error.kind === 'unknown';
        const waited = performance.now() - startedAt;
        if (!isReported && (!isTemporary || waited >= patience.sayAfter)) report(error);
        if (!isTemporary || waited >= patience.stopAfter) return isReported;
        await new Promise((resolve) => setTimeout(resolve, patience.retryAfter));
      }
    }
  } finally {
    clearTimeout(timer);
  }
}
