import { beforeEach, describe, expect, it } from 'vitest';
import { workbookRules } from '../../../src/cells/workbook-rules';
import { provideContext } from '../../../src/cells/context';
import { CLAIM_STATUSES, type Claim } from '../../../src/domain/claims/claim';
import type { Day } from '../../../src/domain/calendar/day';
import { viewOf } from '../../../src/planner/claims/claim-view';
import { describeDeadline } from '../../../src/planner/claims/deadline-text';
import { foundBy, inOrder, turnOf, type ListedClaim, type Turn } from '../../../src/planner/claims/order-claims';
import type { CellTrouble, Stored } from '../../../src/planner/store/planning-store';
import { claimOf, DAYS, FY24_H1, invoice } from '../../support/claims';
import { activity } from '../../support/records';
import { planningRead } from '../../support/planning-read';

const TROUBLE: CellTrouble = { column: 'Amount', found: 'a lot', sentence: 'Amount: "a lot" is not an amount.' };
const kept = (value: Claim, troubles: readonly CellTrouble[] = []): Stored<Claim> => ({ value, row: 0, troubles, base: [] as never });
const listed = (claims: readonly Stored<Claim>[], asOf: Day): ListedClaim[] => {
  const read = planningRead({ claims, funds: [{ ...FY24_H1, earned: 1_002_000, usable: 1_002_000, ...DAYS }] });
  return claims.map((stored) => ({ stored, view: viewOf(stored.value, read, workbookRules()!, asOf) }));
};
const listedOne = (parts: Partial<Claim>, asOf: Day): ListedClaim =>
  listed([kept(claimOf({ since: parts.status === 'editing' ? null : '2024-03-01', submittedOn: '2024-03-01', ...parts }))], asOf)[0]!;

