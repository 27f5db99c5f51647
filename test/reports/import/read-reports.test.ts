import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { microsOfNumber } from '../../../src/domain/money/money';
import { Problem } from '../../../src/domain/problem';
import { labelOf } from '../../../src/domain/calendar/half';
import { fundsOf } from '../../../src/reports/funds';
import type { EarningsImport } from '../../../src/reports/import/earnings-import';
import { secondsLeft, type Progress } from '../../../src/reports/import/progress';
import { readReports } from '../../../src/reports/import/read-reports';
import { blobSource } from '../../../src/reports/import/report-source';
import { rulesOn } from '../../../src/rulebook/rules-on';
import { csv, file, SAMPLE_BYTES, SAMPLE_TEXT, sampleRows, small, smallRow, SMALL_HEADER, utf16 } from '../../support/report-files';

const read = (...contents: (string | Uint8Array)[]) => readReports(contents.map((content, index) => file(`${index + 1}.csv`, content)));
const funds = (given: EarningsImport) => fundsOf(given, (day) => rulesOn(day), '2025-01-31');
/** What must be the same however the sample arrives. */
const essence = ({ rows, counted, repeats, months, quarantinedRows }: EarningsImport) => ({
  rows,
  counted,
  repeats,
  quarantinedRows,
  months: months.map(({ first: _first, ...month }) => month),
});
const sample = await read(SAMPLE_TEXT);
const fund = (partnerId: string, program: string, half: string) =>
  funds(sample).find((row) => row.partnerId === partnerId && row.program === program && labelOf(row.half) === half)!;
const MCI = 'Microsoft Commerce Incentives';

describe('the sample report', () => {
  it('is read whole: 20 rows, one of them a repeat of 2,199.99', () =>
    expect(sample).toMatchObject({
      rows: 20,
      counted: 19,
      repeats: { rows: 1, micros: 2_199_990_000 },
      quarantinedRows: 0,
      complete: true,
      flagged: [],
      asOf: '2025-02-16',
    }));
  it('F1 1234567 earned 10,020.00 of co-op in FY25 H1: October 3,600.00, November 3,650.00 with its adjustment, December 2,770.00', () => {
    expect(fund('1234567', MCI, 'FY25 H1').coop).toBe(1_002_000);
    const months = sample.months.filter(({ partnerId, kind }) => partnerId === '1234567' && kind === 'co-op');
    const sum = (month: string) => months.filter((row) => row.month === month).reduce((total, { micros }) => total + micros, 0) / 10_000;
    expect(['2024-10', '2024-11', '2024-12'].map(sum)).toEqual([360_000, 365_000, 277_000]);
  });
  it('F2 it is usable from 2025-01-01 to 2025-06-30, claimed by 2025-08-15, resolved by 2025-09-30', () =>
    expect(fund('1234567', MCI, 'FY25 H1')).toMatchObject({
      usable: 1_002_000,
      converted: 0,
      threshold: 1_000_000,
      status: 'usable',
      stage: 'usage',
      usageStart: '2025-01-01',
      usageEnd: '2025-06-30',
      claimDeadline: '2025-08-15',
      resolutionDeadline: '2025-09-30',
      claimOpens: '2025-02-16',
    }));
  it('F3 its rebate is 15,675.00, of which 600.00 from the lever without co-op', () => {
    expect(fund('1234567', MCI, 'FY25 H1').rebate).toBe(1_567_500);
    expect(
      sample.months.filter(({ lever, kind }) => lever === 'Azure CSP Customer Adds' && kind === 'rebate').map(({ micros }) => micros),
    ).toEqual([600_000_000]);
  });
  it('F4 7654321 earned 9,999.99, a cent too little, as one earning is there twice', () =>
    expect(fund('7654321', MCI, 'FY25 H1')).toMatchObject({
      coop: 999_999,
      usable: 0,
      converted: 999_999,
      shortfall: 1,
      repeats: 1,
      status: 'converted',
    }));
  it('F5 the row of 2025-01-01T00:00Z is of FY25 H2 wherever the computer stands', () =>
    expect(fund('7654321', MCI, 'FY25 H2')).toMatchObject({ coop: 65_000, stage: 'earning' }));
  it("F6 7654321 earned 11,700.00 of rebate, in the report's own dollars", () =>
    expect(fund('7654321', MCI, 'FY25 H1').rebate).toBe(1_170_000));
  it('F7 the Adjustment-Rebate with the reason "Co-op rollover" is a rollover and nothing else', () =>
    expect(fund('1234567', 'CSP Direct Bill Partner', 'FY25 H1')).toMatchObject({
      coop: 0,
      rebate: 0,
      rollover: 125_000,
      status: 'no co-op',
      counted: 1,
    }));
  it('F8 leading zeros of an ID survive', async () =>
    expect((await read(small(smallRow({ partner: '006815016255' })))).months[0]!.partnerId).toBe('006815016255'));
});

