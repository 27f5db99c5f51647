import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { PLAIN_WORKBOOK } from '../../support/custom-functions';
import { provideContext } from '../../../src/cells/context';
import { FakeTables } from '../../support/fake-tables';
import { earned, earningRow } from '../../support/records';
import type { EarningRow } from '../../../src/domain/earnings/earning';
import { describeComparison } from '../../../src/planner/funds/restated-funds';
import { describeStaying } from '../../../src/planner/funds/staying-earnings';
import { restatedMoney } from '../../../src/planner/store/restated-money';
import { EARNING_COLUMNS, type MonthEarned } from '../../../src/storage/funds/earnings-table';
import { enterFund } from '../../../src/storage/funds/enter-fund';
import { fundNamed } from '../../../src/rulebook/name-keys';
import { previewReport, writeReport, type ReportToWrite } from '../../../src/storage/funds/write-report';

const row = (over: Parameters<typeof earned>[0] = {}) => earned({ partnerId: '0012345', cents: 360_000, ...over });
const OCTOBER = row();
const NOVEMBER = row({ month: '2024-11', cents: 365_000 });
const reportOf = (months: MonthEarned[], source = 'earnings.csv'): ReportToWrite => ({ months, skipped: [], asOf: '2025-01-16', source });

describe('a report in the workbook', () => {
  let tables: FakeTables;
  beforeEach(() => {
    tables = new FakeTables();
  });

  it('makes both tables where there are none: days as serials, IDs as text, funds as formulas', async () => {
    const { isFirst, changes } = await writeReport(tables, reportOf([OCTOBER, NOVEMBER]));
    expect(isFirst).toBe(true);
    expect(changes).toHaveLength(2);
    expect(tables.rows('CoopEarnings')).toEqual([
      {
        Month: 45566,
        'Partner ID': '0012345',
        Program: 'Microsoft Commerce Incentives',
        Engagement: 'M365',
        Lever: 'Core',
        'Earning type': 'Coop',
        'Reason code': '',
        'Amount USD': 3600,
        Earnings: 2,
        'Repeats dropped': 0,
        Fund: expect.stringMatching(/^=.*"MPN"/),
        'Eligible USD': '',
      },
      expect.objectContaining({ Month: 45597, 'Amount USD': 3650 }),
    ]);
    const [fund, ...others] = tables.rows('CoopFunds');
    expect(others).toEqual([]);
    expect(fund).toMatchObject({
      'Partner ID': '0012345',
      'Fiscal half': 'FY25 H1',
      'As of': 45673,
      'Source file': 'earnings.csv',
      'Co-op': expect.stringMatching(/^=IF\(\[@Fund\]="".*SUMIFS\(CoopEarnings\[Amount USD\],CoopEarnings\[Fund\],.*"co\?op"/),
      'Claim deadline': '=IF([@[Fiscal half]]="","",COOP.DEADLINE([@[Fiscal half]],"claim"))',
    });
  });

  it('the same report again changes nothing, and writes nothing', async () => {
    await writeReport(tables, reportOf([OCTOBER, NOVEMBER]));
    const again = await writeReport(tables, reportOf([NOVEMBER, OCTOBER], 'earnings (1).csv'));
    expect(again).toMatchObject({
      changes: [],
      isFirst: false,
      settled: [],
      skipped: 0,
      replaced: [],
      restated: { list: [] },
      takeBack: null,
    });
    expect(tables.writes).toBe(1);
  });

  it('keeps eligible amounts, and clears one that is no longer known', async () => {
    const eligible = (cents: number | null) => row({ eligible: cents });
    const held = () => tables.rows('CoopEarnings').map((cells) => cells['Eligible USD']);
    await writeReport(tables, reportOf([eligible(240_000_000_000), row({ month: '2024-11' })]));
    expect(held()).toEqual([240_000, '']);
    await writeReport(tables, reportOf([{ ...eligible(null), micros: 1 }]));
    expect(held()).toEqual(['', '']);
  });

  it('keeps the eligible amount if the same earnings come without it, as in the Summarized download', async () => {
    await writeReport(tables, reportOf([row({ eligible: 240_000_000_000 })]));
    const again = await writeReport(tables, reportOf([row()]));
    expect(again.takeBack).toBeNull();
    expect(tables.rows('CoopEarnings')).toMatchObject([{ 'Eligible USD': 240_000 }]);
  });

  it.each<[string, Partial<MonthEarned>]>([
    ["the Partner ID as Partner Center's screens write it", { partnerId: 'MPN 12345' }],
    ['a number that lost its zeros', { partnerId: '12345' }],
    ['the earning type with a hyphen', { earningType: 'Co-op' }],
    ['another name of the program', { program: 'microsoft-commerce incentives' }],
    ['the lever with an en dash', { lever: '– core' }],
  ])('%s is no other earning: what the functions add up together stands here once', async (_, spelled) => {
    await writeReport(tables, { ...reportOf([OCTOBER]), rows: [] });
    expect(await previewReport(tables, reportOf([row(spelled)]))).toMatchObject({ changes: [] });
    await writeReport(tables, reportOf([row({ ...spelled, cents: 400_000 }), row({ ...spelled, month: '2024-12', cents: 100 })]));
    expect(tables.rows('CoopEarnings').map((cells) => cells['Amount USD'])).toEqual([4000, 1]);
    expect(tables.rows('CoopFunds')).toHaveLength(1);
  });

  it('a later report updates its months and says what changed; other months stay', async () => {
    await writeReport(tables, reportOf([OCTOBER, NOVEMBER]));
    const december = row({ month: '2024-12', cents: 100 });
    const { changes } = await writeReport(tables, {
      ...reportOf([row({ month: '2024-11', cents: 362_000 }), december], 'later.csv'),
      asOf: '2025-02-16',
    });
    expect(changes.map(({ month, before, after }) => [month, before, after])).toEqual([
      ['2024-11', 3_650_000_000, 3_620_000_000],
      ['2024-12', null, 1_000_000],
    ]);
    expect(tables.rows('CoopEarnings').map((cells) => cells['Amount USD'])).toEqual([3600, 3620, 1]);
    expect(tables.rows('CoopFunds').map((cells) => [cells['As of'], cells['Source file']])).toEqual([[45704, 'later.csv']]);
  });

  it.each([
    [
      'an earning that moved away is removed',
      row({ lever: 'Other' }),
      [
        ['Core', 3_600_000_000, null],
        ['Other', null, 3_600_000_000],
      ],
    ],
    ['another earning type of the same month stays', row({ earningType: 'Rebate', cents: 500 }), [['Core', null, 5_000_000]]],
    ['another Partner ID stays', row({ partnerId: '77', cents: 500 }), [['Core', null, 5_000_000]]],
    ['an ID retyped as a number is the same ID', row({ partnerId: '12345', cents: 500 }), [['Core', 3_600_000_000, 5_000_000]]],
  ])('%s', async (_title, later, expected) => {
    await writeReport(tables, reportOf([OCTOBER]));
    const { changes } = await previewReport(tables, reportOf([later]));
    expect(changes.map(({ lever, before, after }) => [lever, before, after])).toEqual(expect.arrayContaining(expected));
    expect(changes).toHaveLength(expected.length);
  });

  it('finds its rows by key in tables people have sorted, reordered and widened, and leaves their columns and rows alone', async () => {
    await writeReport(tables, reportOf([OCTOBER, NOVEMBER]));
    tables.widen('CoopEarnings', 'My note', 'mine');
    tables.reorder('CoopEarnings');
    tables.reverse('CoopEarnings');
    tables.type('CoopEarnings', {
      Month: 45566,
      'Partner ID': '0012345',
      Program: 'Microsoft Commerce Incentives',
      'Earning type': 'Coop',
      'Amount USD': 7,
    });
    await writeReport(tables, reportOf([row({ cents: 1 }), NOVEMBER]));
    expect(tables.rows('CoopEarnings').map((cells) => [cells['My note'], cells.Month, cells['Amount USD']])).toEqual([
      ['mine', 45597, 3650],
      ['mine', 45566, 0.01],
      ['', 45566, 7],
    ]);
  });

  it('a fund row keeps the formulas people reworked', async () => {
    await writeReport(tables, reportOf([OCTOBER]));
    const cells = tables.held.get('CoopFunds')!;
    const column = cells.header.indexOf('Co-op');
    tables.held.set('CoopFunds', {
      ...cells,
      formulas: cells.formulas.map((cellsOfRow) => cellsOfRow.map((cell, index) => (index === column ? '=1+1' : cell))),
    });
    await writeReport(tables, reportOf([row({ cents: 5 })], 'later.csv'));
    expect(tables.rows('CoopFunds')[0]).toMatchObject({ 'Co-op': '=1+1', 'Source file': 'later.csv' });
  });

  it('text that begins like a formula is text, and stays what it is through the next report', async () => {
    const evil = row({ lever: '=HYPERLINK("x")', engagement: '+1', program: '@SUM(A1)', partnerId: '-1' });
    await writeReport(tables, reportOf([evil]));
    const { header, values, formulas } = tables.held.get('CoopEarnings')!;
    for (const name of ['Lever', 'Engagement', 'Program', 'Partner ID'])
      expect(values[0]![header.indexOf(name)]).toBe(formulas[0]![header.indexOf(name)]);
    expect((await writeReport(tables, reportOf([evil]))).changes).toEqual([]);
  });

  it('a rollover says so in a column the functions read', async () => {
    await writeReport(tables, reportOf([row({ earningType: 'Adjustment-Rebate', isRollover: true })]));
    expect(tables.rows('CoopEarnings')[0]).toMatchObject({ 'Reason code': 'Co-op rollover' });
  });

  it('refuses a table that lost a column it is found by, naming it', async () => {
    await writeReport(tables, reportOf([OCTOBER]));
    tables.rename('CoopEarnings', 'Lever', 'Hebel');
    await expect(writeReport(tables, reportOf([NOVEMBER]))).rejects.toThrow(
      'The table CoopEarnings no longer has the column "Lever", so nothing was written.',
    );
    tables.rename('CoopEarnings', 'Hebel', ' lever ');
    expect((await writeReport(tables, reportOf([NOVEMBER]))).changes).toHaveLength(1);
  });

  it('what a co-author adds between the preview and the writing is seen', async () => {
    await writeReport(tables, reportOf([OCTOBER]));
    tables.meanwhile = () => tables.reverse('CoopFunds');
    tables.type('CoopFunds', { 'Partner ID': '99', Program: 'Mine', 'Fiscal half': 'FY25 H1' });
    await writeReport(tables, reportOf([row({ cents: 9 })], 'later.csv'));
    expect(tables.rows('CoopFunds').map((cells) => [cells['Partner ID'], cells['Source file']])).toEqual([
      ['99', ''],
      ['0012345', 'later.csv'],
    ]);
  });

  it('is taken back whole, but not over what people did since unless they say so', async () => {
    await writeReport(tables, reportOf([OCTOBER]));
    const before = new Map(tables.held);
    const { takeBack } = await writeReport(tables, reportOf([row({ cents: 9 }), NOVEMBER]));
    tables.type('CoopEarnings', { Month: 1 });
    expect(await takeBack!()).toBe('changed since');
    expect(await takeBack!(true)).toBe('taken back');
    expect(tables.held).toEqual(before);
  });

  it('the first report is taken back with its tables', async () => {
    const { takeBack } = await writeReport(tables, reportOf([OCTOBER]));
    await takeBack!();
    expect(tables.held.size).toBe(0);
  });

  it('in a workbook of the 1904 date system days are its serials, and are found again', async () => {
    provideContext({ dateSystem: 1904, ownRules: [] });
    try {
      await writeReport(tables, reportOf([OCTOBER]));
      expect(tables.rows('CoopEarnings')[0]!.Month).toBe(45566 - 1462);
      expect(tables.rows('CoopFunds')[0]!['As of']).toBe(45673 - 1462);
      expect((await writeReport(tables, reportOf([OCTOBER]))).takeBack).toBeNull();
    } finally {
      provideContext(PLAIN_WORKBOOK);
    }
  });

  it('a table whose only row is blank is filled, not added to', async () => {
    await writeReport(tables, reportOf([OCTOBER]));
    const cells = tables.held.get('CoopEarnings')!;
    const blank = [cells.header.map(() => '')];
    tables.held.set('CoopEarnings', { ...cells, values: blank, formulas: blank });
    await writeReport(tables, reportOf([OCTOBER]));
    expect(tables.rows('CoopEarnings')).toHaveLength(1);
  });
});

describe('whatever a report holds', () => {
  const text = fc
    .oneof(fc.string({ maxLength: 12 }), fc.constantFrom('=1+1', '+1', '-1', '@A1', "'x", '0012', 'TRUE', '2024-01-01', '#N/A'))
    .map((written) => written.trim());
  const month = fc.constantFrom('2024-10', '2024-11', '2025-01');
  const anyRow = fc.record({
    month,
    partnerId: text.filter((id) => id !== ''),
    program: text,
    engagement: text,
    lever: text,
    earningType: fc.constantFrom('Coop', 'Rebate', 'Adjustment-Rebate'),
    isRollover: fc.boolean(),
    micros: fc.integer({ min: -1e13, max: 1e13 }),
    eligible: fc.option(fc.integer({ min: -1e14, max: 1e14 })),
    counted: fc.integer({ min: 1, max: 9 }),
    repeats: fc.nat(3),
  });
  const reports = fc.array(anyRow, { maxLength: 20, minLength: 1 });

  it('no cell of it becomes a formula, no cent is lost, and again it changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(reports, async (months) => {
        const tables = new FakeTables();
        await writeReport(tables, reportOf(months));
        const { header, values, formulas } = tables.held.get('CoopEarnings')!;
        // our own columns have our own formulas
        const reported = (rows: typeof values) => rows.map((row) => EARNING_COLUMNS.map((name) => row[header.indexOf(name)]));
        expect(reported(values)).toEqual(reported(formulas));
        const column = header.indexOf('Amount USD');
        expect(values.reduce((sum, row) => sum + Math.round(Number(row[column]) * 1e6), 0)).toBe(
          months.reduce((sum, { micros }) => sum + micros, 0),
        );
        expect((await writeReport(tables, reportOf(months))).takeBack).toBeNull();
      }),
    );
  });

  it('replaces co-op that someone entered for a fund it covers, says so, and leaves the amounts of others', async () => {
    const tables = new FakeTables();
    const fund = fundNamed('12345', 'MCI', { fiscalYear: 2025, half: 1 });
    await enterFund(tables, { fund, coop: 700_000 });
    await enterFund(tables, { fund: { ...fund, partnerId: '77' }, coop: 900_000 });
    expect(tables.rows('CoopFunds')).toMatchObject([
      { 'Partner ID': '12345', 'Co-op': 7000, Rebate: '', 'Source file': 'Entered by hand', Planned: '' },
      { 'Partner ID': '77', 'Co-op': 9000 },
    ]);
    // Excel refuses a formula that names a table that isn't there
    expect(JSON.stringify(tables.rows('CoopFunds'))).not.toMatch(/CoopEarnings|CoopPlan|CoopClaims/);
    const { replaced } = await writeReport(tables, reportOf([OCTOBER]));
    expect(replaced).toMatchObject([{ fund: { partnerId: '12345' }, coop: 700_000 }]);
    expect(tables.rows('CoopFunds')).toMatchObject([
      {
        'Co-op': expect.stringMatching(/^=IF\(\[@Fund\]=""/) as string,
        Rebate: expect.stringMatching(/^=IF\(\[@Fund\]=""/) as string,
        'Source file': 'earnings.csv',
      },
      { 'Co-op': 9000, 'Source file': 'Entered by hand' },
    ]);
    expect(await writeReport(tables, reportOf([NOVEMBER]))).toMatchObject({ replaced: [] });
  });
});

