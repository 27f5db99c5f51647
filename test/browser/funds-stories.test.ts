import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseReport, writeReport } from '../support/report-in-pane';
import { SAMPLE_TEXT } from '../support/report-files';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

const LATER = SAMPLE_TEXT.replace('3600.00,3600.00,2024-10-31', '3000.00,3000.00,2024-10-31');
interface Given {
  name: string;
  text: string;
}

/** What partners do around a report: drop it, keep its rows, work in the tables, share the workbook. */
describe('around a report', () => {
  let workbench: Workbench;
  beforeEach(async () => {
    workbench = await openWorkbench();
    await workbench.screen('Funds');
    await button('Bring in a report').click();
  });
  afterEach(() => closeSound(workbench));

  const pane = () => workbench.pane;
  const button = (name: string | RegExp) => pane().getByRole('button', { name });
  const main = () => pane().locator('main').innerText();
  const fact = (name: string) => pane().locator('dl > div', { hasText: name }).locator('dd').innerText();
  const choose = (name: string, text: string) => chooseReport(workbench, text, name);
  const write = () => writeReport(workbench);

  describe('dropped onto the pane', () => {
    const place = () => pane().getByText('You can also drag files here').locator('..');
    /** The browser's own events, with files as a person drags them. */
    const drag = async (type: string, files: Given[]) => {
      const transfer = await place().evaluateHandle((_element, given) => {
        const made = new DataTransfer();
        for (const { name, text } of given) made.items.add(new File([text], name, { type: 'text/csv' }));
        return made;
      }, files);
      await place().dispatchEvent(type, { dataTransfer: transfer });
    };
    const look = () => place().evaluate((element) => getComputedStyle(element).backgroundColor);

    it('shows where it will land, and reads many files as one report', async () => {
      const [header, ...rows] = SAMPLE_TEXT.trim().split('\n');
      const files = [
        { name: 'first.csv', text: [header, ...rows.slice(0, 14)].join('\n') },
        { name: 'second.csv', text: [header, ...rows.slice(8)].join('\n') },
      ];
      const before = await look();
      await drag('dragover', files);
      await expect.poll(look).not.toBe(before);
      await workbench.screenshot('funds-drop');
      await drag('dragleave', files);
      await expect.poll(look).toBe(before);
      await drag('dragover', files);
      await drag('drop', files);
      await pane().getByRole('heading', { name: 'Review the report' }).waitFor();
      expect([await fact('Earnings counted'), await fact('Rows read')]).toEqual(['19', '26']);
    });

    it('a file that is no report is refused in a sentence, and another can follow', async () => {
      await drag('drop', [{ name: 'holiday.txt', text: 'Dear Ann,\nthe sea is blue.\n' }]);
      await expect.poll(main).toMatch(/"holiday\.txt" isn't an earnings report/);
      await drag('drop', [{ name: 'sample.csv', text: SAMPLE_TEXT }]);
      await pane().getByRole('heading', { name: 'Review the report' }).waitFor();
    });

    it('text that is dragged, and no file, changes nothing', async () => {
      await drag('drop', []);
      await pane().getByText('You can also drag files here').waitFor();
    });
  });

  describe('single rows', () => {
    const tick = () => pane().getByRole('checkbox', { name: 'Also keep the individual rows (20 rows)' });
    const rows = () => workbench.values("'Co-op earning rows'!A4:P24");

    it('F8 and the rest: kept where asked for, as text where they are text, a report for COOP functions, and taken back', async () => {
      await choose(
        'sample.csv',
        SAMPLE_TEXT.replace('Fabrikam Inc', '=HYPERLINK("x")').replace(/,"?=HYPERLINK\("x"\)"?,/, ',"=HYPERLINK(""x"")",'),
      );
      await tick().click();
      await workbench.screenshot('funds-keep-rows');
      await write();
      expect(await main()).toContain('20 rows added to CoopEarningRows.');
      const [header, first] = await rows();
      const columnOf = (name: string) => header!.indexOf(name);
      expect([first![columnOf('Payment ID')], first![columnOf('Customer')], first![columnOf('Partner ID')]]).toEqual([
        '006815016255',
        '=HYPERLINK("x")',
        '1234567',
      ]);
      expect((await workbench.formulas("'Co-op earning rows'!K5"))[0]).toEqual(['=HYPERLINK("x")']);
      await workbench.set('Examples!K1', '=COOP.ACCRUED(CoopEarningRows[#All],"FY25 H1",7654321)');
      await workbench.set('Examples!K2', '=COOP.ACCRUED(CoopEarnings[#All],"FY25 H1",7654321)');
      expect((await workbench.text('Examples!K1:K2')).flat().map(Number)).toEqual([9999.99, 9999.99]);
      // co-op waits for its claim: what was paid stands beside rebates alone, and enters no fund
      await pane().getByRole('article').first().waitFor();
      expect(await main()).not.toContain('6815016255');

      await button('Undo').click();
      await pane().getByText('Undone: the report was removed from the workbook.').waitFor();
      await expect(rows()).rejects.toThrow();
    });

    it('the same report with its rows again changes nothing', async () => {
      await choose('sample.csv', SAMPLE_TEXT);
      await tick().click();
      await write();
      const before = await rows();
      await choose('again.csv', SAMPLE_TEXT);
      await tick().click();
      await button('Write to the workbook').click();
      await pane().getByRole('heading', { name: 'Nothing to add' }).waitFor();
      expect(await rows()).toEqual(before);
    });

    it('are by the keyboard, and off unless asked for', async () => {
      await choose('sample.csv', SAMPLE_TEXT);
      expect(await tick().isChecked()).toBe(false);
      await tick().focus();
      await workbench.page.keyboard.press('Space');
      expect(await tick().isChecked()).toBe(true);
      await workbench.page.keyboard.press('Space');
      await write();
      await expect(rows()).rejects.toThrow();
    });
  });

  describe('someone else in the same workbook', () => {
    it.each([
      ['between the preview and the writing', 0],
      ['while it is written', 1],
    ])('adds a row %s: it stays, and ours stands', async (_when, after) => {
      await choose('sample.csv', SAMPLE_TEXT);
      await write();
      await choose('later.csv', LATER);
      const used = 4 + (await workbench.values("'Co-op earnings'!A5:A60")).filter(([cell]) => cell !== '').length;
      await workbench.page.evaluate(
        ([row, messages]) =>
          window.workbench!.meanwhile(
            `'Co-op earnings'!A${row + 1}`,
            [['2024-12', '1234567', 'Microsoft Commerce Incentives', '', 'By hand', 'Coop', '', 50]],
            messages,
          ),
        [used, after] as const,
      );
      await write();
      // 6,420 and 3,000 of the report, and their 50
      expect((await workbench.text("'Co-op funds'!F5:F8")).flat()).toContain('9,470.00');
      const levers = (await workbench.values("'Co-op earnings'!E5:E60")).flat();
      expect(levers.filter((lever) => lever === 'By hand')).toHaveLength(1);
      await button('Undo').click();
      await pane().getByText('Undone: the report was removed from the workbook.').waitFor();
      expect((await workbench.values("'Co-op earnings'!E5:E60")).flat()).toContain('By hand');
      expect((await workbench.text("'Co-op funds'!F5:F8")).flat()).toContain('10,070.00');
    });

    it('works in the tables after the writing: undo asks first', async () => {
      await choose('sample.csv', SAMPLE_TEXT);
      await write();
      await workbench.set("'Co-op funds'!D5", 'their note');
      await button('Undo').click();
      await pane().getByText('The tables have been changed since.').waitFor();
      await button('Undo and lose those changes').click();
      await pane().getByText('Undone: the report was removed from the workbook.').waitFor();
    });
  });

  it('tables that people have sorted, widened and renamed take a later report by their keys; a column renamed is asked back', async () => {
    await choose('sample.csv', SAMPLE_TEXT);
    await write();
    const body = await workbench.formulas("'Co-op earnings'!A5:J22");
    // sorted the other way round, with a column of their own to the right
    await workbench.page.evaluate(
      (rows) =>
        window.workbench!.set(
          "'Co-op earnings'!A5",
          rows.map((row) => row.map((cell) => (typeof cell === 'string' && cell !== '' ? `'${cell}` : cell))),
        ),
      [...body].reverse(),
    );
    await workbench.set("'Co-op earnings'!L4", 'My note');
    await workbench.set("'Co-op earnings'!L5", 'mine');
    await workbench.set("'Co-op earnings'!H4", 'Amount');
    await expect.poll(main).toContain("18 rows of the table CoopEarnings can't be read");
    // formulas follow the new name, so the sheet still has the amounts, and the pane shows them
    await expect.poll(main).toContain('$10,020.00');
    await button('Bring in a report').click();
    await pane()
      .getByLabel('Earnings report files')
      .setInputFiles([{ name: 'later.csv', mimeType: 'text/csv', buffer: Buffer.from(LATER) }]);
    await expect.poll(main).toContain('no longer has the column "Amount USD"');
    await workbench.set("'Co-op earnings'!H4", 'Amount USD');
    await choose('later.csv', LATER);
    expect(await main()).toContain('$3,600.00 is now $3,000.00');
    await write();
    expect((await workbench.text("'Co-op funds'!F5:F8")).flat()).toContain('9,420.00');
    expect(await workbench.values("'Co-op earnings'!L5")).toEqual([['mine']]);
  });
});
