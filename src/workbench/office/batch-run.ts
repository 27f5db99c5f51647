import { ExcelError } from '../grid/excel-error';
import { ACTION, PATH, type Action, type ArgumentInfo, type Batch, type BatchAnswer, type ObjectPath } from './batch';
import { findMember, publicName } from './members';
import { identity, project } from './projection';
import type { RichApi } from './rich-api';
import { isWireObject, type WireObject } from './wire-object';

/** Properties that depend on a finished calculation. */
const CALCULATED = /(^|[/.])(values|text|valueTypes|formulas|formulasLocal|numberFormat|hasSpill|value|\*|\$all)$/i;
const CALCULATED_PATH = /^Get(UsedRange|Spill|SpecialCells|Surrounding)/;

/** Runs a batch against the workbook; `calls` collects its calls. */
export function runBatch(api: RichApi, batch: Batch, calls: string[] = []): Promise<BatchAnswer> {
  return new BatchRun(api, batch, calls).run();
}

/** Runs one batch, action by action. */
class BatchRun {
  private readonly objects = new Map<number, WireObject | null>();

  constructor(
    private readonly api: RichApi,
    private readonly batch: Batch,
    private readonly calls: string[],
  ) {}

  async run(): Promise<BatchAnswer> {
    const answer: BatchAnswer = { Results: [], TraceIds: [] };
    const { writer, calculation } = this.api.book;
    for (const [index, action] of this.batch.Actions.entries()) {
      try {
        if (this.needsCalculation(action)) {
          writer.flush();
          if (calculation.pending) await calculation.settle();
        }
        this.perform(action, answer);
        if (index === this.batch.Actions.length - 1) writer.flush();
      } catch (thrown) {
        if (!(thrown instanceof ExcelError)) console.error('workbench: internal error in', JSON.stringify(action).slice(0, 300), thrown);
        this.flushQuietly();
        answer.Error = errorAnswer(thrown, index);
        return answer;
      }
    }
    return answer;
  }

  /** Records that an action reached a member, which tests can make fail. Earlier actions remain, as in Excel. */
  private reach(member: string): void {
    this.calls.push(member);
    const code = this.api.failing?.({ request: this.api.requests, step: this.calls.length - 1, member });
    if (code) throw new ExcelError(code, 'A failure that the test requested.', member.replace(/\(\)$|=$/, ''));
  }

  private perform(action: Action, answer: BatchAnswer): void {
    const { ActionType, Name, Id } = action;
    const push = (value: unknown) => answer.Results.push({ ActionId: Id, Value: value === undefined ? null : value });
    if (ActionType === ACTION.trace) {
      answer.TraceIds.push(Id);
      push(null);
      return;
    }
    const object = this.object(action.ObjectPathId);
    switch (ActionType) {
      case ACTION.instantiate:
        return void push(object && identity(this.api, object));
      case ACTION.query:
      case ACTION.queryAsJson:
        if (object) this.reach(`${object.type}.load`);
        return void push(object && project(this.api, object, action.QueryInfo));
      case ACTION.method:
        if (object) push(this.call(object, Name, this.args(action.ArgumentInfo)));
        return;
      case ACTION.setProperty:
        return this.set(object, Name, this.args(action.ArgumentInfo)[0]);
      case ACTION.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.set(object, name, value);
        return;
      default:
        throw this.api.missing(`ActionType ${ActionType}`);
    }
  }

  /** Whether an action's answer depends on calculated values; only those actions wait for the calculation. */
  private needsCalculation(action: Action): boolean {
    if (action.ActionType === ACTION.trace) return false;
    if (this.isCalculated(action.ObjectPathId)) return true;
    if (action.ActionType !== ACTION.query && action.ActionType !== ACTION.queryAsJson) return false;
    const select = action.QueryInfo?.Select;
    return !select?.length || select.some((name) => CALCULATED.test(name));
  }

  /** Whether resolving a path depends on a finished calculation. */
  private isCalculated(pathId: number): boolean {
    for (let id = pathId; id && !this.objects.has(id);) {
      const path = this.batch.ObjectPaths[id];
      if (path?.ObjectPathType === PATH.method && CALCULATED_PATH.test(path.Name)) return true;
      id = path?.ParentObjectPathId ?? 0;
    }
    return false;
  }

