import type { ICellData } from '@univerjs/core';
import type { BaseReferenceObject, BaseValueObject, FunctionVariantType } from '@univerjs/engine-formula';
import type { Engine } from '../engine/univer';
import { broadcast, CellError, convertArguments, type Conversion, type RawArgument, type RawCell } from './convert-arguments';
import { errorOf, FunctionResults } from './function-result';
import type { FunctionMetadata, FunctionsMetadata } from './metadata';
import { BUSY, Rejection, type Caller, type PendingAnswers } from './pending-answers';

/** Calls the add-in's JavaScript function; what it throws becomes the cell's error. */
type CallFunction = (meta: FunctionMetadata, args: unknown[], caller: Caller) => unknown;

/** What the functions of one add-in share. */
export interface FunctionBridge {
  call: CallFunction;
  pending: PendingAnswers;
  conversion: (meta: FunctionMetadata) => Conversion;
  /** A function's previous answer in a cell, which the cell shows while the function is called again. */
  before: {
    get(meta: FunctionMetadata, caller: Caller): unknown;
    set(meta: FunctionMetadata, caller: Caller, answer: unknown): void;
  };
}

const BOOLEAN = 3;

function rawCell(cell: ICellData | null | undefined | void): RawCell {
  const value = cell?.v;
  if (!cell || value === undefined || value === null || value === '') return null;
  if (Number(cell.t) === BOOLEAN) return value === true || value === 1 || value === '1' || value === 'TRUE';
  return value;
}

type Rows = Record<number, object | undefined>;
/** Univer's matrix object or its rows. */
type SheetLayer = { getMatrix(): Rows } | Rows;
type Layer = Record<string, Record<string, SheetLayer | undefined> | undefined> | undefined;

/** The layers with results of formulas that lie over a sheet's stored cells, by row. */
function calculatedLayers(layers: Layer[], unitId: string, sheetId: string): Rows[] {
  return layers.flatMap((layer) => {
    const sheet = layer?.[unitId]?.[sheetId];
    if (!sheet) return [];
    return ['getMatrix' in sheet ? sheet.getMatrix() : sheet];
  });
}

/** The cells of a range, straight from the matrices: creating a value object per cell takes ten times as long. */
function readReference(reference: BaseReferenceObject): RawCell[][] {
  const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
  const unitId = reference.getUnitId();
  const sheetId = reference.getSheetId();
  const stored = reference.getUnitData()?.[unitId]?.[sheetId]?.cellData;
  const layers = [
    reference.getArrayFormulaCellData(),
    reference.getRuntimeData(),
    reference.getRuntimeArrayFormulaCellData(),
    ...Object.values(reference.getRuntimeFeatureCellData() ?? {}),
  ] as unknown as Layer[];
  const calculated = calculatedLayers(layers, unitId, sheetId);
  const cells = new Array<RawCell[]>(endRow - startRow + 1);
  for (let r = startRow; r <= endRow; r++) {
    const row = new Array<RawCell>(endColumn - startColumn + 1);
    // Only these rows need Univer's slow lookup in every layer.
    const isCalculated = calculated.some((rows) => rows[r]);
    for (let c = startColumn; c <= endColumn; c++) {
      row[c - startColumn] = rawCell(isCalculated ? reference.getCellData(r, c) : stored?.getValue(r, c));
    }
    cells[r - startRow] = row;
  }
  return cells;
}

function plainValue(value: BaseValueObject): RawCell {
  if (value.isNull()) return null;
  if (value.isError()) return String((value as unknown as { getErrorType(): string }).getErrorType());
  return value.getValue();
}

function rawArgument(argument: FunctionVariantType): RawArgument {
  if (argument.isReferenceObject()) return readReference(argument as BaseReferenceObject);
  const value = argument as BaseValueObject;
  if (value.isArray()) {
    const rows = (value as unknown as { getArrayValue(): (BaseValueObject | null)[][] }).getArrayValue();
    return rows.map((row) => row.map((cell) => (cell == null ? null : plainValue(cell))));
  }
  // An omitted argument is a null object, a blank cell is a reference.
  return value.isNull() ? undefined : plainValue(value);
}

