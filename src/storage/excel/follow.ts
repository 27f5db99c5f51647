import { inExcel } from './run';
import { removeHandlers, type Handler } from './events';

/**
 * Tells, once things have settled, that one of the tables of these names was edited, made or removed. Excel tells of
 * co-authors' edits as well, and of each of them several times.
 */
export function followTables(names: readonly string[], changed: (isOurs: boolean) => void): () => void {
  const others = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let isOurs = true;
  // A table that was made after we looked may be one of ours.
  const tell = async ({ tableId, source }: { tableId: string; source: string }): Promise<void> => {
    if (isStopped || others.has(tableId)) return;
    isOurs &&= source !== 'Remote';
    clearTimeout(timer);
    timer = setTimeout(() => {
      const wasOurs = isOurs;
      isOurs = true;
      changed(wasOurs);
    }, SETTLE_MS);
  };
  // Of this machine's changes only a sheet's events say who made them; office.js hands on none of it with a table's, which come along with them.
  const noteWho = async ({ triggerSource }: { triggerSource: string }): Promise<void> => {
    isOurs &&= triggerSource === 'ThisLocalAddin';
  };
  const registered = inExcel(
    async (context): Promise<Handler[]> => {
      const { tables } = context.workbook;
      tables.load('items/name,items/id');
      const handlers: Handler[] = [tables.onChanged, tables.onAdded, tables.onDeleted].map((event) => event.add(tell));
      handlers.push(context.workbook.worksheets.onChanged.add(noteWho));
      await context.sync();
      for (const { name, id } of tables.items) if (!names.includes(name)) others.add(id);
      return handlers;
    },
    { waitForEdit: true },
  );
  registered.catch(() => {
    // The sheet is not followed then; every save still reads it first.
  });
  return () => {
    isStopped = true;
    clearTimeout(timer);
    removeHandlers(registered);
  };
}

/** Pasting and undoing in the sheet come as many events. */
const SETTLE_MS = 250;
