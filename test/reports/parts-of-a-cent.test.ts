import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { PLAIN_WORKBOOK } from '../support/custom-functions';
import { FakeTables } from '../support/fake-tables';
import { centRow, charted, HEADER, MCI, projected, reference, type Row } from '../support/parts-of-a-cent';
import { csv, file } from '../support/report-files';
import { workbookRules } from '../../src/cells/workbook-rules';
import { provideContext } from '../../src/cells/context';
import { withTrace } from '../../src/cells/trace';
import { labelOf } from '../../src/domain/calendar/half';
import { accrued } from '../../src/functions/accrued';
import { ledger } from '../../src/functions/ledger';
import { projection } from '../../src/functions/projection';
import { usable } from '../../src/functions/usable';
import { byMonthAndLever } from '../../src/pane/features/funds/coop-chart';
import { keptFunds } from '../support/kept-funds';
import { monthsIn } from '../../src/planner/store/earned-months';
import { fundsOf } from '../../src/reports/funds';
import { readReports } from '../../src/reports/import/read-reports';
import { rulesOn } from '../../src/rulebook/rules-on';
import { writeReport } from '../../src/storage/funds/write-report';
import { importAsJson } from '../../src/terminal/import-text';

/** The report as it stands in cells, in the workbook, in the pane and at the terminal. */
async function everywhere(rows: readonly Row[]) {
  const read = await readReports([file('parts.csv', csv([HEADER, ...rows]))]);
  const tables = new FakeTables();
  await writeReport(tables, {
    months: read.months.map(({ kind, first: _first, ...month }) => ({ ...month, isRollover: kind === 'rollover' })),
    skipped: [],
    asOf: null,
    source: 'parts.csv',
  });
  const earnings = tables.held.get('CoopEarnings')!;
  const terminal = JSON.parse(
    importAsJson(
      read,
      fundsOf(read, (day) => rulesOn(day), '2025-03-01'),
    ),
  ) as { funds: { partnerId: string; program: string; half: string; coop: number; rebate: number }[] };
  return {
    cells: [HEADER, ...rows.map((row) => row.map((cell, index) => (index === 4 ? Number(cell) : cell)))] as unknown[][],
    kept: [earnings.header, ...earnings.values] as unknown[][],
    chart: byMonthAndLever(monthsIn(earnings)),
    pane: keptFunds(earnings, tables.held.get('CoopFunds')!, workbookRules()!, '2025-03-01'),
    terminal: terminal.funds,
  };
}

