import { ACTION, PATH, type Batch, type BatchAnswer } from './batch';
import { runBatch } from './batch-run';
import type { RichApi } from './rich-api';
import { batchRecord, byteLength, looksOnly, PAYLOAD_LIMIT, Traffic, type BatchRecord } from './traffic';

/** A Rich API call as received; the batch is JSON text. */
export type BatchCall = [customData: string, verb: string, path: string, headers: string[], body: string, unknown: number, flags: number];

/** Error numbers of the Common API that office.js turns into Excel's error codes. */
const FAULT = { cellEditMode: 5004, requestTooLarge: 5103, noPermission: 7000 };

/** Set if the add-in called Excel.run with delayForCellEdit. */
const DELAY_FOR_CELL_EDIT = 64;

/** office.js's own bookkeeping, which no user action requested. */
const BOOKKEEPING = /^(_RemoveReference|SetInvocationArrayResults|NotifyActionHandlerReady|_SetOsfControl)/;

/** Objects that exist without a request. */
const NAMED = new Set<number | undefined>([PATH.root, PATH.newObject, PATH.property]);

/** The answer to a batch whose sender is gone. */
const LOST = { Version: 1, Error: 0 };

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

/** An action by someone else between two batches. If it resolves to 'lost', the batch never arrives, as when its pane was closed. */
type Act = () => Promise<unknown>;

/** Checks batches before they run: permission, Excel's size limits, and whether someone is typing in a cell. */
export class BatchGate {
  readonly traffic = new Traffic();
  /** What the manifest's Permissions element allows. */
  permission: 'ReadWriteDocument' | 'none' = 'ReadWriteDocument';
  /** 5 MB in Excel on the web. */
  payloadLimit = PAYLOAD_LIMIT;
  /** Actions by someone else right before an upcoming batch; `after` is the number of batches to let pass. */
  private readonly others: { after: number; act: Act }[] = [];
  /** Whether a user action is running, as the page knows. */
  isAsked: () => boolean = () => true;
  /** The calls of requests that wrote without a user action. */
  readonly unaskedWrites: string[][] = [];
  private isEditing = false;
  private editingEnded: (() => void)[] = [];

  constructor(private readonly api: RichApi) {}

  get editing(): boolean {
    return this.isEditing;
  }

  /** Starts or ends typing in a cell. At the end, batches with delayForCellEdit continue. */
  set editing(value: boolean) {
    this.isEditing = value;
    if (!value) for (const goOn of this.editingEnded.splice(0)) goOn();
  }

  /** Lets someone else act right before an upcoming batch of the add-in; `after` is the number of batches to let pass. */
  meanwhile(act: Act, after = 0): void {
    this.others.push({ after, act });
  }

  /** Admits a batch, to `run` when it's its turn, or refuses it at once, even while other batches wait. */
  admit([, , , , body, , flags]: BatchCall): { refusal: object } | { run: () => Promise<object> } {
    const record = batchRecord(byteLength(body));
    const batch = JSON.parse(body) as Batch;
    const purpose = purposeOf(batch);
    if (purpose === 'work') this.traffic.add(record);
    const refuse = (fault: number, code: string) => {
      record.error = code;
      return { refusal: { Version: 1, Error: fault } };
    };
    if (this.permission === 'none') return refuse(FAULT.noPermission, 'AccessDenied');
    if (record.bytesIn > this.payloadLimit) return refuse(FAULT.requestTooLarge, 'RequestPayloadSizeLimitExceeded');
    if (this.isEditing && purpose !== 'bookkeeping' && !(flags & DELAY_FOR_CELL_EDIT)) {
      return refuse(FAULT.cellEditMode, 'InvalidOperationInCellEditMode');
    }
    const isAsked = this.isAsked();
    return {
      run: async () => {
        const answer = await this.run(batch, record, purpose === 'work');
        if (!isAsked && purpose === 'work' && !record.calls.every(looksOnly)) this.unaskedWrites.push(record.calls);
        return answer;
      },
    };
  }

  private async run(batch: Batch, record: BatchRecord, isWork: boolean): Promise<object> {
    if (this.isEditing && isWork) await new Promise<void>((resolve) => this.editingEnded.push(resolve));
    if (isWork && (await this.letOthersAct())) return LOST;
    if (isWork) this.api.requests++;
    let answer = await runBatch(this.api, batch, record.calls);
    if (record.calls.some(this.api.clearsUndo)) this.api.book.forgetUndo();
    const lost =
      !isWork || answer.Error ? null : this.api.failing?.({ request: this.api.requests, step: record.calls.length, member: 'answer' });
    if (lost) answer = { ...TOO_LARGE, Error: { Code: lost, Message: 'The answer was lost.', ActionIndex: 0, HttpStatusCode: 500 } };
    let text = JSON.stringify(answer);
    record.bytesOut = byteLength(text);
    if (record.bytesOut > this.payloadLimit) {
      answer = TOO_LARGE;
      text = JSON.stringify(answer);
    }
    record.error = answer.Error?.Code;
    return { Version: 1, Error: 0, Data: [200, ['Content-Type', 'application/json'], text] };
  }

  /** Resolves to whether the batch is lost. */
  private async letOthersAct(): Promise<boolean> {
    const due = this.others.filter(({ after }) => after === 0);
    const rest = this.others.filter(({ after }) => after > 0).map((other) => ({ ...other, after: other.after - 1 }));
    this.others.splice(0, Infinity, ...rest);
    let isLost = false;
    for (const { act } of due) isLost = (await act()) === 'lost' || isLost;
    return isLost;
  }
}

/**
 * A batch's purpose. Bookkeeping is office.js releasing objects or subscribing. A batch that only names existing objects
 * requests nothing, but Excel still refuses it while a cell is edited.
 */
function purposeOf({ Actions, ObjectPaths }: Batch): 'bookkeeping' | 'nothing' | 'work' {
  const asking = Actions.filter(({ ActionType, ObjectPathId }) => {
    const path = ObjectPaths[ObjectPathId]?.ObjectPathType;
    return ActionType !== ACTION.trace && !(ActionType === ACTION.instantiate && NAMED.has(path));
  });
  if (asking.length === 0) return 'nothing';
  return asking.every(({ Name }) => BOOKKEEPING.test(Name)) ? 'bookkeeping' : 'work';
}
