import { beforeEach, describe, expect, it } from 'vitest';
import { openPlanning } from '../../src/planner/store/open-planning';
import type { PlanningRead, PlanningStore } from '../../src/planner/store/planning-store';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { writeReport } from '../../src/storage/funds/write-report';
import { startExcel } from '../support/excel-without-pane';
import { activity, claim, earned } from '../support/records';

/** People who have the sheet and not the pane: they are offered names, and a fund is found by any spelling of its own. */
describe('names in the sheet', () => {
  const port = openExcelWorkbook();
  const { inExcel, clear, column, set, lookFrom } = startExcel();
  let store: PlanningStore;
  beforeEach(async () => {
    await clear();
    await lookFrom('2025-03-01');
    store = openPlanning(port);
    await writeReport(port.tables, { months: [earned()], skipped: [], asOf: null, source: 'a.csv' });
    await store.readAgain();
  });

  const save = (...over: Parameters<typeof activity>[0][]) =>
    store.save({ activities: over.map((change) => ({ value: activity(change), base: null })) }, 'Saved.');
  const readNow = (): PlanningRead => {
    const state = store.current();
    if (state.step !== 'read') throw new Error('not read');
    return state.read;
  };

  describe('a fund by another spelling', () => {
    it.each([
      ['Program', 'MCI'],
      ['Program', 'microsoft commerce incentives (mci)'],
      ['Program', ''],
      ['Partner ID', 1234567],
      ['Partner ID', 'MPN 1234567'],
      ['Partner ID', ' mpn01234567'],
      ['Fiscal half', 'FY2025 H1'],
      ['Fiscal half', 'FY25H1'],
      ['Fiscal half', '2024-10-31'],
    ])('%s %j is the same fund: what is earned and left of it, for this activity and for others', async (name, spelling) => {
      await save({ budget: 500_000 }, { id: 'A-BBBBBB', budget: 100_000 });
      await set('CoopPlan', name, 0, typeof spelling === 'string' ? `'${spelling}` : spelling);
      expect(await column('CoopPlan', 'Earned')).toEqual(['20,000.00', '20,000.00']);
      expect(await column('CoopPlan', 'Left')).toEqual(['19,000.00', '15,000.00']);
      await store.readAgain();
      const state = store.current();
      expect(state.step === 'read' && state.read.activities.flatMap(({ troubles }) => troubles)).toEqual([]);
    });

    it.each<[string, string, string | number]>([
      ['a program nobody knows', 'Program', 'Commerce of my own'],
      ['another Partner ID', 'Partner ID', 'MPN 7654321'],
      ['no half', 'Fiscal half', 'soon'],
      ['nothing', 'Partner ID', ''],
    ])('%s shows nothing, and takes nothing of the fund', async (_title, name, cell) => {
      await save({ budget: 500_000 }, { id: 'A-BBBBBB', budget: 100_000 });
      await set('CoopPlan', name, 0, cell);
      expect(await column('CoopPlan', 'Earned')).toEqual(['', '20,000.00']);
      expect(await column('CoopPlan', 'Left')).toEqual(['', '20,000.00']);
    });

    it.each(['MPN: 1234567', '1,234,567', '1234567.0', '#1234567', '1234567 (MPN)', '\uFF11234567', '12345\u200B67'])(
      'a Partner ID written %j, which only the pane understands, is told on its row, and a save writes it plainly',
      async (spelling) => {
        await save({ budget: 500_000 });
        await set('CoopPlan', 'Partner ID', 0, `'${spelling}`);
        await store.readAgain();
        const [kept] = readNow().activities;
        expect(kept!.troubles.map(({ sentence }) => sentence)).toEqual([
          `Partner ID: the sheet can't match "${spelling}" to "1234567" of CoopFunds, so Earned and Left are blank there. Write it that way, or save the activity here.`,
        ]);
        await store.save({ activities: [{ value: { ...kept!.value, owner: 'Bob' }, base: kept! }] }, 'Saved.');
        expect(await column('CoopPlan', 'Partner ID')).toEqual(['1234567']);
        expect(await column('CoopPlan', 'Earned')).toEqual(['20,000.00']);
        expect(readNow().activities[0]!.troubles).toEqual([]);
      },
    );

    it("a spelling that is only in the pane's reach: it says why Earned is blank, and a save writes the name", async () => {
      await save({ budget: 500_000 });
      await set('CoopPlan', 'Program', 0, 'microsoft-commerce incentives');
      expect(await column('CoopPlan', 'Earned')).toEqual(['']);
      await store.readAgain();
      const [kept] = readNow().activities;
      expect(kept!.troubles.map(({ sentence }) => sentence)).toEqual([
        'Program: the sheet can\'t match "microsoft-commerce incentives" to "Microsoft Commerce Incentives" of CoopFunds, so Earned and Left are blank there. Write it that way, or save the activity here.',
      ]);
      expect(await store.save({ activities: [{ value: { ...kept!.value, owner: 'Bob' }, base: kept! }] }, 'Saved.')).toMatchObject({
        outcome: 'saved',
        conflicts: [],
      });
      expect(await column('CoopPlan', 'Earned')).toEqual(['20,000.00']);
      expect(readNow().activities[0]!.troubles).toEqual([]);
      await store.undoable.at(-1)!.run();
      expect(await column('CoopPlan', 'Program')).toEqual(['microsoft-commerce incentives']);
    });

    it('funds by an older name of their program are found as well', async () => {
      await set('CoopFunds', 'Program', 0, 'MCI');
      await save({ budget: 500_000 });
      expect(await column('CoopPlan', 'Left')).toEqual(['20,000.00']);
      expect(await column('CoopFunds', 'Fund')).toEqual(['1234567 | Microsoft Commerce Incentives | FY25 H1']);
    });

    it('without the lists, which someone deleted, full names are found and other rows go on', async () => {
      await save({ budget: 500_000 });
      await inExcel(({ workbook }) => workbook.worksheets.getItem('Co-op lists').delete());
      await store.readAgain();
      expect(await save({ id: 'A-BBBBBB', budget: 100_000 })).toMatchObject({ outcome: 'saved' });
      expect(await column('CoopPlan', 'Left')).toEqual(['19,000.00', '15,000.00']);
      await set('CoopPlan', 'Program', 1, 'MCI');
      await store.readAgain();
      expect(readNow().activities.map(({ troubles }) => troubles.map(({ column: name }) => name))).toEqual([[], ['Program']]);
      await inExcel(({ workbook }) => expect(workbook.worksheets.items.map(({ name }) => name)).not.toContain('Co-op lists'));
    });

    it('a plan from before there was a column Fund goes on by the three names', async () => {
      await save({ budget: 500_000 }, { id: 'A-BBBBBB', budget: 100_000 });
      await set('CoopPlan', 'Fund', -1, 'Mine');
      await store.readAgain();
      await save({ id: 'A-CCCCCC', budget: 200_000 });
      expect((await column('CoopPlan', 'Earned'))[2]).toBe('20,000.00');
      await set('CoopPlan', 'Fiscal half', 2, 'FY2025 H1');
      await store.readAgain();
      expect(readNow().activities[2]!.troubles).toMatchObject([{ column: 'Fiscal half', found: 'FY2025 H1' }]);
    });
  });

  describe('lists the sheet offers', () => {
    const sourceOf = (table: string, name: string) =>
      Excel.run(async (context) => {
        const { dataValidation } = context.workbook.tables.getItem(table).columns.getItem(name).getDataBodyRange();
        dataValidation.load('rule');
        await context.sync();
        return dataValidation.rule.list?.source;
      });

    const textOf = (sheet: string, address: string) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange(address);
        range.load('text');
        await context.sync();
        return range.text;
      });

    it('activities and programs, from a sheet with both', async () => {
      await save({});
      expect(await column('CoopActivities', 'Activity')).toHaveLength(25);
      expect(await column('CoopPrograms', 'Program')).toContain('Microsoft Commerce Incentives');
      expect(await textOf('Co-op lists', 'A1:E5')).toEqual([
        ['Activities', '', '', '', 'Programs'],
        ['Names the plan offers. Other spellings are accepted, too.', '', '', '', 'The plan finds a fund by any of these spellings.'],
        ['', '', '', '', ''],
        ['Activity', 'Category', 'Listed from', '', 'Program'],
        ['Print advertising', 'Demand Generation', '2020-07-01', '', 'Microsoft Commerce Incentives'],
      ]);
      expect(await sourceOf('CoopPlan', 'Activity')).toBe("='Co-op lists'!$A$5:$A$29");
      expect(await sourceOf('CoopPlan', 'Program')).toBe("='Co-op lists'!$E$5:$E$21");
      await store.save({ claims: [{ value: claim(), base: null }] }, 'Saved.');
      expect(await sourceOf('CoopClaims', 'Activity')).toBe("='Co-op lists'!$A$5:$A$29");
    });

    it('without them, claims offer none, and are made all the same', async () => {
      expect(await store.save({ claims: [{ value: claim(), base: null }] }, 'Saved.')).toMatchObject({ outcome: 'saved' });
      expect(await sourceOf('CoopClaims', 'Activity')).toBeUndefined();
      expect(await sourceOf('CoopClaims', 'Status')).toContain('editing,submitted');
    });

    it('come again with a plan that is made again', async () => {
      await save({});
      await inExcel(({ workbook }) => workbook.worksheets.getItem('Co-op lists').delete());
      await inExcel(({ workbook }) => workbook.worksheets.getItem('Co-op plan').delete());
      await store.readAgain();
      await store.beginAnew();
      expect(await save({})).toMatchObject({ outcome: 'saved' });
      expect(await column('CoopActivities', 'Activity')).toHaveLength(25);
    });
  });
});
