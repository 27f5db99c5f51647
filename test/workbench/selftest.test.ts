import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import { ROOT } from '../../src/workbench/bundle';
import { startHeadless, type HeadlessWorkbench } from '../../src/workbench/headless';
import { ANY_TEXT, isErrorCode } from '../cases/case';
import { selftestBook, type PlacedCase, type SelftestBook } from '../selftest/book';
import { isDay } from '../selftest/file-cell';
import { selftestFunctions, selftestVersion } from '../selftest/made-from';
import { OVERVIEW } from '../selftest/overview';
import { convert, LIBRE_OFFICE_MS, needLibreOffice } from '../support/libre-office';
import { localA1 } from '../../src/workbench/grid/a1';
import { serial } from '../support/custom-functions';

const COUNT = `'${OVERVIEW}'!B4`;
const addressOf = ({ sheet, box }: PlacedCase): string => `${sheet}!${localA1(box)}`;

describe.each([1900, 1904] as const)('the self-test of a workbook that counts from %d', (dateSystem) => {
  const options = { dateSystem, functions: selftestFunctions(), madeBy: selftestVersion() };
  let made: SelftestBook;
  let workbench: HeadlessWorkbench;
  beforeAll(async () => {
    made = await selftestBook(options);
    workbench = await startHeadless({ distDir: `${ROOT}dist`, file: made.bytes });
    await workbench.settle(120_000);
  }, 240_000);
  afterAll(() => workbench?.dispose());

  it('stores every COOP cell as Excel does, and shows no answer before it is worked out', async () => {
    const { sheets, namedRanges } = await readXlsx(made.bytes);
    for (const { sheet, box, check } of made.places) {
      const cells = sheets.find(({ name }) => name === sheet)!.cells!;
      expect(cells.get(`${box.row},${box.column}`)).toMatchObject({
        formula: expect.stringMatching(/^_xldudf_COOP_[A-Z]+\(/),
        formulaType: 'array',
        formulaDynamic: true,
        formulaRef: localA1(box),
        value: 'not calculated yet',
      });
      expect([check, cells.get(`${box.row},2`)!.value]).toEqual([check, false]);
    }
    expect(sheets[0]!.cells!.get('3,1')!.value).toBe(made.places.length);
    expect(sheets[0]!.rows[0]![0]).toMatch(/#NAME\?.*Recalculate co-op/);
    expect(namedRanges!.map(({ name }) => name)).toEqual(expect.arrayContaining(['CoopSelfTestNotTrue', 'CoopSelfTestVersion']));
    expect(made.places.length).toBeGreaterThanOrEqual(500);
    for (const { id } of options.functions) expect([id, made.places.filter(({ sheet }) => sheet === id).length >= 8]).toEqual([id, true]);
  });

  it('has 0 not TRUE', async () => {
    const wrong: unknown[] = [];
    for (const place of made.places) {
      const [[is]] = (await workbench.values(`${place.sheet}!${place.check}`)) as [[unknown]];
      if (is !== true) wrong.push([addressOf(place), place.id, is, await workbench.values(addressOf(place))]);
    }
    expect(wrong).toEqual([]);
    expect(await workbench.values(COUNT)).toEqual([[0]]);
  });

  it(
    'has 0 not TRUE in LibreOffice, which knows our answers and compares by itself',
    async ({ skip }) => {
      needLibreOffice(skip);
      const answers = new Map<string, readonly (readonly unknown[])[]>();
      for (const place of made.places) answers.set(addressOf(place), await workbench.values(addressOf(place)));
      const notTrue = async (answered: (place: PlacedCase) => readonly (readonly unknown[])[]): Promise<string | undefined> =>
        convert((await selftestBook({ ...options, answers: answered })).bytes, 'csv')
          .toString()
          .split('\n')
          .find((line) => line.startsWith('Not TRUE,'))
          ?.split(',')[1];
      expect(await notTrue((place) => answers.get(addressOf(place))!)).toBe('0');
      // it does compare: one wrong answer of each function is seen
      if (dateSystem === 1900)
        expect(await notTrue((place) => (place.check !== 'C5' ? answers.get(addressOf(place))! : [['not this']]))).toBe(
          String(options.functions.length),
        );
    },
    LIBRE_OFFICE_MS,
  );
});

describe('a wrong answer', () => {
  let made: SelftestBook;
  let workbench: HeadlessWorkbench;
  beforeAll(async () => {
    made = await selftestBook({ dateSystem: 1900, functions: selftestFunctions(), madeBy: selftestVersion() });
    workbench = await startHeadless({ distDir: `${ROOT}dist`, file: made.bytes });
    await workbench.settle(120_000);
  }, 240_000);
  afterAll(() => workbench?.dispose());

  it('raises the count by one, whatever it is and whichever function gives it', async () => {
    const tried: string[] = [];
    for (const { id } of selftestFunctions()) {
      for (const [kind, plant] of Object.entries(PLANTS)) {
        const place = made.places.find(
          (candidate) => candidate.sheet === id && plant.fits(candidate) && !tried.includes(addressOf(candidate)),
        );
        if (!place) continue;
        await workbench.set(addressOf(place), plant.wrong(rowsOf(place)));
        tried.push(addressOf(place));
        expect([id, kind, await workbench.values(COUNT)]).toEqual([id, kind, [[tried.length]]]);
      }
    }
    for (const { id } of selftestFunctions()) expect([id, tried.some((address) => address.startsWith(`${id}!`))]).toEqual([id, true]);
    expect(tried.length).toBeGreaterThan(2 * selftestFunctions().length);
  }, 600_000);
});

type Row = readonly unknown[];
const rowsOf = ({ gives }: PlacedCase): readonly Row[] => (Array.isArray(gives) ? (gives as readonly Row[]) : [[gives]]);
const isSpill = (place: PlacedCase): boolean => rowsOf(place).length > 1;
const single = (place: PlacedCase): unknown => (rowsOf(place).length === 1 ? rowsOf(place)[0]![0] : undefined);

/** A value as it is typed. */
const typed = (shown: unknown): string | number | boolean =>
  shown === ANY_TEXT ? 'any' : isDay(shown) ? serial(shown) : typeof shown === 'string' ? `'${shown}` : (shown as number | boolean);
const others = (rows: readonly Row[], first: string | number | boolean): (string | number | boolean)[][] =>
  rows.map((row, r) => row.map((shown, c) => (r === 0 && c === 0 ? first : typed(shown))));

/** Wrong answers: which cases they fit, and what stands there instead. */
const PLANTS: Record<string, { fits: (place: PlacedCase) => boolean; wrong: (rows: readonly Row[]) => (string | number | boolean)[][] }> = {
  'a cent': {
    fits: (place) => typeof single(place) === 'number',
    wrong: (rows) => others(rows, Number(((rows[0]![0] as number) + 0.01).toFixed(4))),
  },
  'a day': { fits: (place) => isDay(single(place)), wrong: (rows) => others(rows, serial(rows[0]![0] as string) + 1) },
  'another code': { fits: (place) => isErrorCode(single(place)), wrong: (rows) => [[rows[0]![0] === '#N/A' ? '=1/0' : '=NA()']] },
  'another text': {
    fits: (place) => typeof single(place) === 'string' && !isDay(single(place)) && !isErrorCode(single(place)),
    wrong: (rows) => others(rows, `'${String(rows[0]![0])}.`),
  },
  'no such text': { fits: ({ gives }) => gives instanceof RegExp, wrong: () => [['something else']] },
  'the other truth': { fits: (place) => typeof single(place) === 'boolean', wrong: (rows) => [[rows[0]![0] !== true]] },
  'a day as text': { fits: (place) => isDay(single(place)), wrong: (rows) => [[`'${String(rows[0]![0])}`]] },
  'a spill one row short': { fits: isSpill, wrong: (rows) => [...others(rows.slice(0, -1), typed(rows[0]![0])), rows[0]!.map(() => '')] },
  'a spill with another last cell': {
    fits: isSpill,
    wrong: (rows) => rows.map((row, r) => row.map((shown, c) => (r === rows.length - 1 && c === 0 ? 'x' : typed(shown)))),
  },
};
