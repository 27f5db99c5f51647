import { afterEach, describe, expect, it } from 'vitest';
import { faultsInEveryLook } from '../support/looks';
import { halfReport } from '../support/half-report';
import { planInPane } from '../support/plan-in-pane';
import { bringIn } from '../support/report-in-pane';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

/** A partner keeps exchange rates, and activities in another currency count at them. */
describe('exchange rates', () => {
  let workbench: Workbench;
  afterEach(() => closeSound(workbench));
  const { pane, button, field, main, card, openPlan, choose, days, save } = planInPane(() => workbench);

  it('a first rate, an activity that uses it, another rate, and a deletion that is undone', async () => {
    workbench = await openWorkbench({ height: 1800, book: 'funds' });
    await openPlan('2025-03-10');
    await button('Settings').click();
    await button('Add exchange rates').click();
    await pane().getByText('No rates yet.').waitFor();
    await button('Add a rate').click();
    await field('Currency').fill('usd');
    await field('From').fill('2025-03-01');
    await field('Exchange rate (USD per USD)').fill('0');
    await button('Save').click();
    await pane().getByText('US dollars need no rate.').waitFor();
    await pane().getByText('A rate must be above 0.').waitFor();
    expect(await faultsInEveryLook(workbench, 'rates-form')).toEqual([]);
    await field('Currency').fill('gbp');
    await field('Exchange rate (USD per GBP)').fill('1.31');
    await field('Source (optional)').fill('Group treasury');
    await button('Save').click();
    await pane().getByText('Saved the GBP rate from Mar 1, 2025: 1.31.').waitFor();
    expect(await workbench.text("'Co-op rates'!A4:D5")).toEqual([
      ['Currency', 'From', 'Rate to USD', 'Source'],
      ['GBP', '2025-03-01', '1.31', 'Group treasury'],
    ]);
    await button('Add a rate').click();
    await field('Currency').fill('GBP');
    await field('From').fill('2025-03-01');
    await field('Exchange rate (USD per GBP)').fill('1.3');
    await button('Save').click();
    await pane().getByText('GBP already has a rate from Mar 1, 2025, 1.31. Change that one instead.').waitFor();
    await field('From').fill('2025-06-01');
    await button('Save').click();
    await pane().getByText('Saved the GBP rate from Jun 1, 2025: 1.3.').waitFor();
    expect(await faultsInEveryLook(workbench, 'rates')).toEqual([]);

    await button('Settings').click();
    await button('Cancel').click();
    await button('Add activity').click();
    await choose('Telemarketing');
    await days('2025-05-01', '2025-05-31');
    await field('Currency').fill('GBP');
    await field('Cost, GBP').fill('1000');
    await expect.poll(main).toContain('Blank: 1.31 from CoopRates, from Mar 1, 2025');
    await expect.poll(main).toContain('Total cost GBP 1,000.00, $1,310.00 at 1.31 from CoopRates, from Mar 1, 2025');
    expect(await faultsInEveryLook(workbench, 'rates-editor')).toEqual([]);
    await save();
    await expect.poll(() => card('Telemarketing').innerText()).toContain('GBP 1,000.00 at 1.31 from CoopRates, from Mar 1, 2025');
    await expect.poll(() => card('Telemarketing').innerText()).toContain('$1,310.00');

    await button('Settings').click();
    await button('Show exchange rates').click();
    await button('Edit the GBP rate from Mar 1, 2025').click();
    await field('Exchange rate (USD per GBP)').fill('1.25');
    await button('Save').click();
    await pane().getByText('Saved the GBP rate from Mar 1, 2025: 1.25.').waitFor();
    await button('Delete the GBP rate from Mar 1, 2025').click();
    await pane().getByText('Deleted the GBP rate from Mar 1, 2025.').waitFor();
    await expect.poll(async () => (await workbench.text("'Co-op plan'!A4:BZ5"))[1]).not.toContain('1,250.00');
    await button('Undo').click();
    await pane().getByText('Undone: deleted the GBP rate from Mar 1, 2025.').waitFor();
    await expect.poll(async () => (await workbench.text("'Co-op plan'!A4:BZ5"))[1]).toContain('1,250.00');
  });

  it('the rates of a report that was brought in, of which one is used', async () => {
    workbench = await openWorkbench({ height: 1800 });
    await bringIn(workbench, halfReport(), 'october.csv');
    await expect.poll(main).toContain("The report has exchange rates for GBP that the workbook doesn't have yet.");
    await button('Exchange rates').click();
    const offered = pane().getByRole('region', { name: 'From your report' });
    await offered.getByText('GBP 1.31, Oct 2026').waitFor();
    // ten months, of which the newest are shown
    expect(await offered.getByRole('listitem').count()).toBe(6);
    await pane().getByText('No rates yet.').waitFor();
    expect(await faultsInEveryLook(workbench, 'rates-of-report')).toEqual([]);
    await offered.getByRole('button', { name: 'Show all 10' }).click();
    await offered.getByRole('button', { name: 'Use this rate: GBP 1.31, Jul 2026' }).click();
    await pane().getByText('Saved the GBP rate from Jul 1, 2026: 1.31.').waitFor();
    expect(await workbench.text("'Co-op rates'!A4:D5")).toEqual([
      ['Currency', 'From', 'Rate to USD', 'Source'],
      ['GBP', '2026-07-01', '1.31', 'Partner Center report, october.csv'],
    ]);
    expect(await offered.getByRole('listitem').count()).toBe(9);
    await button('Undo').click();
    await pane().getByText('Undone: saved the GBP rate from Jul 1, 2026: 1.31.').waitFor();
    await offered.getByText('GBP 1.31, Jul 2026').waitFor();
  });

  it('all rates of a report are kept, and a fund is compared at them without the report', async () => {
    workbench = await openWorkbench({ height: 1800 });
    await bringIn(workbench, halfReport(), 'october.csv');
    await pane().getByText("The report has exchange rates for GBP that the workbook doesn't have yet.").waitFor();
    await button('Keep these rates in CoopRates').click();
    await pane().getByText('Kept 10 exchange rates for GBP in CoopRates.').waitFor();
    expect(await button('Keep these rates in CoopRates').count()).toBe(0);
    expect(await faultsInEveryLook(workbench, 'rates-kept')).toEqual([]);
    const result = pane().getByRole('status').filter({ hasText: 'Kept 10 exchange rates' });
    await result.getByRole('button', { name: 'Undo' }).click();
    await pane().getByText('Undone: kept 10 exchange rates for GBP in CoopRates.').waitFor();
    expect(await faultsInEveryLook(workbench, 'rates-to-keep')).toEqual([]);

    await button('Exchange rates').click();
    await button('Keep all 10 in CoopRates').click();
    await pane().getByText('Kept 10 exchange rates for GBP in CoopRates.').waitFor();
    expect(await pane().getByRole('region', { name: 'From your report' }).count()).toBe(0);
    const source = 'Partner Center report, october.csv';
    const kept = await workbench.text("'Co-op rates'!A4:D15");
    expect(kept).toHaveLength(12);
    expect(kept[1]).toEqual(['GBP', '2026-10-01', '1.31', source]);
    expect(kept[10]).toEqual(['GBP', '2026-01-01', '1.31', source]);
    expect(kept[11]).toEqual(['', '', '', '']);

    // the pane of another day has no report
    await workbench.screen('Funds');
    await workbench.reloadPane();
    await pane().getByLabel('As of').fill('2026-11-20');
    const fund = pane().getByRole('article', { name: '7654321' }).filter({ hasText: '6,954.11' });
    await fund.getByRole('button', { name: 'Compare with Partner Center' }).click();
    const earned = pane().getByRole('textbox', { name: 'Earned' });
    // 6,954.11 / 1.31 is 5,308.48
    await earned.fill('£5,310.00');
    await pane()
      .getByText(
        "At the GBP rate of 1.31 from Jul 1, 2026 in CoopRates, the fund's $6,954.11 is about 5,308.48 GBP if all of its rows are in GBP. Partner Center shows 1.52 GBP more. To compare to the cent, add the report below.",
      )
      .waitFor();
    await earned.fill('5308.50');
    await pane().getByText('If so, enter it as "GBP 5,308.50".').waitFor();
    expect(await faultsInEveryLook(workbench, 'rates-compare')).toEqual([]);
  });
});
