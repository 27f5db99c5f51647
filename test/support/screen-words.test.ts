import { describe, expect, it } from 'vitest';
import { ANY, faultsIn, inCurrency, readAll, type Known } from './screen-words';

interface Facts {
  free: number;
  deadline: string;
  status: string;
}
const FACTS: Facts = { free: 178_790, deadline: '2026-02-15', status: 'Usable' };
const KNOWN: readonly Known<Facts>[] = [
  ['Free: {usd}', ({ free }) => [free]],
  ['Status: {any}', ({ status }) => [status]],
  ['Claims through {day} ({n} days left).', ({ deadline }) => [deadline, ANY]],
  ['{usd} has lapsed.', () => false],
];
const faults = (...lines: string[]): string[] => faultsIn({ lines }, KNOWN, FACTS);

describe('the words on a screen', () => {
  it('are held to what they are to say', () => {
    expect(faults('Free: $1,787.90', 'Status: Usable', 'Bring in a report. Claims through Feb 15, 2026 (78 days left).')).toEqual([]);
    expect(faults('Free: $1,787.91')).toEqual(['Free: $1,787.91 is to say 178790']);
    expect(faults('Claims through Feb 16, 2026 (78 days left).')).toEqual([
      'Claims through Feb 16, 2026 (78 days left). is to say 2026-02-15, Symbol(any)',
    ]);
    expect(faults('Status: Lapsing')).toEqual(['Status: Lapsing is to say Usable']);
    expect(faults('$5.00 has lapsed.')).toEqual(['not to be shown: $5.00 has lapsed.']);
  });

  it('are known wherever they say a number, a day, or a status', () => {
    expect(faults('Left: $1,787.90', 'Ends on Feb 15, 2026', '3 claims', 'Free: $1,787.90 or so', 'Add a name')).toEqual([
      'not known: Left: $1,787.90',
      'not known: Ends on Feb 15, 2026',
      'not known: 3 claims',
      'not known: Free: $1,787.90 or so',
    ]);
    expect(faultsIn({ lines: ['Status: Usable'] }, KNOWN.slice(0, 1), FACTS)).toEqual(['not known: Status: Usable']);
  });

  it('are read one sentence and one amount at a time', () => {
    const known: readonly Known<null>[] = [
      ['Cost {usd}', () => [900]],
      ['your share {usd}', () => [200]],
      ['{own}', () => [inCurrency(740, 'EUR')]],
      ['{usd} is {usd} more than the {usd} remaining.', () => [900, 300, 600]],
      ['{n} more issues.', () => [2]],
    ];
    const lines = ['Cost $9.00, your share $2.00, EUR 7.40', 'Blocked: $9.00 is $3.00 more than the $6.00 remaining. 2 more issues.'];
    expect(faultsIn({ lines }, known, null)).toEqual([]);
  });

  it('are amounts, days, and names', () => {
    expect(readAll('usd', '-$1,309.44 of $5.00')).toEqual([-130_944, 500]);
    expect(readAll('own', 'EUR -7.40, $3.00')).toEqual(['EUR -740', 'USD 300']);
    expect(readAll('day', 'from Jan 1, 2025 to Dec 31, 2025')).toEqual(['2025-01-01', '2025-12-31']);
    expect(readAll('fund', 'FY25 H1 co-op of Microsoft Commerce Incentives, Partner ID 1234567; FY26 H2 · 7654321')).toEqual([
      '1234567 FY25 H1',
      '7654321 FY26 H2',
    ]);
    expect(readAll('claim', '"Claim C-000003"')).toEqual(['C-000003']);
  });
});
