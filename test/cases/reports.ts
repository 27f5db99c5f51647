import { answers, BLANK, dateCell, errorCell, refusals, REPORT, type Argument, type Case, type CellInput, type Shown } from './case';
import { earning, NEEDED_AND_REASON, report, reversed, withColumns, withHeader, type Range } from './sample-report';

type Cells = readonly (readonly CellInput[])[];
const cells = (range: Range): Cells => range as CellInput[][];

const MCI = 'Microsoft Commerce Incentives';
const DIRECT = 'CSP Direct Bill Partner';
const H1 = 'FY25 H1';
const H2 = 'FY24 H2';

const KEYED = ['earningId', 'participantId', 'programName', 'earningType', 'earningDate', 'earningAmountUSD', 'calculationDate'];
const keyed = (...rows: CellInput[][]): Cells => [KEYED, ...rows];
const row = (id: CellInput, amount: number, calculated: CellInput = '', date = '2024-03-10', type = 'Coop'): CellInput[] => [
  id,
  '1',
  MCI,
  type,
  date,
  amount,
  calculated,
];
const NO_DOLLARS = ['participantId', 'programName', 'earningType', 'earningDate', 'earningId', 'earningAmount', 'transactionCurrency'];

/** A report in currencies, where one row is in US dollars. */
const FOREIGN: Cells = [
  ['MPN ID', 'Program', 'Earning type', 'Earned date', 'earningAmount', 'transactionCurrency'],
  ['1', MCI, 'Coop', '2024-03-10', 3000, 'USD'],
  ['1', MCI, 'Coop', '2024-03-10', 6000, 'GBP'],
  ['1', MCI, 'Rebate', '2024-03-10', 70, 'GBP'],
  ['1', MCI, 'Coop', '2024-04-10', 8, 'EUR'],
  ['1', MCI, 'Coop', '2024-09-10', 9, 'USD'],
];

const ERROR = errorCell('#N/A');
const TWO_IDS = cells(report(earning({ id: '0123' }), earning({ id: 456, amount: 5 })));
const PROGRAMS = cells(
  report(
    earning(),
    earning({ program: 'microsoft commerce-incentives', amount: 10 }),
    earning({ program: 'CSP 1T Direct Partner', amount: 3 }),
    earning({ program: 'Zzyzx Rewards', amount: 7 }),
    earning({ program: 'zzyzx rewards ', amount: 0.5 }),
  ),
);
const TYPES = cells(
  report(
    ...[
      'Coop',
      'Co-op',
      'adjustment coop',
      'Adjustment-Coop',
      'Rebate',
      'Indirect Rebate',
      'IndirectRebate',
      'ADJUSTMENT-REBATE',
      'Fee',
      'Sell',
      'Claim',
    ].map((type, index) => earning({ type, amount: 2 ** index })),
  ),
);
/** Among an earning and another one, at once the case and the argument: rows with one that cannot be read. */
const among = (change: Parameters<typeof earning>[0]): Cells => cells(report(earning(), earning(change), earning()));
const beside = (change: Parameters<typeof earning>[0]): Cells => cells(report(earning(), earning(change)));

