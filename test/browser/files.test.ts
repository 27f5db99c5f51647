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
    const download = workbench.page.waitForEvent('download');
    await workbench.ribbon('Save .xlsx');
    const path = await (await download).path();
    await workbench.page.evaluate(() => Object.assign(window, { workbench: undefined }));
    await workbench.page.getByLabel('Open .xlsx', { exact: true }).setInputFiles({
      name: 'saved.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: await (await import('node:fs/promises')).readFile(path),
    });
    await workbench.ready();
    expect(await workbench.formulas('Earnings!B30')).toEqual([['=COOP.ACCRUED(Earnings[#All],"FY25 H1","1234567")']]);
    expect(await workbench.values('Earnings!B30')).toEqual(before);
    expect(workbench.errors).toEqual([]);
  });
});
