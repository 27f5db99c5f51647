import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIMS } from '../../src/storage/planning/claims-table';
import { FUNDS_DESIGN } from '../../src/storage/funds/funds-table';
import { PLAN } from '../../src/storage/planning/plan-table';
import { halfReport } from '../support/half-report';
import { planInPane } from '../support/plan-in-pane';
import { chooseReport, writeReport } from '../support/report-in-pane';
import { planCell, shownRows } from '../support/tables-in-sheet';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

const FY26_H2 = 'Earned January – June 2026 (FY26 H2)';
const FY27_H1 = 'Earned July – December 2026 (FY27 H1)';

/** A reseller with two Partner IDs, from ten months of earnings to the money and the next half; each chapter goes on from the last. */
describe('a whole half', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench();
  });
  afterAll(() => closeSound(workbench));

  const { pane, button, field, box, main, group, card, lookFrom, openPlan, days, save, add } = planInPane(() => workbench);
  const flat = async (): Promise<string> => (await main()).replace(/\s+/g, ' ');
  const fundCard = (partnerId: string, half: string) => group(half).getByRole('article', { name: partnerId });
  const useInWorkbook = async (day: string): Promise<void> => {
    await lookFrom(day);
    await button('Use this date in the workbook').click();
    await pane().getByText('The workbook is set to this date.').waitFor();
    await workbench.quiet();
  };
  const startClaim = async (activity: string): Promise<void> => {
    await workbench.screen('Claims');
    if (await button('← Claims').isVisible()) await button('← Claims').click();
    await button('New claim').click();
    await button(`Start a claim for ${activity}`).click();
    await pane()
      .getByRole('region', { name: `INV… ${activity}` })
      .waitFor();
  };
  const record = async (status: string, on: string, more: { amount?: string; reason?: string } = {}): Promise<void> => {
    await group('Status change').getByRole('button', { name: status, exact: true }).click();
    const form = pane().getByRole('form', { name: status });
    await form.getByLabel('Date', { exact: true }).fill(on);
    if (more.amount) await form.getByLabel(/^Amount/).fill(more.amount);
    if (more.reason) await form.getByLabel(/^(Note|Reason)/).fill(more.reason);
    await form.getByRole('button', { name: 'Record' }).click();
    // the proof of these claims isn't what the story is about
    if (status === 'Submitted') await form.getByRole('button', { name: 'Record anyway' }).click();
    await pane()
      .getByText(new RegExp(`Moved ".*" to ${status} on`))
      .waitFor();
  };
  /** The items of Today, each with its day, its title, and what else it says. */
  const toDo = async (): Promise<string[]> =>
    (await pane().getByRole('main').getByRole('listitem').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  /** The amounts that a card lists, by their names. */
  const amountsIn = async (element: Locator): Promise<Record<string, string>> => {
    const [names, amounts] = await Promise.all(['dl dt', 'dl dd'].map((tag) => element.locator(tag).allInnerTexts()));
    return Object.fromEntries(names!.map((name, index) => [name.trim(), amounts![index]!.trim().split('\n')[0]!.replace('$', '')]));
  };

  it('brings the report in: four funds to the cent, in the pane and on the sheet', async () => {
    await workbench.screen('Funds');
    await chooseReport(workbench, halfReport(), 'october.csv');
    await expect.poll(flat).toMatch(/Rows read 520 Earnings counted 516 Duplicates dropped 3 \(\$[\d.,]+\) Not counted 1 row/);
    await pane()
      .getByRole('checkbox', { name: /^Also keep the individual rows/ })
      .click();
    await writeReport(workbench);
    await pane()
      .getByRole('tab', { name: /^Funds/, selected: true })
      .waitFor();
    await useInWorkbook('2026-11-29');
    for (const [partnerId, half, coop, rebate, status, usable] of [
      ['1234567', FY26_H2, '26,601.60', '85,013.45', 'Usable', '26,601.60'],
      ['1234567', FY27_H1, '18,434.36', '51,612.11', 'Building up', '0.00'],
      ['7654321', FY26_H2, '7,383.80', '30,844.47', 'Converted', undefined],
      ['7654321', FY27_H1, '6,954.11', '14,289.40', 'Building up', undefined],
    ] as const) {
      const amounts = await amountsIn(fundCard(partnerId, half));
      expect([amounts['Co-op'], amounts['Rebate'], amounts['Usable now']], `${partnerId}, ${half}`).toEqual([coop, rebate, usable]);
      await fundCard(partnerId, half).getByText(status, { exact: true }).waitFor();
    }
    // the half that runs is neither usable nor converted yet
    expect(
      await shownRows(workbench, FUNDS_DESIGN, 4, 'Partner ID', 'Fiscal half', 'Status', 'Co-op', 'Rebate', 'Usable', 'Converted'),
    ).toEqual([
      ['1234567', 'FY26 H2', 'usable', '26,601.60', '85,013.45', '26,601.60', '0.00'],
      ['1234567', 'FY27 H1', 'building up', '18,434.36', '51,612.11', '0.00', '0.00'],
      ['7654321', 'FY26 H2', 'converted', '7,383.80', '30,844.47', '0.00', '7,383.80'],
      ['7654321', 'FY27 H1', 'building up', '6,954.11', '14,289.40', '0.00', ''],
    ]);
  });

  it('explains what Partner Center shows by the row not counted, and by the one negative row', async () => {
    await fundCard('1234567', FY26_H2).getByRole('button', { name: 'Compare with Partner Center' }).click();
    const comparison = pane().getByRole('region', { name: /^Compare / });
    for (const [shown, explained, row] of [
      ['26,762.56', 'Rows not counted (+$160.96)', 'The earning date "end of April" can\'t be read.'],
      ['27,014.10', 'Single rows (+$412.50)', 'leaves out a row: -$412.50 earned May 28, 2026'],
      ['26,189.10', 'Single rows (-$412.50)', 'counts a row twice: -$412.50 earned May 28, 2026'],
    ] as const) {
      await comparison.getByRole('textbox', { name: 'Earned' }).fill(shown);
      await expect
        .poll(() => comparison.getByRole('status').first().innerText())
        .toBe(`Explained to the cent: ${explained}. Nothing is unexplained.`);
      await comparison.getByText(row).waitFor();
    }
  });

  it('plans: what is ordered stays reserved, and what is not eligible gets nothing', async () => {
    await openPlan('2026-11-29');
    await add('Digital advertising', '2026-11-01', '2026-12-20', '20000');
    await add('Print advertising', '2026-10-01', '2026-10-31', '4730');
    await add('Telemarketing', '2026-11-02', '2026-11-06', '300');
    for (const [row, column, value] of [
      [1, 'Status', 'committed'],
      [1, 'Actual', 2100],
      [2, 'Status', 'done'],
      [3, 'Status', 'done'],
    ] as const)
      await workbench.set(planCell(row, column), value);
    // of $26,601.60: $20,000.00, whatever is spent so far, $4,730.00, and $300.00
    await expect.poll(() => group('FY26 H2 · 1234567').innerText()).toContain('$1,571.60 left');
    await expect
      .poll(() => shownRows(workbench, PLAN.design, 3, 'Activity', 'Reserved', 'Check'))
      .toEqual([
        ['Digital advertising', '20,000.00', 'OK'],
        ['Print advertising', '4,730.00', 'OK'],
        ['Telemarketing', '300.00', 'OK'],
      ]);

    await button('Add activity').click();
    await box('Activity').fill('Golf day');
    await box('Activity').press('Tab');
    await days('2026-12-10');
    await field('Cost, USD').fill('1500');
    await save('Save as draft');
    await button(/^Allocate FY26 H2 · 1234567/).click();
    await expect
      .poll(flat)
      .toContain('Golf day Requested $1,500.00 Allocated $0.00 Your share $1,500.00 Blocked: the guidebook does not list "Golf day".');
    await button('Plan').click();
    await add('Social media marketing', '2026-12-01', '2026-12-15', '500');
    await expect.poll(() => group('FY26 H2 · 1234567').innerText()).toContain('$1,071.60 left');
  });

  it('claims: the money is less than approved, and a dispute that is undone leaves the reason', async () => {
    await startClaim('Print advertising');
    await record('Submitted', '2026-11-09');
    await record('Approved', '2026-11-12', { amount: '4500' });
    await record('Paid', '2026-11-24', { amount: '4400' });
    await pane().getByText('Approved $4,500.00, paid $4,400.00: $100.00 less.').waitFor();

    await startClaim('Telemarketing');
    await record('Submitted', '2026-11-10');
    await record('Rejected', '2026-11-20', { reason: 'Booth photo has no date' });
    await record('Disputed', '2026-11-23');
    await button('Undo').click();
    await pane()
      .getByText(/Undone: moved "INV… Telemarketing November" to Disputed/)
      .waitFor();
    await expect.poll(flat).toMatch(/Rejected \$300\.00 If you don't agree, .* Microsoft's reason: Booth photo has no date/);
  });

  it('Undo for a saved activity takes that activity back, and no claim', async () => {
    await workbench.screen('Plan');
    const paid = await card('Print advertising').innerText();
    expect(paid).toContain('Claim paid $4,400.00');
    expect(paid).not.toContain('Blocked');
    // what was saved before the claims is still offered
    await pane().getByText('Saved "Social media marketing".', { exact: true }).waitFor();
    await button('Undo').click();
    await pane().getByText('Undone: Saved "Social media marketing".').waitFor();
    await expect.poll(() => card('Social media marketing').count()).toBe(0);
    // of the claim, only the $4,400.00 that were paid are used
    await expect.poll(() => group('FY26 H2 · 1234567').innerText()).toContain('$1,901.60 left');
    await expect
      .poll(() => shownRows(workbench, PLAN.design, 5, 'Activity', 'Status', 'Check'))
      .toEqual([
        ['Digital advertising', 'committed', 'OK'],
        ['Print advertising', 'done', 'OK'],
        ['Telemarketing', 'done', 'OK'],
        ['Golf day', 'draft', expect.stringMatching(/^Blocked: The guidebook does not list "Golf day"/)],
        ['', '', ''],
      ]);
    await expect
      .poll(() => shownRows(workbench, CLAIMS.design, 2, 'Activity', 'Status', 'Approved amount', 'Paid amount'))
      .toEqual([
        ['Print advertising', 'paid', '4,500.00', '4,400.00'],
        ['Telemarketing', 'rejected', '', ''],
      ]);
  });

  it('Today has what is to be done by its day, and the row that no fund has yet', async () => {
    await workbench.screen('Today');
    await expect
      .poll(toDo)
      .toEqual([
        expect.stringMatching(/^Dec 10, 2026, in 11 days Finish the draft "Golf day"/),
        expect.stringMatching(/^Dec 31, 2026, in 32 days \$1,901\.60 at risk Plan \$1,901\.60/),
        expect.stringMatching(/^Dec 31, 2026, in 32 days Earn \$3,045\.89 more co-op .* Partner ID 7654321/),
        expect.stringMatching(/^Feb 15, 2027, in 78 days \$300\.00 at risk Claim "Telemarketing" again, or dispute/),
        expect.stringMatching(/^Correct 1 report row that couldn't be counted .* Line 518 of october\.csv/),
      ]);
    await button("Open in Funds: Correct 1 report row that couldn't be counted").click();
    await pane().getByText("1 report row couldn't be counted and doesn't say its fund, so any fund may be incomplete.").waitFor();
  });

  it('after the half, a threshold that the reports do not decide is not known yet', async () => {
    await useInWorkbook('2027-01-02');
    const fund = fundCard('7654321', FY27_H1);
    // $6,954.11 in four months, at that pace for six
    await fund
      .getByText(
        "Not known yet: Nov 2026 through Dec 2026 aren't in a report. $6,954.11 of co-op so far, $10,431.17 expected; the threshold is $10,000.00. Bring in a newer earnings report.",
      )
      .waitFor();
    expect(await fund.innerText()).not.toMatch(/convert|lapse|lost/i);
    await expect
      .poll(() => shownRows(workbench, FUNDS_DESIGN, 4, 'Partner ID', 'Fiscal half', 'Status', 'Converted', 'Lapsed'))
      .toEqual([
        ['1234567', 'FY26 H2', 'lapsing', '0.00', '0.00'],
        ['1234567', 'FY27 H1', 'usable', '0.00', '0.00'],
        ['7654321', 'FY26 H2', 'converted', '7,383.80', '0.00'],
        ['7654321', 'FY27 H1', 'not known yet', '', '0.00'],
      ]);
    await pane().getByText("1 report row couldn't be counted and doesn't say its fund").waitFor();
    await workbench.screen('Today');
    await expect
      .poll(toDo)
      .toEqual([
        expect.stringMatching(
          /^Dec 31, 2026, 2 days ago Bring in a newer earnings report .* Partner ID 7654321: November 2026 and December 2026 are missing\./,
        ),
        expect.stringMatching(/^Feb 3, 2027, in 32 days \$20,000\.00 at risk Confirm that "Digital advertising" took place/),
        expect.stringMatching(/^Feb 15, 2027, in 44 days \$1,901\.60 at risk Look for activities missing from the plan/),
        expect.stringMatching(/^Feb 15, 2027, in 44 days \$300\.00 at risk Claim "Telemarketing" again, or dispute/),
        expect.stringMatching(/^Jun 30, 2027, in 179 days \$18,434\.36 at risk Plan \$18,434\.36/),
        expect.stringMatching(/^Correct 1 report row that couldn't be counted/),
      ]);
    await workbench.screen('Funds');
  });

  it('ends with the same numbers in Balance, on the sheet, and in the summary', async () => {
    const columns = ['Above threshold', 'Planned', 'Committed', 'Spent', 'Claimed', 'Approved', 'Paid', 'Free'];
    const funds = {
      'FY26 H2': ['26,601.60', '0.00', '20,000.00', '300.00', '0.00', '0.00', '4,400.00', '1,901.60'],
      'FY27 H1': ['18,434.36', '0.00', '0.00', '0.00', '0.00', '0.00', '0.00', '18,434.36'],
    };
    await button('Make a summary sheet').click();
    await pane().getByText('The summary is on the sheet "Co-op summary".').waitFor();
    await workbench.quiet();
    const summary = await workbench.text("'Co-op summary'!A4:O9");
    const inSheet = await shownRows(workbench, FUNDS_DESIGN, 4, 'Partner ID', 'Fiscal half', ...columns);
    await workbench.screen('Plan');
    await pane().getByRole('tab', { name: 'Balance' }).click();
    for (const [half, amounts] of Object.entries(funds)) {
      const inBalance = await amountsIn(pane().getByRole('article', { name: `${half} · 1234567` }));
      expect(columns.map((name) => inBalance[name])).toEqual(amounts);
      expect(inSheet).toContainEqual(['1234567', half, ...amounts]);
      const row = summary.find(([partnerId, earnedIn]) => partnerId === '1234567' && earnedIn === half)!;
      expect(columns.map((name) => row[summary[0]!.indexOf(name)])).toEqual(amounts);
    }
    // $26,601.60 and $18,434.36; $7,383.80 and $6,954.11 of the other Partner ID are earned and not above the threshold
    expect(summary.find(([name]) => name === 'Total')!.slice(3, 5)).toEqual(['59,373.87', '45,035.96']);
  });
});
