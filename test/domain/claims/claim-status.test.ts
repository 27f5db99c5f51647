import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAIM_STATUSES, type Claim, type ClaimStatus } from '../../../src/domain/claims/claim';
import { isActive, lockReason, movesFrom, statusName, statusByDates, statusOn } from '../../../src/domain/claims/claim-status';
import { transition, type MoveFacts } from '../../../src/domain/claims/transition';
import type { Day } from '../../../src/domain/calendar/day';
import { everyDay } from '../../support/every-day';
import { claimOf, DAYS } from '../../support/claims';

const facts = (on: Day, more: Partial<MoveFacts> = {}): MoveFacts => ({
  on,
  asOf: '2026-01-01',
  at: '2026-01-01T10:00:00Z',
  days: DAYS,
  ...more,
});
const inStatus = (status: ClaimStatus, parts: Partial<Claim> = {}): Claim =>
  claimOf({ status, since: status === 'editing' ? null : '2024-03-01', ...parts });
const refusalOf = (claim: Claim, to: ClaimStatus, told: MoveFacts): string => {
  const moved = transition(claim, to, told);
  if ('refusal' in moved) return moved.refusal;
  throw new Error(`It became ${moved.claim.status}.`);
};
const movedTo = (claim: Claim, to: ClaimStatus, told: MoveFacts): Claim => {
  const moved = transition(claim, to, told);
  if ('refusal' in moved) throw new Error(moved.refusal);
  return moved.claim;
};

/** Every legal move, with a day on which it is possible. */
const LEGAL: readonly (readonly [ClaimStatus, ClaimStatus, Day])[] = [
  ['editing', 'submitted', '2024-03-02'],
  ['editing', 'forfeited', '2024-08-16'],
  ['submitted', 'under review', '2024-03-02'],
  ['submitted', 'action required', '2024-03-02'],
  ['submitted', 'approved', '2024-03-02'],
  ['submitted', 'rejected', '2024-03-02'],
  ['under review', 'action required', '2024-03-02'],
  ['under review', 'approved', '2024-03-02'],
  ['under review', 'rejected', '2024-03-02'],
  ['action required', 'submitted', '2024-09-30'],
  ['action required', 'non-compliant', '2024-10-01'],
  ['disputed', 'approved', '2024-03-08'],
  ['disputed', 'rejected', '2024-03-08'],
  ['disputed', 'action required', '2024-03-08'],
  ['approved', 'paid', '2024-03-20'],
  ['rejected', 'disputed', '2024-03-05'],
  ['rejected', 'forfeited', '2024-10-01'],
];

describe('the moves of a claim', () => {
  it.each(LEGAL)('%s can become %s', (from, to, on) => {
    const claim = inStatus(from);
    const moved = transition(claim, to, facts(on, { note: ' told by mail ' }));
    const amounts: Partial<Record<ClaimStatus, string>> = {
      submitted: '$7,500.00 claimed. ',
      approved: '$7,500.00 approved. ',
      paid: '$7,500.00 paid. ',
    };
    expect(moved).toMatchObject({
      claim: { status: to, since: on },
      entry: {
        at: '2026-01-01T10:00:00Z',
        subject: claim.id,
        what: 'status',
        from,
        to,
        where: 'pane',
        note: `On ${on}. ${amounts[to] ?? ''}told by mail`,
      },
    });
  });

  const illegal = CLAIM_STATUSES.flatMap((from) =>
    CLAIM_STATUSES.filter((to) => !LEGAL.some(([a, b]) => a === from && b === to)).map((to) => [from, to] as const),
  );
  it('are these 17 of 100', () => expect(illegal).toHaveLength(83));
  it.each(illegal)('%s can’t become %s, whatever the day', (from, to) => {
    for (const on of ['2024-03-02', '2024-08-16', '2024-10-01', '2025-12-31'] as const) {
      expect(refusalOf(inStatus(from), to, facts(on))).toMatch(
        /^A claim that is .+ can't become .+: (?:it can become .+|this status is final)\.$/,
      );
    }
  });

  it('says what is possible instead', () => {
    expect(refusalOf(inStatus('editing'), 'paid', facts('2024-03-02'))).toBe(
      "A claim that is still being edited can't become paid: it can become submitted or forfeited.",
    );
    expect(refusalOf(inStatus('paid'), 'approved', facts('2024-03-02'))).toBe(
      "A claim that is paid can't become approved: this status is final.",
    );
  });

  it('never change the claim given, and say nothing of other fields', () => {
    const claim = Object.freeze(inStatus('submitted'));
    expect(movedTo(claim, 'under review', facts('2024-03-02'))).toEqual({ ...claim, status: 'under review', since: '2024-03-02' });
  });

  it('any way through them ends, or goes on with a status of the list', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 30 }), (picks) => {
        let claim = claimOf();
        const entries = [];
        for (const pick of picks) {
          const to = CLAIM_STATUSES[pick]!;
          const moved = transition(claim, to, facts('2024-03-02'));
          if ('refusal' in moved) expect(moved.refusal).not.toBe('');
          else {
            expect(movesFrom(claim.status)).toContain(to);
            expect(moved.entry).toMatchObject({ from: claim.status, to: moved.claim.status });
            entries.push(moved.entry);
            claim = moved.claim;
          }
        }
        if (entries.length > 0) expect(entries.at(-1)!.to).toBe(claim.status);
      }),
    ));
});