const ACCRUED: Case[] = [
  ...answers('ACCRUED', [
    ['rebate of a program whose co-op rolled over', [REPORT, H1, '1234567', 'rebate', DIRECT], 0],
    ['all types', [REPORT, H1, '1234567', 'all'], 25695],
    ['all IDs, for reporting only', [REPORT, H1, 'all'], 20019.99],
    ['columns in reverse', [cells(reversed()), H1, '1234567'], 10020],
    ['only the columns needed', [cells(withColumns(NEEDED_AND_REASON)), H1, '1234567', 'rollover', DIRECT], 1250],
    [
      'headers in words',
      [
        cells(
          withHeader((name) => ` ${name.replace(/([a-z])([A-Z])/g, '$1 $2').replace('USD', '(USD)')} `, withColumns(NEEDED_AND_REASON)),
        ),
        H1,
        '7654321',
      ],
      9999.99,
    ],
    ['US dollars only where they are no column, at no rate', [cells(withColumns(NO_DOLLARS)), H1, '1234567'], 10020],
    ...(['0123', 123, 'MPN 123', 'mpn0123', ' 12 3 '].map((id) => [`Partner ID 0123 as ${JSON.stringify(id)}`, [TWO_IDS, H2, id], 100]) as [
      string,
      Argument[],
      number,
    ][]),
    ['all of two Partner IDs', [TWO_IDS, H2, 'all'], 105],
    ['ALL of two Partner IDs', [TWO_IDS, H2, 'ALL'], 105],
    [
      'one Partner ID, however it is spelled, may be left out',
      [cells(report(earning({ id: 'MPN 77' }), earning({ id: 77 }), earning({ id: '077' }))), H2],
      300,
    ],
    ['a Partner ID without a match', [TWO_IDS, 'FY20 H1', '0123'], 0],
    ['all of a report without earnings', [cells(report()), H2, 'all'], 0],
    ['the program left out', [PROGRAMS, H2], 110],
    ['a program by its alias', [PROGRAMS, H2, null, null, 'MCI'], 110],
    ['a program the report holds by an older name', [PROGRAMS, H2, null, null, DIRECT], 3],
    ['a program only the report knows', [PROGRAMS, H2, null, null, 'Zzyzx-Rewards'], 7.5],
    ['a program without a row', [PROGRAMS, H2, null, null, 'CSP Indirect Provider'], 0],
    ['co-op and its adjustments', [TYPES, H2, null, 'co-op'], 1 + 2 + 4 + 8],
    ['Coop', [TYPES, H2, null, 'Coop'], 1 + 2 + 4 + 8],
    ['rebates and their adjustments', [TYPES, H2, null, 'rebate'], 16 + 32 + 64 + 128],
    ['rollovers', [TYPES, H2, null, 'rollover'], 0],
    ['everything but claims', [TYPES, H2, null, 'all'], 1023],
    ['a repeat with the same date and amount', [keyed(row('a', 5), row('a', 5)), H2], 5],
    ['an earning ID as number and as text', [keyed(row(12, 5), row('12', 5)), H2], 5],
    ['another type is another earning', [keyed(row('a', 5), row('a', 5, '', '2024-03-10', 'Adjustment-Coop')), H2], 10],
    ['without an ID every row counts', [keyed(row('', 5), row(BLANK, 5), row(0, 5)), H2], 15],
    ['the latest calculation wins', [keyed(row('a', 5, '2024-04-02T00:00:00Z'), row('a', 6, '2024-04-01T00:00:00Z')), H2], 5],
    ['a day as text and one from Excel compare', [keyed(row('a', 5, '2024-04-02'), row('a', 6, dateCell('2024-04-03'))), H2], 6],
    ['offsets are heard', [keyed(row('a', 5, '2024-04-01T23:30:00-02:00'), row('a', 6, '2024-04-02T01:00:00Z')), H2], 5],
    ['the latest may leave the half', [keyed(row('a', 5, '2024-04-01'), row('a', 6, '2024-05-01', '2023-12-31')), H2], 0],
    ['a repeat of the latest settles', [keyed(row('a', 5), row('a', 6, '2024-04-01'), row('a', 5, '2024-05-01')), H2], 5],
    ['a tie that concerns other halves', [keyed(row('a', 5, '', '2023-03-01'), row('a', 6, '', '2023-03-01'), row('b', 7)), H2], 7],
    ['an unreadable row of another ID', [beside({ id: '9', amount: 'x' }), H2, '1234567'], 100],
    ['an unreadable row of another program', [beside({ program: DIRECT, amount: 'x' }), H2, '1234567'], 100],
    ['an unreadable row of another type', [beside({ type: 'Rebate', amount: 'x' }), H2, '1234567'], 100],
    ['an unreadable row of another half', [beside({ date: '2023-01-01', amount: 'x' }), H2, '1234567'], 100],
    ['an unreadable claim', [beside({ type: 'Claim', amount: 'x', date: 'x' }), H2, '1234567'], 100],
    ['a row with nothing but an amount', [beside({ id: '', program: '', type: '', date: '', amount: 999 }), H2, '1234567'], 100],
    [
      'a total row whose label stands under the ID',
      [beside({ id: 'Grand total', program: '', type: '', date: '', amount: 999 }), H2, '1234567'],
      100,
    ],
    [
      'a total row whose label stands under the date',
      [beside({ id: '', program: '', type: '', date: 'Total', amount: 999 }), H2, '1234567'],
      100,
    ],
    ['a total row that counts the Partner IDs', [keyed(row('a', 5), row('b', 6), ['Total', 2, '', '', '', 11, '']), H2], 11],
    ['a total row that counts every column', [keyed(row('a', 5), row('b', 6), ['Total', 2, 2, '2', 2, 11, 2]), H2], 11],
    ['a total row in another language', [keyed(row('a', 5), ['Gesamt', 1, '', '', '', 5, '']), H2], 5],
    ['a blank amount', [beside({ amount: BLANK }), H2], 100],
    ['a day from Excel', [cells(report(earning({ date: dateCell('2024-03-10') }))), H2], 100],
    ['a day from Excel with a time', [cells(report(earning({ date: dateCell('2024-06-30', 0.999) }))), H2], 100],
  ]),
  ...refusals('ACCRUED', [
    ['a row of totals with a name in it', [keyed(row('a', 5), ['Total', 2, MCI, '', 2, 11, '']), H2], /^#VALUE! partner_id is missing/],
    ['a Partner ID must be given where there are several', [TWO_IDS, H2], /^#VALUE!.*0123, 456.*"all"/],
    ['a Partner ID that is not in the report', [TWO_IDS, H2, '789'], /^#N\/A Partner ID 789 .*0123, 456/],
    ['a report without earnings and no ID given', [cells(report()), H2], /^#VALUE!/],
    ['a report without earnings', [cells(report()), H2, '1'], /^#N\/A/],
    ['a program nobody knows', [PROGRAMS, H2, null, null, 'Xyz'], /^#N\/A/],
    ['another type', [TYPES, H2, null, 'fees'], /^#VALUE!.*"rollover"/],
    ['a tie', [keyed(row('a', 5, '2024-04-01'), row('a', 6, '2024-04-01')), H2], /^#VALUE!/],
    ['one without a calculation date', [keyed(row('a', 5), row('a', 6, '2024-04-01')), H2], /^#VALUE!/],
    ['a calculation date that is an error', [keyed(row('a', 5, ERROR), row('a', 6, '2024-04-01')), H2], /^#VALUE!/],
    [
      'a tie, whose row is named',
      [keyed(row('b', 1), row('a', 5), row('a', 6)), H2],
      /^#VALUE! Row 3 of the report .*earning a appears again/,
    ],
    ['an amount with separators', [among({ amount: '1,234.50' }), H2, 'all'], /^#VALUE! Row 3 of the report .*amount "1,234.50"/],
    ['an amount that is an error', [among({ amount: ERROR }), H2, 'all'], /^#VALUE! .*Row 3.*amount #N\/A/],
    ['TRUE as amount', [among({ amount: true }), H2, 'all'], /^#VALUE! .*Row 3.*amount/],
    [
      'a date that reads differently elsewhere',
      [among({ date: '12/31/2024' }), H2, 'all'],
      /^#VALUE! .*Row 3.*date "12\/31\/2024".*2024-12-31/,
    ],
    ['a day that does not exist', [among({ date: '2024-02-30' }), H2, 'all'], /^#VALUE! .*Row 3.*date/],
    ['a serial before 2000', [among({ date: 12 }), H2, 'all'], /^#VALUE! .*Row 3.*date/],
    ['no program', [among({ program: '' }), H2, 'all'], /^#VALUE! .*Row 3.*program is blank\. Correct the cell, or remove the row/],
    ['no date', [among({ date: '' }), H2, 'all'], /^#VALUE! .*Row 3.*date is blank/],
    ['a blank type', [among({ type: BLANK }), H2, 'all'], /^#VALUE! .*Row 3.*type is blank/],
    ['no ID', [among({ id: '' }), H2, 'all'], /^#VALUE! .*Row 3.*Partner ID is blank/],
    [
      'no column for the date',
      [cells(withColumns(NEEDED_AND_REASON.filter((name) => name !== 'earningDate'))), H1, 'all'],
      /^#VALUE! .*earning date \(earningDate\)/,
    ],
    [
      'two columns for the ID',
      [cells(withHeader((name) => (name === 'reasonCode' ? 'MPN ID' : name), withColumns(NEEDED_AND_REASON))), H1, 'all'],
      /^#VALUE! .*more than one column for the Partner ID.*"participantId" \(column 1.*"MPN ID"/,
    ],
    [
      'an empty range',
      [
        [
          ['', BLANK],
          [BLANK, ''],
        ],
        H1,
        'all',
      ],
      /^#VALUE! .*empty/,
    ],
    [
      'a row in another currency',
      [FOREIGN, H2],
      /^#VALUE! Row 3 of the report .* is in GBP, and the report has no column for the US dollar amount .* 1 more like it/,
    ],
    ['a row in no currency', [[FOREIGN[0]!, ['1', MCI, 'Coop', '2024-03-10', 5, '']], H2], /^#VALUE! Row 2 .*in no currency/],
    [
      'no column for US dollars and none for the currency',
      [cells(withColumns(NO_DOLLARS.slice(0, -1))), H1, '7654321'],
      /^#VALUE! .*US dollar amount/,
    ],
  ]),
];

const SHARES: readonly (readonly [what: string, perPartner: number[][], half: string, program: string, usable: number])[] = [
  ['T31', [[9999.99]], H2, 'MCI', 0],
  ['T31', [[10000]], H2, 'MCI', 10000],
  ['T32', [[4000]], 'FY20 H2', DIRECT, 0],
  ['T32', [[4000.01]], 'FY20 H2', DIRECT, 4000.01],
  ['T32', [[5000]], 'FY20 H2', DIRECT, 5000],
  ['T33: two Partner IDs are not added', [[6000], [6000]], H2, 'MCI', 0],
  ['T34: two levers are', [[6000, 5000]], H2, 'MCI', 11000],
];
const sharesOf = (perPartner: number[][], half: string, program: string): Cells =>
  cells(
    report(
      ...perPartner.flatMap((amounts, id) =>
        amounts.map((amount) => earning({ id: id + 1, program, date: half === 'FY20 H2' ? '2020-02-03' : '2024-02-03', amount })),
      ),
    ),
  );
const HALVES = cells(report(earning({ date: '2023-12-31', amount: 6000 }), earning({ date: '2024-01-01', amount: 5000 })));

const USABLE: Case[] = [
  ...answers('USABLE', [
    ['F4', [REPORT, H1, '7654321'], 0],
    ['F4', [REPORT, H1, '7654321', 'shortfall'], 0.01],
    ['F5', [REPORT, 'FY25 H2', '7654321', 'converted'], 650],
    ['all', [REPORT, H1, 'all', 'converted'], 9999.99],
    ['amount', [REPORT, H1, '1234567', 'amount'], 10000],
    ['status', [REPORT, H1, '1234567', 'status'], 'usable'],
    ['status below the threshold', [REPORT, H1, '7654321', 'STATUS'], 'converted'],
    ['usable', [REPORT, H1, '1234567', 'usable'], 10020],
    ['a row of another half only', [REPORT, 'FY25 H2', 'all', 'shortfall'], 19350],
    ['no row at all', [REPORT, 'FY25 H2', '1234567', 'shortfall'], 10000],
    ...SHARES.map(
      ([what, perPartner, half, program, usable]) =>
        [what, [sharesOf(perPartner, half, program), half, 'all', null, program], usable] as const,
    ),
    ['T36: a threshold holds for the first half', [HALVES, 'FY24 H1', null, 'converted'], 6000],
    ['T36: and for the second', [HALVES, H2, null, 'converted'], 5000],
    ['a negative accrual is converted whole', [cells(report(earning({ amount: -30 }))), H2, null, 'converted'], -30],
  ]),
  ...refusals('USABLE', [
    ['the status of all', [REPORT, H1, 'all', 'status'], /^#VALUE! "status" is of one Partner ID/],
    ['no threshold known', [cells(report(earning({ program: 'Zzyzx' }))), H2, null, null, 'Zzyzx'], /^#N\/A.*Zzyzx/],
    ['a program that never has co-op', [cells(report(earning({ program: 'OSA' }))), H2, null, null, 'OSA'], /^#N\/A/],
    ['no Partner ID where the report holds several', [REPORT, H1], /^#VALUE!/],
    ['a row it cannot read', [cells(report(earning(), earning({ amount: 'x' }))), H2], /^#VALUE! Row 3/],
  ]),
];

/** What LEDGER puts above its columns. */
export const LEDGER_HEADER = [
  'Partner ID',
  'Program',
  'Fiscal half',
  'Rebate',
  'Co-op',
  'Threshold',
  'Usable',
  'Converted',
  'Usage start',
  'Usage end',
  'Claim deadline',
  'Earnings counted',
  'Repeats dropped',
  'Rows skipped',
];
const H1_DAYS = ['2025-01-01', '2025-06-30', '2025-08-15'];
const H2_DAYS = ['2024-07-01', '2024-12-31', '2025-02-15'];
const MCI_A = ['1234567', MCI, H1, 15675, 10020, 10000, 10020, 0, ...H1_DAYS, 14, 0, 0];
const DIRECT_A = ['1234567', DIRECT, H1, 0, 0, 10000, 0, 0, ...H1_DAYS, 1, 0, 0];
const MCI_B = ['7654321', MCI, H1, 11700, 9999.99, 10000, 0, 9999.99, ...H1_DAYS, 3, 1, 0];
const LATER = ['7654321', MCI, 'FY25 H2', 0, 650, 10000, 0, 650, '2025-07-01', '2025-12-31', '2026-02-15', 1, 0, 0];
const ledgerOf = (...rows: (string | number)[][]): (string | number)[][] => [LEDGER_HEADER, ...rows];

const LEDGER: Case[] = [
  ...answers('LEDGER', [
    ['everything, the rollover counted but in no column', [REPORT], ledgerOf(DIRECT_A, MCI_A, MCI_B, LATER)],
    ['one half', [REPORT, 'FY25 H2'], ledgerOf(LATER)],
    ['one ID, as a number', [REPORT, null, 1234567], ledgerOf(DIRECT_A, MCI_A)],
    ['all IDs', [REPORT, H1, 'all'], ledgerOf(DIRECT_A, MCI_A, MCI_B)],
    ['one program, blank texts before it', [REPORT, '', '', DIRECT], ledgerOf(DIRECT_A)],
    ['no match', [REPORT, 'FY20 H1'], ledgerOf()],
    ['a program without rows, blank cells before it', [REPORT, BLANK, BLANK, 'CSP Indirect Provider'], ledgerOf()],
    [
      'rows without a place, and rows that cannot be read',
      [cells(report(earning(), earning({ amount: 'ten' }), earning({ date: 'soon' }), earning({ id: '' })))],
      ledgerOf(['1234567', MCI, H2, 0, 100, 10000, 0, 100, ...H2_DAYS, 1, 0, 1], ['unreadable', ...Array<string>(12).fill(''), 2]),
    ],
    [
      'a disputed earning is skipped, a replaced one a repeat',
      [
        [
          [...(report()[0] as string[]), 'earningId', 'calculationDate'],
          ...[
            ['a', 1, '2024-05-01'],
            ['a', 2, '2024-06-01'],
            ['b', 4, ''],
            ['b', 8, ''],
          ].map(([id, amount, day]) => [...earning({ amount }), id, day] as CellInput[]),
        ],
      ],
      ledgerOf(['1234567', MCI, H2, 0, 2, 10000, 0, 2, ...H2_DAYS, 1, 1, 2]),
    ],
    [
      'no threshold known',
      [cells(report(earning({ program: 'Aardvark' })))],
      ledgerOf(['1234567', 'Aardvark', H2, 0, 100, '', '', '', ...H2_DAYS, 1, 0, 0]),
    ],
  ]),
  ...refusals('LEDGER', [
    ['an ID that is not in the report', [REPORT, null, '99'], /^#N\/A Partner ID 99/],
    ['a bare half', [REPORT, 'H1'], /^#VALUE!/],
  ]),
];

const monthly = (amounts: Record<string, number>, change = {}) =>
  Object.entries(amounts).map(([date, amount]) => earning({ date, amount, ...change }));
const THREE = { '2024-07-31': 1000, '2024-08-31': 2000, '2024-09-30': 3000 };
const WHOLE = { ...THREE, '2024-10-31': 500, '2024-11-30': 500, '2024-12-31': 1000 };
const BOTH_IDS = cells(
  report(
    ...monthly({ '2024-07-31': 1000, '2024-08-31': 1000 }, { id: '1' }),
    ...monthly({ '2024-07-31': 3000, '2024-08-31': 3000 }, { id: '2' }),
  ),
);
const ONLY_IN_REPORT = cells(report(...monthly(THREE, { program: 'Zzyzx' })));

const PROJECTION: Case[] = [
  ...answers(
    'PROJECTION',
    (
      [
        ['the mean of three months for six', THREE, '2024-09-30', null, 12000],
        ['expected, the same', THREE, '2024-09-30', 'expected', 12000],
        ['the smallest', THREE, '2024-09-30', 'low', 9000],
        ['the largest', THREE, '2024-09-30', 'high', 15000],
        ['no shortfall expected', THREE, '2024-09-30', 'shortfall', 0],
        ['each month must bring a third of 4,000', THREE, '2024-09-30', 'needed per month', 1333.34],
        ['the running month below the pace', { ...THREE, '2024-10-05': 500 }, '2024-10-10', null, 12000],
        ['the running month above the pace', { ...THREE, '2024-10-05': 5000 }, '2024-10-10', null, 6000 + 5000 + 2 * 2000],
        ['the running month counts as remaining', { ...THREE, '2024-10-05': 1000 }, '2024-10-10', 'needed per month', 1000],
        ['later rows are ignored', { ...THREE, '2024-12-31': 9999 }, '2024-09-30', null, 12000],
        ['a month is complete on its last day', { '2024-07-31': 1000, '2024-08-31': 2000 }, '2024-08-31', null, 9000],
        ['and not the day before', { '2024-07-31': 1000, '2024-08-01': 2000 }, '2024-08-30', null, 1000 + 2000 + 4 * 1000],
        ['a month over but not yet in the report is not complete', THREE, '2024-11-15', null, 12000],
        ['a month without co-op between others is', { '2024-07-31': 3000, '2024-09-30': 3000 }, '2024-09-30', null, 12000],
        ['the pace is rounded at the end only', { '2024-07-31': 0.01, '2024-08-31': 0, '2024-09-30': 0 }, '2024-09-30', null, 0.02],
        ['a negative pace goes on', { '2024-07-31': -100, '2024-08-31': -100 }, '2024-08-31', null, -600],
        ['a shortfall', { '2024-07-31': 1000, '2024-08-31': 1000 }, '2024-08-31', 'shortfall', 4000],
        ['already reached', { '2024-07-31': 12000 }, '2024-07-31', 'needed per month', 0],
        ['one month gives no spread', { '2024-07-31': 12000 }, '2024-07-31', 'low', '#N/A'],
        ['nor above', { '2024-07-31': 12000 }, '2024-07-31', 'high', '#N/A'],
        ['no complete month', { '2024-07-05': 12000 }, '2024-07-30', null, '#N/A'],
        ['before the half', THREE, '2024-06-30', null, '#N/A'],
        ['no month remains: expected', WHOLE, '2025-03-01', 'expected', 8000],
        ['no month remains: low', WHOLE, '2025-03-01', 'low', 8000],
        ['no month remains: high', WHOLE, '2025-03-01', 'high', 8000],
        ['no month remains: shortfall', WHOLE, '2025-03-01', 'shortfall', 2000],
        ['no month remains: needed per month', WHOLE, '2025-03-01', 'needed per month', '#N/A'],
      ] as const
    ).map(([what, amounts, asOf, part, gives]) => [what, [cells(report(...monthly(amounts))), H1, asOf, null, part], gives]),
  ),
  ...answers('PROJECTION', [
    ['the sample', [REPORT, H1, '2024-11-30', '1234567', null], 8700],
    ['the sample’s shortfall', [REPORT, H1, dateCell('2024-11-30'), '1234567', 'shortfall'], 1300],
    ['what the sample needs a month', [REPORT, H1, '2024-11-30', '1234567', 'needed per month'], 2750],
    ['the sample’s pace', [REPORT, H1, '2024-11-30', '1234567', 'pace'], 1450],
    ['the sample so far', [REPORT, H1, '2024-11-30', '1234567', 'actual'], 7250],
    ['the paces of all together', [BOTH_IDS, H1, '2024-08-31', 'all', 'pace'], 4000],
    ['the sample, once the half is over', [REPORT, H1, '2025-01-31', '1234567', 'high'], 10020],
    [
      'any earning shows that the report has the month',
      [cells(report(...monthly(THREE), earning({ date: '2024-10-31', type: 'Rebate', id: '9' }))), H1, '2024-10-31', '1234567'],
      6000 + 2 * 1500,
    ],
    ['but a claim does not', [cells(report(...monthly(THREE), earning({ date: '2024-10-31', type: 'Claim' }))), H1, '2024-10-31'], 12000],
    ['months begin with the program’s first co-op', [cells(report(...monthly({ '2022-11-30': 5000 }))), 'FY23 H1', '2022-11-30'], 10000],
    ['a program only the report knows has a pace', [ONLY_IN_REPORT, H1, '2024-09-30', null, null, 'Zzyzx'], 12000],
    ['but no threshold', [ONLY_IN_REPORT, H1, '2024-09-30', null, 'shortfall', 'Zzyzx'], '#N/A'],
    ['"all" projects each Partner ID by itself', [BOTH_IDS, H1, '2024-08-31', 'all'], 24000],
    ['and its shortfall', [BOTH_IDS, H1, '2024-08-31', 'all', 'shortfall'], 4000],
    [
      'an unreadable row that is too late',
      [cells(report(...monthly(THREE), earning({ date: '2024-12-01', amount: 'x' }))), H1, '2024-09-30'],
      12000,
    ],
  ]),
  ...refusals('PROJECTION', [
    ['no Partner ID where there are several', [BOTH_IDS, H1, '2024-08-31'], /^#VALUE!/],
    ['a row it cannot read', [cells(report(...monthly(THREE), earning({ date: 'x' }))), H1, '2024-09-30'], /^#VALUE! Row 5/],
    ['no day', [REPORT, H1, '', '1234567'], /^#VALUE!/],
    ['a blank day', [REPORT, H1, BLANK, '1234567'], /^#VALUE!/],
    ['a word for a day', [REPORT, H1, 'soon', '1234567'], /^#VALUE!/],
    ['a day in no year', [REPORT, H1, 12, '1234567'], /^#NUM!/],
  ]),
];

const VERSIONS = keyed(row('a', 100, '2024-04-16'), row('a', 200, '2024-05-16', '2024-04-10'), row('b', 7, '2024-04-16'));
const LEVER_ERROR = cells([
  ['MPN ID', 'Program', 'Earning type', 'Month', 'Amount USD', 'engagementName'],
  ['1', MCI, 'Coop', '2024-03', 5, 'Azure CSP Customer Adds'],
  ['1', MCI, 'Coop', '2024-04', 6, ERROR],
] as CellInput[][]);

const EARNED: Case[] = [
  ...answers('EARNED', [
    ['a month', [REPORT, '2024-10-01', null, '1234567'], 3600],
    ['a half', [REPORT, '2024-07-01', '2024-12-31', '1234567', 'co-op'], 10020],
    ['rebate', [REPORT, dateCell('2024-07-01'), dateCell('2024-12-31'), '1234567', 'rebate'], 15675],
    ['all types', [REPORT, '2024-07-01', '2024-12-31', '1234567', 'all'], 25695],
    ['all Partner IDs', [REPORT, '2024-07-01', '2024-12-31', 'all'], 20019.99],
    ['a rollover without a lever', [REPORT, '2024-12-01', null, '1234567', 'rollover', 'none', DIRECT], 1250],
    ['a day before the earning', [REPORT, '2024-10-01', '2024-10-30', '1234567'], 0],
    ['from the day of the earning on', [REPORT, '2024-10-31', null, '1234567'], 3600],
    ['a lever', [REPORT, '2024-11-01', null, '1234567', null, 'Azure consumption CSP motion'], 2000],
    ['a lever in another spelling', [REPORT, '2024-11-01', null, '1234567', null, 'azure consumption csp-motion'], 2000],
    ['a lever of the rulebook that the report lacks', [REPORT, '2024-11-01', null, '7654321', null, 'M365 Growth Accelerator'], 0],
    ['a month without another currency', [FOREIGN, '2024-09-01'], 9],
    ['an ID without rows in that time', [REPORT, '2024-10-01', null, '7654321'], 0],
    ['adjustments of co-op and rebate', [TYPES, '2024-03-01', null, null, 'adjustment'], 4 + 8 + 128],
    ['before it was calculated', [REPORT, '2024-10-01', null, '1234567', null, null, null, '2024-11-15'], 0],
    ['on the day it was calculated', [REPORT, '2024-10-01', null, '1234567', null, null, null, '2024-11-16'], 3600],
    ['the version of a day', [VERSIONS, '2024-03-01', null, null, null, null, null, '2024-04-30'], 107],
    ['a version that was moved to another month', [VERSIONS, '2024-03-01'], 7],
    ['and where it was moved', [VERSIONS, '2024-04-01', null, null, null, null, null, dateCell('2024-05-16')], 200],
    ['parts of a cent', [cells(report(earning({ amount: 0.0044 }))), '2024-03-01'], 0.0044],
    ['by the engagement where there is no lever', [LEVER_ERROR, '2024-03-01', null, null, null, 'Azure CSP Customer Adds'], 5],
    ['blank choices are left out', [REPORT, '2024-10-01', BLANK, '1234567', BLANK, BLANK, BLANK, BLANK], 3600],
  ]),
  ...refusals('EARNED', [
    ['a row in another currency', [FOREIGN, '2024-04-01'], /^#VALUE! Row 5 .*in EUR/],
    ['an ID that is not in the report', [REPORT, '2024-10-01', null, '999'], /^#N\/A Partner ID 999/],
    ['no Partner ID where there are several', [REPORT, '2024-10-01'], /^#VALUE! partner_id is missing/],
    ['an end before the start', [REPORT, '2024-10-01', '2024-09-30', '1234567'], /^#VALUE! to, .*is before from/],
    ['an unknown lever', [REPORT, '2024-10-01', null, '1234567', null, 'Contoso'], /^#N\/A No row of the report has the lever "Contoso"/],
    [
      'a lever where the report has none',
      [among({}), '2024-03-01', null, null, null, 'Contoso'],
      /^#VALUE! The report has no column for the lever/,
    ],
    [
      'a lever that cannot be read',
      [LEVER_ERROR, '2024-04-01', null, null, null, 'none'],
      /^#VALUE! Row 3 .*the lever #N\/A can't be read/,
    ],
    ['another type', [REPORT, '2024-10-01', null, '1234567', 'fees'], /^#VALUE! type/],
    ['a row it cannot read', [beside({ amount: 'x' }), '2024-03-01'], /^#VALUE! Row 3/],
    [
      'known by a day, without calculation dates',
      [among({}), '2024-03-01', null, null, null, null, null, '2024-05-01'],
      /^#VALUE! .*no column for the calculation date/,
    ],
    [
      'known by a day, with a blank calculation date',
      [keyed(row('a', 1)), '2024-03-01', null, null, null, null, null, '2024-05-01'],
      /^#VALUE! Row 2 .*the calculation date is blank/,
    ],
    ['no day', [REPORT, BLANK, null, '1234567'], /^#VALUE! from is missing/],
  ]),
];

const LIST = [
  'Partner ID',
  'Program',
  'Fiscal half',
  'Month',
  'Lever',
  'Type',
  'Amount USD',
  'Calculated',
  'Earning ID',
  'Report row',
  'Status',
];
const listed = (month: string, amount: number, calculated: string, id: string, reportRow: number, status = 'counted'): Shown[] => [
  '1',
  MCI,
  H2,
  month,
  '',
  'Coop',
  amount,
  calculated,
  id,
  reportRow,
  status,
];

const EARNINGS: Case[] = [
  ...answers('EARNINGS', [
    [
      'each earning once',
      [VERSIONS],
      [LIST, listed('2024-04-01', 200, '2024-05-16', 'a', 3), listed('2024-03-01', 7, '2024-04-16', 'b', 4)],
    ],
    ['what does not count', [VERSIONS, 'not counted'], [LIST, listed('2024-03-01', 100, '2024-04-16', 'a', 2, 'replaced by row 3')]],
    [
      'all, as known on a day',
      [VERSIONS, 'all', '2024-04-30'],
      [
        LIST,
        listed('2024-03-01', 100, '2024-04-16', 'a', 2),
        listed('2024-04-01', 200, '2024-05-16', 'a', 3, 'calculated later'),
        listed('2024-03-01', 7, '2024-04-16', 'b', 4),
      ],
    ],
    ['nothing known yet', [VERSIONS, 'counted', dateCell('2024-01-01')], [LIST]],
    ['no rows', [cells(report())], [LIST]],
    [
      'a duplicate',
      [keyed(row('a', 5, '2024-04-16'), row('a', 5, '2024-04-16')), 'NOT COUNTED'],
      [LIST, listed('2024-03-01', 5, '2024-04-16', 'a', 3, 'duplicate of row 2')],
    ],
    [
      'a day from Excel as calculation date',
      [keyed(row('a', 5, dateCell('2024-04-16')))],
      [LIST, listed('2024-03-01', 5, '2024-04-16', 'a', 2)],
    ],
    ['blank choices are left out', [keyed(row('a', 5, '2024-04-16')), BLANK, BLANK], [LIST, listed('2024-03-01', 5, '2024-04-16', 'a', 2)]],
  ]),
  ...refusals('EARNINGS', [
    ['other rows', [VERSIONS, 'duplicates'], /^#VALUE! rows: .*"not counted"/],
    ['known by no day', [VERSIONS, 'all', 'soon'], /^#VALUE! known_by/],
    [
      'known by a day, without calculation dates',
      [cells(report(earning())), 'all', '2024-05-01'],
      /^#VALUE! .*no column for the calculation date/,
    ],
    ['no report', [BLANK], /^#VALUE! The report is empty/],
  ]),
];

const STANDING: Case[] = [
  ...answers('STANDING', [
    ['before the half', [REPORT, H1, '2024-06-30', '1234567'], 'not begun'],
    ['earning, and nothing yet', [REPORT, H1, '2024-08-15', '1234567', 'status'], 'nothing accrued'],
    ['earning', [REPORT, H1, dateCell('2024-12-30'), '1234567'], 'accruing'],
    ['earning: what accrued so far', [REPORT, H1, '2024-12-30', '1234567', 'accruing'], 7250],
    ['earning: nothing is converted', [REPORT, H1, '2024-12-30', '1234567', 'converted'], 0],
    ['in use', [REPORT, H1, '2025-01-01', '1234567'], 'usable'],
    ['in use, less what was claimed', [REPORT, H1, '2025-06-30', '1234567', 'claimable', 3000], 7020],
    ['claims only', [REPORT, H1, '2025-07-01', '1234567'], 'claim only'],
    ['claims only, on the last day', [REPORT, H1, '2025-08-15', '1234567', 'claimable', '20.5'], 9999.5],
    ['after the claim deadline', [REPORT, H1, '2025-08-16', '1234567'], 'resolution only'],
    ['after the claim deadline: what was not claimed', [REPORT, H1, '2025-08-16', '1234567', 'lapsed', 3000], 7020],
    ['after the claim deadline: no claims', [REPORT, H1, '2025-08-16', '1234567', 'claimable', 3000], 0],
    ['over, with money left', [REPORT, H1, '2025-10-01', '1234567', null, 10019.99], 'lapsed'],
    ['over, all claimed', [REPORT, H1, '2025-10-01', '1234567', null, 10020], 'closed'],
    ['a cent below the threshold', [REPORT, H1, '2025-01-01', '7654321'], 'converted'],
    ['a cent below the threshold, years later', [REPORT, H1, '2027-01-01', '7654321', 'converted'], 9999.99],
    ['the last month is missing', [cells(report(earning({ date: '2024-05-31' }))), H2, '2024-07-20'], 'report incomplete'],
    ['the last month is missing: not decided', [cells(report(earning({ date: '2024-05-31' }))), H2, '2024-07-20', null, 'accruing'], 100],
    ['and enough already', [cells(report(earning({ date: '2024-05-31', amount: 12000 }))), H2, '2024-07-20'], 'usable'],
    [
      'another program shows that the report goes on',
      [cells(report(earning(), earning({ program: 'Zzyzx', date: '2024-06-01' }))), H2, '2024-07-20'],
      'converted',
    ],
    ['nothing, and the half is over', [cells(report(earning({ date: '2024-07-31' }))), H2, '2024-08-20'], 'nothing accrued'],
    ['all together', [REPORT, H1, '2025-03-10', 'all', 'claimable', 20], 10000],
    ['all together: what is converted', [REPORT, H1, '2025-03-10', 'all', 'converted'], 9999.99],
  ]),
  ...refusals('STANDING', [
    ['the status of all', [REPORT, H1, '2025-03-10', 'all'], /^#VALUE! "status" is of one Partner ID/],
    [
      'more claimed than usable',
      [REPORT, H1, '2025-03-10', '1234567', 'claimable', 10020.01],
      /^#NUM! claimed, 10020.01, is more than the 10020 usable/,
    ],
    ['claimed from what is converted', [REPORT, H1, '2025-03-10', '7654321', 'status', 1], /^#NUM! claimed, 1, is more than the 0 usable/],
    ['claimed below zero', [REPORT, H1, '2025-03-10', '1234567', 'claimable', -1], /^#NUM! claimed is below zero/],
    ['no threshold known', [cells(report(earning({ program: 'Zzyzx' }))), H2, '2024-07-20', null, null, null, 'Zzyzx'], /^#N\/A.*Zzyzx/],
    ['another part', [REPORT, H1, '2025-03-10', '1234567', 'usable'], /^#VALUE! part/],
    ['no day', [REPORT, H1, BLANK, '1234567'], /^#VALUE! as_of/],
    ['a row it cannot read', [beside({ amount: 'x' }), H2, '2024-07-20'], /^#VALUE! Row 3/],
  ]),
];

/** Months of $1,000, $2,000 and $3,000, each calculated in the next. */
const DATED = keyed(
  row('a', 1000, '2024-08-16', '2024-07-31'),
  row('b', 2000, '2024-09-16', '2024-08-31'),
  row('c', 3000, '2024-10-16', '2024-09-30'),
);

const FORECAST: Case[] = [
  ...answers('FORECAST', [
    ['the mean of three months', [DATED, H1, '2024-10-31'], 12000],
    ['the same, though a month was calculated later', [DATED, H1, '2024-09-30'], 9000],
    ['low', [DATED, H1, '2024-10-31', null, 'low'], 9000],
    ['high', [DATED, H1, '2024-10-31', null, 'high'], 15000],
    ['10% a month: 2,200, 2,420, and 2,662', [DATED, H1, '2024-10-31', null, 'expected', '10%'], 13282],
    ['shrinking by a half a month: 1,000, 500, and 250', [DATED, H1, '2024-10-31', null, null, -0.5], 7750],
    ['what it lacks', [DATED, H1, '2024-10-31', null, 'shortfall', -0.5], 2250],
    ['what each month must bring', [DATED, H1, '2024-10-31', null, 'needed per month'], 1333.34],
    ['status', [DATED, H1, '2024-10-31', null, 'status', -0.5], 'converted'],
    ['own months', [DATED, H1, '2024-10-31', null, null, null, [[500, 600, 700.5]]], 7800.5],
    ['own months in a column', [DATED, H1, '2024-10-31', null, 'status', null, [[1000], [1000], [2000]]], 'usable (exactly at threshold)'],
    ['own months leave no range', [DATED, H1, '2024-10-31', null, 'high', null, [[500, 600, 700]]], 7800],
    [
      'the current month has more than the mean',
      [cells(report(earning({ date: '2024-07-31', amount: 10 }), earning({ date: '2024-08-05', amount: 30 }))), H1, '2024-08-05'],
      80,
    ],
    [
      'and more than the own month',
      [
        cells(report(earning({ date: '2024-07-31', amount: 10 }), earning({ date: '2024-08-05', amount: 30 }))),
        H1,
        '2024-08-05',
        null,
        null,
        null,
        [[20, 1, 1, 1, 1]],
      ],
      44,
    ],
    ['the next half, at the mean of this one', [DATED, 'FY25 H2', '2024-10-31'], 12000],
    // the six months after three open ones: 2,000 × (1.1⁴ + … + 1.1⁹)
    ['the next half, growing through this one', [DATED, 'FY25 H2', '2024-10-31', null, null, 0.1], 22592.85],
    ['the sample once all is known', [REPORT, H1, '2025-01-31', '1234567'], 10020],
    ['the sample before December was calculated', [REPORT, H1, '2024-12-31', '1234567'], 8736],
    ['a blank growth and blank months', [DATED, H1, '2024-10-31', null, null, BLANK, BLANK], 12000],
  ]),
  ...refusals('FORECAST', [
    ['growth and months', [DATED, H1, '2024-10-31', null, null, 0.1, [[1, 2, 3]]], /^#VALUE! Give growth or months/],
    [
      'too few months',
      [DATED, H1, '2024-10-31', null, null, null, [[1, 2]]],
      /^#VALUE! months: 2 given, but FY25 H1 has 3 left on Oct 31, 2024/,
    ],
    [
      'months in a block',
      [
        DATED,
        H1,
        '2024-10-31',
        null,
        null,
        null,
        [
          [1, 2],
          [3, 4],
        ],
      ],
      /^#VALUE! months is a row or a column/,
    ],
    ['a month in words', [DATED, H1, '2024-10-31', null, null, null, [['a', 2, 3]]], /^#VALUE! months/],
    ['growth over 100%', [DATED, H1, '2024-10-31', null, null, 2], /^#NUM! growth/],
    ['the half after the next', [DATED, 'FY26 H1', '2024-10-31'], /^#N\/A FY26 H1 starts on/],
    ['no month known yet', [DATED, H1, '2024-07-31'], /^#N\/A No month of FY25 H1 is complete/],
    ['a single month has no range', [DATED, H1, '2024-08-31', null, 'low'], /^#N\/A Only one month is complete/],
    ['the status of all', [REPORT, H1, '2024-12-31', 'all', 'status'], /^#VALUE! "status" is of one Partner ID/],
    ['months of all', [REPORT, H1, '2024-12-31', 'all', null, null, [[5]]], /^#VALUE! months is of one Partner ID/],
    ['a blank calculation date', [keyed(row('a', 1)), H2, '2024-05-01'], /^#VALUE! Row 2 .*calculation date/],
    ['no day', [DATED, H1, ''], /^#VALUE! as_of/],
  ]),
];

/** Cases of the functions over earnings reports. */
export const REPORTS_CASES: readonly Case[] = [
  ...ACCRUED,
  ...USABLE,
  ...LEDGER,
  ...PROJECTION,
  ...EARNED,
  ...EARNINGS,
  ...STANDING,
  ...FORECAST,
];
