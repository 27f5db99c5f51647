import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answer } from '../../src/cells/answer';
import { forgetContext, provideContext } from '../../src/cells/context';
import { loadContext } from '../../src/runtime/load-context';
import { notices } from '../../src/storage/notices';
import { ExcelError } from '../../src/storage/excel-error';
import type { WorkbookReading } from '../../src/storage/excel/workbook-context';
import { PLAIN_WORKBOOK } from '../support/custom-functions';

const READING: WorkbookReading = { dateSystem: 1904, rules: [], faults: [{ row: 2, message: 'Row 2 of CoopRules is not used.' }] };
const HASTE = { retryAfter: 1, sayAfter: 5, stopAfter: 60_000 };
/** No sentence comes first, however busy the machine is. */
const PATIENCE = { ...HASTE, sayAfter: 60_000 };

/** A workbook that answers in turn; the last answer stays. */
function answering(...turns: (WorkbookReading | ExcelError | 'never')[]): () => Promise<WorkbookReading> {
  return async () => {
    const turn = turns.length > 1 ? turns.shift()! : turns[0]!;
    if (turn === 'never') return new Promise<never>(() => undefined);
    if (turn instanceof ExcelError) throw turn;
    return turn;
  };
}

describe('loadContext', () => {
  beforeEach(forgetContext);
  afterEach(() => {
    provideContext(PLAIN_WORKBOOK);
    notices.say('context', []);
    notices.say('rules', []);
  });

  it('gives waiting answers the workbook, and tells of its bad rows', async () => {
    const waiting = answer((book) => book.dateSystem) as unknown as Promise<number>;
    expect(await loadContext(answering(READING), HASTE)).toBe(false);
    expect(await waiting).toBe(1904);
    expect(notices.current()).toEqual(['Row 2 of CoopRules is not used.']);
  });

  it('names a few of many bad rows', async () => {
    const faults = [1, 2, 3, 4, 5].map((row) => ({ row, message: `Row ${row}.` }));
    await loadContext(answering({ ...READING, faults }), HASTE);
    expect(notices.current()).toEqual([
      'Row 1.',
      'Row 2.',
      'Row 3.',
      "2 more rows of CoopRules can't be used. See Rules, This workbook's own rules.",
    ]);
  });

  it('tries again while a cell is edited or Excel is busy', async () => {
    expect(await loadContext(answering(new ExcelError('editing'), new ExcelError('busy'), READING), PATIENCE)).toBe(false);
  });

  it('ends an endless wait with a sentence, since #BUSY! would stay for ever', async () => {
    const waiting = answer((book) => book.dateSystem) as unknown as Promise<number>;
    void loadContext(answering('never'), HASTE);
    await expect(waiting).rejects.toMatchObject({
      code: '#VALUE!',
      message: expect.stringMatching(/couldn't be read.*being edited.*Recalculate co-op/),
    });
  });

  it('asks for a recalculation when the workbook comes after the sentence', async () => {
    const late = async (): Promise<WorkbookReading> => {
      if (notices.current().length === 0) throw new ExcelError('busy');
      return READING;
    };
    expect(await loadContext(late, HASTE)).toBe(true);
    expect(answer((book) => book.dateSystem)).toBe(1904);
    expect(notices.current()).toEqual(['Row 2 of CoopRules is not used.']);
  });

  it('gives up at once where trying again can’t help', async () => {
    const waiting = answer((book) => book.dateSystem) as unknown as Promise<number>;
    expect(await loadContext(answering(new ExcelError('no permission')), HASTE)).toBe(true);
    await expect(waiting).rejects.toMatchObject({ code: '#VALUE!' });
    expect(notices.current()).toHaveLength(1);
  });

  it('keeps the context there is when reading it again fails', async () => {
    provideContext({ dateSystem: 1904, ownRules: [] });
    await loadContext(answering(new ExcelError('no permission')), HASTE);
    expect(answer((book) => book.dateSystem)).toBe(1904);
  });
});
