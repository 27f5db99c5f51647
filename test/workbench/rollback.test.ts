import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { unrestored } from '../../src/storage/unrestored';
import { startExcel } from '../support/excel-without-pane';
import { workbookNow } from '../support/workbook-now';
import { deskAt, WRITING_FLOWS, type Desk, type WritingFlow } from '../support/writing-flows';

/** What a rollback touches, and what it says where Excel keeps a sheet. */
describe('a rollback', () => {
  const { workbench, inExcel, clear } = startExcel();
  const sheets = () => workbench().workbook.sheets;
  beforeAll(() => {
    workbench().host.fireRichApi = () => false;
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(async () => {
    workbench().host.api.failing = null;
    sheets().isStructureProtected = false;
    for (const { id } of unrestored.current()) unrestored.leave(id);
    await inExcel(({ workbook }) => workbook.worksheets.items.forEach((sheet) => (sheet.visibility = 'Visible')));
    await clear();
  });
  const flowOf = (name: string): WritingFlow => WRITING_FLOWS.find((candidate) => candidate.name === name)!;
  const deskBefore = async (flow: WritingFlow): Promise<Desk> => {
    const desk = deskAt({
      type: (address, input) => workbench().set(address, input),
      select: (address) => workbench().select(address),
      act: inExcel,
    });
    await flow.before(desk);
    return desk;
  };
  /** Has the last cell that a flow writes fail, and something happen just before. */
  const failLate = async (flow: WritingFlow, meanwhile: () => void): Promise<{ desk: Desk; before: string[]; said: string | null }> => {
    let writes = 0;
    let desk = await deskBefore(flow);
    workbench().host.api.failing = ({ member }) => (member === 'Range.formulas=' && writes++, null);
    await flow.run(desk);
    workbench().host.api.failing = null;
    await clear();
    desk = await deskBefore(flow);
    const before = await workbookNow(workbench());
    let n = 0;
    workbench().host.api.failing = ({ member }) => {
      if (member !== 'Range.formulas=' || ++n !== writes) return null;
      meanwhile();
      return 'GeneralException';
    };
    const said = await flow.run(desk);
    workbench().host.api.failing = null;
    return { desk, before, said };
  };

  it.each([
    ['the structure is protected meanwhile', () => (sheets().isStructureProtected = true), () => (sheets().isStructureProtected = false)],
    [
      'the new sheets are very hidden meanwhile',
      () =>
        sheets()
          .all.filter((sheet) => sheet.getName() !== 'Sheet1')
          .forEach((sheet) => sheets().setVisibility(sheet, 'VeryHidden')),
      () => sheets().all.forEach((sheet) => sheets().setVisibility(sheet, 'Visible')),
    ],
  ])(
    'says which blank sheets are left where %s, and takes them away later',
    async (_situation, happens, ends) => {
      for (const name of ['a first report', 'a plan before any report', 'the list of things to do made']) {
        const { before, said } = await failLate(flowOf(name), happens);
        expect([name, said]).toEqual([name, expect.stringMatching(/Check .*the blank sheet Co-op .* choose Put back/)]);
        const [stuck] = unrestored.current();
        expect(stuck!.sheets.length).toBeGreaterThan(0);
        expect(workbench().workbook.tables.all.map((table) => `table ${table.name}`)).toEqual(
          before.filter((line) => line.startsWith('table ')).map((line) => line.replace(/ on .*/, '')),
        );
        ends();
        expect(await stuck!.putBack()).toBe('put back');
        expect(await workbookNow(workbench())).toEqual(before);
        await clear();
      }
    },
    60_000,
  );

  it('writes only cells that hold something else by now', async () => {
    const flow = flowOf('a second report that changes, drops and adds rows');
    const written: string[] = [];
    let hasFailed = false;
    const stop = workbench().workbook.on((event) => {
      if (hasFailed && event.kind === 'changed' && event.changeType === 'RangeEdited')
        written.push(`${event.area.sheet.getName()} ${event.area.row + 1}:${event.area.row + event.area.rows} ${event.area.columns}`);
    });
    const { before, said } = await failLate(flow, () => (hasFailed = true));
    stop();
    expect(said).toMatch(/Nothing was changed|put back/);
    expect(await workbookNow(workbench())).toEqual(before);
    // its first row had another amount, its third one was taken out; nothing of CoopFunds below its row
    expect(written.filter((line) => line.startsWith('Co-op earnings'))).not.toContainEqual(expect.stringMatching(/ 6:6 /));
  });
});