describe('the same report', () => {
  const windows = (text: string) => Uint8Array.from(text, (letter) => (letter.charCodeAt(0) < 256 ? letter.charCodeAt(0) : 0x96));
  it.each<[string, () => string | Uint8Array]>([
    ['with a byte order mark', () => `\uFEFF${SAMPLE_TEXT}`],
    ['in UTF-16 little endian', () => utf16(SAMPLE_TEXT, 'le', true)],
    ['in UTF-16 big endian', () => utf16(SAMPLE_TEXT, 'be', true)],
    ['in UTF-16 little endian without a mark', () => utf16(SAMPLE_TEXT, 'le', false)],
    ['in UTF-16 big endian without a mark', () => utf16(SAMPLE_TEXT, 'be', false)],
    ['in Windows-1252', () => windows(SAMPLE_TEXT)],
    ['with tabs', () => csv(sampleRows(), '\t')],
    ['with semicolons and quotes', () => csv(sampleRows(), ';', '\r\n')],
    ['with Windows line breaks', () => csv(sampleRows(), ',', '\r\n')],
    ['with old Mac line breaks', () => csv(sampleRows(), ',', '\r')],
    ['without a line break at its end', () => SAMPLE_TEXT.trimEnd()],
    ['with blank lines and a title', () => `Earnings of Contoso\n\n${SAMPLE_TEXT.replaceAll('\n', '\n\n')}\n,,,\n`],
    ['below a quoted text of thirty lines', () => `"${'Earnings, all of them\n'.repeat(30)}"\n${SAMPLE_TEXT}`],
    ['with a line that names the separator', () => `sep=;\r\n${csv(sampleRows(), ';', '\r\n')}`],
    ['with its header twice', () => `${SAMPLE_TEXT.trimEnd()}\n${SAMPLE_TEXT.split('\n')[0]}\n`],
    [
      'with quotes around everything',
      () =>
        sampleRows()
          .map((row) => row.map((cell) => `"${cell}"`).join(','))
          .join('\r\n'),
    ],
    ['with columns reversed', () => csv(sampleRows().map((row) => [...row].reverse()))],
    [
      'in capitals and spaces',
      () => csv(sampleRows().map((row, index) => (index === 0 ? row.map((name) => ` ${name.toUpperCase()} `) : row))),
    ],
    ['with a total row', () => `${SAMPLE_TEXT.trimEnd()}\nTotal${','.repeat(17)}59369.98\n`],
    ['in one zip', () => zipSync({ 'report.csv': SAMPLE_BYTES })],
    ['in a zip, stored', () => zipSync({ '2022/a.tsv': strToU8(csv(sampleRows(), '\t')) }, { level: 0 })],
    [
      'in a zip among other things',
      () => zipSync({ '__MACOSX/._a.csv': strToU8('x'), 'read me.pdf': strToU8('%PDF'), 'a.csv': utf16(SAMPLE_TEXT, 'le', true) }),
    ],
  ])('%s reads the same', async (_, make) => {
    const given = make();
    for (const piece of [7, 4096, 1_000_000]) {
      expect(essence(await readReports([file('r', given, piece)]))).toEqual(essence(sample));
    }
  });

  it('from a dragged file and from pasted text reads the same', async () => {
    expect(essence(await readReports([blobSource('r', new Blob([SAMPLE_BYTES]))]))).toEqual(essence(sample));
    expect(essence(await readReports([{ name: 'r', text: `\uFEFF${SAMPLE_TEXT}` }]))).toEqual(essence(sample));
  });
  it('with only the columns needed gives the same funds', async () => {
    const keep = ['earningAmountUSD', 'earningDate', 'reasonCode', 'earningId', 'programName', 'earningType', 'participantId'];
    const positions = keep.map((name) => sampleRows()[0]!.indexOf(name));
    const subset = await read(csv(sampleRows().map((row) => positions.map((column) => row[column]!))));
    expect(funds(subset)).toEqual(funds(sample));
    expect(subset.asOf).toBeNull();
  });
  it('split into several files of a zip counts each earning once', async () => {
    const [header, ...rows] = SAMPLE_TEXT.trimEnd().split('\n');
    const part = (from: number, to: number) => strToU8([header, ...rows.slice(from, to)].join('\n'));
    const split = await read(zipSync({ '2024-10.csv': part(0, 8), '2024-11.csv': part(5, 15), '2024-12.csv': part(12, 20) }));
    expect(split).toMatchObject({ rows: 26, counted: 19, repeats: { rows: 7 } });
    expect(split.files.map(({ name, rows: count }) => [name, count])).toEqual([
      ['1.csv/2024-10.csv', 8],
      ['1.csv/2024-11.csv', 10],
      ['1.csv/2024-12.csv', 8],
    ]);
    expect(funds(split).map(({ repeats: _repeats, ...row }) => row)).toEqual(funds(sample).map(({ repeats: _repeats, ...row }) => row));
  });
  it('given twice under two names adds nothing', async () => {
    const twice = await readReports([file('a.csv', SAMPLE_TEXT), file('a (1).csv', csv(sampleRows(), ';')), file('a.csv', SAMPLE_TEXT)]);
    expect(twice).toMatchObject({ rows: 60, counted: 19, repeats: { rows: 41 } });
    expect(twice.files.map(({ name, sameAs }) => [name, sameAs])).toEqual([
      ['a.csv', null],
      ['a (1).csv', 'a.csv'],
      ['a.csv (2)', 'a.csv'],
    ]);
    expect(twice.months.map(({ micros }) => micros)).toEqual(sample.months.map(({ micros }) => micros));
  });
});

