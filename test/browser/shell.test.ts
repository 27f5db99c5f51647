import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench } from '../support/workbench';
import type { Workbench } from '../support/workbench';

/** What the workbench offers around the grid, and the hard cases it can play. */
describe('around the grid', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench();
  });
  afterAll(() => workbench?.close());

  const inPane = <T>(run: () => T | Promise<T>): Promise<T> => workbench.pane.locator('html').evaluate(run);

  it("shows the manifest's own buttons, with their tips", async () => {
    const group = workbench.page.getByRole('group', { name: 'Co-op', exact: true });
    expect(await group.getByRole('button').allInnerTexts()).toEqual(['Open pane', 'Explain cell', 'Recalculate co-op']);
    for (const tip of await group.getByRole('button').evaluateAll((buttons) => buttons.map((button) => button.getAttribute('title'))))
      expect(tip).toBeTruthy();
  });

  it('hands its theme on to the pane', async () => {
    expect(await inPane(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(false);
    await workbench.ribbon('Dark');
    await expect.poll(() => inPane(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
    await workbench.screenshot('sample-dark');
    await workbench.reloadPane();
    expect(await inPane(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
    await workbench.ribbon('Light');
    await expect.poll(() => inPane(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(false);
  });

  it('gives the pane between 320 and 600 pixels, by mouse or keyboard', async () => {
    const pane = workbench.page.locator('aside.pane iframe');
    const splitter = workbench.page.getByRole('separator', { name: 'Width of the task pane' });
    const { x, y } = (await splitter.boundingBox())!;
    await workbench.page.mouse.move(x + 4, y + 300);
    await workbench.page.mouse.down();
    await workbench.page.mouse.move(200, y + 300, { steps: 5 });
    await workbench.page.mouse.up();
    await expect.poll(async () => (await pane.boundingBox())!.width).toBe(600);
    await splitter.focus();
    for (let i = 0; i < 20; i++) await workbench.page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await pane.boundingBox())!.width).toBe(320);
    for (let i = 0; i < 2; i++) await workbench.page.keyboard.press('ArrowLeft');
  });

  it('refuses the add-in while a person types in a cell, as Excel does', async () => {
    const ask = () =>
      inPane(() =>
        Excel.run(async (context) => {
          await context.sync();
          return 'answered';
        }).catch((error: { code: string }) => error.code),
      );
    expect(await ask()).toBe('answered');
    await workbench.click('Earnings!B40');
    await workbench.page.keyboard.type('=1+', { delay: 20 });
    await expect.poll(ask).toBe('InvalidOperationInCellEditMode');
    await workbench.page.keyboard.press('Escape');
    await expect.poll(ask).toBe('answered');
  });

  it('takes no change on a protected sheet', async () => {
    await workbench.select('Earnings!A1');
    await workbench.attempt('Protect sheet', true);
    const code = await workbench.asked(() =>
      inPane(() =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem('Earnings').getRange('B40').values = [[1]];
          await context.sync();
        }).catch((error: { code: string }) => error.code),
      ),
    );
    expect(code).toBe('AccessDenied');
    await workbench.attempt('Protect sheet', false);
  });

  it('Recalculate co-op works every formula out again, and says what that cost', async () => {
    await workbench.set('Earnings!B41', '=COOP.SPLIT(1500)');
    const asked = () => workbench.page.evaluate(() => window.workbench!.traffic().roundTrips);
    await workbench.quiet();
    const before = await asked();
    await workbench.ribbon('Recalculate co-op');
    await expect.poll(asked).toBeGreaterThan(before);
    await workbench.quiet();
    expect(await workbench.values('Earnings!B41:C41')).toEqual([[900, 600]]);
    await expect.poll(() => workbench.page.locator('footer.status').innerText()).toMatch(/Last action: [1-9]\d* round trips?, /);
  });

  it('opens the pane again for Explain cell', async () => {
    await workbench.page.getByRole('button', { name: 'Close the task pane' }).click();
    await workbench.page.locator('aside.pane').waitFor({ state: 'hidden' });
    await workbench.select('Earnings!B41');
    await workbench.ribbon('Explain cell');
    await workbench.page.locator('aside.pane').waitFor({ state: 'visible' });
  });

  it('opens the same workbook in the Excel that a person chooses from the Try menu, and the address keeps the choice', async () => {
    await workbench.set('Earnings!B43', '=COOP.DEADLINE("FY25 H1")');
    expect(await workbench.text('Earnings!B43')).toEqual([['45884']]);
    const choose = async (name: RegExp): Promise<void> => {
      await workbench.page.getByRole('button', { name: 'Try' }).click();
      await workbench.page.getByRole('menuitemradio', { name }).click();
      await workbench.page.waitForFunction(() => window.workbench?.isReady);
      await workbench.pane.getByRole('tab').first().waitFor();
    };
    await choose(/^Excel for Windows/);
    expect(new URL(workbench.page.url()).searchParams.get('excel')).toBe('windows');
    // this Excel takes the date's format along
    await workbench.ribbon('Recalculate co-op');
    await expect.poll(() => workbench.text('Earnings!B43')).toEqual([['2025-08-15']]);
    await workbench.page.getByRole('button', { name: 'Try' }).click();
    await workbench.page.getByRole('menuitemradio', { name: /^Excel for Windows/, checked: true }).waitFor();
    await workbench.screenshot('excel-chosen');
    await workbench.page.keyboard.press('Escape');
    await choose(/^Lowest supported/);
    expect(new URL(workbench.page.url()).searchParams.get('excel')).toBe(null);
  });

  it('counts days from 1904 in such a workbook', async () => {
    await workbench.countFrom1904();
    await workbench.set('Earnings!B42', '=COOP.DEADLINE("FY25 H1")');
    expect(await workbench.values('Earnings!B42')).toEqual([[45884 - 1462]]);
    await workbench.click('Earnings!B42');
    await workbench.screenshot('dates-1904');
  });

  it('logged no error and broke no content security policy', () => {
    expect(workbench.errors).toEqual([]);
    expect(workbench.violations).toEqual([]);
  });
});
