import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HeadlessWorkbench } from '../../src/workbench/headless';
import { startHeadless } from '../../src/workbench/headless';
import { plainCell } from '../../src/workbench/node/plain-text';
import type { ProfileName } from '../../src/workbench/office/host-profiles';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DIST = join(ROOT, 'dist');

interface Entry {
  id: string;
  name: string;
  examples: { formula: string; gives: string[][] }[];
}

/** The add-in as it is built, in the workbench without a browser. `npm test` builds first. */
describe('the built add-in', () => {
  const catalogue = JSON.parse(readFileSync(join(DIST, 'catalogue.json'), 'utf8')) as Entry[];
  const sample = readFileSync(join(ROOT, 'assets/sample-earnings.csv'), 'utf8');
  let workbench: HeadlessWorkbench;
  beforeAll(async () => {
    workbench = await startHeadless({ distDir: DIST, reportCsv: sample });
  });
  afterAll(() => workbench.dispose());

  const shown = async (excel: HeadlessWorkbench, formula: string): Promise<string[][]> => {
    const [values = [], formats = []] = await excel.evaluate([formula], 'value', 'format');
    return values.map((row, r) => row.map((value, c) => plainCell(value, String(formats[r]![c]), excel.workbook.numfmt)));
  };
  /** A day as a function gives it where it cannot give a format along: its serial number. */
  const serialOf = (text: string): string => (/^\d{4}-\d\d-\d\d$/.test(text) ? String(Date.parse(text) / 86_400_000 + 25_569) : text);

  it.each<[ProfileName, (text: string) => string]>([
    ['floor', serialOf],
    ['windows', (text) => text],
  ])('answers every worked example of its help: %s', async (profile, as) => {
    const excel = profile === 'floor' ? workbench : await startHeadless({ distDir: DIST, reportCsv: sample, profile });
    const wrong = [];
    for (const { formula, gives } of catalogue.flatMap(({ examples }) => examples)) {
      const got = await shown(excel, formula);
      const expected = gives.map((row) => row.map(as));
      if (JSON.stringify(got) !== JSON.stringify(expected)) wrong.push({ formula, expected, got });
    }
    expect(wrong).toEqual([]);
    if (excel !== workbench) excel.dispose();
  });

  it('associates every function that it declares', () => {
    const { mappings } = workbench.page.window.CustomFunctions!._association!;
    const declared = workbench.functions.metadata.functions.map(({ id }) => id);
    expect(declared.length).toBeGreaterThan(20);
    expect(declared.filter((id) => !mappings?.[id])).toEqual([]);
  });

  it('asks the workbench for nothing that it lacks', () => {
    expect(workbench.unknownCalls).toEqual([]);
  });

  it('gives over the wire what it gives a cell', async () => {
    const { wire } = workbench;
    const [split, deadline, bad, unknown, error] = await Promise.all([
      wire.call('SPLIT', [1500]),
      wire.call('DEADLINE', ['FY24 H1']),
      wire.call('PERIOD', ['31.12.2024']),
      wire.call('SPLIT', [1500, 'co-op', undefined, undefined, 'Nobody']),
      wire.call('SPLIT', ['#DIV/0!']),
    ]);
    expect(split.value).toEqual([[900, 600]]);
    expect(deadline.value).toBe(45519);
    expect(bad.value).toBe('#VALUE!');
    expect(bad.error?.message).toMatch(/yyyy-mm-dd|2024-12-31/);
    expect(unknown.value).toBe('#N/A');
    expect(unknown.error?.message).toContain('"Nobody"');
    expect(error.value).not.toBe(0);
    for (const [formula, answer] of [
      ['=COOP.PERIOD("31.12.2024")', bad],
      ['=COOP.SPLIT(1500,"co-op",,,"Nobody")', unknown],
    ] as const) {
      expect(await workbench.calculate(formula)).toEqual([[answer.value]]);
    }
  });

  it('gives a day with its format where Excel takes one', async () => {
    const current = await startHeadless({ distDir: DIST, profile: 'windows' });
    expect((await current.wire.call('DEADLINE', ['FY24 H1'])).value).toMatchObject({
      type: 'Double',
      basicValue: 45519,
      numberFormat: 'yyyy-mm-dd',
    });
    current.dispose();
  });

  it('takes an error cell of a report where it stands, and row by row', async () => {
    await workbench.set('Sheet1!A1', [
      ['Partner ID', 'Program', 'Earning type', 'Earned date', 'Amount USD'],
      [1234567, 'Microsoft Commerce Incentives', 'Coop', '2024-10-31', 100],
      [1234567, 'Microsoft Commerce Incentives', 'Coop', '2024-11-30', '=1/0'],
    ]);
    expect(await workbench.calculate('=COOP.ACCRUED(Sheet1!A1:E2,"FY25 H1")')).toEqual([['100']]);
    expect(await workbench.calculate('=COOP.ACCRUED(Sheet1!A1:E3,"FY25 H1")')).toEqual([['#VALUE!']]);
    expect((await workbench.calculate('=COOP.LEDGER(Sheet1!A1:E3)'))[1]!.at(-1)).toBe('1');
  });

  it('follows the workbook’s own rules as soon as their table is there, and after each change', async () => {
    const other = await startHeadless({ distDir: DIST });
    await other.set('H1', '=COOP.SPLIT(1000,"co-op")');
    expect(await other.values('H1')).toEqual([[400]]);
    await other.page.window.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A4:F5').values = [
        ['Rule', 'Program', 'Lever', 'From', 'Value', 'Note'],
        ['split', '', '', '2020-01-01', 0.5, ''],
      ];
      sheet.tables.add('A4:F5', true).name = 'CoopRules';
      await context.sync();
    });
    await expect.poll(() => other.values('H1')).toEqual([[500]]);
    await other.set('E5', 0.25);
    await expect.poll(() => other.values('H1')).toEqual([[250]]);
    expect(other.unknownCalls).toEqual([]);
    other.dispose();
  });

  it('answers its ribbon button, in few round trips', async () => {
    workbench.stats.mark('recalculate');
    await workbench.runCommand('recalculate');
    const { batches, calls } = workbench.stats.count();
    expect(calls).toContain('Application.calculate()');
    expect(batches).toBeLessThanOrEqual(6);
    expect(workbench.unknownCalls).toEqual([]);
  });

  it.each([1900, 1904] as const)('gives days in a workbook of the %d date system', async (dateSystem) => {
    const other = await startHeadless({ distDir: DIST, dateSystem, profile: 'windows' });
    await other.set('A1', [['2024-03-10', '=COOP.PERIOD(A1)', '=COOP.DEADLINE("FY24 H1")', '=COOP.PERIOD(C1)']]);
    expect((await other.text('A1:D1'))[0]).toEqual(['2024-03-10', 'FY24 H2', '2024-08-15', 'FY25 H1']);
    other.dispose();
  });

  it.each([0, '', null] as const)('reads a blank cell that arrives as %j the same', async (blank) => {
    const other = await startHeadless({ distDir: DIST, blank });
    expect(await other.calculate('=COOP.SPLIT(Z1)')).toEqual([['0', '0']]);
    expect(await other.calculate('=COOP.PERIOD(Z1)')).toEqual([['#VALUE!']]);
    expect(await other.calculate('=COOP.DEADLINE("FY24 H1",Z1)')).toEqual([['45519']]);
    other.dispose();
  });
});