describe('lines', () => {
  it('are those of the file, also after quoted text over several lines', async () => {
    const text = csv([
      SMALL_HEADER,
      smallRow({ lever: 'one\ntwo\nthree' }),
      smallRow({ id: 'e2', date: 'soon' }),
      smallRow({ id: 'e3', lever: 'a "b", c' }),
      smallRow({ id: 'e4', amount: '' }),
    ]);
    for (const piece of [3, 50, 10_000]) {
      const given = await readReports([file('r', text, piece)]);
      expect(given.quarantined.map(({ line, reason }) => [line, reason.slice(0, 30)])).toEqual([
        [5, 'The earning date "soon" can\'t '],
        [7, 'The amount is blank.'],
      ]);
      expect(given.months.map(({ lever, first }) => [lever, first.line])).toEqual([
        ['a "b", c', 6],
        ['one\ntwo\nthree', 2],
      ]);
    }
  });
  it("count from the range's first row for cells", async () => {
    const given = await readReports([{ name: 'Earnings', cells: [[''], SMALL_HEADER, smallRow(), smallRow({ id: 'e2', partner: '' })] }]);
    expect(given).toMatchObject({
      rows: 2,
      counted: 1,
      quarantined: [{ file: 'Earnings', line: 4, reason: 'The Partner ID is blank.' }],
      complete: false,
    });
  });
});

it('names are kept as a cell can hold them: without control characters, and not endless', async () => {
  const given = await read(
    small(
      smallRow({ lever: 'Az\u0000ure\u0007' }),
      smallRow({ id: 'e2', lever: 'y'.repeat(40_000) }),
      smallRow({ id: 'e3', partner: '1234\u0000567' }),
    ),
  );
  expect(given.months.map(({ lever }) => lever.slice(0, 30))).toEqual(['Az ure', 'Azure consumption CSP motion', 'y'.repeat(30)]);
  expect(given.months.map(({ lever }) => lever.length)).toEqual([6, 28, 1000]);
  expect(new Set(funds(given).map(({ partnerId }) => partnerId))).toEqual(new Set(['1234567']));
});

