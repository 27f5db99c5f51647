import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import '../../support/custom-functions';
import { readReports } from '../../../src/reports/import/read-reports';
import { readFundEvidence } from '../../../src/reports/reconcile/rows';
import { csv, file, small, SMALL_HEADER, smallRow } from '../../support/report-files';

type Change = Parameters<typeof smallRow>[0];
const detailed = (...changes: Change[]): string => small(...changes.map((change, n) => smallRow({ id: `e${n}`, ...change })));
/** The same without earning IDs. */
const summarized = (...changes: Change[]): string => csv([SMALL_HEADER, ...changes.map(smallRow)].map((row) => row.slice(1)));
const read = (first: string, second: string) => readReports([file('first.csv', first), file('second.csv', second)]);
const OCTOBER = { date: '2024-10-31' };
const NOVEMBER = { date: '2024-11-30' };

describe('a Summarized report next to one with earning IDs', () => {
  it('adds nothing in months of the same sum, whatever its levers are', async () => {
    const given = await read(
      detailed({ ...OCTOBER, amount: '60.00', lever: 'A' }, { ...OCTOBER, amount: '40.004', lever: 'B' }, { ...NOVEMBER, amount: '5' }),
      summarized({ ...OCTOBER, amount: '100', lever: '' }, { ...NOVEMBER, amount: '5' }),
    );
    expect(given).toMatchObject({ rows: 5, counted: 3, complete: true, repeats: { rows: 2, micros: 105_000_000 } });
    expect(given.months.reduce((all, { micros }) => all + micros, 0)).toBe(105_004_000);
  });

  it('adds the months, types and Partner IDs that only it has', async () =>
    expect(
      await read(
        detailed({ ...OCTOBER, amount: '60' }),
        summarized(
          { ...NOVEMBER, amount: '5' },
          { ...OCTOBER, amount: '60', type: 'Rebate' },
          { ...OCTOBER, amount: '60', partner: '7654321' },
        ),
      ),
    ).toMatchObject({ counted: 4, complete: true, repeats: { rows: 0 } }));

  it('sets its rows aside where its sum is another', async () => {
    const given = await read(
      summarized({ ...OCTOBER, amount: '59.99' }),
      detailed({ ...OCTOBER, amount: '60' }, { ...NOVEMBER, amount: '1' }),
    );
    expect(given).toMatchObject({
      rows: 3,
      counted: 2,
      quarantinedRows: 1,
      quarantined: [
        {
          file: 'first.csv',
          line: 2,
          half: 'FY25 H1',
          reason:
            "October 2024 is also in second.csv with earning IDs, and adds up to $60.00 there but $59.99 here. The two aren't added. Bring in the newer one alone.",
        },
      ],
      skipped: [{ partnerId: '1234567', half: 'FY25 H1', rows: 1 }],
    });
    expect(given.months.reduce((all, { micros }) => all + micros, 0)).toBe(61_000_000);
  });

  it('counts adjustments without earning IDs in the other report, too', async () =>
    expect(
      await read(detailed({ ...OCTOBER, amount: '60' }, { ...OCTOBER, id: '', amount: '-10' }), summarized({ ...OCTOBER, amount: '50' })),
    ).toMatchObject({ counted: 2, complete: true, repeats: { rows: 1, micros: 50_000_000 } }));

  it('adds nothing within a zip', async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const zip = zipSync({
      'a.csv': bytes(detailed({ ...OCTOBER, amount: '60' })),
      'b.csv': bytes(summarized({ ...OCTOBER, amount: '60' })),
    });
    expect(await readReports([file('a.zip', zip)])).toMatchObject({ counted: 1, repeats: { rows: 1 } });
  });

  it('adds nothing when a fund is compared with Partner Center', async () => {
    const sources = [
      file('a.csv', detailed({ ...OCTOBER, amount: '60' })),
      file('b.csv', summarized({ ...OCTOBER, amount: '60' }, { ...NOVEMBER, amount: '5' })),
    ];
    const fund = { partnerId: '1234567', program: 'Microsoft Commerce Incentives', half: { fiscalYear: 2025, half: 1 } } as const;
    const { coop, rows } = await readFundEvidence(sources, fund);
    expect(coop).toMatchObject({ rows: 2, micros: 65_000_000 });
    expect(rows!.counted.map(({ micros }) => micros)).toEqual([60_000_000, 5_000_000]);
  });
});

