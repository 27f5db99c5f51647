import { afterEach, describe, expect, it } from 'vitest';
import { FUNDS_DESIGN } from '../../src/storage/funds/funds-table';
import { tableCell, writeFunds } from '../support/tables-in-sheet';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

/** All screens read funds once and follow the sheet. */
describe('the funds of the workbook', () => {
  let workbench: Workbench;
  afterEach(() => closeSound(workbench));
  const pane = () => workbench.pane;
  const asOf = () => pane().getByLabel('As of').fill('2025-03-10');

  it('typed into CoopFunds by hand are on every screen, without earnings to explain', async () => {
    workbench = await openWorkbench();
    await writeFunds(workbench, [
      { 'Partner ID': '7654321', Program: 'Microsoft Commerce Incentives', 'Fiscal half': 'FY25 H1', 'Co-op': 20_000 },
    ]);
    await workbench.screen('Funds');
    await asOf();
    const card = pane().getByRole('article', { name: '7654321' });
    await card.getByText('Entered in the table CoopFunds, without an earnings report.').waitFor();
    expect((await card.locator('dl').first().innerText()).replace(/\s+/g, ' ')).toMatch(
      /^Co-op \$20,000\.00 Threshold \$10,000\.00 Above threshold \$20,000\.00 Usable now /,
    );
    expect(await card.locator('dl').first().getByRole('button').count()).toBe(0);
    await pane().getByText('Total co-op $20,000.00').waitFor();

    await workbench.set(tableCell(FUNDS_DESIGN, 1, 'Co-op'), 30_000);
    await card.getByText('$30,000.00').first().waitFor();

    await workbench.screen('Today');
    await pane().getByText('Plan $30,000.00').waitFor();
    await workbench.screen('Plan');
    await pane()
      .getByRole('heading', { name: /FY25 H1 · 7654321/ })
      .first()
      .waitFor();
    await pane().getByRole('tab', { name: 'Balance' }).click();
    await pane().getByRole('article', { name: 'FY25 H1 · 7654321' }).getByText('$30,000.00').first().waitFor();
  });

  it('follow what is changed in CoopEarnings while they are shown, and open with one request', async () => {
    workbench = await openWorkbench({ book: 'funds' });
    await workbench.screen('Funds');
    await asOf();
    const card = pane().getByRole('article', { name: '1234567' }).filter({ hasText: '$10,020.00' });
    await card.first().waitFor();
    const { roundTrips } = await workbench.roundTrips(() => pane().getByRole('button', { name: 'Refresh' }).click());
    expect(roundTrips).toBe(1);
    await workbench.set("'Co-op earnings'!H5", 0);
    await card.first().waitFor({ state: 'detached' });
  });
});
