import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench } from '../support/workbench';
import type { Workbench } from '../support/workbench';

/** From the Functions screen into the sheet. */
describe('the Functions screen', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench();
    await workbench.screen('Functions');
  });
  afterAll(() => workbench?.close());

  const pane = () => workbench.pane;
  const insert = () => pane().getByRole('button', { name: 'Insert', exact: true }).click();
  const open = async (name: string): Promise<void> => {
    await pane().getByRole('searchbox', { name: 'Search functions' }).fill(name);
    const header = pane().getByRole('button', { name: new RegExp(`^COOP\\.${name}\\b`) });
    if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
  };

  it('shows a newcomer three steps, once', async () => {
    const steps = pane().getByRole('region', { name: 'Start in three steps' });
    await expect.poll(() => steps.getByRole('listitem').count()).toBe(3);
    await pane().getByRole('button', { name: 'Dismiss these steps' }).click();
    await expect.poll(() => steps.count()).toBe(0);
    await workbench.reloadPane();
    await pane().getByRole('searchbox', { name: 'Search functions' }).waitFor();
    expect(await steps.count()).toBe(0);
  });

  it('finds a function by a word, and says how many', async () => {
    await pane().getByRole('searchbox', { name: 'Search functions' }).fill('shortfall');
    await expect.poll(() => pane().getByRole('status').filter({ hasText: 'functions' }).innerText()).toMatch(/^\d of \d+ functions$/);
    await expect
      .poll(() =>
        pane()
          .getByRole('button', { name: /^COOP\.THRESHOLD/ })
          .count(),
      )
      .toBe(1);
    expect(
      await pane()
        .getByRole('button', { name: /^COOP\.PERIOD/ })
        .count(),
    ).toBe(0);
    await pane().getByRole('searchbox', { name: 'Search functions' }).fill('xyzzy');
    await expect.poll(() => pane().getByText('No function matches "xyzzy".').count()).toBe(1);
  });

  it('inserts the worked example at the selected cell, and says where', async () => {
    await workbench.select('Examples!M2');
    await open('DEADLINE');
    await insert();
    await pane().getByText('Inserted in M2.').waitFor();
    expect(await workbench.text('Examples!M2')).toEqual([['2024-08-15']]);
  });

  it('offers all Partner IDs together, and says what their sum may not be used for', async () => {
    await open('ACCRUED');
    const warning = pane().getByText(/Don't compare the result with a threshold/);
    expect(await warning.count()).toBe(0);
    await pane().getByRole('button', { name: 'partner_id: all', exact: true }).click();
    await warning.waitFor();
    expect(await pane().getByRole('group', { name: 'Formula' }).innerText()).toMatch(/"FY25 H1","all"/);
    await workbench.widen(320);
    await workbench.screenshot('function-all');
  });

  it('inserts what was filled in, without asking for quotes', async () => {
    await workbench.select('Examples!M3');
    await open('SPLIT');
    await pane().getByLabel('earning', { exact: true }).fill('2000');
    await pane().getByText('optional arguments').click();
    await pane().getByLabel('part (optional)').selectOption('co-op');
    await pane().getByLabel('date (optional)').fill('2024-03-10');
    await pane().getByRole('group', { name: 'Formula' }).getByText('800').waitFor();
    await insert();
    await pane().getByText('Inserted in M3.').waitFor();
    expect(await workbench.formulas('Examples!M3')).toEqual([['=COOP.SPLIT(2000,"co-op","2024-03-10")']]);
    expect(await workbench.values('Examples!M3')).toEqual([[800]]);
  });

  it('asks before it overwrites', async () => {
    await workbench.set('Examples!M5', 'mine');
    await workbench.select('Examples!M5');
    await open('PERIOD');
    await insert();
    await pane().getByText('M5 already has mine. Replace it?').waitFor();
    expect(await workbench.values('Examples!M5')).toEqual([['mine']]);
    await pane().getByRole('button', { name: 'Keep' }).click();
    expect(await workbench.values('Examples!M5')).toEqual([['mine']]);
    await insert();
    await pane().getByRole('button', { name: 'Replace', exact: true }).click();
    await pane().getByText('Inserted in M5.').waitFor();
    expect(String((await workbench.values('Examples!M5'))[0]![0])).toMatch(/^FY\d\d H[12]$/);
  });

  it('keeps a result of several cells from running into others, and out of tables', async () => {
    await workbench.set('Examples!N8', 'in the way');
    await workbench.select('Examples!M8');
    await open('SPLIT');
    await pane().getByRole('button', { name: 'Use the example =COOP.SPLIT(1500)' }).click();
    await insert();
    await pane()
      .getByText(/N8 is in the way\. Nothing was written/)
      .waitFor();
    expect(await workbench.values('Examples!M8:N8')).toEqual([['', 'in the way']]);
    await workbench.select('Earnings!A2');
    await insert();
    await pane()
      .getByText(/already has/)
      .waitFor();
  });

  it('says in one sentence that the sheet is protected, and writes when it no longer is', async () => {
    await workbench.select('Examples!M10');
    await workbench.attempt('Protect sheet', true);
    await open('FUND');
    await insert();
    await pane()
      .getByText(/This sheet is protected, so nothing was written/)
      .waitFor();
    await workbench.attempt('Protect sheet', false);
    await insert();
    await pane().getByText('Inserted in M10.').waitFor();
  });

  it('says in one sentence that a cell is being edited, and writes afterwards', async () => {
    await workbench.select('Examples!M11');
    await workbench.attempt('Cell-edit mode', true);
    await insert();
    await pane()
      .getByText(/A cell is being edited\. Press Enter or Esc/)
      .waitFor();
    await workbench.attempt('Cell-edit mode', false);
    await insert();
    await pane().getByText('Inserted in M11.').waitFor();
  });

  it('says in one sentence that it has no permission', async () => {
    await workbench.select('Examples!M12');
    await workbench.attempt('No permission', true);
    await insert();
    await pane()
      .getByText(/Excel doesn't let Co-op Planner/)
      .waitFor();
    await workbench.attempt('No permission', false);
  });

  it('says so when a formula names a table the workbook does not have', async () => {
    await open('LEDGER');
    await pane().getByLabel('report', { exact: true }).fill('Nowhere[#All]');
    await workbench.select('Examples!M40');
    await insert();
    await expect
      .poll(() =>
        pane()
          .getByText(/Excel doesn't accept this formula|Inserted in M40/)
          .count(),
      )
      .toBe(1);
  });

  it('takes two round trips for an insertion', async () => {
    await open('STAGE');
    await workbench.select('Examples!M14');
    await workbench.quiet();
    const { roundTrips } = await workbench.roundTrips(async () => {
      await insert();
      await pane().getByText('Inserted in M14.').waitFor();
    });
    expect(roundTrips).toBeLessThanOrEqual(3);
  });

  it('leads to a help page of its own', async () => {
    const href = await pane().getByRole('link', { name: 'Help page' }).getAttribute('href');
    expect(href).toBe('help/stage.html');
  });

  it('did all that without an error, a call the workbench lacks, or a breach of its policy', async () => {
    expect(await workbench.unknownCalls()).toEqual([]);
    expect(workbench.violations).toEqual([]);
    expect(workbench.strangers).toEqual([]);
  });
});
