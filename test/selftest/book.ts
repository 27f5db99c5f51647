import type { Cell, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import type { FunctionEntry } from '../../src/build/catalogue';
import { localA1, type Box } from '../../src/workbench/grid/a1';
import { ANY_TEXT, formulaOf, type Case } from '../cases/case';
import { opened } from '../cases/sample-report';
import { casesOf, titleOf } from './cases-of';
import { checklistSheet } from './checklist';
import { ANY, comparison, textShown } from './comparison';
import { DAY, expectedCell, fileCell, HEAD, isDay, TITLE, type DateSystem } from './file-cell';
import { overviewSheet, type FunctionCount } from './overview';
import { Inputs } from './place-inputs';

/** Where a case's answer stands in the workbook. */
export interface PlacedCase extends Case {
  /** The function's sheet; its cells from `box` on hold the answer, cell `check` is TRUE or not. */
  sheet: string;
  box: Box;
  check: string;
}

/** What the workbook is made of. */
export interface SelftestOptions {
  dateSystem: DateSystem;
  /** The functions, in the order of their sheets. */
  functions: readonly Pick<FunctionEntry, 'id' | 'summary'>[];
  /** The version and the rules it is made from. */
  madeBy: string;
  /** Answers in place of the COOP formulas, for a reader of the file that does not know the functions; nothing is compared beforehand. */
  answers?: (place: PlacedCase) => readonly (readonly unknown[])[];
}

/** A self-test workbook, and where each case stands. */
export interface SelftestBook {
  bytes: Uint8Array;
  places: PlacedCase[];
}

/** What a COOP cell shows until Excel has worked it out: never what is expected, so that nothing is right unasked. */
const NOT_YET = 'not calculated yet';
const FIRST_ROW = 4;
const CHECK = 2;
const EXPECTED = 3;
const WRAPPED = { alignment: { wrapText: true, vertical: 'top' as const } };
const TOP = { alignment: { vertical: 'top' as const } };
const FORMULA = { ...WRAPPED, font: { name: 'Consolas', size: 10 } };

/** Makes the workbook with which anyone who has Excel can try every function against what it should give. */
export async function selftestBook({ dateSystem, functions, madeBy, answers }: SelftestOptions): Promise<SelftestBook> {
  const inputs = new Inputs(dateSystem);
  const places: PlacedCase[] = [];
  const counts: FunctionCount[] = [];
  const sheets = functions.map(({ id, summary }) => {
    const made = functionSheet(id, summary, inputs, dateSystem, answers);
    places.push(...made.places);
    counts.push(made.count);
    return made.sheet;
  });
  const overview = overviewSheet({ counts, dateSystem, madeBy, isCounted: !answers });
  const bytes = await writeXlsx({
    sheets: [overview.sheet, checklistSheet(), ...sheets, inputs.sheet, earningsSheet()],
    namedRanges: overview.names,
    dateSystem: String(dateSystem) as '1900' | '1904',
    activeSheet: 0,
  });
  return { bytes: new Uint8Array(bytes), places };
}

function functionSheet(id: string, summary: string, inputs: Inputs, dateSystem: DateSystem, answers: SelftestOptions['answers']) {
  const cases = casesOf(id, dateSystem);
  const width = Math.max(...cases.map(({ gives }) => (Array.isArray(gives) ? (gives[0].length as number) : 1)));
  const actualColumn = EXPECTED + width + 1;
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, column: number, cell: Partial<Cell>): void => void cells.set(`${row},${column}`, cell);
  const places: PlacedCase[] = [];
  let row = FIRST_ROW;
  for (const testCase of cases) {
    const rows = Array.isArray(testCase.gives) ? (testCase.gives as readonly (readonly unknown[])[]) : [[testCase.gives]];
    const size = { rows: rows.length, columns: rows[0]!.length };
    const expected: Box = { row, column: EXPECTED, ...size };
    const box: Box = { row, column: actualColumn, ...size };
    const place: PlacedCase = { ...testCase, sheet: id, box, check: localA1({ row, column: CHECK, rows: 1, columns: 1 }) };
    const formula = formulaOf(testCase, inputs.refer);
    put(row, 0, { value: titleOf(testCase), style: WRAPPED });
    put(row, 1, { value: formula, type: 'string', style: FORMULA });
    put(row, CHECK, {
      value: false,
      type: 'formula',
      formula: comparison(testCase, expected, box),
      ...(answers ? {} : { formulaResult: false }),
      style: { ...TOP, font: { bold: true } },
    });
    rows.forEach((line, r) => line.forEach((shown, c) => put(row + r, EXPECTED + c, styledExpected(shown, dateSystem))));
    const given = answers?.(place);
    if (given) given.forEach((line, r) => line.forEach((value, c) => put(row + r, actualColumn + c, answerCell(value))));
    else {
      put(row, actualColumn, {
        value: NOT_YET,
        type: 'formula',
        formula: inFile(formula),
        formulaResult: NOT_YET,
        formulaType: 'array',
        formulaDynamic: true,
        formulaRef: localA1(box),
        style: actualStyle(rows[0]![0]),
      });
      // days show as days where the host gives plain numbers, too
      rows.forEach((line, r) =>
        line.forEach((shown, c) => {
          if ((r || c) && isDay(shown)) put(row + r, actualColumn + c, { value: null, style: { ...DAY, ...TOP } });
        }),
      );
    }
    places.push(place);
    // a free row, in which a spill that is too long shows
    row += rows.length + (rows.length > 1 ? 1 : 0);
  }
  const checks = localA1({ row: FIRST_ROW, column: CHECK, rows: row - FIRST_ROW, columns: 1 });
  put(0, 0, { value: `COOP.${id}`, style: TITLE });
  put(1, 0, { value: summary });
  [
    'What is tested',
    'Formula',
    'TRUE or not',
    'Expected',
    ...Array<string>(width).fill(''),
    'Actual',
    ...Array<string>(width - 1).fill(''),
  ].forEach((value, column) => put(FIRST_ROW - 1, column, { value, style: HEAD }));
  const sheet: WriteSheet = {
    name: id,
    cells,
    rows: [],
    columns: [
      { width: 42 },
      { width: 58 },
      { width: 9 },
      ...Array.from({ length: width }, () => ({ width: width > 2 ? 16 : 30 })),
      { width: 3 },
      ...Array.from({ length: width }, () => ({ width: width > 2 ? 16 : 30 })),
    ],
    freezePane: { rows: FIRST_ROW, columns: 0 },
    conditionalRules: [
      {
        type: 'expression',
        priority: 1,
        formula: `AND(NOT(ISBLANK(C${FIRST_ROW + 1})),NOT(C${FIRST_ROW + 1}))`,
        range: checks,
        style: {
          font: { color: { rgb: '9C0006' } },
          fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: 'FFC7CE' }, fgColor: { rgb: 'FFC7CE' } },
        },
      },
    ],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `$${FIRST_ROW}:$${FIRST_ROW}` },
  };
  return { sheet, places, count: { id, cases: cases.length, checks: `${id}!${absolute(checks)}` } };
}

