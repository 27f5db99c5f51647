import { afterEach, describe, expect, inject, it } from 'vitest';
import { FUNDS_DESIGN } from '../../src/storage/funds/funds-table';
import { faultsInEveryLook } from '../support/looks';
import { tableCell } from '../support/tables-in-sheet';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

/** The first five minutes: a workbook with nothing of ours, and the sample in it. */
describe('the sample', () => {
  let workbench: Workbench;
  afterEach(() => closeSound(workbench));
  const pane = () => workbench.pane;
  const button = (name: string) => pane().getByRole('button', { name, exact: true });
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
    expect(requests.filter((calls) => calls.includes('WorksheetCollection.add()'))).toHaveLength(1);
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
    for (const screen of ['Funds', 'Plan', 'Claims'] as const) {
      await workbench.screen(screen);
      await workbench.widen(350);
      await workbench.screenshot(`sample-${screen}`);
    }

    await workbench.screen('Today');
    await button('Remove the sample').click();
    await button('Try a sample').waitFor();
    for (const gone of ['CoopPlan', 'CoopFunds', "'Co-op plan'!A1", "'Co-op lists'!A1", "'Co-op earning rows'!A1"])
      await expect(workbench.text(gone), gone).rejects.toThrow();
    expect(
      await pane()
        .getByRole('main')
        .getByText(/no longer in this workbook/)
        .count(),
    ).toBe(0);
  });

  it('is in the workbench from the start', async () => {
    workbench = await openWorkbench();
    const { url } = inject('workbench');
    await workbench.page.goto(url);
    await button('Remove the sample').waitFor({ timeout: 60_000 });
    expect(await items().count()).toBeGreaterThan(4);
    expect(await workbench.text('Examples!A1')).toEqual([['Worked examples']]);
    // what no person has done need not be saved
    await workbench.ribbon('New sample');
    await button('Try a sample').or(button('Making the sample')).waitFor();
    await button('Remove the sample').waitFor({ timeout: 60_000 });
    await workbench.page.goto(`${url}?bare`);
    await workbench.ready();
  });
});
