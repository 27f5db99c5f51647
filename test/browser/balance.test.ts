import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsInEveryLook } from '../support/looks';
import { planCell, writePlan } from '../support/tables-in-sheet';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

/** Partner 1234567 has 10,020 dollars of FY25 H1 in the sample: used from January to June 2025, claimed by 2025-08-15. */
const OF_FUND = { 'Partner ID': '1234567', Program: 'Microsoft Commerce Incentives', 'Fiscal half': 'FY25 H1', Start: '2025-05-05' };

/** Where the money of a fund is, on the built add-in. */
describe('Balance', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench({ book: 'funds' });
    await writePlan(workbench, [
      { ...OF_FUND, ID: 'A-AAAAAA', Status: 'planned', Activity: 'Customer seminars and bootcamps', Budget: 4000 },
      { ...OF_FUND, ID: 'A-BBBBBB', Status: 'committed', Activity: 'Telemarketing', Budget: 1500, Actual: 1200 },
      { ...OF_FUND, ID: 'A-CCCCCC', Status: 'done', Activity: 'Digital advertising', Budget: 2500, Actual: 2600.5 },
      { ...OF_FUND, ID: 'A-DDDDDD', Status: 'draft', Activity: 'Print advertising', Budget: 900 },
    ]);
    await workbench.screen('Plan');
    await pane().getByRole('tab', { name: 'Balance' }).click();
    await pane().getByLabel('As of').fill('2025-05-01');
  });
  afterAll(() => closeSound(workbench));

  const pane = () => workbench.pane;
  const card = () => pane().getByRole('article', { name: 'FY25 H1 · 1234567' });
  const amounts = async () =>
    Object.fromEntries(
      (await card().locator('dl > div').allInnerTexts()).map((text) =>
        text
          .split('\n')
          .map((part) => part.trim())
          .filter(Boolean)
          .slice(0, 2),
      ),
    );
  const radar = async () =>
    (await pane().getByRole('region', { name: 'What lapses if nothing changes' }).locator('ol > li').allInnerTexts()).map((text) =>
      text.replace(/\s+/g, ' '),
    );

  it('shows every amount of a fund, with its definition a click away', async () => {
    await expect.poll(amounts).toEqual({
      'Above threshold': '$10,020.00',
      Planned: '$4,000.00',
      Committed: '$1,500.00',
      Spent: '$2,600.50',
      Claimed: '$0.00',
      Approved: '$0.00',
      Paid: '$0.00',
      Free: '$1,919.50',
      'At risk': '$10,020.00',
    });
    await card().getByRole('button', { name: 'Committed' }).click();
    await expect.poll(() => card().innerText()).toContain('Activities ordered but not done');
    expect(await card().getByRole('list', { name: 'Included in committed' }).getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/Telemarketing\s+\$1,500\.00/),
    ]);
    await card().getByRole('button', { name: 'Committed' }).click();
    await expect.poll(() => card().innerText()).not.toContain('Activities ordered but not done');
    expect(await card().getByRole('img').getAttribute('aria-label')).toBe(
      'spent $2,600.50, committed $1,500.00, planned $4,000.00, free $1,919.50',
    );
  });

  it('opens what was earned for the fund, and an activity an amount is made of', async () => {
    await card().getByRole('button', { name: 'Above threshold' }).click();
    await card().getByRole('button', { name: 'See earnings in Funds' }).click();
    await pane()
      .getByRole('region', { name: 'Earned July – December 2024 (FY25 H1)' })
      .getByRole('heading', { name: '1234567' })
      .and(pane().locator(':focus'))
      .waitFor();
    await workbench.screen('Plan');
    await pane().getByRole('tab', { name: 'Balance', selected: true }).waitFor();
    await card().getByRole('button', { name: 'Spent' }).click();
    await card().getByRole('list', { name: 'Included in spent' }).getByRole('button', { name: 'Digital advertising' }).click();
    await expect.poll(() => pane().getByRole('combobox', { name: 'Activity' }).inputValue()).toBe('Digital advertising');
    await pane().getByRole('tab', { name: 'Balance' }).click();
  });

  it('says what lapses when, the soonest first, and opens what it is for', async () => {
    const [first, second, third] = await radar();
    expect(first).toMatch(/^Jun 30, 2025, in 60 days \$1,919\.50 No activity is planned for this amount/);
    expect(second).toMatch(
      /^Aug 15, 2025, in 106 days \$5,500\.00 .*Customer seminars and bootcamps ?\$4,000\.00 ?Telemarketing ?\$1,500\.00/,
    );
    expect(third).toMatch(/^Aug 15, 2025, in 106 days \$2,600\.50 .*done and not claimed/);
    await pane().getByRole('button', { name: 'Telemarketing' }).click();
    await expect.poll(() => pane().getByRole('combobox', { name: 'Activity' }).inputValue()).toBe('Telemarketing');
    await pane().getByRole('tab', { name: 'Balance' }).click();
  });

  it('follows the date: what was free in June is lost after the claim deadline', async () => {
    await pane().getByLabel('As of').fill('2025-07-01');
    await expect.poll(async () => (await radar())[0]).toMatch(/^Aug 15, 2025, in 45 days/);
    await pane().getByLabel('As of').fill('2025-08-16');
    await expect.poll(async () => (await amounts()).Lapsed).toBe('$10,020.00');
    await pane().getByLabel('As of').fill('2025-05-01');
    await expect.poll(async () => (await amounts()).Free).toBe('$1,919.50');
  });

  it('sets the actual cost against the budget', async () => {
    await card().getByText('Budget vs. actual').click();
    const rows = async () => (await card().getByRole('row').allInnerTexts()).map((text) => text.split('\t'));
    await expect.poll(rows).toEqual([
      ['Activity', 'Budget', 'Actual', 'Difference'],
      ['Customer seminars and bootcamps', '$4,000.00', '–', ''],
      ['Telemarketing', '$1,500.00', '$1,200.00 so far', ''],
      ['Digital advertising', '$2,500.00', '$2,600.50', '$100.50'],
    ]);
    expect(await card().innerText()).toContain('1 of 3 activities: $2,600.50 actual vs. $2,500.00 budget, $100.50 over.');
  });

  it('says what the money goes to, and checks it against a mix that is kept in the workbook', async () => {
    const shares = (name: string) => pane().getByRole('table', { name }).getByRole('row').allInnerTexts();
    expect((await shares('By category')).map((text) => text.replace(/\s+/g, ' '))).toContain('Demand Generation $2,600.50 32.1%');
    expect((await shares('By activity')).map((text) => text.replace(/\s+/g, ' ').trim())).toContain('Telemarketing $1,500.00 18.5%');
    await pane().getByText('Target mix by category').click();
    await pane().getByLabel('Demand Generation').fill('50');
    await pane()
      .getByText(/The shares add up to 50%/)
      .waitFor();
    // what is typed waits while people look elsewhere
    await workbench.screen('Funds');
    await workbench.screen('Plan');
    await expect.poll(() => pane().getByLabel('Demand Generation').inputValue()).toBe('50');
    await pane().getByLabel('Market Development').fill('half');
    await pane().getByText('Enter a percentage from 0 to 100.').waitFor();
    await pane().getByLabel('Market Development').fill('50');
    await pane().getByRole('button', { name: 'Save target mix' }).click();
    await pane()
      .getByText(/Demand Generation is 32\.1% of the plan; the target is 50%/)
      .waitFor();
    expect((await workbench.text("'Co-op settings'!A5:B12")).filter(([name]) => name!.startsWith('Mix:'))).toEqual([
      ['Mix: Demand Generation', expect.stringMatching(/^(50%|0\.5)$/)],
      ['Mix: Market Development', expect.stringMatching(/^(50%|0\.5)$/)],
    ]);
    await pane().getByLabel('Demand Generation').fill('40');
    await pane().getByLabel('Market Development').fill('60');
    const { roundTrips } = await workbench.roundTrips(async () => {
      await pane().getByRole('button', { name: 'Save target mix' }).click();
      await pane()
        .getByText(/the target is 40%/)
        .waitFor();
    });
    expect(roundTrips).toBeLessThanOrEqual(2);
    await pane().getByRole('button', { name: 'Remove target mix' }).click();
    await pane().getByText('32.1% now.', { exact: true }).waitFor();
    const kept = async () => (await workbench.text("'Co-op settings'!A5:B12")).filter(([name]) => name!.startsWith('Mix:'));
    expect((await kept()).map(([, share]) => share)).toEqual(['', '']);
    // each step is named, and taken back alone
    const result = () => pane().getByRole('status').filter({ hasText: 'target mix' });
    await result().getByText('Removed the target mix by category.').waitFor();
    await result().getByRole('button', { name: 'Undo' }).click();
    await result().getByText('Undone: removed the target mix by category.').waitFor();
    await expect.poll(() => pane().getByLabel('Demand Generation').inputValue()).toBe('40');
    expect((await kept()).map(([, share]) => share)).toEqual([
      expect.stringMatching(/^(40%|0\.4)$/),
      expect.stringMatching(/^(60%|0\.6)$/),
    ]);
    await pane().getByRole('button', { name: 'Remove target mix' }).click();
    await pane().getByText('32.1% now.', { exact: true }).waitFor();
  });

  it('counts an activity in another currency at its own rate, and says where there is none', async () => {
    await workbench.set(planCell(1, 'Currency'), 'EUR');
    await pane()
      .getByText(/"Customer seminars and bootcamps" is in EUR and has no rate to USD/)
      .waitFor();
    await workbench.set(planCell(1, 'Rate to USD'), 1.1);
    await expect.poll(async () => (await amounts()).Planned).toBe('$4,400.00');
    await workbench.screenshot('balance');
  });

  it('says by how much a fund is overspent', async () => {
    await workbench.set(planCell(1, 'Budget'), 10000);
    await card().getByText('$5,080.50 more than this fund can pay.').waitFor();
  });
});