describe('rows that can’t be counted', () => {
  it.each<[string, Parameters<typeof smallRow>[0]]>([
    ['The Partner ID is blank.', { partner: ' ' }],
    ['The program is blank.', { program: '' }],
    ['The earning type is blank.', { type: '' }],
    ['The earning date is blank.', { date: '' }],
    ['The earning date "2024-02-30" can\'t be read. Write it like 2024-12-31.', { date: '2024-02-30' }],
    [
      'The earning date "10/11/2024 00:00" can\'t be read. It could mean different days, and the other dates don\'t show which. Write it like 2024-12-31.',
      { date: '10/11/2024 00:00' },
    ],
    ['The amount is blank.', { amount: '' }],
    [
      'The amount "1,234" can\'t be read. Its comma could be a decimal or a thousands separator. Write a plain number such as 1234.50.',
      { amount: '1,234' },
    ],
    ['The amount "AGENT_MS_REMIT" can\'t be read. Write a plain number such as 1234.50.', { amount: 'AGENT_MS_REMIT' }],
  ])('say: %s', async (reason, change) => {
    const given = await read(small(smallRow({ id: 'good' }), smallRow({ id: 'bad', ...change })));
    expect(given).toMatchObject({
      rows: 2,
      counted: 1,
      quarantined: [{ file: '1.csv', line: 3, reason }],
      quarantinedRows: 1,
      complete: false,
    });
  });
  it('are told where a separator is in a text, or the file breaks off', async () => {
    expect((await read(`${small(smallRow())}\n${smallRow({ id: 'e2' }).join(',')}, Inc\n`)).quarantined[0]!.reason).toMatch(
      /9 cells, but the header has 8/,
    );
    expect((await read(`${small(smallRow())}\ne2,1234567,MCI,Coop,2024-10-31,,54`)).quarantined[0]!.reason).toMatch(/ends in the middle/);
  });
  it('are told where the file breaks off within a quoted text', async () => {
    const given = await read(`${small(smallRow())}\n${smallRow({ id: 'e2' }).slice(0, 7).join(',')},"Core, an`);
    expect(given).toMatchObject({
      counted: 1,
      quarantined: [{ line: 3, reason: 'The file ends in the middle of this row. Download it again.' }],
    });
  });
  it.each<[string, Parameters<typeof smallRow>[0]]>([
    ['The earning ID "1.23E+15" has lost digits because a spreadsheet rounded it. Bring in the original download.', { id: '1.23E+15' }],
    ['The Partner ID "1,2E+06" has lost digits because a spreadsheet rounded it. Bring in the original download.', { partner: '1,2E+06' }],
  ])('are those whose ID a spreadsheet has rounded, since other IDs look the same then: %s', async (reason, change) =>
    expect((await read(small(smallRow(change), smallRow({ id: 'e2' })))).quarantined).toMatchObject([{ line: 2, reason }]),
  );
  it('are those whose ID is a number of more digits than Excel keeps, in cells', async () => {
    const cells = [SMALL_HEADER, [1_234_567_890_123_450, ...smallRow().slice(1)], [123_456_789_012_345, ...smallRow().slice(1)]];
    expect(await readReports([{ name: 'cells', cells }])).toMatchObject({ counted: 1, quarantined: [{ line: 2 }] });
  });
  it('are those with one point in a file of decimal commas: it may be one of thousands', async () => {
    const amounts = ['1.234', '1.234,50', '1234,5', '12.5'];
    const given = await read(csv([SMALL_HEADER, ...amounts.map((amount, n) => smallRow({ id: `e${n}`, amount }))], ';'));
    expect(given).toMatchObject({
      counted: 3,
      quarantined: [
        {
          line: 2,
          reason:
            'The amount "1.234" can\'t be read. Its point could be a decimal or a thousands separator, and the other amounts don\'t show which. Write a plain number such as 1234.50.',
        },
      ],
    });
    expect(given.months[0]!.micros).toBe(1_234_500_000 + 1_234_500_000 + 12_500_000);
    expect((await read(small(smallRow({ amount: '1.234' })))).months[0]!.micros).toBe(1_234_000);
  });
  it('are counted for their fund', async () => {
    const given = await read(small(smallRow(), smallRow({ id: 'e2', amount: 'x' }), smallRow({ id: 'e3', date: 'x' })));
    expect(given).toMatchObject({ skipped: [{ partnerId: '1234567', program: MCI, half: 'FY25 H1', rows: 1 }], unplaced: 1 });
    expect(funds(given)).toMatchObject([{ skipped: 1, counted: 1 }]);
  });
  it('are kept up to a number, and counted beyond', async () => {
    const rows = Array.from({ length: 10_050 }, (_, n) => smallRow({ id: `e${n}`, amount: 'x' }));
    const given = await read(small(...rows));
    expect([given.quarantined.length, given.quarantinedRows]).toEqual([10_000, 10_050]);
  });
});

