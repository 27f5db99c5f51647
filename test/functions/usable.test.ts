import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accrued } from '../../src/functions/accrued';
import { usable } from '../../src/functions/usable';
import { earning, opened, report } from '../cases/sample-report';
import { complaint, show } from '../support/custom-functions';

const asked = (range: unknown, ...rest: unknown[]) => show(usable, range, ...rest);
const DIRECT = 'CSP Direct Bill Partner';

describe('USABLE', () => {
  it.each([
    ['F2', ['FY25 H1', '1234567'], 10020],
    ['F4', ['FY25 H1', '7654321'], 0],
    ['F4', ['FY25 H1', '7654321', 'converted'], 9999.99],
    ['F4', ['FY25 H1', '7654321', 'shortfall'], 0.01],
    ['F5', ['FY25 H2', '7654321', 'converted'], 650],
    ['all', ['FY25 H1', 'all', 'converted'], 9999.99],
    ['amount', ['FY25 H1', '1234567', 'amount'], 10000],
    ['a row of another half only', ['FY25 H2', 'all', 'shortfall'], 19350],
    ['no row at all', ['FY25 H2', '1234567', 'shortfall'], 10000],
  ])('%s: of the sample, %j is %d', (_, args, amount) => expect(asked(opened(), ...args)).toBe(amount));

  it.each([
    ['T31', [[9999.99]], 'FY24 H2', 'MCI', 0],
    ['T31', [[10000]], 'FY24 H2', 'MCI', 10000],
    ['T32', [[4000]], 'FY20 H2', DIRECT, 0],
    ['T32', [[4000.01]], 'FY20 H2', DIRECT, 4000.01],
    ['T32', [[5000]], 'FY20 H2', DIRECT, 5000],
    ['T33: two Partner IDs are not added', [[6000], [6000]], 'FY24 H2', 'MCI', 0],
    ['T34: two levers are', [[6000, 5000]], 'FY24 H2', 'MCI', 11000],
  ])('%s: co-op of %j in %s, %s, is usable to %d', (_, perPartner, half, program, amount) => {
    const date = half === 'FY20 H2' ? '2020-02-03' : '2024-02-03';
    const rows = perPartner.flatMap((amounts, id) => amounts.map((one) => earning({ id: id + 1, program, date, amount: one })));
    expect(asked(report(...rows), half, 'all', null, program)).toBe(amount);
  });

  it('T36: a threshold holds for each half', () => {
    const halves = report(earning({ date: '2023-12-31', amount: 6000 }), earning({ date: '2024-01-01', amount: 5000 }));
    expect(asked(halves, 'FY24 H1', null, 'converted')).toBe(6000);
    expect(asked(halves, 'FY24 H2', null, 'converted')).toBe(5000);
  });

  it('converts a negative accrual whole', () => expect(asked(report(earning({ amount: -30 })), 'FY24 H2', null, 'converted')).toBe(-30));
  it('is #N/A where no threshold is known', () => {
    expect(complaint(usable, report(earning({ program: 'Zzyzx' })), 'FY24 H2', null, null, 'Zzyzx')).toMatch(/^#N\/A.*Zzyzx/);
    expect(asked(report(earning({ program: 'OSA' })), 'FY24 H2', null, null, 'OSA')).toBe('#N/A');
  });
  it('needs a Partner ID where the report holds several', () => expect(asked(opened(), 'FY25 H1')).toBe('#VALUE!'));
  it('refuses a row it cannot read', () =>
    expect(complaint(usable, report(earning(), earning({ amount: 'x' })), 'FY24 H2')).toMatch(/^#VALUE! Row 3/));
  it('refuses the status, which is no amount', () => expect(asked(opened(), 'FY25 H1', '1234567', 'status')).toBe('#VALUE!'));

  it('usable and converted add up to what accrued, for any rows', () => {
    const rows = fc.array(fc.record({ id: fc.constantFrom('1', '2', '3'), amount: fc.integer({ min: -1_000_000, max: 2_000_000 }).map((cents) => cents / 100) }));
    fc.assert(fc.property(rows, (earnings) => {
      const range = report(...earnings.map(earning));
      const [use, convert, all] = [asked(range, 'FY24 H2', 'all'), asked(range, 'FY24 H2', 'all', 'converted'), show(accrued, range, 'FY24 H2', 'all')];
      expect(Math.round((use as number) * 100) + Math.round((convert as number) * 100)).toBe(Math.round((all as number) * 100));
    }));
  });
});
