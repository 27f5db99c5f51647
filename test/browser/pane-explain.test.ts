import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench } from '../support/workbench';
import type { Workbench } from '../support/workbench';

/** How a number comes about, told beside it. */
describe('the Explain screen', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench();
  });
  afterAll(() => workbench?.close());

  const pane = () => workbench.pane;
  const screen = () => pane().getByRole('tabpanel');

  it('opens from the ribbon on the selected cell', async () => {
    await workbench.set(
      'Examples!M2',
      '=COOP.SPLIT(COOP.EARN(L2,"Azure CSP Customer Adds","2024-11-15"),"both","2024-11-15","Azure CSP Customer Adds")',
    );
    await workbench.set('Examples!L2', 10000);
    await workbench.select('Examples!M2');
    await workbench.ribbon('Explain cell');
    await pane().getByRole('heading', { name: 'Examples M2' }).waitFor();
    expect(await pane().getByRole('tab', { name: 'Explain' }).getAttribute('aria-selected')).toBe('true');
  });

  it('takes a nested formula apart, the inner call first', async () => {
    const earn = pane().getByRole('region', { name: /COOP\.EARN/ });
    const split = pane().getByRole('region', { name: /COOP\.SPLIT/ });
    await split.waitFor();
    expect(await earn.innerText()).toMatch(/1 of 2[\s\S]*1500[\s\S]*revenue[\s\S]*L2 is 10000[\s\S]*15% of revenue/);
    expect(await split.innerText()).toMatch(
      /2 of 2[\s\S]*is 1500[\s\S]*All rebate, no co-op[\s\S]*From Oct 1, 2024[\s\S]*From a distributor[\s\S]*TD SYNNEX/,
    );
    await split.getByText(/other source/i).click();
    await split.getByText('How we read it:').waitFor();
  });

  it('follows the selection, and says plainly where there is nothing to explain', async () => {
    await workbench.select('Examples!Z99');
    await pane()
      .getByText(/This cell is empty/)
      .waitFor();
    await workbench.select('Examples!A1');
    await pane()
      .getByText(/has a value, not a formula/)
      .waitFor();
    await workbench.set('Examples!M4', '=1+1');
    await workbench.select('Examples!M4');
    await pane()
      .getByText(/doesn't use a COOP function/)
      .waitFor();
    await workbench.set('Examples!M5', '=COOP.DEADLINE("H1")');
    await workbench.select('Examples!M5');
    await pane()
      .getByText(/Include the fiscal year/)
      .waitFor();
    expect(await screen().innerText()).toMatch(/#VALUE!/);
  });

  it('leads from a part of a result to its formula', async () => {
    await workbench.select('Examples!N2');
    await pane().getByText('N2 shows a part of its result').waitFor();
    expect(await screen().innerText()).toMatch(/Examples M2/);
    await workbench.select('Examples!M5');
    await pane().getByRole('heading', { name: 'Examples M5' }).waitFor();
  });

  it('stays with a pinned cell', async () => {
    await pane().getByRole('button', { name: 'Pin' }).click();
    await workbench.select('Examples!M2');
    await workbench.quiet();
    expect(await screen().innerText()).toMatch(/Examples M5/);
    await pane().getByRole('button', { name: 'Pinned' }).click();
    await pane().getByRole('heading', { name: 'Examples M2' }).waitFor();
  });

  it('takes two round trips for a cell whose formula points at others', async () => {
    await workbench.select('Examples!M5');
    await pane().getByRole('heading', { name: 'Examples M5' }).waitFor();
    await workbench.quiet();
    const { roundTrips } = await workbench.roundTrips(async () => {
      await workbench.select('Examples!M2');
      await pane().getByRole('heading', { name: 'Examples M2' }).waitFor();
    });
    expect(roundTrips).toBeLessThanOrEqual(2);
  });

  it('reads the earnings report behind a formula', async () => {
    await workbench.set('Examples!M6', '=COOP.ACCRUED(Earnings[#All],"FY25 H1","1234567")');
    await workbench.select('Examples!M6');
    await pane()
      .getByRole('region', { name: /COOP\.ACCRUED/ })
      .getByText('10020')
      .first()
      .waitFor();
    expect(await screen().innerText()).not.toMatch(/out of date/);
  });

  it('works out the same for every worked example on the sheet', async () => {
    const examples = await workbench.page.evaluate(() => window.workbench!.examples());
    for (const { formula, address } of examples) {
      await workbench.select(address);
      await expect.poll(() => pane().locator('code').first().innerText(), { message: formula }).toBe(formula);
      const said = await screen().innerText();
      expect(said, formula).not.toMatch(/out of date|cannot be|could not/);
    }
  });

  it('keeps what it shows and says why while a cell is being edited', async () => {
    await workbench.select('Examples!M2');
    await pane().getByRole('heading', { name: 'Examples M2' }).waitFor();
    await workbench.attempt('Cell-edit mode', true);
    await workbench.screen('Functions');
    await workbench.screen('Explain');
    await pane()
      .getByText(/A cell is being edited/)
      .waitFor();
    await workbench.attempt('Cell-edit mode', false);
    await workbench.select('Examples!M5');
    await workbench.screen('Functions');
    await workbench.screen('Explain');
    await pane().getByRole('heading', { name: 'Examples M5' }).waitFor();
    expect(
      await pane()
        .getByText(/A cell is being edited/)
        .count(),
    ).toBe(0);
  });

  it('works everything out again from the ribbon', async () => {
    await workbench.ribbon('Recalculate co-op');
    await workbench.quiet();
    expect(await workbench.values('Examples!M2:N2')).toEqual([[1500, 0]]);
  });

  it('did all that without a call the workbench lacks, or a breach of its policy', async () => {
    expect(await workbench.unknownCalls()).toEqual([]);
    expect(workbench.violations).toEqual([]);
  });
});
