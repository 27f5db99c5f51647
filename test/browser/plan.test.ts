import { afterEach, describe, expect, it } from 'vitest';
import { PLAN } from '../../src/storage/planning/plan-table';
import type { BookName } from '../support/books';
import { planInPane } from '../support/plan-in-pane';
import { waitedFor } from '../support/waited-for';
import { planCell, shownRows, writePlan } from '../support/tables-in-sheet';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

/** A partner plans what co-op is spent on, on the built add-in. */
describe('planning activities', () => {
  let workbench: Workbench;
  const open = async (book?: BookName): Promise<void> => {
    workbench = await openWorkbench(book && { book });
  };
  afterEach(() => closeSound(workbench));

  const { pane, button, field, main, group, card, openPlan, pick, choose, chooseFund, days, save, add } = planInPane(() => workbench);
  /** The first rows of the plan in the sheet, with these columns. */
  const plan = (...columns: string[]) => shownRows(workbench, PLAN.design, 4, ...columns);

  it('a half from the sample report, until nothing lapses', async () => {
    await open('funds');
    await workbench.still();
    const { roundTrips: toOpen } = await workbench.roundTrips(() => workbench.screen('Plan'));
    expect(toOpen).toBeLessThanOrEqual(2);
    await pane().getByLabel('As of').fill('2025-03-10');
    await pane().getByRole('heading', { name: 'Nothing planned yet' }).waitFor();
    expect(await group('FY25 H1 · 1234567').innerText()).toMatch(
      /\$10,020\.00 left[\s\S]*Activities through Jun 30, 2025 \(112 days left\), when what is left lapses\. Claims through Aug 15, 2025\./,
    );

    await button('Add activity').click();
    await choose('Customer seminars and bootcamps');
    await days('2025-04-10', '2025-04-11');
    await button('Add an expense').click();
    await pick(pane().getByRole('combobox', { name: 'Expense 1' }), 'Cater', 'Catering (excluding alcohol)');
    await field('Cost, USD').fill('2,000');
    await button('Add an expense').click();
    await pane().getByRole('combobox', { name: 'Expense 2' }).fill('Yacht');
    await field('Cost, USD', pane().getByRole('group', { name: 'Expense 2' })).fill('1500');
    await expect.poll(main).toContain('"Yacht" isn\'t an eligible expense');
    await pane().getByText('Total cost $3,500.00').waitFor();
    await pane().getByRole('checkbox', { name: 'Core requirements are met' }).check();
    await workbench.screenshot('plan-editor');
    // also the first save, which makes the tables
    const { requests: first } = await workbench.roundTrips(() => save());
    expect(waitedFor(first)).toHaveLength(2);
    await expect.poll(() => group('FY25 H1 · 1234567').innerText()).toContain('$6,520.00 left');

    await button(/^Allocate FY25 H1 · 1234567/).click();
    for (const [number, activity, cost, priority] of [
      [1, 'Customer offers', '5000', '2'],
      [2, 'Digital advertising', '5000', '1'],
    ] as const) {
      await button('Add a request').click();
      const wish = pane().getByRole('group', { name: `Request ${number}` });
      await pick(wish.getByRole('combobox', { name: 'Activity' }), activity.slice(0, 10), activity);
      await field('Cost, USD', wish).fill(cost);
      await field('Priority', wish).fill(priority);
      await field('Start date', wish).fill('2025-05-01');
      await field('End date', wish).fill('2025-05-31');
    }
    await pane().getByText('$6,520.00 allocated').waitFor();
    expect(await main()).toMatch(
      /Requested\s+\$5,000\.00\s+Allocated\s+\$1,520\.00\s+Your share\s+\$3,480\.00[\s\S]*Allocated\s+\$5,000\.00\s+Your share\s+\$0\.00/,
    );
    await workbench.screenshot('plan-suggest');
    const { roundTrips: toApply } = await workbench.roundTrips(() => button('Apply').click());
    expect(toApply).toBeLessThanOrEqual(2);
    await pane().getByText('Allocated $6,520.00 to 2 activities.').waitFor();
    await expect.poll(() => group('FY25 H1 · 1234567').innerText()).toContain('$0.00 left');
    await workbench.screenshot('plan-list');
    expect(await plan('Status', 'Activity', 'Category', 'Budget USD', 'Co-op share')).toEqual([
      ['planned', 'Customer seminars and bootcamps', 'Market Development', '3,500.00', ''],
      ['planned', 'Customer offers', 'Market Development', '5,000.00', '1,520.00'],
      ['planned', 'Digital advertising', 'Demand Generation', '5,000.00', ''],
      ['', '', '', '', ''],
    ]);

    await button('Undo').click();
    await expect.poll(() => group('FY25 H1 · 1234567').innerText()).toContain('$6,520.00 left');
  });

  it('the sheet is edited, and the pane follows; a broken cell is told on its row', async () => {
    await open('one activity');
    await openPlan('2025-03-10');
    const cell = (column: string): string => planCell(1, column);
    await workbench.set(cell('Budget'), 4500);
    await workbench.set(cell('Owner'), 'Ana');
    await expect.poll(() => card('Digital advertising').innerText()).toMatch(/\$4,500\.00[\s\S]*Ana/);
    await expect.poll(() => group('FY25 H1 · 1234567').innerText()).toContain('$5,520.00 left');

    await card('Digital advertising').getByRole('button', { name: 'Digital advertising', exact: true }).click();
    await field('Description').fill('Spring ads');
    await workbench.set(cell('Owner'), 'Bo');
    await expect.poll(() => field('Owner').inputValue()).toBe('Bo');
    await field('Owner').fill('Cleo');
    await workbench.set(cell('Owner'), 'Dora');
    await pane().getByText('The owner also changed in the sheet, to "Dora".').waitFor();
    await button('Use sheet value: The owner').click();
    expect([await field('Owner').inputValue(), await field('Description').inputValue()]).toEqual(['Dora', 'Spring ads']);
    await save();
    expect(await workbench.text(cell('Description'))).toEqual([['Spring ads']]);

    await workbench.set(cell('Start'), 'soon');
    await expect.poll(() => card('Digital advertising').innerText()).toMatch(/Start: .*soon/);
    expect(await workbench.text(cell('Check'))).not.toEqual([['#NAME?']]);
    await workbench.set(cell('Activity'), 'Skywriting');
    await expect.poll(() => card('Skywriting').innerText()).toContain('Blocked:');
  });

  it('T14: an activity within its usage period, with its soft and its hard date', async () => {
    await open('funds of FY24');
    await openPlan('2024-01-20');
    await button('Add activity').click();
    await choose('Digital advertising');
    await days('2024-01-01', '2024-01-31');
    await field('Cost, USD').fill('1000');
    await expect.poll(main).toContain('Guides advise claiming within 45 days of the end: by Mar 16, 2024');
    expect(await main()).toContain('Claim it by Aug 15, 2024');
    expect(await main()).toContain('Microsoft opens claims for this usage period on Feb 16, 2024');
    expect(await main()).not.toContain('Blocked:');
    await save();
    expect(await card('Digital advertising').innerText()).toMatch(/Last safe day Jun 30, 2024\s*Claim by Aug 15, 2024/);
  });

  it('T15: one that spans two usage periods is split into two', async () => {
    await open('funds of FY24');
    await openPlan('2024-05-20');
    await button('Add activity').click();
    await choose('Digital advertising');
    await days('2024-06-25', '2024-07-05');
    await field('Cost, USD').fill('1100');
    await pane()
      .getByText(/spans two usage periods: Jun 25, 2024 uses co-op earned in FY24 H1, and Jul 5, 2024 uses co-op earned in FY24 H2/)
      .waitFor();
    await button('Split into two').click();
    await pane().getByText('Split "Digital advertising" into two activities').waitFor();
    expect((await plan('Status', 'Fiscal half', 'Start', 'End', 'Budget')).slice(0, 2)).toEqual([
      ['planned', 'FY24 H1', '2024-06-25', '2024-06-30', '600.00'],
      [expect.any(String), 'FY24 H2', '2024-07-01', '2024-07-05', '500.00'],
    ]);
  });

  it('T16: one charged to the wrong half is only a draft, and says where it belongs', async () => {
    await open('funds of FY24');
    await openPlan('2024-05-20');
    await button('Add activity').click();
    await choose('Digital advertising');
    await days('2024-07-10', '2024-07-12');
    await field('Cost, USD').fill('1000');
    await pane()
      .getByText(/Co-op earned in FY24 H1 is used from Jan 1, 2024 to Jun 30, 2024\. This activity uses co-op earned in FY24 H2/)
      .waitFor();
    await pane().getByText("1 issue blocks this activity, so it's saved as a draft.").waitFor();
    await pane().getByText('Rule and source').first().click();
    await pane().getByRole('article').filter({ hasText: 'Source:' }).first().waitFor();
    await save('Save as draft');
    expect(await main()).toContain('Saved "Digital advertising" as a draft.');
    expect((await plan('Status'))[0]).toEqual(['draft']);
    expect(await group('FY24 H1 · 1234567').innerText()).toContain('$10,020.00 left');
  });

  it('T40 and T41: caps bind, and say which', async () => {
    await open('four funds');
    await openPlan('2025-03-10');
    await button('Add activity').click();
    await days('2025-04-01', '2025-04-30');
    for (const [partnerId, activity, cost, said] of [
      ['1000020', 'Product seeding and demo units', '3000.01', '$3,000.01 is $0.01 more than co-op can pay for'],
      ['1000050', 'Product seeding and demo units', '5000.01', '$5,000.01 is $0.01 more than co-op can pay for'],
      [
        '1000032',
        'Customer offers',
        '8100.01',
        '$8,100.01 is $0.01 more than co-op can pay for "Customer offers" in a usage period: $8,100.00, 25% of the co-op earned',
      ],
      ['1000033', 'Customer offers', '32400.01', 'all co-op earned'],
    ] as const) {
      await chooseFund(partnerId);
      await choose(activity);
      await field('Cost, USD').fill(cost);
      await expect.poll(main).toContain(said);
      await field('Cost, USD').fill(String(Number(cost) - 0.01));
      await expect.poll(main).not.toContain('Blocked:');
    }
    await button('Discard').click();
  });

  it('is duplicated, moved, deleted, and all of it taken back', async () => {
    await open('two funds');
    await openPlan('2025-03-10');
    await add('Digital advertising', '2025-04-01', '2025-04-30', '4000');
    const act = async (name: string): Promise<void> => {
      await button('Actions for Digital advertising').first().click();
      await pane().getByRole('menuitem', { name, exact: true }).click();
    };
    await act('Duplicate');
    await pane().getByText('Duplicated "Digital advertising" as a draft.').waitFor();
    await expect.poll(() => card('Digital advertising').count()).toBe(2);
    await button('Undo').first().click();
    await expect.poll(() => card('Digital advertising').count()).toBe(1);

    await act('Move to another fund');
    await button('Move').click();
    await pane().getByText('Moved "Digital advertising" to FY25 H1 · 1000050').waitFor();
    await expect.poll(() => group('FY25 H1 · 1000050').innerText()).toContain('$46,000.00 left');
    expect((await plan('Partner ID'))[0]).toEqual(['1000050']);

    await act('Delete');
    await pane().getByText('Deleted "Digital advertising".').waitFor();
    await expect.poll(() => card('Digital advertising').count()).toBe(0);
    await button('Undo').first().click();
    await expect.poll(() => group('FY25 H1 · 1000050').innerText()).toContain('$46,000.00 left');
    await act('Show in sheet');
    await expect.poll(() => workbench.selection()).toContain('Co-op plan');
  });

  it('loses nothing that is typed when people look elsewhere', async () => {
    await open('funds');
    await openPlan('2025-03-10');
    await button('Add activity').click();
    await choose('Telemarketing');
    await field('Owner').fill('Ana');
    await workbench.screen('Funds');
    await workbench.screen('Plan');
    expect(await field('Owner').inputValue()).toBe('Ana');
    await button('Plan').click();
    await pane().getByText('"Telemarketing" isn\'t saved yet.').waitFor();
    await button('Continue').click();
    expect(await pane().getByRole('combobox', { name: 'Activity' }).inputValue()).toBe('Telemarketing');
  });

  it('works back from the day the money must be there', async () => {
    await open('funds');
    await openPlan('2025-03-10');
    await add('Digital advertising', '2025-05-01', '2025-06-20', '4000');
    await button('Settings').click();
    await field('Payment needed by (optional)').fill('2025-06-30');
    await button('Save').click();
    await pane().getByText('Saved the settings.').waitFor();
    await expect
      .poll(() => card('Digital advertising').innerText())
      .toMatch(/Jun 20, 2025 is after the last safe day, May 2, 2025[\s\S]*Last safe day May 2, 2025/);
    await card('Digital advertising').getByRole('button', { name: 'Digital advertising', exact: true }).click();
    await pane().getByText('Last safe day May 2, 2025').click();
    const chain = pane().getByRole('group', { name: 'The earliest limit, which applies' });
    expect(await chain.locator('time').allInnerTexts()).toEqual(['Jun 30, 2025', 'Jun 15, 2025', 'May 16, 2025', 'May 2, 2025']);
    await workbench.screenshot('plan-last-safe-day');
  });

  it('with a title, and more cost than co-op pays', async () => {
    await open('funds');
    await openPlan('2025-03-10');
    await button('Add activity').click();
    await choose('Digital advertising');
    await field('Title').fill('Spring campaign');
    await days('2025-04-01', '2025-04-30');
    await field('Cost, USD').fill('12000');
    await expect.poll(main).toContain('Blocked: $12,000.00 is $1,980.00 more than the $10,020.00 remaining.');
    await field('Co-op share, USD').fill('12000.01');
    await expect.poll(main).toContain('Blocked: The co-op share, $12,000.01, is more than the cost, $12,000.00.');
    await field('Co-op share, USD').fill('6650.40');
    await pane().getByText('Your share $5,349.60: $12,000.00 less $6,650.40 from co-op.').waitFor();
    await pane().getByText('No issues found.').waitFor();
    await workbench.screenshot('plan-co-op-share');
    await save();
    await pane().getByText('Saved "Spring campaign".').waitFor();
    expect(await card('Spring campaign').innerText()).toMatch(
      /Digital advertising[\s\S]*\$6,650\.40[\s\S]*Cost \$12,000\.00, your share \$5,349\.60/,
    );
    await expect.poll(() => group('FY25 H1 · 1234567').innerText()).toContain('$3,369.60 left');
    expect((await plan('Title', 'Co-op share'))[0]).toEqual(['Spring campaign', '6,650.40']);
    await pane().getByRole('tab', { name: 'Balance' }).click();
    await expect.poll(main).toMatch(/Planned\s+\$6,650\.40[\s\S]*Your share\s+\$5,349\.60/);
    await workbench.screenshot('balance-your-share');
  });

  it('in another currency at the user’s own rate, with what its sheet asks for', async () => {
    await open('a Surface fund');
    await openPlan('2025-03-10');
    await button('Add activity').click();
    await choose('TV/radio');
    await days('2025-04-01', '2025-04-30');
    await expect.poll(main).toContain('Warning: Microsoft must approve it before it starts.');
    await field('Approved by Microsoft on').fill('2025-04-02');
    await expect.poll(main).toContain('Blocked: Approved on Apr 2, 2025, but it starts on Apr 1, 2025');
    await field('Approved by Microsoft on').fill('2025-03-20');
    await field('Microsoft content, %').fill('20');
    await expect.poll(main).toContain('Microsoft (now 20%).');
    await field('Microsoft content, %').fill('30');
    await field('Currency').fill('EUR');
    await field('Cost, EUR').fill('1000');
    await expect.poll(main).toContain('To do: Enter the exchange rate (USD per EUR)');
    await field('Exchange rate (USD per EUR)').fill('1.0837');
    await pane().getByText('Total cost EUR 1,000.00, $1,083.70').waitFor();
    await pane().getByRole('checkbox', { name: 'Core requirements are met' }).check();
    await pane().getByText('No issues found.').waitFor();
    await save();
    expect(await card('TV/radio').innerText()).toMatch(/\$1,083\.70[\s\S]*EUR 1,000\.00/);
  });

  it('a workbook without funds, by keyboard', async () => {
    await open();
    await workbench.screen('Plan');
    await pane().getByRole('heading', { name: 'No funds to plan with yet' }).waitFor();
    await button('Draft an activity').press('Enter');
    await expect
      .poll(() =>
        pane()
          .getByRole('heading', { name: 'New activity' })
          .evaluate((element) => element === element.ownerDocument.activeElement),
      )
      .toBe(true);
    await pane().getByText('Choose the fund that pays for it.').waitFor();
    await pane().getByRole('combobox', { name: 'Activity' }).focus();
    await workbench.page.keyboard.type('webinar');
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('Enter');
    await expect.poll(() => pane().getByRole('combobox', { name: 'Activity' }).inputValue()).toBe('Customer seminars and bootcamps');
    await button('Save as draft').press('Enter');
    await pane().getByText('Saved "Customer seminars and bootcamps" as a draft.').waitFor();
  });
});