describe('amounts', () => {
  it.each([
    ['-30.00', -30],
    ['5400', 5400],
    ['1.005', 1.005],
    ['$1,234.50', 1234.5],
    ['1.234,50', 1234.5],
    ['12,5', 12.5],
    ['(30.00)', -30],
    ['0.0044', 0.0044],
    ['-0.000001', -0.000001],
    ['-$5', -5],
    ['1E-05', 0.00001],
    ['1.23456E+03', 1234.56],
    ['1,234,567', 1_234_567],
    ['+7', 7],
    ['\u22127', -7],
    [' 8 ', 8],
    ['="9"', 9],
    ['0.0000005', 0.000001],
    ['-0.0000005', -0.000001],
    ['0.00000049', 0],
    ['123456789.123456', 123_456_789.123456],
    ['1000000000', 1e9],
    [' $ 10,010.00 ', 10_010],
    [' $ (30.00)', -30],
    ['$(30.00)', -30],
    [' $ -   ', 0],
    [' -   ', 0],
    ['30.00-', -30],
    ['5-', -5],
    ['1,234.50-', -1234.5],
    ['1.234,50-', -1234.5],
    ['1,234.50 USD', 1234.5],
    ['USD 1,234.50', 1234.5],
    ['(30.00) USD', -30],
    ['- $30.00', -30],
    ['1\u2019234.50', 1234.5],
    ['1 234,500', 1234.5],
    ['.50', 0.5],
    ['1234.', 1234],
    ['1,23,456.78', 123_456.78],
    ['\uFF13\uFF10\uFF0E\uFF15', 30.5],
    ['\u0663\u0660\u066B\u0665', 30.5],
    ['\u201330.00', -30],
    ['\u200E30.00\u200F', 30],
    ["'-75.63", -75.63],
    ['$ 0.0044-', -0.0044],
  ])('%j is %d dollars', async (amount, usd) =>
    expect((await read(small(smallRow({ amount })))).months[0]!.micros).toBe(microsOfNumber(usd)),
  );
  it.each([
    '1,234',
    '1 2.3.4',
    '--5',
    '(-5)',
    '-5-',
    '-(5)',
    '(5',
    '-',
    '30.00 CR',
    '1,234 USD',
    '€30.00',
    '30.00 EUR',
    '12 34.5',
    '1e999',
    '1.5E3',
    '1.23E+06',
    'NaN',
    '0x10',
    '99999999999999999',
    '1000000000.01',
    '-1000000000.000001',
  ])('%s is none', async (amount) => expect((await read(small(smallRow({ amount })))).quarantinedRows).toBe(1));
  it.each(['90071992547409.91', '-1000000000.01', '(2,000,000,000.00)', '$9,007,199,254.75'])(
    '%s is set aside as too large',
    async (amount) =>
      expect((await read(small(smallRow({ amount }), smallRow({ id: 'e2' })))).quarantined).toMatchObject([
        {
          line: 2,
          reason: `The amount "${amount}" can't be read. It's more than $1,000,000,000.00, the most that can be kept exactly. Check the original download.`,
        },
      ]),
  );
  it('without a US dollar column count only where the currency is USD', async () => {
    const header = ['participantId', 'programName', 'earningType', 'earningDate', 'earningAmount', 'transactionCurrency'];
    const given = await read(
      csv([
        header,
        ['1', 'MCI', 'Coop', '2024-10-01', '5', 'usd'],
        ['1', 'MCI', 'Coop', '2024-10-01', '6', 'GBP'],
        ['1', 'MCI', 'Coop', '2024-10-01', '7', ''],
      ]),
    );
    expect(given).toMatchObject({ counted: 1, quarantinedRows: 2 });
    expect(given.quarantined[0]!.reason).toBe(
      'The amount is in "GBP", and the report has no column earningAmountUSD. Exchange rates aren\'t guessed.',
    );
  });
  const RATED = [
    'transactionAmount',
    'transactionAmountUSD',
    'transactionExchangeRate',
    'participantId',
    'programName',
    'earningType',
    'earningDate',
    'earningAmount',
    'earningExchangeRate',
    'transactionCurrency',
  ];
  // A transaction of 100 that was 200 dollars at 2 shows that a rate multiplies.
  const rated = (amount: unknown, rate: unknown, currency = 'GBP') => [
    '100',
    '200',
    '2',
    '1',
    'MCI',
    'Coop',
    '2024-10-01',
    amount,
    rate,
    currency,
  ];
  it.each<[unknown, unknown, number]>([
    ['1692.30', '1.30', 2199.99],
    ['-30.00', '1.3', -39],
    ['100', '1,25', 125],
    ['0.1249', '100', 12.49],
    ['10000', '0.0067', 67],
    ['(5.00)', '="2"', -10],
    ['0.01', '0.3333', 0.003333],
    ['25000000000', '0.00004', 1e6],
  ])("%s at the report's own rate of %s is %d dollars", async (amount, rate, usd) => {
    const micros = microsOfNumber(usd);
    expect(await read(csv([RATED, rated(amount, rate)]))).toMatchObject({ months: [{ micros }], files: [{ atOwnRate: 1 }] });
    expect(await read(csv([RATED.slice(0, -1), rated(amount, rate).slice(0, -1)]))).toMatchObject({
      months: [{ micros }],
      files: [{ atOwnRate: 1 }],
    });
  });
  it("in cells count at the report's own rate, too", async () =>
    expect((await readReports([{ name: 'cells', cells: [RATED, rated(1692.3, 1.3)] }])).months[0]!.micros).toBe(2_199_990_000));
  it('take no rate where they are US dollars', async () => {
    expect(await read(csv([RATED, rated('5.00', '7', 'usd')]))).toMatchObject({
      months: [{ micros: 5_000_000 }],
      files: [{ atOwnRate: 0 }],
    });
    expect(
      (
        await read(
          csv([
            [...RATED, 'earningAmountUSD'],
            [...rated('5.00', '7'), '6.00'],
          ]),
        )
      ).months[0]!.micros,
    ).toBe(6_000_000);
  });
  it.each<[string, string]>([
    ['', 'The amount is in "GBP", and the row has no US dollars and no exchange rate. Exchange rates aren\'t guessed.'],
    ['0', 'The exchange rate "0" can\'t be read.'],
    ['-1.3', 'The exchange rate "-1.3" can\'t be read.'],
    ['1,300', 'The exchange rate "1,300" can\'t be read.'],
  ])('at the rate %j are none', async (rate, reason) =>
    expect(await read(csv([RATED, rated('5.00', rate)]))).toMatchObject({
      counted: 0,
      quarantined: [{ reason }],
      files: [{ atOwnRate: 0 }],
    }),
  );
  it('of the sample are the same at its own rates', async () => {
    const whole = await read(SAMPLE_TEXT);
    const without = await read(SAMPLE_TEXT.replace(',earningAmountUSD,', ',x,'));
    expect(without.months).toEqual(whole.months);
    expect(without.files[0]!.atOwnRate).toBe(5);
  });
});

