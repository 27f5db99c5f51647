import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { axeFaults } from '../support/axe';
import { faultsInEveryLook } from '../support/looks';
import { SAMPLE_TEXT } from '../support/report-files';
import { planCell, writeClaims, writePlan } from '../support/tables-in-sheet';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

/** Partner 1234567 has 10,020 dollars of FY25 H1: used from January to June 2025, claimed by 2025-08-15. */
const OF_FUND = { 'Partner ID': '1234567', Program: 'Microsoft Commerce Incentives', 'Fiscal half': 'FY25 H1' };
const WEBINARS = {
  ...OF_FUND,
  ID: 'A-WEBNAR',
  Status: 'planned',
  Activity: 'Customer seminars and bootcamps',
  Start: '2025-05-05',
  End: '2025-05-20',
  Budget: 4000,
};

/** What the pane says is to be done, on the built add-in. */
describe('Today', () => {
  let workbench: Workbench;
  beforeEach(async () => {
    workbench = await openWorkbench({ book: 'funds' });
    await workbench.screen('Today');
    await asOf('2025-05-01');
  });
  afterEach(() => closeSound(workbench));

  const pane = () => workbench.pane;
  const button = (name: string | RegExp) => pane().getByRole('button', { name });
  const asOf = (day: string) => pane().getByLabel('As of').fill(day);
  const main = () => pane().locator('main').innerText();
  const group = (name: string) => pane().getByRole('region', { name: new RegExp(`^${name}`) });
  const badge = () =>
    pane()
      .getByRole('tab', { name: /^Today/ })
      .innerText();
  const items = () => pane().locator('main').getByRole('listitem');

  it('says what money wants a plan, until when and why; the nearer the day, the further up', async () => {
    const free = items().filter({ hasText: 'Plan $10,020.00' });
    await free.waitFor();
    expect(await free.innerText()).toMatch(
      /Jun 30, 2025, in 60 days[\s\S]*\$10,020\.00 at risk[\s\S]*no activity is planned for this amount/,
    );
    expect(await group('This usage period').getByText('Plan $10,020.00').count()).toBe(1);
    await asOf('2025-06-10');
    await expect.poll(() => group('This month').getByText('Plan $10,020.00').count()).toBe(1);
    await asOf('2025-06-30');
    await expect.poll(() => group('This week').getByText('Plan $10,020.00').count()).toBe(1);
    expect(await free.innerText()).toContain('Jun 30, 2025, today');
  });

  it('gives its days to a calendar as a file, downloaded or copied, with a table that keeps what it said', async () => {
    await button('Make calendar file').click();
    await pane()
      .getByText(/\d+ calendar entries: \d+ new\./)
      .waitFor();
    const downloads = workbench.page.waitForEvent('download');
    await pane().getByRole('link', { name: 'Download co-op-dates.ics' }).click();
    const download = await downloads;
    expect(download.suggestedFilename()).toBe('co-op-dates.ics');
    const file = await text(await download.createReadStream());
    expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(file).toContain('DTSTART;VALUE=DATE:20250815');
    expect(file).toContain('SUMMARY:Co-op: Claim deadline: FY25 H1 · 1234567');
    await button('Copy as text').first().click();
    await pane().getByText('Calendar text copied.').waitFor({ state: 'attached' });
    expect(await axeFaults(workbench)).toEqual([]);
    const kept = await workbench.text("'Co-op calendar'!A4:F5");
    expect(kept[0]).toEqual(['Day', 'What', 'Text', 'Status', 'Sequence', 'UID']);
    expect(kept[1]!.slice(3, 5)).toEqual(['current', '0']);

    await asOf('2025-05-02');
    await pane().getByText('The workbook or the as-of date has changed since this was made. Make it again.').waitFor();
    await button('Make calendar file').click();
    await pane()
      .getByText(/\d+ calendar entries: the same as in the last file\./)
      .waitFor();
    await asOf('2030-01-01');
    await button('Make calendar file').click();
    await pane().getByText('No deadline is ahead, so there is nothing for a calendar.').waitFor();
    expect(await pane().getByRole('link', { name: 'Download co-op-dates.ics' }).count()).toBe(0);
  });

  it('gives the plan as a CSV file, downloaded or copied', async () => {
    await writePlan(workbench, [{ ...WEBINARS, Title: 'Webinars, spring' }]);
    await button('Make CSV files').click();
    await pane().getByText('Plan: 1 row').waitFor();
    const downloads = workbench.page.waitForEvent('download');
    await pane().getByRole('link', { name: 'Download co-op-plan.csv' }).click();
    const download = await downloads;
    expect(download.suggestedFilename()).toBe('co-op-plan.csv');
    const file = await text(await download.createReadStream());
    expect(file).toMatch(/^\uFEFF?Title,Activity,Status,/);
    expect(file).toContain('"Webinars, spring",');
    expect(file).toContain('2025-05-05,2025-05-20');
    await button('Copy as text').last().click();
    await pane().getByText('co-op-plan.csv copied.').waitFor({ state: 'attached' });
  });

  it('puts the summary and the plan on one sheet to print, and takes it back', async () => {
    await writePlan(workbench, [{ ...WEBINARS, Title: 'Webinars' }]);
    await button('Make print set').click();
    await pane().getByText('The print set is on the sheet "Co-op print set". It prints one page wide').waitFor();
    const cells = (await workbench.text("'Co-op print set'!A1:N40")).flat();
    expect(cells).toEqual(expect.arrayContaining(['Co-op funds: summary and plan', 'Plan', 'Webinars', '2025-05-05']));
    await button('Undo').click();
    await pane().getByText('Undone: the page on the sheet "Co-op print set".').waitFor();
  });

  it('freezes the formulas of the plan for sending, thaws them, and says what stayed', async () => {
    await writePlan(workbench, [{ ...WEBINARS, Title: 'Webinars' }]);
    const formulas = async (): Promise<number> =>
      (await workbench.formulas("'Co-op funds'!A1:AZ12")).flat().filter((cell) => /COOP\./.test(String(cell))).length;
    const before = await formulas();
    expect(before).toBeGreaterThan(0);
    await button('Freeze formulas').click();
    await pane()
      .getByText(/cells became values\./)
      .waitFor();
    expect(await formulas()).toBe(0);
    await button('Thaw formulas').scrollIntoViewIfNeeded();
    expect(await faultsInEveryLook(workbench, 'today-frozen')).toEqual([]);
    await button('Thaw formulas').click();
    await pane()
      .getByText(/cells calculate again\./)
      .waitFor();
    expect(await formulas()).toBe(before);
  });

  it('has texts to ask a colleague or Microsoft', async () => {
    await writePlan(workbench, [{ ...WEBINARS, Title: 'Webinars' }]);
    const texts = pane().getByLabel('Text', { exact: true });
    await texts.selectOption('Open questions');
    await pane().getByText('Co-op: open questions as of May 1, 2025').waitFor();
    await texts.selectOption('Outline for a pre-approval: Webinars');
    await pane().getByText('Subject: Co-op pre-approval: Customer seminars and bootcamps').waitFor();
    await button('Copy').last().click();
    await pane().getByText('The text copied.').waitFor({ state: 'attached' });
    expect(await axeFaults(workbench)).toEqual([]);
    await workbench.screenshot('today-take-away');
  });

  it('changes when a deadline passes', async () => {
    await items().filter({ hasText: 'Plan $10,020.00' }).waitFor();
    await asOf('2025-07-01');
    await expect.poll(main).toContain("Look for activities missing from the plan: $10,020.00 isn't claimed");
    expect(await main()).not.toContain('Plan $10,020.00');
    expect(await main()).toContain('Aug 15, 2025, in 45 days');
    await asOf('2025-08-15');
    await expect.poll(main).toContain('Aug 15, 2025, today');
    await asOf('2025-08-16');
    await expect.poll(main).not.toContain("$10,020.00 isn't claimed");
    // what is lost doesn't vanish overnight
    expect(await items().filter({ hasText: '$10,020.00 lapsed' }).innerText()).toMatch(/Aug 15, 2025, yesterday[\s\S]*no claim uses it/);
    await asOf('2025-09-15');
    await expect.poll(main).not.toContain('$10,020.00 lapsed');
    await button('Back to today').click();
    await expect.poll(() => button('Back to today').count()).toBe(0);
  });

  it('counts in the tab, aloud too, and follows what people write into the sheet', async () => {
    await items().filter({ hasText: 'Plan $10,020.00' }).waitFor();
    const before = await items().count();
    await expect.poll(badge).toContain(`, ${before} item`);
    await expect
      .poll(() => pane().locator('header').getByRole('status').innerText())
      .toMatch(new RegExp(`^Today: ${before} items? to do$`));
    await writePlan(workbench, [WEBINARS]);
    await items().filter({ hasText: 'Plan $6,020.00' }).waitFor();
    await workbench.set(planCell(1, 'Status'), 'done');
    const claimed = items().filter({ hasText: 'Claim "Customer seminars and bootcamps"' });
    await claimed.waitFor();
    expect(await claimed.innerText()).toMatch(
      /Jul 4, 2025, in 64 days[\s\S]*\$4,000\.00 at risk[\s\S]*done but not claimed[\s\S]*within 45 days of the end: by Jul 4, 2025\. Claims close on Aug 15, 2025\./,
    );
    await expect.poll(badge).toContain(`, ${await items().count()} items to do`);
    await workbench.screenshot('today-list');
  });

  it('opens the fund whose money wants a plan', async () => {
    await button('Open in Plan: Plan $10,020.00').click();
    await button('FY25 H1 · 1234567').and(pane().locator(':focus')).waitFor();
    await pane().getByRole('tab', { name: 'Plan', selected: true }).waitFor();
  });

  it('opens the activity that is meant', async () => {
    await writePlan(workbench, [
      { ...WEBINARS, Status: 'done' },
      { ...WEBINARS, ID: 'A-SECOND', Activity: 'Telemarketing', Start: '', End: '', Budget: 500 },
    ]);
    await button('Open in Plan: Fix "Telemarketing"').click();
    await pane().getByRole('tab', { name: 'Plan', selected: true }).waitFor();
    await expect.poll(() => pane().getByRole('combobox', { name: 'Activity' }).inputValue()).toBe('Telemarketing');
    await workbench.screen('Today');
    await workbench.screen('Plan');
  });

  it('says until when there is nothing to do, and what comes then', async () => {
    await writePlan(workbench, [{ ...WEBINARS, Budget: 10020 }]);
    await asOf('2025-02-01');
    await pane().getByRole('heading', { name: 'Nothing to do until Feb 16, 2025' }).waitFor();
    await pane().getByText('On that day, claims open for co-op earned in FY25 H1.').waitFor();
    expect(await axeFaults(workbench)).toEqual([]);
    await asOf('2025-02-16');
    await pane().getByRole('heading', { name: 'Nothing to do until Mar 1, 2025' }).waitFor();
    await pane().getByText('On that day, a newer earnings report is due.').waitFor();
    await asOf('2025-03-01');
    await pane().getByRole('heading', { name: 'Bring in a newer earnings report' }).waitFor();
  });

  it('opens the fund that may miss its threshold, and the report that is old', async () => {
    // October's 3,600 dollars and November's 3,650 are known by the end of November
    await asOf('2024-11-30');
    const short = items().filter({ hasText: 'Earn $2,750.00 more co-op' });
    await short.waitFor();
    expect(await short.innerText()).toMatch(
      /Dec 31, 2024, in 31 days[\s\S]*FY25 H1 co-op of Microsoft Commerce Incentives, Partner ID 1234567: \$7,250\.00 so far/,
    );
    expect(await main()).not.toContain('Bring in a newer earnings report');
    await short.getByRole('button', { name: 'Open in Funds: Earn $2,750.00 more co-op' }).click();
    await pane().getByRole('tab', { name: 'Funds', selected: true }).waitFor();
    const heading = pane().getByRole('region', { name: 'Earned July – December 2024 (FY25 H1)' }).getByRole('heading', { name: '1234567' });
    await heading.and(pane().locator(':focus')).waitFor();
    await workbench.screen('Today');
    await asOf('2025-05-01');
    await items()
      .filter({ hasText: 'The newest earnings in this workbook are for January 2025.' })
      .getByRole('button', { name: /^Open in Funds/ })
      .click();
    await button('Bring in a report').and(pane().locator(':focus')).waitFor();
    // asked for once: coming back opens nothing again
    await workbench.screen('Today');
    await workbench.screen('Funds');
    await pane().getByRole('tab', { name: 'Funds', selected: true }).and(pane().locator(':focus')).waitFor();
  });

  it('says what a report left out, and opens its fund', async () => {
    const [header = '', rebate = '', coop = ''] = SAMPLE_TEXT.split('\n').map((line) =>
      line.replaceAll('1234567', '1000009').replaceAll('-00000000000', '-99999999999'),
    );
    await workbench.screen('Funds');
    await button('Bring in a report').click();
    await pane()
      .getByLabel('Earnings report files')
      .setInputFiles({
        name: 'more.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from([header, rebate.replaceAll('5400.00', 'lots'), coop].join('\n')),
      });
    await button('Write to the workbook').click();
    await pane().getByRole('heading', { name: 'Report added' }).waitFor();
    await workbench.screen('Today');
    await button('Open in Funds: Complete the earnings: 1 row left out').click();
    await pane().getByRole('heading', { name: '1000009' }).and(pane().locator(':focus')).waitFor();
  });

  it('begins the claim on the activity that is done', async () => {
    await writePlan(workbench, [
      { ...WEBINARS, Status: 'done' },
      { ...WEBINARS, ID: 'A-SECOND', Activity: 'Telemarketing', Status: 'done', End: '2025-06-01', Budget: 500 },
      { ...WEBINARS, ID: 'A-GOLFGO', Activity: 'Golf day', Status: 'done', End: '2025-06-01', Budget: 500 },
    ]);
    await workbench.screen('Today');
    await pane().getByLabel('As of').fill('2025-06-02');
    await button('Open in Claims: Claim "Telemarketing"').click();
    await pane().getByRole('tab', { name: 'Claims', selected: true }).waitFor();
    const begin = button('Start a claim for Telemarketing');
    await begin.and(pane().locator(':focus')).waitFor();
    expect(await pane().getByRole('article').first().innerText()).toContain('Telemarketing');
    expect(await pane().getByRole('article', { name: 'Golf day' }).innerText()).toContain(
      'Can\'t be claimed: the guidebook does not list "Golf day".',
    );
    expect(await button('Start a claim for Golf day').isDisabled()).toBe(true);
    await begin.click();
    await pane().getByRole('heading', { name: 'INV… Telemarketing June' }).waitFor();
    await workbench.screen('Today');
    await items().filter({ hasText: 'Submit the claim "INV… Telemarketing June"' }).waitFor();
  });

  it('asks once for an activity that is over and still planned, and for the claim that was begun on it', async () => {
    await writePlan(workbench, [WEBINARS]);
    await writeClaims(workbench, [
      {
        ...OF_FUND,
        ID: 'C-WEBNAR',
        'Claim name': 'INV7 webinars',
        'Activity ID': 'A-WEBNAR',
        Activity: WEBINARS.Activity,
        Start: '2025-05-05',
        End: '2025-05-20',
        Amount: 4000,
        Status: 'editing',
      },
    ]);
    await asOf('2025-06-02');
    const submit = items().filter({ hasText: 'Submit the claim "INV7 webinars"' });
    await submit.waitFor();
    expect(await submit.innerText()).toMatch(
      /\$4,000\.00 at risk[\s\S]*ended on May 20, 2025 and is still planned\. Mark it done in the plan\.[\s\S]*Claims close on Aug 15, 2025/,
    );
    expect(await items().filter({ hasText: '$4,000.00 at risk' }).count()).toBe(1);
    await submit.getByRole('button', { name: /^Open in Claims/ }).click();
    await pane().getByRole('heading', { name: 'INV7 webinars' }).waitFor();
  });

  it('keeps the list in the workbook, and its count in a cell, without overwriting; another list there is said, and written only when asked for', async () => {
    await items().filter({ hasText: 'Plan $10,020.00' }).waitFor();
    const before = await items().count();
    await button('Add this list to the workbook').click();
    await pane()
      .getByText(
        /This list is in the table CoopToday, as of May 1, 2025\. Saving in this pane keeps it up to date while the as-of date is today/,
      )
      .waitFor();
    const held = await workbench.text("'Co-op today'!A4:G6");
    expect(held[0]).toEqual(['Due', 'Due when', 'What', 'Why', 'At risk USD', 'Where', 'As of']);
    expect(held[1]!.slice(0, 3)).toEqual(['2025-03-31', 'Overdue', 'Bring in a newer earnings report']);
    expect(held[2]).toEqual([
      '2025-06-30',
      'This usage period',
      'Plan $10,020.00',
      expect.stringContaining('no activity is planned'),
      '10,020.00',
      'Plan 1234567 FY25 H1',
      '2025-05-01',
    ]);

    await workbench.set('Sheet1!A1', 'Worked examples');
    await workbench.select('Sheet1!A1');
    await button('Insert the count in a cell').click();
    await pane().getByText('A1 already has Worked examples. Nothing was written. Select an empty cell.').waitFor();
    await workbench.select('Sheet1!M2');
    await button('Insert the count in a cell').click();
    await pane().getByText('Inserted the count in M2.').waitFor();
    expect(await workbench.formulas('Sheet1!M2')).toEqual([['=COUNTA(CoopToday[What])']]);
    expect(await workbench.values('Sheet1!M2')).toEqual([[before]]);

    await workbench.screen('Plan');
    await writePlan(workbench, [{ ...WEBINARS, Status: 'done' }]);
    await workbench.screen('Today');
    await pane().getByText('The list in the sheet is out of date.').waitFor();
    expect(await workbench.values('Sheet1!M2')).toEqual([[before]]);
    await button('Update the sheet').click();
    await expect.poll(() => workbench.values('Sheet1!M2')).toEqual([[before + 1]]);
    await asOf('2026-12-01');
    await pane().getByText('The sheet shows this list as of May 1, 2025.').waitFor();
    expect(await axeFaults(workbench)).toEqual([]);
    await workbench.screenshot('today-another');
    await button('Update the sheet').click();
    await expect.poll(() => workbench.text("'Co-op today'!G5")).toEqual([['2026-12-01']]);
    await pane()
      .getByText(/This list is in the table CoopToday, as of Dec 1, 2026/)
      .waitFor();
    await asOf('2026-11-30');
    await pane().getByText('The sheet shows this list as of Dec 1, 2026. That is later than your as-of date.').waitFor();
    await asOf('2026-12-01');
    await expect.poll(async () => Number((await workbench.values('Sheet1!M2'))[0]![0])).toBe(await items().count());
    await workbench.screenshot('today-kept');
  });

  it('says calmly that the sheet is protected, and goes on when it no longer is', async () => {
    await items().filter({ hasText: 'Plan $10,020.00' }).waitFor();
    await button('Add this list to the workbook').click();
    await pane()
      .getByText(/is in the table CoopToday/)
      .waitFor();
    await workbench.select("'Co-op today'!A1");
    await workbench.attempt('Protect sheet', true);
    await asOf('2025-06-10');
    await button('Update the sheet').click();
    await pane()
      .getByText(/sheet is protected/)
      .waitFor();
    await workbench.attempt('Protect sheet', false);
    await button('Update the sheet').click();
    await pane()
      .getByText(/This list is in the table CoopToday, as of Jun 10, 2025/)
      .waitFor();
    expect(await workbench.text("'Co-op today'!G5")).toEqual([['2025-06-10']]);
  });

  it('takes one round trip to read, the list in the sheet included', async () => {
    await items().filter({ hasText: 'Plan $10,020.00' }).waitFor();
    const { roundTrips } = await workbench.roundTrips(() => button('Refresh').click());
    expect(roundTrips).toBe(1);
  });
});
