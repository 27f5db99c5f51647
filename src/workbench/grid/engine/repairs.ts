import type { Injector, IRange, Workbook, Worksheet } from '@univerjs/core';
import { MAX_COLUMNS, MAX_ROWS } from '../a1';
import type { UniverModules } from './univer';

// Fixes for bugs in Univer 0.25.1, each applied once for all workbooks of the process.

/** Univer returns #SPILL! at the end of its sheet, which only has the size it needed so far. Excel's is larger. In a table, nothing spills. */
export function letSpillsGrow(modules: UniverModules, injector: Injector): void {
  const runtime = injector.get(modules.formula.IFormulaRuntimeService) as unknown as {
    _checkIfArrayFormulaExceeded: (rows: number, columns: number, range: IRange) => boolean;
    currentUnitId: string;
    currentSubUnitId: string;
  };
  const isInTable = ({ startRow, startColumn }: IRange): boolean =>
    injector
      .get(modules.table.TableManager)
      .getTableList(runtime.currentUnitId)
      .some(
        ({ subUnitId, range }) =>
          subUnitId === runtime.currentSubUnitId &&
          startRow > range.startRow &&
          startRow <= range.endRow &&
          startColumn >= range.startColumn &&
          startColumn <= range.endColumn,
      );
  runtime._checkIfArrayFormulaExceeded = (_rows, _columns, range) =>
    range.endRow >= MAX_ROWS || range.endColumn >= MAX_COLUMNS || isInTable(range);
}

interface LexerPrototype {
  _resetTemp?: { (this: LexerPrototype): void; repaired?: boolean };
  _squareBracketState: number;
}

/**
 * The shared lexer keeps counting an unclosed '[' (at each keystroke while someone types Table[…). From then on, every
 * newly parsed formula with a comma is #NAME?.
 */
export function repairLexer(modules: UniverModules): void {
  const lexer = modules.formula.LexerTreeBuilder.prototype as unknown as LexerPrototype;
  const reset = lexer._resetTemp;
  if (!reset || reset.repaired) return;
  lexer._resetTemp = Object.assign(
    function resetTemp(this: LexerPrototype) {
      reset.call(this);
      this._squareBracketState = 0;
    },
    { repaired: true },
  );
}

interface Reference {
  isTable(): boolean;
  isReferenceObject(): boolean;
  setForcedSheetId(names: unknown): void;
}

interface FunctionPrototype {
  createReferenceObject: { (reference: Reference, range: IRange): Reference; repaired?: boolean };
}

/**
 * A reference derived from a table reference (by INDEX, OFFSET …) loses its sheet because it has no sheet name:
 * =INDEX(Table[Column],1) on another sheet read that sheet's cell.
 */
export function repairTableReferences(modules: UniverModules): void {
  const prototype = modules.formula.BaseFunction.prototype as unknown as FunctionPrototype;
  const create = prototype.createReferenceObject;
  if (create.repaired) return;
  prototype.createReferenceObject = Object.assign(
    function createReferenceObject(this: unknown, reference: Reference, range: IRange): Reference {
      const made = create.call(this, reference, range);
      if (reference.isTable() && made.isReferenceObject()) made.setForcedSheetId = () => undefined;
      return made;
    },
    { repaired: true },
  );
}

interface Cache {
  forEach: (this: Cache) => void;
  clear(): void;
}

/**
 * Univer caches parsed formulas with the cells that a table had at the time, and uses those even after the table's size
 * changed. Its own method to remove entries searches their texts for a name, but long formulas are only there as a hash.
 * The cache isn't exported; this gets hold of it during that search, and clears it.
 */
export function forgetParsedFormulas(modules: UniverModules, injector: Injector): void {
  const prototype = modules.core.LRUMap.prototype as unknown as Cache;
  const { forEach } = prototype;
  prototype.forEach = function clearInstead(this: Cache) {
    this.clear();
  };
  try {
    injector.get(modules.formula.IFunctionService).deleteFormulaAstCacheKey('');
  } finally {
    prototype.forEach = forEach;
  }
}

/**
 * After a table's size changed, Univer parses every formula that names it again, even the same text thousands of times.
 * This clears all parsed formulas once instead.
 */
export function parseOnce(modules: UniverModules, injector: Injector): void {
  const config = injector.get(modules.formula.IFormulaCurrentConfigService) as unknown as { getDirtySuperTableMap: () => object };
  const ask = config.getDirtySuperTableMap.bind(config);
  const nothing = {};
  let last: object = nothing;
  config.getDirtySuperTableMap = () => {
    const changed = ask();
    if (changed !== last && Object.keys(changed).length > 0) forgetParsedFormulas(modules, injector);
    last = changed;
    return nothing;
  };
}

interface RowVisibility {
  getHiddenRowsFiltered: () => Record<string, Record<string, Record<number, { hd: 1 }>>>;
}

