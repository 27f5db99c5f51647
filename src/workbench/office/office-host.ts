import type { WorkbookEvent } from '../grid/workbook-event';
import { appContext, documentUrl, type HostIdentity } from './app-context';
import { BatchGate, type BatchCall } from './batch-gate';
import type { MessageEntry } from './event-targets';
import { FileCopies } from './file-copies';
import type { HostProfile } from './host-profiles';
import type { RichApi } from './rich-api';
import type { Traffic } from './traffic';

const MESSAGE = { request: 0, response: 1 };
const REQUEST = { invoke: 0, registerEvent: 1, unregisterEvent: 2 };
const RESPONSE = { answer: 0, event: 1 };

/** The numbered methods of the Common API in use. */
const METHOD = {
  refreshSettings: 75,
  saveSettings: 76,
  getFile: 77,
  getSlice: 80,
  closeFile: 81,
  getFilePath: 86,
  richApi: 93,
  commandCompleted: 94,
  closeContainer: 97,
};

/** The Common API's error code for a failed call. */
const INTERNAL_ERROR = 5001;

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
  ArrayData: BatchCall;
  DdaSettingsMethod: { Properties: [string, string][] };
}

/**
 * Answers the add-in's page over office.js's message channel, as the surrounding page does in Excel on the web. The caller
 * provides the transport: `send` for messages to the page, and calls of `receive` for messages from it.
 */
export class OfficeHost {
  private readonly gate: BatchGate;
  /** The workbook's bytes for document.getFileAsync. */
  saveFile: () => Promise<Uint8Array> = () => Promise.reject(new Error('no file'));
  private readonly events = new Map<string, number>();
  private readonly commands = new Map<string, (answer: { status: unknown }) => void>();
  private readonly files = new FileCopies();
  private held: (() => void)[] | null = null;
  private next = 0;
  private readonly stop: () => void;

  constructor(
    readonly api: RichApi,
    private readonly identity: HostIdentity,
    private readonly send: (text: string) => void,
    readonly profile: HostProfile,
  ) {
    this.gate = new BatchGate(api);
    this.stop = api.book.on((event) => this.happened(event));
  }

  dispose(): void {
    this.stop();
    this.events.clear();
  }

  /** The batches that the add-in sent, and their sizes. */
  get traffic(): Traffic {
    return this.gate.traffic;
  }

  /** Whether someone is typing in a cell: batches fail, or wait if called with delayForCellEdit. */
  get editing(): boolean {
    return this.gate.editing;
  }

  set editing(value: boolean) {
    this.gate.editing = value;
  }

  /** Sets how to find out whether a user action is running. */
  set isAsked(isAsked: () => boolean) {
    this.gate.isAsked = isAsked;
  }

  /** The calls of requests that wrote without a user action. */
  get unaskedWrites(): readonly string[][] {
    return this.gate.unaskedWrites;
  }

  /** Lets someone else act right before an upcoming batch of the add-in; `after` is the number of batches to let pass. */
  readonly meanwhile: BatchGate['meanwhile'] = (act, after) => this.gate.meanwhile(act, after);

  /** What the manifest's Permissions element allows. */
  get permission(): BatchGate['permission'] {
    return this.gate.permission;
  }

  set permission(value: BatchGate['permission']) {
    this.gate.permission = value;
  }

  /** Handles a message from the page. */
  receive(text: unknown): void {
    if (typeof text !== 'string') return;
    const message = parse(text);
    if (message?._conversationId !== this.identity.conversationId || message._messageType !== MESSAGE.request) return;
    const reply = (data: unknown, errorCode = 0) =>
      this.post(message._actionName, message._correlationId, data, RESPONSE.answer, errorCode);
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
        return reply(appContext(this.api.book, this.identity, this.profile, this.api.displayMode));
      case 'ContextActivationManager_notifyHost':
        return reply({});
      case 'executeMethod':
        return this.execute(message._data, reply);
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

  /** Runs an action of the shared runtime, from Office.actions.associate or a keyboard shortcut. */
  runAction(id: string, args?: unknown): boolean {
    const call = JSON.stringify([id, args === undefined ? '' : JSON.stringify(args)]);
    return this.fireRichApi([[2, 1000, '', call, 0, false]]);
  }

  /** Sends the add-in events it subscribed to. */
  fireRichApi(entries: MessageEntry[]): boolean {
    return this.fire('richApiMessage', { ArrayData: entries });
  }

  private happened(event: WorkbookEvent): void {
    for (const entry of this.api.events.entries(event, this.api.actor === this)) this.afterReply(() => void this.fireRichApi([entry]));
    if (event.kind === 'selection') this.afterReply(() => void this.fire('documentSelectionChanged', {}));
  }

  // A batch's events are sent after its reply; otherwise, handlers registered in that batch would miss them.
  private afterReply(send: () => void): void {
    if (this.held) this.held.push(send);
    else send();
  }

  private execute(data: MethodData, reply: (answer: unknown) => void): void {
    let run = () => this.method(data);
    if (data.DdaMethod.DispatchId === METHOD.richApi) {
      const admitted = this.gate.admit(data.ArrayData);
      if ('refusal' in admitted) return reply(admitted.refusal);
      run = admitted.run;
    }
    // Batches from all senders run one after another.
    this.api.turn = this.api.turn.then(() => this.serve(data, run, reply));
  }

  private async serve(data: MethodData, run: () => Promise<object>, reply: (answer: unknown) => void): Promise<void> {
    this.held = [];
    this.api.actor = this;
    let answer: unknown;
    try {
      answer = await run();
    } catch (thrown) {
      console.error('workbench: internal error in method', data.DdaMethod?.DispatchId, thrown);
      answer = { Version: 1, Error: INTERNAL_ERROR };
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
        return { Version: 1, Error: INTERNAL_ERROR };
    }
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