describe('two reports without earning IDs', () => {
  it('of the same sum in a month count once, whatever their levers are', async () => {
    const given = await read(
      summarized({ ...OCTOBER, amount: '60', lever: 'A' }, { ...OCTOBER, amount: '40', lever: 'B' }, { ...NOVEMBER, amount: '5' }),
      summarized({ ...OCTOBER, amount: '100', lever: '' }, { date: '2024-12-31', amount: '7' }),
    );
    expect(given).toMatchObject({ rows: 5, counted: 4, complete: true, repeats: { rows: 1, micros: 100_000_000 } });
    expect(given.months.reduce((all, { micros }) => all + micros, 0)).toBe(112_000_000);
  });

  it('of different sums are both set aside there', async () => {
    const given = await read(summarized({ ...OCTOBER, amount: '60' }), summarized({ ...OCTOBER, amount: '72.50' }, NOVEMBER));
    expect(given).toMatchObject({
      rows: 3,
      counted: 1,
      repeats: { rows: 0 },
      skipped: [{ partnerId: '1234567', half: 'FY25 H1', rows: 2 }],
    });
    expect(given.quarantined.map(({ file, line, reason }) => [file, line, reason])).toEqual([
      [
        'first.csv',
        2,
        "October 2024 is also in second.csv without earning IDs, and adds up to $72.50 there but $60.00 here. The two aren't added. Bring in the newer one alone.",
      ],
      [
        'second.csv',
        2,
        "October 2024 is also in first.csv without earning IDs, and adds up to $60.00 there but $72.50 here. The two aren't added. Bring in the newer one alone.",
      ],
    ]);
  });

  it('that are three, of which two agree, are set aside, too', async () => {
    const files = ['60', '60', '61'].map((amount, n) =>
      file(`${n}.csv`, summarized({ ...OCTOBER, amount }, { date: `2024-0${n + 7}-28` })),
    );
    expect(await readReports(files)).toMatchObject({ counted: 3, quarantinedRows: 3, repeats: { rows: 0 } });
  });

  it('of other types, programs, and Partner IDs are added', async () =>
    expect(
      await read(
        summarized(OCTOBER),
        summarized({ ...OCTOBER, partner: '7654321' }, { ...OCTOBER, type: 'Rebate' }, { ...OCTOBER, program: 'Azure Incentives' }),
      ),
    ).toMatchObject({ counted: 4, complete: true, repeats: { rows: 0 } }));

  it('count as in an import when a fund is compared with Partner Center', async () => {
    const fund = { partnerId: '1234567', program: 'Microsoft Commerce Incentives', half: { fiscalYear: 2025, half: 1 } } as const;
    const sources = [
      file('a.csv', summarized({ ...OCTOBER, amount: '60' }, { ...NOVEMBER, amount: '5' })),
      file('b.csv', summarized({ ...OCTOBER, amount: '60' }, { ...NOVEMBER, amount: '6' })),
    ];
    const { coop, rows } = await readFundEvidence(sources, fund);
    expect(coop).toMatchObject({ rows: 1, micros: 60_000_000 });
    expect(rows!.counted.map(({ micros }) => micros)).toEqual([60_000_000]);
  });
});

describe('rows without earning IDs in two reports that have them', () => {
  const withAdjustment = (amount: string, ...others: Change[]): string =>
    detailed({ ...OCTOBER, amount: '500' }, { ...OCTOBER, id: '', amount }, ...others);

  it('count once where their sums agree', async () =>
    expect(await read(withAdjustment('-300'), withAdjustment('-300', NOVEMBER))).toMatchObject({
      counted: 3,
      repeats: { rows: 2, micros: 200_000_000 },
      complete: true,
    }));

  it('are set aside where they differ', async () => {
    const given = await read(withAdjustment('-300'), withAdjustment('-350', NOVEMBER));
    expect(given).toMatchObject({ counted: 2, quarantinedRows: 2, repeats: { rows: 1 } });
    expect(given.quarantined[0]!.reason).toMatch(
      /^October 2024 is also in second\.csv without earning IDs, and adds up to -\$350\.00 there/,
    );
  });
});
