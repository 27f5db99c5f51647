import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../support/custom-functions';
import { serialOf } from '../../../src/domain/calendar/day';
import { microsOf } from '../../../src/domain/money/money';
import { labelOf } from '../../../src/domain/calendar/half';
import { Problem } from '../../../src/domain/problem';
import { fundsOf } from '../../../src/reports/funds';
import { readReports } from '../../../src/reports/import/read-reports';
import { ledgerOf } from '../../../src/reports/range/ledger';
import { ANY_DAY } from '../../../src/reports/range/question';
import { readRows } from '../../../src/reports/range/rows';
import { ALL_KINDS, select } from '../../../src/reports/range/select';
import { rulesOn } from '../../../src/rulebook/rules-on';
import { toWrite } from '../../../src/planner/funds/import-session';
import { planEarnings } from '../../../src/storage/funds/plan-earnings';
import { planFunds } from '../../../src/storage/funds/funds-table';
import { written } from '../../../src/storage/new-cells';
import { csv, file, SAMPLE_BYTES, small, SMALL_HEADER, smallRow, utf16 } from '../../support/report-files';

const funds = (read: Awaited<ReturnType<typeof readReports>>) => fundsOf(read, (day) => rulesOn(day), '2025-01-31');
/** Texts that hurt: separators, quotes, breaks, beginnings of formulas. */
const nasty = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('"', ',', '\n', '\r', ';', '\t', '=', '+', '-', '@', "'", ' ', 'a', '1', '\0', '\uFEFF', 'é', '–', '|'),
    maxLength: 12,
  }),
  fc.constantFrom(
    '=HYPERLINK("http://x","y")',
    '+1+1',
    "-2+3+cmd|' /C calc'!A0",
    '@SUM(1)',
    '\t=1',
    '\r=1',
    ' =1',
    '＝1',
    "'=1",
    '-30.00',
    '0012',
  ),
);

describe('reading anything', () => {
  it('ends with an import or a Problem, whatever the bytes', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ maxLength: 300 }).map((text) => new TextEncoder().encode(text)),
      fc.uint8Array({ maxLength: 60 }).map((rest) => Uint8Array.from([0x50, 0x4b, 3, 4, ...rest])),
      fc.tuple(fc.nat(SAMPLE_BYTES.length - 1), fc.uint8Array({ maxLength: 20 })).map(([position, patch]) => {
        const spoiled = SAMPLE_BYTES.slice();
        spoiled.set(patch.subarray(0, spoiled.length - position), position);
        return spoiled;
      }),
      fc
        .tuple(fc.array(fc.array(nasty, { maxLength: 9 }), { maxLength: 8 }), fc.constantFrom(',', ';', '\t'))
        .map(([rows, delimiter]) => utf16([SMALL_HEADER, ...rows].map((row) => row.join(delimiter)).join('\n'), 'le', true)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 400 }), async (given, piece) => {
        try {
          const read = await readReports([file('x', given, piece)]);
          expect(read.counted + read.repeats.rows + read.claims.rows + read.quarantinedRows).toBe(read.rows);
          funds(read);
        } catch (thrown) {
          if (!(thrown instanceof Problem)) throw thrown;
          expect(thrown.message).not.toMatch(/\n|undefined|NaN/);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('takes any cells', async () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.array(fc.anything(), { maxLength: 9 }), { maxLength: 6 }), async (rows) => {
        const read = await readReports([{ name: 'x', cells: [SMALL_HEADER, ...rows] }]);
        expect(read.counted + read.repeats.rows + read.claims.rows + read.quarantinedRows).toBe(read.rows);
      }),
    ));
});

describe('good rows', () => {
  const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => (cents / 100).toFixed(2));
  /** A line that is no row, or no row that can be counted. */
  const bad = fc.oneof(
    fc.constantFrom(
      '',
      ',,,,,,,',
      'x,"1,2',
      '"',
      'a,b,c',
      'x,1,MCI,Coop,soon,,5,',
      'x,"1,MCI,Coop,2024-10-31,,5,"Contoso',
      '"x,1,MCI',
      'Total,,,,,,5,',
    ),
    fc.string({ unit: fc.constantFrom('"', ',', 'a', '1', ' '), maxLength: 20 }),
  );

  it('are never lost, whatever stands between them', async () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(amount, fc.array(bad, { maxLength: 3 })), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 3000 }),
        async (rows, piece) => {
          // good rows are unquoted: two stray marks may hold them, as nothing in the file then tells
          const lines = rows.flatMap(([usd, between], n) => [...between, smallRow({ id: `good-${n}`, amount: usd }).join(',')]);
          const read = await readReports([file('x', `${SMALL_HEADER.join(',')}\n${lines.join('\n')}\n`, piece)]);
          expect(
            read.months
              .filter(({ month, partnerId }) => month === '2024-10' && partnerId === '1234567')
              .reduce((sum, { micros }) => sum + micros, 0),
          ).toBe(rows.reduce((sum, [usd]) => sum + microsOf(usd)!, 0));
        },
      ),
      { numRuns: 300 },
    ));

  it('read the same in pieces of any length, packing aside', async () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(nasty, amount), { maxLength: 20 }),
        fc.integer({ min: 1, max: 500 }),
        fc.constantFrom('\n', '\r\n'),
        async (rows, piece, newline) => {
          const text = csv([SMALL_HEADER, ...rows.map(([lever, usd], n) => smallRow({ id: `${n}`, lever, amount: usd }))], ',', newline);
          const whole = await readReports([file('x', text, 1_000_000)]);
          expect(await readReports([file('x', text, piece)])).toEqual(whole);
          expect(whole).toMatchObject({ rows: rows.length, counted: rows.length, quarantinedRows: 0 });
        },
      ),
      { numRuns: 200 },
    ));
});