/** Before each calculation, Univer checks if each row of every sheet is hidden. This only lists rows hidden by hand or by a table's filter. */
export function listHiddenRows(modules: UniverModules, injector: Injector): void {
  const { core, formula, table } = modules;
  const model = injector.get(formula.FormulaDataModel) as unknown as RowVisibility;
  const books = injector.get(core.IUniverInstanceService);
  const hiddenIn = (unitId: string, sheet: Worksheet): [string, { hd: 1 }][] => {
    const byHand = Object.entries(sheet.getSnapshot().rowData ?? {}).flatMap(([row, data]) =>
      (data as { hd?: number } | undefined)?.hd === 1 ? [row] : [],
    );
    const filtered = injector
      .get(table.TableManager)
      .getTablesBySubunitId(unitId, sheet.getSheetId())
      .flatMap((found) => [...(found.getTableFilters().getFilterOutRows() ?? [])].map(String));
    return [...byHand, ...filtered].map((row) => [row, { hd: 1 }]);
  };
  model.getHiddenRowsFiltered = () =>
    Object.fromEntries(
      books
        .getAllUnitsForType<Workbook>(core.UniverInstanceType.UNIVER_SHEET)
        .map((book) => [
          book.getUnitId(),
          Object.fromEntries(book.getSheets().map((sheet) => [sheet.getSheetId(), Object.fromEntries(hiddenIn(book.getUnitId(), sheet))])),
        ]),
    );
}

interface ExactFunction {
  _handleSingleObject: { (a: TextValue, b: TextValue): TextValue; repaired?: boolean };
}

interface TextValue {
  isNull(): boolean;
}

/**
 * EXACT says that a blank isn't "", and an empty text in a cell is a blank to Univer unless it was calculated just now. In
 * Excel all are the same.
 */
export function compareBlanks(modules: UniverModules): void {
  const { functionText, StringValueObject } = modules.formula;
  const exact = functionText.find(([, name]) => String(name) === 'EXACT')![0] as { prototype: unknown };
  const prototype = exact.prototype as ExactFunction;
  const compare = prototype._handleSingleObject;
  if (compare.repaired) return;
  const asText = (value: TextValue): TextValue => (value.isNull() ? StringValueObject.create('') : value);
  prototype._handleSingleObject = Object.assign(
    function handleSingleObject(this: ExactFunction, a: TextValue, b: TextValue): TextValue {
      return compare.call(this, asText(a), asText(b));
    },
    { repaired: true },
  );
}

interface ValueFactory {
  create: { (value: unknown, isText?: boolean): { isString(): boolean }; repaired?: boolean };
}

/** Univer parses every text in a formula as a number, date, or time at each calculation, which is slow. This skips texts that weren't one before. */
export function rememberWords(modules: UniverModules): void {
  const values = modules.formula.ValueObjectFactory as unknown as ValueFactory;
  const { create } = values;
  if (create.repaired) return;
  const words = new Set<unknown>();
  values.create = Object.assign(
    (value: unknown, isText = false) => {
      const made = create.call(values, value, isText || words.has(value));
      if (typeof value === 'string' && !isText && made.isString()) {
        if (words.size >= MAX_WORDS) words.clear();
        words.add(value);
      }
      return made;
    },
    { repaired: true },
  );
}

interface TextPrototype {
  convertToNumberObjectValue: { (this: { getValue(): string }): ReadValue; repaired?: boolean };
}

interface ReadValue {
  isError(): boolean;
  getValue(): unknown;
  getPattern(): string;
}

/**
 * SUMIFS, COUNTIFS, and their like read each text of a range as a number again, for each of their criteria that is one: most
 * of the time that a workbook took to open. This remembers what a text was read as.
 */
export function rememberReadTexts(modules: UniverModules): void {
  const { StringValueObject, NumberValueObject, ErrorValueObject, ErrorType } = modules.formula;
  const prototype = StringValueObject.prototype as unknown as TextPrototype;
  const convert = prototype.convertToNumberObjectValue;
  if (convert.repaired) return;
  const numbers = new Map<string, { value: number; pattern: string } | null>();
  prototype.convertToNumberObjectValue = Object.assign(
    function convertToNumberObjectValue(this: { getValue(): string }): ReadValue {
      const text = this.getValue();
      const known = numbers.get(text);
      if (known === null) return ErrorValueObject.create(ErrorType.VALUE);
      if (known) return NumberValueObject.create(known.value, known.pattern);
      const made = convert.call(this);
      if (numbers.size >= MAX_WORDS) numbers.clear();
      numbers.set(text, made.isError() ? null : { value: Number(made.getValue()), pattern: made.getPattern() });
      return made;
    },
    { repaired: true },
  );
}

const MAX_WORDS = 100_000;
