import type { Worksheet } from '@univerjs/core';
import type { Area } from '../grid/a1';
import type { Table } from '../grid/tables';
import type { RichApi } from './rich-api';

/** An object of Excel's API on the host's side: its type name and what it represents. */
export interface WireObject<S = unknown> {
  readonly type: string;
  readonly state: S;
  /** Set once the client keeps a reference to it. */
  reference?: string;
}

/** A method: the object, the host, and the arguments as received. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- arguments arrive as JSON, each method knows its own
export type WireMethod<S> = (state: S, api: RichApi, ...args: any[]) => unknown;

/** The members of a type of Excel's API that the workbench supports, by office.js's internal names in PascalCase. */
export interface WireType<S> {
  /** The ID that is part of every answer about the object. */
  id?: (state: S, api: RichApi) => string | number;
  idKey?: 'Id' | '_Id';
  /** Scalar properties. */
  get?: Record<string, (state: S, api: RichApi) => unknown>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- values arrive as JSON
  set?: Record<string, (state: S, value: any, api: RichApi) => void>;
  /** Properties that are objects. */
  nav?: Record<string, (state: S, api: RichApi) => WireObject | null>;
  call?: Record<string, WireMethod<S>>;
  /** The members of a collection, and one of them by key. */
  items?: (state: S, api: RichApi) => WireObject[];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- keys arrive as JSON
  item?: (state: S, api: RichApi, key: any) => WireObject;
}

/** An object of any type. */
export function wireObject<S>(type: string, state: S): WireObject<S> {
  return { type, state };
}

/** Whether an argument is an object of Excel's API, not a plain value. */
export function isWireObject(value: unknown): value is WireObject {
  return typeof value === 'object' && value !== null && 'type' in value && 'state' in value;
}

/** What a Range represents. */
export interface RangeState {
  area: Area;
}

export function rangeObject(area: Area): WireObject<RangeState>;
export function rangeObject(area: Area | null): WireObject<RangeState> | null;
/** A Range. */
export function rangeObject(area: Area | null): WireObject<RangeState> | null {
  if (!area) return null;
  const { sheet, row, column, rows, columns } = area;
  return wireObject('Range', { area: { sheet, row, column, rows, columns } });
}

/** What a Worksheet represents. */
export interface WorksheetState {
  sheet: Worksheet;
}

/** A Worksheet; null for the null object. */
export function worksheetObject(sheet: Worksheet | null | undefined): WireObject<WorksheetState> | null {
  return sheet ? wireObject('Worksheet', { sheet }) : null;
}

/** What a Table represents. The table is looked up at each use, since someone may have changed it. */
export interface TableState {
  id: string;
}

/** A Table; null for the null object. */
export function tableObject(table: Table | null | undefined): WireObject<TableState> | null {
  return table ? wireObject('Table', { id: table.id }) : null;
}

/** The area of an argument: a Range, or an address on the sheet `on`. */
export function areaOf(argument: unknown, api: RichApi, on?: Worksheet): Area {
  if (isWireObject(argument)) return (argument.state as RangeState).area;
  return api.book.sheets.parse(String(argument), on);
}
