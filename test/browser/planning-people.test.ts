import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLAN } from '../../src/storage/planning/plan-table';
import type { BookName } from '../support/books';
import { planInPane } from '../support/plan-in-pane';
import { claimCell, planCell, tableCell, writePlan } from '../support/tables-in-sheet';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

const ADS = 'Digital advertising';

/** Several people at one plan, and a pane that goes away: nothing is lost, and what happened is said. */
describe('people at one plan', () => {
  let workbench: Workbench;
  /** The plan as of March 2025; with one activity unless said. */
  const open = async (book: BookName = 'one activity'): Promise<void> => {
    workbench = await openWorkbench({ book });
    await openPlan('2025-03-10');
  };
  afterEach(() => closeSound(workbench));

  const { pane, button, field, main, openPlan, lookFrom, choose, add, save } = planInPane(() => workbench);
  const other = planInPane(
    () => workbench,
    () => workbench.otherPane,
  );
  const shown = async (row: number, ...columns: string[]): Promise<string[]> =>
    Promise.all(columns.map(async (column) => (await workbench.text(planCell(row, column)))[0]![0]!));
  const history = async (): Promise<string[][]> =>
    (await workbench.text("'Co-op history'!A5:F24").catch((): string[][] => [])).filter(([time]) => time !== '').map((row) => row.slice(1));
  const edit = (on = button) => on(ADS).click();
  /** Somebody else's add-in acts on the plan's table. */
  const others = (act: 'delete first' | 'insert above' | 'turn around' | 'rename back' | 'delete first claim'): Promise<void> =>
    workbench.asked(() =>
      workbench.otherPane.locator('html').evaluate(
        (_, { what, columns }) =>
          Excel.run(async (context) => {
            const table = context.workbook.tables.getItemOrNullObject('CoopPlan');
            if (what === 'delete first') table.rows.getItemAt(0).delete();
            if (what === 'insert above') table.rows.add(0, [columns.map((column) => (column === 'Activity' ? 'Telemarketing' : ''))]);
            if (what === 'rename back') context.workbook.tables.getItem('OurPlan').name = 'CoopPlan';
            if (what === 'delete first claim') context.workbook.tables.getItem('CoopClaims').rows.getItemAt(0).delete();
            if (what === 'turn around') {
              const body = table.getDataBodyRange();
              body.load('formulas');
              await context.sync();
              body.formulas = [...body.formulas].reverse();
            }
            await context.sync();
          }),
        { what: act, columns: PLAN.design.columns.map(({ name }) => name) },
      ),
    );

  describe('someone edits the row whose form is open', () => {
    beforeEach(async () => {
      await open();
      await edit();
    });

    it('in another column: both stay, the form follows, and the history says that it was the sheet', async () => {
      await field('Description').fill('Spring ads');
      await workbench.set(planCell(1, 'Owner'), 'Dora');
      await expect.poll(() => field('Owner').inputValue()).toBe('Dora');
      expect(await field('Description').inputValue()).toBe('Spring ads');
      await save();
      expect(await shown(1, 'Owner', 'Description', 'Changed in')).toEqual(['Dora', 'Spring ads', 'pane']);
      expect(await history()).toEqual([['Owner', 'Ana', 'Dora', 'sheet', '']]);
    });

    it.each([
      ['before the save reads', 0],
      ['between its reading and its writing', 1],
    ])('in the same column %s: ours stands, theirs is told and kept, and can be taken', async (_when, after) => {
      await field('Owner').fill('Ben');
      await workbench.page.evaluate(([cell, messages]) => window.workbench!.meanwhile(cell, 'Dora', messages), [
        planCell(1, 'Owner'),
        after,
      ] as const);
      await save();
      await pane().getByText('Owner also changed in the sheet: "Dora" there, "Ben" here. Your value was kept.').waitFor();
      await workbench.screenshot(`people-conflict-${after}`);
      expect(await shown(1, 'Owner')).toEqual(['Ben']);
      expect(await history()).toEqual([['Owner', 'Dora', 'Ben', 'sheet', expect.stringContaining('the pane came last')]]);
      const [time] = (await workbench.text("'Co-op history'!A5"))[0]!;
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      await button('Use sheet value: Owner').click();
      await pane().getByText('Changed Owner to "Dora", the value in the sheet.').waitFor();
      expect(await shown(1, 'Owner')).toEqual(['Dora']);
    });

    it('deletes it: said in the form, what was typed stays, and saving keeps it as a new row', async () => {
      await workbench.openOtherPane();
      await field('Description').fill('Spring ads');
      await others('delete first');
      await pane().getByText('Its row was deleted from the sheet. Saving adds it again.').waitFor();
      expect(await field('Description').inputValue()).toBe('Spring ads');
      await save();
      expect(await shown(1, 'Activity', 'Owner', 'Description', 'Check')).toEqual([
        ADS,
        'Ana',
        'Spring ads',
        expect.not.stringContaining('#'),
      ]);
      expect(await workbench.values(planCell(1, 'Budget'))).toEqual([[4000]]);
    });

    it('deletes it while it is saved: nothing is written, one sentence, what was typed stays', async () => {
      await workbench.openOtherPane();
      await field('Description').fill('Spring ads');
      // the pane has not heard of it yet: its own save comes first
      await workbench.page.evaluate(([row, blank]) => window.workbench!.meanwhile(row, [blank], 0), [
        planCell(1, PLAN.design.columns[0]!.name),
        PLAN.design.columns.map(() => ''),
      ] as const);
      await button('Save').click();
      await pane()
        .getByText(/Someone deleted this in the sheet after you opened it\. Nothing was written, and what you entered is still here/)
        .waitFor();
      expect(await field('Description').inputValue()).toBe('Spring ads');
      await workbench.screenshot('people-deleted');
      await save();
      expect(await shown(1, 'Activity', 'Description')).toEqual([ADS, 'Spring ads']);
    });

    it('sorts the table and inserts a row above: the right row is saved', async () => {
      await button('Plan').click();
      await add('Customer offers', '2025-04-01', '2025-04-30', '1000');
      await edit();
      await workbench.openOtherPane();
      await field('Description').fill('Spring ads');
      await others('turn around');
      await others('insert above');
      await save();
      expect([
        await shown(1, 'Activity', 'Description'),
        await shown(2, 'Activity', 'Description'),
        await shown(3, 'Activity', 'Owner', 'Description'),
      ]).toEqual([
        ['Telemarketing', ''],
        ['Customer offers', ''],
        [ADS, 'Ana', 'Spring ads'],
      ]);
      expect(await history()).toEqual([]);
      await pane().getByRole('button', { name: 'Telemarketing', exact: true }).waitFor();
    });
  });

  it('two panes at one workbook: each follows the other, both edits stand, and of one cell the last is kept and told', async () => {
    await open();
    await workbench.openOtherPane();
    await other.pane().getByRole('tab', { name: /^Plan/ }).click();
    await other.lookFrom('2025-03-10');
    await edit(other.button);
    await edit();
    await field('Description').fill('ours');
    await field('Owner').fill('Ben');
    await other.field('Owner').fill('Dora');
    await save();
    await other.pane().getByText('The owner also changed in the sheet, to "Ben".').waitFor();
    await expect.poll(() => other.field('Description').inputValue()).toBe('ours');
    await other.save();
    expect(await shown(1, 'Owner', 'Description')).toEqual(['Dora', 'ours']);
    await expect.poll(() => main()).toContain('Dora');
    // the other saw what stood there and wrote over it knowingly
    expect(await other.main()).toContain('Saved "');
  });

  describe('someone edits a claim whose form is open', () => {
    beforeEach(async () => {
      await open();
      await workbench.screen('Claims');
      await button('New claim').click();
      await button(`Start a claim for ${ADS}`).click();
      await claim().waitFor();
    });
    const claim = () => pane().getByRole('region', { name: /^(INV|PO)/ });
    const claimShown = async (...columns: string[]): Promise<string[]> =>
      Promise.all(columns.map(async (column) => (await workbench.text(claimCell(1, column)))[0]![0]!));
    const said = async (): Promise<string[][]> => (await history()).filter(([what]) => what !== 'created');

    it("in another column: both stay, and the claim's history says that it was the sheet", async () => {
      await field('Solution areas').fill('Modern Work');
      await workbench.set(claimCell(1, 'Notes'), 'from the sheet');
      await save();
      expect(await claimShown('Solution areas', 'Notes', 'Changed in')).toEqual(['Modern Work', 'from the sheet', 'pane']);
      expect(await said()).toEqual([['Notes', '', 'from the sheet', 'sheet', '']]);
      await pane()
        .getByRole('heading', { name: /^History/ })
        .getByRole('button')
        .click();
      await expect.poll(() => pane().getByRole('list', { name: 'History' }).innerText()).toContain('from the sheet');
    });

    it('in the same column: ours stands, theirs is told and kept', async () => {
      await field('Solution areas').fill('Modern Work');
      await workbench.page.evaluate((cell) => window.workbench!.meanwhile(cell, 'Security', 0), claimCell(1, 'Solution areas'));
      await save();
      await pane()
        .getByText(/Solution areas also changed in the sheet.*"Security".*"Modern Work"/)
        .waitFor();
      expect(await claimShown('Solution areas')).toEqual(['Modern Work']);
      expect(await said()).toEqual([['Solution areas', 'Security', 'Modern Work', 'sheet', expect.stringContaining('the pane came last')]]);
    });

    it('deletes it: said next to the claim, what was typed stays, and saving keeps it', async () => {
      await workbench.openOtherPane();
      await field('Solution areas').fill('Modern Work');
      await others('delete first claim');
      await pane().getByText('This claim was deleted in the sheet. Save adds it again. Discard leaves it deleted.').waitFor();
      expect(await field('Solution areas').inputValue()).toBe('Modern Work');
      await save();
      expect(await claimShown('Solution areas', 'Activity', 'Status')).toEqual(['Modern Work', ADS, 'editing']);
      expect(await main()).not.toContain("which doesn't exist");
    });
  });

  describe('the pane is closed midway through a save', () => {
    const STAGES = [
      ['before it has read', 0, true, false],
      ['when it has read, and its writing is lost with it', 1, true, false],
      ['while its writing is on the way', 1, false, true],
    ] as const;

    it.each(STAGES)('of a first activity with expenses, %s: all of it or nothing', async (_when, after, isLost, isWritten) => {
      await open('funds');
      await button('Add activity').click();
      await choose(ADS);
      await field('Start date').fill('2025-04-01');
      for (const [n, type] of [
        [1, 'Postage'],
        [2, 'Printing'],
      ] as const) {
        await button('Add an expense').click();
        const expense = pane().getByRole('group', { name: `Expense ${n}` });
        await expense.getByRole('combobox').fill(type);
        await expense.getByLabel(/^Cost, USD/).fill(String(n * 1000));
      }
      await workbench.quiet();
      await workbench.closePane(after, isLost);
      await button(/^Save( as draft)?$/).click();
      await workbench.page.locator('aside.pane iframe').waitFor({ state: 'detached' });
      // what was on its way has arrived
      await workbench.quiet();
      await workbench.reopenPane();
      await workbench.screen('Plan');
      await lookFrom('2025-03-10');
      if (isWritten) {
        expect(await shown(1, 'Activity', 'Budget', 'Check')).toEqual([ADS, '3,000.00', expect.not.stringContaining('#') as string]);
        expect((await workbench.text("'Co-op expenses'!A5:B7")).filter(([type]) => type !== '')).toEqual([
          ['Postage', '1,000.00'],
          ['Printing', '2,000.00'],
        ]);
        await edit();
        await pane().getByText('Total cost $3,000.00').waitFor();
        await field('Owner').fill('Ana');
        await save();
        expect(await shown(2, 'Activity')).toEqual(['']);
      } else {
        await pane().getByRole('heading', { name: 'Nothing planned yet' }).waitFor();
        await expect(workbench.text("'Co-op plan'!A4")).rejects.toThrow();
        await expect(workbench.text("'Co-op expenses'!A4")).rejects.toThrow();
      }
      expect(await main()).not.toMatch(/doesn't exist|can't be read/);
    });

    it.each(STAGES)('of a claim with its checklist and history, %s: all of it or nothing', async (_when, after, isLost, isWritten) => {
      await open();
      await workbench.screen('Claims');
      await button('New claim').click();
      await workbench.quiet();
      await workbench.closePane(after, isLost);
      await button(`Start a claim for ${ADS}`).click();
      await workbench.page.locator('aside.pane iframe').waitFor({ state: 'detached' });
      // what was on its way has arrived
      await workbench.quiet();
      await workbench.reopenPane();
      await workbench.screen('Claims');
      await lookFrom('2025-03-10');
      if (isWritten) {
        expect((await workbench.text("'Co-op proof'!F5:F8")).every(([id]) => id!.startsWith('P-'))).toBe(true);
        expect(await history()).toMatchObject([['created', '', expect.any(String), 'pane', '']]);
        await button(/^INV/).first().click();
        await field('Solution areas').fill('Modern Work');
        await save();
      } else {
        await pane().getByRole('heading', { name: 'No claims in this workbook yet' }).waitFor();
        for (const sheet of ['Co-op claims', 'Co-op proof', 'Co-op history'])
          await expect(workbench.text(`'${sheet}'!A4`)).rejects.toThrow();
      }
      expect(await main()).not.toMatch(/doesn't exist|can't be read/);
    });
  });

  describe('what people do to the tables', () => {
    beforeEach(async () => {
      await open();
      await edit();
      await field('Owner').fill('Ben');
    });
    const trySave = () => button('Save').click();

    /** A sentence far above the button that was pressed is brought to where people look. */
    const isSeen = (sentence: string): Promise<boolean> =>
      pane()
        .getByText(sentence)
        .evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return top >= 0 && bottom <= element.ownerDocument.documentElement.clientHeight;
        });

    it("the sheet is protected: one sentence with the table's name, and what was typed stays", async () => {
      await workbench.select(planCell(1, 'ID'));
      await workbench.attempt('Protect sheet', true);
      await trySave();
      await pane()
        .getByText("CoopPlan's sheet is protected, so nothing was written. Unprotect it on the Review tab, then try again.")
        .waitFor();
      await expect.poll(() => isSeen("CoopPlan's sheet is protected")).toBe(true);
      expect(await field('Owner').inputValue()).toBe('Ben');
      await workbench.screenshot('people-protected');
      await workbench.attempt('Protect sheet', false);
      await save();
      expect(await shown(1, 'Owner')).toEqual(['Ben']);
    });

    it('the sheet of claims is protected: the same next to the claim', async () => {
      await button('Discard').click();
      await workbench.screen('Claims');
      await button('New claim').click();
      await button(`Start a claim for ${ADS}`).click();
      await field('Solution areas').fill('Modern Work');
      await pane()
        .getByRole('heading', { name: /^Results and notes/ })
        .getByRole('button')
        .click();
      await pane()
        .getByRole('heading', { name: /^Dates of this claim/ })
        .getByRole('button')
        .click();
      await workbench.select(claimCell(1, 'ID'));
      await workbench.attempt('Protect sheet', true);
      await trySave();
      await expect.poll(() => isSeen("CoopClaims's sheet is protected, so nothing was written.")).toBe(true);
      expect(await field('Solution areas').inputValue()).toBe('Modern Work');
      await workbench.screenshot('people-claim-protected');
      await workbench.attempt('Protect sheet', false);
      await save();
      expect(await workbench.text(claimCell(1, 'Solution areas'))).toEqual([['Modern Work']]);
    });

    const rename = (): Promise<void> => workbench.page.evaluate(() => window.workbench!.meanwhileRename('CoopPlan', 'OurPlan'));
    const MISSING =
      'The table CoopPlan is no longer in this workbook. If it was renamed, rename it back to CoopPlan (Table Design › Table Name). You see the data last read.';
    const NOT_WRITTEN = /Nothing was written because the table CoopPlan is missing\. What you entered is still here/;
    /** The pane reads again for an edit in the renamed table, which is all that Excel tells. */
    const hearOfIt = async (): Promise<void> => {
      await rename();
      await workbench.set(planCell(1, 'Description'), 'Spring ads');
      await pane().getByText(MISSING).waitFor();
    };

    it('the table is renamed: one sentence, nothing written, and with its name back it is saved', async () => {
      await workbench.openOtherPane();
      // the pane has not heard of it yet: its own save comes first
      await rename();
      await trySave();
      await pane().getByText(NOT_WRITTEN).waitFor();
      await pane().getByText(MISSING).waitFor();
      await expect.poll(() => isSeen('Nothing was written because')).toBe(true);
      expect(await field('Owner').inputValue()).toBe('Ben');
      expect(await shown(1, 'Owner')).toEqual(['Ana']);
      await others('rename back');
      await save();
      await expect.poll(() => pane().getByText(MISSING).count()).toBe(0);
      expect([await shown(1, 'Owner'), await shown(2, 'Owner')]).toEqual([['Ben'], ['']]);
    });

    it('the table is renamed, and the pane hears of it before the save: the same, and the form stays open', async () => {
      await workbench.openOtherPane();
      await hearOfIt();
      expect(await field('Owner').inputValue()).toBe('Ben');
      expect(await main()).not.toMatch(/deleted/i);
      await workbench.screenshot('people-renamed');
      await trySave();
      await pane().getByText(NOT_WRITTEN).waitFor();
      await expect(workbench.text("'Co-op plan 2'!A1")).rejects.toThrow();
      await others('rename back');
      // it may hear of the name as well, by the calculation that follows, and then there is nothing left to press
      const again = button('Check again');
      await expect
        .poll(async () => {
          if (await again.isVisible()) await again.click({ timeout: 1_000 }).catch(() => undefined);
          return pane().getByText(MISSING).count();
        })
        .toBe(0);
      await save();
      expect([await shown(1, 'Owner', 'Description'), await shown(2, 'Owner')]).toEqual([['Ben', 'Spring ads'], ['']]);
    });

    it('the table was renamed while no pane was open: it is told by its columns, and nothing is made next to it', async () => {
      await button('Discard').click();
      await hearOfIt();
      await workbench.reloadPane('');
      await workbench.screen('Plan');
      await pane()
        .getByText(
          "The table CoopPlan isn't in this workbook, but OurPlan has its columns. If the table was renamed, rename it back to CoopPlan (Table Design › Table Name).",
        )
        .waitFor();
      await workbench.screenshot('people-renamed-before');
    });

    it('the table is renamed, and a new one begun next to it: what is left is worked out over the new one', async () => {
      await hearOfIt();
      await button('Create a new CoopPlan').click();
      await pane().getByText(MISSING).waitFor({ state: 'detached' });
      expect(await field('Owner').inputValue()).toBe('Ben');
      await save();
      expect(await workbench.text(tableCell({ ...PLAN.design, sheet: 'Co-op plan 2' }, 1, 'Owner'))).toEqual([['Ben']]);
      expect((await workbench.formulas("'Co-op funds'!I5:I8")).flat().filter((cell) => cell !== '')).not.toContainEqual(
        expect.stringContaining('OurPlan'),
      );
      expect(await shown(1, 'Owner')).toEqual(['Ana']);
    });

    it('a column is taken away: told above the list, what needs it is refused by its name, all else is saved', async () => {
      await workbench.set(tableCell(PLAN.design, 0, 'Owner'), 'Mine');
      await trySave();
      await pane()
        .getByText(/The table CoopPlan no longer has the column "Owner", so nothing was written\. Rename it back/)
        .waitFor();
      expect(await field('Owner').inputValue()).toBe('Ben');
      await workbench.set(tableCell(PLAN.design, 0, 'Owner'), 'Owner');
      await save();
      expect(await shown(1, 'Owner')).toEqual(['Ben']);
      await workbench.set(tableCell(PLAN.design, 0, 'Owner'), 'Mine');
      await pane()
        .getByText('The table CoopPlan no longer has the column "Owner". It reads as blank here. Rename it back, or add it again.')
        .waitFor();
      await edit();
      await field('Description').fill('Spring ads');
      await save();
      expect(await shown(1, 'Description')).toEqual(['Spring ads']);
      expect(await workbench.text(planCell(1, 'Owner'))).toEqual([['Ben']]);
    });
  });

  it('two thousand activities: the plan is read at once, shown in pages, and one of them saved in two round trips', async () => {
    const rows = Array.from({ length: 2000 }, (_, n) => ({
      ID: `A-${n}`,
      Status: 'planned',
      'Partner ID': '1234567',
      Program: 'Microsoft Commerce Incentives',
      'Fiscal half': 'FY25 H1',
      Activity: ADS,
      Start: '2025-04-01',
      End: '2025-04-30',
      Owner: `Owner ${n}`,
      Description: `Number ${n}, with a few words of its own`,
      Currency: 'USD',
      Budget: 5,
    }));
    workbench = await openWorkbench({ book: 'funds' });
    await writePlan(workbench, rows);
    await workbench.quiet();
    await openPlan('2025-03-10');
    await pane().getByText('Owner 0', { exact: false }).first().waitFor();
    expect(await pane().getByRole('listitem').count()).toBeLessThan(100);
    await button(/^Show \d+ more of 2000/).click();
    await button(ADS).nth(3).click();
    await field('Owner').fill('Ben');
    await save();
    // it also gave the fund its sum of the plan
    await workbench.quiet();
    await button(ADS).nth(3).click();
    await field('Owner').fill('Bert');
    const { roundTrips } = await workbench.roundTrips(save);
    expect(roundTrips).toBe(2);
    await workbench.screenshot('people-two-thousand');
  });
});
