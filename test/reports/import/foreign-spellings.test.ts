import { describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { accrued } from '../../../src/functions/accrued';
import { ledger } from '../../../src/functions/ledger';
import { fundsOf } from '../../../src/reports/funds';
import { readReports } from '../../../src/reports/import/read-reports';
import { rulesOn } from '../../../src/rulebook/rules-on';
import { complaint, PLAIN_WORKBOOK, show } from '../../support/custom-functions';
import { csv, file, small, SMALL_HEADER, smallRow } from '../../support/report-files';

// What databases, spreadsheets and people make of a report's IDs and names on its way here: one thing stays one thing.

const HALF = 'FY25 H1';
type Change = Parameters<typeof smallRow>[0];
const cellsOf = (...changes: Change[]) => [SMALL_HEADER, ...changes.map((change) => smallRow(change))];
const fromFile = (...changes: Change[]) => readReports([file('a.csv', small(...changes.map((change) => smallRow(change))))]);
const fromCells = (...changes: Change[]) => readReports([{ name: 'cells', cells: cellsOf(...changes) }]);
const fundsIn = (read: Awaited<ReturnType<typeof readReports>>) =>
  fundsOf(read, (day) => rulesOn(day), '2025-01-31').map(({ partnerId, program, coop, repeats }) => [
    partnerId,
    program,
    coop / 100,
    repeats,
  ]);
const MCI = 'Microsoft Commerce Incentives';

describe.each<[string, (...changes: Change[]) => ReturnType<typeof readReports>]>([
  ['a file', fromFile],
  ['cells', fromCells],
])('in %s', (_, read) => {
  describe('no earning ID', () => {
    it.each([
      'NULL',
      'null',
      'N/A',
      'N.A.',
      '-',
      '--',
      '0',
      '?',
      'none',
      'nan',
      'NaN',
      'undefined',
      '(blank)',
      '#N/A',
      'Not applicable',
      'nil',
      '\\N',
      '00000000-0000-0000-0000-000000000000',
      '\u00A0',
    ])('%j: every row counts, of whatever day and amount', async (id) => {
      const given = await read(
        { id: 'e1', amount: '9000' },
        { id, amount: '700', calculated: '2025-01-16' },
        { id, amount: '500', calculated: '2025-01-17', date: '2024-11-30' },
        { id, amount: '300', calculated: '2025-01-18' },
        { id, amount: '300', calculated: '2025-01-18' },
      );
      expect(given).toMatchObject({ counted: 5, repeats: { rows: 0 }, complete: true });
      expect(fundsIn(given)).toEqual([['1234567', MCI, 10_800, 0]]);
    });
  });

  it('an ID that is an error of a spreadsheet is set aside: two such rows need not be one earning', async () =>
    expect(await read({}, { id: '#REF!' }, { id: '#NAME?' })).toMatchObject({
      counted: 1,
      quarantined: [{ reason: 'The earning ID "#REF!" can\'t be read.' }, { reason: 'The earning ID "#NAME?" can\'t be read.' }],
    }));

  it('one GUID in whatever spelling is one earning, and the Partner ID with it', async () => {
    const guid = '5e0c0001-1a2b-4c3d-8e4f-00000000abcd';
    const given = await read(
      { id: guid },
      { id: guid.toUpperCase(), partner: '1234567.0' },
      { id: `{${guid}}`, partner: 'MPN: 1234567' },
      { id: guid.replaceAll('-', ''), partner: '1,234,567' },
      { id: `${guid}\u200B`, partner: '１２３４５６７' },
    );
    expect(given).toMatchObject({ counted: 1, repeats: { rows: 4 } });
    expect(fundsIn(given)).toEqual([['1234567', MCI, 100, 4]]);
    expect(await read({ id: 'ab1' }, { id: 'AB1' })).toMatchObject({ counted: 2 });
  });

  it("one Partner ID is one fund, named as the sheet's formulas understand it", async () =>
    expect(
      fundsIn(
        await read(
          { id: '1', partner: 'Partner ID: 1234567' },
          { id: '2', partner: '1.234567E+6' },
          { id: '3', partner: "'1234567" },
          { id: '4', partner: '1234567 (MPN)' },
          { id: '5', partner: '12345\u206067' },
        ),
      ),
    ).toEqual([['1234567', MCI, 500, 0]]));

  it.each<[string, string]>([
    ['NULL', 'The Partner ID "NULL" doesn\'t identify a partner.'],
    ['N/A', 'The Partner ID "N/A" doesn\'t identify a partner.'],
    ['0', 'The Partner ID "0" doesn\'t identify a partner.'],
    ['1.23E+6', 'The Partner ID "1.23E+6" has lost digits because a spreadsheet rounded it. Bring in the original download.'],
    ['123,000', 'The Partner ID "123,000" can\'t be read. It isn\'t clearly a whole number. Write it like 1234567.'],
    ['1234567.5', 'The Partner ID "1234567.5" can\'t be read. It isn\'t clearly a whole number. Write it like 1234567.'],
  ])('the Partner ID %s is set aside', async (partner, reason) =>
    expect(await read({}, { id: 'e2', partner })).toMatchObject({ counted: 1, quarantined: [{ reason }] }),
  );

  it('marks no one sees make no second program, type, lever or reason', async () => {
    const given = await read(
      {},
      { id: '2', program: `Microsoft\u00A0Commerce Incentives\u200B` },
      { id: '3', type: 'Co\u00ADop' },
      { id: '4', lever: 'Azure consumption\u202F CSP\u200D motion' },
      { id: '5', type: 'Ｃｏｏｐ' },
      { id: '6', program: 'Moon\u200E Program' },
      { id: '7', program: 'Moon Program' },
      { id: '8', type: 'Bo\u2060nus' },
      { id: '9', type: 'Bonus' },
    );
    expect(given.months.map(({ program, earningType, counted }) => [program, earningType, counted])).toEqual([
      [MCI, 'Bonus', 2],
      [MCI, 'Coop', 5],
      ['Moon Program', 'Coop', 2],
    ]);
    expect(given.flagged.map(({ name, rows }) => [name, rows])).toEqual([
      ['Bonus', 2],
      ['Moon Program', 2],
    ]);
  });
});

it('the same earnings as downloaded and through a database or a spreadsheet count once', async () => {
  const id = (n: number) => `5e0c000${n}-1a2b-4c3d-8e4f-00000000abcd`;
  const downloaded = small(smallRow({ id: id(1), amount: '6000.00' }), smallRow({ id: id(2), amount: '2500.00' }));
  const sql = small(
    smallRow({ id: id(1).toUpperCase(), partner: '1234567.0', amount: '6000.0' }),
    smallRow({ id: `{${id(2).toUpperCase()}}`, partner: '1234567.0', amount: '2500.0' }),
  );
  const both = await readReports([file('a.csv', downloaded), file('b.csv', sql)]);
  expect(both).toMatchObject({ counted: 2, repeats: { rows: 2, micros: 8_500_000_000 } });
  expect(fundsIn(both)).toEqual([['1234567', MCI, 8500, 2]]);
  const more = small(...[sql.split('\n')[1]!.split(','), smallRow({ id: id(3), amount: '1.00' })]);
  const later = await readReports([file('a.csv', downloaded), file('b.csv', more)]);
  expect(fundsIn(later)).toEqual([['1234567', MCI, 8501, 1]]);
});

it('a header is found whatever no one sees in it', async () =>
  expect(await readReports([file('a.csv', csv([SMALL_HEADER.map((name) => `\u200E${name}\u00A0\u202C`), smallRow()]))])).toMatchObject({
    counted: 1,
    complete: true,
  }));

describe('over cells, the functions', () => {
  provideContext(PLAIN_WORKBOOK);
  it.each(['NULL', 'N/A', '-', '(blank)', '#N/A', '00000000-0000-0000-0000-000000000000'])(
    'count every row whose earning ID is %s',
    (id) => {
      const report = cellsOf(
        { amount: '9000' },
        { id, amount: '700', calculated: '2025-01-16' },
        { id, amount: '500', calculated: '2025-01-17' },
        { id, amount: '500', calculated: '2025-01-17' },
      );
      expect(show(accrued, report, HALF)).toBe(10_700);
      expect((show(ledger, report) as unknown[][])[1]).toEqual([
        '1234567',
        MCI,
        HALF,
        0,
        10_700,
        10_000,
        10_700,
        0,
        ...(show(ledger, report) as unknown[][])[1]!.slice(8, 11),
        4,
        0,
        0,
      ]);
    },
  );
  it('take GUIDs and Partner IDs in any spelling for one, in cells and as an argument', () => {
    const guid = '5e0c0001-1a2b-4c3d-8e4f-00000000abcd';
    const report = cellsOf(
      { id: guid },
      { id: guid.toUpperCase(), partner: '1234567.0' },
      { id: `{${guid}}`, partner: 'MPN: 1234567' },
      { id: 'x1', partner: '1,234,567' },
      { id: 'x2', partner: '123\u200D4567' },
    );
    expect(show(accrued, report, HALF)).toBe(300);
    for (const asked of ['1234567', 1234567, 'MPN-1234567', '1234567 (MPN)', "'1234567", '#1234567', '１２３４５６７'])
      expect(show(accrued, report, HALF, asked)).toBe(300);
  });
  it('name the row of a Partner ID that names no partner', () => {
    expect(complaint(accrued, cellsOf({}, { id: 'e2', partner: 'NULL' }), HALF, '1234567')).toMatch(
      /Row 3 of the report .*: the Partner ID "NULL" can't be read/,
    );
    expect((show(ledger, cellsOf({}, { id: 'e2', partner: 'N/A' })) as unknown[][]).map(([id]) => id)).toEqual([
      'Partner ID',
      '1234567',
      'unreadable',
    ]);
  });
  it('see one program and type whatever no one sees in them', () =>
    expect(
      show(
        accrued,
        cellsOf(
          {},
          { id: '2', type: 'Coop\u200B' },
          { id: '3', program: 'Microsoft Commerce\u00A0Incentives' },
          { id: '4', program: `\u202A${MCI}\u202C` },
        ),
        HALF,
      ),
    ).toBe(400));
});
