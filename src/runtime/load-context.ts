import { failContext, provideContext } from '../cells/context';
import { notices } from '../storage/notices';
import { ExcelError, toExcelError } from '../storage/excel-error';
import type { WorkbookReading } from '../storage/excel/workbook-context';

/** How long to try, in milliseconds. */
export interface Patience {
  retryAfter: number;
  /** After this the waiting answers are told why, since an answer that never comes is #BUSY! for ever. */
  sayAfter: number;
  /** After this we stop; the Recalculate button starts again. */
  stopAfter: number;
}

const PATIENCE: Patience = { retryAfter: 1_000, sayAfter: 15_000, stopAfter: 300_000 };

/**
 * Reads the workbook until that succeeds, and gives it to the answers. Resolves with true when cells that were already
 * answered with a reason must be worked out again.
 */
export async function loadContext(read: () => Promise<WorkbookReading>, patience: Patience = PATIENCE): Promise<boolean> {
  const begun = performance.now();
  let isReported = false;
  const tell = (trouble: ExcelError): void => {
    isReported = true;
    const sentence = `The workbook couldn't be read. ${trouble.message}`;
    failContext(`${sentence} Then choose Recalculate co-op on the Home tab.`);
    notices.say('context', [sentence]);
  };
  // A batch that waits for a cell to be left may itself never end.
  const timer = setTimeout(() => tell(new ExcelError('editing')), patience.sayAfter);
  try {
    for (;;) {
      try {
        const { dateSystem, rules, faults } = await read();
        provideContext({ dateSystem, ownRules: rules });
        notices.say('context', []);
        notices.say(
          'rules',
          faults.map(({ message }) => message),
        );
        return isReported;
      } catch (error) {
        const trouble = toExcelError(error);
        const passing =
          trouble.kind === 'editing' || trouble.kind === 'busy' || trouble.kind === 'connection' || trouble.kind === 'unknown';
        const waited = performance.now() - begun;
        if (!isReported && (!passing || waited >= patience.sayAfter)) tell(trouble);
        if (!passing || waited >= patience.stopAfter) return isReported;
        await new Promise((resolve) => setTimeout(resolve, patience.retryAfter));
      }
    }
  } finally {
    clearTimeout(timer);
  }
}
