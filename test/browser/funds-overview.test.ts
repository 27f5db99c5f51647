import { afterEach, describe, expect, it } from 'vitest';
import { faultsInEveryLook } from '../support/looks';
import { planInPane } from '../support/plan-in-pane';
import { reportOf, YEAR_BEFORE } from '../support/report-files';
import { bringIn, chooseReport, writeReport } from '../support/report-in-pane';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

/** All funds in one table, and the way from a fund in a list to where it is worked on. */
describe('the overview of funds', () => {
  let workbench: Workbench;
  afterEach(() => closeSound(workbench));
  const pane = () => workbench.pane;
  const { button, lookFrom } = planInPane(() => workbench);
  const rows = (table: string) => pane().getByRole('table', { name: table }).getByRole('row');
  const focused = () => pane().locator('*:focus').first();

  it('shows each fund in a row that opens its card, and folds closed halves until someone opens them', async () => {
    workbench = await openWorkbench({ book: 'funds' });
    await bringIn(workbench, YEAR_BEFORE, 'before.csv');
    await button('Close').click();
    await lookFrom('2025-03-10');
    // a header, and a fund in each of its rows
    await expect.poll(() => rows('Overview of funds').count()).toBeGreaterThan(2);
    const first = rows('Overview of funds').filter({ hasText: 'FY25 H1' }).filter({ hasText: '1234567' });
    expect((await first.getByRole('cell').allInnerTexts()).map((text) => text.split('\n').at(-1))).toEqual([
      '$10,020.00',
      '$10,020.00',
      '$10,020.00',
      '$0.00',
      '$0.00',
      '$0.00',
      '$10,020.00',
      'Use by Jun 30, 2025',
    ]);
    const line = pane().getByText(/last confirmed/);
    await expect.poll(() => line.count()).toBe(1);
    expect(await line.innerText()).toMatch(
      /^Deadlines last confirmed Oct 31, 2024 \(a distributor\), threshold last confirmed Aug 4, 2022 \(Microsoft\), split .* sign-in\. How current are these rules\?$/,
    );
    expect(await first.getByRole('rowheader').innerText()).toMatch(/Usable\nEarned July – December 2024 \(FY25 H1\) · Usage period/);
    expect(await faultsInEveryLook(workbench, 'overview', [600, 350, 320])).toEqual([]);

    await first.getByRole('button').press('Enter');
    await expect.poll(() => focused().innerText()).toBe('1234567');
    expect(await focused().evaluate((element) => element.tagName)).toBe('H3');

    const folds = pane().getByRole('button', { name: 'Closed halves (1)' });
    expect(await folds.count()).toBe(2);
    expect(
      await pane()
        .getByRole('heading', { name: /FY24 H1/ })
        .count(),
    ).toBe(0);
    await folds.first().press('Enter');
    const closed = rows('Overview of closed halves').filter({ hasText: 'FY24 H1' });
    await closed.first().waitFor();
    // its card unfolds with it
    await closed.first().getByRole('button').click();
    await pane()
      .getByRole('heading', { name: /FY24 H1/ })
      .waitFor();
    await expect.poll(() => focused().evaluate((element) => element.tagName)).toBe('H3');
    expect(await faultsInEveryLook(workbench, 'overview-closed', [600, 350, 320])).toEqual([]);
    await workbench.screen('Plan');
    await workbench.screen('Funds');
    await closed.first().waitFor();
    await pane()
      .getByRole('heading', { name: /FY24 H1/ })
      .waitFor();
    await button('How current are these rules?').click();
    await pane()
      .getByRole('region', { name: 'How current are these rules?' })
      .getByText(/^Built-in earning rates end on/)
      .waitFor();
  });

  it('has the co-op rows by payment status, where the workbook has the rows', async () => {
    workbench = await openWorkbench({ book: 'funds' });
    await workbench.screen('Funds');
    await lookFrom('2025-03-10');
    const statuses = pane().locator('details', { hasText: 'Co-op rows by payment status' });
    await statuses.locator('summary').click();
    await statuses.getByText('The workbook has monthly totals only.').waitFor();
    await chooseReport(workbench);
    await pane()
      .getByRole('checkbox', { name: /^Also keep the individual rows/ })
      .click();
    await writeReport(workbench);
    await button('Close').click();
    await statuses.locator('summary').click();
    await statuses.getByText('FY25 H1 · 1234567 · Microsoft Commerce Incentives').waitFor();
    await statuses.scrollIntoViewIfNeeded();
    expect(await faultsInEveryLook(workbench, 'overview-payment', [600, 350, 320])).toEqual([]);
    const [sums] = await statuses.locator('dl').allInnerTexts();
    const cents = [...sums!.matchAll(/\$([\d,]+\.\d\d)/g)].map(([, amount]) => Math.round(Number(amount!.replaceAll(',', '')) * 100));
    expect(cents.reduce((a, b) => a + b, 0)).toBeGreaterThan(0);
    expect(sums).not.toContain('Not in CoopEarningRows');
  });

  it('Today opens a fund in Plan at that fund, once more too', async () => {
    workbench = await openWorkbench();
    await bringIn(workbench, reportOf(...Array.from({ length: 12 }, (_, n): [string, string] => [`10000${10 + n}`, '20000'])));
    await workbench.screen('Today');
    await lookFrom('2025-03-10');
    const opens = pane().getByRole('button', { name: /^Open in Plan/ });
    for (let times = 0; times < 2; times++) {
      await opens.last().click();
      await expect.poll(() => focused().innerText()).toBe('FY25 H1 · 1000021');
      expect(await focused().getAttribute('aria-expanded')).toBe('true');
      expect(
        await focused().evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return top >= 0 && bottom <= window.innerHeight && element.closest('main')!.scrollTop > 0;
        }),
      ).toBe(true);
      await workbench.screen('Today');
    }
  });
});
