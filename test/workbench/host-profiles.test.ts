import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { startHeadless, type HeadlessOptions, type HeadlessWorkbench } from '../../src/workbench/headless';
import { hostProfile, hostProfiles, requirementsOf, type ProfileName } from '../../src/workbench/office/host-profiles';
import { DIST } from '../support/excel-without-pane';

const MANIFEST = readFileSync(fileURLToPath(new URL('../../manifest.xml', import.meta.url)), 'utf8');

let workbench: HeadlessWorkbench | undefined;
afterEach(() => workbench?.dispose());

/** The page of a workbench that plays an Excel. */
async function page(options: Partial<HeadlessOptions>): Promise<typeof globalThis> {
  workbench = await startHeadless({ distDir: DIST, ...options });
  return workbench.page.window as unknown as typeof globalThis;
}

/** What a request comes to: the error's code and what it is about, or null. */
async function refusal({ Excel }: typeof globalThis, act: (context: Excel.RequestContext) => unknown): Promise<string | null> {
  try {
    await Excel.run(async (context) => {
      act(context);
      await context.sync();
    });
    return null;
  } catch (error) {
    const { code, debugInfo } = error as OfficeExtension.Error;
    return `${code} ${debugInfo.errorLocation}`;
  }
}

describe('the Excels to try the add-in in', () => {
  it('begin with exactly what the manifest asks for', () => {
    const [floor] = hostProfiles(MANIFEST);
    const asked = Object.fromEntries(Object.entries(requirementsOf(MANIFEST)).map(([name, version]) => [name.toLowerCase(), version]));
    expect(asked).toEqual({ excelapi: '1.14', sharedruntime: '1.1', customfunctionsruntime: '1.3' });
    expect(floor).toMatchObject({ name: 'floor', label: 'Lowest supported', sets: asked });
    expect(Object.keys(floor!.sets).filter((name) => name.startsWith('excelapi'))).toEqual(['excelapi']);
  });

  it('take the lowest from another manifest as it is', () => {
    const other = hostProfile('<Sets><!-- <Set Name="ExcelApiOnline"/> --><bt:Set MinVersion="1.10" Name="ExcelApi"/></Sets>', 'floor');
    expect(other.sets).toMatchObject({ excelapi: '1.10' });
    expect(other.sets).not.toHaveProperty('excelapionline');
    expect(other.sets).not.toHaveProperty('customfunctionsruntime');
  });

  it('each have a name of their own, and all that the manifest asks of the add-in itself', () => {
    const profiles = hostProfiles(MANIFEST);
    expect(new Set(profiles.map(({ label }) => label)).size).toBe(profiles.length);
    for (const { sets } of profiles) expect(Number(sets['excelapi']!.split('.')[1])).toBeGreaterThanOrEqual(14);
  });

  it.each<[ProfileName, string, string, Record<string, boolean>]>([
    [
      'floor',
      'PC',
      '16.0.14332.20000',
      { 'ExcelApi 1.14': true, 'ExcelApi 1.15': false, 'ExcelApiOnline 1.1': false, 'CustomFunctionsRuntime 1.4': false },
    ],
    [
      'windows',
      'PC',
      '16.0.19231.20000',
      { 'ExcelApi 1.20': true, 'ExcelApi 1.21': false, 'ExcelApiOnline 1.1': false, 'CustomFunctionsRuntime 1.5': true },
    ],
    [
      'ltsc2024',
      'PC',
      '16.0.17932.20000',
      { 'ExcelApi 1.17': true, 'ExcelApi 1.18': false, 'ExcelApiOnline 1.1': false, 'CustomFunctionsRuntime 1.4': false },
    ],
    [
      'office2021',
      'PC',
      '16.0.14332.20000',
      { 'ExcelApi 1.14': true, 'ExcelApi 1.15': false, 'ExcelApiOnline 1.1': false, 'CustomFunctionsRuntime 1.4': false },
    ],
    ['web', 'OfficeOnline', '16.0.19231.20000', { 'ExcelApi 1.21': true, 'ExcelApiOnline 1.1': true, 'CustomFunctionsRuntime 1.5': true }],
    [
      'ipad',
      'iOS',
      '2.110.0.0',
      { 'ExcelApi 1.21': true, 'ExcelApiOnline 1.1': false, 'CustomFunctionsRuntime 1.1': false, 'SharedRuntime 1.1': false },
    ],
  ])(
    '%s is what it says to the add-in, and office.js refuses what it lacks before anything is sent',
    async (profile, platform, version, sets) => {
      const window = await page({ profile });
      const { context } = window.Office;
      expect(String(context.platform)).toBe(platform);
      expect(context.diagnostics.version).toBe(version);
      const has = Object.fromEntries(
        Object.keys(sets).map((set) => [set, context.requirements.isSetSupported(...(set.split(' ') as [string, string]))]),
      );
      expect(has).toEqual(sets);
      const online = 'ApiNotFound TableRowCollection.deleteRowsAt';
      const before = workbench!.stats.count().batches;
      const said = await refusal(window, ({ workbook }) => workbook.tables.getItem('None').rows.deleteRowsAt(0, 1));
      expect(said).toBe(profile === 'web' ? 'ItemNotFound TableCollection.getItem' : online);
      if (profile !== 'web') expect(workbench!.stats.count().batches).toBe(before);
      expect(workbench!.unknownCalls).toEqual([]);
    },
  );

  it('an iPad runs no functions and has no error class for them; the pane’s interface is there', async () => {
    const window = await page({ profile: 'ipad' });
    expect([window.CustomFunctions.Error, window.CustomFunctions.ErrorCode]).toEqual([undefined, undefined]);
    expect(await workbench!.calculate('=COOP.PERIOD("2024-10-01")')).toEqual([['#NAME?']]);
    expect(await workbench!.calculate('=SUM(1,2)')).toEqual([['3']]);
    expect(await refusal(window, ({ workbook }) => workbook.worksheets.add('Plan'))).toBeNull();
  });
});

