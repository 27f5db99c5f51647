import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accrued } from '../../src/functions/accrued';
import { earned } from '../../src/functions/earned';
import { earnings } from '../../src/functions/earnings';
import { ledger } from '../../src/functions/ledger';
import { projection } from '../../src/functions/projection';
import { usable } from '../../src/functions/usable';
import { ask, show } from '../support/custom-functions';

const HEADER = ['earningId', 'MPN ID', 'Program', 'Earning type', 'Earned date', 'Amount USD', 'lever', 'reasonCode', 'calculationDate'];
const MCI = 'Microsoft Commerce Incentives';
const IDS = ['1234567', '7654321'];
const PROGRAMS = [MCI, 'Surface'];
const LEVERS = ['Azure CSP Customer Adds', 'Core – Modern Work & Security billed revenue', 'Own lever', ''];
const TYPES = ['Coop', 'Adjustment-Coop', 'Rebate', 'IndirectRebate', 'Adjustment-Rebate', 'Fee', 'Claim'];
const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];

/** A row, and what it says, for the reference. */
interface Row {
  id: string;
  partner: string;
  program: string;
  type: string;
  day: string;
  cents: number;
  lever: string;
  reason: string;
  /** Whole days of 2025 after its first; each row has another minute. */
  calculated: number;
}

const row: fc.Arbitrary<Row> = fc.record({
  id: fc.constantFrom('a1', 'a2', 'a3', 'a4', ''),
  partner: fc.constantFrom(...IDS),
  program: fc.constantFrom(...PROGRAMS),
  type: fc.constantFrom(...TYPES),
  day: fc
    .tuple(fc.constantFrom(...MONTHS), fc.integer({ min: 1, max: 28 }))
    .map(([month, n]) => `2024-${month}-${String(n).padStart(2, '0')}`),
  cents: fc.integer({ min: -300_000, max: 900_000 }),
  lever: fc.constantFrom(...LEVERS),
  reason: fc.constantFrom('', '', 'Co-op rollover'),
  calculated: fc.integer({ min: 0, max: 40 }),
});
const rows = fc.array(row, { maxLength: 14 });
/** A row of each Partner ID that counts, since a list of what counts can't tell of an ID with nothing but claims. */
const EACH: readonly Row[] = IDS.map((partner) => ({
  id: '',
  partner,
  program: MCI,
  type: 'Coop',
  day: '2024-01-10',
  cents: 100,
  lever: '',
  reason: '',
  calculated: 0,
}));

const instantOf = ({ calculated }: Row, index: number): string =>
  new Date(Date.UTC(2025, 0, 1 + calculated, 12, index)).toISOString().replace('.000Z', 'Z');
const reportOf = (given: readonly Row[]): unknown[][] => [
  HEADER,
  ...given.map((each, index) => [
    each.id,
    each.partner,
    each.program,
    each.type,
    each.day,
    each.cents / 100,
    each.lever,
    each.reason,
    instantOf(each, index),
  ]),
];

/** By the written definitions: of one ID, Partner ID, program and type, what was calculated last by a day; rows without ID all count. */
function known(given: readonly Row[], by = '9999'): Row[] {
  const newest = new Map<string, { row: Row; instant: string }>();
  given.forEach((each, index) => {
    const instant = instantOf(each, index);
    if (instant.slice(0, 10) > by || each.type === 'Claim') return;
    const isRollover = kindOf(each) === 'rollover';
    const key = each.id === '' ? `row ${index}` : [each.id, each.partner, each.program, each.type, isRollover].join('|');
    const other = newest.get(key);
    if (!other || other.instant < instant) newest.set(key, { row: each, instant });
  });
  return [...newest.values()].map((found) => found.row);
}

function kindOf({ type, reason }: Row): string {
  if (type.endsWith('Coop')) return 'co-op';
  if (!type.endsWith('Rebate')) return 'other';
  return reason === '' ? 'rebate' : 'rollover';
}

