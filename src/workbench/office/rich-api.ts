import { apiNotFound, newerApi, type ExcelError } from '../grid/excel-error';
import type { Workbook } from '../grid/workbook';
import { DISPLAY_MODE } from './app-context';
import { EventTargets } from './event-targets';
import { Situations } from './situations';
import type { WireObject, WireType } from './wire-object';
import { wireTypes } from './wire-types';

/** A member that an action of a request has come to, or 'answer' once all of the request is done. */
export interface Reached {
  request: number;
  /** Counted from 0 within the request. */
  step: number;
  /** 'Range.formulas=', 'Worksheet.delete()' … */
  member: string;
}

/** Which members fail: Excel's error code, or null for one that works. If 'answer' fails, the batch runs and its answer is lost. */
export type Failing = (reached: Reached) => string | null;

/** The server side of Excel's API: what a batch runs against. */
export class RichApi {
  /** Objects the client keeps references to. */
  readonly references = new Map<string, WireObject>();
  readonly events: EventTargets;
  /** What is in front and selected, and what that makes Excel refuse. */
  readonly situations = new Situations();
  /** Calls of Excel's API that the workbench lacks, each once. */
  readonly unknownCalls = new Set<string>();
  /** Values that are accepted but not shown. */
  readonly ignored = new Set<string>();
  /** Results the add-in sent for custom functions called over the wire. */
  onInvocationResults: (results: unknown[][]) => void = () => undefined;
  onFunctionsReady: () => void = () => undefined;
  announceFunctions!: () => void;
  /** Resolves once the page can run custom functions; earlier calls are lost. */
  readonly functionsReady = new Promise<void>((resolve) => (this.announceFunctions = resolve));
  onRibbon: (control: string, patch: { enabled?: boolean; visible?: boolean }) => void = () => undefined;
  /** The add-in shows or hides its pane. */
  onRuntimeState: (state: string) => void = () => undefined;
  /** The end of the last batch, from any sender. */
  turn: Promise<void> = Promise.resolve();
  /** Who sent the last batch: what an add-in changed was theirs. */
  actor: object | null = null;
  startState = 'Inactive';
  runtimeState = 'Visible';
  /** What the host says of the pane when its page begins. */
  displayMode: number = DISPLAY_MODE.taskpane;
  /** How many requests have come in, office.js's own bookkeeping aside. */
  requests = 0;
  /** Has members fail, for tests. */
  failing: Failing | null = null;
  /** Whether a call of the add-in empties the undo list. */
  clearsUndo: (call: string) => boolean = () => false;
  private lastReference = 0;

  /** `missingMembers` are what this Excel lacks, such as 'tablerowcollection.deleterowsat'. */
  constructor(
    readonly book: Workbook,
    private readonly missingMembers: ReadonlySet<string> = new Set(),
  ) {
    this.events = new EventTargets(book);
  }

  typeOf(object: WireObject): WireType<unknown> {
    const type = wireTypes[object.type];
    if (!type) throw this.missing(object.type);
    return type;
  }

  /** Whether this Excel has a member of a type. */
  has(type: string, member: string): boolean {
    return !this.missingMembers.has(`${type}.${member}`.toLowerCase());
  }

  /** Refuses a member this Excel lacks, as a desktop's Excel does: in its turn, with what came before it done. */
  demand(type: string, member: string): void {
    if (!this.has(type, member)) throw newerApi(`${type}.${member}`);
  }

  missing(member: string): ExcelError {
    this.unknownCalls.add(member);
    return apiNotFound(member);
  }

  keep(object: WireObject): void {
    object.reference ??= `R${++this.lastReference}`;
    this.references.set(object.reference, object);
  }
}