const absolute = (range: string): string => range.replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2');

function styledExpected(shown: unknown, dateSystem: DateSystem): Partial<Cell> {
  const cell =
    shown instanceof RegExp
      ? { value: textShown(shown), type: 'string' as const }
      : shown === ANY_TEXT
        ? { value: ANY, type: 'string' as const }
        : expectedCell(shown as string, dateSystem);
  return {
    ...cell,
    style: {
      ...cell.style,
      ...(typeof shown === 'string' || shown instanceof RegExp ? WRAPPED : TOP),
      alignment: { ...WRAPPED.alignment, horizontal: 'left' },
    },
  };
}

const actualStyle = (shown: unknown) => ({
  ...(isDay(shown) ? DAY : {}),
  alignment: { ...WRAPPED.alignment, horizontal: 'left' as const },
});

/** COOP.X as Excel stores it once it knows the add-in; the cases use no function that needs a prefix. */
const inFile = (formula: string): string => formula.slice(1).replaceAll(/\bCOOP\.([A-Z]+)\(/g, '_xldudf_COOP_$1(');

function answerCell(value: unknown): Partial<Cell> {
  if (value === '') return { value: '', type: 'formula', formula: '""', formulaResult: '' };
  const isError = typeof value === 'string' && /^#[A-Z/0]+[!?A]$/.test(value);
  return { value: value as string, type: isError ? 'error' : (typeof value as 'string' | 'number' | 'boolean') };
}

/** The sample report, as the table that the formulas name. */
function earningsSheet(): WriteSheet {
  const [header, ...lines] = opened() as (string | number)[][];
  const cells = new Map<string, Partial<Cell>>();
  [header!, ...lines].forEach((line, r) =>
    line.forEach((value, c) => {
      const cell = fileCell(value, 1900);
      if (cell) cells.set(`${r},${c}`, cell);
    }),
  );
  return {
    name: 'Earnings report',
    cells,
    rows: [],
    freezePane: { rows: 1, columns: 0 },
    columns: header!.map(() => ({ width: 18 })),
    tables: [
      {
        name: 'Earnings',
        displayName: 'Earnings',
        range: localA1({ row: 0, column: 0, rows: lines.length + 1, columns: header!.length }),
        columns: header!.map((name) => ({ name: String(name) })),
        style: 'TableStyleLight9',
      },
    ],
  };
}