describe('one earning that appears again', () => {
  const again = (...changes: Parameters<typeof smallRow>[0][]) => read(small(...changes.map((change) => smallRow(change))));
  it('with the same date and amount counts once, whatever else differs', async () =>
    expect(await again({}, { lever: 'x', calculated: '' }, { partner: 'MPN 01234567' })).toMatchObject({
      counted: 1,
      repeats: { rows: 2, micros: 200_000_000 },
    }));
  it('for another Partner ID, program or type is another', async () =>
    expect(await again({}, { partner: '2' }, { program: 'Azure Incentives' }, { type: 'Rebate' })).toMatchObject({
      counted: 4,
      repeats: { rows: 0 },
    }));
  it('with another amount counts as calculated last, in whichever order and file', async () => {
    const old = smallRow({ amount: '100', calculated: '2024-11-01T00:00:00Z' });
    const renewed = smallRow({ amount: '90', calculated: '2024-12-01T00:00:00Z' });
    for (const contents of [[small(old, renewed)], [small(renewed, old)], [small(old), small(renewed)], [small(renewed), small(old)]]) {
      expect(await read(...contents)).toMatchObject({ counted: 1, repeats: { rows: 1, micros: 100_000_000 }, complete: true });
      expect((await read(...contents)).months.reduce((sum, { micros }) => sum + micros, 0)).toBe(90_000_000);
    }
  });
  it.each<[string, string]>([
    ['at the same time', '2024-11-16T02:10:11.000Z'],
    ['at a time that is missing', ''],
  ])('with another amount, calculated %s, counts for nothing', async (_, calculated) => {
    const given = await again({}, { amount: '90', calculated }, {});
    expect(given).toMatchObject({ rows: 3, counted: 0, repeats: { rows: 1 }, quarantinedRows: 2, complete: false });
    expect(given.quarantined.map(({ line, reason }) => [line, reason.slice(0, 45)])).toEqual([
      [2, 'The same earning is in line 3 of 1.csv with a'],
      [3, 'The same earning is in line 2 of 1.csv with a'],
    ]);
    expect(funds(given)).toMatchObject([{ coop: 0, skipped: 2 }]);
  });
  it('for a thousand amounts and more is no earning ID', async () =>
    expect(again(...Array.from({ length: 1100 }, (_, n) => ({ id: 'same', amount: `${n}` })))).rejects.toThrow(
      /doesn't contain earning IDs/,
    ));
  it.each([
    ['first', false],
    ['last', true],
  ])('in a file without its lever and reason, read %s, keeps both', async (_, isLast) => {
    const full = csv([
      [...SMALL_HEADER, 'reasonCode'],
      [...smallRow({ type: 'Adjustment-Rebate' }), 'Co-op rollover'],
      [...smallRow({ id: 'e2' }), ''],
    ]);
    const bare = csv([SMALL_HEADER.slice(0, 7), smallRow({ type: 'Adjustment-Rebate' }).slice(0, 7), smallRow({ id: 'e2' }).slice(0, 7)]);
    const files = isLast ? [full, bare] : [bare, full];
    const given = await read(...files);
    expect(given).toMatchObject({ rows: 4, counted: 2, repeats: { rows: 2, micros: 200_000_000 } });
    expect(
      given.months
        .filter(({ counted }) => counted > 0)
        .map(({ kind, lever, counted }) => [kind, lever, counted])
        .sort(),
    ).toEqual([
      ['co-op', 'Azure consumption CSP motion', 1],
      ['rollover', 'Azure consumption CSP motion', 1],
    ]);
  });
  it('without an earning ID counts each time', async () =>
    expect(await again({ id: '' }, { id: '' })).toMatchObject({ counted: 2, repeats: { rows: 0 } }));
});