/**
 * The class behind each custom function. Univer's own registerFunction is not Office-like: a single cell arrives as
 * [[v]], blanks and omitted arguments as 0, errors as text, and one exception aborts the whole calculation.
 */
function officeFunctionClass(engine: Engine, bridge: FunctionBridge) {
  const results = new FunctionResults(engine.modules.formula);
  return class OfficeFunction extends engine.modules.formula.BaseFunction {
    override needsReferenceObject = true;

    constructor(
      name: string,
      private readonly meta: FunctionMetadata,
    ) {
      super(name);
    }

    /** Univer would convert the texts "1,234.50" and "12/31/2024" to numbers; Excel passes them as text. */
    override isArgumentsIgnoreNumberPattern(): boolean {
      return true;
    }

    override calculate(...given: FunctionVariantType[]): BaseValueObject {
      try {
        const args = given.map(rawArgument);
        const each = broadcast(this.meta, args);
        if (!each) return this.toObject(this.answer(args));
        const answers = each.map((row) => row.map((cellArguments) => firstCell(this.answerOrError(cellArguments))));
        return answers.some((row) => row.includes(BUSY)) ? results.error('#BUSY!') : results.of(answers);
      } catch (thrown) {
        return results.error(errorOf(thrown));
      }
    }

    private toObject(answer: unknown): BaseValueObject {
      return answer === BUSY ? results.error('#BUSY!') : results.of(answer);
    }

    private answer(args: RawArgument[]): unknown {
      const converted = convertArguments(this.meta, args, bridge.conversion(this.meta));
      const caller: Caller = { sheetId: this.subUnitId ?? '', row: this.row, column: this.column };
      const call = () => bridge.call(this.meta, converted, caller);
      const key = () => `${this.meta.id}(${JSON.stringify(converted)})`;
      const answer = bridge.pending.ask(key, caller, call);
      if (answer === BUSY) return bridge.before.get(this.meta, caller) ?? BUSY;
      if (answer instanceof Rejection) throw answer.reason;
      bridge.before.set(this.meta, caller, answer);
      return answer;
    }

    private answerOrError(args: RawArgument[]): unknown {
      try {
        return this.answer(args);
      } catch (thrown) {
        return { type: 'Error', basicValue: thrown instanceof CellError ? thrown.code : errorOf(thrown) };
      }
    }
  };
}

function firstCell(answer: unknown): unknown {
  if (!Array.isArray(answer)) return answer;
  const [first] = answer as unknown[];
  return Array.isArray(first) ? (first as unknown[])[0] : first;
}

/** Registers the functions of functions.json in Univer, with autocomplete and argument help. */
export function registerOfficeFunctions(engine: Engine, namespace: string, metadata: FunctionsMetadata, bridge: FunctionBridge): void {
  const { IFunctionService, FunctionType } = engine.modules.formula;
  const OfficeFunction = officeFunctionClass(engine, bridge);
  const service = engine.injector.get(IFunctionService);
  for (const meta of metadata.functions) {
    const functionName = `${namespace}.${meta.name}`.toUpperCase();
    const description = meta.description ?? functionName;
    service.registerExecutors(new OfficeFunction(functionName, meta));
    service.registerDescriptions({
      functionName,
      functionType: FunctionType.User,
      description,
      abstract: description,
      functionParameter: (meta.parameters ?? []).map((parameter) => ({
        name: parameter.name,
        detail: parameter.description ?? parameter.name,
        example: parameter.dimensionality === 'matrix' ? 'A1:B5' : parameter.type === 'number' ? '1' : 'text',
        require: parameter.optional ? 0 : 1,
        repeat: parameter.repeating ? 1 : 0,
      })),
    });
  }
}
