import { intersect, localA1 } from '../grid/a1';
import type { CellValue } from '../grid/cell-value';
import { typeOf } from '../grid/cell-value';
import type { Workbook } from '../grid/workbook';
import type { WorkbookEvent } from '../grid/workbook-event';
import { rangeObject, type RangeState, type WireMethod, type WireObject } from './wire-object';

/** One entry of a richApiMessage: [category, type, target, JSON, 0, false]. */
export type MessageEntry = [number, number, string, string, number, boolean];

/** Excel's event types. */
export const EVENT = {
  sheetChanged: 10,
  sheetActivated: 11,
  sheetDeactivated: 12,
  sheetAdded: 13,
  sheetSelectionChanged: 14,
  sheetDeleted: 15,
  sheetCalculated: 16,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
  visibilityChanged: 65539,
} as const;

const EVENT_CATEGORY = 65536;
const WORKBOOK = 'Workbook';
const KEPT_RANGES = 200;

type ChangedEvent = Extract<WorkbookEvent, { kind: 'changed' }>;

/** Event subscriptions and their payloads. */
export class EventTargets {
  /** `context.runtime.enableEvents` */
  enabled = true;
  /** While someone chooses from a cell's list, which raises no change event. */
  isPicking = false;
  private readonly registered = new Set<string>();
  private readonly ranges = new Map<string, WireObject<RangeState>>();
  private nextRange = 0;

  constructor(private readonly book: Workbook) {}

  register(type: number, target: string): void {
    this.registered.add(`${type}|${target}`);
  }

  unregister(type: number, target: string): void {
    this.registered.delete(`${type}|${target}`);
  }

  /** The range of a recent event, by reference. */
  range(reference: string): WireObject<RangeState> | undefined {
    return this.ranges.get(reference);
  }

  /** The messages for an event to which the add-in has subscribed. `isOurs` is whether this add-in caused it, not someone else's. */
  entries(event: WorkbookEvent, isOurs = true): MessageEntry[] {
    if (!this.enabled || (this.isPicking && event.kind === 'changed')) return [];
    const entries: MessageEntry[] = [];
    const push = (type: number, target: string, message: object) => {
      if (!this.registered.has(`${type}|${target}`)) return;
      entries.push([EVENT_CATEGORY, type, target, JSON.stringify(message), 0, false]);
    };
    switch (event.kind) {
      case 'changed':
        this.changed(event, isOurs, push);
        break;
      case 'selection': {
        const worksheetId = event.area.sheet.getSheetId();
        const message = { address: localA1(event.area), worksheetId };
        for (const target of [worksheetId, WORKBOOK]) push(EVENT.sheetSelectionChanged, target, message);
        for (const table of this.book.tables.all) {
          const part = intersect(event.area, this.book.frames.whole(table));
          const inside = { address: part ? localA1(part) : '', isInsideTable: part !== null, tableId: table.id, worksheetId };
          if (part) push(EVENT.tableSelectionChanged, table.id, inside);
        }
        break;
      }
      case 'activated': {
        const { sheetId, previousId } = event;
        for (const target of [sheetId, WORKBOOK]) push(EVENT.sheetActivated, target, { worksheetId: sheetId });
        if (!previousId) break;
        for (const target of [previousId, WORKBOOK]) push(EVENT.sheetDeactivated, target, { worksheetId: previousId });
        break;
      }
      case 'calculated':
        for (const target of [event.sheetId, WORKBOOK]) push(EVENT.sheetCalculated, target, { worksheetId: event.sheetId });
        break;
      case 'sheetAdded':
      case 'sheetDeleted':
        push(EVENT[event.kind], WORKBOOK, { worksheetId: event.sheetId, source: 'Local' });
        break;
      case 'tableAdded':
      case 'tableDeleted': {
        const message = { tableId: event.tableId, worksheetId: event.sheetId, source: isOurs ? 'Local' : 'Remote' };
        for (const target of [WORKBOOK, event.sheetId]) push(EVENT[event.kind], target, message);
        break;
      }
    }
    return entries;
  }

  private changed(event: ChangedEvent, isOurs: boolean, push: (type: number, target: string, message: object) => void): void {
    const { area, before, after } = event;
    const worksheetId = area.sheet.getSheetId();
    const message = {
      type: 'WorksheetChanged',
      address: localA1(area),
      changeType: event.changeType,
      source: event.origin === 'addin' && !isOurs ? 'Remote' : 'Local',
      worksheetId,
      referenceId: this.keepRange(area),
      shiftDirection: 'None',
      triggerSource: event.origin === 'addin' && isOurs ? 'ThisLocalAddin' : 'Unknown',
      ...(before !== undefined && after !== undefined ? details(before, after) : {}),
    };
    for (const target of [worksheetId, WORKBOOK]) push(EVENT.sheetChanged, target, message);
    for (const table of this.book.tables.all) {
      if (!intersect(area, this.book.frames.whole(table))) continue;
      const inTable = { ...message, tableId: table.id };
      for (const target of [table.id, WORKBOOK, worksheetId]) push(EVENT.tableChanged, target, inTable);
    }
  }

  private keepRange(area: ChangedEvent['area']): string {
    const reference = `E${++this.nextRange}`;
    this.ranges.set(reference, rangeObject(area));
    if (this.ranges.size > KEPT_RANGES) this.ranges.delete(this.ranges.keys().next().value!);
    return reference;
  }
}

function details(before: CellValue, after: CellValue): object {
  return { valueBefore: before, valueAfter: after, valueTypeBefore: typeOf(before), valueTypeAfter: typeOf(after) };
}

/** The _Register…Event and _Unregister…Event methods of a type; a target is the workbook, a sheet or a table. */
export function eventMethods<S>(events: Record<string, number>, target: (state: S) => string): Record<string, WireMethod<S>> {
  const methods: Record<string, WireMethod<S>> = {};
  for (const [name, type] of Object.entries(events)) {
    methods[`_Register${name}Event`] = (state, api) => api.events.register(type, target(state));
    methods[`_Unregister${name}Event`] = (state, api) => api.events.unregister(type, target(state));
  }
  return methods;
}

/** Events of a sheet and of the collection of sheets. */
export const SHEET_EVENTS = {
  DataChanged: EVENT.sheetChanged,
  Activated: EVENT.sheetActivated,
  Deactivated: EVENT.sheetDeactivated,
  SelectionChanged: EVENT.sheetSelectionChanged,
  Calculated: EVENT.sheetCalculated,
};

/** The target of events of the whole workbook. */
export const workbookTarget = (): string => WORKBOOK;