describe('the order of the claims', () => {
  beforeEach(() => provideContext({ dateSystem: 1900, ownRules: [] }));

  it.each<[string, Partial<Claim>, Day, Turn, string | null]>([
    [
      'far from its deadline',
      { status: 'editing' },
      '2024-08-01',
      'action',
      'Submit by Aug 15, 2024 (Thursday), 23:59:59 UTC. 14 days left.',
    ],
    [
      'the day before those two weeks',
      { status: 'editing' },
      '2024-07-31',
      'preparation',
      'Submit by Aug 15, 2024 (Thursday), 23:59:59 UTC. 15 days left.',
    ],
    [
      'forfeited and not written down',
      { status: 'editing' },
      '2024-08-16',
      'action',
      'Not submitted by the claim deadline, Aug 15, 2024 (Thursday), 23:59:59 UTC. Record it as forfeited.',
    ],
    ['without a fund', { status: 'editing', fund: null, end: null }, '2024-08-01', 'preparation', null],
    ['reviewed in time', { status: 'submitted' }, '2024-03-31', 'Microsoft', 'Under review; decision expected by Mar 31, 2024 (last day).'],
    [
      'reviewed too late',
      { status: 'under review' },
      '2024-04-01',
      'action',
      'No decision yet; it was expected by Mar 31, 2024 (1 day ago). Ask Microsoft for an update.',
    ],
    [
      'however long the deadline',
      { status: 'action required' },
      '2024-03-02',
      'action',
      'Complete and resubmit by Sep 30, 2024 (Monday), 23:59:59 UTC. 212 days left. It must be approved by then, and a review can take 30 days: resubmit by Aug 31, 2024 to be safe.',
    ],
    [
      'non-compliant and not written down',
      { status: 'action required' },
      '2024-10-01',
      'action',
      'Not resolved by the resolution deadline, Sep 30, 2024 (Monday), 23:59:59 UTC. Record it as non-compliant.',
    ],
    [
      'while it may be disputed',
      { status: 'rejected' },
      '2024-03-02',
      'action',
      "If you don't agree, dispute by Sep 30, 2024 (Monday), 23:59:59 UTC. 212 days left.",
    ],
    [
      'answered too late',
      { status: 'disputed', disputedOn: '2024-03-01' },
      '2024-03-10',
      'action',
      'No answer to the dispute yet; it was expected by Mar 8, 2024 (2 days ago). Ask Microsoft for an update.',
    ],
    [
      'paid in time',
      { status: 'approved', approvedOn: '2024-03-01' },
      '2024-03-25',
      'Microsoft',
      'Payment expected by Mar 25, 2024 (last day).',
    ],
    [
      'paid too late',
      { status: 'approved', approvedOn: '2024-03-01' },
      '2024-04-25',
      'action',
      'Not paid yet; payment was expected by Mar 25, 2024 (31 days ago). Ask Microsoft for an update.',
    ],
    ['over', { status: 'paid' }, '2024-04-25', 'finished', null],
    ['over', { status: 'forfeited' }, '2024-10-25', 'finished', null],
    ['over', { status: 'non-compliant' }, '2024-10-25', 'finished', null],
  ])('whose turn it is, and why: %s, %o on %s', (_, parts, asOf, turn, why) => {
    const claim = listedOne(parts, asOf);
    expect([turnOf(claim), describeDeadline(claim.view)]).toEqual([turn, why]);
  });

  it('a cell that can’t be read needs someone, whatever the status', () =>
    expect(listed([kept(claimOf({ status: 'paid' }), [TROUBLE])], '2024-03-02').map(turnOf)).toEqual(['action']));

  it('a rejected claim whose activity is claimed again is not disputed, and is over', () => {
    const claims = listed(
      [kept(claimOf({ id: 'C-1', status: 'rejected', since: '2024-03-01' })), kept(claimOf({ id: 'C-2' }))],
      '2024-03-02',
    );
    expect(claims.map(turnOf)).toEqual(['finished', 'preparation']);
    expect(describeDeadline(claims[0]!.view)).toBeNull();
  });

  const all = (asOf: Day) =>
    inOrder(
      listed(
        [...CLAIM_STATUSES].reverse().map((status, index) =>
          kept(
            claimOf({
              id: `C-${index}`,
              activityId: `A-${index}`,
              name: status,
              status,
              since: `2024-03-0${index + 1}` as Day,
              submittedOn: '2024-03-01',
              approvedOn: '2024-03-05',
              lines: [invoice(1, `N-${index}`)],
              claimNumber: `PC-${index}`,
              paymentReference: `PAY ${index}`,
            }),
          ),
        ),
        asOf,
      ),
    );
  const names = (claims: readonly ListedClaim[]): string[] => claims.map(({ view }) => view.claim.name);

  it('begins with money that can still be saved and ends with the latest of what is over', () => {
    expect(names(all('2024-03-20'))).toEqual([
      'action required',
      'rejected',
      'disputed',
      'editing',
      'approved',
      'under review',
      'submitted',
      'paid',
      'non-compliant',
      'forfeited',
    ]);
    expect(names(all('2024-08-16')).slice(0, 2)).toEqual(['action required', 'rejected']);
    expect(names(all('2024-08-16')).slice(2, 7)).toContain('editing');
    expect(names(all('2024-08-16')).slice(7)).toEqual(['paid', 'non-compliant', 'forfeited']);
  });

  it.each<[string, string, string[]]>([
    [
      '',
      '',
      ['action required', 'rejected', 'disputed', 'editing', 'approved', 'under review', 'submitted', 'paid', 'non-compliant', 'forfeited'],
    ],
    ['  ADVERTISING 1234567 ', 'finished', ['paid', 'non-compliant', 'forfeited']],
    ['fy24 h1', 'editing', ['editing']],
    ['n-9', '', ['editing']],
    ['pc-9', '', ['editing']],
    ['pay 0', '', ['forfeited']],
    ['c-2 forfeited', '', []],
    ['', 'Microsoft', ['approved', 'under review', 'submitted']],
  ])('is narrowed to "%s" in "%s"', (text, where, found) => expect(names(foundBy({ text, where }, all('2024-03-20')))).toEqual(found));

  it("is found by its activity's fund if it has none of its own", () => {
    const paying = activity({ id: 'A-1', fund: FY24_H1 });
    const read = planningRead({
      activities: [{ value: paying, row: 0, troubles: [], base: [] as never }],
      funds: [{ ...FY24_H1, earned: 1_002_000, usable: 1_002_000, ...DAYS }],
    });
    const [withIt, without] = ['A-1', ''].map((activityId) => {
      const stored = kept(claimOf({ fund: null, activityId }));
      return { stored, view: viewOf(stored.value, read, workbookRules()!, '2024-03-20') };
    });
    expect(foundBy({ text: '1234567 fy24', where: '' }, inOrder([withIt!, without!])).map(({ view }) => view.claim.activityId)).toEqual([
      'A-1',
    ]);
  });
});
