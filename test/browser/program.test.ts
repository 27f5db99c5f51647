import { afterEach, describe, expect, it } from 'vitest';
import { faultsInEveryLook } from '../support/looks';
import { planInPane } from '../support/plan-in-pane';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

/** The program's side: eligibility, readiness, associations, and partner-led funding. */
describe('the screen Program', () => {
  let workbench: Workbench;
  afterEach(() => closeSound(workbench));
  const { pane, button, main, lookFrom } = planInPane(() => workbench);
  const part = (name: string) => pane().getByRole('tab', { name, exact: true }).click();
  const begin = async (): Promise<void> => {
    workbench = await openWorkbench({ book: 'funds' });
    await workbench.screen('Program');
    await lookFrom('2026-12-01');
  };

  it('says who may earn from pasted months, what is missing, and when it is at risk; Undo takes the months back', async () => {
    await begin();
    await pane().getByText('Add months from a file or from pasted cells').click();
    const months = ['2025-12', ...Array.from({ length: 12 }, (_, n) => `2026-${String(n + 1).padStart(2, '0')}`)];
    const lines = months.map((month, n) => `${month},Modern Work,${n < 10 ? 15 : 5},10,5,"$3,000.00"`);
    const box = pane().getByLabel('Months as text, starting with the header');
    await box.fill(['Month,Solution area,Performance,Skilling,CSP revenue', ...lines].join('\n'));
    await pane().getByText('The text has no column "Customer success".').waitFor();
    await box.fill(['Month,Solution area,Performance,Skilling,Customer success,CSP revenue', ...lines].join('\n'));
    await button('Add 13 months').click();
    await pane().getByText('Added 13 months and updated 0 months.').waitFor();
    await expect.poll(main).toContain('Eligible on these inputs');
    expect(await main()).toContain('At risk in March 2027, when old months no longer count.');
    expect(await faultsInEveryLook(workbench, 'program-eligibility', [600, 350, 320])).toEqual([]);
    expect((await workbench.text("'Co-op eligibility'!A4:I5"))[1]).toEqual([
      '1234567',
      'indirect reseller',
      'Modern Work',
      'Dec 2025',
      'no',
      '15',
      '10',
      '5',
      '3,000.00',
    ]);
    await workbench.set("'Co-op eligibility'!I5", 'many');
    await expect.poll(main).toContain('Row 1 of CoopEligibility: CSP revenue: "many" can\'t be read');
    await workbench.set("'Co-op eligibility'!I5", 3000);
    await button('Undo').click();
    await pane().getByText('Undone: added 13 months and updated 0 months.').waitFor();
    expect(await main()).not.toContain('Eligible on these inputs');
  });

  it('keeps what a Partner ID needs, and puts what is due on Today', async () => {
    await begin();
    await part('Readiness');
    await pane()
      .getByRole('button', { name: /^Start the list for/ })
      .click();
    await pane()
      .getByText(/Added the items of/)
      .waitFor();
    await expect.poll(main).toContain('Its check is due.');
    expect(await faultsInEveryLook(workbench, 'program-readiness', [600, 350, 320])).toEqual([]);
    await workbench.screen('Today');
    await expect.poll(main).toContain('Check "Co-op bank and tax profile" of Partner ID 1234567');
    expect(await main()).toContain('of claims wait for payment behind it.');
    await pane().getByRole('button', { name: 'Open in Program: Check "Co-op bank and tax profile" of Partner ID 1234567' }).click();
    await expect.poll(main).toContain('Its check is due.');
  });

  it('keeps associations and funding with their clocks and history, asks before a final status, and leaves co-op alone', async () => {
    await begin();
    await workbench.screen('Funds');
    const before = await main();
    await workbench.screen('Program');
    await part('CPOR');
    await button('Add an association').click();
    const box = (name: string) => pane().getByLabel(name, { exact: true });
    await box('Claim name').fill('Contoso M365');
    await box('Customer ID type').selectOption('domain');
    await box('Customer ID').fill('contoso');
    await box('Recognition only').selectOption('yes');
    await button('Save').click();
    await pane().getByText('Saved the association "Contoso M365".').waitFor();
    await expect.poll(main).toContain('"contoso" isn\'t a domain');
    expect(await main()).toContain('Recognition only gives the incentive up: this association pays nothing.');
    await button('Edit Contoso M365').click();
    await box('Status').selectOption('Partner action required');
    expect(await faultsInEveryLook(workbench, 'program-cpor-form', [600, 350, 320])).toEqual([]);
    await button('Save').click();
    await expect.poll(main).toContain('Without a response by Dec 15, 2026, 14 days after it was asked, Microsoft rejects the claim.');
    await workbench.screen('Today');
    await expect.poll(main).toContain('Answer Microsoft about "Contoso M365"');
    await workbench.screen('Program');
    await button('Edit Contoso M365').click();
    await box('Status').selectOption('Approved');
    await button('Save').click();
    await pane().getByText('"Approved" is final in Partner Center. Are you sure?').waitFor();
    await button('Save as final').click();
    await pane().getByText('History').first().click();
    await pane().getByText('Partner action required → Approved').waitFor();

    await part('Funding');
    await button('Add a funding claim').click();
    await box('Engagement').fill('AMM PL: Factory VDI Migration');
    await box('Requested').fill('20000');
    await button('Save').click();
    await expect.poll(main).toContain('Not approved until the final proof is accepted.');
    expect(await main()).toContain('AMM needs an estimate of the Azure pricing calculator.');
    expect(await faultsInEveryLook(workbench, 'program-funding', [600, 350, 320])).toEqual([]);
    await workbench.screen('Funds');
    await expect.poll(main).toBe(before);
  });
});
