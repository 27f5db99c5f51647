import { afterEach, describe, expect, it } from 'vitest';
import { faultsInEveryLook } from '../support/looks';
import { planInPane } from '../support/plan-in-pane';
import { csv, SMALL_HEADER, smallRow } from '../support/report-files';
import { bringIn } from '../support/report-in-pane';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

/** Names and groups of Partner IDs: given where an ID is shown, in the settings, or in the sheet; shown on every screen. */
describe('a Partner ID with a name', () => {
  let workbench: Workbench;
  afterEach(() => closeSound(workbench));
  const pane = () => workbench.pane;
  const { button, lookFrom, main } = planInPane(() => workbench);
  const card = (name: string) => pane().getByRole('article', { name }).first();
  const nameBox = () => pane().getByLabel('Name for Partner ID 1234567');

  it('is named on its fund card and shown on the other screens; Undo takes the name back', async () => {
    workbench = await openWorkbench({ book: 'funds' });
    await workbench.screen('Funds');
    await lookFrom('2025-03-10');
    await card('1234567').getByRole('button', { name: 'Add a name to Partner ID 1234567' }).click();
    await nameBox().pressSequentially('US');
    expect(await faultsInEveryLook(workbench, 'partners-naming', [600, 350, 320])).toEqual([]);
    await nameBox().press('Enter');
    await pane().getByText('Named Partner ID US · 1234567.').waitFor();
    await card('US · 1234567').waitFor();
    expect(await faultsInEveryLook(workbench, 'partners-named', [600, 350, 320])).toEqual([]);
    expect((await workbench.text("'Co-op partners'!A4:C6"))[1]).toEqual(['1234567', 'US', '1234567']);

    await workbench.screen('Plan');
    await button('FY25 H1 · US · 1234567').waitFor();
    await pane().getByRole('tab', { name: 'Balance' }).click();
    await pane().getByRole('heading', { name: 'FY25 H1 · US · 1234567' }).waitFor();
    await workbench.screen('Today');
    await expect.poll(main).toContain('US · 1234567');

    await workbench.screen('Funds');
    await button('Undo').click();
    await pane().getByText('Undone: named Partner ID US · 1234567.').waitFor();
    await card('1234567').getByRole('button', { name: 'Add a name to Partner ID 1234567' }).waitFor();
  });

  it('is named in the settings and in the sheet, and what is typed waits while another screen is shown', async () => {
    workbench = await openWorkbench({ book: 'funds' });
    await workbench.screen('Plan');
    await lookFrom('2025-03-10');
    await button('Settings').click();
    await pane().getByLabel('Name of Partner ID 1234567').fill('US');
    await workbench.screen('Funds');
    await workbench.screen('Plan');
    expect(await pane().getByLabel('Name of Partner ID 1234567').inputValue()).toBe('US');
    expect(await faultsInEveryLook(workbench, 'partners-settings', [600, 350, 320])).toEqual([]);
    await button('Save').click();
    await pane().getByText('Saved the settings.').waitFor();
    await button('FY25 H1 · US · 1234567').waitFor();
    await workbench.set("'Co-op partners'!B5", 'United States');
    await button('FY25 H1 · United States · 1234567').waitFor();
  });

  it('has a group, by which the to-do on its threshold names the lever in full; Undo takes it back', async () => {
    workbench = await openWorkbench();
    await workbench.screen('Rules');
    await button('Use in this workbook: FY26 as reported').click();
    await pane().getByText('This workbook uses FY26 as reported. Its rates are not verified.').waitFor();
    const months = ['2025-07', '2025-08', '2025-09', '2025-10'];
    const lever = 'Strategic Acc. Tier 1';
    const rows = months.map((month, n) => smallRow({ id: `t${n}`, date: `${month}-15`, lever: `M365: ${lever}`, amount: '2000.00' }));
    await bringIn(workbench, csv([SMALL_HEADER, ...rows]));
    await workbench.screen('Today');
    await lookFrom('2025-11-29');
    await expect.poll(main).toContain("It takes $1,000.00 in each of the 2 months that aren't complete. At");

    await workbench.screen('Plan');
    await button('Settings').click();
    const groupBox = pane().getByLabel('Group of Partner ID 1234567');
    await groupBox.fill('Scale countries');
    expect(await faultsInEveryLook(workbench, 'partners-group', [600, 350, 320])).toEqual([]);
    await button('Save').click();
    await pane().getByText('Saved the settings.').waitFor();
    expect((await workbench.text("'Co-op partners'!A4:D5")).map((row) => row.join('|'))).toEqual([
      'Partner ID|Name|Key|Group',
      '1234567|||Scale countries',
    ]);
    await workbench.screen('Today');
    // 4% of 62,499.63 is 2,499.99, of which 40% is 1,000.00
    const scale = 'such as from $62,499.63 of revenue under M365: Tier 1 (scale countries) (rate 4%, co-op share 40%).';
    await expect.poll(main).toContain(scale);
    await workbench.set("'Co-op partners'!D5", 'innovate and balance countries');
    await expect.poll(main).toContain('under M365: Tier 1 (innovate and balance countries) (rate 3%, co-op share 40%).');
    await workbench.set("'Co-op partners'!D5", 'Scale countries');
    await expect.poll(main).toContain(scale);

    await workbench.screen('Plan');
    await button('Undo').click();
    await workbench.screen('Today');
    await expect.poll(main).toContain("It takes $1,000.00 in each of the 2 months that aren't complete. At");
  });

  it('is named on the card of a claim', async () => {
    workbench = await openWorkbench({ book: 'January ads' });
    await workbench.screen('Claims');
    await lookFrom('2024-03-10');
    await button('New claim').click();
    await button('Start a claim for Digital advertising').click();
    await button('← Claims').click();
    await card('Digital advertising').getByRole('button', { name: 'Add a name to Partner ID 1234567' }).click();
    await nameBox().pressSequentially('US');
    expect(await faultsInEveryLook(workbench, 'partners-claim', [350, 320])).toEqual([]);
    await nameBox().press('Enter');
    await pane().getByText('Named Partner ID US · 1234567.').waitFor();
    await expect.poll(() => card('Digital advertising').innerText()).toContain('FY24 H1 · US · 1234567');
  });
});
