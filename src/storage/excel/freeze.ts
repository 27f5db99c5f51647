import type { Day } from '../../domain/calendar/day';
import { list } from '../../domain/text/list';
import { FROZEN_DESIGN, FROZEN_TABLE, frozenRows, readFrozen } from '../frozen/frozen-table';
import { coopCells, keyOf, planFreeze, type CellDetails, type CoopCell } from '../frozen/plan-freeze';
import { planThaw } from '../frozen/plan-thaw';
import type { Place, SheetCells } from '../frozen/sheet-cells';
import { ExcelError, toExcelError } from '../excel-error';
import { unrestored } from '../unrestored';
import type { FormulasChanged, FreezeOptions, Tables } from '../workbook';
import { inExcel } from './run';
import { readSheetCells } from './sheet-cells';
import { writeBlocks, type BlockWrite } from './write-blocks';

/**
 * Turns COOP formulas into the values they show. The ledger is written first, so that no formula is lost whatever Excel does,
 * then the cells, completely or not at all.
 */
export async function freeze(
  tables: Pick<Tables, 'change' | 'read'>,
  { only, evenWithoutId = false, day }: FreezeOptions,
): Promise<FormulasChanged> {
  const sheets = await readSheetCells();
  const asked = only && new Set(only.map(keyOf));
  const cells = coopCells(sheets).filter((cell) => !asked || asked.has(keyOf(cell)));
  if (cells.length === 0) return { cells: 0, left: [], takeBack: null };
  const names = await readNames();
  const details = await readDetails(cells);
  const [ledger = null] = await tables.read([FROZEN_TABLE]);
  const first = Math.max(0, ...readFrozen(ledger).map(({ frozen }) => frozen.number)) + 1;
  const plan = planFreeze(sheets, cells, details, { first, takenNames: new Set(names.keys()), evenWithoutId });
  if (plan.frozen.length === 0) return { cells: 0, left: plan.left, takeBack: null };
  demandUnprotected(sheets, plan.after);
  const kept = await tables.change([FROZEN_TABLE], ([now = null]) => ({
    changes: [{ design: FROZEN_DESIGN, set: new Map(), add: frozenRows(now, plan.frozen, day), remove: [] }],
    result: null,
  }));
  await writeOrPutBack(
    sheets,
    { blocks: plan.after, addNames: plan.names, dropNames: [] },
    { blocks: plan.before, addNames: [], dropNames: plan.names.map(([name]) => name) },
    'Excel stopped while freezing, and some cells may be values by now.',
    async () => void (await kept.takeBack?.(true)),
  );
  const numbers = new Set(plan.frozen.map(({ number }) => number));
  return {
    cells: plan.frozen.length,
    left: plan.left,
    takeBack: async () => ((await thaw(tables, day, numbers)).cells > 0 ? 'taken back' : 'changed since'),
  };
}

/** Puts frozen formulas back. Of `numbers`, it's all or none. */
export async function thaw(tables: Pick<Tables, 'change' | 'read'>, day: Day, numbers?: ReadonlySet<number>): Promise<FormulasChanged> {
  const [ledger = null] = await tables.read([FROZEN_TABLE]);
  const asked = readFrozen(ledger)
    .map(({ frozen }) => frozen)
    .filter(({ number }) => !numbers || numbers.has(number));
  if (asked.length === 0) return { cells: 0, left: [], takeBack: null };
  const sheets = await readSheetCells();
  const plan = planThaw(sheets, asked, await readNames());
  if (plan.done.size === 0 || (numbers && plan.left.length > 0)) return { cells: 0, left: plan.left, takeBack: null };
  demandUnprotected(sheets, plan.after);
  const dropNames = plan.names.map(([name]) => name);
  const forward: BlockWrite = { blocks: plan.after, addNames: [], dropNames };
  const back: BlockWrite = { blocks: plan.before, addNames: plan.names, dropNames: [] };
  await writeOrPutBack(sheets, forward, back, STOPPED_THAWING);
  const stuckBefore = new Set(unrestored.current().map(({ id }) => id));
  try {
    await tables.change([FROZEN_TABLE], ([now = null]) => ({
      changes: [
        {
          design: FROZEN_DESIGN,
          set: new Map(),
          add: [],
          remove: readFrozen(now).flatMap(({ frozen, row }) => (plan.done.has(frozen.number) ? [row] : [])),
        },
      ],
      result: null,
    }));
  } catch (error) {
    const stuck = unrestored.current().find(({ id }) => !stuckBefore.has(id));
    await putBack(sheets, back, error, STOPPED_THAWING).catch((thrown: unknown) => {
      if (!stuck || thrown === error) throw thrown;
      // the cells are put back with the ledger, once Excel responds
      unrestored.leave(stuck.id);
      unrestored.add({
        ...stuck,
        putBack: async (evenIfChanged) => {
          const outcome = await stuck.putBack(evenIfChanged);
          if (outcome === 'put back') await writeBlocks(sheets, back);
          return outcome;
        },
      });
      throw error;
    });
  }
  const only = plan.after.map(({ sheet, row, column }) => ({ sheet, row, column }));
  return {
    cells: plan.done.size,
    left: plan.left,
    takeBack: async () => ((await freeze(tables, { only, evenWithoutId: true, day })).cells > 0 ? 'taken back' : 'changed since'),
  };
}

