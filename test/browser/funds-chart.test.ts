import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../../src/workbench/bundle';
import { openWorkbench, type Opening, type Workbench } from '../support/workbench';

const SAMPLE = readFileSync(`${ROOT}assets/sample-earnings.csv`, 'utf8');
const LOOKS: [name: string, opening: Opening][] = [
  ['light', {}],
  ['dark', { theme: 'dark' }],
  ['contrast', { forcedColors: 'active' }],
];

/** The funds screen's pictures and numbers: each opens Explain, and the chart can be had in Excel. */
describe('the numbers of the funds screen', () => {
  let workbench: Workbench | undefined;
  afterEach(async () => {
    const { errors = [], violations = [], strangers = [] } = workbench ?? {};
    const unknown = await workbench?.unknownCalls();
    await workbench?.close();
    workbench = undefined;
    expect({ errors, violations, strangers, unknown }).toEqual({ errors: [], violations: [], strangers: [], unknown: [] });
  });

  const pane = () => workbench!.pane;
  const button = (name: string | RegExp) => pane().getByRole('button', { name });
  const main = () => pane().locator('main').innerText();
  const open = async (opening: Opening = {}): Promise<void> => {
    workbench = await openWorkbench(opening);
    await workbench.screen('Funds');
    await button('Bring in a report').click();
    await pane().getByLabel('Earnings report files').setInputFiles([{ name: 'sample.csv', mimeType: 'text/csv', buffer: Buffer.from(SAMPLE) }]);
    await button('Write to the workbook').click();
    await button('Show funds').click();
    await pane().getByLabel('As of').fill('2025-03-10');
  };

  describe('explained', () => {
    beforeEach(() => open());

    it.each([
      ['F1: co-op of a fund', '10,020.00, explain Co-op of 1234567, FY25 H1', /7 earnings counted, no repeat dropped, in \d+ rows of CoopEarnings\. They come from sample\.csv/],
      ['F4: co-op with a repeat dropped', '9,999.99, explain Co-op of 7654321, FY25 H1', /earnings? counted, 1 repeat dropped/],
      ['the total of a half', 'explain all co-op in FY25 H1', /\$?20019\.99/],
      ['what passed the threshold', 'explain what passed the threshold in FY25 H1', /must meet \$10,000\.00/],
      ['what did not', 'explain what did not pass the threshold in FY25 H1', /9999\.99/],
    ])('%s', async (_title, name, expected) => {
      await button(new RegExp(name)).first().click();
      await expect.poll(main, { timeout: 10_000 }).toMatch(expected);
      expect(await main()).toMatch(/The rows it comes from/);
    });

    it('both ends of the range, and what would be missing', async () => {
      await pane().getByLabel('As of').fill('2024-11-30');
      for (const [name, expected] of [['the low end', '"low"'], ['the high end', '"high"'], ['what would be missing', '"shortfall"']] as const) {
        await button(`explain ${name}`).first().click();
        await expect.poll(main).toContain(expected);
        expect(await main()).toMatch(/The rows it comes from/);
        await workbench!.screen('Funds');
        await pane().getByLabel('As of').fill('2024-11-30');
      }
    });

    it('a number of the chart: its rows, its source and the rule that made it co-op', async () => {
      await pane().getByText('As a table').click();
      await button(/explain co-op of 2024-10, Core/).click();
      await expect.poll(main).toContain('Co-op of 2024-10');
      expect(await main()).toMatch(/Partner ID 1234567, Microsoft Commerce Incentives, Coop.*\$3,600\.00/s);
      expect(await main()).toMatch(/1 earning counted, no repeat dropped/);
      expect(await main()).toMatch(/Source:/);
      await workbench!.screenshot('explain-chart-number');
      await workbench!.click('Examples!A3');
      await expect.poll(main).toContain('This cell is empty');
    });
  });

  it.each(LOOKS)('the chart in Excel, %s: made once, shown, deleted', async (name, opening) => {
    await open(opening);
    const { roundTrips } = await workbench!.roundTrips(() => button('Make an Excel chart').click());
    // ours are three; the others are those who follow the workbook's tables
    expect(roundTrips).toBeLessThanOrEqual(6);
    await pane().getByText('The chart stands on a sheet of its own.').waitFor();
    const chart = workbench!.page.getByRole('figure', { name: 'Chart: Co-op by month and lever (USD)' });
    await chart.waitFor();
    await expect.poll(() => chart.locator('rect').count()).toBeGreaterThan(4);
    expect((await workbench!.text("'Co-op chart'!A25:B25"))[0]).toEqual(['Month', 'Core - Modern Work & Security billed revenue']);
    await workbench!.screenshot(`native-chart-${name}`);
    await button('Make an Excel chart').click();
    await pane().getByText('This workbook has the chart already').waitFor();
    expect(await workbench!.page.getByRole('figure').count()).toBe(1);
    await button('Delete it').click();
    await pane().getByText('The chart and its numbers were deleted.').waitFor();
    await expect.poll(() => workbench!.page.getByRole('figure').count()).toBe(0);
    await expect(workbench!.text("'Co-op chart'!A1")).rejects.toThrow();
  });
});
