import { apiNotFound, newerApi, type ExcelError } from '../grid/excel-error';
import type { Workbook } from '../grid/workbook';
import { DISPLAY_MODE } from './app-context';
import { EventTargets } from './event-targets';
import { Situations } from './situations';
import type { WireObject, WireType } from './wire-object';
import { wireTypes } from './wire-types';

/** A member that an action of a request has reached, or 'answer' after the last action. */
export interface Reached {
  request: number;
  /** The action's index within the request. */
  step: number;
  /** 'Range.formulas=', 'Worksheet.delete()' … */
  member: string;
}

/** Decides which members fail: Excel's error code, or null to succeed. If 'answer' fails, the batch has run and its answer is lost. */
export type Failing = (reached: Reached) => string | null;

/** The server side of Excel's API, which batches run against. */
export class RichApi {
  /** Objects to which the client keeps references. */
  readonly references = new Map<string, WireObject>();
  readonly events: EventTargets;
  /** What is active and selected, and what Excel refuses as a result. */
  readonly situations = new Situations();
  /** Calls of Excel's API that the workbench doesn't support. */
  readonly unknownCalls = new Set<string>();
  /** Values that are accepted but not shown. */
  readonly ignored = new Set<string>();
  /** Called with the add-in's results for custom functions called by messages. */
  onInvocationResults: (results: unknown[][]) => void = () => undefined;
  onFunctionsReady: () => void = () => undefined;
  announceFunctions!: () => void;
  /** Resolves once the page can run custom functions; earlier calls are lost. */
  readonly functionsReady = new Promise<void>((resolve) => (this.announceFunctions = resolve));
  onRibbon: (control: string, patch: { enabled?: boolean; visible?: boolean }) => void = () => undefined;
  /** Called when the add-in shows or hides its pane. */
  onRuntimeState: (state: string) => void = () => undefined;
  /** The end of the last batch, from any sender. */
  turn: Promise<void> = Promise.resolve();
  /** The sender of the last batch, who made the changes that come from an add-in. */
  actor: object | null = null;
  startState = 'Inactive';
  runtimeState = 'Visible';
  /** The pane's state that the host reports when the page starts. */
  displayMode: number = DISPLAY_MODE.taskpane;
  /** The number of requests so far, without office.js's own bookkeeping. */
  requests = 0;
  /** Makes members fail, for tests. */
  failing: Failing | null = null;
  /** Whether a call of the add-in clears the undo list. */
  clearsUndo: (call: string) => boolean = () => false;
  private lastReference = 0;

  /** `missingMembers` are those that this version of Excel doesn't have, such as 'tablerowcollection.deleterowsat'. */
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

  /** Whether this version of Excel has a member of a type. */
  has(type: string, member: string): boolean {
    return !this.missingMembers.has(`${type}.${member}`.toLowerCase());
  }

  /** Throws if this version of Excel doesn't have a member. As in desktop Excel, earlier actions of the batch have run by then. */
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
