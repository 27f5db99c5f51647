import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isTooWide } from '../support/axe';
import { faultsInEveryLook } from '../support/looks';
import { writePlan } from '../support/tables-in-sheet';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

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
  {
    ...OF_FUND,
    ID: 'A-SHARED',
    Status: 'planned',
    Title: 'Spring campaign with Contoso, Lyon',
    Activity: 'Digital advertising',
    Start: '2025-05-01',
    End: '2025-05-31',
    Budget: 9000,
    'Co-op share': 2650.4,
  },
  { ID: 'A-NOFUND', Status: 'draft', Activity: 'Skywriting' },
];

/** The Plan screen in every look, for everybody. */
describe('the Plan screen', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench({ height: 1500, book: 'funds' });
    await workbench.widen(320);
    await writePlan(workbench, ROWS);
    await workbench.screen('Plan');
    await pane().getByLabel('As of').fill('2025-03-10');
    await pane().getByRole('button', { name: 'Skywriting', exact: true }).waitFor();
  });
  afterAll(() => closeSound(workbench));

  const pane = () => workbench.pane;
  const isSound = async (what: string, widths?: readonly number[]): Promise<void> =>
    expect(await faultsInEveryLook(workbench, `plan-${what}`, widths), what).toEqual([]);
  /** What is open over the screen is as wide as itself. */
  const OVER = [320];

  it('the activities by fund, with what is in their way', async () => {
    await isSound('list');
    await pane().getByRole('button', { name: 'Actions for Digital advertising' }).click();
    await pane().getByRole('menuitem', { name: 'Split into two' }).waitFor();
    await isSound('menu', OVER);
    await pane().getByRole('menuitem', { name: 'Move to another fund' }).click();
    await pane().getByRole('group', { name: 'Move Digital advertising' }).waitFor();
    await isSound('move');
    await pane().getByRole('button', { name: 'Cancel' }).click();
  });

  it('an activity that is written, its findings, their rules, and its list of choices', async () => {
    await pane().getByRole('button', { name: 'Digital advertising', exact: true }).click();
    await pane().getByText('Rule and source').first().click();
    await pane()
      .getByText(/^Last safe day/)
      .click();
    await pane().getByRole('button', { name: 'Add an expense' }).click();
    await isSound('editor');
    await pane().getByRole('combobox', { name: 'Activity' }).click();
    await pane().getByRole('option', { name: 'Telemarketing' }).waitFor();
    await isSound('choices', OVER);
    await workbench.page.keyboard.press('Escape');
    await pane().getByRole('button', { name: 'Discard' }).click();
  });

  it('a new activity with nothing in it', async () => {
    await pane().getByRole('button', { name: 'Add activity' }).click();
    await isSound('new');
    await pane().getByRole('button', { name: 'Plan', exact: true }).click();
  });

  it('a fund spread over wishes, one of them typed in', async () => {
    await pane()
      .getByRole('button', { name: /^Allocate/ })
      .click();
    await pane().getByRole('button', { name: 'Add a request' }).click();
    await isSound('suggest');
    await pane().getByRole('button', { name: 'Plan', exact: true }).click();
  });

  it('the days to plan with', async () => {
    await pane().getByRole('button', { name: 'Settings' }).click();
    await isSound('days');
    await pane().getByRole('button', { name: 'Cancel' }).click();
  });

  it('zoomed to 200 %, nothing is cut off', async () => {
    await workbench.widen(160);
    expect(await isTooWide(workbench)).toBe(false);
    await pane().getByRole('button', { name: 'Digital advertising', exact: true }).click();
    await workbench.still();
    expect(await isTooWide(workbench)).toBe(false);
    await pane().getByRole('button', { name: 'Plan', exact: true }).click();
  });
});
