import { mkdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../src/workbench/bundle';
import { axeFaults, isTooWide } from '../support/axe';
import { writePlan } from '../support/tables-in-sheet';
import { bringIn } from '../support/report-in-pane';
import { openWorkbench, type Opening, type Workbench } from '../support/workbench';

const SCREENS = `${ROOT}.cache/screens/`;
const OF_FUND = { 'Partner ID': '1234567', Program: 'Microsoft Commerce Incentives', 'Fiscal half': 'FY25 H1' };
const ROWS = [
  {
    ...OF_FUND,
    ID: 'A-SEMNAR',
    Status: 'committed',
    Activity: 'Customer seminars and bootcamps',
    Start: '2025-04-10',
    End: '2025-04-11',
    Owner: 'Ana',
    Budget: 3500,
    'Core met': 'yes',
  },
  {
    ...OF_FUND,
    ID: 'A-ACROSS',
    Status: 'planned',
    Activity: 'Digital advertising',
    Start: '2025-06-25',
    End: '2025-07-05',
    Owner: 'Bo',
    Budget: 2000,
  },
  { ...OF_FUND, ID: 'A-EUROSS', Status: 'planned', Activity: 'Telemarketing', Start: '2025-05-01', Currency: 'EUR', Budget: 1200 },
  { ...OF_FUND, ID: 'A-BROKEN', Status: 'planned', Activity: 'Print advertising', Budget: 800, Attendees: 'a few' },
  {
    ...OF_FUND,
    ID: 'A-WISH22',
    Status: 'draft',
    Activity: 'Customer offers',
    Start: '2025-05-01',
    End: '2025-05-31',
    Budget: 5000,
    Priority: 1,
  },
  {
    ...OF_FUND,
    ID: 'A-WISH33',
    Status: 'draft',
    Activity: 'Proof of concept',
    Start: '2025-05-01',
    End: '2025-05-31',
    Budget: 4000,
    Priority: 2,
  },
  { ID: 'A-NOFUND', Status: 'draft', Activity: 'Skywriting' },
];

/** The Plan screen in every look, for everybody. */
describe.each<[string, Opening]>([
  ['light', { theme: 'light', height: 1500 }],
  ['dark', { theme: 'dark', height: 1500 }],
  ['forced colors', { forcedColors: 'active', height: 1500 }],
])('the Plan screen, %s', (look, opening) => {
  let workbench: Workbench | undefined;
  afterAll(() => workbench?.close());

  const look_ = look.replace(' ', '-');
  const start = async (): Promise<Workbench> => {
    if (workbench) return workbench;
    workbench = await openWorkbench(opening);
    const { pane } = workbench;
    await workbench.widen(320);
    await workbench.screen('Plan');
    await pane.getByRole('heading', { name: 'No funds to plan with yet' }).waitFor();
    expect(await axeFaults(workbench)).toEqual([]);
    await bringIn(workbench);
    await writePlan(workbench, ROWS);
    await workbench.screen('Plan');
    await pane.getByLabel('As of').fill('2025-03-10');
    await pane.getByRole('button', { name: 'Skywriting', exact: true }).waitFor();
    return workbench;
  };
  const shoot = async (what: string): Promise<void> => {
    const { page } = workbench!;
    mkdirSync(SCREENS, { recursive: true });
    for (const width of [320, 350, 600]) {
      await workbench!.widen(width);
      expect(await isTooWide(workbench!), `${what} at ${width} px`).toBe(false);
      await page.locator('aside.pane').screenshot({ path: `${SCREENS}plan-${what}-${width}-${look_}.png` });
    }
    await workbench!.widen(320);
  };

  it('the activities by fund, with what stands in their way', async () => {
    const { pane } = await start();
    expect(await axeFaults(workbench!)).toEqual([]);
    await pane.getByRole('button', { name: 'Actions for Digital advertising' }).click();
    await pane.getByRole('menuitem', { name: 'Split into two' }).waitFor();
    expect(await axeFaults(workbench!)).toEqual([]);
    await workbench!.page.locator('aside.pane').screenshot({ path: `${SCREENS}plan-menu-${look_}.png` });
    await pane.getByRole('menuitem', { name: 'Move to another fund' }).click();
    await pane.getByRole('group', { name: 'Move Digital advertising' }).waitFor();
    expect(await axeFaults(workbench!)).toEqual([]);
    await shoot('list');
    await pane.getByRole('button', { name: 'Keep' }).click();
  });

  it('an activity that is written, its findings, their rules, and its list of choices', async () => {
    const { pane } = await start();
    await pane.getByRole('button', { name: 'Digital advertising', exact: true }).click();
    await pane.getByText('Rule and source').first().click();
    await pane.getByText(/^Last safe day/).click();
    await pane.getByRole('button', { name: 'Add an expense' }).click();
    expect(await axeFaults(workbench!)).toEqual([]);
    await shoot('editor');
    await pane.getByLabel('Description').scrollIntoViewIfNeeded();
    await shoot('editor-below');
    await pane.getByRole('combobox', { name: 'Activity' }).click();
    await pane.getByRole('option', { name: 'Telemarketing' }).waitFor();
    expect(await axeFaults(workbench!)).toEqual([]);
    await workbench!.page.locator('aside.pane').screenshot({ path: `${SCREENS}plan-choices-${look_}.png` });
    await workbench!.page.keyboard.press('Escape');
    await pane.getByRole('button', { name: 'Discard' }).click();
  });

  it('a new activity with nothing in it', async () => {
    const { pane } = await start();
    await pane.getByRole('button', { name: 'Add activity' }).click();
    expect(await axeFaults(workbench!)).toEqual([]);
    await shoot('new');
    await pane.getByRole('button', { name: 'Plan', exact: true }).click();
  });

  it('a fund spread over wishes, one of them typed in', async () => {
    const { pane } = await start();
    await pane.getByRole('button', { name: /^Suggest how to spend/ }).click();
    await pane.getByRole('button', { name: 'Add a wish' }).click();
    expect(await axeFaults(workbench!)).toEqual([]);
    await shoot('suggest');
    await pane.getByRole('button', { name: 'Plan', exact: true }).click();
  });

  it('the days to plan with', async () => {
    const { pane } = await start();
    await pane.getByRole('button', { name: 'Days' }).click();
    expect(await axeFaults(workbench!)).toEqual([]);
    await shoot('days');
    await pane.getByRole('button', { name: 'Cancel' }).click();
  });

  it('zoomed to 200 %, nothing is cut off', async () => {
    const { pane } = await start();
    await workbench!.widen(160);
    expect(await isTooWide(workbench!)).toBe(false);
    await pane.getByRole('button', { name: 'Digital advertising', exact: true }).click();
    await workbench!.still();
    expect(await isTooWide(workbench!)).toBe(false);
    await workbench!.page.locator('aside.pane').screenshot({ path: `${SCREENS}plan-zoomed-${look_}.png` });
    await pane.getByRole('button', { name: 'Plan', exact: true }).click();
  });
});
