import type { FrameLocator } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { looksOnly } from '../../src/workbench/office/traffic';
import type { BehindClosedPane } from '../../src/workbench/page/closed-pane';
import { planCell, writePlan } from '../support/tables-in-sheet';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

const OF_FUND = { 'Partner ID': '1234567', Program: 'Microsoft Commerce Incentives', 'Fiscal half': 'FY25 H1' };
const WEBINARS = {
  ...OF_FUND,
  ID: 'A-WEBNAR',
  Status: 'planned',
  Activity: 'Customer seminars and bootcamps',
  Start: '2025-05-05',
  End: '2025-05-20',
  Budget: 4000,
};
const TEN_MINUTES = 600_000;

let workbench: Workbench;
afterEach(() => closeSound(workbench));

const pane = () => workbench.pane;
const button = (name: string, where: FrameLocator = pane()) => where.getByRole('button', { name, exact: true });
const asOf = (where: FrameLocator = pane()) => where.getByLabel('As of').inputValue();
/** The requests of an action that wrote. */
const writesOf = async (action: () => Promise<unknown>): Promise<string[][]> =>
  (await workbench.roundTrips(action)).requests.filter((calls) => !calls.every(looksOnly));
const sheetDay = async (): Promise<string> => (await workbench.text("'Co-op today'!G5"))[0]![0]!;

/** Panes that are open while nobody does anything in them, each with a clock of its own. */
describe('left alone', () => {
  beforeEach(async () => {
    workbench = await openWorkbench({ book: 'funds' });
    await writePlan(workbench, [WEBINARS]);
    await workbench.reopenPane('2025-05-01T12:00:00Z');
    await workbench.screen('Today');
    await button('Add this list to the workbook').click();
    await pane()
      .getByText(/is in the table CoopToday, as of May 1, 2025\. Saving in this pane keeps it up to date\./)
      .waitFor();
    await workbench.leaveAlone();
  });

  it('two panes on two days write nothing in ten minutes and over midnight; after one save CoopToday is written once, by the pane that saved', async () => {
    await workbench.openOtherPane('2025-05-02T12:00:00Z');
    const other = workbench.otherPane;
    await other.getByText('The sheet shows this list as of May 1, 2025.').waitFor();
    expect(
      await writesOf(async () => {
        await workbench.pass(TEN_MINUTES);
        await workbench.page.evaluate(() => window.workbench!.wakeAt('2025-05-01T23:55:00Z'));
        await workbench.pass(TEN_MINUTES);
      }),
    ).toEqual([]);
    expect([await asOf(), await asOf(other), await sheetDay()]).toEqual(['2025-05-02', '2025-05-02', '2025-05-01']);
    await pane().getByText('The sheet shows this list as of May 1, 2025.').waitFor();
    await workbench.screenshot('left-alone-older');

    await other.getByLabel('As of').fill('2025-06-10');
    const count = await workbench.text("'Co-op today'!A5:A30");
    const saving = await writesOf(async () => {
      await workbench.screen('Plan');
      await button(WEBINARS.Activity).click();
      await pane()
        .getByLabel(/^Cost, USD/)
        .fill('3000');
      await button('Save').click();
      await pane().getByText('Saved "').waitFor();
      await workbench.leaveAlone();
      await workbench.pass(TEN_MINUTES);
    });
    expect(saving).toHaveLength(2);
    expect([await sheetDay(), (await workbench.text("'Co-op today'!C5:C30")).flat().some((what) => what.includes('$7,020.00'))]).toEqual([
      '2025-05-02',
      true,
    ]);
    expect(count.filter(([due]) => due !== '').length).toBeGreaterThan(0);
    await other.getByText('The sheet shows this list as of May 2, 2025.').waitFor();
    expect(await workbench.unaskedWrites()).toEqual([]);
  });

  it('goes on at midnight, with its list and its count, and after its machine was asleep, unless someone chose a day', async () => {
    await workbench.page.evaluate(() => window.workbench!.wakeAt('2025-06-29T23:59:00Z'));
    await workbench.pass(30_000);
    const plan = pane().locator('main').getByRole('listitem').filter({ hasText: 'Plan $6,020.00' });
    await expect.poll(() => plan.innerText()).toContain('Jun 30, 2025, tomorrow');
    await workbench.pass(60_000);
    await expect.poll(() => plan.innerText()).toContain('Jun 30, 2025, today');
    await workbench.page.evaluate(() => window.workbench!.wakeAt('2025-08-16T09:00:00Z'));
    await workbench.attempt('Hidden page', true);
    await workbench.attempt('Hidden page', false);
    await expect.poll(() => asOf()).toBe('2025-08-16');
    await pane().getByLabel('As of').fill('2025-05-01');
    await workbench.page.evaluate(() => window.workbench!.wakeAt('2025-08-16T23:59:30Z'));
    await workbench.pass(60_000);
    expect(await asOf()).toBe('2025-05-01');
    await button('Back to today').click();
    expect(await asOf()).toBe('2025-08-17');
    expect(await sheetDay()).toBe('2025-05-01');
  });

  it('hidden, it asks for nothing while others work, and reads once when it is shown', async () => {
    // the watch over the workbook's own rules asks once whose table it is
    await workbench.set(planCell(1, 'Budget'), 3500);
    await workbench.quiet();
    await workbench.attempt('Hidden page', true);
    const { roundTrips } = await workbench.roundTrips(async () => {
      await workbench.set(planCell(1, 'Budget'), 3000);
      await workbench.quiet();
      await workbench.set(planCell(1, 'Budget'), 2000);
      await workbench.pass(TEN_MINUTES);
    });
    expect(roundTrips).toBe(0);
    expect((await workbench.roundTrips(() => workbench.attempt('Hidden page', false))).roundTrips).toBe(1);
    await pane().getByText('Plan $8,020.00').first().waitFor();
    expect(await sheetDay()).toBe('2025-05-01');
  });
});

