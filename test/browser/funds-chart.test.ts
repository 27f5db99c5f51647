import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

/** What a link shows, as the cell that Explain names has it: a day is written 2024-12-31 there. */
const asInCell = (shown: string): string => (/^[A-Z]/.test(shown) ? new Date(`${shown} UTC`).toISOString().slice(0, 10) : shown);

/** The funds screen's pictures and numbers: each opens Explain, and the chart can be had in Excel. */
describe('the numbers of the funds screen', () => {
  let workbench: Workbench | undefined;

  const pane = () => workbench!.pane;
  const button = (name: string | RegExp) => pane().getByRole('button', { name });
  const main = () => pane().locator('main').innerText();
  const open = async (): Promise<void> => {
    workbench = await openWorkbench({ book: 'funds' });
    await workbench.screen('Funds');
    await asOf('2025-03-10');
  };
  const asOf = (day: string) => pane().getByLabel('As of').fill(day);
  /** Presses a number's button, and waits for its explanation: below the rows it comes from, so on no other screen. */
  const explain = async (name: string | RegExp, expected: string): Promise<void> => {
    await button(name).first().click();
    await workbench!.shown('Explain');
    await expect.poll(main).toMatch(new RegExp(`Source rows\\s[\\s\\S]*${expected}`));
  };

  describe('explained', () => {
    beforeAll(open);
    beforeEach(async () => {
      await workbench!.screen('Funds');
      await asOf('2025-03-10');
    });
    afterAll(() => closeSound(workbench));

    it.each([
      [
        'F1: co-op of a fund',
        '10,020.00, explain Co-op of 1234567, FY25 H1',
        String.raw`7 earnings counted, no duplicates dropped, in 6 rows of CoopEarnings\. They come from report\.csv`,
      ],
      [
        'F4: co-op with a repeat dropped',
        '9,999.99, explain Co-op of 7654321, FY25 H1',
        String.raw`2 earnings counted, 1 duplicate dropped, in 2 rows of CoopEarnings\. They come from report\.csv`,
      ],
      ['the total of a half', 'explain all co-op in FY25 H1', String.raw`20019\.99`],
      ['what passed the threshold', 'explain co-op above threshold in FY25 H1', String.raw`must meet \$10,000\.00`],
      ['what did not', 'explain co-op below threshold in FY25 H1', String.raw`9999\.99`],
    ])('%s', (_title, name, expected) => explain(new RegExp(name), expected));

    it('every number of a fund and each of its days; and no amount stands there without a way to Explain', async () => {
      const card = () => pane().getByRole('article', { name: '7654321' }).filter({ hasText: '9,999.99' });
      await card().waitFor();
      const unlinked = await pane()
        .locator('main')
        .evaluate((screen) => {
          const linked = new Set([...screen.querySelectorAll('button')].map(({ textContent }) => textContent));
          // a sentence may repeat an amount that is a link elsewhere
          return (screen.textContent.match(/-?\$[\d,]+\.\d\d/g) ?? []).filter((amount) => !linked.has(amount));
        });
      expect(unlinked).toEqual([]);
      const names = await card()
        .getByRole('button', { name: /, explain / })
        .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')!));
      // co-op, threshold, what is short of it, converted, paid about, rebate, and seven days
      expect(names).toHaveLength(13);
      for (const name of names) {
        const number = asInCell(name.split(', explain ')[0]!);
        await card().getByRole('button', { name, exact: true }).click();
        await expect
          .poll(async () => (await main()).replace(/[$,]/g, ''), { message: name, timeout: 10_000 })
          .toMatch(new RegExp(`${number.replace(/[$,]/g, '').replace(/\.00$/, '')}[^]*Source:`));
        await workbench!.screen('Funds');
        await card().waitFor();
      }
    });

    it('both ends of the range, and what would be missing', async () => {
      for (const [name, expected] of [
        ['the low end', '"low"'],
        ['the high end', '"high"'],
        ['the expected shortfall', '"shortfall"'],
      ] as const) {
        await asOf('2024-11-30');
        await explain(`explain ${name}`, expected);
        await workbench!.screen('Funds');
      }
    });

    it('a number of the chart: its rows, its source and the rule that made it co-op', async () => {
      await pane().getByText('As a table').click();
      await button(/explain co-op of Oct 2024, Core/).click();
      await workbench!.shown('Explain');
      await pane().getByRole('heading', { name: 'Co-op of Oct 2024' }).waitFor();
      expect(await main()).toMatch(/Partner ID 1234567, Microsoft Commerce Incentives, Coop.*\$3,600\.00/s);
      expect(await main()).toMatch(/1 earning counted, no duplicates dropped/);
      expect(await main()).toMatch(/Source:/);
      await workbench!.screenshot('explain-chart-number');
      // somebody edits, and all is worked out again: nobody has gone elsewhere
      await workbench!.set('Sheet1!A2', '=1+1');
      await workbench!.quiet();
      await pane().getByRole('heading', { name: 'Co-op of Oct 2024' }).waitFor();
      await workbench!.click('Sheet1!A3');
      await expect.poll(main).toContain('This cell is empty');
    });
  });

  describe('in Excel', () => {
    beforeAll(open);
    afterAll(() => closeSound(workbench));

    it('the chart: made once, shown, deleted', async () => {
      // those who follow the workbook's tables have looked at what was written
      await workbench!.quiet();
      const { roundTrips } = await workbench!.roundTrips(() => button('Create an Excel chart').click());
      // ours are three; the others are those who follow the workbook's tables
      expect(roundTrips).toBeLessThanOrEqual(6);
      await pane().getByText('The chart is on its own sheet.').waitFor();
      const chart = workbench!.page.getByRole('figure', { name: 'Chart: Co-op by month and lever (USD)' });
      await chart.waitFor();
      await expect.poll(() => chart.locator('rect').count()).toBeGreaterThan(4);
      expect((await workbench!.text("'Co-op chart'!A25:B25"))[0]).toEqual(['Month', 'Core - Modern Work & Security billed revenue']);
      await workbench!.screenshot('native-chart');
      await button('Create an Excel chart').click();
      await pane().getByText('This workbook already has the chart').waitFor();
      expect(await workbench!.page.getByRole('figure').count()).toBe(1);
      await button('Delete the chart').click();
      await pane().getByText('Deleted the chart and its numbers.').waitFor();
      await expect.poll(() => workbench!.page.getByRole('figure').count()).toBe(0);
      await expect(workbench!.text("'Co-op chart'!A1")).rejects.toThrow();
    });
  });
});