describe('kinds of earnings', () => {
  it('are kept: unknown levers, programs and types are flagged, with their rows', async () => {
    const given = await read(
      small(
        smallRow({ id: '1', lever: 'A lever of 2031' }),
        smallRow({ id: '2', lever: 'A lever of 2031' }),
        smallRow({ id: '3', program: 'Moon Incentives' }),
        smallRow({ id: '4', type: 'Bonus' }),
        smallRow({ id: '5', type: 'Fee' }),
        smallRow({ id: '6', lever: 'Core - Modern Wok & Security billed revenue' }),
      ),
    );
    expect(given.flagged).toEqual([
      { what: 'earning type', name: 'Bonus', rows: 1 },
      { what: 'lever', name: 'A lever of 2031', rows: 2 },
      { what: 'program', name: 'Moon Incentives', rows: 1 },
    ]);
    expect(given).toMatchObject({ counted: 6, complete: true });
    expect(funds(given).find(({ program }) => program === 'Moon Incentives')).toMatchObject({
      coop: 10_000,
      threshold: null,
      usable: null,
      status: 'no threshold known',
    });
  });
  it('know claims as payments, which never count', async () =>
    expect(await read(small(smallRow(), smallRow({ id: 'c', type: 'Claim', amount: '50', date: '' })))).toMatchObject({
      rows: 2,
      counted: 1,
      claims: { rows: 1, micros: 50_000_000 },
      complete: true,
    }));
});