/** Two thousand activities, typed by somebody who loves tables. */
describe('a long plan', () => {
  it('opens, is written in and saved a page at a time', async () => {
    const workbench = await openWorkbench({ book: 'a large fund' });
    try {
      const { pane } = workbench;
      const rows = Array.from({ length: 2000 }, (_, n) => ({
        ID: `A-${String(n).padStart(6, '2')}`,
        Status: 'planned',
        'Partner ID': '1000020',
        Program: 'Microsoft Commerce Incentives',
        'Fiscal half': 'FY25 H1',
        Activity: 'Digital advertising',
        Start: '2025-04-01',
        End: '2025-04-30',
        Owner: `Owner ${n}`,
        Budget: 500 + n,
      }));
      await writePlan(workbench, rows);
      const { roundTrips } = await workbench.roundTrips(async () => {
        await workbench.screen('Plan');
        await pane.getByLabel('As of').fill('2025-03-10');
        await pane.getByText('Show 50 more of 2000').waitFor();
      });
      expect(roundTrips).toBeLessThanOrEqual(2);
      // twenty and what goes with them, not two thousand: that is what keeps it quick
      expect(await pane.getByRole('listitem').count()).toBeLessThan(60);
      await pane.getByText('Show 50 more of 2000').click();
      await pane.getByText('Owner 69', { exact: true }).waitFor();
      expect(await pane.getByRole('listitem').count()).toBeLessThan(160);
      await pane.getByRole('button', { name: 'Digital advertising', exact: true }).first().click();
      await pane.getByLabel('Owner', { exact: true }).pressSequentially(' and others');
      const saved = await workbench.roundTrips(async () => {
        await pane.getByRole('button', { name: 'Save', exact: true }).click();
        await pane.getByText('Saved "').waitFor();
      });
      expect(waitedFor(saved.requests)).toHaveLength(2);
    } finally {
      await workbench.close();
    }
  });
});
