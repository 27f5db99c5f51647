import { afterEach, describe, expect, it } from 'vitest';
import { faultsInEveryLook } from '../support/looks';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

/** Excel for iPad has no custom functions: the pane works without them, and says so. */
describe('the pane on iPad', () => {
  let workbench: Workbench | undefined;
  afterEach(async () => {
    await closeSound(workbench);
    workbench = undefined;
  });

  it('says where functions calculate, computes and explains all the same, and offers no Insert', async () => {
    workbench = await openWorkbench({ excel: 'ipad' });
    const { pane } = workbench;
    await pane.getByText(/COOP functions calculate in Excel on Windows, Mac, and the web\./).waitFor();
    await workbench.screen('Functions');
    await pane.getByRole('searchbox', { name: 'Search functions' }).fill('SPLIT');
    await pane.getByRole('button', { name: /^COOP\.SPLIT\b/ }).click();
    await pane.getByRole('button', { name: 'Copy', exact: true }).waitFor();
    expect(await pane.getByRole('button', { name: 'Insert', exact: true }).count()).toBe(0);
    // an input that is not right is told in a sentence, though Excel has no class for a cell's error here
    await pane.getByRole('textbox', { name: /^earning\b/ }).fill('"abc"');
    await pane.getByText(/^#VALUE!: /).waitFor();
    expect(await faultsInEveryLook(workbench, 'ipad')).toEqual([]);
    await workbench.set('Earnings!Z1', '=COOP.SPLIT("abc")');
    await workbench.select('Earnings!Z1');
    await workbench.screen('Explain');
    await pane.getByText(/abc/).first().waitFor();
    await workbench.screenshot('ipad-explain');
  });
});