  /** The object of a path, resolved once per batch by the first action that uses it. */
  private object(id: number): WireObject | null {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const object = this.resolve(this.batch.ObjectPaths[id]!);
    this.objects.set(id, object);
    return object;
  }

  private resolve(path: ObjectPath): WireObject | null {
    if (path.ObjectPathType === PATH.root) return { type: 'Workbook', state: {} };
    if (path.ObjectPathType === PATH.newObject) return { type: path.Name, state: {} };
    if (path.ObjectPathType === PATH.nullObject) return null;
    if (path.ObjectPathType === PATH.reference) {
      const tracked = this.api.references.get(path.Name);
      if (!tracked) throw new ExcelError('InvalidObjectPath', `Unknown reference ${path.Name}`);
      return tracked;
    }
    const parent = this.object(path.ParentObjectPathId);
    if (!parent) return null;
    const type = this.api.typeOf(parent);
    switch (path.ObjectPathType) {
      case PATH.method:
        return (this.call(parent, path.Name, this.args(path.ArgumentInfo)) as WireObject | null | undefined) ?? null;
      case PATH.property: {
        this.api.demand(parent.type, publicName(path.Name));
        const member = findMember(type.nav, path.Name);
        if (!member) throw this.api.missing(`${parent.type}.${publicName(path.Name)}`);
        return type.nav![member]!(parent.state, this.api);
      }
      case PATH.indexer:
        this.api.demand(parent.type, 'getItem');
        if (!type.item) throw this.api.missing(`${parent.type}.getItem()`);
        this.reach(`${parent.type}.getItem()`);
        return type.item(parent.state, this.api, this.args(path.ArgumentInfo)[0]);
      default:
        throw this.api.missing(`ObjectPathType ${path.ObjectPathType}`);
    }
  }

  private call(object: WireObject, name: string, args: unknown[]): unknown {
    const type = this.api.typeOf(object);
    const label = `${object.type}.${publicName(name)}()`;
    // References are office.js's own bookkeeping, not calls of the add-in.
    if (name === '_KeepReference') return void this.api.keep(object);
    this.api.demand(object.type, publicName(name));
    const member = findMember(type.call, name);
    if (!member) throw this.api.missing(label);
    if (!name.startsWith('_')) this.reach(label);
    if (!this.api.situations.admits(object, member)) return null;
    return type.call![member]!(object.state, this.api, ...args);
  }

  private set(object: WireObject | null, name: string, value: unknown): void {
    if (!object) throw new ExcelError('InvalidObjectPath', 'Cannot set a property of a null object.');
    const type = this.api.typeOf(object);
    const label = `${object.type}.${publicName(name)}=`;
    this.api.demand(object.type, publicName(name));
    const member = findMember(type.set, name);
    if (!member) throw this.api.missing(label);
    this.reach(label);
    type.set![member]!(object.state, value, this.api);
  }

  /** Resolves arguments. Objects are path IDs, which a second array flags (0 = plain value), or nested as {_ObjectPathId}. */
  private args(info: ArgumentInfo | undefined): unknown[] {
    const flags = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((value, i) => (flags ? this.dereference(value, flags[i]) : this.inner(value)));
  }

  private dereference(value: unknown, flag: unknown): unknown {
    if (Array.isArray(flag)) return (value as unknown[]).map((part, i) => this.dereference(part, flag[i]));
    return flag ? this.object(flag as number) : this.inner(value);
  }

  private inner(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || isWireObject(value)) return value;
    const record = value as Record<string, unknown>;
    for (const [key, part] of Object.entries(record)) {
      const id = (part as { _ObjectPathId?: number } | null)?._ObjectPathId;
      record[key] = id ? this.object(id) : this.inner(part);
    }
    return record;
  }

  private flushQuietly(): void {
    try {
      this.api.book.writer.flush();
    } catch (thrown) {
      console.error('workbench: internal error while writing', thrown);
    }
  }
}

function errorAnswer(thrown: unknown, index: number): BatchAnswer['Error'] {
  const isExcel = thrown instanceof ExcelError;
  const code = isExcel ? thrown.code : 'GeneralException';
  return {
    Code: code,
    Message: thrown instanceof Error ? thrown.message : String(thrown),
    Location: isExcel ? thrown.location : undefined,
    ActionIndex: index,
    HttpStatusCode: code === 'ItemNotFound' ? 404 : 400,
  };
}