const total = (given: readonly Row[]): number => given.reduce((sum, { cents }) => sum + cents, 0);
const cents = (dollars: unknown): number => Math.round(Number(dollars) * 100);
const BY = ['2025-01-01', '2025-01-10', '2025-01-20', '2025-01-30', '2025-02-15'];

describe('EARNINGS', () => {
  it('law: ACCRUED, USABLE, LEDGER, and PROJECTION over what it gives equal those over the report', () =>
    fc.assert(
      fc.property(rows, fc.constantFrom('FY24 H2', 'FY25 H1'), fc.constantFrom(...IDS, 'all'), (given, half, partner) => {
        const report = reportOf([...EACH, ...given]);
        for (const which of ['counted', 'all']) {
          const list = ask(earnings, report, which);
          for (const type of ['co-op', 'rebate', 'rollover', 'all']) {
            for (const program of PROGRAMS) {
              expect(show(accrued, list, half, partner, type, program)).toEqual(show(accrued, report, half, partner, type, program));
            }
          }
          expect(show(usable, list, half, partner)).toEqual(show(usable, report, half, partner));
          const sums = (range: unknown): unknown => (show(ledger, range, half) as unknown[][]).map((line) => line.slice(0, 12));
          expect(sums(list)).toEqual(sums(report));
          // A version that was replaced still shows how far the report goes, and is only in the list of all.
          const isReplaced = (ask(earnings, report, 'not counted') as unknown[][]).some((line) => String(line[10]).startsWith('replaced'));
          if (which === 'counted' && isReplaced) continue;
          for (const day of ['2024-04-30', '2024-06-30', '2024-09-30', '2024-12-31']) {
            for (const part of ['expected', 'low', 'shortfall', 'needed per month', 'pace', 'actual']) {
              expect(show(projection, list, half, day, partner, part)).toEqual(show(projection, report, half, day, partner, part));
            }
          }
        }
      }),
      { numRuns: 60 },
    ));

  it('law: lists each row once, as counted or with a reason; what it lists again changes nothing', () =>
    fc.assert(
      fc.property(rows, fc.constantFrom(null, ...BY), (given, by) => {
        const report = reportOf(given);
        const [, ...counted] = ask(earnings, report, 'counted', by) as unknown[][];
        const [, ...others] = ask(earnings, report, 'not counted', by) as unknown[][];
        const [, ...all] = ask(earnings, report, 'all', by) as unknown[][];
        const byRow = (a: unknown[], b: unknown[]): number => Number(a[9]) - Number(b[9]);
        expect([...counted, ...others].sort(byRow)).toEqual(all);
        expect(all.map((line) => line[9])).toEqual(given.map((_, index) => index + 2));
        expect(others.map((line) => line[10])).not.toContain('counted');
        expect(cents(counted.reduce((sum, line) => sum + Number(line[6]), 0))).toBe(total(known(given, by ?? undefined)));
        const withoutRow = (lines: unknown[][]): unknown[][] => lines.map((line) => line.filter((_, column) => column !== 9));
        const [, ...again] = ask(earnings, ask(earnings, report, 'counted', by), 'all') as unknown[][];
        expect(withoutRow(again)).toEqual(withoutRow(counted));
      }),
    ));

  it('says why a row does not count', () => {
    const version = { id: 'a1', partner: IDS[0]!, program: MCI, type: 'Coop', day: '2024-03-10', lever: '', reason: '' };
    const report = reportOf([
      { ...version, cents: 100, calculated: 0 },
      { ...version, cents: 100, calculated: 3 },
      { ...version, cents: 200, day: '2024-04-10', calculated: 5 },
      { ...version, id: 'c1', type: 'Claim', cents: 50, calculated: 1 },
      { ...version, id: 'a2', cents: 70, calculated: 20 },
      { ...version, id: 'a3', cents: 70, calculated: 2 },
      { ...version, id: 'a3', cents: 70, calculated: 2 },
    ]);
    report.push(['a9', IDS[0], MCI, 'Coop', 'soon', 1, '', '', '2025-01-01']);
    const reasons = (ask(earnings, report, 'all', '2025-01-10') as unknown[][]).slice(1).map((line) => line[10]);
    expect(reasons).toEqual([
      'replaced by row 4',
      'replaced by row 4',
      'counted',
      'claim: a payment',
      'calculated later',
      'counted',
      'duplicate of row 7',
      'unreadable: earning date',
    ]);
  });

  it('keeps what a row says that cannot be counted, so that it stays uncounted in what is built on the list', () => {
    const foreign = [
      ['MPN ID', 'Program', 'Earning type', 'Earned date', 'earningAmount', 'transactionCurrency'],
      [IDS[0], MCI, 'Coop', '2024-03-10', 6000, 'GBP'],
      [IDS[0], MCI, 'Coop', '2024-03-10', 3000, 'USD'],
      [IDS[0], MCI, 'Coop', '2024-03-10', '3,000', 'USD'],
    ];
    const list = ask(earnings, foreign, 'all') as unknown[][];
    expect(list.slice(1).map((line) => [line[6], line[10]])).toEqual([
      ['GBP 6000', 'not in US dollars'],
      [3000, 'counted'],
      ['3,000', 'unreadable: amount'],
    ]);
    expect(show(accrued, list, 'FY24 H2')).toBe('#VALUE!');
    expect(show(accrued, ask(earnings, foreign), 'FY24 H2')).toBe(3000);
  });
});

