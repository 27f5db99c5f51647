import { afterEach, describe, expect, it } from 'vitest';
import type { BookName } from '../support/books';
import { planInPane } from '../support/plan-in-pane';
import { reportOf } from '../support/report-files';
import { bringIn } from '../support/report-in-pane';
import { planCell, writeClaims, writePlan } from '../support/tables-in-sheet';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

const MCI = 'Microsoft Commerce Incentives';

/** What a plan must be able to, sentence by sentence, on the built add-in. FY25 H1 is used from January to June 2025. */
describe('what a plan promises', () => {
  let workbench: Workbench;
  afterEach(() => closeSound(workbench));

  const { pane, button, field, box, main, group, card, openPlan, choose, chooseFund, days, save } = planInPane(() => workbench);
  const says = (text: string | RegExp) => expect.poll(main).toMatch(text);
  const begin = async (book: BookName, asOf: string): Promise<void> => {
    workbench = await openWorkbench({ book });
    await openPlan(asOf);
  };

  it('an activity, from its fund to Save, by the keyboard alone, as office.js moves the focus on the web', async () => {
    await begin('one fund', '2025-03-10');
    const { keyboard } = workbench.page;
    const focus = () =>
      pane()
        .locator(':focus')
        .evaluate((element) => (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent);
    const tabTo = async (name: string): Promise<void> => {
      for (let n = 0; n < 12; n++) {
        await keyboard.press('Tab');
        if ((await focus())?.startsWith(name)) return;
      }
      throw new Error(`Tab does not come to ${name}.`);
    };
    await button('Add activity').focus();
    await keyboard.press('Enter');
    await expect.poll(focus).toBe('New activity');
    await tabTo('Fund');
    await tabTo('Category');
    await keyboard.press('M');
    await expect.poll(() => box('Category').inputValue()).toBe('Market Development');
    await tabTo('Activity');
    await keyboard.type('telem');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect.poll(() => box('Activity').inputValue()).toBe('Telemarketing');
    await tabTo('Start date');
    await keyboard.type('04012025');
    await tabTo('End date');
    await keyboard.type('04302025');
    await tabTo('Last safe day');
    await keyboard.press('Enter');
    await group('Dates').getByText('End it by').waitFor();
    await tabTo('Cost, USD');
    await keyboard.type('1500');
    await tabTo('Core requirements are met');
    await keyboard.press('Space');
    await tabTo('Owner');
    await keyboard.type('Ana');
    await tabTo('Save');
    await keyboard.press('Enter');
    await pane().getByText('Saved "Telemarketing".').waitFor();
    expect(await card('Telemarketing').innerText()).toMatch(/Apr 1, 2025 to Apr 30, 2025[\s\S]*\$1,500\.00[\s\S]*Planned[\s\S]*Ana/);
  });

  it('a category, then an activity of it, from the catalogue of its period', async () => {
    await begin('one fund', '2025-03-10');
    await button('Add activity').click();
    expect(await box('Category').locator('option').allInnerTexts()).toEqual([
      'All categories',
      'Demand Generation',
      'Market Development',
      'Partner Skilling',
    ]);
    await box('Category').selectOption('Partner Skilling');
    await box('Activity').click();
    const listed = () => pane().getByRole('listbox').getByRole('option').allInnerTexts();
    await expect.poll(listed).toHaveLength(6);
    await pane().getByRole('option', { name: 'On-demand training' }).click();
    // what is typed is found in every category
    await choose('Tradeshows and expositions');
    await expect.poll(() => box('Category').inputValue()).toBe('Demand Generation');
    // the guidebook of its own days decides: it was Market Development in 2024
    await days('2024-05-10', '2024-05-11');
    await expect.poll(() => box('Category').inputValue()).toBe('Market Development');
    await box('Category').selectOption('Demand Generation');
    expect(await box('Activity').inputValue()).toBe('');
  });

  it('a deadline on a weekend is told and not moved; attendees are asked for where a cap needs them', async () => {
    await begin('a fund of FY24 H2', '2024-08-01');
    await button('Add activity').click();
    await choose('Customer seminars and bootcamps');
    await days('2024-09-10', '2024-09-12');
    await field('Cost, USD').fill('15000.01');
    await says("Note: Feb 15, 2025 is a Saturday. The deadline doesn't move.");
    expect(await field('Attendees who travel').count()).toBe(0);
    await choose('Microsoft hosted conferences');
    await says('Enter the number of attendees. The cap is checked for 3.');
    await field('Attendees who travel').fill('2');
    await says(
      '$15,000.01 is $5,000.01 more than co-op can pay for travel to one conference: $10,000.00, $5,000.00 for each of 2 attendees, $45,000.00 in all. Only registration can be added.',
    );
    await field('Attendees who travel').fill('5');
    await says('Warning: Co-op pays for 3 attendees per conference, not for 5.');
    await field('Attendees who travel').fill('none');
    await says('Enter a whole number of 1 or more.');
  });

  it('funds that hold nothing, not yet, or follow rules no one knows say so', async () => {
    await begin('funds that hold nothing', '2025-03-10');
    await button('Add activity').click();
    await choose('Digital advertising');
    await field('Cost, USD').fill('100');
    await days('2025-09-01', '2025-09-30');
    await chooseFund('1000002');
    await says(/Warning: \$3,000\.00 of co-op earned so far doesn't reach the threshold of \$10,000\.00\. The half ends on Jun 30, 2025/);
    await days('2025-04-01', '2025-04-30');
    await chooseFund('1000003');
    await says(/Blocked: \$9,999\.99 of co-op earned doesn't reach the threshold of \$10,000\.00\. It's paid as rebate/);
    await chooseFund('1000004');
    await says('Warning: Our sources have no rules for "Galaxy Rewards", so the rules for Microsoft Commerce Incentives are used');
    await pane().getByText('Nothing blocks it. 1 warning.').waitFor();
    // long before the first guidebook
    await days('2019-04-01', '2019-04-30');
    await says('Blocked: Co-op earned in FY25 H1 is used from Jan 1, 2025 to Jun 30, 2025, not on Apr 1, 2019 to Apr 30, 2019.');
    await says('Blocked: We have no guidebook as old as Apr 1, 2019');
    await chooseFund('1000003');
    await save('Save as draft');
    await says(/\$9,999\.99 of co-op earned, below threshold\. It's paid as rebate\./);
  });

  it('a suggestion names the bound of every cut, to the cent', async () => {
    await begin('one fund', '2025-03-10');
    await button(/^Allocate FY25 H1 · 1000001/).click();
    const wishes = [
      ['Digital advertising', '12000', '1', '2025-05-01', '2025-05-31', 'Allocated $12,000.00 Your share $0.00'],
      [
        'Customer offers',
        '9000',
        '2',
        '2025-05-01',
        '2025-05-31',
        'Allocated $5,000.00 Your share $4,000.00 Limited by its cap. Co-op pays at most $5,000.00 for "Customer offers" in a usage period, 25% of the co-op earned.',
      ],
      [
        'Telemarketing',
        '5000.01',
        '3',
        '2025-05-01',
        '2025-05-31',
        'Allocated $3,000.00 Your share $2,000.01 Limited by the fund. The fund has $3,000.00 left.',
      ],
      [
        'Print advertising',
        '100',
        '1',
        '2025-06-20',
        '2025-07-02',
        'Allocated $0.00 Your share $100.00 Limited by the usage period. This fund is used from Jan 1, 2025 to Jun 30, 2025. The activity runs from Jun 20, 2025 to Jul 2, 2025.',
      ],
      [
        'Proof of concept',
        '100',
        '1',
        '2025-01-10',
        '2025-01-12',
        'Allocated $0.00 Your share $100.00 Past. Its end date, Jan 12, 2025, is before Mar 10, 2025.',
      ],
    ] as const;
    for (const [index, [activity, cost, priority, start, end]] of wishes.entries()) {
      await button('Add a request').click();
      const wish = pane().getByRole('group', { name: `Request ${index + 1}` });
      await choose(activity, wish.getByRole('combobox', { name: 'Activity' }));
      await field('Cost, USD', wish).fill(cost);
      await field('Priority', wish).fill(priority);
      await days(start, end, wish);
    }
    const outcomes = async (): Promise<string[]> =>
      (await pane().getByRole('list', { name: 'Requests' }).locator('> li').allInnerTexts()).map((text) =>
        /Allocated[\s\S]*/.exec(text)![0].replace(/\s+/g, ' ').trim(),
      );
    await expect.poll(outcomes).toEqual(wishes.map(([, , , , , outcome]) => outcome));
    await says(/\$20,000\.00 allocated, \$0\.00 left\./);
  });

  it('a suggestion cuts what ends after its last safe day, counted back from the day the money must be there', async () => {
    await begin('one fund', '2025-03-10');
    await button('Settings').click();
    await field('Payment needed by (optional)').fill('2025-06-30');
    await button('Save').click();
    await pane().getByText('Saved the settings.').waitFor();
    await button(/^Allocate FY25 H1 · 1000001/).click();
    const wishes = [
      ['Telemarketing', '2025-04-01', '2025-05-02'],
      ['Print advertising', '2025-04-01', '2025-05-03'],
      ['Digital advertising', '', ''],
    ] as const;
    for (const [index, [activity, start, end]] of wishes.entries()) {
      await button('Add a request').click();
      const wish = pane().getByRole('group', { name: `Request ${index + 1}` });
      await choose(activity, wish.getByRole('combobox', { name: 'Activity' }));
      await field('Cost, USD', wish).fill('1000');
      await days(start, end, wish);
    }
    const outcomes = async (): Promise<string[]> =>
      (await pane().getByRole('list', { name: 'Requests' }).locator('> li').allInnerTexts()).map(
        (text) => /Allocated[\s\S]*/.exec(text)?.[0].replace(/\s+/g, ' ').trim() ?? '',
      );
    const because = 'the last safe day, May 2, 2025, counted back from Jun 30, 2025, the payment date you set.';
    await expect
      .poll(outcomes)
      .toEqual([
        'Allocated $1,000.00 Your share $0.00',
        `Allocated $0.00 Your share $1,000.00 Limited by the last safe day. It ends on May 3, 2025, after ${because}`,
        'Allocated $1,000.00 Your share $0.00',
      ]);
    // the day itself has passed: nothing that begins now is safe any more
    await pane().getByLabel('As of').fill('2025-05-03');
    await expect
      .poll(outcomes)
      .toEqual([
        'Allocated $0.00 Your share $1,000.00 Past. Its end date, May 2, 2025, is before May 3, 2025.',
        `Allocated $0.00 Your share $1,000.00 Limited by the last safe day. It ends on May 3, 2025, after ${because}`,
        `Allocated $0.00 Your share $1,000.00 Limited by the last safe day. It has no dates yet, and May 3, 2025 is after ${because}`,
      ]);
    await says(/\$0\.00 allocated, \$20,000\.00 left\./);
    expect(await button('Apply').getAttribute('aria-disabled')).toBe('true');
    await button('Plan').click();
    await button('Settings').click();
    await field('Payment needed by (optional)').fill('');
    await button('Save').click();
    await pane().getByText('Saved the settings.').waitFor();
    await button(/^Allocate FY25 H1 · 1000001/).click();
    await expect
      .poll(outcomes)
      .toEqual([
        'Allocated $0.00 Your share $1,000.00 Past. Its end date, May 2, 2025, is before May 3, 2025.',
        'Allocated $1,000.00 Your share $0.00',
        'Allocated $1,000.00 Your share $0.00',
      ]);
  });

  it('the last safe day follows the days to plan with, set in the pane or in the sheet', async () => {
    await begin('one fund', '2025-03-10');
    await button('Add activity').click();
    await choose('Digital advertising');
    await days('2025-05-01', '2025-06-20');
    await field('Cost, USD').fill('4000');
    await save();
    expect(await card('Digital advertising').innerText()).toContain('Last safe day Jun 30, 2025');
    expect(await workbench.text(planCell(1, 'Last safe day'))).toEqual([['2025-06-30']]);
    await button('Settings').click();
    await field('Days for review').fill('100');
    await workbench.screen('Funds');
    await workbench.screen('Plan');
    await expect.poll(() => field('Days for review').inputValue()).toBe('100');
    await button('Save').click();
    await pane().getByText('Saved the settings.').waitFor();
    // 2025-09-30, less 100 days, less 14
    await expect
      .poll(() => card('Digital advertising').innerText())
      .toMatch(/Jun 20, 2025 is after the last safe day, Jun 8, 2025[\s\S]*Last safe day Jun 8, 2025/);
    await expect.poll(() => workbench.text(planCell(1, 'Last safe day'))).toEqual([['2025-06-08']]);
    const settings = await workbench.text("'Co-op settings'!A5:B12");
    await workbench.set(`'Co-op settings'!B${5 + settings.findIndex(([name]) => name === 'Review days')}`, 90);
    await expect.poll(() => card('Digital advertising').innerText()).toContain('Last safe day Jun 18, 2025');
    await expect.poll(() => workbench.text(planCell(1, 'Last safe day'))).toEqual([['2025-06-18']]);
  });

  it('more than the fund has left, an activity of other programs, and core requirements that are not met block; the solution area is kept', async () => {
    await begin('one fund', '2025-03-10');
    await button('Add activity').click();
    await choose('Customer seminars and bootcamps');
    await days('2025-04-01', '2025-04-30');
    await field('Cost, USD').fill('20000.01');
    await says('Blocked: $20,000.01 is $0.01 more than the $20,000.00 remaining.');
    await field('Cost, USD').fill('20000');
    await says(/Note: Confirm that it meets the core requirements: /);
    await pane().getByRole('checkbox', { name: 'Core requirements are met' }).check();
    await pane().getByText('No issues found.').waitFor();
    await field('Solution area').fill('Modern Work');
    await save();
    expect(await workbench.text(planCell(1, 'Solution area'))).toEqual([['Modern Work']]);
    await workbench.set(planCell(1, 'Core met'), 'no');
    await expect
      .poll(() => card('Customer seminars and bootcamps').innerText())
      .toMatch(/Blocked: Nothing is paid without the core requirements: /);
    await workbench.set(planCell(1, 'Core met'), 'yes');
    await expect.poll(() => card('Customer seminars and bootcamps').innerText()).not.toContain('Blocked:');
    await workbench.set(planCell(1, 'Activity'), 'TV/radio');
    await expect.poll(() => card('TV/radio').innerText()).toContain(`Blocked: ${MCI} can't use co-op for "TV/radio".`);
  });

  it('a card says what took place cost, and leads to the claim that counts in its place', async () => {
    await begin('one fund', '2025-03-10');
    const ofFund = {
      'Partner ID': '1000001',
      Program: MCI,
      'Fiscal half': 'FY25 H1',
      Start: '2025-02-03',
      End: '2025-02-05',
      Status: 'done',
      'Core met': 'yes',
    };
    await writePlan(workbench, [
      { ...ofFund, ID: 'A-CLAMED', Activity: 'Digital advertising', Budget: 4000, Actual: 4100 },
      { ...ofFund, ID: 'A-SPENT2', Activity: 'Telemarketing', Budget: 1000, Actual: 900.5 },
      { ...ofFund, ID: 'A-UNDNE3', Activity: 'Print advertising', Status: 'planned', Budget: 500 },
    ]);
    const claim = {
      'Partner ID': '1000001',
      Program: MCI,
      'Fiscal half': 'FY25 H1',
      Start: '2025-02-03',
      End: '2025-02-05',
      Status: 'submitted',
      Since: '2025-03-01',
      Submitted: '2025-03-01',
    };
    await writeClaims(workbench, [
      { ...claim, ID: 'C-CLAMED', 'Claim name': 'INV1 web ad', 'Activity ID': 'A-CLAMED', Activity: 'Digital advertising', Amount: 4050 },
      { ...claim, ID: 'C-UNDNE3', 'Claim name': 'INV2 print', 'Activity ID': 'A-UNDNE3', Activity: 'Print advertising', Amount: 500 },
    ]);
    await expect.poll(() => card('Telemarketing').innerText()).toMatch(/\$900\.50[\s\S]*Budget \$1,000\.00/);
    // the claim counts, and not the cost of its activity
    await expect.poll(() => card('Digital advertising').innerText()).toContain('Claimed $4,050.00');
    await expect.poll(() => group('FY25 H1 · 1000001').innerText()).toContain('$14,549.50 left');
    // nothing is lost by it, so the card says it and Today does not ask
    expect(await card('Print advertising').innerText()).toContain("It's claimed but still planned. Mark it as done.");
    expect(await card('Digital advertising').innerText()).not.toContain('Mark it as done');
    await card('Digital advertising').getByRole('button', { name: 'Claimed $4,050.00' }).click();
    await pane().getByRole('heading', { name: 'INV1 web ad' }).waitFor();
  });

  it('what took place is marked as done from the list, once, and that is undone', async () => {
    await begin('one fund', '2025-03-10');
    await button('Add activity').click();
    await choose('Telemarketing');
    await days('2025-04-01', '2025-04-30');
    await field('Cost, USD').fill('4000');
    // a second click on Save saves nothing twice
    await button(/^Save/).dblclick();
    await pane().getByText('Saved "').waitFor();
    expect(await card('Telemarketing').count()).toBe(1);
    const actions = async (): Promise<string[]> => {
      await button('Actions for Telemarketing').click();
      await pane().getByRole('menuitem', { name: 'Duplicate' }).waitFor();
      return pane().getByRole('menuitem').allInnerTexts();
    };
    expect(await actions()).not.toContain('Mark as done');
    await workbench.page.keyboard.press('Escape');
    await pane().getByLabel('As of').fill('2025-05-02');
    await says(/Warning: The end date, Apr 30, 2025, is before May 2, 2025\. Mark it done/);
    expect(await actions()).toContain('Mark as done');
    await pane().getByRole('menuitem', { name: 'Mark as done' }).click();
    await pane().getByText('Marked "Telemarketing" as done.').waitFor();
    await expect.poll(() => workbench.text(planCell(1, 'Status'))).toEqual([['done']]);
    expect(await workbench.text(planCell(2, 'ID'))).toEqual([['']]);
    await button(/^Undo$/).click();
    await expect.poll(() => card('Telemarketing').innerText()).toContain('Planned');
  });

  it('a currency no one can read is in no label, and is told once', async () => {
    await begin('one fund', '2025-03-10');
    await button('Add activity').click();
    await field('Currency').fill('=1/');
    await says('Enter a three-letter currency code, such as EUR.');
    const text = await main();
    expect(text.match(/three-letter/g)).toHaveLength(1);
    expect(text).not.toContain('=1/');
    await field('Currency').fill('GBP');
    await field('Cost, GBP').fill('lots');
    await says('enter an amount such as 1234.50.');
    expect(await button('Save as draft').getAttribute('aria-disabled')).toBe('true');
    await field('Cost, GBP').fill('100');
    await field('Exchange rate (USD per GBP)').fill('1.3');
    await says('GBP 100.00, $130.00');
  });

  it('rows that someone copied, broke and misspelled are told on their row and named on Today', async () => {
    await begin('one fund', '2025-03-10');
    await button('Add activity').click();
    await choose('Digital advertising');
    await days('2025-04-01', '2025-04-30');
    await field('Cost, USD').fill('4000');
    await save();
    const put = async (row: number, cells: Record<string, string | number>): Promise<void> => {
      for (const [column, value] of Object.entries({
        Status: 'planned',
        'Partner ID': '1000001',
        Program: MCI,
        'Fiscal half': 'FY25 H1',
        ...cells,
      }))
        await workbench.set(planCell(row, column), value);
    };
    const [[id = ''] = []] = await workbench.text(planCell(1, 'ID'));
    await put(2, { ID: id, Activity: 'Telemarketing', Start: '2025-05-01', Budget: 500 });
    await put(3, { Activity: 'Skywriting', Start: '31/12/2025', Budget: 'lots', Status: 'Cancelled' });
    await put(4, { Activity: 'Print advertising', Start: '31/12/2025', Budget: 'lots' });
    await expect.poll(() => card('Telemarketing').innerText()).toContain(`row 1 of CoopPlan also has ${id}`);
    await expect
      .poll(() => card('Print advertising').innerText())
      .toMatch(/Start: "31\/12\/2025" isn't a date in the form year-month-day[\s\S]*Budget: "lots" can't be read/);
    expect(await card('Skywriting').innerText()).toContain('Canceled');
    // what nobody can read takes nothing, and nobody else's row shows an error for it
    await expect.poll(() => group('FY25 H1 · 1000001').innerText()).toContain('$15,500.00 left');
    // in the sheet, which is as of today, its fund is closed
    await expect
      .poll(() => workbench.text(planCell(1, 'Check')))
      .toEqual([['Blocked: claims on this fund closed on Aug 15, 2025. Anything not claimed is lost.']]);
    await expect.poll(() => workbench.values(planCell(1, 'Left'))).toEqual([['']]);
    await card('Telemarketing').getByRole('button', { name: 'Telemarketing', exact: true }).click();
    await field('Owner').fill('Ana');
    await save();
    const ids = await Promise.all([1, 2].map(async (row) => (await workbench.text(planCell(row, 'ID')))[0]![0]));
    expect(ids[0]).toBe(id);
    expect(ids[1]).toMatch(/^A-[A-Z2-9]{6}$/);
    expect(ids[1]).not.toBe(id);
    await workbench.screen('Today');
    await says('Repair 2 cells of "Print advertising"');
  });

  it('an empty balance keeps its date, and two programs of a Partner ID have names of their own', async () => {
    await begin('a fund below its threshold', '2025-03-10');
    await pane().getByRole('tab', { name: 'Balance' }).click();
    await says('The fund in this workbook has no co-op above its threshold.');
    await button('Go to Funds').click();
    await pane().getByRole('heading', { name: '1000003' }).waitFor();
    await workbench.screen('Plan');
    await says('The fund in this workbook has no co-op above its threshold.');
    expect(await pane().getByLabel('As of').inputValue()).toBe('2025-03-10');
    await bringIn(workbench, reportOf(['1000001', '20000.00'], ['1000001', '15000.00', 'Hosting']), 'more.csv');
    await workbench.screen('Plan');
    await pane().getByRole('article', { name: 'FY25 H1 · 1000001 Hosting' }).waitFor();
    await pane().getByRole('tab', { name: 'Activities' }).click();
    await button('Add an activity to FY25 H1 · 1000001 · Hosting').click();
    expect(await box('Fund').locator('option:checked').innerText()).toBe('FY25 H1 · 1000001 · Hosting');
  });
});
