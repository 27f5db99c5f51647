import { contextSettled } from '../cells/context';
import { plainValue, isErrorCell, type PlainValue } from '../cells/cell-value';
import { isErrorText } from '../cells/error-text';
import { withTrace, type Trace } from '../cells/trace';
import { Problem } from '../domain/problem';
import { COOP_FUNCTIONS } from './coop-functions';
import { evaluate, type Surroundings } from './evaluate';
import type { ArgumentExplained, CallExplained, ExplainedCell, Explanation, Outcome } from './explanation';
import { explainRule } from './explain-rule';
import { foundReading } from './found';
import { lastConfirmed } from '../rulebook/last-confirmed';
import type { RuleUsed } from '../rulebook/rule';
import { callsIn, referencesIn, type CellsFound, type Formula, type Reference } from '../formulas/formula';
import { parseFormula } from '../formulas/parse-formula';
import { cellTexts, errorCodeOf, errorValue, firstValue, shown, type Reading } from './values';

type Call = Extract<Formula, { kind: 'call' }>;

/** A function's ID and arguments, from its catalogue. */
export interface Signature {
  id: string;
  parameters: readonly { name: string; optional: boolean }[];
}

/** Reads all wanted cells in one request. */
export type ReadCells = (wanted: readonly Reference[], from: { sheet: string; address: string }) => Promise<CellsFound[]>;

/**
 * Explains a cell's formula: every COOP call with its arguments, rules, steps and result, by running the same functions
 * on the same values. Rejects only if `read` does. `calculates` is whether this version of Excel has the functions.
 */
export async function explain(
  cell: ExplainedCell,
  read: ReadCells,
  signatures: readonly Signature[],
  calculates = true,
): Promise<Explanation> {
  const nothing = (sentence: string): Explanation => ({ cell, nothing: sentence, calls: [], remarks: [] });
  if (cell.formula === '') return nothing(cell.value === '' ? EMPTY : NO_FORMULA);
  const formula = parseFormula(cell.formula);
  if (formula.kind === 'unreadable') return nothing(`This formula can't be read here. ${formula.why}`);
  const calls = [
    ...new Map(
      callsIn(formula)
        .filter(isCoopCall)
        .map((call) => [keyOfCall(call), call]),
    ).values(),
  ];
  if (calls.length === 0) return nothing(NO_COOP_CALL);

  const wanted = distinct(referencesIn(formula));
  const [found] = await Promise.all([read(wanted, cell), contextSettled()]);
  const around = new Explaining(new Map(wanted.map((reference, index) => [keyOf(reference), foundReading(found[index]!)])), signatures);
  const result = evaluate(formula, around);
  const gives = 'unknown' in result ? {} : { gives: cellTexts(result.value)[0]![0]! };
  const confirmed = lastConfirmed(around.rules);
  return {
    cell,
    ...gives,
    ...(confirmed === null ? {} : { confirmed }),
    calls: calls.map((call) => around.explained(call)),
    remarks: remarksOn(cell, result, calculates ? HERE : ELSEWHERE),
  };
}

const EMPTY = 'This cell is empty. Select a cell with a COOP formula to see how its value is calculated.';
const NO_FORMULA = 'This cell has a value, not a formula. Select a cell with a COOP formula to see how its value is calculated.';
const NO_COOP_CALL = "The formula in this cell doesn't use a COOP function. To see its steps, choose Evaluate Formula on the Formulas tab.";

class Explaining implements Surroundings {
  private readonly done = new Map<string, CallExplained>();
  /** The rules that the calls used. */
  readonly rules: RuleUsed[] = [];

  constructor(
    private readonly found: ReadonlyMap<string, Reading>,
    private readonly signatures: readonly Signature[],
  ) {}

  cells(reference: Reference): Reading {
    return this.found.get(keyOf(reference)) ?? { unknown: "These cells couldn't be read." };
  }

