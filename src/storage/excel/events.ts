import { inExcel } from './run';
import { toExcelError } from '../excel-error';

/** A registration with Excel. */
export type Handler = { remove(): void; context: OfficeExtension.ClientRequestContext };

/** Registers handlers for events that come in quick succession, and calls back once there has been none for a while; returns a function that unsubscribes. */
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
    // Events continue until Excel has removed the handlers.
    if (!isStopped) timer = setTimeout(called, quietMs);
  };
  const registered = inExcel(async (context) => {
    const handlers = register(context, tell);
    await context.sync();
    if (alsoAtFirst) void tell();
    return handlers;
  });
  registered.catch(() => {
    // Refused, such as while a cell is edited. The screen shows a message when its own reading fails.
  });
  return () => {
    isStopped = true;
    clearTimeout(timer);
    removeHandlers(registered);
  };
}

/** Removes handlers, once they have been registered. */
export function removeHandlers(registered: Promise<Handler[]>): void {
  void registered
    .then(async (handlers) => {
      for (const handler of handlers) handler.remove();
      await handlers[0]!.context.sync();
    })
    .catch(toExcelError);
}
