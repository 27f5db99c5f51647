import { afterEach, describe, expect, it } from 'vitest';
import { faultsInEveryLook } from '../support/looks';
import { planInPane } from '../support/plan-in-pane';
import { writePlan } from '../support/tables-in-sheet';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

/** A plan is looked at from a date: the workbook's, until a person chooses another for themselves, or for the workbook. */
describe('the date of the workbook', () => {
  let workbench: Workbench;
  afterEach(() => closeSound(workbench));
  const pane = () => workbench.pane;
  const { button, lookFrom } = planInPane(() => workbench);

  it('chosen in the pane is for the pane alone, until it is used in the workbook; Undo and today give it back', async () => {
    workbench = await openWorkbench({ book: 'funds' });
    await writePlan(workbench, [
      {
        'Partner ID': '1234567',
        Program: 'Microsoft Commerce Incentives',
        'Fiscal half': 'FY25 H1',
        ID: 'A-AAAAAA',
        Status: 'planned',
        Activity: 'Digital advertising',
        Start: '2025-04-01',
        Currency: 'USD',
        Budget: 100,
      },
    ]);
    await workbench.screen('Plan');
    await lookFrom('2025-03-10');
    await button('Use this date in the workbook').click();
    await pane().getByText('The workbook is set to this date.').waitFor();
    expect(await workbench.text("'Co-op settings'!A5")).not.toEqual([['']]);
    await workbench.screen('Funds');
    expect(await pane().getByLabel('As of').inputValue()).toBe('2025-03-10');
    await lookFrom('2025-04-30');
    await pane().getByText('The sheet shows Mar 10, 2025.').waitFor();
    await workbench.screenshot('date-of-pane');
    await button("Back to the workbook's date").click();
    expect(await pane().getByLabel('As of').inputValue()).toBe('2025-03-10');
    await button('Follow today').click();
    await pane().getByText('The workbook is set to this date.').waitFor({ state: 'hidden' });
    expect(await pane().getByLabel('As of').inputValue()).not.toBe('2025-03-10');
    await button('Undo date change').click();
    await pane().getByText('The workbook is set to this date.').waitFor();
    expect(await pane().getByLabel('As of').inputValue()).toBe('2025-03-10');
  });

  it('a summary sheet is made, and made again, from the Funds screen', async () => {
    workbench = await openWorkbench({ book: 'funds' });
    await workbench.screen('Funds');
    await button('Make a summary sheet').click();
    await pane().getByText('The summary is on the sheet "Co-op summary".').waitFor();
    expect((await workbench.text("'Co-op summary'!A1"))[0]).toEqual(['Co-op funds: summary']);
    await workbench.screenshot('summary-sheet');
    await button('Make a summary sheet').click();
    await pane().getByText('The summary is on the sheet "Co-op summary".').waitFor();
  });

  it("a fund's statement is made from its card, on any width and in any look, and taken back", async () => {
    workbench = await openWorkbench({ book: 'funds' });
    await workbench.screen('Funds');
    const made = pane().getByText(/The statement is on the sheet "Fund 1234567 FY25 H1"/);
    await button('Make a statement sheet: FY25 H1 co-op of Microsoft Commerce Incentives, Partner ID 1234567').click();
    await made.waitFor();
    expect((await workbench.text("'Fund 1234567 FY25 H1'!A1"))[0]).toEqual([
      'Fund statement: 1234567, earned July – December 2024 (FY25 H1)',
    ]);
    expect(await faultsInEveryLook(workbench, 'statement-sheet', [600, 350, 320])).toEqual([]);
    await button('Undo').click();
    await pane().getByText('Undone: the page on the sheet "Fund 1234567 FY25 H1".').waitFor();
    await expect(workbench.text("'Fund 1234567 FY25 H1'!A1")).rejects.toThrow();
  });
});