describe('what is written to cells', () => {
  it('is never a formula', async () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(nasty, nasty, nasty, nasty), { minLength: 1, maxLength: 10 }), async (rows) => {
        const text = csv([
          SMALL_HEADER,
          ...rows.map(([partner, program, type, lever], n) => smallRow({ id: `${n}`, partner, program, type, lever })),
        ]);
        const read = await readReports([file('x', text)]);
        const { months, ...origin } = toWrite(read);
        const reported = { covered: new Set<string>(), changed: new Set<string>(), replaced: new Set<string>(), skipped: new Map() };
        for (const { add } of [planEarnings(null, months).change, planFunds(null, months, reported, origin, { header: [] })]) {
          expect(add.length > 0).toBe(months.length > 0);
          for (const cell of add.flat()) if (typeof cell === 'string' && cell !== '') expect(written(cell)).toBe(`'${cell}`);
          // no name of a report is part of a formula: each column has one for all rows
          const formulas = add.map((row) => row.map((cell) => (typeof cell === 'object' && cell ? cell.formula : null)));
          for (const row of formulas) expect(row).toEqual(formulas[0]);
        }
      }),
      { numRuns: 200 },
    ));
});

describe('a file and the same rows in cells', () => {
  const row = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', ''),
    partner: fc.constantFrom('1', '01', 'MPN 2', '3', '', 'Total'),
    program: fc.constantFrom('MCI', 'Microsoft Commerce Incentives', 'CSP Direct Bill Partner', 'Moon', ''),
    type: fc.constantFrom('Coop', 'Co-op', 'Rebate', 'IndirectRebate', 'Claim', 'Fee', ''),
    date: fc.constantFrom('2024-10-31T00:00:00.000Z', '2025-01-01', '2024-12-31T23:59:59-08:00', 'soon', ''),
    calculated: fc.constantFrom('2024-11-16T02:10:11.000Z', '2024-11-17', ''),
    amount: fc.constantFrom('10', '-5.55', '7000', 'x'),
    reason: fc.constantFrom('', 'Co-op rollover', 'Ops Adjustment'),
  });
  const HEADER = [...SMALL_HEADER, 'reasonCode'];
  /** An earning has one reason, whatever row of it is read. */
  const REASON: Record<string, string> = { a: 'Co-op rollover', b: 'Ops Adjustment', c: '', d: 'Co-op rollover' };

  it('make the funds of COOP.LEDGER', async () =>
    fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 25 }), async (given) => {
        const cells = [HEADER, ...given.map((parts) => [...smallRow({ ...parts, lever: '' }), REASON[parts.id] ?? parts.reason])];
        const rows = readRows(cells);
        const { entries, unplaced } = ledgerOf(
          rows,
          select(rows, { program: null, partner: null, kinds: ALL_KINDS, apart: true, ...ANY_DAY }),
        );
        const read = await readReports([file('x', csv(cells))]);
        const essence = (
          list: {
            program: string;
            half: { fiscalYear: number; half: 1 | 2 };
            rebate: number;
            coop: number;
            counted: number;
            repeats: number;
            skipped: number;
          }[],
        ) =>
          list.map(({ program, half, rebate, coop, counted, repeats, skipped }) => ({
            program,
            half: labelOf(half),
            rebate,
            coop,
            counted,
            repeats,
            skipped,
          }));
        expect(essence(funds(read))).toEqual(essence(entries.map((entry) => ({ ...entry, program: entry.program.shown }))));
        expect(read.unplaced).toBe(unplaced);
      }),
      { numRuns: 500 },
    ));

  it('differ for an earning that has its reason in one of two rows: a file takes them for one, as another may lack that column', async () => {
    const cells = [
      HEADER,
      [...smallRow({ type: 'Rebate', amount: '10' }), 'Co-op rollover'],
      [...smallRow({ type: 'Rebate', amount: '10' }), ''],
    ];
    const rows = readRows(cells);
    const { entries } = ledgerOf(rows, select(rows, { program: null, partner: null, kinds: ALL_KINDS, apart: true, ...ANY_DAY }));
    expect(entries).toMatchObject([{ rebate: 1000, counted: 2, repeats: 0 }]);
    expect(funds(await readReports([file('x', csv(cells))]))).toMatchObject([{ rebate: 0, rollover: 1000, counted: 1, repeats: 1 }]);
  });

  it('hold dates as serials too', async () => {
    const cells = [
      SMALL_HEADER,
      smallRow().map((cell, index) => (index === 4 ? serialOf('2024-10-31') + 0.4 : index === 6 ? 12.5 : index === 1 ? 1234567 : cell)),
    ];
    const fromFile = await readReports([file('x', small(smallRow({ amount: '12.5' })))]);
    expect((await readReports([{ name: 'x', cells }])).months).toEqual(fromFile.months);
  });
});
