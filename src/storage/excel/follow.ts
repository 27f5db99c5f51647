import { inExcel } from './run';
import { removeHandlers, type Handler } from './events';

/**
 * Calls back, once events have settled, when one of the named tables was edited, created or removed. Excel also reports
 * co-authors' edits, each of them several times.
 */
export function followTables(names: readonly string[], changed: (isOurs: boolean) => void): () => void {
  const others = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let isOurs = true;
  // A table that was created after we looked may be one of ours.
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
  // For changes on this machine, only events of sheets include who made them. office.js doesn't pass that on with events of tables.
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
    // Then changes aren't noticed, but every save reads the tables first.
  });
  return () => {
    isStopped = true;
    clearTimeout(timer);
    removeHandlers(registered);
  };
}

/** Pasting or undoing in the sheet raises many events. */
const SETTLE_MS = 250;
