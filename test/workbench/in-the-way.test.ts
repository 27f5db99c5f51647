import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { unrestored } from '../../src/storage/unrestored';
import { startExcel } from '../support/excel-without-pane';
import { workbookNow } from '../support/workbook-now';
import { deskAt, WRITING_FLOWS } from '../support/writing-flows';

/** Tables and merged cells that Excel would have to cut in two. */
describe('in the way of rows', () => {
  const { workbench, inExcel, clear } = startExcel();
  beforeAll(() => {
    workbench().host.fireRichApi = () => false;
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(clear);
  const make = () =>
    inExcel(({ workbook }) => {
      const sheet = workbook.worksheets.add('Way');
      sheet.getRange('B2:C4').values = [
        ['N', 'M'],
        [1, 10],
        [2, 20],
      ];
      sheet.tables.add('B2:C4', true).name = 'Upper';
      sheet.getRange('C7:D8').values = [
        ['X', 'Y'],
        [1, 2],
      ];
      sheet.tables.add('C7:D8', true).name = 'Lower';
    });
  const tryOn = (act: (sheet: Excel.Worksheet) => void) => inExcel(({ workbook }) => act(workbook.worksheets.getItem('Way')));
  const conflict = { code: 'InsertDeleteConflict' };

  it('Excel inserts and deletes no cells that would cut a table', async () => {
    await make();
    await expect(tryOn((sheet) => void sheet.getRange('B6:C6').insert('Down'))).rejects.toMatchObject(conflict);
    await expect(tryOn((sheet) => sheet.getRange('B6:C6').delete('Up'))).rejects.toMatchObject(conflict);
    await expect(tryOn((sheet) => void sheet.tables.getItem('Upper').rows.add(undefined, [[3, 30]]))).rejects.toMatchObject(conflict);
    await expect(tryOn((sheet) => sheet.tables.getItem('Upper').rows.getItemAt(0).delete())).rejects.toMatchObject(conflict);
    await tryOn((sheet) => void sheet.getRange('B6:D6').insert('Down'));
    expect(workbench().workbook.tables.find('Lower')).toMatchObject({ row: 7, column: 2 });
    await tryOn((sheet) => void sheet.getRange('C9:D9').insert('Down'));
    expect(workbench().workbook.tables.find('Lower')).toMatchObject({ row: 7, rows: 3 });
  });

  it('nor through merged cells', async () => {
    await make();
    const merge = workbench().workbook.facadeSheet(workbench().workbook.sheets.find('Way')!).getRange(10, 0, 1, 2);
    merge.merge();
    await expect(tryOn((sheet) => void sheet.getRange('B10').insert('Down'))).rejects.toMatchObject(conflict);
    await tryOn((sheet) => void sheet.getRange('A10:B10').insert('Down'));
  });

  it.each([
    ['a second report that changes, drops and adds rows', 'Co-op earnings', 'CoopEarnings'],
    ['an activity more', 'Co-op plan', 'CoopPlan'],
    ['an activity deleted', 'Co-op plan', 'CoopPlan'],
    ['a new activity taken back', 'Co-op plan', 'CoopPlan'],
  ])('%s says which table is in the way, and nothing is changed', async (name, sheetName, ours) => {
    const flow = WRITING_FLOWS.find((candidate) => candidate.name === name)!;
    const desk = deskAt({
      type: (address, input) => workbench().set(address, input),
      select: (address) => workbench().select(address),
      act: inExcel,
    });
    await flow.before(desk);
    await inExcel(({ workbook }) => {
      const table = workbook.tables.getItem(ours);
      const corner = table.getRange().getLastCell().getOffsetRange(4, 0);
      corner.getResizedRange(1, 1).values = [
        ['My', 'own'],
        [1, 2],
      ];
      table.worksheet.tables.add(corner.getResizedRange(1, 1), true).name = 'Mine';
    });
    const before = await workbookNow(workbench());
    expect(await flow.run(desk)).toBe(
      `The table Mine on the sheet ${sheetName} is in the way of rows of ${ours}. Move it to another sheet, then try again. Nothing was changed.`,
    );
    expect(await workbookNow(workbench())).toEqual(before);
    expect(unrestored.current()).toEqual([]);
  });

  it('merged cells in the way are named as such', async () => {
    const flow = WRITING_FLOWS.find((candidate) => candidate.name === 'an activity more')!;
    const desk = deskAt({
      type: (address, input) => workbench().set(address, input),
      select: (address) => workbench().select(address),
      act: inExcel,
    });
    await flow.before(desk);
    const { row, rows, columns, sheet } = workbench().workbook.tables.find('CoopPlan')!;
    workbench()
      .workbook.facadeSheet(sheet)
      .getRange(row + rows + 3, columns - 1, 1, 2)
      .merge();
    const before = await workbookNow(workbench());
    expect(await flow.run(desk)).toMatch(/^Merged cells below or next to .*CoopPlan are in the way .* Nothing was changed\.$/);
    expect(await workbookNow(workbench())).toEqual(before);
  });
});
