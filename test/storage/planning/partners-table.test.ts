import { describe, expect, it } from 'vitest';
import { readPartners } from '../../../src/storage/planning/partners-table';
import type { CellContent, TableCells } from '../../../src/records/table';

const table = (rows: CellContent[][], header = ['Partner ID', 'Name']): TableCells => ({ header, values: rows, formulas: rows });

describe('the names in CoopPartners', () => {
  it('are found by any spelling of their Partner ID, and cleaned', () => {
    const { names, troubles } = readPartners(
      table([
        [1234567, ' US '],
        ['MPN 07654321', 'United\nKingdom\u200b'],
        ['', ''],
        ['5555555', ''],
        ['CSP Direct', 12],
      ]),
    );
    expect([...names]).toEqual([
      ['1234567', 'US'],
      ['7654321', 'United Kingdom'],
      ['CSPDIRECT', '12'],
    ]);
    expect(troubles).toEqual([]);
  });

  it('a Partner ID in two rows has the first name, and the other row is reported only if it differs', () => {
    const { names, troubles } = readPartners(
      table([
        ['1234567', ''],
        ['MPN 1234567', 'US'],
        [1234567, 'US'],
        ['01234567', 'America'],
      ]),
    );
    expect([...names]).toEqual([['1234567', 'US']]);
    expect(troubles).toEqual(['Row 4 of CoopPartners isn\'t used: an earlier row names Partner ID 01234567 "US".']);
  });

  it.each([
    ['', "Row 1 of CoopPartners isn't used: it has a name but no Partner ID."],
    ['n/a', "Row 1 of CoopPartners isn't used: it has a name but no Partner ID."],
    ['1.23E+15', "Row 1 of CoopPartners isn't used: 1.23E+15 has lost digits. Enter the whole Partner ID."],
    ['123,000', 'Row 1 of CoopPartners isn\'t used: "123,000" may be read as more than one Partner ID.'],
    ['#REF!', "Row 1 of CoopPartners isn't used. Partner ID: the cell has #REF!."],
  ])('a row with the Partner ID "%s" is reported', (id, sentence) => {
    expect(readPartners(table([[id, 'US']]))).toEqual({ names: new Map(), troubles: [sentence] });
  });

  it('a table without one of its columns has no names', () => {
    expect(readPartners(table([['1234567']], ['Partner ID'])).names.size).toBe(0);
    expect(readPartners(table([['US']], ['Name']))).toMatchObject({ names: new Map() });
    expect(readPartners(null)).toEqual({ names: new Map(), troubles: [] });
  });
});