/** Partner 1000001 has two print ads with one name, on May 5 for $700.00 and on May 12 for $800.00. */
describe('two alike activities in Balance', () => {
  let workbench: Workbench;
  afterAll(() => closeSound(workbench));

  it('are told apart by their first day, wherever they are listed', async () => {
    workbench = await openWorkbench({ book: 'an activity above its cap', height: 2400 });
    const { pane } = workbench;
    await workbench.screen('Plan');
    await pane.getByRole('tab', { name: 'Balance' }).click();
    await pane.getByLabel('As of').fill('2025-03-10');
    const named = ['Print advertising, May 5, 2025', 'Print advertising, May 12, 2025'];
    const radar = pane.getByRole('region', { name: 'What lapses if nothing changes' });
    const card = pane.getByRole('article', { name: 'FY25 H1 · 1000001' });
    await card.getByRole('button', { name: 'Planned' }).click();
    await card.getByText('Budget vs. actual').click();
    for (const name of named) {
      await radar.getByRole('button', { name }).waitFor();
      await card.getByRole('list', { name: 'Included in planned' }).getByRole('button', { name }).waitFor();
      await card.getByRole('rowheader', { name }).waitFor();
    }
    // one that is alone needs no day
    await card.getByRole('rowheader', { name: 'Customer offers', exact: true }).waitFor();
    expect(await faultsInEveryLook(workbench, 'balance-alike', [350, 320])).toEqual([]);
  });
});
