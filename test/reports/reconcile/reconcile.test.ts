import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../support/custom-functions';
import type { Day } from '../../../src/domain/calendar/day';
import { parseHalf } from '../../../src/domain/calendar/half';
import { fundsOf, type FundRow } from '../../../src/reports/funds';
import { readReports } from '../../../src/reports/import/read-reports';
import { combinationsFor, explainedBy, reconcile, settledCauses, type Reconciliation } from '../../../src/reports/reconcile/reconcile';
import { evidenceOfMonths, type FundEvidence } from '../../../src/reports/reconcile/evidence';
import { askedCurrency, comparedInCurrency } from '../../../src/reports/reconcile/rate-causes';
import { readForeign } from '../../../src/reports/reconcile/amounts';
import { readFundEvidence } from '../../../src/reports/reconcile/rows';
import type { PossibleCause } from '../../../src/reports/reconcile/cause';
import { rulesOn } from '../../../src/rulebook/rules-on';
import { csv, file, sampleRows, SAMPLE_TEXT } from '../../support/report-files';

const MCI = 'Microsoft Commerce Incentives';
const rules = (day: Day) => rulesOn(day);
const asked = (partnerId: string, half = 'FY25 H1') => ({ partnerId, program: MCI, half: parseHalf(half)! });
const fundIn = async (text: string, partnerId: string, half = 'FY25 H1', today: Day = '2025-03-10'): Promise<FundRow> => {
  const { half: wanted } = asked(partnerId, half);
  const funds = fundsOf(await readReports([file('x', text)]), rules, today);
  return funds.find(
    (fund) =>
      fund.partnerId.endsWith(partnerId) &&
      fund.program === MCI &&
      fund.half.half === wanted.half &&
      fund.half.fiscalYear === wanted.fiscalYear,
  )!;
};
interface Given {
  text?: string;
  workbook?: string;
  partnerId?: string;
  half?: string;
  asOf?: Day;
  claimed?: number;
  unknown?: string[];
  fromTables?: boolean;
}
/** The workbook holds `workbook`, `text` is read again, and Partner Center shows the amounts. */
const compare = async (
  theirs: number | { earned?: number | null; claimed?: number | null; remaining?: number | null },
  {
    text = SAMPLE_TEXT,
    workbook = text,
    partnerId = '7654321',
    half = 'FY25 H1',
    asOf = '2025-03-10',
    claimed,
    unknown = [],
    fromTables = false,
  }: Given = {},
): Promise<Reconciliation> => {
  const fund = await fundIn(workbook, partnerId, half, asOf);
  const evidence = fromTables
    ? evidenceOfMonths((await readReports([file('x', workbook)])).months, asked(partnerId, half))
    : await readFundEvidence([file('x', text)], asked(partnerId, half));
  const shown = { earned: null, claimed: null, remaining: null, ...(typeof theirs === 'number' ? { earned: theirs } : theirs) };
  return reconcile({
    fund,
    theirs: shown,
    evidence,
    rules: rules('2024-12-31'),
    asOf,
    ...(claimed === undefined ? {} : { claimed: { cents: claimed, unknown } }),
  });
};
const kinds = ({ causes }: Reconciliation, fit = 'fits exactly') =>
  causes
    .filter((cause) => cause.fit === fit)
    .map(({ kind }) => kind)
    .sort();
/** The sample with some cells changed: [data row from 1, column, value]. */
const changed = (...changes: [row: number, column: string, value: string][]): string => {
  const rows = sampleRows();
  for (const [row, column, value] of changes) rows[row]![rows[0]!.indexOf(column)] = value;
  return csv(rows);
};

