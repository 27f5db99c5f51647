import type { Cell, WriteSheet } from 'hucre';
import { absoluteA1 } from '../../src/workbench/grid/a1';
import { BLANK, DateCell, type Argument, type CellInput, type REPORT } from '../cases/case';
import { fileCell, TITLE, type DateSystem } from './file-cell';

/** What a formula cannot hold itself: days, blank and error cells, ranges. */
type Input = Exclude<Argument, string | boolean | typeof REPORT>;

/** The name of the sheet with the arguments that formulas refer to. */
const INPUTS = 'Inputs';

/** Collects arguments on a sheet of their own, each once, and gives the address of each. */
export class Inputs {
  private readonly cells = new Map<string, Partial<Cell>>([
    ['0,0', { value: 'Days, blank and error cells, and small reports that the formulas refer to', style: TITLE }],
  ]);
  private readonly addresses = new Map<string, string>();
  private row = 2;

  constructor(private readonly dateSystem: DateSystem) {}

  readonly refer = (input: Input): string => {
    const rows = Array.isArray(input) ? (input as readonly (readonly CellInput[])[]) : [[input as CellInput]];
    const key = JSON.stringify(rows, (_, value: unknown) =>
      value === BLANK ? 'blank' : value instanceof DateCell ? { day: value.iso, time: value.time } : value,
    );
    const known = this.addresses.get(key);
    if (known) return known;
    const columns = Math.max(...rows.map((row) => row.length));
    const address = `${INPUTS}!${absoluteA1({ row: this.row, column: 1, rows: rows.length, columns })}`;
    this.cells.set(`${this.row},0`, { value: label(rows) });
    rows.forEach((row, r) =>
      row.forEach((cell, c) => {
        const stored = fileCell(cell, this.dateSystem);
        if (stored) this.cells.set(`${this.row + r},${1 + c}`, stored);
      }),
    );
    this.row += rows.length + 1;
    this.addresses.set(key, address);
    return address;
  };

  get sheet(): WriteSheet {
    return { name: INPUTS, cells: this.cells, rows: [], columns: [{ width: 22 }, ...Array.from({ length: 9 }, () => ({ width: 20 }))] };
  }
}

function label(rows: readonly (readonly CellInput[])[]): string {
  const [[first] = []] = rows;
  if (rows.length > 1 || rows[0]!.length > 1) return `Range of ${rows.length} × ${rows[0]!.length}`;
  return first === BLANK || first === null
    ? 'Blank cell'
    : first instanceof DateCell
      ? first.time
        ? 'Day with a time'
        : 'Day'
      : typeof first === 'object'
        ? 'Error'
        : 'Value';
}
