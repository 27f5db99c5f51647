import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FUNDS_DESIGN } from '../../src/storage/funds/funds-table';
import { growthReport } from '../support/growth-report';
import { isFullLaw } from '../support/laws';
import { faultsInEveryLook } from '../support/looks';
import { SAMPLE_TEXT as SAMPLE } from '../support/report-files';
import { writeReport } from '../support/report-in-pane';
import { shownRows } from '../support/tables-in-sheet';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

/** A partner's earnings report on its way into the workbook, on the built add-in. */
describe('bringing in a report', () => {
  let workbench: Workbench;
  beforeEach(async () => {
    workbench = await openWorkbench();
    await workbench.screen('Funds');
  });
  afterEach(() => closeSound(workbench));

  const pane = () => workbench.pane;
  const button = (name: string | RegExp) => pane().getByRole('button', { name });
  const choose = async (files: { name: string; text: string }[]) => {
    await button('Bring in a report').click();
    await pane()
      .getByLabel('Earnings report files')
      .setInputFiles(files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })));
  };
  const count = (value: number) => value.toLocaleString('en-US');
  /** Chooses a report of so many times the sample's rows, each with an ID of its own. */
  const chooseLarge = async (times: number) => {
    const [header, ...rows] = SAMPLE.trim().split('\n');
    const many = Array.from({ length: times }, (_, n) => rows.map((row) => row.replace(/^00000000/, String(10_000_000 + n))).join('\n'));
    const large = join(mkdtempSync(join(tmpdir(), 'coop-')), 'large.csv');
    writeFileSync(large, [header, ...many].join('\n'));
    await button('Bring in a report').click();
    await pane().getByLabel('Earnings report files').setInputFiles(large);
  };
  const fact = (name: string) => pane().locator('dl > div', { hasText: name }).locator('dd').innerText();
  const write = () => writeReport(workbench);
  /** The first rows of the funds in the sheet, with these columns. */
  const funds = (...columns: string[]) => shownRows(workbench, FUNDS_DESIGN, 4, ...columns);

  it('a file that is dropped is read as one that is chosen; what is dropped without a file does nothing', async () => {
    await button('Bring in a report').click();
    const target = pane().getByRole('button', { name: 'Choose files' }).locator('..');
    const drop = async (text: string | null): Promise<void> => {
      const dataTransfer = await target.evaluateHandle((_, content) => {
        const data = new DataTransfer();
        if (content !== null) data.items.add(new File([content], 'dropped.csv', { type: 'text/csv' }));
        return data;
      }, text);
      await target.dispatchEvent('dragover', { dataTransfer });
      await target.dispatchEvent('drop', { dataTransfer });
    };
    await drop(null);
    await button('Choose files').waitFor();
    await drop(SAMPLE);
    await pane().getByRole('heading', { name: 'Review the report' }).waitFor();
    expect(await fact('Earnings counted')).toBe('19');
  });

  it('growth earnings are checked against the baselines that the report has', async () => {
    const grew = { id: 'a', usd: 250, transaction: 'A', revenue: 12000, baseline: '10000' };
    const without = { id: 'b', usd: 40, transaction: 'B', revenue: 500, tenant: 't2' };
    await choose([{ name: 'growth.csv', text: growthReport([grew, without]) }]);
    const found = pane().locator('details', { hasText: 'Growth earnings' });
    expect((await found.locator('li').innerText()).replaceAll('\u00a0', ' ')).toBe(
      'M365 Growth Accelerator: 1 tenant with a baseline, 1 without. $250.00 was earned with a baseline. No earning rate is known ' +
        "for it; a rule pack or your own rule can give one. $40.00 can't be checked: the report doesn't show the revenue and baseline " +
        'of that tenant, so no rate is applied.',
    );
    await workbench.screenshot('funds-growth');
  });

  it('the sample: seen first, then written, F1 to F7 in the sheet and in the pane, and taken back', async () => {
    await choose([{ name: 'sample.csv', text: SAMPLE }]);
    await pane().getByRole('heading', { name: 'Review the report' }).waitFor();
    expect([await fact('Rows read'), await fact('Earnings counted'), await fact('Duplicates dropped')]).toEqual([
      '20',
      '19',
      '1 ($2,199.99)',
    ]);
    await workbench.screenshot('funds-preview');
    const { roundTrips } = await workbench.roundTrips(write);
    // the fourth keeps the headers of the new sheets in sight, the last reads the funds
    expect(roundTrips).toBeLessThanOrEqual(5);
    await pane().getByRole('heading', { name: 'Report added' }).and(pane().locator(':focus')).waitFor();
    expect(await funds('Partner ID', 'Program', 'Fiscal half', 'Rebate', 'Co-op', 'Threshold', 'Status', 'Usable', 'Converted')).toEqual([
      ['1234567', 'CSP Direct Bill Partner', 'FY25 H1', '0.00', '0.00', '10,000.00', 'no co-op', '0.00', '0.00'],
      ['1234567', 'Microsoft Commerce Incentives', 'FY25 H1', '15,675.00', '10,020.00', '10,000.00', 'closed', '0.00', '0.00'],
      ['7654321', 'Microsoft Commerce Incentives', 'FY25 H1', '11,700.00', '9,999.99', '10,000.00', 'closed', '0.00', '9,999.99'],
      ['7654321', 'Microsoft Commerce Incentives', 'FY25 H2', '0.00', '650.00', '10,000.00', 'not known yet', '0.00', ''],
    ]);
    await pane().getByLabel('As of').fill('2025-03-10');
    const card = pane().getByRole('article', { name: '1234567' }).filter({ hasText: '10,020.00' });
    await expect.poll(() => card.innerText()).toContain('Usable now');
    expect(await card.innerText()).toContain('Aug 15, 2025');
    expect(await pane().getByRole('article', { name: '1234567' }).filter({ hasText: 'CSP Direct Bill' }).innerText()).toContain(
      '$1,250.00',
    );
    expect(await pane().getByRole('article', { name: '7654321' }).filter({ hasText: '9,999.99' }).innerText()).toContain(
      'below threshold by $0.01',
    );
    await workbench.screenshot('funds-screen');

    await card.getByRole('button', { name: 'explain Co-op of 1234567, FY25 H1' }).click();
    await expect.poll(() => pane().locator('main').innerText()).toContain('=COOP.ACCRUED(CoopEarnings[#All]');
    await expect.poll(() => pane().locator('main').innerText()).toContain('$10,020.00');

    await workbench.screen('Funds');
    await button('Undo').click();
    await pane().getByText('Undone: the report was removed from the workbook.').waitFor();
    await workbench.set('Examples!K1', '=ROWS(CoopFunds[#All])');
    expect(await workbench.text('Examples!K1')).not.toEqual([['5']]);
  });

  it('a zip: a damaged one is refused and writes nothing, and of a whole one the files that were not read are named', async () => {
    const chooseZip = (buffer: Uint8Array) =>
      pane()
        .getByLabel('Earnings report files')
        .setInputFiles([{ name: 'earnings.zip', mimeType: 'application/zip', buffer: Buffer.from(buffer) }]);
    const zip = zipSync({ 'sample.csv': strToU8(SAMPLE), 'older.zip': strToU8('PK') }, { level: 0 });
    await button('Bring in a report').click();
    const damaged = [zip.slice(0, -100), zip.map((byte, index) => (index === 5000 ? byte ^ 1 : byte))];
    for (const bytes of damaged) {
      await chooseZip(bytes);
      await pane().getByText('The zip file "earnings.zip" is damaged or incomplete. Download it again.').waitFor();
      await workbench.set('Examples!K1', '=ROWS(CoopFunds[#All])');
      expect(await workbench.text('Examples!K1')).toEqual([['#NAME?']]);
      await chooseZip(strToU8('a,b'));
      await pane().getByText('"earnings.zip" isn\'t an earnings report').waitFor();
    }
    await chooseZip(zip);
    await pane().getByRole('heading', { name: 'Review the report' }).waitFor();
    expect([await fact('Rows read'), await fact('Earnings counted')]).toEqual(['20', '19']);
    const passedOver = pane().locator('details', { hasText: "1 file wasn't read because it isn't CSV, TSV, or text" });
    expect(await passedOver.getByRole('listitem').allInnerTexts()).toEqual(['earnings.zip/older.zip']);
    await write();
    expect((await funds('Co-op')).flat()).toEqual(['0.00', '10,020.00', '9,999.99', '650.00']);
  });

  it('two overlapping files in one go: each earning counts once', async () => {
    const [header, ...rows] = SAMPLE.trim().split('\n');
    await choose([
      { name: 'first.csv', text: [header, ...rows.slice(0, 14)].join('\n') },
      { name: 'second.csv', text: [header, ...rows.slice(8)].join('\n') },
    ]);
    await pane().getByRole('heading', { name: 'Review the report' }).waitFor();
    expect(await fact('Earnings counted')).toBe('19');
    await write();
    expect((await funds('Co-op')).flat()).toEqual(['0.00', '10,020.00', '9,999.99', '650.00']);
  });

  it('a broken file is refused in a sentence, a broken row is shown with its line, and the totals say so', async () => {
    await choose([{ name: 'notes.csv', text: 'a,b\n1,2\n' }]);
    await expect
      .poll(() => pane().getByRole('region', { name: 'Bring in an earnings report' }).innerText())
      .toMatch(/"?notes\.csv"? .*isn't an earnings report|has no column/);
    await pane()
      .getByLabel('Earnings report files')
      .setInputFiles([
        {
          name: 'sample.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from(SAMPLE.trim().replace(/3600\.00,3600\.00,2024-10-31/, '3600.00,x,2024-10-31')),
        },
      ]);
    await pane().getByText('line 3:').waitFor();
    expect(await pane().locator('main').innerText()).toMatch(/Incomplete\.\s*1 row couldn't be counted/);
    await write();
    expect((await funds('Co-op', 'Rows skipped'))[1]).toEqual(['6,420.00', '1']);
    await pane().getByText("Incomplete: 1 row couldn't be counted.").waitFor();
  });

  it('a row whose fund is not known stays on Funds and Today until a later report counts it', async () => {
    await choose([{ name: 'sample.csv', text: SAMPLE.replace('5400.00,5400.00,2024-10-31T00:00:00.000Z', '5400.00,5400.00,soon') }]);
    await write();
    await pane().getByText("1 row that couldn't be counted is in the table CoopSkipped.").waitFor();
    const unplaced = pane().getByText("1 report row couldn't be counted and doesn't say its fund, so any fund may be incomplete.");
    await unplaced.click();
    await pane().getByText('sample.csv, line 2: The earning date "soon" can\'t be read.').waitFor();
    await workbench.screenshot('funds-skipped');
    await button('Show sample.csv line 2 in the sheet').click();
    await expect
      .poll(() => workbench.text("'Co-op skipped rows'!A5:D5"))
      .toEqual([['sample.csv', '2', expect.stringContaining('"soon"'), '']]);
    await workbench.screen('Today');
    await button("Open in Funds: Correct 1 report row that couldn't be counted").click();
    await unplaced.waitFor();

    await choose([{ name: 'later.csv', text: SAMPLE }]);
    await pane().getByText("1 row that couldn't be counted before is counted now").waitFor();
    await pane().getByText('sample.csv, line 2: now later.csv, line 2').waitFor();
    await workbench.screenshot('funds-settled');
    await write();
    await unplaced.waitFor({ state: 'detached' });
    expect(await workbench.text("'Co-op skipped rows'!D5")).toEqual([['later.csv, line 2']]);
    await button('Undo').click();
    await unplaced.waitFor();
    expect(await workbench.text("'Co-op skipped rows'!D5")).toEqual([['']]);
  });

  it('a report of which no row can be counted is kept, and its fund has a card', async () => {
    const [header, , coop] = SAMPLE.split('\n');
    await choose([{ name: 'bad.csv', text: [header, coop!.replaceAll('3600.00', 'lots')].join('\n') }]);
    await write();
    const card = pane().getByRole('article', { name: '1234567' });
    await card.getByText("Incomplete: 1 row couldn't be counted.").click();
    await card.getByText('bad.csv, line 2: The amount "lots" can\'t be read.').waitFor();
  });

  it('new amounts of a later report are one line that opens', async () => {
    await choose([{ name: 'first.csv', text: SAMPLE.split('\n').slice(0, 3).join('\n') }]);
    await write();
    await choose([{ name: 'later.csv', text: SAMPLE }]);
    const line = pane().getByText(/^\d+ new monthly amounts, \$[\d,.]+$/);
    await line.waitFor();
    await workbench.screenshot('funds-new-folded');
    const amount = pane().getByText(/^Jan 2025, 7654321, Coop.*: \$650\.00$/);
    expect(await amount.isVisible()).toBe(false);
    await line.click();
    await amount.waitFor();
  });

  it('the same report twice changes nothing', async () => {
    await choose([{ name: 'sample.csv', text: SAMPLE }]);
    await write();
    const before = await workbench.text("'Co-op earnings'!A1:J40");
    await choose([{ name: 'sample.csv', text: SAMPLE }]);
    await pane().getByText('nothing changes').waitFor();
    const { roundTrips } = await workbench.roundTrips(async () => {
      await button('Write to the workbook').click();
      await pane().getByRole('heading', { name: 'Nothing to add' }).waitFor();
    });
    expect(roundTrips).toBeLessThanOrEqual(2);
    expect(await workbench.text("'Co-op earnings'!A1:J40")).toEqual(before);
  });

  it('a later report says what changed since', async () => {
    await choose([{ name: 'sample.csv', text: SAMPLE }]);
    await write();
    await choose([{ name: 'later.csv', text: SAMPLE.replace('3600.00,3600.00,2024-10-31', '3000.00,3000.00,2024-10-31') }]);
    await pane().getByText('$3,600.00 is now $3,000.00').waitFor();
    await pane().getByText('-$600.00 of co-op since Feb 16, 2025; now $580.00 below the threshold.').waitFor();
    expect(await faultsInEveryLook(workbench, 'funds-restated')).toEqual([]);
    await write();
    expect((await funds('Co-op'))[1]).toEqual(['9,420.00']);
    expect(await workbench.text("'Co-op restatements'!H5:K5")).toEqual([['Amount changed', '3,600.00', '3,000.00', '-600.00']]);

    await pane().getByText('Restated: -$600.00 of co-op since Feb 16, 2025').waitFor();
    expect(await faultsInEveryLook(workbench, 'funds-to-review')).toEqual([]);
    await button(/^Mark as reviewed: FY25 H1/).click();
    await pane().getByText('Marked the restatement of ').waitFor();
    expect(await workbench.text("'Co-op restatements'!M5")).toEqual([[expect.stringMatching(/^Reviewed [A-Z][a-z]{2} \d+, \d{4}$/)]]);
    expect(await pane().getByText('Restated: ').count()).toBe(0);
    await pane().getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await pane().getByText('Restated: -$600.00').waitFor();
    expect(await workbench.text("'Co-op restatements'!M5")).toEqual([['']]);
  });

  it('two files chosen together are compared with each other before anything is written', async () => {
    const later = SAMPLE.replace('3600.00,3600.00,2024-10-31', '3000.00,3000.00,2024-10-31').replaceAll('2025-02-16', '2025-03-16');
    await choose([
      { name: 'sample.csv', text: SAMPLE },
      { name: 'later.csv', text: later },
    ]);
    await button('Compare the two files').click();
    await pane().getByRole('heading', { name: 'Changes from sample.csv to later.csv' }).waitFor();
    await pane().getByText('1 earlier earning changed, compared by earning ID.').waitFor();
    await pane().getByText('$3,600.00 is now $3,000.00').waitFor();
    expect(await faultsInEveryLook(workbench, 'funds-two-files')).toEqual([]);
    await button('Discard').click();
  });

  it('a later report in a workbook whose structure is protected says that its changes are not listed', async () => {
    await choose([{ name: 'sample.csv', text: SAMPLE }]);
    await write();
    await workbench.attempt('Protect workbook', true);
    await choose([{ name: 'later.csv', text: SAMPLE.replace('3600.00,3600.00,2024-10-31', '3000.00,3000.00,2024-10-31') }]);
    await pane()
      .getByText(
        "The workbook's structure is protected, so the changes to earlier earnings won't be listed in CoopRestatements or on Today. To list them, turn off Review > Protect Workbook before you write the report.",
      )
      .waitFor();
    await write();
    await pane()
      .getByText(
        "The workbook's structure is protected, so the changes to earlier earnings aren't listed in CoopRestatements or on Today. To list them, undo, turn off Review > Protect Workbook, and bring the report in again.",
      )
      .waitFor();
    expect((await funds('Co-op'))[1]).toEqual(['9,420.00']);
    expect(await faultsInEveryLook(workbench, 'funds-unlisted')).toEqual([]);
  });

  it('a report of many funds shows 50 at once, and the others when asked', async () => {
    const [header, , coop] = SAMPLE.split('\n');
    const rows = Array.from({ length: 120 }, (_, n) =>
      coop!.replace('1234567', String(3_000_001 + n)).replace(/^0{8}/, String(10_000_000 + n)),
    );
    await choose([{ name: 'many.csv', text: [header, ...rows].join('\n') }]);
    const shown = pane().getByRole('region', { name: 'The funds in this report' }).getByRole('rowheader');
    await button('Show 50 more of 120 funds').waitFor();
    expect(await shown.count()).toBe(50);
    await button('Show 50 more of 120 funds').click();
    expect(await shown.count()).toBe(100);
    await button('Show 20 more of 120 funds').click();
    expect(await shown.count()).toBe(120);
    expect(await button(/more of/).count()).toBe(0);
  });

  // the sample's 20 rows are 19 earnings, with $10,020.00 of co-op in one fund
  const times = isFullLaw ? 10_000 : 2_000;
  it(`takes ${count(20 * times)} rows, each of them counted`, async () => {
    await chooseLarge(times);
    await pane().getByRole('heading', { name: 'Review the report' }).waitFor({ timeout: 90_000 });
    expect([await fact('Rows read'), await fact('Earnings counted')]).toEqual([count(20 * times), count(19 * times)]);
    await write();
    expect((await funds('Co-op'))[1]).toEqual([`${count(10_020 * times)}.00`]);
  });

  it('is cancelled midway, and nothing was written', async () => {
    await chooseLarge(10_000);
    await pane().getByRole('progressbar').waitFor();
    await button('Cancel').click();
    await pane().getByRole('heading', { name: 'Bring in an earnings report' }).waitFor();
    await workbench.quiet();
    expect(await workbench.text('Examples!A1')).toEqual([['Worked examples']]);
    await expect(workbench.text("'Co-op earnings'!A1")).rejects.toThrow();
  });

  it('a protected sheet is refused in a sentence, and what was there stays', async () => {
    await choose([{ name: 'sample.csv', text: SAMPLE }]);
    await write();
    await workbench.select("'Co-op funds'!A1");
    await workbench.attempt('Protect sheet', true);
    await choose([{ name: 'later.csv', text: SAMPLE.replace('3600.00,3600.00,2024-10-31', '3000.00,3000.00,2024-10-31') }]);
    await button('Write to the workbook').click();
    await pane().getByText("CoopFunds's sheet is protected, so nothing was written.").waitFor();
    expect((await funds('Co-op'))[1]).toEqual(['10,020.00']);
  });

  it('reads the table around the selected cell, and pasted text', async () => {
    await workbench.select('Earnings!C3');
    await button('Bring in a report').click();
    await button('Use the selected table or cells').click();
    await pane().getByRole('heading', { name: 'Review the report' }).waitFor();
    expect(await fact('Earnings counted')).toBe('19');
    await button('Discard').click();
    await button('Paste text').click();
    await pane().getByLabel('Report text, starting with the header').fill(SAMPLE);
    await button('Read the text').click();
    await pane().getByRole('heading', { name: 'Review the report' }).waitFor();
    expect(await fact('Earnings counted')).toBe('19');
  });

  it('says in every look that rows hidden in the sheet are included', async () => {
    await workbench.hideRows('Earnings', '3:14');
    await workbench.select('Earnings!C2');
    await button('Bring in a report').click();
    await button('Use the selected table or cells').click();
    await pane().getByText("12 of 20 rows are hidden by a filter or by hand. They're included.").waitFor();
    expect([await fact('Rows read'), await fact('Earnings counted')]).toEqual(['20', '19']);
    expect(await faultsInEveryLook(workbench, 'funds-import-hidden')).toEqual([]);
    await button('Discard').click();
    await workbench.hideRows('Earnings', '3:14', false);
    await button('Use the selected table or cells').click();
    await pane().getByRole('heading', { name: 'Review the report' }).waitFor();
    expect(await pane().getByText('hidden by a filter').count()).toBe(0);
  });

  it('the funds screen reads in one round trip, and explains a number of its own', async () => {
    await choose([{ name: 'sample.csv', text: SAMPLE }]);
    await write();
    const { roundTrips } = await workbench.roundTrips(() => button('Refresh').click());
    expect(roundTrips).toBeLessThanOrEqual(2);
    await pane().getByLabel('As of').fill('2024-11-30');
    await pane()
      .getByRole('article', { name: '1234567' })
      .filter({ hasText: 'Will it reach' })
      .getByRole('button', { name: 'explain the expected co-op' })
      .click();
    await expect.poll(() => pane().locator('main').innerText()).toContain('COOP.PROJECTION');
    await expect.poll(() => pane().locator('main').innerText()).toContain('8700');
  });
});
