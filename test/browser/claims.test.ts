import type { Locator } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { formatDay, type Day } from '../../src/domain/calendar/day';
import { CLAIMS } from '../../src/storage/planning/claims-table';
import { axeFaults } from '../support/axe';
import type { BookName } from '../support/books';
import { faultsInEveryLook } from '../support/looks';
import { claimCell, shownRows, writeClaims, type SheetRow } from '../support/tables-in-sheet';
import { closeSound, openWorkbench, type Opening, type Workbench } from '../support/workbench';

/** A table that is seen changed for the first time may be the workbook's rules: the runtime looks once, whoever changed it. */
const isOfPane = (request: readonly string[]): boolean => request.join() !== 'TableCollection.getItemOrNullObject()';

/** A partner claims what was spent and follows the claim until the money arrives, on the built add-in. */
describe('claims', () => {
  let workbench: Workbench;
  afterEach(() => closeSound(workbench));

  const openBook = async (book: BookName, opening: Opening = {}): Promise<void> => {
    workbench = await openWorkbench({ ...opening, book });
  };
  const pane = () => workbench.pane;
  const button = (name: string | RegExp) => pane().getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  const field = (name: string) => pane().getByLabel(name, { exact: true });
  const main = () => pane().locator('main').innerText();
  const claim = () => pane().getByRole('region', { name: /^(INV|PO|Customer seminars)/ });
  const history = (): Promise<string> => pane().getByRole('list', { name: 'History' }).innerText();
  const asOf = (day: string) => pane().getByLabel('As of').fill(day);

  const plan = async (activity: string, start: string, end: string, budget: string): Promise<void> => {
    await workbench.screen('Plan');
    await asOf('2024-01-05');
    await button('Add activity').click();
    const box = pane().getByRole('combobox', { name: 'Activity' });
    await box.fill(activity);
    await box.press('Tab');
    await pane()
      .getByLabel(/^Start date/)
      .fill(start);
    await pane()
      .getByLabel(/^End date/)
      .fill(end);
    await field('Cost, USD').fill(budget);
    await pane().getByRole('button', { name: /^Save/ }).first().click();
    await pane()
      .getByText(/Saved "/)
      .waitFor();
  };
  const begin = async (activity: string, day: string, kind: 'invoice' | 'CSR' = 'invoice'): Promise<void> => {
    await workbench.screen('Claims');
    await asOf(day);
    if (await button('← Claims').isVisible()) await button('← Claims').click();
    await button('New claim').click();
    if (kind === 'CSR') await pane().getByLabel('CSR (your own costs)').check();
    await button(`Start a claim for ${activity}`).click();
    await claim().waitFor();
  };
  const save = async (): Promise<void> => {
    await button('Save').click();
    await pane()
      .getByText(/Saved "/)
      .waitFor();
  };
  const open = async (part: string): Promise<void> => {
    const header = pane()
      .getByRole('heading', { name: new RegExp(`^${part}`) })
      .getByRole('button');
    if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
  };

  const section = (name: string) => pane().getByRole('region', { name });
  const write = async (to: string, on: string, more: { amount?: string; note?: string } = {}): Promise<void> => {
    const form = pane().getByRole('form', { name: to });
    if (!(await form.isVisible())) await section('Status change').getByRole('button', { name: to, exact: true }).click();
    await form.getByLabel('Date', { exact: true }).fill(on);
    if (more.amount) await form.getByLabel(/^Amount/).fill(more.amount);
    if (more.note) await form.getByLabel(/^(Note|Reason)/).fill(more.note);
    await form.getByRole('button', { name: 'Record' }).click();
    const anyway = form.getByRole('button', { name: 'Record anyway' });
    if (await anyway.isVisible()) await anyway.click();
  };
  const writeDown = async (to: string, on: string, more: { amount?: string; note?: string } = {}): Promise<void> => {
    await asOf(on);
    await write(to, on, more);
    await pane()
      .getByText(new RegExp(`Moved ".*" to .* on ${formatDay(on as Day)}\\.`))
      .waitFor();
  };
  /** Fills in all that a claim with an invoice needs. */
  const complete = async (number = '5645', amount = '7500'): Promise<void> => {
    await field('Fund category').fill('Default non surface funds');
    await field('Solution areas').fill('Modern Work');
    await field('Claim amount').fill(amount);
    await open('Cost');
    await button('Add an invoice').click();
    await field('Invoice 1 number').fill(number);
    await pane().getByRole('group', { name: 'Invoice 1' }).getByLabel('Amount, USD').fill(amount);
    await button('Use it').click();
    await open('Proof');
    const boxes = pane()
      .getByRole('group', { name: /^(Cost|Communication|Metrics|Core requirements|Must be visible)$/ })
      .getByRole('checkbox', { name: /^(?!Not applicable)/ });
    await boxes.first().waitFor();
    for (const box of await boxes.all()) await box.check();
    for (const link of await pane()
      .getByLabel(/^File name or link of:/)
      .all())
      await link.fill('proof.pdf');
  };
  const claims = (address: string) => workbench.text(`'Co-op claims'!${address}`);

  it('from an activity to the money, with a detour through action required', async () => {
    await openBook('funds of FY24');
    await workbench.screen('Claims');
    await pane().getByRole('heading', { name: 'No claims in this workbook yet' }).waitFor();
    await button('Plan an activity first').waitFor();
    await plan('Digital advertising', '2024-01-01', '2024-01-31', '7501');
    const { roundTrips: toRead } = await workbench.roundTrips(() => workbench.screen('Claims'));
    expect(toRead).toBeLessThanOrEqual(2);
    await begin('Digital advertising', '2024-02-20');
    expect(await claim().innerText()).toContain('Submit by Aug 15, 2024 (Thursday), 23:59:59 UTC. 177 days left.');
    expect(await claim().innerText()).toContain('At most $10,020.00, which the fund allows.');
    await pane().getByText('US allowances may differ').click();
    await pane().getByText('Allowances in the United States may differ from the global policy.').waitFor();

    await complete('5645', '7500');
    await field('Claim amount').fill('7501');
    await pane().getByText('$7,501.00 claimed differs by $1.00 from the $7,500.00 of the invoice').waitFor();
    await save();
    expect(await claim().innerText()).toContain('Match the claim amount and the invoice: $1.00 more is claimed.');
    expect(await claim().innerText()).toContain('Total $7,500.00; claimed $7,501.00, $1.00 more');
    await field('Claim amount').fill('7500');
    await pane().getByText('Ready: nothing is missing.').waitFor();
    await expect.poll(() => pane().getByText('They should match').count()).toBe(0);
    await workbench.quiet();
    const { roundTrips: toSave } = await workbench.roundTrips(save);
    expect(toSave).toBeLessThanOrEqual(2);

    await writeDown('Submitted', '2024-02-26');
    await pane().getByText('Under review; decision expected by Mar 27, 2024').waitFor();
    await pane().getByText('The claim is submitted. It can be edited again only if Microsoft asks for action.').waitFor();
    expect(await field('Claim amount').count()).toBe(0);
    await writeDown('Action required', '2024-02-28', { note: 'The date is missing on the screenshot' });
    await pane().getByText('Complete and resubmit by Sep 30, 2024 (Monday), 23:59:59 UTC. 215 days left.').waitFor();
    // the list knows nothing of what Microsoft asks for
    expect(await claim().innerText()).toContain('This list is complete. Partner Center says what Microsoft is asking for.');
    expect(await claim().innerText()).not.toContain('Ready');
    await pane().getByLabel('File name or link of: Screenshot of the ad').fill('ad with date.png');
    await writeDown('Resubmitted', '2024-03-04');
    await writeDown('Under review', '2024-03-05');
    await writeDown('Approved', '2024-03-06', { amount: '7400' });
    await pane().getByText('Payment expected by Mar 25, 2024 (19 days left).').waitFor();
    await open('Dates of');
    expect(await main()).toMatch(/Estimated payment\s+Mar 20, 2024 to Mar 25, 2024[\s\S]*45 business days\)\s+May 8, 2024/);
    const { roundTrips: toMove } = await workbench.roundTrips(() => writeDown('Paid', '2024-03-22'));
    expect(toMove).toBeLessThanOrEqual(2);
    expect(await claim().innerText()).toMatch(/\$7,400\.00 paid\s+Claimed \$7,500\.00, approved \$7,400\.00: \$100\.00 less\./);
    expect(await section('Status change').count()).toBe(0);

    await open('History');
    const said = await history();
    expect(said.match(/[A-Z][a-z ]+ → [A-Z][a-z ]+/g)).toEqual([
      'Approved → Paid',
      'Under review → Approved',
      'Submitted → Under review',
      'Action required → Submitted',
      'Submitted → Action required',
      'Editing → Submitted',
    ]);
    expect(said).toContain('On Feb 28, 2024. The date is missing on the screenshot');
    expect(said).toContain('On Mar 6, 2024. $7,400.00 approved.');
    const [header, row] = [await claims('A4:AZ4'), await claims('A5:AZ5')].map((rows) => rows[0]!);
    const cell = (name: string) => row![header!.indexOf(name)];
    expect(
      ['Claim name', 'Amount', 'Evidence', 'Status', 'Since', 'Submitted', 'Approved on', 'Approved amount', 'Paid on', 'Paid amount'].map(
        cell,
      ),
    ).toEqual([
      'INV5645 Digital advertising January',
      '7,500.00',
      'invoice',
      'paid',
      '2024-03-22',
      '2024-02-26',
      '2024-03-06',
      '7,400.00',
      '2024-03-22',
      '7,400.00',
    ]);
    expect(await workbench.unknownCalls()).toEqual([]);
  });

  it('open proof is asked about before a claim is recorded as submitted', async () => {
    await openBook('January ads');
    await begin('Digital advertising', '2024-02-20');
    const form = pane().getByRole('form', { name: 'Submitted' });
    const question = form.getByText('10 proofs are still open. Record as submitted anyway?');
    await section('Status change').getByRole('button', { name: 'Submitted' }).click();
    await form.getByRole('button', { name: 'Record' }).click();
    await question.waitFor();
    expect(await claims('B5')).toEqual([['editing']]);
    // something else is said: it is another question
    await form.getByLabel('Note', { exact: true }).fill('Proof follows');
    expect(await question.count()).toBe(0);
    await form.getByRole('button', { name: 'Record' }).click();
    await form.getByRole('button', { name: 'Record anyway' }).click();
    await pane().getByText('to Submitted on Feb 20, 2024.').waitFor();
    expect(await claims('B5')).toEqual([['submitted']]);
  });

  it("a membership fee isn't asked for content, core requirements, or a creative review", async () => {
    await openBook('funds of FY24');
    const FEE = 'Microsoft AI Cloud Partner Program participation fee';
    await workbench.screen('Plan');
    await asOf('2024-01-05');
    await button('Add activity').click();
    const box = pane().getByRole('combobox', { name: 'Activity' });
    await box.fill('Digital advertising');
    await box.press('Tab');
    await field('Microsoft content, %').waitFor();
    await box.fill(FEE);
    await box.press('Tab');
    await field('Microsoft content, %').waitFor({ state: 'detached' });
    expect(await pane().getByLabel('Core requirements are met').count()).toBe(0);
    await button('Discard').click();
    await plan(FEE, '2024-03-01', '2024-03-01', '4730');
    await workbench.screen('Claims');
    await button('New claim').click();
    await button(`Start a claim for ${FEE}`).waitFor();
    expect(await button(`Ask for a creative review of ${FEE}`).count()).toBe(0);
    await button(`Start a claim for ${FEE}`).click();
    await claim().waitFor();
    expect(
      await pane()
        .getByRole('heading', { name: /^Creative review/ })
        .count(),
    ).toBe(0);
  });

  it('deadlines pass: the as-of date moves, late moves are refused, losses are written down', async () => {
    await openBook('January ads');
    await begin('Digital advertising', '2024-01-20');
    await pane().getByText('Jan 20, 2024 is before Feb 16, 2024, when Microsoft opens claims for this usage period').waitFor();
    await asOf('2024-02-16');
    await expect.poll(() => pane().getByText('when Microsoft opens claims').count()).toBe(0);
    await open('Dates of');
    expect(await section('Keep the proof until').innerText()).toMatch(
      /until Aug 15, 2026[\s\S]*activity\s+Jan 31, 2026[\s\S]*claiming\s+Aug 15, 2026[\s\S]*period\s+Aug 15, 2026/,
    );

    await asOf('2024-08-15');
    await pane().getByText('Submit by Aug 15, 2024 (Thursday), 23:59:59 UTC. Last day.').waitFor();
    await asOf('2024-08-16');
    await pane().getByText('Not submitted by the claim deadline, Aug 15, 2024 (Thursday), 23:59:59 UTC.').waitFor();
    await pane().getByText('Forfeited', { exact: true }).first().waitFor();
    await write('Submitted', '2024-08-16');
    await pane().getByText('The claim deadline was Aug 15, 2024, 23:59:59 UTC. On Aug 16, 2024 it has passed').waitFor();
    await write('Submitted', '2024-08-17');
    await pane().getByText('Aug 17, 2024 is after the as-of date, Aug 16, 2024.').waitFor();
    await button('Cancel').click();
    await write('Submitted', '2024-08-15');
    await pane().getByText('to Submitted on Aug 15, 2024.').waitFor();
    await writeDown('Action required', '2024-08-20', { note: 'Metrics' });

    await asOf('2024-09-30');
    await pane().getByText('Complete and resubmit by Sep 30, 2024 (Monday), 23:59:59 UTC. Last day.').waitFor();
    await asOf('2024-10-01');
    await pane().getByText('Not resolved by the resolution deadline, Sep 30, 2024 (Monday), 23:59:59 UTC.').waitFor();
    await write('Resubmitted', '2024-10-01');
    await pane().getByText("A claim that still needs action on Oct 1, 2024 is non-compliant and isn't paid.").waitFor();
    await button('Cancel').click();
    await workbench.screenshot('claims-deadline');
    await write('Non-compliant', '2024-10-01');
    await pane().getByText('to Non-compliant on Oct 1, 2024.').waitFor();
    await open('History');
    expect(await history()).toContain('Action required → Non-compliant');
    expect(await section('Status change').count()).toBe(0);
  });

  it('rejected, disputed and approved; payment days from the sheet', async () => {
    await openBook('January ads');
    await begin('Digital advertising', '2024-02-20');
    await writeDown('Submitted', '2024-02-26');
    await writeDown('Rejected', '2024-02-29', { note: 'No Microsoft content' });
    expect(await section('Status change').getByRole('button').allInnerTexts()).toEqual(['Disputed']);
    await writeDown('Disputed', '2024-03-01');
    await pane().getByText('Disputed; answer expected by Mar 8, 2024 (7 days left).').waitFor();
    await writeDown('Approved', '2024-03-07');
    await open('Dates of');
    for (const [day, paid] of [
      ['2022-10-15', ['2022-10-20', '2022-10-25']],
      ['2022-10-16', ['2022-11-20', '2022-11-25']],
      ['2024-12-16', ['2025-01-20', '2025-01-25']],
    ] as const) {
      await workbench.set(claimCell(1, 'Approved on'), day);
      await expect.poll(main).toContain(paid.map(formatDay).join(' to '));
      expect((await shownRows(workbench, CLAIMS.design, 1, 'Paid from', 'Paid to'))[0]).toEqual(paid);
    }
  });

  it('claims written into the sheet by hand: blank IDs, broken cells, old days, statuses and days in an order of no claim', async () => {
    await openBook('funds of FY24');
    const ofFund = {
      'Partner ID': '1234567',
      Program: 'Microsoft Commerce Incentives',
      'Fiscal half': 'FY24 H1',
      Activity: 'Digital advertising',
      Start: '2024-01-01',
      End: '2024-01-31',
      Currency: 'USD',
      Amount: 1000,
    };
    const rows: SheetRow[] = [
      { ...ofFund, 'Claim name': 'Old', Start: '2010-04-01', End: '2010-05-01' },
      {
        ...ofFund,
        'Claim name': 'Older',
        'Partner ID': '',
        'Fiscal half': '',
        Start: '2010-04-01',
        End: '2010-05-01',
        Status: 'approved',
        'Approved on': '2011-01-01',
        Submitted: '2010-07-01',
      },
      {
        ...ofFund,
        'Claim name': 'Backwards',
        Status: 'paid',
        Submitted: '2024-03-10',
        'Approved on': '2024-03-01',
        'Approved amount': 2000,
      },
      { ...ofFund, 'Claim name': 'Unknown', Status: 'wherever', Amount: 'a lot' },
      { ...ofFund, 'Claim name': 'Foreign', Currency: 'EUR', 'Activity ID': 'A-GONE' },
      { Notes: 'only this' },
      // a quarter of $10,020.00 is $2,505.00
      { ...ofFund, 'Claim name': 'Capped', Activity: 'Customer offers', Amount: 2505.01 },
    ];
    await writeClaims(workbench, rows);
    await workbench.screen('Claims');
    await asOf('2024-04-01');
    await pane().getByRole('heading', { name: '7 claims' }).waitFor();
    const card = (name: string) => pane().getByRole('article', { name, exact: true });
    expect(await card('Old').innerText()).toContain('3 blocking issues.');
    expect(await card('Capped').innerText()).toContain('Above its cap.');
    expect(await card('Foreign').innerText()).toContain("No exchange rate for EUR, so the claim isn't checked against its fund.");
    expect(await card('Unknown').innerText()).toMatch(
      /No amount yet[\s\S]*Amount: "a lot" can't be read[\s\S]*Status: "wherever" isn't one of editing, /,
    );
    await card('Untitled claim').waitFor();
    const opened = async (name: string): Promise<string> => {
      await card(name).getByRole('button', { name }).click();
      await pane().getByRole('region', { name }).waitFor();
      const said = await main();
      await button('← Claims').click();
      return said;
    };
    expect(await opened('Backwards')).toMatch(
      /no date under "Paid on"[\s\S]*approved on Mar 1, 2024, before it was submitted on Mar 10, 2024[\s\S]*\$2,000\.00 approved is more than the \$1,000\.00 claimed/,
    );
    expect(await opened('Older')).toContain('Choose the fund before you record a status change.');
    expect(await opened('Foreign')).toMatch(/Its activity, A-GONE, is no longer in the plan[\s\S]*EUR 1,000\.00; 1 warning/);
    await card('Old').getByRole('button', { name: 'Old' }).click();
    await pane().getByText('Apr 1, 2010 is outside the usage period of this fund, Jan 1, 2024 to Jun 30, 2024.').waitFor();
    await field('Start date').fill('2024-01-01');
    await field('End date').fill('2024-01-31');
    await save();
    expect((await workbench.text(claimCell(1, 'ID')))[0]![0]).toMatch(/^C-[A-Z2-9]{6}$/);
    await asOf('2090-01-01');
    await pane().getByText('Not submitted by the claim deadline, Aug 15, 2024').waitFor();
    await workbench.screen('Today');
    await pane()
      .getByText(/items to do/)
      .first()
      .waitFor();
  });

  it('a payment that fits is offered, recorded by a click, and undone', async () => {
    await openBook('funds of FY24');
    const ofClaim = {
      Activity: 'Digital advertising',
      'Partner ID': '1234567',
      Program: 'Microsoft Commerce Incentives',
      'Fiscal half': 'FY24 H1',
      Start: '2024-02-01',
      End: '2024-02-28',
      Currency: 'USD',
      Amount: 2400,
      Status: 'approved',
      Submitted: '2024-03-01',
      Since: '2024-03-10',
      'Approved on': '2024-03-10',
    };
    await writeClaims(workbench, [
      { ...ofClaim, ID: 'C-1', 'Claim name': 'INV1', 'Approved amount': 2400 },
      { ...ofClaim, ID: 'C-2', 'Claim name': 'INV2', 'Approved amount': 1800.5 },
      { ...ofClaim, ID: 'C-3', 'Claim name': 'INV3', 'Partner ID': '7654321', 'Approved amount': 150 },
    ]);
    await workbench.screen('Claims');
    await asOf('2024-05-01');
    await pane().getByText('Approved and unpaid, 31–60 days: $4,350.50 in 3 claims').waitFor();
    await pane().getByText('$150.00 in 1 approved claim of Partner ID 7654321 waits: payments below $200.00').waitFor();
    const download = [
      'participantID,programName,earnedUSD,totalPayment,currencyCode,paymentID,paymentStatus,paymentDate',
      '1234567,Microsoft Commerce Incentives,2400.00,2400.00,USD,006815016255,Sent,2024-03-20T00:00:00.000Z',
      '1234567,Microsoft Commerce Incentives,99.00,99.00,USD,006815016256,Sent,2024-03-21T00:00:00.000Z',
    ].join('\n');
    await pane()
      .getByLabel('Payments download')
      .setInputFiles([{ name: 'payments.csv', mimeType: 'text/csv', buffer: Buffer.from(download) }]);
    await pane().getByText('2 payments read; 1 claim may be paid.').waitFor();
    expect(await faultsInEveryLook(workbench, 'claims-payments')).toEqual([]);
    const columns = ['Status', 'Paid on', 'Paid amount', 'Payment reference'].map((column) => claimCell(1, column));
    const written = () => Promise.all(columns.map(async (cell) => (await workbench.text(cell))[0]![0]));
    expect(await written()).toEqual(['approved', '', '', '']);
    await button('Record payment 006815016255 for INV1').click();
    await pane().getByText('Recorded payment 006815016255 of "INV1".').waitFor();
    // these tables have no number formats: Mar 20, 2024
    expect(await written()).toEqual(['paid', '45371', '2400', '006815016255']);
    await pane().getByText('2 payments read; none fits a claim that waits for one.').waitFor();
    await button('Undo').click();
    await pane().getByText('Undone: recorded payment 006815016255 of "INV1".').waitFor();
    expect(await written()).toEqual(['approved', '', '', '']);
  });

  it('2,000 claims: a few are shown at first, all count, and one is saved in two round trips', async () => {
    await openBook('funds of FY24');
    const names = ['Digital advertising', 'Customer offers', 'Telemarketing', 'Microsoft hosted conferences'];
    await writeClaims(
      workbench,
      Array.from({ length: 2000 }, (_, index) => ({
        ID: `C-${index}`,
        'Claim name': `INV${1000 + index}`,
        Activity: names[index % 4]!,
        'Partner ID': '1234567',
        Program: 'Microsoft Commerce Incentives',
        'Fiscal half': 'FY24 H1',
        Start: '2024-01-01',
        End: '2024-01-31',
        Currency: 'USD',
        Amount: 1,
        Status: index % 2 === 0 ? 'editing' : 'submitted',
        Submitted: index % 2 === 0 ? '' : '2024-02-26',
        Since: index % 2 === 0 ? '' : '2024-02-26',
      })),
    );
    await workbench.screen('Claims');
    await asOf('2024-04-01');
    await pane().getByRole('heading', { name: '2,000 claims' }).waitFor();
    expect(await pane().getByRole('article').count()).toBe(25);
    await button('Show 25 more of 2000').waitFor();
    await asOf('2024-08-16');
    await pane().getByRole('article').first().getByText('Record it as forfeited.').waitFor();
    await asOf('2024-04-01');
    expect(await pane().getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(['Needs action, 1000']);
    await pane().getByRole('article').first().getByText('No decision yet; it was expected by Mar 27, 2024 (5 days ago).').waitFor();
    await field('Show').selectOption({ label: 'In preparation, 1000' });
    await field('Find').fill('inv1000 advertising');
    await pane().getByText('1 claim found.').waitFor();
    await pane().getByRole('button', { name: 'INV1000', exact: true }).click();
    await pane().getByText('At most $8,021.00, which the fund has left: $10,020.00, less $1,999.00 of 1,999 other claims.').waitFor();
    await field('Claim amount').fill('8021.01');
    await pane().getByText('$8,021.01 is $0.01 more than the $8,021.00').waitFor();
    await field('Claim amount').fill('2');
    await workbench.quiet();
    expect((await workbench.roundTrips(save)).requests.filter(isOfPane)).toHaveLength(2);
  });

  it('a claim never asks for more than its fund; a second on the same activity is warned about', async () => {
    await openBook('January ads');
    await begin('Digital advertising', '2024-03-01');
    await field('Claim amount').fill('10020.01');
    await pane().getByText('$10,020.01 is $0.01 more than the $10,020.00 that the fund allows.').waitFor();
    await write('Submitted', '2024-03-01');
    await pane().getByText("Partner Center wouldn't accept it: $10,020.01 is").waitFor();
    await button('Cancel').click();
    await field('Claim amount').fill('ten');
    await pane().getByText('an amount such as 1234.50').waitFor();
    await button('Save').click();
    await pane().getByText("A field can't be read.").waitFor();
    await field('Claim amount').fill('6,000');
    await field('Currency').fill('EUR');
    await pane().getByText('Enter the exchange rate (USD per EUR)').waitFor();
    await field('Exchange rate (USD per EUR)').fill('2');
    await pane().getByText('$12,000.00 is $1,980.00 more than').waitFor();
    await field('Currency').fill('USD');
    await save();
    await begin('Print advertising', '2024-03-01');
    await pane().getByText('At most $4,020.00, which the fund has left: $10,020.00, less $6,000.00 of 1 other claim.').waitFor();

    const first = (await workbench.text(claimCell(1, 'Activity ID')))[0]![0]!;
    await workbench.set(claimCell(2, 'Activity ID'), first);
    await pane()
      .getByText('"INV… Digital advertising January" claims the same activity. Microsoft accepts one claim per activity.')
      .waitFor();
    await button('← Claims').click();
    expect(await pane().getByRole('article').count()).toBe(2);
    await workbench.screenshot('claims-list');
  });

  it('a CSR with its question and agreement; low-dollar; a saved one is redone; another program', async () => {
    await openBook('January ads');
    await begin('Customer seminars and bootcamps', '2024-05-20', 'CSR');
    await open('Cost');
    await pane().getByText("A saved CSR can't be edited in Partner Center. Delete it and create a new one.").waitFor();
    await button('Add an expense').click();
    await pane().getByRole('combobox', { name: 'Expense 1' }).fill('Yacht');
    await pane().getByRole('group', { name: 'Expense 1' }).getByLabel('Amount, USD').fill('2000');
    await pane().getByText('"Yacht" isn\'t an eligible expense of this activity.').waitFor();
    await pane().getByRole('combobox', { name: 'Expense 1' }).click();
    await pane().getByRole('option', { name: 'Catering (excluding alcohol)' }).click();
    await expect.poll(() => pane().getByText('"Yacht"').count()).toBe(0);
    await pane().getByText("What's missing").click();
    await pane().getByRole('button', { name: "Answer the CSR's question on non-Microsoft products." }).waitFor();
    await pane().getByRole('radio', { name: 'Yes', exact: true }).check();
    await pane().getByText('Content must support Microsoft products').waitFor();
    await pane().getByLabel('The CSR agreement is accepted').check();
    await expect.poll(() => pane().getByText("Select the CSR's agreement").count()).toBe(0);
    await field('Share claimed under another program, %').fill('40');
    await pane().getByText('State in the proof the percentage for each program.').waitFor();
    await pane().getByText('from the $1,200.00 of the CSR lines, less the 40% claimed under another program').waitFor();
    await field('Share claimed under another program, %').fill('');
    await open('Proof');
    await pane().getByText("An event that misses a core requirement isn't paid, not even in part.").waitFor();

    await pane().getByText('When a claim is low-dollar').click();
    expect(await field('Your low-dollar limit, USD').inputValue()).toBe('');
    await field('Your low-dollar limit, USD').fill('2500');
    await button('Save limit').click();
    await pane().getByText('New claims below $2,500.00 start as low-dollar claims.').waitFor();
    await pane().getByText('$2,000.00 is below your low-dollar limit of $2,500.00.').waitFor();
    await pane().getByLabel('Low-dollar claim (Partner Center asks for no proof)').check();
    await pane().getByText('Not required for a low-dollar claim. Keep it anyway.').waitFor();
    await writeDown('Created and submitted', '2024-05-21');
    await pane().getByText("A low-dollar claim is submitted when it's created and can't be edited anymore.").waitFor();
    await workbench.screenshot('claims-low-dollar');
  });

  it('what is typed waits while people look elsewhere; a claim is deleted and brought back', async () => {
    await openBook('March ads');
    await workbench.screen('Claims');
    await asOf('2024-02-20');
    await button('New claim').click();
    await button('Ask for a creative review of Digital advertising').click();
    await field('Your company').fill('Contoso');
    await field('Your distributor (email)').fill('coop@distributor.example');
    const request = await pane().getByLabel('The request').innerText();
    for (const words of [
      'Dates: Mar 1, 2024 to Mar 31, 2024',
      'Cost: $7,500.00',
      'without changes',
      "doesn't guarantee payment",
      'Contoso',
    ])
      expect(request).toContain(words);
    expect(await main()).toContain('commpre@microsoft.com');
    expect(await main()).toContain('[your Microsoft contact]; coop@distributor.example');
    await workbench.screenshot('claims-review');
    await asOf('2024-03-01');
    await pane()
      .getByText("The activity began on Mar 1, 2024, so it's too late for a creative review. Material is reviewed only before it's used.")
      .waitFor();

    await asOf('2024-02-20');
    await button('Save these names in the workbook').click();
    await pane().getByText('Saved the names for the next request.').waitFor();
    expect((await workbench.text("'Co-op settings'!A4:B12")).filter(([name]) => name!.startsWith('Review: '))).toEqual([
      ['Review: company', 'Contoso'],
      ['Review: distributor contact', 'coop@distributor.example'],
    ]);
    expect(await field('Your company').inputValue()).toBe('Contoso');
    await button('← New claim').click();
    await button('← Claims').click();
    await begin('Digital advertising', '2024-04-02');
    await open('Results');
    await field('Results and notes').fill('1,200 clicks');
    await workbench.screen('Funds');
    await workbench.screen('Claims');
    expect(await field('Results and notes').inputValue()).toBe('1,200 clicks');
    await save();
    await workbench.set(claimCell(1, 'Solution areas'), 'Security');
    await expect.poll(() => field('Solution areas').inputValue()).toBe('Security');

    await button('Copy Claim amount').click();
    await pane().getByText('Claim amount copied.').waitFor({ state: 'attached' });
    await open('Guide');
    await pane().getByText('Values to copy').nth(1).click();
    await button('Copy Usage period').last().click();

    await button('Claim pack').click();
    await button('Add claim pack to a sheet').click();
    await pane()
      .getByText(/The claim pack is on the sheet "Claim pack C-/)
      .waitFor();
    const sheet = /"(Claim pack C-\w+)"/.exec(await main())![1]!;
    expect((await workbench.text(`'${sheet}'!A1:B60`)).flat().filter(Boolean)).toEqual(
      expect.arrayContaining([
        'Claim pack: INV… Digital advertising March',
        'Results',
        '1,200 clicks',
        'Security',
        '$7,500.00',
        'Checklist',
      ]),
    );
    await workbench.screenshot('claims-pack');
    // a frame is not told of emulated media: its rules for paper are made to hold on the screen
    const setMedia = (from: string, to: string) =>
      pane()
        .locator('html')
        .evaluate(
          (html, [was, now]) => {
            const rules = [...html.ownerDocument.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
            const media = rules.filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && rule.media.mediaText === was);
            for (const rule of media) rule.media.mediaText = now!;
            return media.length;
          },
          [from, to],
        );
    expect(await setMedia('print', 'screen and (min-width: 1px)')).toBeGreaterThan(0);
    const looks = (selector: string) =>
      pane()
        .locator(selector)
        .first()
        .evaluate((element) => [getComputedStyle(element).display, Math.round(element.getBoundingClientRect().top)]);
    expect(await looks('#claim-pack')).toEqual(['grid', 0]);
    expect((await looks('header'))[0]).toBe('none');
    await workbench.screenshot('claims-print');
    await setMedia('screen and (min-width: 1px)', 'print');
    // Excel for Mac prints nothing from a pane, without a word
    await pane()
      .locator('html')
      .evaluate((html) => (html.ownerDocument.defaultView!.print = () => undefined));
    await button('Print').click();
    await pane()
      .getByText("This version of Excel doesn't print from a pane. Choose Add claim pack to a sheet, and print the sheet.")
      .waitFor();
    await button('← Claim').click();

    await button('Delete this claim').click();
    await pane().getByRole('heading', { name: 'No claims in this workbook yet' }).waitFor();
    await button('Undo').click();
    await pane().getByRole('article', { name: 'INV… Digital advertising March' }).waitFor();
    expect((await claims('A5'))[0]).toEqual(['INV… Digital advertising March']);
    expect(await workbench.unknownCalls()).toEqual([]);
  });

  it('by keyboard alone: found, opened, filled with what people bring, saved, moved, and back where it was', async () => {
    await openBook('funds of FY24');
    const ofFund = {
      'Partner ID': '1234567',
      Program: 'Microsoft Commerce Incentives',
      'Fiscal half': 'FY24 H1',
      Activity: 'Digital advertising',
      Start: '2024-01-01',
      End: '2024-01-31',
      Currency: 'USD',
      'Fund category': 'Hosting Coop',
    };
    await writeClaims(
      workbench,
      Array.from({ length: 30 }, (_, index) => ({
        ...ofFund,
        Amount: index === 28 ? 400 : 300,
        ID: `C-KEY${100 + index}`,
        'Claim name': `INV${700 + index} spring ads`,
        Status: index === 29 ? 'action required' : 'editing',
        Since: index === 29 ? '2024-03-01' : '',
        Submitted: index === 29 ? '2024-02-20' : '',
      })),
    );
    await workbench.screen('Claims');
    await asOf('2024-04-01');
    await pane().getByRole('heading', { name: 'Needs action, 1' }).waitFor();
    await button('Show 5 more of 30').click();
    const keys = async (...pressed: string[]): Promise<void> => {
      for (const key of pressed) await workbench.page.keyboard.press(key);
    };
    const hasFocus = (locator: Locator) =>
      expect.poll(() => locator.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    // the last of the list, and the way back to it
    const last = button('INV728 spring ads');
    await last.focus();
    await keys('Enter');
    await hasFocus(pane().getByRole('heading', { name: 'INV728 spring ads' }));
    await button('Complete the proof checklist. The guidebook asks for 10 more.').focus();
    await keys('Enter');
    await hasFocus(
      pane()
        .getByRole('heading', { name: /^Proof of execution/ })
        .getByRole('button'),
    );
    await button('Complete the list').focus();
    await keys('Enter');
    const ad = field('File name or link of: Screenshot of the ad');
    const odd = '=HYPERLINK("x") “Angebot ä/ö #1 (final) 100%”.pdf';
    await ad.fill(odd);
    await open('Results');
    const notes = 'Clicks 1,200; '.repeat(215).slice(0, 3000);
    await field('Results and notes').fill(notes);
    await open('Cost');
    for (let number = 1; number <= 40; number++) {
      await button('Add an invoice').focus();
      await keys('Enter');
      await field(`Invoice ${number} number`).fill(`N-${number}`);
      await pane()
        .getByRole('group', { name: `Invoice ${number}`, exact: true })
        .getByLabel('Amount, USD')
        .fill('10');
    }
    await pane().getByText('Total $400.00; claimed $400.00').waitFor();
    await button('Remove invoice 40').focus();
    await keys('Enter');
    await pane().getByText('$400.00 claimed differs by $10.00 from the $390.00 of the invoices.').waitFor();
    await workbench.quiet();
    const { requests } = await workbench.roundTrips(async () => {
      await button('Save').focus();
      await keys('Enter');
      await pane().getByText('Saved "INV728 spring ads".').waitFor();
    });
    // the last keeps the headers of a new sheet in sight
    expect(requests.filter(isOfPane).length).toBeLessThanOrEqual(3);
    // Save has gone: the focus is where it was before, not lost
    expect(
      await pane()
        .locator('body')
        .evaluate((body) => body === body.ownerDocument.activeElement),
    ).toBe(false);
    expect([await ad.inputValue(), (await field('Results and notes').inputValue()).length]).toEqual([odd, 3000]);
    expect((await workbench.text("'Co-op claim lines'!B5:B43")).flat()).toHaveLength(39);
    expect((await workbench.text("'Co-op proof'!D5:D14")).flat()).toContain(odd);
    await open('Creative review');
    await pane().getByText("The activity started on Jan 1, 2024, so it's too late for a creative review.").waitFor();
    await button('Claim pack').focus();
    await keys('Enter');
    await hasFocus(pane().getByRole('heading', { name: 'INV728 spring ads' }));
    expect(await pane().getByRole('article').innerText()).toContain(odd);
    await button('← Claim').focus();
    await keys('Enter');
    await button('← Claims').focus();
    await keys('Enter');
    await hasFocus(last);
    await field('Find').fill('n-39');
    await pane().getByText('1 claim found.').waitFor();
    await button('Show all claims').focus();
    await keys('Enter');
    // what Microsoft asks for stands where it is answered
    await button('INV729 spring ads').focus();
    await keys('Enter');
    await write('Resubmitted', '2024-04-01');
    await pane().getByText('to Submitted on Apr 1, 2024.').waitFor();
    await writeDown('Action required', '2024-04-01', { note: 'The logo is missing' });
    await pane().getByText("Microsoft's reason: The logo is missing").waitFor();
    expect(await workbench.unknownCalls()).toEqual([]);
  });

  it('the Tab key, from the first field of a claim to its last, leaves the tabs at the top', async () => {
    await openBook('January ads');
    await begin('Customer seminars and bootcamps', '2024-05-20', 'CSR');
    for (const part of ['Cost', 'Proof', 'Creative', 'Results', 'Guide', 'Dates of', 'History']) await open(part);
    await button('← Claims').focus();
    const place = () =>
      pane()
        .locator('html')
        .evaluate((html) => {
          const focused = html.ownerDocument.activeElement;
          return {
            scrolled: Math.max(html.scrollTop, html.ownerDocument.body.scrollTop),
            tabs: html.querySelector('header')!.getBoundingClientRect().top,
            focused: `${focused?.closest('main') ? '' : 'outside: '}${focused?.getAttribute('aria-label') ?? focused?.textContent ?? ''}`,
          };
        });
    const passed: string[] = [];
    while (passed.length < 200) {
      await workbench.page.keyboard.press('Tab');
      const { focused, ...where } = await place();
      expect(where, `after ${focused}`).toEqual({ scrolled: 0, tabs: 0 });
      if (focused.startsWith('outside')) break;
      passed.push(focused);
    }
    expect(passed).toContain('Delete this claim');
    // nothing in it can be scrolled but the screen
    const page = pane().locator('html');
    expect(await page.evaluate((html) => html.scrollHeight - html.clientHeight)).toBe(0);
  });

  it("what Partner Center shows of a claim: its number, link, and payment, also once it's closed; proof that doesn't apply; who did it", async () => {
    await openBook('January ads');
    await workbench.screen('Plan');
    await button('Settings').click();
    await field('Your name (optional)').fill('Ana Díaz');
    await button('Save').click();
    await pane().getByText('Saved the settings.').waitFor();
    expect((await workbench.text("'Co-op settings'!A5:B9")).flat().join(' ')).toContain('Your name Ana Díaz');
    await begin('Digital advertising', '2024-02-20');
    await complete();
    await field('Funding pool').fill('Cloud Solutions Provider');
    await pane()
      .getByLabel(/^Not applicable: /)
      .first()
      .check();
    expect(await pane().getByRole('region', { name: /^INV/ }).innerText()).toContain('10 of 10 done');
    await field('Claim link').fill('javascript:alert(1)');
    await pane().getByText('Only an address that starts with https:// can be opened.').waitFor();
    expect(await pane().getByRole('link').count()).toBe(0);
    await save();
    await writeDown('Submitted', '2024-02-26');
    await field('Claim number').fill('0012345');
    await field('Claim link').fill('https://partner.microsoft.com/claims/0012345');
    await field('Claim expires').fill('2024-09-30');
    await save();
    for (const link of await pane().getByRole('link', { name: 'Open in Partner Center' }).all())
      expect([await link.getAttribute('href'), await link.getAttribute('rel'), await link.getAttribute('target')]).toEqual([
        'https://partner.microsoft.com/claims/0012345',
        'noopener noreferrer',
        '_blank',
      ]);
    await writeDown('Approved', '2024-03-06', { amount: '7400' });
    await writeDown('Paid', '2024-03-22', { amount: '7300' });
    await field('Payment reference').fill('PAY-77');
    await save();
    await open('History');
    expect(await history()).toMatch(/\$7,300\.00 paid\. Recorded .* UTC by Ana Díaz\./);
    const [header, row] = [await claims('A4:AZ4'), await claims('A5:AZ5')].map((rows) => rows[0]!);
    const columns = ['Claim number', 'Claim link', 'Payment reference', 'Funding pool', 'Claim expires'];
    expect(columns.map((name) => row![header!.indexOf(name)])).toEqual([
      '0012345',
      'https://partner.microsoft.com/claims/0012345',
      'PAY-77',
      'Cloud Solutions Provider',
      '2024-09-30',
    ]);
    await workbench.screenshot('claims-paid');
    await button('← Claims').click();
    expect(await pane().getByRole('article').first().innerText()).toContain('FY24 H1 · 1234567 · Claim 0012345');
  });

  it('a creative review, asked for from the plan and from a claim begun early, until the activity starts', async () => {
    await openBook('March ads');
    await workbench.screen('Plan');
    await asOf('2024-01-05');
    await button('Digital advertising').click();
    await button('Ask for a creative review').click();
    await pane().getByText('Cost: $7,500.00').waitFor();
    await button('← Plan').click();
    await pane().getByRole('heading', { name: 'Edit activity' }).waitFor();
    await begin('Digital advertising', '2024-02-20');
    await open('Creative review');
    await pane().getByText('Optional, before Mar 1, 2024').waitFor();
    await field('Claim amount').fill('7000');
    await button('Draft the request').click();
    await pane().getByText('Cost: $7,000.00').waitFor();
    await button('← Claim').click();
    expect(await field('Claim amount').inputValue()).toBe('7000');
    await asOf('2024-03-01');
    await pane().getByText('Closed').waitFor();
    expect(await button('Draft the request').count()).toBe(0);
  });

  it('a cell that both sides change: told in the form, and taken by keyboard, before it is saved and after', async () => {
    // as high as the bar with Save lies over no field
    await openBook('March ads', { height: 2400 });
    await begin('Digital advertising', '2024-04-02');
    const cell = (name: string): string => claimCell(1, name);
    await field('Solution areas').fill('Azure');
    await field('Claim amount').fill('7000');
    await workbench.set(cell('Solution areas'), 'Security');
    await workbench.set(cell('Amount'), 6000);
    await pane().getByText('The field "Solution areas" also changed in the sheet, to "Security". Saving keeps your value.').waitFor();
    await pane().getByText('The claim amount also changed in the sheet, to "6000.00".').waitFor();
    expect(await axeFaults(workbench)).toEqual([]);
    await workbench.widen(320);
    await workbench.screenshot('claims-clash-320');
    await workbench.widen(350);
    await button('Use sheet value: The field "Solution areas"').focus();
    await workbench.page.keyboard.press('Enter');
    await expect.poll(() => field('Solution areas').inputValue()).toBe('Security');
    await save();
    await pane().getByText('Amount also changed in the sheet: "6,000.00" there, "7,000.00" here. Your value was kept.').waitFor();
    expect(await workbench.text(cell('Amount'))).toEqual([['7,000.00']]);
    await button('Use sheet value: Amount').focus();
    await workbench.page.keyboard.press('Enter');
    await pane().getByText('Changed Amount to "6,000.00", the value in the sheet.').waitFor();
    expect([await field('Claim amount').inputValue(), (await workbench.text(cell('Amount')))[0]]).toEqual(['6000.00', ['6,000.00']]);
    await button('Undo').click();
    await expect.poll(() => field('Claim amount').inputValue()).toBe('7000.00');
  });

  it('looks sound to everyone, in every look and at every width', async () => {
    await openBook('March ads', { height: 2400 });
    await begin('Customer seminars and bootcamps', '2024-02-10', 'CSR');
    await open('Cost');
    await button('Add an expense').click();
    await open('Proof');
    await open('Results');
    await open('Guide');
    await open('Dates of');
    await open('History');
    await pane().getByText("What's missing").click();
    await field('Claim amount').fill('20000');
    await section('Status change').getByRole('button', { name: 'Submitted' }).click();
    const seen = async (name: string): Promise<void> => expect(await faultsInEveryLook(workbench, `claims-${name}`), name).toEqual([]);
    await seen('claim');
    await pane()
      .getByRole('heading', { name: /^Guide/ })
      .scrollIntoViewIfNeeded();
    expect(await axeFaults(workbench)).toEqual([]);
    await button('Claim pack').click();
    await seen('summary');
    await button('← Claim').click();
    await button('← Claims').click();
    await seen('list');
    await button('New claim').click();
    await seen('new');
    await button('Ask for a creative review of Digital advertising').click();
    await seen('review');
  });
});
