import { convertArguments, type CellError, type Conversion, type RawArgument } from '../grid/functions/convert-arguments';
import type { FunctionMetadata, FunctionsMetadata } from '../grid/functions/metadata';
import type { OfficeHost } from './office-host';

/** The result of a call by messages. */
export interface WireAnswer {
  value: unknown;
  /** Set if the value is a cell error: office.js's code for it, and the function's message. */
  error?: { code: number; message: string };
}

/** Cell errors by office.js's codes for failed calls; 2 is an exception, 3 a rejection, 9 and 10 an unknown function. */
const ERROR_OF_CODE: Record<number, string> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
  9: '#NAME?',
  10: '#NAME?',
};

const FLAG = { cancelable: 1, streaming: 2, allowError: 4 };
const CUSTOM_FUNCTION = 1;
const INVOKE = 1000;
const CANCEL = 1001;

/** Calls custom functions as Excel does, by a message to office.js's runtime, which answers in a batch. */
export class WireFunctions {
  private next = 0;
  private readonly waiting = new Map<number, (answer: WireAnswer) => void>();
  private readonly byId: Map<string, FunctionMetadata>;

  constructor(
    private readonly host: OfficeHost,
    private readonly metadata: FunctionsMetadata,
  ) {
    this.byId = new Map(metadata.functions.map((meta) => [meta.id.toUpperCase(), meta]));
    host.api.onInvocationResults = (results) => results.forEach((result) => this.result(result));
  }

  /** Calls a function with arguments as in a cell: values, 2-D arrays for ranges, undefined for omitted ones. */
  call(id: string, given: RawArgument[], address = 'Sheet1!A1'): Promise<WireAnswer> {
    const meta = this.byId.get(id.toUpperCase());
    if (!meta) return Promise.resolve({ value: '#NAME?' });
    const allowErrors = meta.allowErrorForDataTypeAny ?? this.metadata.allowErrorForDataTypeAny ?? false;
    const conversion: Conversion = { allowErrors, blank: 0, errorValue: (code) => ({ type: 'CustomFunctionError', code }) };
    let args: unknown[];
    try {
      args = convertArguments(meta, given, conversion);
    } catch (thrown) {
      return Promise.resolve({ value: (thrown as CellError).code });
    }
    return this.send(meta, args, allowErrors, address);
  }

  /** Sends arguments without Excel's conversion, to test what outdated metadata would send. */
  async send(meta: FunctionMetadata, args: unknown[], allowErrors = false, address = 'Sheet1!A1'): Promise<WireAnswer> {
    await this.host.api.functionsReady;
    const invocation = this.next++;
    const { cancelable, stream, requiresAddress } = meta.options ?? {};
    const flags = (cancelable ? FLAG.cancelable : 0) | (stream ? FLAG.streaming : 0) | (allowErrors ? FLAG.allowError : 0);
    const message = JSON.stringify([invocation, meta.id, args, requiresAddress ? address : null, flags, null]);
    return new Promise((resolve) => {
      this.waiting.set(invocation, resolve);
      this.host.fireRichApi([[CUSTOM_FUNCTION, INVOKE, '', message, invocation, false]]);
    });
  }

  /** Tells the add-in that an answer is no longer needed. */
  cancel(invocation: number): void {
    this.waiting.delete(invocation);
    this.host.fireRichApi([[CUSTOM_FUNCTION, CANCEL, '', JSON.stringify({ invocationId: invocation }), invocation, false]]);
  }

  private result([invocation, isFine, value, code]: unknown[]): void {
    const resolve = this.waiting.get(invocation as number);
    this.waiting.delete(invocation as number);
    if (isFine) return resolve?.({ value: shown(value) });
    resolve?.({ value: ERROR_OF_CODE[code as number] ?? '#VALUE!', error: { code: code as number, message: String(value) } });
  }
}

/** A result as Excel shows it: null as 0, an error inside an array as that error. */
function shown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shown);
  if (value === null) return 0;
  if (typeof value !== 'object') return value;
  const { type, valueType, code, basicValue } = value as Record<string, unknown>;
  return type === 'Error' || valueType === 'CustomFunctionError' || type === 'CustomFunctionError' ? (code ?? basicValue) : value;
}