/** A workbook whose pane stays closed: its cells start the add-in all the same. */
describe('with the pane closed', () => {
  /** The add-in's scripts in the page, without the hashes of their names, and how many bytes they are. */
  const loaded = (): Promise<{ scripts: string[]; bytes: number }> =>
    pane()
      .locator('html')
      .evaluate(() => {
        const all = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
          ({ name, initiatorType }) => initiatorType === 'script' && !name.includes('/officejs/'),
        );
        return {
          scripts: all.map(({ name }) => new URL(name).pathname.replace(/\.[0-9a-f]{8}\.js$/, '.js')).sort(),
          bytes: all.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0),
        };
      });
  const requests = (): Promise<string[][]> => workbench.page.evaluate(() => window.workbench!.traffic().requests);
  const aside = () => workbench.page.locator('aside.pane');
  const openPane = async (): Promise<void> => {
    await workbench.ribbon('Open pane');
    await pane().getByRole('tab', { selected: true }).waitFor();
  };
  const closePane = async (): Promise<void> => {
    await workbench.page.getByRole('button', { name: 'Close the task pane' }).click();
    await aside().waitFor({ state: 'hidden' });
  };
  const START = ['/chunks/follow-rules.js', '/functions.js', '/main.js'];
  const DATE_SYSTEM = ['Functions.year()', 'FunctionResult.load', 'TableCollection.getItemOrNullObject()'];
  /** Office.addin.onVisibilityModeChanged: office.js's own. */
  const TOLD_OF_PANE: string[] = [];

  it.each<BehindClosedPane>([
    { officeSays: 'nothing', pageSays: 'visible' },
    { officeSays: 'nothing', pageSays: 'hidden' },
    { officeSays: 'Hidden', pageSays: 'visible' },
  ])(
    'office.js says $officeSays, the page says $pageSays: cells answer, nothing else is loaded or asked for, and the pane is there when it is opened',
    async (behind) => {
      workbench = await openWorkbench();
      await workbench.beginClosed(behind);
      await workbench.quiet();
      const { scripts, bytes } = await loaded();
      expect(scripts).toEqual(START);
      expect(bytes).toBeLessThan(120_000);
      expect(await requests()).toEqual([DATE_SYSTEM, TOLD_OF_PANE, ['TableCollection.getItemOrNullObject()']]);
      await workbench.set('Examples!M2', '=COOP.SPLIT(1500)');
      expect(await workbench.values('Examples!M2')).toEqual([[900]]);
      expect(await pane().locator('#root > *').count()).toBe(0);
      await openPane();
      expect((await loaded()).scripts).toContain('/chunks/app.js');
    },
  );

  it('a workbook with every table of ours: the rules are read and no other; closed again, nothing follows the sheet until it is opened', async () => {
    workbench = await openWorkbench({ book: 'funds' });
    await workbench.screen('Today');
    await pane().getByLabel('As of').fill('2025-05-01');
    await button('Add this list to the workbook').click();
    await pane()
      .getByText(/is in the table CoopToday/)
      .waitFor();
    await workbench.screen('Rules');
    await pane().getByRole('button', { name: 'Add a rules table' }).click();
    await expect.poll(() => workbench.text("'Co-op rules'!A4").catch(() => '')).toEqual([['Rule']]);
    await workbench.openFile('ours.xlsx', await workbench.saveFile());
    await workbench.beginClosed({ officeSays: 'nothing', pageSays: 'visible' });
    await workbench.quiet();
    expect(await requests()).toEqual([
      [...DATE_SYSTEM, 'Table.load'],
      TOLD_OF_PANE,
      ['TableCollection.getItem()', 'Table.getDataBodyRange()', 'Range.load', 'TableColumnCollection.load'],
      ['TableCollection.getItemOrNullObject()', 'Table.load'],
    ]);

    await openPane();
    await pane()
      .getByRole('tab', { name: /^Today/, selected: true })
      .waitFor();
    await workbench.quiet();
    const day = await sheetDay();
    // the watch over the rules asks once whose table it is
    await workbench.set("'Co-op earnings'!A5", 'spoiled');
    await workbench.quiet();
    await closePane();
    const { roundTrips } = await workbench.roundTrips(() => workbench.set("'Co-op earnings'!A6", 'spoiled'));
    expect(roundTrips).toBe(0);
    expect((await workbench.roundTrips(openPane)).roundTrips).toBe(1);
    expect(await sheetDay()).toBe(day);
  });
});
