import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsInEveryLook } from '../support/looks';
import { planInPane } from '../support/plan-in-pane';
import { planCell } from '../support/tables-in-sheet';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

/** What an activity costs, who pays what of it, and what it is called, from the plan to the claim. */
describe('cost and co-op share', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench({ height: 1500, book: 'an activity above its cap' });
    await openPlan('2025-03-10');
  });
  afterAll(() => closeSound(workbench));

  const { pane, button, field, main, card, openPlan, choose, days, save } = planInPane(() => workbench);
  const flat = async (): Promise<string> => (await main()).replace(/\s+/g, ' ');

  it('a typed request takes a co-op share next to its cost', async () => {
    await button(/^Allocate FY25 H1 · 1000001/).click();
    await button('Add a request').click();
    const wish = pane().getByRole('group', { name: 'Request 1' });
    await choose('Telemarketing', wish.getByRole('combobox', { name: 'Activity' }));
    await field('Cost, USD', wish).fill('9000');
    await days('2025-05-01', '2025-05-31', wish);
    await expect.poll(flat).toContain('Requested $9,000.00 Allocated $9,000.00 Your share $0.00');
    await field('Co-op share, USD', wish).fill('9000.01');
    await expect.poll(flat).toContain('The co-op share is more than the cost.');
    await field('Co-op share, USD', wish).fill('6650.40');
    await expect.poll(flat).toContain('Requested $6,650.40 Allocated $6,650.40 Your share $2,349.60');
    expect(await faultsInEveryLook(workbench, 'plan-request-share', [320, 600])).toEqual([]);
    await button('Apply').click();
    await pane().getByText('Allocated $6,650.40 to 1 activity.').waitFor();
    expect((await workbench.text("'Co-op plan'!A8:AH8"))[0]!.filter((cell) => /^[69],/.test(cell))).toEqual(
      expect.arrayContaining(['9,000.00', '6,650.40']),
    );
  });

  it('the balance names each activity, two alike by their days, and calls its amounts as Funds does', async () => {
    await pane().getByRole('tab', { name: 'Balance' }).click();
    const shares = async () =>
      (await pane().getByRole('table', { name: 'By activity' }).locator('tbody tr').allInnerTexts()).map((text) =>
        text.replace(/\s+/g, ' '),
      );
    await expect
      .poll(shares)
      .toEqual([
        expect.stringMatching(/^Telemarketing ?\$6,650\.40/),
        expect.stringMatching(/^Customer offers ?\$5,000\.00/),
        expect.stringMatching(/^Print advertising, May 12, 2025 ?\$800\.00/),
        expect.stringMatching(/^Print advertising, May 5, 2025 ?\$700\.00/),
      ]);
    await expect.poll(flat).toContain('Above threshold $20,000.00');
    await workbench.screen('Funds');
    await expect.poll(flat).toContain('Above threshold $20,000.00');
  });

  it('is compared with a target mix by solution area, which is kept in the workbook', async () => {
    await workbench.set(planCell(1, 'Solution area'), 'Azure');
    await workbench.set(planCell(4, 'Solution area'), 'security');
    await workbench.screen('Plan');
    await pane().getByText('Target mix by solution area').click();
    const mix = async (): Promise<string> =>
      (await pane().locator('details').filter({ hasText: 'Target mix by solution area' }).innerText()).replace(/\s+/g, ' ');
    // of $13,150.40: $5,000.00 for Azure, $6,650.40 for Security, and two print ads
    await expect
      .poll(mix)
      .toMatch(
        /security % 50\.6% now\. Azure % 38% now\. Not attributable: 11\.4% now, \$1,500\.00, of activities without a solution area\./,
      );
    await pane().getByLabel('Another solution area').fill('Modern Work');
    await button('Add').click();
    await pane().getByLabel('Azure', { exact: true }).fill('50');
    await pane().getByLabel('Modern Work', { exact: true }).fill('49');
    await expect.poll(mix).toContain('The shares add up to 99%, 1% too little.');
    await pane().getByLabel('Modern Work', { exact: true }).fill('50');
    await button('Save target mix by solution area').click();
    await expect
      .poll(mix)
      .toMatch(
        /Azure is 38% of the plan; the target is 50%: \$1,575\.20 less\..*Modern Work is 0% of the plan; the target is 50%: \$6,575\.20 less\./,
      );
    expect((await workbench.text("'Co-op settings'!A5:B14")).filter(([name]) => name!.includes('mix:'))).toEqual([
      ['Solution area mix: Azure', expect.stringMatching(/^(50%|0\.5)$/)],
      ['Solution area mix: Modern Work', expect.stringMatching(/^(50%|0\.5)$/)],
    ]);
    expect(await faultsInEveryLook(workbench, 'balance-area-mix')).toEqual([]);
    await button('Remove target mix by solution area').click();
    await expect.poll(mix).not.toContain('the target is');
    expect((await workbench.text("'Co-op settings'!A5:B14")).filter(([name]) => name!.includes('mix:'))).toEqual([
      ['Solution area mix: Azure', ''],
      ['Solution area mix: Modern Work', ''],
    ]);
  });

  it('the history of an activity says when its status changed, who recorded it, and what it costs', async () => {
    await workbench.screen('Plan');
    await pane().getByRole('tab', { name: 'Activities' }).click();
    await button('Settings').click();
    await field('Your name (optional)').fill('Ana Díaz');
    await button('Save').click();
    await pane().getByText('Saved the settings.').waitFor();
    const open = () => card('Telemarketing').getByRole('button', { name: 'Telemarketing', exact: true }).click();
    for (const [status, cost] of [
      ['committed', ''],
      ['done', '8000'],
    ] as const) {
      await open();
      await pane().getByLabel('Status', { exact: true }).selectOption(status);
      if (cost) await field('Spent, USD').fill(cost);
      await save();
    }
    await open();
    const history = async (): Promise<string> => (await pane().getByRole('list', { name: 'History' }).innerText()).replace(/\s+/g, ' ');
    // co-op pays 6,650.40 / 9,000.00 of what was spent: 5,911.47
    await expect
      .poll(history)
      .toMatch(
        /^Committed → Done On Mar 10, 2025\. Cost \$8,000\.00, co-op share \$5,911\.47\. Recorded .* UTC by Ana Díaz\. Planned → Committed On Mar 10, 2025\. Cost \$9,000\.00, co-op share \$6,650\.40\. Recorded .* UTC by Ana Díaz\./,
      );
    expect(await faultsInEveryLook(workbench, 'activity-history', [320])).toEqual([]);
    await button('Plan').click();
    // what is undone stays in the history
    await workbench.screen('Claims');
    await workbench.screen('Plan');
    await open();
    await pane().getByLabel('Status', { exact: true }).selectOption('canceled');
    await save();
    await button('Undo').click();
    await pane().getByText('Undone: Saved "Telemarketing".').waitFor();
    await open();
    await expect.poll(history).toMatch(/^Canceled → Done Undone\. Recorded .* by Ana Díaz\. Done → Canceled On Mar 10, 2025\. Recorded/);
    await button('Plan').click();
  });

  it('what came of it: the cost of a lead and the return, in the form and by category', async () => {
    await workbench.screen('Plan');
    await card('Customer offers').getByRole('button', { name: 'Customer offers', exact: true }).click();
    await pane().getByText('Leads, pipeline, and revenue (optional)').click();
    await field('Leads').fill('some');
    await pane().getByText('Enter a whole number, 0 or more.').waitFor();
    await field('Leads').fill('40');
    await field('Pipeline, USD').fill('60000');
    await expect.poll(flat).toContain('Cost per lead $225.00; return –.');
    await field('Revenue, USD').fill('31500');
    await expect.poll(flat).toContain('Cost per lead $225.00; return $3.50 of revenue for each dollar of cost.');
    expect(await faultsInEveryLook(workbench, 'activity-results', [320, 600])).toEqual([]);
    // above its cap it can only be a draft here, so the results are typed into the sheet
    await button('Discard').click();
    for (const [column, result] of [
      ['Leads', 40],
      ['Pipeline', 60000],
      ['Revenue', 31500],
    ] as const)
      await workbench.set(planCell(1, column), result);
    await pane().getByRole('tab', { name: 'Balance' }).click();
    await pane().getByText('Return on spend by category').click();
    const rows = async () =>
      (await pane().getByRole('group', { name: 'Return on spend by category' }).locator('tr').allInnerTexts()).map((text) =>
        text.split('\t'),
      );
    // of Market Development's $17,000.00, only the offers' $9,000.00 have results
    await expect.poll(rows).toEqual([
      ['Category', 'Cost', 'Leads', 'Cost per lead', 'Pipeline', 'Revenue', 'Return'],
      ['Demand Generation', '$1,500.00', '–', '–', '–', '–', '–'],
      ['Market Development', '$17,000.00', '40', '$225.00', '$60,000.00', '$31,500.00', '$3.50'],
      ['Total', '$18,500.00', '40', '$225.00', '$60,000.00', '$31,500.00', '$3.50'],
    ]);
    await pane().getByText('Return is revenue for each dollar').scrollIntoViewIfNeeded();
    expect(await faultsInEveryLook(workbench, 'balance-return')).toEqual([]);
  });

  it('a claim asks for what may be claimed of a higher cost, and says your share', async () => {
    await workbench.screen('Claims');
    await button('New claim').click();
    await expect.poll(flat).toContain('$9,000.00, co-op share $5,000.00;');
    await button('Start a claim for Customer offers').click();
    await expect.poll(() => pane().getByLabel('Claim amount', { exact: true }).inputValue()).toBe('5000.00');
    await pane().getByText('Cost $9,000.00, your share $4,000.00.').waitFor();
    expect(await faultsInEveryLook(workbench, 'claim-above-cap', [320, 600])).toEqual([]);
  });
});

