import { addressOf } from '../grid/a1';
import { isError } from '../grid/cell-value';
import { CellError, type Conversion } from '../grid/functions/convert-arguments';
import type { FunctionMetadata, FunctionsMetadata } from '../grid/functions/metadata';
import { registerOfficeFunctions } from '../grid/functions/office-function';
import { isPromise, PendingAnswers, placeOf, type Caller } from '../grid/functions/pending-answers';
import type { Workbook } from '../grid/workbook';

type AddInFunction = (...args: unknown[]) => unknown;

/** What the bridge needs of the add-in page's window. */
export interface FunctionsWindow {
  CustomFunctions?: {
    _association?: { mappings?: Record<string, AddInFunction | undefined> };
    Error?: new (code: string) => object;
  };
}

/** What may differ between Excels, for tests. */
export interface BridgeOptions {
  /** What a blank cell becomes in an `any` argument. */
  blank?: 0 | '' | null;
}

/** The add-in's functions in the grid's formula engine. */
export interface FunctionBridgeHandle {
  /** Calls so far. */
  readonly calls: number;
  /** Answers that are still awaited. */
  readonly pending: PendingAnswers;
  /** How long answers take, in milliseconds; 0 for immediately. Until then a cell shows its previous value or #BUSY!. */
  lateMs: number;
  readonly metadata: FunctionsMetadata;
  readonly namespace: string;
  /** The sentence of the error that the function in a cell threw last, as Excel's error card shows it; '' if it said none. */
  messageAt(caller: Caller): string;
}

/**
 * Connects the functions of the add-in's page to the grid: a direct call, since page and workbench share an origin.
 * Over the wire a sheet would take seconds (office.js answers in batches of 200 ms); a conformance test drives that.
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
      // In functions.json, but the page has not associated it, or not yet: office.js calls undefined, which throws.
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

/** Excel asks the functions of an add-in and goes on; their answers come in batches, some 200 ms apart. */
function later(answer: () => unknown, ms: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    setTimeout(() => {
      try {
        resolve(answer());
      } catch (thrown) {
        // of the page's own realm, and no Error of this one
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        reject(thrown);
      }
    }, ms);
  });
}

/** Keeps what a call's error says, also when it comes later. */
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
      // office.js's own class where the page has it, as its runtime makes of an error on the wire.
      return ErrorClass && isError(code) ? new ErrorClass(code) : { type: 'Error', basicValue: code };
    },
  };
}

function invocation(book: Workbook, meta: FunctionMetadata, caller: Caller): object {
  const sheet = book.sheets.byId(caller.sheetId);
  const address = sheet && addressOf({ sheet, row: caller.row, column: caller.column, rows: 1, columns: 1 });
  return { address: meta.options?.requiresAddress ? (address ?? '') : undefined, functionName: meta.id, isInValuePreview: false };
}
