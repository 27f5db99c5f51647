import type { BaseValueObject } from '@univerjs/engine-formula';
import { isError } from '../cell-value';
import type { UniverModules } from '../engine/univer';

/** The cell error for what a function threw: its code if it was a CustomFunctions.Error, otherwise #VALUE!. */
export function errorOf(thrown: unknown): string {
  const code = (thrown as { code?: unknown } | null | undefined)?.code;
  return isError(code) ? code : '#VALUE!';
}

const LONGEST_TEXT = 32767;

/**
 * Converts a function's result to the engine's value objects, as if it had been sent as JSON: a single NaN or Infinity is
 * an error, but within an array it becomes null, which Excel shows as 0.
 */
export class FunctionResults {
  constructor(private readonly engine: UniverModules['formula']) {}

  /** A cell error. */
  error(code: string): BaseValueObject {
    return this.engine.ErrorValueObject.create(code as never);
  }

  /** A single value or an array to spill. */
  of(value: unknown): BaseValueObject {
    if (!Array.isArray(value)) {
      if (typeof value !== 'number' || Number.isFinite(value)) return this.cell(value);
      return this.error(Number.isNaN(value) ? '#VALUE!' : '#NUM!');
    }
    const rows = (Array.isArray(value[0]) ? value : [value]) as unknown[][];
    const columns = rows[0]?.length ?? 0;
    if (!columns || rows.some((row) => !Array.isArray(row) || row.length !== columns)) return this.error('#VALUE!');
    return this.engine.ArrayValueObject.create({
      calculateValueList: rows.map((row) => row.map((cell) => this.cell(cell))),
      rowCount: rows.length,
      columnCount: columns,
      unitId: '',
      sheetId: '',
      row: -1,
      column: -1,
    });
  }

  private cell(value: unknown): BaseValueObject {
    const { NumberValueObject, BooleanValueObject, StringValueObject } = this.engine;
    if (value === null || value === undefined) return NumberValueObject.create(0);
    if (typeof value === 'number') return NumberValueObject.create(Number.isFinite(value) ? value : 0);
    if (typeof value === 'boolean') return BooleanValueObject.create(value);
    if (typeof value === 'object') return this.richValue(value as Record<string, unknown>);
    if (isError(value)) return this.error(value);
    const text = typeof value === 'string' ? value : '';
    return text.length > LONGEST_TEXT ? this.error('#VALUE!') : StringValueObject.create(text);
  }

  private richValue(value: Record<string, unknown>): BaseValueObject {
    if (value.type === 'Error') return this.error(isError(value.basicValue) ? value.basicValue : '#VALUE!');
    if (isError(value.code)) return this.error(value.code);
    const { basicValue, numberFormat } = value;
    if (typeof basicValue === 'number' && typeof numberFormat === 'string') {
      // The value's number format becomes the cell's, unless the cell has its own.
      return this.engine.NumberValueObject.create(basicValue, numberFormat);
    }
    return 'basicValue' in value && typeof basicValue !== 'object' ? this.cell(basicValue) : this.error('#VALUE!');
  }
}
