import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../src/domain/claims/claim';
import type { Activity } from '../../../src/domain/activities/activity';
import { ownClaims } from '../../../src/planner/funds/own-claims';
import type { PlanningRead } from '../../../src/planner/store/planning-store';
import { aClaim, aFund, anActivity, NAME } from '../../support/planned';
import { planningRead } from '../../support/planning-read';

const MCI = 'Microsoft Commerce Incentives';
const FUND = aFund({ program: MCI, programKey: MCI });

function read(claims: readonly Claim[], activities: readonly Activity[] = [], funds = [FUND]): PlanningRead {
  const kept = <T>(values: readonly T[]) =>
    values.map((value, row) => ({ value, row, troubles: [], base: { row: { id: '', cells: {} } as never, parts: new Map() } }));
  return planningRead({ activities: kept(activities), claims: kept(claims), funds });
}
const ofFund = (change: Partial<Claim>): Claim =>
  aClaim({ fund: { ...NAME, program: MCI, programKey: MCI }, currency: 'USD', rate: null, lines: [], ...change });
const taken = (...claims: Partial<Claim>[]) =>
  ownClaims(read(claims.map((change, n) => ofFund({ id: `C-${n}`, activityId: '', ...change }))), FUND, '2024-04-01');

describe('what our claims take of a fund, as Partner Center counts it', () => {
  it.each<[string, Partial<Claim>[], number]>([
    [
      'undecided claims count as claimed',
      [
        { status: 'submitted', amount: 100_000 },
        { status: 'under review', amount: 20_000 },
        { status: 'action required', amount: 3_000 },
        { status: 'disputed', amount: 400 },
      ],
      123_400,
    ],
    ['an approved one as approved', [{ status: 'approved', amount: 100_000, approved: 80_000 }], 80_000],
    ['an approved one without a figure as claimed', [{ status: 'approved', amount: 100_000, approved: null }], 100_000],
    ['a paid one as paid', [{ status: 'paid', amount: 100_000, approved: 90_000, paid: 89_950 }], 89_950],
    ['one in editing not at all', [{ status: 'editing', amount: 100_000 }], 0],
    [
      'what came to nothing not at all',
      [
        { status: 'rejected', amount: 1_000 },
        { status: 'forfeited', amount: 1_000 },
        { status: 'non-compliant', amount: 1_000 },
      ],
      0,
    ],
    [
      "another fund's not at all",
      [{ status: 'paid', amount: 1_000, fund: { ...NAME, program: MCI, programKey: MCI, partnerId: '7654321' } }],
      0,
    ],
    ['in another currency at its rate', [{ status: 'submitted', amount: 100_000, currency: 'EUR', rate: 1.1 }], 110_000],
  ])('%s', (_, claims, cents) => expect(taken(...claims)).toEqual({ cents, unknown: [] }));

  it('names what no one can count', () =>
    expect(
      taken({ status: 'submitted', amount: 100 }, { status: 'submitted', amount: 5, currency: 'EUR', rate: null, name: 'INV2' }),
    ).toEqual({
      cents: 100,
      unknown: ['The claim "INV2" is in EUR and has no rate to USD, so it isn\'t counted.'],
    }));
  it('leaves out what activities will cost: they are no claims', () =>
    expect(
      ownClaims(
        read(
          [ofFund({ status: 'submitted', amount: 5_000, activityId: '' })],
          [anActivity({ fund: { ...NAME, program: MCI, programKey: MCI }, status: 'done' })],
        ),
        FUND,
        '2024-04-01',
      ),
    ).toEqual({ cents: 5_000, unknown: [] }));
  it('is asked by any spelling of the fund', () =>
    expect(
      ownClaims(
        read([ofFund({ status: 'paid', paid: 700 })]),
        { ...FUND, partnerId: 'MPN 01234567', program: 'microsoft commerce incentives' },
        '2024-04-01',
      )?.cents,
    ).toBe(700));
  it('is not known while the workbook keeps no claim, is still read, or does not hold the fund', () => {
    expect(ownClaims(read([]), FUND, '2024-04-01')).toBeNull();
    expect(ownClaims(read([ofFund({})], [], []), FUND, '2024-04-01')).toBeNull();
  });
});