describe('what comes with a move', () => {
  it('the day of the first submission stays when it is submitted again: that one met the deadline', () => {
    const asked = inStatus('action required', { submittedOn: '2024-02-20' });
    expect(movedTo(asked, 'submitted', facts('2024-09-30'))).toMatchObject({ submittedOn: '2024-02-20', since: '2024-09-30' });
    expect(movedTo(claimOf(), 'submitted', facts('2024-02-20')).submittedOn).toBe('2024-02-20');
  });
  it('approved with the amount claimed, or with less', () => {
    expect(movedTo(inStatus('submitted'), 'approved', facts('2024-03-02'))).toMatchObject({ approvedOn: '2024-03-02', approved: 750_000 });
    expect(movedTo(inStatus('submitted'), 'approved', facts('2024-03-02', { amount: 500_000 }))).toMatchObject({ approved: 500_000 });
    expect(refusalOf(inStatus('submitted'), 'approved', facts('2024-03-02', { amount: 750_001 }))).toContain(
      '$7,500.01 is more than the $7,500.00 claimed',
    );
    expect(refusalOf(inStatus('submitted'), 'approved', facts('2024-03-02', { amount: -1 }))).toContain('below zero');
  });
  it('paid with what was approved, or what arrived: in another currency it may be more', () => {
    expect(movedTo(inStatus('approved', { approved: 500_000 }), 'paid', facts('2024-03-22'))).toMatchObject({
      paidOn: '2024-03-22',
      paid: 500_000,
    });
    expect(movedTo(inStatus('approved', { approved: 500_000 }), 'paid', facts('2024-03-22', { amount: 510_000 }))).toMatchObject({
      paid: 510_000,
    });
    expect(movedTo(inStatus('approved'), 'paid', facts('2024-03-22'))).toMatchObject({ paid: 750_000 });
  });
  it('with the amount in the history, as what the cells hold may change', () => {
    const note = (from: ClaimStatus, to: ClaimStatus, amount: number) => {
      const moved = transition(inStatus(from), to, facts('2024-03-22', { amount }));
      return 'entry' in moved && moved.entry.note;
    };
    expect([note('under review', 'approved', 740_000), note('approved', 'paid', 739_900)]).toEqual([
      'On 2024-03-22. $7,400.00 approved.',
      'On 2024-03-22. $7,399.00 paid.',
    ]);
  });
  it('disputed with its day', () => expect(movedTo(inStatus('rejected'), 'disputed', facts('2024-03-05')).disputedOn).toBe('2024-03-05'));
});

describe('what a move allows', () => {
  it('says only the day where no one noted anything', () => {
    const moved = transition(inStatus('submitted'), 'under review', facts('2024-03-02', { asOf: '2024-03-02' }));
    expect('entry' in moved && moved.entry.note).toBe('On 2024-03-02.');
  });
  it.each<[string, ClaimStatus, ClaimStatus, number | null, number | null, string | null]>([
    ['as much as was claimed', 'submitted', 'approved', 500, 500, null],
    ['a cent more', 'submitted', 'approved', 500, 501, "$5.01 is more than the $5.00 claimed. An approved amount can't exceed the claim."],
    ['anything, where nobody said what was claimed', 'submitted', 'approved', null, 501, null],
    ['nothing of it', 'submitted', 'approved', 500, 0, null],
    ['less than nothing', 'submitted', 'approved', 500, -1, "An amount can't be below zero."],
    ['more paid than was claimed, by the bank’s rate', 'approved', 'paid', 500, 501, null],
  ])('an amount: %s', (_, from, to, claimed, amount, refusal) => {
    const moved = transition(inStatus(from, { amount: claimed }), to, facts('2024-03-02', { amount }));
    expect('refusal' in moved ? moved.refusal : null).toBe(refusal);
  });
  it('a rejected claim is forfeited after the resolution deadline only', () =>
    expect(refusalOf(inStatus('rejected'), 'forfeited', facts('2024-08-01'))).toBe(
      'A claim becomes forfeited only after the resolution deadline, Sep 30, 2024.',
    ));
});