describe('one cause that comes to the difference to the cent', () => {
  it.each<[string, string, Parameters<typeof compare>]>([
    ['F4: the repeat of earning 0017 added up', 'repeats', [1_219_998]],
    ['F5: the row of January 1 read in US time', 'local time', [1_064_999]],
    ['F1: the adjustment left out', 'adjustments', [1_005_000, { partnerId: '1234567' }]],
    ['C26: both Partner IDs together', 'other Partner ID', [2_001_999]],
    ["the other Partner ID's own co-op", 'other Partner ID', [1_002_000]],
    ['F6, C32: pounds added up as dollars', 'exchange rate', [769_230]],
    ['the rebate counted too', 'rebate', [2_169_999]],
    ['the rebate alone', 'rebate', [1_170_000]],
    ['C28: nothing shown before claiming opens', 'not visible yet', [0, { partnerId: '1234567', asOf: '2025-02-15' }]],
    ['C6: nothing shown, as it did not reach the threshold', 'below the threshold', [0, { asOf: '2025-02-15' }]],
    [
      "a newer report than the workbook's",
      'another report',
      [999_999, { workbook: SAMPLE_TEXT.trim().split('\n').slice(0, -5).join('\n') }],
    ],
    [
      'an ID with a zero before it filtered out',
      'other Partner ID',
      [599_999 - 380_000, { text: changed([16, 'participantId', '07654321']) }],
    ],
    [
      'a location of the global account left out',
      'other Partner ID',
      [219_999, { text: changed([16, 'earningParticipantId', '5550001']) }],
    ],
    [
      "a location's earnings counted for it",
      'other Partner ID',
      [1_359_999, { text: changed([2, 'earningParticipantId', 'MPN 7654321']) }],
    ],
  ])('%s: %s', async (_what, kind, given) => {
    const result = await compare(...given);
    expect(kinds(result)).toEqual([kind]);
    expect(result.fitting).toHaveLength(1);
    expect(explainedBy(result, new Set(settledCauses(result)))).toEqual({ explained: result.difference, unexplained: 0 });
    expect(result.causes[0]!.sentence).toMatch(/^[A-Z].*\.$/s);
  });

  it('names the rule, and the disagreement of sources, where there is one', async () => {
    expect((await compare(0)).causes[0]).toMatchObject({
      kind: 'below the threshold',
      rule: { topic: 'threshold', source: expect.any(String) },
      sentence: expect.stringContaining('$0.01 below the threshold'),
    });
    expect((await compare(0, { partnerId: '1234567', asOf: '2025-02-15' })).causes[0]).toMatchObject({
      rule: { topic: 'deadline' },
      contradiction: 'C28',
      sentence: expect.stringContaining('Feb 16, 2025'),
    });
    expect((await compare(2_001_999)).causes[0]).toMatchObject({ contradiction: 'C26' });
  });

  it('says in which time zones', async () => {
    expect((await compare(1_064_999)).causes[0]).toMatchObject({
      rows: 1,
      amount: 65_000,
      sentence: expect.stringContaining('US Pacific time, US Eastern time, US Central time, or others'),
    });
  });
});

