import { afterEach, describe, expect, it } from 'vitest';
import { faultsInEveryLook } from '../support/looks';
import { bringIn, chooseReport, writeReport } from '../support/report-in-pane';
import { csv, SAMPLE_TEXT, sampleRows } from '../support/report-files';
import { claimCell, writeClaims } from '../support/tables-in-sheet';
import { closeSound, openWorkbench, type Opening, type Workbench } from '../support/workbench';

/** A finance person holds a fund against Partner Center's own figures, on the built add-in. */
describe('comparing a fund with Partner Center', () => {
  let workbench: Workbench;
  afterEach(() => closeSound(workbench));

  const pane = () => workbench.pane;
  const open = async (opening: Opening = {}): Promise<void> => {
    workbench = await openWorkbench({ book: 'funds', ...opening });
    await workbench.screen('Funds');
    await pane().getByLabel('As of').fill('2025-03-10');
  };
  const card = (partnerId: string, holds: string) => pane().getByRole('article', { name: partnerId }).filter({ hasText: holds });
  const compare = async (partnerId = '7654321', holds = '9,999.99') => {
    await card(partnerId, holds).getByRole('button', { name: 'Compare with Partner Center' }).click();
    const region = pane().getByRole('region', { name: /^Compare / });
    await region.waitFor();
    return region;
  };
  const paste = (text: string) =>
    pane()
      .getByRole('textbox', { name: 'Earned' })
      .evaluate((field, pasted) => {
        const data = new DataTransfer();
        data.setData('text/plain', pasted);
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      }, text);
  const verdict = () =>
    pane()
      .getByRole('region', { name: /^Compare / })
      .getByRole('status')
      .first();
  const giveRows = () =>
    pane()
      .getByLabel('Report files to compare with')
      .setInputFiles({ name: 'again.csv', mimeType: 'text/csv', buffer: Buffer.from(SAMPLE_TEXT) });

  it('a repeat, a date in local time and another Partner ID: seen in the rows, explained to the cent', async () => {
    await open();
    const region = await compare();
    // 9,999.99 + the repeat 2,199.99 + January 1 read in US time 650.00 + Partner ID 1234567's 10,020.00
    await paste('Earned\t$22,869.98\nClaimed\t$4,000.00\nRemaining\t$18,869.98');
    expect(await pane().getByRole('textbox', { name: 'Remaining' }).inputValue()).toBe('18,869.98');
    await expect.poll(() => verdict().innerText()).toMatch(/^Unexplained: \+\$12,869\.99/);
    expect(await region.innerText()).toContain('1 duplicate dropped. The report’s rows show the amount.'.replace('’', "'"));
    const { roundTrips } = await workbench.roundTrips(giveRows);
    expect(roundTrips).toBe(0);
    await expect
      .poll(() => verdict().innerText())
      .toBe(
        'Explained to the cent: Duplicates (+$2,199.99), Dates in local time (+$650.00), and Another Partner ID (+$10,020.00). Nothing is unexplained.',
      );
    expect(await region.getByRole('checkbox', { checked: true }).count()).toBe(3);
    expect(await region.innerText()).toContain('US Pacific time');
    expect(await region.innerText()).toContain("Your claims aren't in this workbook");
    await workbench.screenshot('funds-reconcile');
    // One of them dropped, its money is unexplained again.
    await region.getByRole('checkbox', { name: /^Dates in local time/ }).click();
    await expect.poll(() => verdict().innerText()).toMatch(/Unexplained: \+\$650\.00\.$/);
    // A look at another tab and back loses nothing.
    await workbench.widen(600);
    await workbench.screen('Functions');
    await workbench.screen('Funds');
    await expect.poll(() => verdict().innerText()).toMatch(/Unexplained: \+\$650\.00\.$/);
  });

  it("an amount in the rows' own currency is compared in it, once the rows are given", async () => {
    await open();
    const region = await compare();
    await pane().getByRole('textbox', { name: 'Earned' }).fill('£7,692.30');
    await region.getByText("That's in GBP, and the workbook keeps US dollars.").waitFor();
    await giveRows();
    await region
      .getByText("The report's rows also total 7,692.30 GBP. At its own rates that's $9,999.99, so only the exchange rate differs.")
      .waitFor();
    await pane().getByRole('textbox', { name: 'Earned' }).fill('£7,700.00');
    await region.getByText("Partner Center shows 7.70 GBP more. An exchange rate doesn't explain that.").waitFor();
    // pounds typed as if they were dollars
    await pane().getByRole('textbox', { name: 'Earned' }).fill('7,692.30');
    await region.getByText('Is this an amount in GBP?').waitFor();
    await expect.poll(() => verdict().innerText()).toMatch(/^Explained to the cent: Exchange rate \(-\$2,307\.69\)/);
  });

  it('reads the rows from a table of the workbook, and says which of two Partner IDs a figure is of', async () => {
    workbench = await openWorkbench();
    await bringIn(workbench);
    await pane().getByLabel('As of').fill('2025-03-10');
    const region = await compare();
    await pane().getByRole('textbox', { name: 'Earned' }).fill('$10,020');
    await expect.poll(() => verdict().innerText()).toMatch(/^Explained to the cent: Another Partner ID \(\+\$20\.01\)/);
    await pane().getByRole('textbox', { name: 'Earned' }).fill('12,199.98');
    await expect.poll(() => verdict().innerText()).toMatch(/^Unexplained: \+\$2,199\.99/);
    await workbench.select('Earnings!C3');
    await region.getByRole('button', { name: 'Use the selected table or cells' }).click();
    await expect.poll(() => verdict().innerText()).toBe('Explained to the cent: Duplicates (+$2,199.99). Nothing is unexplained.');
    expect(await region.innerText()).not.toContain('hidden');
    await workbench.hideRows('Earnings', '3:3');
    await region.getByRole('button', { name: 'Use the selected table or cells' }).click();
    await region.getByText("1 of 20 rows is hidden by a filter or by hand. It's included.").waitFor();
    await workbench.screenshot('funds-reconcile-hidden');
    expect(await verdict().innerText()).toBe('Explained to the cent: Duplicates (+$2,199.99). Nothing is unexplained.');
  });

  it('uses the rows in the workbook: a row not counted, a negative row, and duplicates, without the report', async () => {
    const rows = sampleRows();
    const like = (row: number, changes: Record<string, string>): string[] =>
      rows[row]!.map((cell, column) => changes[rows[0]![column]!] ?? cell);
    const [earningDate, earningAmountUSD] = ['2024-11-11T00:00:00.000Z', '-412.50'];
    rows.push(
      like(16, { earningId: 'negative', earningDate, earningAmountUSD }),
      like(16, { earningId: 'unread', earningDate: 'soon', earningAmountUSD: '160.96' }),
    );
    workbench = await openWorkbench();
    await workbench.screen('Funds');
    await chooseReport(workbench, csv(rows), 'october.csv');
    await pane()
      .getByRole('checkbox', { name: /^Also keep the individual rows/ })
      .click();
    await writeReport(workbench);
    await pane().getByLabel('As of').fill('2025-03-10');
    // 9,999.99 less 412.50
    const region = await compare('7654321', '9,587.49');
    const earned = pane().getByRole('textbox', { name: 'Earned' });
    await earned.fill('9,748.45');
    await expect.poll(() => verdict().innerText()).toBe('Explained to the cent: Rows not counted (+$160.96). Nothing is unexplained.');
    await region.getByText('The earning date "soon" can\'t be read.').waitFor();
    await earned.fill('9,999.99');
    await expect.poll(() => verdict().innerText()).toBe('Explained to the cent: Single rows (+$412.50). Nothing is unexplained.');
    await region.getByText(/leaves out a row: -\$412\.50 earned Nov 11, 2024 \(october\.csv, line 22, earning ID negative\)/).waitFor();
    await workbench.screenshot('funds-reconcile-rows');
    await earned.fill('11,787.48');
    await expect.poll(() => verdict().innerText()).toBe('Explained to the cent: Duplicates (+$2,199.99). Nothing is unexplained.');
    await region.getByText('The causes above are based on the 3 rows of this fund in CoopEarningRows.').waitFor();
    expect(await faultsInEveryLook(workbench, 'funds-reconcile-rows')).toEqual([]);
  });

  it('what can be meant two ways is refused in a sentence, and no file but a report is read', async () => {
    await open();
    const region = await compare('1234567', '10,020.00');
    await pane().getByRole('textbox', { name: 'Earned' }).fill('1234,50');
    await region.getByText('could be a decimal or a thousands separator').waitFor();
    await paste('Earned or claimed\t$5.00');
    await region.getByText('A label could mean earned or claimed').waitFor();
    await pane().getByRole('textbox', { name: 'Earned' }).fill('10,000');
    await pane()
      .getByLabel('Report files to compare with')
      .setInputFiles({ name: 'notes.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') });
    await region.getByText('"notes.csv" isn\'t an earnings report').waitFor();
  });

  it('claimed and remaining: held against the claims of this workbook, as they stand by now', async () => {
    await open();
    await writeClaims(workbench, [
      {
        ID: 'C-MARADS',
        'Claim name': 'INV1 Digital advertising March',
        'Partner ID': '1234567',
        Program: 'Microsoft Commerce Incentives',
        'Fiscal half': 'FY25 H1',
        Activity: 'Digital advertising',
        Start: '2025-03-01',
        End: '2025-03-05',
        Currency: 'USD',
        Amount: 3500,
        Status: 'editing',
      },
    ]);
    const region = await compare('1234567', '10,020.00');
    await paste('Earned\t$10,020.00\nClaimed\t$3,500.00\nRemaining\t$6,520.00');
    const line = (name: string) => region.getByRole('row', { name: new RegExp(`^${name}`) }).innerText();
    await region.getByText("Claimed means this workbook's claims since submission").waitFor();
    expect((await line('Claimed')).split('\t')).toEqual(['Claimed', '$0.00', '$3,500.00', '+$3,500.00']);
    // a colleague marks it in the sheet
    await workbench.set(claimCell(1, 'Status'), 'submitted');
    await expect.poll(async () => (await line('Claimed')).split('\t')).toEqual(['Claimed', '$3,500.00', '$3,500.00', '$0.00']);
    expect((await line('Remaining')).split('\t')).toEqual(['Remaining', '$6,520.00', '$6,520.00', '$0.00']);
  });

  it('by keyboard, for everyone in every look and at every width', async () => {
    await open();
    await workbench.widen(320);
    const opener = card('7654321', '9,999.99').getByRole('button', { name: 'Compare with Partner Center' });
    await opener.focus();
    await workbench.page.keyboard.press('Enter');
    await pane()
      .getByRole('region', { name: /^Compare / })
      .waitFor();
    await workbench.page.keyboard.press('Tab');
    await workbench.page.keyboard.type('22,869.98');
    await giveRows();
    await expect.poll(() => verdict().innerText()).toMatch(/^Explained to the cent/);
    await pane()
      .getByRole('checkbox', { name: /^Duplicates/ })
      .focus();
    await workbench.page.keyboard.press('Space');
    await expect.poll(() => verdict().innerText()).toMatch(/Unexplained: \+\$2,199\.99\.$/);
    await pane().getByText('What the sources say').first().click();
    // An amount that is not of the difference leaves the ticks alone.
    await pane().getByRole('textbox', { name: 'Claimed' }).fill('12 EUR');
    await pane().getByText('"12 EUR" can\'t be read').waitFor();
    expect(await verdict().innerText()).toMatch(/Unexplained: \+\$2,199\.99\.$/);
    expect(await faultsInEveryLook(workbench, 'funds-reconcile')).toEqual([]);
  });
});