/** Somebody with money and no plan. */
describe('what to claim first', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench({ height: 1200, book: 'one fund' });
    await openPlan('2025-03-10');
  });
  afterAll(() => closeSound(workbench));

  const { pane, button, field, openPlan, days } = planInPane(() => workbench);
  const list = () => pane().getByRole('list', { name: 'What to claim first' });

  it('is offered in an empty plan, and begins the activity', async () => {
    await pane().getByRole('heading', { name: 'Nothing planned yet' }).waitFor();
    expect((await list().getByRole('listitem').allInnerTexts()).map((text) => text.split('\n')[0])).toEqual([
      'Microsoft AI Cloud Partner Program participation fee',
      'Microsoft exams and tuition',
      'Customer seminars and bootcamps',
      'Tradeshows and expositions',
      'Digital advertising',
    ]);
    expect(await faultsInEveryLook(workbench, 'plan-claim-first')).toEqual([]);
    await button('Plan Microsoft AI Cloud Partner Program participation fee').click();
    await expect
      .poll(() => pane().getByRole('combobox', { name: 'Activity' }).inputValue())
      .toBe('Microsoft AI Cloud Partner Program participation fee');
    // what was begun waits where people look elsewhere
    await button('Plan').click();
    await pane().getByText('"Microsoft AI Cloud Partner Program participation fee" isn\'t saved yet.').waitFor();
    await button('Continue').click();
    await days('2025-04-01');
    await field('Cost, USD').fill('4730');
    await pane().getByText('No issues found.').waitFor();
    await button('Save').click();
    await pane().getByText('Saved "Microsoft AI Cloud Partner Program participation fee".').waitFor();
  });

  it('is folded later, without what the plan has', async () => {
    await expect.poll(() => list().isVisible()).toBe(false);
    await pane().getByText('What to claim first', { exact: true }).click();
    await expect.poll(() => list().getByRole('listitem').count()).toBe(4);
    expect(await list().innerText()).not.toContain('participation fee');
  });
});
