import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../../src/workbench/bundle';
import { openWorkbench, type Workbench } from '../support/workbench';

const SAMPLE = readFileSync(`${ROOT}assets/sample-earnings.csv`, 'utf8');

/** A partner's earnings report on its way into the workbook, on the built add-in. */
describe('bringing in a report', () => {
  let workbench: Workbench;
  beforeEach(async () => {
    workbench = await openWorkbench();
    await workbench.pane.getByRole('tab', { name: 'Funds' }).click();
  });
  afterEach(() => workbench?.close());

  const pane = () => workbench.pane;
  const button = (name: string | RegExp) => pane().getByRole('button', { name });
  const choose = async (files: { name: string; text: string }[]) => {
    await button('Bring in a report').click();
    await pane().getByLabel('Earnings report files').setInputFiles(files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })));
  };
  const fact = (name: string) => pane().locator('dl > div', { hasText: name }).locator('dd').innerText();
  const write = async () => {
    await button('Write to the workbook').click();
    await pane().getByRole('heading', { name: 'Written' }).waitFor();
  };
  const funds = () => workbench.text("'Co-op funds'!A5:I8");

  it('the sample: seen first, then written, F1 to F7 in the sheet and in the pane, and taken back', async () => {
    await choose([{ name: 'sample.csv', text: SAMPLE }]);
    await pane().getByRole('heading', { name: 'What was read' }).waitFor();
    expect([await fact('Rows read'), await fact('Earnings counted'), await fact('Repeats dropped')]).toEqual(['20', '19', '1 ($2,199.99)']);
    await workbench.screenshot('funds-preview');
    const { roundTrips } = await workbench.roundTrips(write);
    expect(roundTrips).toBeLessThanOrEqual(4);
    expect(await funds()).toEqual([
      ['1234567', 'CSP Direct Bill Partner', 'FY25 H1', '0.00', '0.00', '10,000.00', 'converted', '0.00', '0.00'],
      ['1234567', 'Microsoft Commerce Incentives', 'FY25 H1', '15,675.00', '10,020.00', '10,000.00', 'usable', '10,020.00', '0.00'],
      ['7654321', 'Microsoft Commerce Incentives', 'FY25 H1', '11,700.00', '9,999.99', '10,000.00', 'converted', '0.00', '9,999.99'],
      ['7654321', 'Microsoft Commerce Incentives', 'FY25 H2', '0.00', '650.00', '10,000.00', 'converted', '0.00', '650.00'],
    ]);
    await button('Show funds').click();
    await pane().getByLabel('As of').fill('2025-03-10');
    const card = pane().getByRole('article', { name: '1234567' }).filter({ hasText: '10,020.00' });
    await expect.poll(() => card.innerText()).toContain('Usable');
    expect(await card.innerText()).toContain('2025-08-15');
    expect(await pane().getByRole('article', { name: '1234567' }).filter({ hasText: 'CSP Direct Bill' }).innerText()).toContain('$1,250.00');
    expect(await pane().getByRole('article', { name: '7654321' }).filter({ hasText: '9,999.99' }).innerText()).toContain('$0.01 short');
    await workbench.screenshot('funds-screen');

    await card.getByRole('button', { name: 'Explain Co-op of 1234567, FY25 H1' }).click();
    await expect.poll(() => pane().locator('main').innerText()).toContain('=COOP.ACCRUED(CoopEarnings[#All]');
    await expect.poll(() => pane().locator('main').innerText()).toContain('$10,020.00');

    await pane().getByRole('tab', { name: 'Funds' }).click();
    await button('Undo').click();
    await pane().getByText('The workbook is as it was before the report.').waitFor();
    await workbench.set('Examples!K1', '=ROWS(CoopFunds[#All])');
    expect(await workbench.text('Examples!K1')).not.toEqual([['5']]);
  });

  it('logged no error and broke no content security policy', () => {
    expect(workbench.errors).toEqual([]);
    expect(workbench.violations).toEqual([]);
  });

  afterAll(() => undefined);
});