  coop(call: Call, values: Reading[]): Reading | null {
    if (!isCoopCall(call)) return null;
    const id = call.name.slice('COOP.'.length);
    const run = COOP_FUNCTIONS.get(id);
    const parameters = this.signatures.find((signature) => signature.id === id)?.parameters ?? [];
    const settle = (outcome: Outcome, trace?: Trace): void => {
      this.rules.push(...(trace?.rules ?? []));
      this.done.set(keyOfCall(call), {
        id,
        name: call.name,
        text: call.text,
        arguments: argumentsExplained(call, values, parameters, trace),
        rules: [...new Set(trace?.rules.map(({ rule }) => rule))].map(explainRule),
        steps: trace?.steps ?? [],
        result: outcome,
      });
    };
    if (!run) {
      settle({ kind: 'problem', error: '#NAME?', sentence: `There's no function ${call.name}. The Functions screen lists all functions.` });
      return { value: errorValue('#NAME?') };
    }
    const unknown = values.findIndex((value) => 'unknown' in value);
    if (unknown >= 0) {
      const name = parameters[unknown]?.name ?? `argument ${unknown + 1}`;
      const why = `Its ${name} can't be read here. ${(values[unknown] as { unknown: string }).unknown}`;
      settle({ kind: 'unknown', why });
      return { unknown: why };
    }
    const given = values.map((value) => (value as { value: unknown }).value);
    if (given.length > parameters.length && parameters.length > 0) {
      settle({ kind: 'problem', error: '#VALUE!', sentence: `${call.name} takes at most ${parameters.length} arguments.` });
      return { value: errorValue('#VALUE!') };
    }
    // Excel passes null for every argument left out.
    const { result, trace } = withTrace(() => run(...given, ...parameters.slice(given.length).map(() => null)));
    if (result instanceof Problem) {
      const error = errorCodeOf(result);
      settle({ kind: 'problem', error, sentence: result.message }, trace);
      return { value: errorValue(error) };
    }
    settle({ kind: 'cells', cells: cellTexts(result) }, trace);
    return { value: result };
  }

  explained(call: Call): CallExplained {
    return (
      this.done.get(keyOfCall(call)) ?? {
        id: call.name.slice('COOP.'.length),
        name: call.name,
        text: call.text,
        arguments: [],
        rules: [],
        steps: [],
        result: { kind: 'unused' },
      }
    );
  }
}

function argumentsExplained(call: Call, values: Reading[], parameters: Signature['parameters'], trace?: Trace): ArgumentExplained[] {
  const count = Math.max(call.arguments.length, parameters.length);
  return Array.from({ length: count }, (_, index): ArgumentExplained => {
    const written = call.arguments[index];
    const reading = values[index];
    const name = parameters[index]?.name ?? `argument ${index + 1}`;
    const input = trace?.inputs.find((noted) => noted.name === name);
    const text = written?.text ?? '';
    const explained: ArgumentExplained = { name, text };
    if (reading && 'unknown' in reading) return { ...explained, unknown: reading.unknown };
    const value = written && written.kind !== 'omitted' && reading ? shown(reading.value) : '';
    if (value !== '' && !isLiteral(written!)) explained.value = value;
    if (input && input.read !== value && input.read !== text.replace(/^"|"$/g, '')) explained.read = input.read;
    return explained;
  });
}

const isLiteral = (formula: Formula): boolean => formula.kind === 'value' || (formula.kind === 'unary' && formula.operand.kind === 'value');

/** Whether the cell shows its formula's current result, and if not, why. `advice` is how to recalculate. */
function remarksOn(cell: ExplainedCell, result: Reading, advice: string): string[] {
  const special = SPECIAL.get(String(cell.value))?.replace(HERE, advice);
  if (special) return [special];
  if ('unknown' in result) return [];
  const now = firstValue(result.value);
  if (sameValue(cell.value, now)) return [];
  const texts = cellTexts(result.value)[0]![0]!;
  return [`The cell shows ${cell.text || 'nothing'}, but the current result is ${texts || 'blank'}. It may be out of date. ${advice}`];
}

/** How to recalculate a cell, where Excel has the functions and where it doesn't. */
const HERE = 'Choose Recalculate co-op on the Home tab.';
const ELSEWHERE = "This version of Excel doesn't calculate COOP functions. Open the workbook in Excel on Windows, Mac, or the web.";

const SPECIAL: ReadonlyMap<string, string> = new Map([
  [
    '#SPILL!',
    "The result needs several cells, and one isn't empty (or the cell is in a table). Clear the cells below and to the right, or ask for one part of the result.",
  ],
  ['#NAME?', `Excel didn't recognize this function when it last calculated. ${HERE}`],
  ['#BUSY!', 'Excel is still calculating this cell. The explanation appears when the result does.'],
  ['#GETTING_DATA', 'Excel is still calculating this cell. The explanation appears when the result does.'],
  ['#CONNECT!', `Excel couldn't reach the functions. ${HERE}`],
]);

function sameValue(shownNow: ExplainedCell['value'], current: PlainValue): boolean {
  if (isErrorCell(current)) return shownNow === current.error;
  if (typeof current === 'number' && typeof shownNow === 'number')
    return Math.abs(current - shownNow) <= 1e-9 * Math.max(1, Math.abs(current));
  // A blank result shows as 0 in some versions of Excel and as nothing in others.
  if (current === null || current === '') return shownNow === '' || shownNow === 0;
  return !isErrorText(shownNow) && plainValue(shownNow) === current;
}

const isCoopCall = (formula: Formula): formula is Call => formula.kind === 'call' && formula.name.startsWith('COOP.');
const keyOf = (reference: Reference): string => JSON.stringify(reference);
const keyOfCall = (call: Call): string => call.text;
const distinct = (references: readonly Reference[]): Reference[] => [
  ...new Map(references.map((reference) => [keyOf(reference), reference])).values(),
];
