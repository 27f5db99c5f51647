import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsInEveryLook } from '../support/looks';
import { bringIn } from '../support/report-in-pane';
import { csv, SMALL_HEADER, smallRow } from '../support/report-files';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

const CORE = 'Core - Modern Work & Security billed revenue';
const AZURE = 'Azure consumption CSP motion';
/** Co-op of a month under a lever, and what it was a share of. */
const SOLD: readonly [month: string, lever: string, coop: string, eligible: string][] = [
  ['2024-09', CORE, '500.00', '10000.00'],
  ['2024-10', CORE, '500.00', '10000.00'],
  ['2024-11', CORE, '500.00', '10000.00'],
  ['2024-12', CORE, '400.00', '10000.00'],
  ['2025-01', CORE, '400.00', '10000.00'],
  ['2025-01', AZURE, '100.00', ''],
  ['2025-02', CORE, '640.00', '16000.00'],
  ['2025-02', AZURE, '160.00', '10000.00'],
];
const REPORT = csv([
  [...SMALL_HEADER, 'transactionAmountUSD'],
  ...SOLD.map(([month, lever, amount, eligible], n) => [...smallRow({ id: `e${n}`, date: `${month}-28`, lever, amount }), eligible]),
]);

describe('a forecast from experience', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench();
    await bringIn(workbench, REPORT);
    await workbench.pane.getByRole('button', { name: 'Close' }).click();
    await workbench.pane.getByLabel('As of').fill('2025-03-10');
  });
  afterAll(() => closeSound(workbench));

  const card = () => workbench.pane.getByRole('article').filter({ hasText: 'Will it reach the threshold?' });
  const text = async () => (await card().innerText()).replace(/\s+/g, ' ');
  const choose = (name: string) => card().getByRole('radio', { name }).check();

  it('keeps the eligible amounts in the workbook, blank where one is unknown', async () => {
    const [header, ...rows] = await workbench.values("'Co-op earnings'!A4:L12");
    const column = header!.indexOf('Eligible USD');
    expect(rows.map((row) => row[column])).toEqual([10_000, 10_000, 10_000, 10_000, '', 10_000, 10_000, 16_000]);
  });

  it('is a choice beside the pace', async () => {
    // 1,300 in two months; four more of 650
    expect(await text()).toContain('At the current pace, no: $6,100.00 short.');
    await choose('Rates from experience');
    // 4% on 11,000 and 1.6% on 2,000 a month: 472, and 1,300 + 4 × 472
    const shown = await text();
    expect(shown).toContain('At rates from experience, no: $6,812.00 short.');
    expect(shown).toContain('Expected per month $472.00');
    expect(shown).toContain('Expected at the end of the half $3,188.00');
    expect(shown).toContain('Needed per month (4 months left) $2,175.00');
    expect(shown).toContain('Eligible amount needed per month $59,904.66');
    expect(shown).toContain('Left out, because the eligible amount is unknown: Jan 2025 of Azure consumption CSP motion.');
    expect(shown).toContain('Experience is what your reports show, not a rule of the program');
  });

  it('shows each rate and its months, and which are unknown', async () => {
    await card().getByText('Rates from experience').last().click();
    const table = card().getByRole('table', { name: `${AZURE}: 1.6%` });
    expect(await table.getByRole('row', { name: /^Jan 2025/ }).innerText()).toMatch(/\$100\.00\s+Unknown\s+Unknown/);
    expect(await table.getByRole('row', { name: /^Feb 2025/ }).innerText()).toMatch(/\$160\.00\s+\$10,000\.00\s+1\.6%/);
    expect(
      await card()
        .getByRole('table', { name: CORE })
        .getByRole('row', { name: /^Sep 2024/ })
        .innerText(),
    ).toMatch(/5%$/);
  });

  it('looks sound to everyone, in every look and at every width', async () => {
    await card()
      .getByRole('heading', { name: 'Will it reach' })
      .evaluate((heading) => heading.scrollIntoView());
    expect(await faultsInEveryLook(workbench, 'funds-experience')).toEqual([]);
  });

  it('goes back to the pace with the keyboard', async () => {
    await card().getByRole('radio', { name: 'Rates from experience' }).focus();
    await workbench.pane.locator(':focus').press('ArrowLeft');
    expect(await text()).toContain('At the current pace, no: $6,100.00 short.');
  });
});
