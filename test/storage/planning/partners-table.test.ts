import { describe, expect, it } from 'vitest';
import { RULE_PACKS, packRows } from '../../../src/rulebook/packs/packs';
import { LEVER_GROUPS } from '../../../src/rulebook/packs/lever-groups';
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
    ['', "Row 1 of CoopPartners isn't used: it has a name or a group but no Partner ID."],
    ['n/a', "Row 1 of CoopPartners isn't used: it has a name or a group but no Partner ID."],
    ['1.23E+15', "Row 1 of CoopPartners isn't used: 1.23E+15 has lost digits. Enter the whole Partner ID."],
    ['123,000', 'Row 1 of CoopPartners isn\'t used: "123,000" may be read as more than one Partner ID.'],
    ['#REF!', "Row 1 of CoopPartners isn't used. Partner ID: the cell has #REF!."],
  ])('a row with the Partner ID "%s" is reported', (id, sentence) => {
    expect(readPartners(table([[id, 'US']]))).toEqual({ names: new Map(), groups: new Map(), troubles: [sentence] });
  });

  it('a table without one of its columns has no names', () => {
    expect(readPartners(table([['1234567']], ['Partner ID'])).names.size).toBe(0);
    expect(readPartners(table([['US']], ['Name']))).toMatchObject({ names: new Map() });
    expect(readPartners(null)).toEqual({ names: new Map(), groups: new Map(), troubles: [] });
  });
});

describe('the groups in CoopPartners', () => {
  const HEADER = ['Partner ID', 'Name', 'Key', 'Group'];

  it('are found with or without a name, and cleaned; a table of the first version has none', () => {
    const rows = [
      [1234567, 'US', '', ' scale  countries'],
      ['MPN 07654321', '', '', 'own type'],
      ['99', 'Other', '', ''],
    ];
    const { groups, troubles } = readPartners(table(rows, HEADER));
    expect([...groups]).toEqual([
      ['1234567', 'scale countries'],
      ['7654321', 'own type'],
    ]);
    expect(troubles).toEqual([]);
    expect(readPartners(table([['1234567', 'US']])).groups.size).toBe(0);
  });

  it('come from the row with the name; another group is reported and never used in silence', () => {
    const rows = [
      ['1234567', '', '', 'one'],
      ['1234567', 'US', '', 'two'],
      ['99', '', '', 'three'],
      ['99', '', '', 'three'],
    ];
    const { groups, troubles } = readPartners(table(rows, HEADER));
    expect([...groups]).toEqual([
      ['1234567', 'two'],
      ['99', 'three'],
    ]);
    expect(troubles).toEqual(["The group in row 1 of CoopPartners isn't used: the Partner ID has its name and group from row 2."]);
  });

  it('a group without a Partner ID is reported, and one that can’t be read takes no name away', () => {
    const rows = [
      ['', '', '', 'scale countries'],
      ['1234567', 'US', '', '#REF!'],
    ];
    const { names, groups, troubles } = readPartners(table(rows, HEADER));
    expect([...names]).toEqual([['1234567', 'US']]);
    expect(groups.size).toBe(0);
    expect(troubles).toEqual([
      "Row 1 of CoopPartners isn't used: it has a name or a group but no Partner ID.",
      "The group in row 2 of CoopPartners isn't used. Group: the cell has #REF!.",
    ]);
  });

  it('offers the groups of the rule packs', () => {
    const inPacks = RULE_PACKS.flatMap(packRows).flatMap(({ Lever }) => /\((.+)\)$/.exec(Lever!)?.[1] ?? []);
    expect(new Set(LEVER_GROUPS)).toEqual(new Set(inPacks));
  });
});
