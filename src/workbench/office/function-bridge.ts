import { addressOf } from '../grid/a1';
import { isError } from '../grid/cell-value';
import { CellError, type Conversion } from '../grid/functions/convert-arguments';
import type { FunctionMetadata, FunctionsMetadata } from '../grid/functions/metadata';
import { registerOfficeFunctions } from '../grid/functions/office-function';
import { isPromise, PendingAnswers, placeOf, type Caller } from '../grid/functions/pending-answers';
import type { Workbook } from '../grid/workbook';

type AddInFunction = (...args: unknown[]) => unknown;

/** The part of the add-in's window that the bridge uses. */
export interface FunctionsWindow {
  CustomFunctions?: {
    _association?: { mappings?: Record<string, AddInFunction | undefined> };
    Error?: new (code: string) => object;
  };
}

/** What differs between versions of Excel, for tests. */
export interface BridgeOptions {
  /** What an `any` argument gets for a blank cell. */
  blank?: 0 | '' | null;
}

/** The add-in's functions in the grid's formula engine. */
export interface FunctionBridgeHandle {
  /** The number of calls so far. */
  readonly calls: number;
  /** Answers that are still pending. */
  readonly pending: PendingAnswers;
  /** How long answers take, in milliseconds; 0 for immediately. Until then a cell shows its previous value or #BUSY!. */
  lateMs: number;
  readonly metadata: FunctionsMetadata;
  readonly namespace: string;
  /** The message of the last error in a cell, as Excel's error card shows it; '' if it had none. */
  messageAt(caller: Caller): string;
}

/**
 * Connects the functions of the add-in's page to the grid by direct calls, since page and workbench share an origin. By
 * messages, a sheet would take seconds (office.js answers in batches of 200 ms); a conformance test covers those.
 */
export function connectFunctions(
  book: Workbook,
  namespace: string,
  metadata: FunctionsMetadata,
  window: () => FunctionsWindow | null | undefined,
  options: BridgeOptions = {},
): FunctionBridgeHandle {
  const messages = new Map<string, string>();
  const lastAnswers = new Map<string, unknown>();
  const handle = {
    calls: 0,
    lateMs: 0,
    pending: new PendingAnswers((cells) => book.calculation.recalculate(book.unitId, cells)),
    metadata,
    namespace,
    messageAt: (caller: Caller) => messages.get(placeOf(caller)) ?? '',
  };
  book.calculatedFormats.namespaces.add(namespace);
  book.calculation.session.resultApplied$.subscribe(() => handle.pending.resultsApplied());
  registerOfficeFunctions(book.engine, namespace, metadata, {
    pending: handle.pending,
    conversion: (meta) => conversionFor(meta, metadata, window, options),
    call: (meta, args, caller) => {
      const associated = window()?.CustomFunctions?._association?.mappings?.[meta.id.toUpperCase()];
      // The page hasn't associated a function of functions.json (yet): office.js calls undefined, which throws.
      if (!associated) throw new CellError('#VALUE!');
      handle.calls++;
      const answer = () => listen(messages, placeOf(caller), () => associated(...args, invocation(book, meta, caller)));
      return handle.lateMs > 0 ? later(answer, handle.lateMs) : answer();
    },
    before: {
      get: (meta, caller) => lastAnswers.get(`${placeOf(caller)} ${meta.id}`),
      set: (meta, caller, answer) => void (handle.lateMs > 0 && lastAnswers.set(`${placeOf(caller)} ${meta.id}`, answer)),
    },
  });
  return handle;
}

/** Calls a function later: Excel doesn't wait for an add-in's functions, and gets answers in batches about 200 ms apart. */
function later(answer: () => unknown, ms: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    setTimeout(() => {
      try {
        resolve(answer());
      } catch (thrown) {
        // Its class is from the page's own realm, so it isn't an Error here.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        reject(thrown);
      }
    }, ms);
  });
}

/** Remembers the message of a call's error, even if a promise rejects. */
function listen(messages: Map<string, string>, place: string, call: () => unknown): unknown {
  const keep = (thrown: unknown): never => {
    const message = (thrown as { message?: unknown } | null)?.message;
    messages.set(place, typeof message === 'string' ? message : '');
    throw thrown;
  };
  messages.delete(place);
  try {
    const answer = call();
    return isPromise(answer) ? answer.then(undefined, keep) : answer;
  } catch (thrown) {
    return keep(thrown);
  }
}

function conversionFor(
  meta: FunctionMetadata,
  metadata: FunctionsMetadata,
  window: () => FunctionsWindow | null | undefined,
  options: BridgeOptions,
): Conversion {
  return {
    allowErrors: meta.allowErrorForDataTypeAny ?? metadata.allowErrorForDataTypeAny ?? false,
    blank: options.blank === undefined ? 0 : options.blank,
    errorValue: (code) => {
      const ErrorClass = window()?.CustomFunctions?.Error;
      // office.js's own class if the page has it, as its runtime creates for an error in a message.
      return ErrorClass && isError(code) ? new ErrorClass(code) : { type: 'Error', basicValue: code };
    },
  };
}

function invocation(book: Workbook, meta: FunctionMetadata, caller: Caller): object {
  const sheet = book.sheets.byId(caller.sheetId);
  const address = sheet && addressOf({ sheet, row: caller.row, column: caller.column, rows: 1, columns: 1 });
  return { address: meta.options?.requiresAddress ? (address ?? '') : undefined, functionName: meta.id, isInValuePreview: false };
}
