import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../support/custom-functions';
import { firstDay, lastDay, parseHalf } from '../../../src/domain/calendar/half';
import { readReports } from '../../../src/reports/import/read-reports';
import { evidenceOfMonths } from '../../../src/reports/reconcile/evidence';
import { readFundEvidence } from '../../../src/reports/reconcile/rows';
import { shiftsOf } from '../../../src/reports/reconcile/zones';
import { csv, file, sampleRows, SAMPLE_TEXT, small, SMALL_HEADER, smallRow } from '../../support/report-files';

const fund = { partnerId: '1234567', program: 'Microsoft Commerce Incentives', half: parseHalf('FY25 H1')! };
const rowsOf = async (...texts: string[]) =>
  (
    await readFundEvidence(
      texts.map((text, n) => file(`${n}.csv`, text)),
      fund,
    )
  ).rows!;

describe('what rows tell about a fund', () => {
  it('of the sample: F4 the repeat, F5 the row beyond the edge, F6 the pounds', async () => {
    const { rows, ...sums } = await readFundEvidence([file('sample.csv', SAMPLE_TEXT)], { ...fund, partnerId: 'MPN 07654321' });
    expect(sums).toMatchObject({
      coop: { rows: 2, micros: 9_999_990_000 },
      rebate: { rows: 1, micros: 11_700_000_000 },
      repeatRows: 1,
      others: [{ partnerId: '1234567', micros: 10_020_000_000 }],
    });
    expect(rows).toMatchObject({
      repeats: { rows: 1, micros: 2_199_990_000 },
      edges: [{ edge: 'end', seconds: 0, rows: 1, micros: 650_000_000 }],
      currencies: [{ currency: 'GBP', ownAmount: 769_230, micros: 9_999_990_000, rows: 2 }],
      spellings: [{ written: '7654321', rows: 2 }],
      hasEarningIds: true,
      skipped: 0,
      names: ['sample.csv'],
      earnedByOthers: [],
      earnedForOthers: [],
    });
  });

  it('a repeat counts for the fund of the row it was dropped for, with the money that adding up would count again', async () => {
    const rows = [
      smallRow(),
      smallRow(),
      smallRow({ amount: '80.00', calculated: '2024-11-15T00:00:00Z' }),
      smallRow({ id: 'e2', partner: '7654321' }),
      smallRow({ id: 'e2', partner: '7654321' }),
    ];
    expect((await rowsOf(small(...rows))).repeats).toEqual({ rows: 2, micros: 180_000_000 });
    expect((await rowsOf(small(...rows), small(smallRow()))).repeats).toEqual({ rows: 3, micros: 280_000_000 });
  });

  it('without earning IDs every row counts, but the same file twice is a repeat', async () => {
    const text = csv([SMALL_HEADER.slice(1), smallRow().slice(1), smallRow().slice(1)]);
    expect(await rowsOf(text)).toMatchObject({ hasEarningIds: false, repeats: { rows: 0 }, spellings: [{ rows: 2, micros: 200_000_000 }] });
    expect(await rowsOf(text, text)).toMatchObject({
      repeats: { rows: 2, micros: 200_000_000 },
      spellings: [{ rows: 2, micros: 200_000_000 }],
    });
  });

  it('adjustments by type, or by their reason and the day they came', async () => {
    const header = [...SMALL_HEADER, 'reasonCode'];
    const rows = [
      [...smallRow({ id: 'a', amount: '-30.00', calculated: '2025-01-16T03:05:40.000Z' }), 'Ops Adjustment'],
      [...smallRow({ id: 'b', amount: '-20.00', type: 'Adjustment-Coop', calculated: '' }), ''],
      [...smallRow({ id: 'c' }), ''],
    ];
    expect((await rowsOf(csv([header, ...rows]))).adjustments).toEqual([
      { reason: 'Ops Adjustment', calculated: '2025-01-16', rows: 1, micros: -30_000_000 },
      { reason: '', calculated: null, rows: 1, micros: -20_000_000 },
    ]);
  });

  it('rows that can’t be read are counted as such, and tell nothing else', async () => {
    expect(await rowsOf(small(smallRow(), smallRow({ id: 'x', amount: 'many' })))).toMatchObject({
      skipped: 1,
      spellings: [{ rows: 1 }],
      repeats: { rows: 0 },
    });
  });

  it('of several spellings of the Partner ID, the most frequent first', async () => {
    const rows = ['MPN 1234567', '1234567', '1234567', '01234567'].map((partner, n) => smallRow({ id: `e${n}`, partner }));
    expect((await rowsOf(small(...rows))).spellings.map(({ written, rows: count }) => [written, count])).toEqual([
      ['1234567', 2],
      ['MPN 1234567', 1],
      ['01234567', 1],
    ]);
  });

  it('reads cells of the workbook the same way, times of their own included', async () => {
    const cells = [
      SMALL_HEADER,
      smallRow({ date: '2024-07-01T01:30:00Z' }),
      [...smallRow({ id: 'e2' }).slice(0, 4), 45657.75, ...smallRow().slice(5)],
    ];
    const { rows } = await readFundEvidence([{ name: 'Earnings', cells }], fund);
    expect(rows!.edges).toEqual([
      { edge: 'start', seconds: 5_400, rows: 1, micros: 100_000_000 },
      { edge: 'end', seconds: -21_600, rows: 1, micros: 100_000_000 },
    ]);
  });

  it('a summarized sample has no repeats to tell', async () => {
    const rows = sampleRows().map((row) => row.slice(1));
    expect((await readFundEvidence([file('x', csv(rows))], fund)).rows).toMatchObject({ hasEarningIds: false, repeats: { rows: 0 } });
  });

  const partner = fc.constantFrom('1234567', '01234567', '7654321');
  const row = fc
    .record({
      id: fc.constantFrom('', 'a', 'b', 'c', 'd', 'e'),
      partner,
      type: fc.constantFrom('Coop', 'Co-op', 'Adjustment-Coop', 'Rebate', 'Claim', 'Fee', ''),
      date: fc.constantFrom(
        '2024-06-30T23:00:00Z',
        '2024-07-01',
        '2024-10-31T00:00:00.000Z',
        '2024-12-31T18:00:00+02:00',
        '2025-01-01T00:00:00.000Z',
        'soon',
      ),
      calculated: fc.constantFrom('', '2024-11-16T02:10:11.000Z', '2025-01-16T00:00:00Z'),
      amount: fc.constantFrom('100.00', '-30.00', '0.01', '12.34', 'x'),
      program: fc.constantFrom('Microsoft Commerce Incentives', 'MCI', 'CSP Direct Bill Partner'),
    })
    .map(smallRow);
  it('its sums are those of an import, whatever the rows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 25 }), fc.array(row, { maxLength: 6 }), fc.boolean(), async (first, second, again) => {
        const sources = [file('1.csv', small(...first)), file('2.csv', small(...(again ? first : second)))];
        const { rows, ...sums } = await readFundEvidence(sources, fund);
        const { months, quarantined } = await readReports(sources);
        expect({ ...sums, rows: null }).toEqual(evidenceOfMonths(months, fund, quarantined));
        expect(rows!.spellings.reduce((sum, { micros }) => sum + micros, 0)).toBe(sums.coop.micros);
        expect(rows!.spellings.reduce((sum, spelling) => sum + spelling.rows, 0)).toBe(sums.coop.rows);
      }),
      { numRuns: 300 },
    );
  });

  it('with the repeats, they are what adding up the column gives', async () => {
    const rows = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c'), cents: fc.integer({ min: -1e6, max: 1e6 }) }), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(rows, async (some) => {
        const text = small(
          ...some.map(({ id, cents }, n) => smallRow({ id, amount: (cents / 100).toFixed(2), calculated: `2024-11-16T00:00:${10 + n}Z` })),
        );
        const { coop, rows: told } = await readFundEvidence([file('x', text)], fund);
        expect(coop.micros + told!.repeats.micros).toBe(some.reduce((sum, { cents }) => sum + cents * 10_000, 0));
        expect(coop.rows + told!.repeats.rows).toBe(some.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('dates read in local time', () => {
  /** Another telling of the same time zones: the platform's own. */
  const IANA: Record<string, string> = {
    'US Pacific time': 'America/Los_Angeles',
    'US Eastern time': 'America/New_York',
    'US Central time': 'America/Chicago',
    'US Mountain time': 'America/Denver',
    Arizona: 'America/Phoenix',
    Alaska: 'America/Anchorage',
    Hawaii: 'Pacific/Honolulu',
    'Atlantic Canada': 'America/Halifax',
    Newfoundland: 'America/St_Johns',
    'Mexico City': 'America/Mexico_City',
    Bogotá: 'America/Bogota',
    Caracas: 'America/Caracas',
    Santiago: 'America/Santiago',
    'São Paulo': 'America/Sao_Paulo',
    'the Azores': 'Atlantic/Azores',
    'the United Kingdom': 'Europe/London',
    'Central Europe': 'Europe/Berlin',
    Lagos: 'Africa/Lagos',
    'Eastern Europe': 'Europe/Helsinki',
    Johannesburg: 'Africa/Johannesburg',
    Istanbul: 'Europe/Istanbul',
    Tehran: 'Asia/Tehran',
    Dubai: 'Asia/Dubai',
    Kabul: 'Asia/Kabul',
    Karachi: 'Asia/Karachi',
    India: 'Asia/Kolkata',
    Nepal: 'Asia/Kathmandu',
    Dhaka: 'Asia/Dhaka',
    Yangon: 'Asia/Yangon',
    Bangkok: 'Asia/Bangkok',
    Singapore: 'Asia/Singapore',
    Japan: 'Asia/Tokyo',
    Darwin: 'Australia/Darwin',
    Brisbane: 'Australia/Brisbane',
    Adelaide: 'Australia/Adelaide',
    Sydney: 'Australia/Sydney',
    Auckland: 'Pacific/Auckland',
    Samoa: 'Pacific/Apia',
    Kiritimati: 'Pacific/Kiritimati',
  };
  const dayIn = Object.fromEntries(
    Object.entries(IANA).map(([name, timeZone]) => {
      const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
      return [name, (epoch: number) => format.format(epoch)];
    }),
  );

  it.each(['FY25 H1', 'FY25 H2', 'FY26 H1'])(
    '%s: a row moves in exactly the zones in which the calendar there shows the other half',
    (label) => {
      const half = parseHalf(label)!;
      fc.assert(
        fc.property(fc.constantFrom('start' as const, 'end' as const), fc.integer({ min: -56, max: 56 }), (edge, quarters) => {
          const seconds = quarters * 900;
          const instant = (edge === 'start' ? Date.parse(firstDay(half)) : Date.parse(lastDay(half)) + 86_400_000) + seconds * 1000;
          const isIn = (day: string): boolean => day >= firstDay(half) && day <= lastDay(half);
          const wasIn = isIn(new Date(instant).toISOString().slice(0, 10));
          const expected = Object.keys(IANA).filter((name) => isIn(dayIn[name]!(instant)) !== wasIn);
          const shifts = shiftsOf([{ edge, seconds, rows: 1, micros: 1_000_000 }], half);
          expect(shifts.flatMap(({ zones }) => zones).sort()).toEqual(expected.sort());
          for (const { micros, rows } of shifts) expect([micros, rows]).toEqual([wasIn ? -1_000_000 : 1_000_000, 1]);
        }),
        { numRuns: 300 },
      );
    },
  );

  it('zones that move the same rows are one, and what moves in and out is taken together', () => {
    const edges = [
      { edge: 'start' as const, seconds: 0, rows: 2, micros: 5_000_000 },
      { edge: 'end' as const, seconds: 0, rows: 1, micros: 700_000 },
      { edge: 'end' as const, seconds: 6 * 3600, rows: 1, micros: 90_000 },
    ];
    expect(
      shiftsOf(edges, fund.half).map(({ zones, micros, rows }) => [
        zones.includes('Hawaii'),
        zones.includes('US Eastern time'),
        micros / 10_000,
        rows,
      ]),
    ).toEqual([
      [true, false, -421, 4],
      [false, true, -430, 3],
      // only in winter is it behind UTC
      [false, false, 70, 1],
    ]);
    expect(shiftsOf([], fund.half)).toEqual([]);
  });
});
