import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench } from '../support/workbench';
import type { Workbench } from '../support/workbench';

/** Typing a formula with the help that Excel gives. */
describe('typing a function', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench();
  });
  afterAll(() => workbench?.close());

  it('=COOP. lists the functions with what each does', async () => {
    await workbench.click('Earnings!B30');
    await workbench.page.keyboard.type('=COOP.SP', { delay: 30 });
    await workbench.page
      .getByText('COOP.SPLIT', { exact: true })
      .or(workbench.page.locator('li', { hasText: 'SPLIT' }))
      .first()
      .waitFor();
    await workbench.screenshot('autocomplete');
  });

  it('a chosen function shows its arguments, the present one marked', async () => {
    await workbench.page.keyboard.press('Enter');
    await workbench.page.getByText('COOP.SPLIT(', { exact: true }).waitFor();
    await workbench.page.keyboard.type('1500,', { delay: 30 });
    await workbench.page.locator('span.univer-text-primary-500', { hasText: '[part]' }).waitFor();
    await workbench.screenshot('argument-help');
    await workbench.page.keyboard.type('"rebate")', { delay: 30 });
    await workbench.page.keyboard.press('Enter');
    await expect.poll(() => workbench.values('Earnings!B30')).toEqual([[900]]);
  });
});
