import { afterEach, describe, expect, it } from 'vitest';
import type { CoopFunction } from '../../src/explain/coop-functions';
import { Book } from '../../src/files/plain/book';
import { plainFormula } from '../../src/files/plain/plain-formula';
import { BLANK, DateCell, isErrorCode, REPORT, type Argument } from '../cases/case';
import { ALL_CASES } from '../cases/cases';
import { ask, playHost } from '../support/custom-functions';
import { isFullLaw, share } from '../support/laws';
import { LIBRE_OFFICE_MS, needLibreOffice } from '../support/libre-office';
import { changedRules } from '../support/plain-changes';
import { ARGUMENTS, inputs } from '../support/plain-inputs';
import { calculatedByLibreOffice, CASES, inputAt, workbookOf, type InputCell, type PlacedFormula } from '../support/plain-workbook';
import { seeded } from '../support/seeded';

const modules = import.meta.glob<Record<string, CoopFunction>>('../../src/functions/*.ts', { eager: true });
const functionOf = (call: string): CoopFunction => modules[`../../src/functions/${call.toLowerCase()}.ts`]![call.toLowerCase()]!;

/** A call with each argument in a cell of its own, or typed into the formula. `undefined` is left out, null a blank cell. */
interface Tried {
  call: string;
  args: readonly (InputCell | undefined)[];
  inCells: boolean;
}

interface Placed extends PlacedFormula {
  tried: Tried;
  expects: unknown;
}

/** Functions of one value each that have a plain formula. Others become values. */
const PLAIN = [...Object.keys(ARGUMENTS), 'CALENDAR'];

const isCell = (arg: Argument): boolean =>
  arg !== REPORT && !Array.isArray(arg) && !(typeof arg === 'object' && arg !== null && 'basicValue' in arg);

function cellOf(arg: Argument): InputCell | undefined {
  if (arg === null) return undefined;
  if (arg === BLANK) return null;
  return arg instanceof DateCell ? arg.serial : (arg as InputCell);
}

function fromCases(inCells: boolean): Tried[] {
  return ALL_CASES.filter(({ call, args }) => PLAIN.includes(call) && args.every(isCell) && (inCells || !args.includes(BLANK))).map(
    ({ call, args }) => ({ call, args: args.map(cellOf), inCells }),
  );
}

function generated(seed: number, each: number): Tried[] {
  const pools = inputs(seeded(seed));
  return Object.entries(ARGUMENTS).flatMap(([call, make]) =>
    Array.from({ length: each }, () => ({ call, args: make(pools).map((input) => input()), inCells: true })),
  );
}

/** What the add-in's function gives: a day as its serial, an error as its code. */
function expected({ call, args }: Tried): unknown {
  try {
    // Excel hands over a blank cell as 0
    const result = ask(functionOf(call), ...args.map((arg) => (arg === undefined ? null : (arg ?? 0))));
    return Array.isArray(result) ? (result as unknown[][]).map((row) => row.map(bare)) : bare(result);
  } catch (thrown) {
    const { code } = thrown as { code?: string };
    if (code === undefined) throw thrown;
    return code;
  }
}

const bare = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (value as { basicValue: unknown }).basicValue : value;

const typed = (arg: InputCell): string => (typeof arg === 'string' ? `"${arg.replaceAll('"', '""')}"` : String(arg).toUpperCase());

/** The plain formulas of calls, each cell of a spill on its own; and why some have none. */
function place(calls: readonly Tried[]): { book: Book; placed: Placed[]; refused: string[] } {
  const book = new Book({ dateSystem: 1900, ownRules: [], sheetNames: [CASES] });
  const placed: Placed[] = [];
  const refused: string[] = [];
  for (const tried of calls) {
    const { call, args, inCells } = tried;
    const answer = expected(tried);
    const rows = Array.isArray(answer) ? (answer as unknown[][]) : [[answer]];
    for (const [r, row] of rows.entries()) {
      for (const [c, expects] of row.entries()) {
        const texts = args.map((arg, index) => (arg === undefined ? null : inCells ? inputAt(placed.length, index) : typed(arg)));
        const pick = Array.isArray(answer) || call === 'CALENDAR' ? { row: r + 1, column: c + 1 } : undefined;
        const plain = plainFormula({ name: call, args: texts, at: { sheet: CASES, cell: 'A1' }, ...(pick && { pick }) }, book);
        if ('why' in plain) refused.push(`${call}: ${plain.why}`);
        else placed.push({ formula: plain.formula, inputs: inCells ? args.map((arg) => arg ?? null) : [], tried, expects });
      }
    }
  }
  return { book, placed, refused };
}

/** What differs from the functions. Two inputs that are both wrong may show the error of either, and LibreOffice knows few codes. */
const differences = (placed: readonly Placed[], shown: readonly unknown[]): unknown[] =>
  placed.flatMap(({ tried, expects, formula }, index) => {
    const is = shown[index];
    const isSame = is === expects || (isErrorCode(expects) && isErrorCode(is));
    return isSame ? [] : [{ ...tried, expects, is, formula: formula.slice(0, 200) }];
  });

const SEED = isFullLaw ? Date.now() % 2 ** 31 : 20_241_001;

describe('plain formulas', () => {
  playHost('1.5');
  afterEach(() => playHost('1.5'));

  const tried = [
    ...share(fromCases(true), 'in cells', 80),
    ...share(fromCases(false), 'typed', 50),
    ...generated(SEED, isFullLaw ? 150 : 3),
  ];

  it(
    `give in LibreOffice what the functions give (seed ${SEED})`,
    async ({ skip }) => {
      needLibreOffice(skip);
      const { book, placed, refused } = place(tried);
      const shown = await calculatedByLibreOffice(await workbookOf(placed, book), placed.length);
      expect(differences(placed, shown)).toEqual([]);
      expect(refused).toEqual([]);
    },
    LIBRE_OFFICE_MS,
  );

  it(
    `follow every rule on "Co-op rules used" when its value changes (seed ${SEED})`,
    async ({ skip }) => {
      needLibreOffice(skip);
      const { book, placed } = place(tried);
      const { changes, ownRules } = changedRules(book);
      const shown = await calculatedByLibreOffice(await workbookOf(placed, book, changes), placed.length);
      playHost('1.5', { dateSystem: 1900, ownRules });
      const after = placed.map((cell) => (Array.isArray(expected(cell.tried)) ? cell : { ...cell, expects: expected(cell.tried) }));
      expect(after.filter(({ expects }, index) => expects !== placed[index]!.expects).length).toBeGreaterThan(10);
      const singles = after.map((_, index) => index).filter((index) => !Array.isArray(expected(after[index]!.tried)));
      expect(
        differences(
          singles.map((index) => after[index]!),
          singles.map((index) => shown[index]),
        ),
      ).toEqual([]);
    },
    LIBRE_OFFICE_MS,
  );
});
