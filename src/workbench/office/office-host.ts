import type { WorkbookEvent } from '../grid/workbook-event';
import { appContext, documentUrl, REQUIREMENT_SETS, type HostIdentity } from './app-context';
import type { Batch, BatchAnswer } from './batch';
import { runBatch } from './batch-run';
import type { MessageEntry } from './event-targets';
import { FileCopies } from './file-copies';
import type { RichApi } from './rich-api';
import { byteLength, PAYLOAD_LIMIT, Traffic } from './traffic';

const MESSAGE = { request: 0, response: 1 };
const REQUEST = { invoke: 0, registerEvent: 1, unregisterEvent: 2 };
const RESPONSE = { answer: 0, event: 1 };

/** The numbered methods of the Common API in use. */
const METHOD = {
  refreshSettings: 75, saveSettings: 76, getFile: 77, getSlice: 80, closeFile: 81, getFilePath: 86,
  richApi: 93, commandCompleted: 94, closeContainer: 97,
};

/** Error numbers of the Common API that office.js turns into Excel's error codes. */
const FAULT = { internal: 5001, cellEditMode: 5004, requestTooLarge: 5103, noPermission: 7000 };

const DELAY_FOR_CELL_EDIT = 64;

const TOO_LARGE: BatchAnswer = {
  Results: [],
  TraceIds: [],
  Error: {
    Code: 'ResponsePayloadSizeLimitExceeded',
    Message: 'The response payload size has exceeded the limit.',
    ActionIndex: 0,
    HttpStatusCode: 400,
  },
};

interface Message {
  _messageType: number;
  _actionName: string;
  _conversationId: string;
  _correlationId: number;
  _actionType: number;
  _data: MethodData;
}

interface MethodData {
  [key: string]: unknown;
  DdaMethod: { DispatchId: number };
  ArrayData: [customData: string, verb: string, path: string, headers: string[], body: string, unknown: number, flags: number];
  DdaSettingsMethod: { Properties: [string, string][] };
}

/**
 * Answers the add-in's page over office.js's message channel, as the frame around it does in Excel on the web.
 * It knows no transport: give it `send`, feed it `receive`.
 */
export class OfficeHost {
  readonly traffic = new Traffic();
  /** A person is typing in a cell: batches fail, or wait if they asked to. Set by editing(). */
  private isEditing = false;
  private editingEnded: (() => void)[] = [];
  /** What the manifest's Permissions element allows. */
  permission: 'ReadWriteDocument' | 'none' = 'ReadWriteDocument';
  /** 5 MB in Excel on the web. */
  payloadLimit = PAYLOAD_LIMIT;
  /** The workbook's bytes for document.getFileAsync. */
  saveFile: () => Promise<Uint8Array> = () => Promise.reject(new Error('no file'));
  private readonly events = new Map<string, number>();
  private readonly commands = new Map<string, (answer: { status: unknown }) => void>();
  private readonly files = new FileCopies();
  private queue: Promise<void> = Promise.resolve();
  private held: (() => void)[] | null = null;
  private next = 0;
  private readonly stop: () => void;

  constructor(
    readonly api: RichApi,
    private readonly identity: HostIdentity,
    private readonly send: (text: string) => void,
    private readonly requirementSets: Record<string, string> = REQUIREMENT_SETS,
  ) {
    this.stop = api.book.on((event) => this.happened(event));
  }

  dispose(): void {
    this.stop();
    this.events.clear();
  }

  /** Begins or ends cell-edit mode; batches that chose to wait go on when it ends. */
  set editing(value: boolean) {
    this.isEditing = value;
    if (!value) for (const go of this.editingEnded.splice(0)) go();
  }

  get editing(): boolean {
    return this.isEditing;
  }

  /** Takes a message of the page. */
  receive(text: unknown): void {
    if (typeof text !== 'string') return;
    const message = parse(text);
    if (message?._conversationId !== this.identity.conversationId || message._messageType !== MESSAGE.request) return;
    const reply = (data: unknown, errorCode = 0) => this.post(message._actionName, message._correlationId, data, RESPONSE.answer, errorCode);
    if (message._actionType === REQUEST.registerEvent) {
      this.events.set(message._actionName, message._correlationId);
      return reply({ Error: 0 });
    }
    if (message._actionType === REQUEST.unregisterEvent) {
      this.events.delete(message._actionName);
      return reply({ Error: 0 });
    }
    switch (message._actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        return reply(appContext(this.api.book, this.identity, this.requirementSets));
      case 'ContextActivationManager_notifyHost':
        return reply({});
      case 'executeMethod':
        // Batches are served strictly one after another.
        this.queue = this.queue.then(() => this.serve(message._data, reply));
        return;
      default:
        this.api.missing(`host action ${message._actionName}`);
        return reply(`unknown action ${message._actionName}`, -2);
    }
  }

  /** Presses a ribbon button whose action is ExecuteFunction; resolves when the add-in calls event.completed(). */
  runCommand(functionName: string, source: { id: string } = { id: 'Button1' }): Promise<{ status: unknown }> {
    const id = `cmd${++this.next}`;
    return new Promise((resolve, reject) => {
      this.commands.set(id, resolve);
      const isHeard = this.fire('appCommandInvoked', [id, functionName, JSON.stringify({ source })]);
      if (!isHeard) reject(new Error('The add-in does not listen for ribbon commands.'));
    });
  }

