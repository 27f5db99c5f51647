import { beforeEach, describe, expect, it, vi } from 'vitest';
import { preview } from '../../../src/explain/preview';
import { insertFunction } from '../../../src/planner/functions/insert-function';
import type { FunctionEntry } from '../../../src/planner/functions/write-formula';
import { FakeWorkbook } from '../../support/fake-workbook';
import { playHost } from '../../support/custom-functions';

const entry = (id: string): FunctionEntry => __CATALOGUE__.find((candidate) => candidate.id === id)!;

describe('insertFunction', () => {
  let workbook: FakeWorkbook;
  beforeEach(() => {
    workbook = new FakeWorkbook();
  });

  it('writes into an empty cell', async () => {
    expect(await insertFunction(workbook, entry('SPLIT'), '=COOP.SPLIT(1500)')).toEqual({ outcome: 'inserted', address: 'B2' });
    expect(workbook.cells.get('B2')).toBe('=COOP.SPLIT(1500)');
  });

  it('asks before it overwrites, and overwrites when told to', async () => {
    workbook.cells.set('B2', 42);
    expect(await insertFunction(workbook, entry('SPLIT'), '=COOP.SPLIT(1500)')).toEqual({
      outcome: 'occupied',
      address: 'B2',
      holds: '42',
    });
    expect(workbook.cells.get('B2')).toBe(42);
    expect(await insertFunction(workbook, entry('SPLIT'), '=COOP.SPLIT(1500)', true)).toEqual({ outcome: 'inserted', address: 'B2' });
  });

  it.each([
    ['SPLIT', '=COOP.SPLIT(1500)', 'C2', 'no room'],
    ['SPLIT', '=COOP.SPLIT(1500,"co-op")', 'C2', 'inserted'],
    ['SPLIT', '=COOP.SPLIT(A1)', 'C2', 'no room'],
    ['SPLIT', '=COOP.SPLIT(A1,A2)', 'C2', 'inserted'],
    ['CALENDAR', '=COOP.CALENDAR("FY24 H1",2)', 'J4', 'no room'],
    ['CALENDAR', '=COOP.CALENDAR("FY24 H1",2)', 'J5', 'inserted'],
    ['DEADLINE', '=COOP.DEADLINE("FY24 H1")', 'B3', 'inserted'],
  ])('%s: the result of %s next to a full %s: %s', async (id, formula, full, outcome) => {
    workbook.cells.set('A1', 1500).set('A2', 'rebate').set(full, 'x');
    expect(await insertFunction(workbook, entry(id), formula)).toMatchObject({ outcome });
    expect(workbook.cells.get('B2')).toBe(outcome === 'inserted' ? formula : undefined);
  });

  it('keeps results of several cells out of tables', async () => {
    workbook.table = ['B2'];
    expect(await insertFunction(workbook, entry('SPLIT'), '=COOP.SPLIT(1500)')).toEqual({ outcome: 'in a table', address: 'B2' });
    expect(await insertFunction(workbook, entry('SPLIT'), '=COOP.SPLIT(1500,"co-op")')).toMatchObject({ outcome: 'inserted' });
  });

  it('passes on in a sentence that a sheet is protected or a cell is being edited, and writes nothing', async () => {
    workbook.isProtected = true;
    await expect(insertFunction(workbook, entry('SPLIT'), '=COOP.SPLIT(1500)')).rejects.toThrow(/protected.*nothing was written/i);
    workbook.isProtected = false;
    workbook.editing = true;
    await expect(insertFunction(workbook, entry('SPLIT'), '=COOP.SPLIT(1500)')).rejects.toThrow(/being edited/);
    expect(workbook.cells.size).toBe(0);
  });

  it.each([null, '1.1', '1.3', '1.4', '1.5'])(
    'names the cells that will hold days, whatever this host makes of days: custom functions %s',
    async (runtime) => {
      playHost(runtime);
      try {
        const dates = async (id: string, formula: string): Promise<unknown> => {
          const insertion = vi.spyOn(workbook, 'insertFormula');
          await insertFunction(workbook, entry(id), formula, true);
          return insertion.mock.lastCall![0].dates;
        };
        workbook.cells.set('A1', 'FY24 H1');
        expect(await dates('DEADLINE', '=COOP.DEADLINE("FY24 H1")')).toEqual([[0, 0]]);
        expect(await dates('DEADLINE', '=COOP.DEADLINE(A1)')).toEqual([[0, 0]]);
        expect(await dates('SPLIT', '=COOP.SPLIT(1500)')).toEqual([]);
        expect(preview('=COOP.DEADLINE("FY24 H1")')).toEqual({ kind: 'cells', cells: [['2024-08-15']] });
      } finally {
        playHost(null);
      }
    },
  );

  it('asks nothing of the sheet that the formula itself answers', async () => {
    await insertFunction(workbook, entry('CALENDAR'), '=COOP.CALENDAR("FY24 H1",2)');
    await insertFunction(workbook, entry('THRESHOLD'), '=COOP.THRESHOLD(A1)', true);
    expect(workbook.asked).toEqual(['insertFormula', 'insertFormula']);
  });
});
