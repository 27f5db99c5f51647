import { describe, expect, it } from 'vitest';
import { renameInFormula, toExcelFormula, toUniverFormula } from '../../../src/workbench/grid/formula-text';

const items = { name: 'Items' };

describe('structured references', () => {
  it.each([
    ['=[@Qty]*2', '=Items[[#This Row],[Qty]]*2'],
    ['=Items[@[Unit price]]', '=Items[[#This Row],[Unit price]]'],
    ['=items[Qty]', '=Items[Qty]'],
    ['="[@Qty]"&[@Qty]', '="[@Qty]"&Items[[#This Row],[Qty]]'],
    ['=Other[Qty]', '=Other[Qty]'],
  ])('%s is %s to the grid', (excel, univer) => {
    expect(toUniverFormula(excel, [items], items)).toBe(univer);
  });

  it('come back short inside their table and qualified outside', () => {
    expect(toExcelFormula('=Items[[#This Row],[Qty]]', items)).toBe('=[@Qty]');
    expect(toExcelFormula('=Items[[#This Row],[Unit price]]', null)).toBe('=Items[@[Unit price]]');
  });

  it.each([
    ['=SUM(Items[Qty])', { column: ['Qty', 'Count'] as [string, string] }, '=SUM(Items[Count])'],
    ['=Items[[#This Row],[Qty]]', { column: ['qty', 'Count'] as [string, string] }, '=Items[[#This Row],[Count]]'],
    ['=SUM(Other[Qty])', { column: ['Qty', 'Count'] as [string, string] }, '=SUM(Other[Qty])'],
    ['=MyItems[Qty]&"Items[Qty]"', { column: ['Qty', 'Count'] as [string, string] }, '=MyItems[Qty]&"Items[Qty]"'],
    ['=SUM(Items[#All])', { table: 'Things' }, '=SUM(Things[#All])'],
  ])('%s after renaming %j', (formula, to, renamed) => {
    expect(renameInFormula(formula, 'Items', to)).toBe(renamed);
  });
});