describe('a call beyond what an Excel has', () => {
  const stands = (): Promise<unknown[][]> => workbench!.values('Sheet1!A1:A2');

  it('is refused by the host in the middle of its batch, with what came before it done, where office.js lets it pass', async () => {
    const window = await page({ profile: 'windows', refusedBy: 'host' });
    await window.Excel.run(async ({ workbook }) => void (workbook.worksheets.getItem('Sheet1').tables.add('A1:A3', true).name = 'Rows'));
    const said = await refusal(window, ({ workbook }) => {
      const sheet = workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A2').values = [['before']];
      workbook.tables.getItem('Rows').rows.deleteRowsAt(1, 1);
      sheet.getRange('A2').values = [['after']];
    });
    expect(said).toBe('ApiNotFound TableRowCollection.deleteRowsAt');
    expect((await stands())[1]).toEqual(['before']);
    expect(workbench!.unknownCalls).toEqual([]);
  });

  it.each<['office.js' | 'host', string, (context: Excel.RequestContext) => unknown]>([
    [
      'office.js',
      'a property in the text of a load',
      ({ workbook }) => workbook.worksheets.getItem('Sheet1').load('name,showDataTypeIcons'),
    ],
    ['host', 'a property in the text of a load', ({ workbook }) => workbook.worksheets.getItem('Sheet1').load('name,showDataTypeIcons')],
    ['host', 'a nested property in the text of a load', ({ workbook }) => workbook.worksheets.load('items/name,items/showDataTypeIcons')],
  ])('is refused at reading, also where %s is to look first: %s', async (refusedBy, _what, act) => {
    expect(await refusal(await page({ profile: 'floor', refusedBy }), act)).toBe('ApiNotFound Worksheet.showDataTypeIcons');
  });

  it('is not refused where the Excel has it: what is missing then is the workbench’s own', async () => {
    const window = await page({ profile: 'web', refusedBy: 'host' });
    await window.Excel.run(async ({ workbook }) => void (workbook.worksheets.getItem('Sheet1').tables.add('A1:A3', true).name = 'Rows'));
    await refusal(window, ({ workbook }) => workbook.tables.getItem('Rows').rows.deleteRowsAt(1, 1));
    expect(workbench!.unknownCalls).toEqual(['TableRowCollection.deleteRowsAt()']);
  });

  it('leaves out of a reading of everything what the Excel lacks', async () => {
    const window = await page({ profile: 'floor', refusedBy: 'host' });
    expect(await refusal(window, ({ workbook }) => workbook.worksheets.getItem('Sheet1').load())).toBeNull();
  });
});

describe('what differs next to the interface', () => {
  it.each<[ProfileName, string]>([
    ['floor', 'typed'],
    ['ltsc2024', 'typed'],
    ['windows', ''],
  ])('a write of the add-in and undo: %s', async (profile, left) => {
    const window = await page({ profile });
    await workbench!.set('Sheet1!A1', 'typed');
    await window.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('B1').values = [['written']];
      await context.sync();
    });
    await workbench!.undo();
    await workbench!.undo();
    expect(await workbench!.values('Sheet1!A1')).toEqual([[left]]);
  });

  it.each<[ProfileName, number]>([
    ['floor', 1],
    ['web', 0],
  ])('a choice from a list and who hears of it: %s', async (profile, heard) => {
    const window = await page({ profile });
    let changes = 0;
    await window.Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(() => Promise.resolve(void changes++));
      await context.sync();
    });
    await workbench!.pick('Sheet1!A1', 'done');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(changes).toBe(heard);
    await workbench!.set('Sheet1!A1', 'typed');
    await expect.poll(() => changes).toBe(heard + 1);
  });
});
