import { describe, expect, it } from 'vitest';
import { isOutdated, joined, missingLater, updateOf } from '../../src/records/later-columns';
import { changed, type TableCells, type TableDesign } from '../../src/records/table';

const DESIGN: TableDesign = {
  name: 'CoopThings',
  sheet: 'Things',
  title: 'Things',
  hint: '',
  columns: [
    { name: 'ID', width: 1 },
    { name: 'Sum', width: 1, formula: '=[@A]+[@B]', former: ['=[@A]', '=SUM([@A])'] },
    { name: 'Title', width: 1, isLater: true },
    { name: 'Twice', width: 1, formula: '=2*[@Sum]', isLater: true },
  ],
};
const table = (header: readonly string[], ...formulas: (string | number)[][]): TableCells => ({
  header,
  formulas,
  values: formulas.map((row) => row.map((cell) => (String(cell).startsWith('=') ? 0 : cell))),
});
const OLD = table(
  ['ID', 'Sum', 'Mine'],
  ['a', '=[@A]', 'x'],
  ['b', '=[@A]+1', '=NOW()'],
  ['c', 5, ''],
  ['d', '=SUM( CoopThings[@A] )', ''],
);

describe('a table of an earlier version', () => {
  it('gets its later columns at the right end, and our own former formulas replaced; what people wrote stays', () => {
    const update = updateOf(OLD, DESIGN);
    expect(update.columns?.map(({ name }) => name)).toEqual(['Title', 'Twice']);
    const after = changed(OLD, update);
    expect(after.header).toEqual(['ID', 'Sum', 'Mine', 'Title', 'Twice']);
    expect(after.formulas).toEqual([
      ['a', '=[@A]+[@B]', 'x', '', '=2*[@Sum]'],
      ['b', '=[@A]+1', '=NOW()', '', '=2*[@Sum]'],
      ['c', 5, '', '', '=2*[@Sum]'],
      ['d', '=[@A]+[@B]', '', '', '=2*[@Sum]'],
    ]);
    expect(isOutdated(OLD, DESIGN)).toBe(true);
    expect(isOutdated(after, DESIGN)).toBe(false);
    expect(updateOf(after, DESIGN).set.size).toBe(0);
  });

  it('gets a column once: one that someone took out since does not come back, one of the same name is used', () => {
    expect(missingLater({ header: ['ID', 'Sum', 'twice'] }, DESIGN)).toEqual([]);
    expect(missingLater({ header: ['ID', 'TITLE', 'Sum'] }, DESIGN).map(({ name }) => name)).toEqual(['Twice']);
    expect(isOutdated(table(['ID', 'Sum', 'Twice'], ['a', '=[@A]+[@B]', 1]), DESIGN)).toBe(false);
  });

  it('is told by its last row, where no other formulas were read', () => {
    const read = { ...table(['ID', 'Sum', 'Title', 'Twice'], ['a', 1, '', 2]), unread: [1, 3], lastRow: ['a', '=[@A]', '', '=2*[@Sum]'] };
    expect(isOutdated(read, DESIGN)).toBe(true);
    expect(isOutdated({ ...read, lastRow: ['a', '=[@A]+[@B]', '', '=2*[@Sum]'] }, DESIGN)).toBe(false);
  });

  it('takes what a save writes along: a cell that is saved goes before, a row that goes is gone', () => {
    const update = updateOf(OLD, DESIGN);
    const save = {
      design: DESIGN,
      set: new Map([[0, [null, null, null, 'First', null]]]),
      add: [['e', { formula: '=[@A]+[@B]' }, '', '', '']],
      remove: [3],
    };
    const whole = joined(update, save);
    expect(changed(OLD, whole)).toEqual(changed(changed(OLD, update), save));
    expect(changed(OLD, whole).formulas.map((row) => row[3])).toEqual(['First', '', '', '']);
  });

  it('without a row gets columns alone', () => {
    const blank = table(['ID', 'Sum', 'Mine'], ['', '', '']);
    expect(changed(blank, updateOf(blank, DESIGN)).formulas).toEqual([['', '', '', '', '']]);
  });
});
