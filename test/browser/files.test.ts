import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench } from '../support/workbench';
import type { Workbench } from '../support/workbench';

/** The workbook as a file, out and in again. */
describe('workbook files', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench();
  });
  afterAll(() => workbench?.close());

  it('a saved workbook opens again with its table, formulas and results', async () => {
    await workbench.set('Earnings!B30', '=COOP.ACCRUED(Earnings[#All],"FY25 H1","1234567")');
    const before = await workbench.values('Earnings!B30');
    await workbench.openFile('saved.xlsx', await workbench.saveFile());
    expect(await workbench.formulas('Earnings!B30')).toEqual([['=COOP.ACCRUED(Earnings[#All],"FY25 H1","1234567")']]);
    expect(await workbench.values('Earnings!B30')).toEqual(before);
  });

  it('what is no workbook is said to be none, and costs nothing', async () => {
    await workbench.set('Earnings!B31', 'kept');
    const input = workbench.page.locator('header.ribbon input[type=file]');
    await input.setInputFiles({ name: 'notes.xlsx', mimeType: 'text/plain', buffer: Buffer.from('no zip') });
    await expect.poll(() => workbench.page.locator('footer.status').innerText()).toContain("couldn't be read");
    expect(await workbench.values('Earnings!B31')).toEqual([['kept']]);
  });

  it('a changed workbook is not replaced without a question', async () => {
    await workbench.set('Earnings!B31', 'kept');
    await workbench.ribbon('New sample');
    await workbench.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(await workbench.values('Earnings!B31')).toEqual([['kept']]);
    expect(workbench.errors).toEqual([]);
  });
});