describe('what a later report changes of the past', () => {
  let tables: FakeTables;
  beforeEach(() => {
    tables = new FakeTables();
  });
  const bringIn = (months: MonthEarned[], more: Partial<ReportToWrite> = {}) =>
    writeReport(tables, { ...reportOf(months), on: '2026-02-20', ...more });
  const restatements = () => tables.rows('CoopRestatements');

  it('is kept in a table by date, with the day of the report before, and goes with the report', async () => {
    await bringIn([OCTOBER, NOVEMBER], { asOf: '2025-11-03' });
    expect(tables.held.has('CoopRestatements')).toBe(false);
    const { restated, takeBack } = await bringIn([row({ cents: 300_000 }), NOVEMBER, row({ month: '2024-12', cents: 1 })]);
    expect(restated.list.map(({ kind }) => kind)).toEqual(['changed']);
    expect(restatements()).toEqual([
      {
        'Found on': 46073,
        'Partner ID': '0012345',
        Program: 'Microsoft Commerce Incentives',
        'Fiscal half': 'FY25 H1',
        Month: 45566,
        Lever: 'Core',
        'Earning type': 'Coop',
        'What happened': 'Amount changed',
        'Before USD': 3600,
        'After USD': 3000,
        'Change USD': -600,
        Since: 45964,
        Reviewed: '',
        'Compared by': 'month and lever',
        'Source file': 'earnings.csv',
        'Earning ID': '',
      },
    ]);
    await takeBack!();
    expect(tables.held.has('CoopRestatements')).toBe(false);
  });

  it("doesn't keep the report out where its own sheet is protected", async () => {
    await bringIn([OCTOBER]);
    expect((await bringIn([row({ cents: 300_000 })])).unlisted).toBeNull();
    tables.protectedTables.add('CoopRestatements');
    const written = await bringIn([row({ cents: 200_000 })]);
    expect(written.restated.list).toHaveLength(1);
    expect(written.unlisted).toBe('sheet');
    expect(await previewReport(tables, reportOf([row({ cents: 100_000 })]))).toMatchObject({ unlisted: 'sheet' });
    expect(tables.rows('CoopEarnings').map((cells) => cells['Amount USD'])).toEqual([2000]);
    expect(restatements()).toHaveLength(1);
  });

  it('is a row for each place where an amount was moved from or to', async () => {
    await bringIn([OCTOBER, NOVEMBER]);
    await bringIn([row({ lever: 'Tier 1' }), NOVEMBER]);
    expect(restatements().map((cells) => [cells['Lever'], cells['What happened'], cells['Change USD']])).toEqual([
      ['Core', 'Moved to Tier 1', -3600],
      ['Tier 1', 'Moved from Core', 3600],
    ]);
  });

  it('is found by earning ID where the rows of both account for every change, else by month', async () => {
    const first = [earningRow({ earningId: 'a', partnerId: '0012345', amount: 3_600_000_000 })];
    await bringIn([OCTOBER], { rows: first });
    const later = [
      earningRow({ earningId: 'a', partnerId: '12345', amount: 3_000_000_000 }),
      earningRow({ earningId: 'b', partnerId: '12345', amount: 1_000_000 }),
    ];
    const { restated } = await previewReport(tables, { ...reportOf([row({ cents: 300_100 })]), compared: later });
    expect(restated.list.map(({ kind, comparedBy }) => [kind, comparedBy])).toEqual([
      ['changed', 'earning ID'],
      ['new in an old month', 'earning ID'],
    ]);
    // the months say that another amount changed
    const unlike = await previewReport(tables, { ...reportOf([row({ cents: 300_101 })]), compared: later });
    expect(unlike.restated.list.map(({ kind, comparedBy }) => [kind, comparedBy])).toEqual([['changed', 'month and lever']]);
    // a Summarized report of the same amounts changes nothing
    const summarized = await previewReport(tables, { ...reportOf([OCTOBER]), compared: first.map((each) => ({ ...each, earningId: '' })) });
    expect(summarized.restated.list).toEqual([]);
  });

  it('is found by earning ID in each fund whose rows are all known, and by month in the others', async () => {
    const oneRow = (partnerId: string, earningId: string, dollars: number, over: Partial<EarningRow> = {}) =>
      earningRow({ partnerId, earningId, amount: dollars * 1_000_000, ...over });
    const months = (first: number, second: number, third: number) => [
      row({ partnerId: '1', cents: first * 100 }),
      row({ partnerId: '2', cents: second * 100 }),
      row({ partnerId: '3', cents: third * 100 }),
    ];
    // of Partner ID 3, the rows that were kept are only some of those behind its month
    await bringIn(months(100, 200, 300), { rows: [oneRow('1', 'a', 100), oneRow('2', 'b', 200), oneRow('3', 'c', 250)] });
    const later = [oneRow('1', 'a', 90), oneRow('2', 'b', 200), oneRow('3', 'c', 240), oneRow('3', 'd', 40)];
    const { restated } = await previewReport(tables, { ...reportOf(months(90, 200, 280)), compared: later });
    expect(
      restated.list.map(({ kind, comparedBy, before, after }) => [kind, comparedBy, before?.partnerId, before?.earningId, after?.micros]),
    ).toEqual([
      ['changed', 'earning ID', '1', 'a', 90_000_000],
      ['changed', 'month and lever', '3', '', 280_000_000],
    ]);
    expect(describeComparison(restated)).toBe(
      '1 earlier earning changed, compared by earning ID; 1 earlier monthly amount changed, compared by month and lever. Keep the individual rows of your reports to compare by earning ID.',
    );
    // an amount that moves into a fund that isn't known takes its own fund along
    const moved = [oneRow('3', 'a', 100), oneRow('2', 'b', 190), oneRow('3', 'c', 250), oneRow('1', 'e', 7)];
    const across = await previewReport(tables, { ...reportOf(months(7, 190, 401)), compared: moved });
    expect(across.restated.list.map(({ comparedBy, before }) => [comparedBy, before?.partnerId])).toEqual([
      ['earning ID', '2'],
      ['month and lever', '1'],
      ['month and lever', '3'],
    ]);
    // a row without an ID leaves its own fund to the months
    const without = [oneRow('1', '', 90), oneRow('2', 'b', 190), oneRow('3', 'c', 250)];
    const part = await previewReport(tables, { ...reportOf(months(90, 190, 300)), compared: without });
    expect(part.restated.list.map(({ comparedBy, before }) => [comparedBy, before?.partnerId])).toEqual([
      ['earning ID', '2'],
      ['month and lever', '1'],
    ]);
  });

  it('keeps earlier earnings that it says nothing of, and names them', async () => {
    await bringIn([
      OCTOBER,
      NOVEMBER,
      row({ partnerId: '77', cents: 5000 }),
      row({ earningType: 'Rebate', cents: 700 }),
      row({ partnerId: '88', month: '2025-01' }),
    ]);
    // the earning of 77 is under 0012345 now, and the report has no row of 77
    const { staying } = await previewReport(tables, reportOf([row({ cents: 365_000 }), NOVEMBER]));
    expect(staying).toEqual([
      { partnerId: '0012345', program: OCTOBER.program, earningType: 'Rebate', micros: 7_000_000, isOfNoRow: false },
      { partnerId: '77', program: OCTOBER.program, earningType: 'Coop', micros: 50_000_000, isOfNoRow: true },
    ]);
    expect(describeStaying(staying, new Map([['77', 'US']]))).toEqual([
      'The report has no rows for Partner ID US · 77, so its earlier earnings in these months stay: $50.00.',
      'The report has no Rebate of Microsoft Commerce Incentives for 0012345, so its earlier earnings in these months stay: $7.00.',
    ]);
    const many = ['1', '2', '3', '4', '5', '6', '7'].map((partnerId) => ({ ...staying[1]!, partnerId }));
    expect(describeStaying(many, new Map())).toEqual([
      'The report has no rows for Partner ID 1, 2, 3, 4, 5, or 2 other Partner IDs, so their earlier earnings in these months stay: $350.00.',
    ]);
  });

  it("is only what no one has reviewed, by the fund's co-op and rebate", async () => {
    await bringIn([OCTOBER, NOVEMBER, row({ earningType: 'Rebate', cents: 540_000 })], { asOf: '2025-11-03' });
    await bringIn([row({ cents: 300_000 }), NOVEMBER, row({ earningType: 'Rebate', cents: 550_000 })]);
    const money = () => [...restatedMoney(tables.held.get('CoopRestatements')!).values()];
    expect(money()).toEqual([{ coop: -60_000, rebate: 10_000, since: '2025-11-03' }]);
    tables.write('CoopRestatements', 0, 'Reviewed', 'Ana');
    expect(money()).toEqual([{ coop: 0, rebate: 10_000, since: '2025-11-03' }]);
    tables.write('CoopRestatements', 1, 'Reviewed', 'Ana');
    expect(money()).toEqual([]);
  });
});
