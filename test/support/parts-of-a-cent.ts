import fc from 'fast-check';

// Reports whose amounts have parts of a cent, and what they come to, worked out in whole numbers alone.

/** Its columns. */
export const HEADER = ['participantId', 'programName', 'lever', 'earningType', 'earningAmountUSD', 'earningDate', 'reasonCode'];
export const MCI = 'Microsoft Commerce Incentives';
const DIRECT = 'CSP Direct Bill Partner';
/** A row of such a report. */
export type Row = [partner: string, program: string, lever: string, type: string, amount: string, date: string, reason: string];

/** An amount's millionths. */
function microsOf(amount: string): bigint {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount)!;
  return BigInt(`${sign}${whole}${fraction.padEnd(6, '0')}`);
}

/** Millionths divided and rounded once, half a cent away from zero. */
function centsOf(micros: bigint, count = 1n): number {
  const unit = 10_000n * count;
  const size = ((micros < 0n ? -micros : micros) * 2n + unit) / (unit * 2n);
  return Number(micros < 0n ? -size : size) + 0;
}

/** What a report comes to by Partner ID, program, half and kind, in cents. */
export function reference(rows: readonly Row[]): Map<string, number> {
  const sums = new Map<string, bigint>();
  for (const [partner, program, , type, amount, date, reason] of rows) {
    const micros = microsOf(amount);
    const half = date < '2025' ? 'FY25 H1' : 'FY25 H2';
    const kind = type === 'Coop' ? 'co-op' : reason === '' ? 'rebate' : 'rollover';
    for (const asked of [kind, 'all']) {
      const key = [partner, program, half, asked].join('|');
      sums.set(key, (sums.get(key) ?? 0n) + micros);
    }
  }
  return new Map([...sums].map(([key, micros]) => [key, centsOf(micros)]));
}

/** What the months of FY25 H1 complete on 2024-11-30 make of the half: expected, low and high, in cents; nothing where no month is. */
export function projected(rows: readonly Row[], partner: string, program: string): number[] {
  const until = rows.filter(({ 5: date }) => date <= '2024-11-30');
  if (until.length === 0) return [];
  const last = until.some(({ 5: date }) => date >= '2024-11-01') ? 11 : 10;
  const months = [0n, 0n, 0n, 0n, 0n].slice(0, last - 6);
  for (const [itsPartner, itsProgram, , type, amount, date] of until)
    if (itsPartner === partner && itsProgram === program && type === 'Coop') months[Number(date.slice(5, 7)) - 7]! += microsOf(amount);
  const [sum, count, left] = [months.reduce((all, micros) => all + micros, 0n), BigInt(months.length), BigInt(6 - months.length)];
  const [least, most] = [months.reduce((a, b) => (a < b ? a : b)), months.reduce((a, b) => (a > b ? a : b))];
  return [centsOf(sum * count + sum * left, count), centsOf(sum + least * left), centsOf(sum + most * left)];
}

/** Co-op by month and lever, all Partner IDs and programs together, in cents. */
export function charted(rows: readonly Row[]): Map<string, number> {
  const sums = new Map<string, bigint>();
  for (const [, , lever, type, amount, date] of rows) {
    const key = `${date.slice(0, 7)} ${lever}`;
    if (type === 'Coop') sums.set(key, (sums.get(key) ?? 0n) + microsOf(amount));
  }
  return new Map([...sums].map(([key, micros]) => [key, centsOf(micros)]));
}

/** Rows with amounts of all kinds: below a cent, in the millions, exactly half a cent, whole cents. */
export const centRow: fc.Arbitrary<Row> = fc
  .tuple(
    fc.constantFrom('1234567', '7654321'),
    fc.constantFrom(MCI, DIRECT),
    fc.constantFrom('Core', 'Growth', ''),
    fc.constantFrom('Coop', 'Rebate'),
    fc
      .oneof(
        fc.integer({ min: -9999, max: 9999 }).map((n) => n / 1e6),
        fc.integer({ min: -3e9, max: 9e9 }).map((n) => n / 1e6),
        fc.integer({ min: -99, max: 99 }).map((n) => (n * 2 + 1) / 200),
        fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 100),
      )
      .map((n) =>
        n
          .toFixed(6)
          .replace(/\.?0+$/, '')
          .replace(/^-0$/, '0'),
      ),
    fc.constantFrom('2024-10-31', '2024-11-01', '2024-12-31', '2025-01-01'),
    fc.constantFrom('', '', 'Co-op rollover'),
  )
  .map((row) => (row[3] === 'Coop' ? ([...row.slice(0, 6), ''] as unknown as Row) : row));