describe('other downloads', () => {
  const GROWTH = [
    'earningId',
    'participantId',
    'programName',
    'earningType',
    'earningDate',
    'earningAmountUSD',
    'totalTransactionAmountUSD',
    'transactionMonth',
  ];
  it('Growth counts each earning once, though it stands next to every transaction', async () => {
    const row = (id: string, month: string) => [id, '1', MCI, 'Coop', '2024-10-31', '9', '180', month];
    expect(await read(csv([GROWTH, row('a', 'Oct-24'), row('a', 'Sep-24'), row('a', 'Aug-24'), row('b', 'Oct-24')]))).toMatchObject({
      rows: 4,
      counted: 2,
      repeats: { rows: 2, micros: 18_000_000 },
      files: [{ kind: 'growth' }],
    });
  });
  it('Growth is told by either of its columns, and refused without earning IDs: its rows do not add up', async () => {
    expect(await read(csv([GROWTH.slice(0, 7), ['a', '1', MCI, 'Coop', '2024-10-31', '9', '180']]))).toMatchObject({
      files: [{ kind: 'growth' }],
    });
    await expect(read(csv([GROWTH.slice(1)]))).rejects.toThrow(/Growth download without its column earningId/);
  });
  it('Summarized has no earning IDs, so every row counts, but the same file only once', async () => {
    const text = csv([SMALL_HEADER.slice(1), smallRow().slice(1), smallRow().slice(1)]);
    expect(await read(text)).toMatchObject({ counted: 2, files: [{ kind: 'summarized' }] });
    expect(await read(text, `${text}\n`)).toMatchObject({
      rows: 4,
      counted: 2,
      repeats: { rows: 2, micros: 200_000_000 },
      files: [{ sameAs: null }, { sameAs: '1.csv' }],
    });
    const november = csv([SMALL_HEADER.slice(1), smallRow({ date: '2024-11-30' }).slice(1)]);
    expect(await read(text, november)).toMatchObject({ counted: 3 });
  });
  it.each<[string, string, RegExp]>([
    [
      'Payments',
      'participantID,programName,earned,earnedUSD,withheldTax,totalPayment,paymentDate',
      /the Payments download, which lists payments/,
    ],
    ['newer Payments', 'CIReferenceNumber,earned,earnedUSD,participantID,programName,paymentDate', /the Payments download/],
    ['MaxCapBalance', 'participantID,programName,engagementName,leverName,maxCapUSD,totalEarningsUSD', /the MaxCapBalance download/],
    [
      'Ineligible revenue usage',
      'customerName,partnerId,reason,transactionAmountUSD,transactionDate,unearnedId',
      /the Ineligible revenue usage download/,
    ],
    ['Payments, trimmed', 'participantID,programName,earned,paymentDate', /the Payments download/],
    ['MaxCapBalance, trimmed', 'participantID,programName,leverName,totalEarningsUSD', /the MaxCapBalance download/],
    [
      'Ineligible revenue usage, trimmed',
      'partnerId,engagementName,reason,transactionAmountUSD,productFamily',
      /the Ineligible revenue usage download/,
    ],
    [
      'an amount without currency and rate',
      'participantId,programName,earningType,earningDate,earningAmount',
      /has no column for the US dollar amount \(earningAmountUSD\)/,
    ],
    [
      'Default Marketplace',
      'earningId,participantId,earningType,earningDate,earningAmountUSD',
      /has no column for the program \(programName\)/,
    ],
    ['no report', 'name,price', /isn't an earnings report/],
    ['a photo', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0', /isn't an earnings report: it isn't CSV or TSV text/],
    ['a text', 'Dear partner,\nplease find attached', /isn't an earnings report/],
    ['nothing', '', /is empty/],
    ['blank lines', '\n \r\n\n', /is empty/],
    [
      'two date columns',
      'participantId,programName,earningType,earningDate,Earned date,earningAmountUSD',
      /more than one column for the earning date .*"earningDate" \(column 4\) and "Earned date" \(column 5\)/,
    ],
  ])('%s is refused in one sentence', async (_, text, sentence) => {
    const refusal = await read(text).catch((thrown: unknown) => thrown);
    expect(refusal).toBeInstanceOf(Problem);
    expect((refusal as Problem).message).toMatch(sentence);
    expect((refusal as Problem).message.replace(/\.csv/g, '')).not.toMatch(/\.\s/);
  });
  it.each<[string, () => Uint8Array, RegExp]>([
    [
      'an Excel workbook',
      () => zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'xl/workbook.xml': strToU8('<x/>') }),
      /is an Excel workbook/,
    ],
    ['a zip without reports', () => zipSync({ 'a.pdf': strToU8('x') }), /has no CSV/],
    ['a sign-in page', () => strToU8('<!DOCTYPE html>\n<html><title>Sign in</title></html>'), /"1\.csv" is a web page/],
    ['half a zip', () => zipSync({ 'a.csv': SAMPLE_BYTES }).slice(0, 2000), /damaged/],
    [
      'a spoiled zip',
      () => zipSync({ 'a.csv': SAMPLE_BYTES }).map((byte, index) => (index > 60 && index < 900 ? byte ^ 0xff : byte)),
      /damaged|isn't an earnings report/,
    ],
    [
      'a zip with Payments',
      () => zipSync({ 'a.csv': SAMPLE_BYTES, 'p.csv': strToU8('participantID,programName,totalPayment\n') }),
      /"1\.csv\/p\.csv" is the Payments/,
    ],
  ])('%s is refused', async (_, make, sentence) => expect(read(make())).rejects.toThrow(sentence));
  it('nothing chosen is refused', async () => expect(readReports([])).rejects.toThrow(/at least one/));
  it('a file that can’t be opened is refused', async () => {
    const gone = {
      name: 'gone.csv',
      async *pieces(): AsyncGenerator<Uint8Array> {
        throw new Error('ENOENT');
      },
    };
    await expect(readReports([gone])).rejects.toThrow(/"gone.csv" can't be read/);
  });
});

describe('reading', () => {
  const big = small(...Array.from({ length: 20_000 }, (_, n) => smallRow({ id: `e${n}`, amount: `${n}.25` })));
  it('tells how far it is, and how long it will take', async () => {
    const told: Progress[] = [];
    let now = 0;
    await readReports([file('a', big, 100_000), file('b', small(smallRow()))], {
      onProgress: (progress) => told.push(progress),
      now: () => (now += 60),
    });
    expect(told.length).toBeGreaterThan(5);
    expect(told.at(-1)).toMatchObject({ file: 'b', rows: 20_001, bytes: told.at(-1)!.totalBytes });
    for (const [index, { rows, bytes }] of told.slice(1).entries())
      expect(rows >= told[index]!.rows && bytes >= told[index]!.bytes).toBe(true);
    expect(secondsLeft({ file: '', rows: 1, bytes: 250, totalBytes: 1000, elapsedMs: 2000 })).toBe(6);
    expect(secondsLeft({ file: '', rows: 1, bytes: 0, totalBytes: 1000, elapsedMs: 2000 })).toBeNull();
  });
  it('stops midway when asked', async () => {
    const stop = new AbortController();
    const reading = readReports([file('a', big, 10_000)], {
      signal: stop.signal,
      onProgress: ({ rows }) => rows > 2000 && stop.abort(),
      now: () => (tick += 200),
    });
    await expect(reading).rejects.toHaveProperty('name', 'AbortError');
    await expect(readReports([file('a', big)], { signal: AbortSignal.abort() })).rejects.toHaveProperty('name', 'AbortError');
  });
  let tick = 0;
});