  /** A shared runtime's action: Office.actions.associate, keyboard shortcuts. */
  runAction(id: string, args?: unknown): boolean {
    const call = JSON.stringify([id, args === undefined ? '' : JSON.stringify(args)]);
    return this.fireRichApi([[2, 1000, '', call, 0, false]]);
  }

  /** Tells the add-in what it asked to be told. */
  fireRichApi(entries: MessageEntry[]): boolean {
    return this.fire('richApiMessage', { ArrayData: entries });
  }

  private happened(event: WorkbookEvent): void {
    for (const entry of this.api.events.entries(event)) this.afterReply(() => void this.fireRichApi([entry]));
    if (event.kind === 'selection') this.afterReply(() => void this.fire('documentSelectionChanged', {}));
  }

  // Events that a batch raises follow its own reply, or handlers registered in that batch would miss them.
  private afterReply(send: () => void): void {
    if (this.held) this.held.push(send);
    else send();
  }

  private async serve(data: MethodData, reply: (answer: unknown) => void): Promise<void> {
    this.held = [];
    let answer: unknown;
    try {
      answer = await this.method(data);
    } catch (thrown) {
      console.error('workbench: a fault of its own in method', data.DdaMethod?.DispatchId, thrown);
      answer = { Version: 1, Error: FAULT.internal };
    }
    const held = this.held;
    this.held = null;
    reply(answer);
    for (const send of held) send();
  }

  private async method(data: MethodData): Promise<object> {
    const fine = (more: object = {}) => ({ Version: 1, Error: 0, ...more });
    const { book } = this.api;
    switch (data.DdaMethod.DispatchId) {
      case METHOD.richApi:
        return this.richApi(data);
      case METHOD.saveSettings:
        book.documentSettings = new Map(data.DdaSettingsMethod.Properties);
        return fine();
      case METHOD.refreshSettings:
        return fine({ Properties: { Settings: [...book.documentSettings].map(([Name, Value]) => ({ Name, Value })) } });
      case METHOD.commandCompleted: {
        const id = String(data[0]);
        this.commands.get(id)?.({ status: data[1] });
        this.commands.delete(id);
        return fine();
      }
      case METHOD.getFile:
        return fine(await this.files.open(data, this.saveFile));
      case METHOD.getSlice:
        return fine(this.files.slice(data));
      case METHOD.closeFile:
        this.files.close(data);
        return fine();
      case METHOD.getFilePath:
        return fine({ 0: documentUrl(book.model.name), url: documentUrl(book.model.name) });
      case METHOD.closeContainer:
        return fine();
      default:
        this.api.missing(`Office.context.document method ${data.DdaMethod.DispatchId}`);
        return { Version: 1, Error: FAULT.internal };
    }
  }

  private async richApi(data: MethodData): Promise<object> {
    const body = data.ArrayData[4];
    const flags = Number(data.ArrayData[6]);
    const fault = (code: number) => ({ Version: 1, Error: code });
    if (this.permission === 'none') return fault(FAULT.noPermission);
    const record = { bytesIn: byteLength(body), bytesOut: 0, calls: [] as string[], error: undefined as string | undefined };
    const isHousekeeping = /"Name":"(_RemoveReference|SetInvocationArrayResults|NotifyActionHandlerReady|_SetOsfControl)/.test(body);
    if (!isHousekeeping) this.traffic.add(record);
    if (record.bytesIn > this.payloadLimit) {
      record.error = 'RequestPayloadSizeLimitExceeded';
      return fault(FAULT.requestTooLarge);
    }
    if (this.isEditing && !isHousekeeping) {
      if (!(flags & DELAY_FOR_CELL_EDIT)) {
        record.error = 'InvalidOperationInCellEditMode';
        return fault(FAULT.cellEditMode);
      }
      await new Promise<void>((resolve) => this.editingEnded.push(resolve));
    }
    let answer: BatchAnswer = await runBatch(this.api, JSON.parse(body) as Batch, record.calls);
    let text = JSON.stringify(answer);
    record.bytesOut = byteLength(text);
    if (record.bytesOut > this.payloadLimit) {
      answer = TOO_LARGE;
      text = JSON.stringify(answer);
    }
    record.error = answer.Error?.Code;
    return { Version: 1, Error: 0, Data: [200, ['Content-Type', 'application/json'], text] };
  }

  private fire(name: string, data: unknown): boolean {
    const correlationId = this.events.get(name);
    if (correlationId === undefined) return false;
    this.post(name, correlationId, data, RESPONSE.event);
    return true;
  }

  private post(name: string, correlationId: number, data: unknown, responseType: number, errorCode = 0): void {
    this.send(
      JSON.stringify({
        _messageType: MESSAGE.response,
        _actionName: name,
        _conversationId: this.identity.conversationId,
        _correlationId: correlationId,
        _origin: this.identity.hostUrl,
        _data: data,
        _errorCode: errorCode,
        _responseType: responseType,
        _serializerVersion: 1,
      }),
    );
  }
}

function parse(text: string): Message | null {
  try {
    return JSON.parse(text) as Message;
  } catch {
    return null;
  }
}