describe('parts of a cent', () => {
  beforeEach(() => provideContext(PLAIN_WORKBOOK));
  const forty = (amount: string, count = 40): Row[] =>
    Array.from({ length: count }, () => ['1234567', MCI, 'Core', 'Coop', amount, '2024-12-31', '']);

  it.each<[string, number, number]>([
    ['0.0044', 40, 0.18],
    ['0.0051', 20, 0.1],
    ['-0.0044', 40, -0.18],
    ['0.005', 1, 0.01],
    ['0.0049', 1, 0],
    ['-0.005', 1, -0.01],
    ['0.0000005', 40, 0],
    ['0.000125', 40, 0.01],
    ['0.000124', 40, 0],
  ])('rows of %s, %d of them, are %d in all, everywhere', async (amount, count, usd) => {
    const { cells, kept, pane, terminal } = await everywhere(forty(amount, count));
    for (const range of [cells, kept]) {
      expect(accrued(range, 'FY25 H1')).toBe(usd);
      expect(ledger(range)[1]![4]).toBe(usd);
      expect(projection(range, 'FY25 H1', '2025-01-31')).toBe(usd);
      expect(usable(range, 'FY25 H1', null, 'converted' as never)).toBe(usd);
    }
    expect([pane[0]!.coop / 100, terminal[0]!.coop]).toEqual([usd, usd]);
  });

  it('add up first and round once: cells, workbook, pane and terminal give the same cent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(centRow, { minLength: 1, maxLength: 60 }), async (rows) => {
        const expected = reference(rows);
        const { cells, kept, pane, terminal } = await everywhere(rows);
        const partners = [...new Set(rows.map(([partner]) => partner))];
        for (const [key, cents] of expected) {
          const [partner, program, half, kind] = key.split('|') as [string, string, string, string];
          for (const range of [cells, kept])
            expect([key, accrued(range, half, partner, kind as never, program)]).toEqual([key, cents / 100]);
        }
        for (const range of [cells, kept]) {
          const told = ledger(range)
            .slice(1)
            .map(([partner, program, half, rebate, coop]) => [partner, program, half, rebate, coop]);
          expect(told).toEqual(
            told.map(([partner, program, half]) => [
              partner,
              program,
              half,
              ...['rebate', 'co-op'].map((kind) => (expected.get([partner, program, half, kind].join('|')) ?? 0) / 100),
            ]),
          );
          const all = partners.map((partner) => expected.get([partner, MCI, 'FY25 H1', 'co-op'].join('|')) ?? 0);
          expect(accrued(range, 'FY25 H1', 'all')).toBe(all.reduce((sum, cents) => sum + cents, 0) / 100);
          expect(Number(usable(range, 'FY25 H1', 'all')) + Number(usable(range, 'FY25 H1', 'all', 'converted' as never))).toBeCloseTo(
            accrued(range, 'FY25 H1', 'all'),
            6,
          );
        }
        const funds = pane.flatMap((half) => half.funds);
        for (const { partnerId, program, half, coop, rebate, rollover } of funds) {
          const figure = (kind: string): number => expected.get([partnerId, program, labelOf(half), kind].join('|')) ?? 0;
          expect([coop, rebate, rollover]).toEqual(['co-op', 'rebate', 'rollover'].map(figure));
        }
        for (const { coop, funds: itsFunds } of pane) expect(coop).toBe(itsFunds.reduce((sum, fund) => sum + fund.coop, 0));
        expect(terminal.map(({ partnerId, program, half, coop, rebate }) => [partnerId, program, half, coop, rebate])).toEqual(
          terminal.map(({ partnerId, program, half }) => [
            partnerId,
            program,
            half,
            ...['co-op', 'rebate'].map((kind) => (expected.get([partnerId, program, half, kind].join('|')) ?? 0) / 100),
          ]),
        );
        expect(terminal).toHaveLength(funds.length);
      }),
      { numRuns: 60 },
    );
  });

  it('a projection rounds once, and so does each number of the chart', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(centRow, { minLength: 1, maxLength: 60 }), async (rows) => {
        const { cells, kept, chart } = await everywhere(rows);
        for (const key of new Set(rows.map(([partner, program]) => `${partner}|${program}`))) {
          const [partner, program] = key.split('|') as [string, string];
          const asked = (range: unknown[][], part: string) => (): number =>
            projection(range, 'FY25 H1', '2024-11-30', partner, part as never, program);
          const expected = projected(rows, partner, program);
          for (const range of [cells, kept]) {
            if (expected.length === 0) expect(asked(range, 'expected')).toThrow(/^No month of FY25 H1 is complete/);
            else
              expect([key, ...['expected', 'low', 'high'].map((part) => asked(range, part)())]).toEqual([
                key,
                ...expected.map((cents) => cents / 100),
              ]);
          }
        }
        const drawn = chart.columns.flatMap(({ month, cents }) =>
          cents.map((amount, index) => [`${month} ${chart.levers[index]!.replace('No lever', '')}`, amount] as const),
        );
        const wanted = charted(rows);
        for (const [key, cents] of drawn) expect([key, cents]).toEqual([key, wanted.get(key) ?? 0]);
        for (const [key, cents] of wanted) if (cents !== 0) expect(drawn.map(([name]) => name)).toContain(key);
      }),
      { numRuns: 100 },
    );
  });

  it('Explain says where a figure was rounded, and what from', () => {
    const range = [HEADER, ...forty('0.0044'), ...forty('0.0051', 20).map(([, ...rest]) => ['7654321', ...rest])];
    const steps = (ask: () => unknown): string => withTrace(ask).trace.steps.join(' ');
    expect(steps(() => accrued(range, 'FY25 H1', '1234567'))).toContain(
      'earned $0.18 (co-op) from Microsoft Commerce Incentives in FY25 H1, rounded once from 0.176.',
    );
    expect(steps(() => accrued(range, 'FY25 H1', 'all'))).toContain(
      'earned $0.28 (co-op) from Microsoft Commerce Incentives in FY25 H1, each rounded separately.',
    );
    expect(steps(() => usable(range, 'FY25 H1', '1234567'))).toContain('earned $0.18 of co-op in FY25 H1, rounded once from 0.176;');
    expect(steps(() => projection(range, 'FY25 H1', '2025-01-31', '7654321'))).toContain(
      '$0.10 of co-op through Jan 31, 2025, rounded once from 0.102;',
    );
    expect(steps(() => accrued([HEADER, ...forty('0.01')], 'FY25 H1'))).not.toContain('rounded');
  });

  it('are kept in CoopEarnings, whatever an earlier version rounded there', async () => {
    const read = await readReports([file('parts.csv', csv([HEADER, ...forty('0.0044')]))]);
    const months = read.months.map(({ kind, first: _first, ...month }) => ({ ...month, isRollover: kind === 'rollover' }));
    const tables = new FakeTables();
    await writeReport(tables, { months: months.map((month) => ({ ...month, micros: 0 })), skipped: [], asOf: null, source: 'parts.csv' });
    expect((await writeReport(tables, { months, skipped: [], asOf: null, source: 'parts.csv' })).changes).toMatchObject([
      { before: 0, after: 176_000 },
    ]);
    expect(tables.rows('CoopEarnings').map((cells) => cells['Amount USD'])).toEqual([0.176]);
    expect((await writeReport(tables, { months, skipped: [], asOf: null, source: 'parts.csv' })).takeBack).toBeNull();
  });

  const ID_HEADER = ['earningId', ...HEADER, 'calculationDate'];
  const readings = (...amounts: [string, string][]) =>
    csv([ID_HEADER, ...amounts.map(([amount, calculated]) => ['e1', '1', MCI, '', 'Coop', amount, '2024-10-31', '', calculated])]);
  it.each<[string, [string, string][], number | null]>([
    [
      'another download shows it rounded',
      [
        ['1.01', '2024-11-01'],
        ['1.0125', '2024-11-01'],
      ],
      1.0125,
    ],
    [
      'the other way round, and no calculation date',
      [
        ['1.0125', ''],
        ['1.01', ''],
      ],
      1.0125,
    ],
    [
      'a third download as well',
      [
        ['1.0125', ''],
        ['1.01', ''],
        ['1.0125', ''],
      ],
      1.0125,
    ],
    [
      'half a cent away from zero',
      [
        ['-0.005', ''],
        ['-0.01', ''],
      ],
      -0.005,
    ],
    [
      'another amount calculated later',
      [
        ['1.0125', '2024-11-01'],
        ['1.01', '2024-12-01'],
      ],
      1.01,
    ],
    [
      'other parts of a cent',
      [
        ['1.0125', ''],
        ['1.0149', ''],
      ],
      null,
    ],
    [
      'another cent',
      [
        ['1.0125', ''],
        ['1.02', ''],
      ],
      null,
    ],
  ])('one earning twice: %s', async (_what, amounts, usd) => {
    const read = await readReports([file('a.csv', readings(...amounts))]);
    expect([read.counted, read.months[0]?.micros ?? null]).toEqual(usd === null ? [0, null] : [1, Math.round(usd * 1e6)]);
    const cells = [
      ID_HEADER,
      ...amounts.map(([amount, calculated]) => ['e1', '1', MCI, '', 'Coop', Number(amount), '2024-10-31', '', calculated]),
    ];
    if (usd === null) expect(() => accrued(cells, 'FY25 H1')).toThrow(/a different date or amount/);
    else expect(accrued(cells, 'FY25 H1')).toBe((Math.sign(usd) * Math.round(Math.abs(usd) * 100)) / 100);
  });

  it('one huge amount sets its own row aside, and a sum beyond what is exact names the row', async () => {
    const read = await readReports([file('a.csv', csv([HEADER, ...forty('1', 2), ...forty('90071992547409.91', 1)]))]);
    expect(read).toMatchObject({ counted: 2, quarantinedRows: 1, quarantined: [{ line: 4 }] });
    await expect(readReports([file('a.csv', csv([HEADER, ...forty('1000000000', 10)]))])).rejects.toThrow(
      /^Line 11 of a\.csv: with this row the amounts exceed \$9,007,199,254\.74/,
    );
  });
});
