import { inExcel } from './run';
import { toExcelError } from '../excel-error';

/** A registration with Excel. */
export type Handler = { remove(): void; context: OfficeExtension.ClientRequestContext };

/** Registers handlers for what Excel tells several times in a row, and calls back once it has been quiet for a while; the answer ends that. */
export function onceQuiet(
  register: (context: Excel.RequestContext, tell: () => Promise<void>) => Handler[],
  called: () => void,
  quietMs: number,
  { alsoAtFirst = false } = {},
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  const tell = async (): Promise<void> => {
    clearTimeout(timer);
    // Excel goes on telling until it has answered the removal.
    if (!isStopped) timer = setTimeout(called, quietMs);
  };
  const registered = inExcel(async (context) => {
    const handlers = register(context, tell);
    await context.sync();
    if (alsoAtFirst) void tell();
    return handlers;
  });
  registered.catch(() => {
    // Refused, for instance while a cell is edited: the screen's own reading says so in a sentence.
  });
  return () => {
    isStopped = true;
    clearTimeout(timer);
    removeHandlers(registered);
  };
}

/** Takes handlers off again, once they have been registered. */
export function removeHandlers(registered: Promise<Handler[]>): void {
  void registered
    .then(async (handlers) => {
      for (const handler of handlers) handler.remove();
      await handlers[0]!.context.sync();
    })
    .catch(toExcelError);
}