describe('the days of moves', () => {
  it.each<[string, ClaimStatus, ClaimStatus, Day, RegExp | null]>([
    ['T13: submitted on the last day', 'editing', 'submitted', '2024-08-15', null],
    ['T13: submitted the day after', 'editing', 'submitted', '2024-08-16', /claim deadline was Aug 15, 2024, 23:59:59 UTC/],
    ['T17: before claiming opens is no reason to refuse', 'editing', 'submitted', '2024-01-20', null],
    ['resubmitted on the last day', 'action required', 'submitted', '2024-09-30', null],
    [
      'T18: resubmitted the day after',
      'action required',
      'submitted',
      '2024-10-01',
      /resolution deadline was Sep 30, 2024, 23:59:59 UTC.* non-compliant/,
    ],
    ['resubmitted after the claim deadline', 'action required', 'submitted', '2024-08-16', null],
    ['T18: non-compliant the day after', 'action required', 'non-compliant', '2024-10-01', null],
    ['non-compliant on the last day', 'action required', 'non-compliant', '2024-09-30', /only after the resolution deadline/],
    ['forfeited on the claim deadline', 'editing', 'forfeited', '2024-08-15', /until the claim deadline/],
    ['forfeited the day after', 'editing', 'forfeited', '2024-08-16', null],
    ['rejected, given up early', 'rejected', 'forfeited', '2024-09-30', /only after the resolution deadline/],
    ['rejected, disputed on the last day', 'rejected', 'disputed', '2024-09-30', null],
    ['rejected, disputed too late', 'rejected', 'disputed', '2024-10-01', /forfeited/],
    ['before the status it has', 'under review', 'approved', '2024-02-29', /before Mar 1, 2024/],
    ['on the day of the status it has', 'under review', 'approved', '2024-03-01', null],
    ['after the day looked from', 'under review', 'approved', '2026-01-02', /after the as-of date, Jan 1, 2026/],
  ])('%s', (_, from, to, on, refusal) => {
    const moved = transition(inStatus(from), to, facts(on));
    if (refusal === null) expect(moved).toHaveProperty('claim.status', to);
    else expect('refusal' in moved && moved.refusal).toMatch(refusal);
  });
});

describe('what the dates make of a claim', () => {
  it.each<[string, ClaimStatus, Day, ClaimStatus | null]>([
    ['still to be submitted on the claim deadline', 'editing', '2024-08-15', null],
    ['unclaimed after it', 'editing', '2024-08-16', 'forfeited'],
    ['T18: action required on the resolution deadline', 'action required', '2024-09-30', null],
    ['T18: action required after it', 'action required', '2024-10-01', 'non-compliant'],
    ['rejected, and may be disputed', 'rejected', '2024-09-30', null],
    ['rejected for good', 'rejected', '2024-10-01', 'forfeited'],
    ['with Microsoft', 'submitted', '2024-10-01', null],
    ['with Microsoft', 'under review', '2024-10-01', null],
    ['with Microsoft', 'disputed', '2024-10-01', null],
    ['approved in time', 'approved', '2025-10-01', null],
    ['paid', 'paid', '2030-01-01', null],
    ['over', 'non-compliant', '2030-01-01', null],
    ['over', 'forfeited', '2030-01-01', null],
  ])('%s: %s on %s', (_, status, asOf, made) => {
    expect(statusByDates({ status }, asOf, DAYS)).toBe(made);
    expect(statusOn({ status }, asOf, DAYS)).toBe(made ?? status);
  });

  it('can be recorded on every day on which it is so, and on no other', () => {
    const wrong = everyDay(2024, 2024).filter((on) =>
      CLAIM_STATUSES.some((status) => {
        const made = statusByDates({ status }, on, DAYS);
        const ends = ['forfeited', 'non-compliant'] as const;
        return ends.some((to) => {
          const moved = transition(claimOf({ status }), to, facts(on));
          return 'claim' in moved !== (made === to);
        });
      }),
    );
    expect(wrong).toEqual([]);
  });
});

describe('editing a claim', () => {
  it.each(CLAIM_STATUSES)('%s', (status) => {
    const locked = lockReason({ status, isLowDollar: false });
    const may = {
      submitted: 'again',
      'under review': 'again',
      disputed: 'again',
      rejected: 'anew',
      approved: 'never',
      paid: 'never',
      'non-compliant': 'never',
      forfeited: 'never',
      editing: 'now',
      'action required': 'now',
    }[status];
    if (may === 'now') expect(locked).toBeNull();
    else if (may === 'anew')
      expect(locked).toBe("The claim is rejected and can't be edited. Dispute it, or create a new claim while claims are open.");
    else
      expect(locked).toBe(
        `The claim is ${status}. ${may === 'never' ? "It can't be edited anymore." : 'It can be edited again only if Microsoft asks for action.'}`,
      );
  });
  it('a low-dollar claim is created and submitted in one, and locked', () => {
    expect(lockReason({ status: 'submitted', isLowDollar: true })).toContain("low-dollar claim is submitted when it's created");
    expect(lockReason({ status: 'under review', isLowDollar: true })).toContain("can't be edited anymore");
    expect(lockReason({ status: 'approved', isLowDollar: true })).toBe("The claim is approved. It can't be edited anymore.");
    expect(lockReason({ status: 'editing', isLowDollar: true })).toBeNull();
  });
});

it('only claims that came to nothing hold no money', () =>
  expect(CLAIM_STATUSES.filter((status) => !isActive(status))).toEqual(['rejected', 'non-compliant', 'forfeited']));

it("has Partner Center's name for each status", () =>
  expect(CLAIM_STATUSES.map(statusName)).toEqual([
    'Editing',
    'Submitted',
    'Under review',
    'Action required',
    'Disputed',
    'Approved',
    'Rejected',
    'Paid',
    'Non-compliant',
    'Forfeited',
  ]));
