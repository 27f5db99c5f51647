import { afterEach, describe, expect, it } from 'vitest';
import { FUNDS_DESIGN } from '../../src/storage/funds/funds-table';
import { faultsInEveryLook } from '../support/looks';
import { SAMPLE_TEXT } from '../support/report-files';
import { tableCell } from '../support/tables-in-sheet';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';
import { workbenchOfRun } from '../support/workbench-page';

/** The first five minutes: a workbook with nothing of ours, and the sample in it. */
describe('the sample', () => {
  let workbench: Workbench;
  afterEach(() => closeSound(workbench));
  const pane = () => workbench.pane;
  const button = (name: string) => pane().getByRole('button', { name, exact: true });
  /** Counts a person's clicks in the pane from now on, without those that the browser makes of Enter. */
  const countClicks = async (): Promise<() => Promise<number>> => {
    const body = pane().locator('body');
    await body.evaluate(({ ownerDocument, dataset }) => {
      dataset.clicks = '0';
      ownerDocument.addEventListener(
        'click',
        ({ isTrusted, detail }) => {
          if (isTrusted && detail > 0) dataset.clicks = String(Number(dataset.clicks) + 1);
        },
        true,
      );
    });
    return () => body.evaluate(({ dataset }) => Number(dataset.clicks));
  };
  /** Where the tabs are, from the top of the pane, while each element of the screen has the focus in turn. */
  const tabsAfterEachFocus = (): Promise<number[]> =>
    pane()
      .locator('html')
      .evaluate((html) => {
        const tabs = html.querySelector('header')!;
        const elements = [...html.querySelectorAll<HTMLElement>('main :is(a, button, input, select, textarea, summary)')];
        const places = elements.map((element) => {
          element.focus();
          return tabs.getBoundingClientRect().top;
        });
        return [...new Set(places)];
      });
  const items = () => pane().getByRole('main').getByRole('listitem');

  it('is offered on the first screen of an empty workbook, fills it with a plan that works, and is removed whole', async () => {
    workbench = await openWorkbench();
    await pane()
      .getByRole('tab', { name: /^Today/, selected: true })
      .waitFor();
    await button('Bring in a report').waitFor();
    expect(await faultsInEveryLook(workbench, 'sample-none', [600, 350, 320])).toEqual([]);
    const { requests } = await workbench.roundTrips(async () => {
      await button('Try a sample').click();
      await button('Remove the sample').waitFor({ timeout: 60_000 });
    });
    // its tables at once, and then the model over them
    expect(requests.filter((calls) => calls.includes('WorksheetCollection.add()'))).toHaveLength(2);
    expect((await workbench.text('Model!A1')).flat()).toEqual(['Sample model: co-op accruals, forecast, deadlines, and journal']);
    expect(await items().count()).toBeGreaterThan(4);
    expect(await faultsInEveryLook(workbench, 'sample-today', [600, 350, 320])).toEqual([]);

    // no formula of the plan, the funds, or the claims fails, and nothing on healthy rows is blocked
    for (const name of ['CoopPlan', 'CoopFunds', 'CoopClaims', 'CoopEarnings']) {
      const cells = (await workbench.text(name)).flat();
      expect(
        cells.filter((text) => /^(#|Blocked)/.test(text)),
        name,
      ).toEqual([]);
    }
    expect(await workbench.values(tableCell(FUNDS_DESIGN, 1, 'Co-op'))).toEqual([[25_023]]);
    for (const screen of ['Today', 'Funds', 'Plan', 'Claims'] as const) {
      await workbench.screen(screen);
      await workbench.widen(350);
      await workbench.screenshot(`sample-${screen}`);
      // a day reads Dec 31, 2026 wherever it is, and the focus never scrolls the tabs away
      const text = await pane().getByRole('main').innerText();
      expect(text.match(/.{0,30}(?:\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{4}).{0,10}/g) ?? [], screen).toEqual([]);
      expect(text, screen).toMatch(/[A-Z][a-z]{2}\s\d{1,2},\s\d{4}/);
      expect(await tabsAfterEachFocus(), screen).toEqual([0]);
    }

    await workbench.screen('Today');
    await button('Remove the sample').click();
    await button('Try a sample').waitFor();
    for (const gone of ['CoopPlan', 'CoopFunds', 'Model!A1', "'Co-op plan'!A1", "'Co-op lists'!A1", "'Co-op earning rows'!A1"])
      await expect(workbench.text(gone), gone).rejects.toThrow();
    expect(
      await pane()
        .getByRole('main')
        .getByText(/no longer in this workbook/)
        .count(),
    ).toBe(0);
  });

  it('is in the way of a report, and leaves with its chart', async () => {
    workbench = await openWorkbench();
    await button('Try a sample').click();
    await button('Remove the sample').waitFor({ timeout: 60_000 });
    await workbench.screen('Funds');
    await button('Create an Excel chart').click();
    await pane().getByText('The chart is on its own sheet.').waitFor();
    expect(await workbench.text("'Co-op chart'!A1")).not.toEqual([['']]);
    await button('Bring in a report').click();
    const warning = pane().getByText(/your report would be mixed with its made-up amounts/);
    await warning.waitFor();
    expect(await faultsInEveryLook(workbench, 'sample-in-the-way', [350, 320])).toEqual([]);
    await button('Remove the sample').click();
    await warning.waitFor({ state: 'hidden' });
    for (const gone of ["'Co-op chart'!A1", 'CoopChart', 'CoopFunds']) await expect(workbench.text(gone), gone).rejects.toThrow();
    await button('Choose files').waitFor();
  });

  it('or a report: from an empty workbook to a first saved activity in six clicks', async () => {
    workbench = await openWorkbench();
    await button('Try a sample').waitFor();
    const clicks = await countClicks();
    await button('Bring in a report').click();
    const chooser = workbench.page.waitForEvent('filechooser');
    await button('Choose files').click();
    await (await chooser).setFiles([{ name: 'report.csv', mimeType: 'text/csv', buffer: Buffer.from(SAMPLE_TEXT) }]);
    await button('Write to the workbook').click();
    await pane().getByRole('heading', { name: 'Report added' }).waitFor();
    await pane()
      .getByRole('tab', { name: /^Funds/, selected: true })
      .waitFor();
    await pane().getByLabel('As of').fill('2025-03-10');
    await pane().getByRole('tab', { name: /^Plan/ }).click();
    await button('Add activity').click();
    const box = pane().getByRole('combobox', { name: 'Activity' });
    await box.fill('Digital advertising');
    await box.press('Tab');
    await pane()
      .getByLabel(/^Start date/)
      .fill('2025-04-03');
    await pane().getByRole('button', { name: /^Save/ }).first().click();
    await pane()
      .getByText(/Saved "Digital advertising"/)
      .waitFor();
    expect(await clicks()).toBe(6);
    expect((await workbench.text('CoopPlan')).flat()).toContain('Digital advertising');
  });

  it('or a fund entered by hand, in four clicks', async () => {
    workbench = await openWorkbench();
    await button('Try a sample').waitFor();
    const clicks = await countClicks();
    await button('Enter a fund').click();
    await pane().getByLabel('Partner ID').fill('1234567');
    await pane().getByLabel('Co-op earned (USD)').press('Enter');
    await pane().getByText('Enter an amount above 0, such as 20000.').waitFor();
    expect(await faultsInEveryLook(workbench, 'enter-fund', [600, 350, 320])).toEqual([]);
    await workbench.widen(350);
    await pane().getByLabel('Co-op earned (USD)').fill('20,000');
    await pane().getByLabel('Co-op earned (USD)').press('Enter');
    await pane()
      .getByText(/Entered \$20,000\.00 for FY/)
      .waitFor();
    expect(await pane().locator(':focus').textContent()).toMatch(/1234567/);
    expect(await faultsInEveryLook(workbench, 'entered-fund', [350])).toEqual([]);
    // without a report, nothing is known of its rebate
    expect(await pane().getByRole('article').innerText()).toMatch(/Rebate\s+not known/);
    await pane().getByRole('tab', { name: /^Plan/ }).click();
    await button('Add activity').click();
    const box = pane().getByRole('combobox', { name: 'Activity' });
    await box.fill('Digital advertising');
    await box.press('Tab');
    await pane().getByRole('button', { name: /^Save/ }).first().click();
    await pane()
      .getByText(/Saved "Digital advertising"/)
      .waitFor();
    expect(await clicks()).toBe(4);
    await workbench.screen('Funds');
    await button('Undo').click();
    await pane()
      .getByText(/Someone has changed these rows since/)
      .waitFor();
  });

  it('is in the workbench from the start', async () => {
    workbench = await openWorkbench();
    const { url } = await workbenchOfRun();
    await workbench.page.goto(url);
    await button('Remove the sample').waitFor({ timeout: 60_000 });
    expect(await items().count()).toBeGreaterThan(4);
    expect(await workbench.text('Examples!A1')).toEqual([['Worked examples']]);
    // the picture of the README, assets/workbench.png, is this one
    await workbench.page.setViewportSize({ width: 1400, height: 860 });
    await workbench.click("'Co-op funds'!A1");
    await workbench.screenshot('readme');
    await workbench.page.setViewportSize({ width: 1000, height: 860 });
    // what no person has done need not be saved
    await workbench.ribbon('New sample');
    await button('Try a sample').or(button('Making the sample')).waitFor();
    await button('Remove the sample').waitFor({ timeout: 60_000 });
    await workbench.page.goto(`${url}?bare`);
    await workbench.ready();
  });
});