describe('EARNED', () => {
  it('law: over any partition of the time, levers, types, and IDs it adds up to ACCRUED', () =>
    fc.assert(
      fc.property(rows, (given) => {
        const report = reportOf(given);
        const held = IDS.filter((partner) => given.some((each) => each.partner === partner));
        for (const type of ['co-op', 'rebate', 'rollover', 'all']) {
          let sum = 0;
          for (const partner of held) {
            for (const month of MONTHS.slice(0, 6)) {
              for (const lever of [...LEVERS.slice(0, 3), 'none']) {
                if (lever === 'Own lever' && !given.some((each) => each.lever === lever)) continue;
                sum += cents(ask(earned, report, `2024-${month}-01`, null, partner, type, lever));
              }
            }
          }
          expect(sum).toBe(cents(show(accrued, report, 'FY24 H2', 'all', type)));
        }
      }),
      { numRuns: 40 },
    ));

  it('law: knows on five days what a small reference knows, and all of it at last', () =>
    fc.assert(
      fc.property(rows, fc.constantFrom(...MONTHS), fc.constantFrom(...LEVERS.slice(0, 2), 'none', null), (given, month, lever) => {
        const report = reportOf(given);
        for (const by of [...BY, null]) {
          for (const partner of IDS.filter((id) => given.some((each) => each.partner === id))) {
            for (const type of ['co-op', 'rebate', 'rollover', 'all', 'adjustment']) {
              const wanted = known(given, by ?? undefined).filter(
                (each) =>
                  each.partner === partner &&
                  each.program === MCI &&
                  each.day.startsWith(`2024-${month}`) &&
                  (lever === null || each.lever === (lever === 'none' ? '' : lever)) &&
                  (type === 'all' ||
                    (type === 'adjustment' ? each.type.startsWith('Adjustment') && kindOf(each) !== 'rollover' : kindOf(each) === type)),
              );
              expect(cents(ask(earned, report, `2024-${month}-01`, null, partner, type, lever, null, by))).toBe(total(wanted));
            }
          }
        }
      }),
      { numRuns: 60 },
    ));

  it('keeps parts of a cent, so that parts add up to what ACCRUED rounds once', () => {
    const report = [HEADER, ...[0.004, 0.004].map((amount, n) => [`${n}`, IDS[0], MCI, 'Coop', `2024-0${n + 1}-10`, amount, '', '', ''])];
    expect(['2024-01-01', '2024-02-01'].map((month) => show(earned, report, month))).toEqual([0.004, 0.004]);
    expect(show(accrued, report, 'FY24 H2')).toBe(0.01);
  });
});
