import { afterEach, describe, expect, it } from 'vitest';
import { chooseReport, writeReport } from '../support/report-in-pane';
import { planCell, writePlan } from '../support/tables-in-sheet';
import { waitedFor } from '../support/waited-for';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

/** What people wait for when a save makes the tables it is kept in: two messages, one to read and one to write. */
describe('first saves', () => {
  let workbench: Workbench;
  afterEach(() => closeSound(workbench));

  const pane = () => workbench.pane;
  const button = (name: string | RegExp) => pane().getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  /** What was asked of the workbook, from the click until nothing has been asked for longer than anything waits. */
  const asked = async (action: () => Promise<unknown>): Promise<string[][]> => {
    const { requests } = await workbench.roundTrips(action);
    return waitedFor(requests);
  };
  const readThenWrite = (requests: string[][]): void => {
    expect(
      requests.map((calls) => (calls.some((call) => call === 'Range.formulas=') ? 'writes' : 'reads')),
      JSON.stringify(requests.map((calls) => [...new Set(calls)])),
    ).toEqual(['reads', 'writes']);
  };

  it('a report, of which the list of things to do reads the new funds afterwards', async () => {
    workbench = await openWorkbench();
    await workbench.screen('Funds');
    await chooseReport(workbench);
    const [read, wrote, ...after] = await asked(() => writeReport(workbench));
    readThenWrite([read!, wrote!]);
    // nobody waits for that one, and it is the same after every report
    expect(after).toHaveLength(1);
    expect(after.flat().filter((call) => call.endsWith('='))).toEqual([]);
  });

  it('an activity, its expense and all the tables they need; then a claim on it', async () => {
    workbench = await openWorkbench({ book: 'funds' });
    await workbench.screen('Plan');
    await pane().getByLabel('As of').fill('2025-03-10');
    await button('Add activity').click();
    const box = pane().getByRole('combobox', { name: 'Activity' });
    await box.fill('Digital advertising');
    await box.press('Tab');
    await pane()
      .getByLabel(/^Start date/)
      .fill('2025-02-03');
    await button('Add an expense').click();
    await pane().getByRole('combobox', { name: 'Expense 1' }).fill('Yacht');
    await pane().getByLabel('Cost, USD').fill('2000');
    readThenWrite(
      await asked(async () => {
        await button(/^Save/).first().click();
        await pane()
          .getByText(/Saved "/)
          .waitFor();
      }),
    );

    await workbench.screen('Claims');
    await pane()
      .getByRole('button', { name: /New claim/ })
      .first()
      .click();
    readThenWrite(
      await asked(async () => {
        await button('Start a claim for Digital advertising').click();
        await pane().getByRole('region', { name: /^INV/ }).waitFor();
      }),
    );
  });

  it('the days to plan with, in a workbook that has funds and no plan', async () => {
    workbench = await openWorkbench({ book: 'funds' });
    await workbench.screen('Plan');
    await button('Settings').click();
    await pane().getByLabel('Days for review').fill('20');
    readThenWrite(
      await asked(async () => {
        await button('Save').click();
        await pane().getByText(/Saved/).first().waitFor();
      }),
    );
  });

  it('a mix', async () => {
    workbench = await openWorkbench({ book: 'funds' });
    await writePlan(workbench, [
      {
        ID: 'A-AAAAAA',
        Status: 'planned',
        'Partner ID': '1234567',
        Program: 'Microsoft Commerce Incentives',
        'Fiscal half': 'FY25 H1',
        Start: '2025-05-05',
        Activity: 'Telemarketing',
        Budget: 4000,
      },
    ]);
    expect(await workbench.text(planCell(1, 'Activity'))).toEqual([['Telemarketing']]);
    await workbench.screen('Plan');
    await pane().getByRole('tab', { name: 'Balance' }).click();
    await pane().getByLabel('As of').fill('2025-05-01');
    await pane().getByText('Target mix by category').click();
    await pane().getByLabel('Demand Generation').fill('100');
    readThenWrite(
      await asked(async () => {
        await button('Save target mix by category').click();
        await pane()
          .getByText(/the target is 100%/)
          .waitFor();
      }),
    );
  });
});