const STOPPED_THAWING = 'Excel stopped while putting formulas back, and some cells may still be values.';

/** Writes cells, or restores them and then does `after`, and rejects with what went wrong. */
async function writeOrPutBack(
  sheets: readonly SheetCells[],
  forward: BlockWrite,
  back: BlockWrite,
  stopped: string,
  after: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  try {
    await writeBlocks(sheets, forward);
  } catch (error) {
    await putBack(sheets, back, error, stopped, after);
  }
}

async function putBack(
  sheets: readonly SheetCells[],
  back: BlockWrite,
  error: unknown,
  stopped: string,
  after: () => Promise<void> = () => Promise.resolve(),
): Promise<never> {
  const because = toExcelError(error);
  const restore = (): Promise<void> => writeBlocks(sheets, back);
  await restore()
    .catch(restore)
    .catch(() => {
      throw new ExcelError(because.kind, `${stopped} The sheet ${FROZEN_DESIGN.sheet} has their formulas: thaw once Excel responds.`);
    });
  await after();
  throw because;
}

function demandUnprotected(sheets: readonly SheetCells[], blocks: readonly Place[]): void {
  const written = new Set(blocks.map(({ sheet }) => sheet));
  const closed = sheets.filter(({ sheet, isProtected }) => isProtected && written.has(sheet)).map(({ sheet }) => sheet);
  if (closed.length === 0) return;
  throw new ExcelError(
    'protected',
    closed.length === 1
      ? `The sheet ${closed[0]!} is protected, so nothing was written. Unprotect it on the Review tab, then try again.`
      : `The sheets ${list(closed, 'and')} are protected, so nothing was written. Unprotect them on the Review tab, then try again.`,
  );
}

/** The workbook's names, in lower case, and what they are. */
const readNames = (): Promise<Map<string, string>> =>
  inExcel(async (context) => {
    const { names } = context.workbook;
    names.load('items/name,items/formula');
    await context.sync();
    return new Map(names.items.map(({ name, formula }) => [name.toLowerCase(), String(formula)]));
  });

/** What must be known of cells with a number or outside tables: their format, and how many cells their results fill. */
async function readDetails(cells: readonly CoopCell[]): Promise<Map<string, CellDetails>> {
  const asked = cells.filter(({ table, value }) => !table || typeof value === 'number');
  const details = new Map<string, CellDetails>();
  await inExcel(async (context) => {
    for (let from = 0; from < asked.length; from += CELLS_AT_ONCE) {
      const piece = asked.slice(from, from + CELLS_AT_ONCE).map((cell) => {
        const range = context.workbook.worksheets.getItem(cell.sheet).getRangeByIndexes(cell.row, cell.column, 1, 1);
        range.load('numberFormat,text');
        const spill = cell.table ? null : range.getSpillingToRangeOrNullObject();
        spill?.load('rowCount,columnCount');
        return { cell, range, spill };
      });
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a round trip for each piece, since together they're too large
      await context.sync();
      for (const { cell, range, spill } of piece)
        details.set(keyOf(cell), {
          rows: spill && !spill.isNullObject ? spill.rowCount : 1,
          columns: spill && !spill.isNullObject ? spill.columnCount : 1,
          format: String(range.numberFormat[0]![0]),
          text: range.text[0]![0]!,
        });
    }
  });
  return details;
}

const CELLS_AT_ONCE = 1_000;