describe('an exchange rate', () => {
  const atRate = (rate: string, usd: string): [number, string, string][] => [
    [16, 'earningDate', '2024-11-30T00:00:00.000Z'],
    [16, 'earningExchangeRate', rate],
    [16, 'earningAmountUSD', usd],
    [16, 'transactionExchangeRate', '1.29'],
  ];
  // 6,000.00 GBP at 1.28 and 1,692.30 GBP at 1.30: 9,879.99
  const twoRates = changed(...atRate('1.28', '7680.00'));
  it.each<[string, number, string | RegExp]>([
    [
      "the later month's",
      999_999,
      "The other figure converts all amounts in GBP at 1.3, the report's rate for 2024-12 and 2025-01. The report converts each row at its own rate.",
    ],
    ["the earlier month's", 984_614, /at 1\.28, the report's rate for 2024-11\./],
    ["the transactions'", 993_999, /transaction rates \(column transactionExchangeRate\)/],
  ])("is the cause where the report's own rates come to the figure to the cent: %s", async (_which, theirs, sentence) => {
    const result = await compare(theirs, { text: twoRates });
    expect(kinds(result)).toEqual(['exchange rate']);
    expect(result.fitting).toHaveLength(1);
    expect(result.causes[0]).toMatchObject({ contradiction: 'C32', rows: 2, isWhole: true, sentence: expect.stringMatching(sentence) });
    expect(result.causes.map(({ id }) => id)).not.toContain('exchange rate GBP near');
    expect(explainedBy(result, new Set(settledCauses(result)))).toEqual({ explained: result.difference, unexplained: 0 });
  });

  it('a cent next to it is none', async () => expect(kinds(await compare(999_998, { text: twoRates }))).toEqual([]));

  it('rounded once and not row by row is told by its cents', async () => {
    const rows = [
      [16, '100.01', '130.01'],
      [17, '100.01', '130.01'],
      [18, '100.01', '130.01'],
    ].flatMap(([row, amount, usd]): [number, string, string][] => [
      [row as number, 'earningAmount', amount as string],
      [row as number, 'earningAmountUSD', usd as string],
    ]);
    const text = changed(...rows, [17, 'earningId', 'a'], [18, 'earningId', 'b']);
    // 3 × 130.013 is 390.039
    expect((await compare(39_004, { text })).causes[0]).toMatchObject({
      kind: 'exchange rate',
      fit: 'fits exactly',
      amount: 1,
      sentence: expect.stringContaining('rounds once. The report rounds each of 3 rows'),
    });
  });

  it('may also go from US dollars to the currency: the rows show which way', async () => {
    const inverse = changed(
      [15, 'earningExchangeRate', '0.7692'],
      [16, 'earningExchangeRate', '0.8'],
      [16, 'earningAmountUSD', '7500.00'],
      [17, 'earningExchangeRate', '0.7692'],
      [18, 'earningExchangeRate', '0.7692'],
    );
    const result = await compare(750_000 + 211_538, { text: inverse });
    expect(result.causes[0]).toMatchObject({ kind: 'exchange rate', fit: 'fits exactly', sentence: expect.stringContaining('at 0.8,') });
  });

  it("that does not make the report's own US dollars of its amounts is not worked with", async () =>
    expect(kinds(await compare(999_999, { text: changed(...atRate('1.28', '7000.00')) }))).toEqual([]));

  it('of so many, or so little money, that one may fit by chance is not claimed', async () => {
    const header = [
      'participantId',
      'programName',
      'earningType',
      'earningDate',
      'earningAmountUSD',
      'earningAmount',
      'transactionCurrency',
      'earningExchangeRate',
      'earningId',
    ];
    const rows = Array.from({ length: 30 }, (_, n) => {
      const rate = (1.2 + n / 1000).toFixed(3);
      return [
        '7654321',
        MCI,
        'Coop',
        `2024-12-${String(n + 1).padStart(2, '0')}`,
        (10 * Number(rate)).toFixed(2),
        '10.00',
        'GBP',
        rate,
        `e${n}`,
      ];
    });
    const text = csv([header, ...rows]);
    expect(kinds(await compare(30 * 1_210, { text }))).toEqual([]);
    expect(kinds(await compare(30 * 1_000, { text }))).toEqual(['exchange rate']);
  });

  it("is all that differs where the amount is shown in the rows' own currency", async () => {
    const evidence = await readFundEvidence([file('x', SAMPLE_TEXT)], asked('7654321'));
    const said = (cents: number, currency = 'GBP', from = evidence) => comparedInCurrency({ cents, currency }, from, []);
    expect(said(769_230)).toEqual({
      isSame: true,
      sentence: "The report's rows also total 7,692.30 GBP. At its own rates that's $9,999.99, so only the exchange rate differs.",
    });
    expect(said(800_000)).toEqual({
      isSame: false,
      sentence: "The report's rows total 7,692.30 GBP, and Partner Center shows 307.70 GBP more. An exchange rate doesn't explain that.",
    });
    expect(said(769_230, 'EUR').sentence).toMatch(/no row of this fund is/);
    expect(said(769_230, 'GBP', evidenceOfMonths((await readReports([file('x', SAMPLE_TEXT)])).months, asked('7654321'))).sentence).toMatch(
      /Add the report below/,
    );
    expect(
      said(769_230, 'GBP', await readFundEvidence([file('x', changed([16, 'transactionCurrency', 'USD']))], asked('7654321'))).sentence,
    ).toMatch(/^Only 1 of the fund's 2 rows are in GBP/);
  });
});

describe("an amount that is the fund's in its rows' own currency, entered without one", () => {
  const question = async (cents: number, text = SAMPLE_TEXT, partnerId = '7654321') =>
    askedCurrency(cents, await readFundEvidence([file('x', text)], asked(partnerId)), []);

  it('is asked about, and what to enter is said', async () => {
    expect(await question(769_230)).toBe(
      'Is this an amount in GBP? The fund\'s rows total exactly 7,692.30 GBP, which is $9,999.99 at the report\'s rates. If so, enter it as "GBP 7,692.30".',
    );
    // and so it is understood
    expect(readForeign('GBP 7,692.30')).toEqual({ cents: 769_230, currency: 'GBP' });
  });

  it('is asked about only to the cent, and only where every row is in that currency', async () => {
    expect(await question(769_231)).toBeNull();
    expect(await question(999_999)).toBeNull();
    expect(await question(769_230 - 169_230, changed([17, 'transactionCurrency', 'USD'], [18, 'transactionCurrency', 'USD']))).toBeNull();
    expect(await question(1_002_000, SAMPLE_TEXT, '1234567')).toBeNull();
    expect(askedCurrency(769_230, evidenceOfMonths([], asked('7654321')), [])).toBeNull();
  });
});

describe('several causes at once', () => {
  it('a repeat, a date in local time and another Partner ID fit together', async () => {
    const result = await compare(999_999 + 219_999 + 65_000 + 1_002_000);
    expect(kinds(result)).toEqual(['local time', 'other Partner ID', 'repeats']);
    expect(explainedBy(result, new Set(settledCauses(result))).unexplained).toBe(0);
    // another exchange rate would make the difference larger
    expect(kinds(result, 'could be part')).toEqual(['rebate']);
  });

  it('three ways that fit are said to be three, and none is taken', async () => {
    const text = changed([16, 'earningAmountUSD', '650.00'], [17, 'earningAmountUSD', '650.00'], [18, 'earningAmountUSD', '650.00']);
    const result = await compare(65_000 * 3, { text });
    // the repeat of 0017, January 1 in local time, or 0016 twice: 650.00 each
    expect(kinds(result, 'one of several')).toEqual(['local time', 'repeats', 'single rows']);
    expect(result.fitting).toHaveLength(3);
    expect(settledCauses(result)).toEqual([]);
    expect(explainedBy(result, new Set())).toEqual({ explained: 0, unexplained: 65_000 });
  });

  it('a cent off fits nothing: all of it is unexplained, and what could be part is shown with its own amount', async () => {
    const result = await compare(1_219_999);
    expect(kinds(result)).toEqual([]);
    expect(result.causes.find(({ kind }) => kind === 'repeats')).toMatchObject({ fit: 'could be part', amount: 219_999, rows: 1 });
    expect(explainedBy(result, new Set(settledCauses(result)))).toEqual({ explained: 0, unexplained: 220_000 });
    expect(explainedBy(result, new Set(['repeats']))).toEqual({ explained: 219_999, unexplained: 1 });
  });

  it("an exchange rate near the report's is shown, and explains nothing by itself", async () => {
    const result = await compare(969_230);
    expect(result.causes.find(({ id }) => id === 'exchange rate GBP near')).toMatchObject({
      amount: null,
      fit: 'could be part',
      sentence: expect.stringContaining('1.2600'),
    });
    expect(kinds(result)).toEqual([]);
  });

  it('no difference needs no cause', async () => {
    expect(await compare(999_999)).toMatchObject({ difference: 0, causes: [], fitting: [] });
  });
});

describe('with the tables alone', () => {
  it.each<[string, number, Given]>([
    ['other Partner ID', 2_001_999, {}],
    ['below the threshold', 0, {}],
    ['rebate', 2_169_999, {}],
    ['adjustments', 1_005_000, { partnerId: '1234567', workbook: changed([10, 'earningType', 'Adjustment-Coop']) }],
  ])('%s is told', async (kind, theirs, given) => expect(kinds(await compare(theirs, { ...given, fromTables: true }))).toEqual([kind]));

  it('the money of a repeat is not', async () => {
    const { causes } = await compare(1_219_998, { fromTables: true });
    expect(causes.find(({ kind }) => kind === 'repeats')).toMatchObject({
      amount: null,
      fit: 'could be part',
      sentence: "1 duplicate dropped. The report's rows show the amount.",
    });
  });
});

describe('claimed and remaining', () => {
  const said = ({ remarks }: Reconciliation) => remarks.map(({ sentence }) => sentence).join(' ');
  it('are compared with each other while claims are not known, and it is said so', async () => {
    const result = await compare({ earned: 1_002_000, claimed: 400_000, remaining: 602_000 }, { partnerId: '1234567' });
    expect(result.amounts).toEqual([
      { what: 'earned', ours: 1_002_000, theirs: 1_002_000, difference: 0 },
      { what: 'claimed', ours: null, theirs: 400_000, difference: null },
      { what: 'remaining', ours: null, theirs: 602_000, difference: null },
    ]);
    expect(said(result)).toMatch(/Your claims aren't in this workbook/);
  });
  it('are compared with ours once claims are known', async () => {
    const result = await compare({ earned: 1_002_000, claimed: 400_000, remaining: 602_000 }, { partnerId: '1234567', claimed: 350_000 });
    expect(result.amounts.slice(1)).toEqual([
      { what: 'claimed', ours: 350_000, theirs: 400_000, difference: 50_000 },
      { what: 'remaining', ours: 652_000, theirs: 602_000, difference: -50_000 },
    ]);
    expect(said(result)).not.toMatch(/aren't in this workbook/);
    expect(said(result)).toMatch(/Claimed means this workbook's claims since submission/);
  });
  it('name the claims of ours that no one can count', async () => {
    const sentence = 'The claim "Roadshow" has no amount, so it isn\'t counted.';
    expect(said(await compare({ claimed: 400_000 }, { partnerId: '1234567', claimed: 350_000, unknown: [sentence] }))).toContain(sentence);
    expect(said(await compare({ earned: 1_002_000 }, { partnerId: '1234567', claimed: 350_000, unknown: [sentence] }))).toBe('');
  });
  it('give what was earned where that is missing', async () => {
    const result = await compare({ claimed: 400_000, remaining: 602_000 }, { partnerId: '1234567' });
    expect([result.difference, said(result)]).toEqual([0, expect.stringMatching(/claimed plus remaining is used: \$10,020\.00/)]);
  });
  it.each<[string, Day, { earned: number; claimed: number; remaining: number }, RegExp]>([
    [
      'a gap',
      '2025-08-15',
      { earned: 1_002_000, claimed: 400_000, remaining: 600_000 },
      /\$20\.00 of what Partner Center shows .* neither/,
    ],
    [
      'a gap after the deadline has lapsed',
      '2025-08-16',
      { earned: 1_002_000, claimed: 400_000, remaining: 0 },
      /\$6,020\.00 is neither .* by Aug 15, 2025 have lapsed/,
    ],
    ['too much', '2025-08-15', { earned: 1_002_000, claimed: 1_000_000, remaining: 12_000 }, /exceed earned by \$100\.00/],
    [
      'something left after the deadline',
      '2025-08-16',
      { earned: 1_002_000, claimed: 400_000, remaining: 602_000 },
      /can no longer be claimed/,
    ],
    ['a figure from before claiming opens', '2025-02-15', { earned: 1_002_000, claimed: 0, remaining: 1_002_000 }, /from Feb 16, 2025\./],
  ])('%s', async (_what, asOf, theirs, sentence) => expect(said(await compare(theirs, { partnerId: '1234567', asOf }))).toMatch(sentence));

  it('nothing given, nothing compared', async () => expect(await compare({})).toMatchObject({ difference: null, causes: [], remarks: [] }));
});

describe('the laws of a comparison', () => {
  const evidence: Promise<FundEvidence> = readFundEvidence([file('x', SAMPLE_TEXT)], asked('7654321'));

  it('what is explained and what is not are the difference, whatever a person chooses', async () => {
    const [fund, known] = [await fundIn(SAMPLE_TEXT, '7654321'), await evidence];
    const parts = [219_999, 65_000, 1_002_000, -230_769, 1_170_000, 1];
    fc.assert(
      fc.property(
        fc.subarray(parts),
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.boolean(),
        fc.infiniteStream(fc.boolean()),
        (some, any, isSum, picks) => {
          const earned = isSum ? some.reduce((sum, amount) => sum + amount, 999_999) : any;
          const result = reconcile({
            fund,
            theirs: { earned, claimed: null, remaining: null },
            evidence: known,
            rules: rules('2024-12-31'),
            asOf: '2025-03-10',
          });
          for (const chosen of [
            new Set(settledCauses(result)),
            new Set(result.causes.filter(() => picks.next().value).map(({ id }) => id)),
          ]) {
            const { explained, unexplained } = explainedBy(result, chosen);
            expect(explained + unexplained).toBe(earned - 999_999);
            expect(Number.isSafeInteger(explained)).toBe(true);
          }
          // What is said to fit does so to the cent.
          for (const set of result.fitting) expect(explainedBy(result, new Set(set)).unexplained).toBe(0);
          expect(new Set(result.causes.map(({ id }) => id)).size).toBe(result.causes.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('sets come to the difference, have one cause of a kind, and are the smallest there are', () => {
    const suspect = fc.record({
      kind: fc.constantFrom('repeats', 'rebate', 'rollover', 'local time', 'adjustments'),
      amount: fc.oneof(fc.constant(null), fc.integer({ min: -1e8, max: 1e8 })),
      isWhole: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(suspect, { maxLength: 8 }), fc.subarray([0, 1, 2, 3, 4, 5, 6, 7], { maxLength: 3 }), (raw, chosen) => {
        const suspects: PossibleCause[] = raw.map((cause, n) => ({ ...cause, id: `${n}`, rows: 1, sentence: '' }));
        const meant = chosen.flatMap((n) => suspects[n] ?? []).filter(({ amount, isWhole }) => amount !== null && amount !== 0 && !isWhole);
        const difference = meant.reduce((sum, { amount }) => sum + amount!, 0);
        const sets = combinationsFor(difference, suspects);
        for (const set of sets) {
          const causes = set.map((id) => suspects.find((cause) => cause.id === id)!);
          expect(causes.reduce((sum, { amount }) => sum + amount!, 0)).toBe(difference);
          expect(new Set(causes.map(({ kind }) => kind)).size).toBe(causes.length);
          expect(set.length).toBe(sets[0]!.length);
          if (causes.length > 1) expect(causes.some(({ isWhole }) => isWhole)).toBe(false);
        }
        if (sets.length > 0 && meant.length > 0 && new Set(meant.map(({ kind }) => kind)).size === meant.length)
          expect(sets[0]!.length).toBeLessThanOrEqual(meant.length);
      }),
      { numRuns: 500 },
    );
  });

  it('where so many sets are possible that one may hit by chance, none is claimed', () => {
    const kindsOfAll = ['repeats', 'rebate', 'rollover', 'local time', 'adjustments', 'exchange rate'] as const;
    const small = kindsOfAll.map((kind, n) => ({ id: kind, kind, amount: 10 + n, rows: 1, sentence: '' }));
    expect(combinationsFor(23, small)).toEqual([]);
    expect(combinationsFor(12, small)).toEqual([['rollover']]);
    expect(
      combinationsFor(
        2_300,
        small.map((cause) => ({ ...cause, amount: cause.amount * 100 })),
      ),
    ).toEqual([
      ['repeats', 'local time'],
      ['rebate', 'rollover'],
    ]);
  });
});
