import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVITY_STATUSES, type Activity } from '../../../src/domain/activities/activity';
import type { Fund } from '../../../src/domain/funds/fund';
import { findingsFor, mayBePlanned, whyNotPaid, type ActivitySurroundings } from '../../../src/domain/checks/check-planned-activity';
import { findingAt } from '../../../src/domain/checks/activity-finding';
import { notReached } from '../../../src/domain/checks/check-fund-dates';
import type { ActivityRequirements } from '../../../src/domain/activities/requirements';
import type { ActivityRules } from '../../../src/domain/checks/planned-activity';
import { balanceOf } from '../../../src/domain/balance/balance';
import { claimedActivities } from '../../../src/domain/balance/fund-usage';
import type { Claim } from '../../../src/domain/claims/claim';
import { statusOn } from '../../../src/domain/claims/claim-status';
import { blocking, note, warning } from '../../../src/domain/new-finding';
import type { CapRule } from '../../../src/domain/activities/caps';
import type { Day } from '../../../src/domain/calendar/day';
import { DEADLINES } from '../../support/claims';
import { aClaim, aFund, anActivity, anExpense, NAME, REQUIREMENTS } from '../../support/planned';

const ASKED: ActivityRequirements = { ...REQUIREMENTS, expenses: ['Postage'] };
const RULES: ActivityRules = {
  requirements: ASKED,
  cap: { kind: 'none' },
  threshold: { amount: 500_000, comparison: 'meet' },
  deadlines: DEADLINES,
};
const OFFERS: CapRule = { kind: 'share', share: 0.25 };
const TRAVEL: CapRule = { kind: 'travel', perPerson: 500_000, people: 3, total: 4_500_000 };

const UNLISTED = { counted: [], isClaimed: false, rules: null, asOf: '2024-02-20' as Day, lastSafeDay: null };

interface Setting extends Partial<Omit<ActivitySurroundings, 'rules' | 'fund'>> {
  requirements?: Partial<ActivityRequirements> | null;
  cap?: CapRule;
  threshold?: ActivityRules['threshold'];
  fund?: Partial<Fund> | null;
  others?: Activity[];
  claims?: Claim[];
}
function look(
  change: Partial<Activity>,
  {
    requirements = {},
    cap = RULES.cap,
    threshold = RULES.threshold,
    fund = {},
    others = [],
    claims = [],
    asOf = '2024-02-20',
    ...rest
  }: Setting = {},
) {
  const held = fund && aFund(fund);
  const activity = anActivity(change);
  return findingsFor(activity, {
    fund: held,
    counted: held ? balanceOf(held, [activity, ...others], claims, asOf).counted : [],
    isClaimed: claimedActivities([activity], claims, (claim) => (held ? statusOn(claim, asOf, held) : claim.status)).has(activity.id),
    rules: { ...RULES, requirements: requirements && { ...ASKED, ...requirements }, cap, threshold },
    asOf,
    lastSafeDay: null,
    ...rest,
  });
}
/** What stands in the way or may, without the notes. */
const found = (change: Partial<Activity>, setting?: Setting) => lines(look(change, setting).filter(({ level }) => level !== 'note'));
const notes = (change: Partial<Activity>, setting?: Setting) => lines(look(change, setting).filter(({ level }) => level === 'note'));
const lines = (findings: ReturnType<typeof look>) =>
  findings.map(({ level, field, rule, message }) => `${level} ${field} (${rule ?? 'plan'}): ${message}`);

describe('findings next to their field', () => {
  it('notes only when to claim, where all is well', () =>
    expect(lines(look({ start: '2024-01-01', end: '2024-01-31', status: 'done' }))).toEqual([
      'note end (deadline): Microsoft opens claims for this usage period on Feb 16, 2024. The funds may not show before then.',
      'note end (deadline): claim it by Aug 15, 2024, and get open claims approved by Sep 30, 2024.',
      'note end (deadline): guides advise claiming within 45 days of the end: by Mar 16, 2024.',
    ]));

  it.each<[string, Partial<Activity>, Setting, string[]]>([
    ['T14: a month within the usage period', { start: '2024-01-01', end: '2024-01-31', status: 'done' }, {}, []],
    [
      'T15: across two',
      { start: '2024-06-25', end: '2024-07-05' },
      {},
      [
        'blocking end (deadline): Jun 25, 2024 to Jul 5, 2024 spans two usage periods: Jun 25, 2024 uses co-op earned in FY24 H1, and Jul 5, 2024 uses co-op earned in FY24 H2. Split it at Jun 30, 2024.',
      ],
    ],
    [
      'T16: in another',
      { start: '2024-07-10', end: '2024-07-12' },
      {},
      [
        'blocking start (deadline): co-op earned in FY24 H1 is used from Jan 1, 2024 to Jun 30, 2024. This activity uses co-op earned in FY24 H2.',
      ],
    ],
    [
      'not in the guidebook of its day',
      {},
      { requirements: null },
      ['blocking activity (activity): the guidebook of Mar 1, 2024 does not list "Digital advertising".'],
    ],
    [
      'not for its program',
      {},
      { requirements: { isOpen: false } },
      ['blocking activity (activity): Rewards can\'t use co-op for "Digital advertising".'],
    ],
    [
      'not for its program, whatever its cap',
      { budget: 810_001 },
      { requirements: { isOpen: false }, cap: OFFERS },
      ['blocking activity (activity): Rewards can\'t use co-op for "Digital advertising".'],
    ],
    [
      'not for a program nobody named',
      { fund: null },
      { requirements: { isOpen: false }, fund: null },
      [
        'blocking fund (plan): choose the fund that pays for it.',
        'blocking activity (activity): this program can\'t use co-op for "Digital advertising".',
      ],
    ],
    ['known, with the guidebook of its day', {}, { isKnown: true }, []],
    ['below no threshold that anyone knows', {}, { threshold: null, fund: { usable: null } }, []],
    ['its budget, while less was spent', { budget: 300_000, actual: 200_000 }, {}, []],
    ...(['draft', 'planned', 'committed'] as const).map((status): [string, Partial<Activity>, Setting, string[]] => [
      `${status}: what was spent, where that is more`,
      { status, budget: 300_000, actual: 1_000_001 },
      { fund: { earned: 2_000_000 } },
      ['blocking coopShare (plan): $10,000.01 is $0.01 more than the $10,000.00 remaining.'],
    ]),
    [
      'committed: its budget, though only one invoice came',
      { status: 'committed', budget: 1_000_001, actual: 210_000 },
      { fund: { earned: 2_000_000 } },
      ['blocking coopShare (plan): $10,000.01 is $0.01 more than the $10,000.00 remaining.'],
    ],
    [
      'over the fund on the claim deadline',
      { budget: 1_500_000 },
      { fund: { earned: 2_000_000 }, asOf: '2024-08-15' },
      [
        'blocking coopShare (plan): $15,000.00 is $5,000.00 more than the $10,000.00 remaining.',
        'warning end (plan): the end date, Mar 10, 2024, is before Aug 15, 2024. Mark it done if it took place, or enter new dates.',
      ],
    ],
    ['done: not checked against money, which shows as over', { status: 'done', budget: 1_500_000 }, { fund: { earned: 2_000_000 } }, []],
    ['done: not checked against its cap, up to which co-op pays', { status: 'done', budget: 260_000 }, { cap: OFFERS }, []],
    [
      'claimed: not checked against money, nor its cap',
      { budget: 9_000_000 },
      { fund: { earned: 2_000_000 }, claims: [aClaim({ activityId: 'A-AAAAAA', status: 'paid', amount: 4_730_000, paid: 4_400_000 })] },
      [],
    ],
    [
      'over a fund that nothing remains of, once claims are closed',
      { status: 'done', budget: 1_500_000 },
      { fund: { earned: 2_000_000 }, asOf: '2024-08-16' },
      ['blocking fund (deadline): claims on this fund closed on Aug 15, 2024. Anything not claimed is lost.'],
    ],
    [
      'over the fund',
      { budget: 1_000_001 },
      { fund: { earned: 2_000_000 } },
      ['blocking coopShare (plan): $10,000.01 is $0.01 more than the $10,000.00 remaining.'],
    ],
    [
      'over what the others leave',
      { budget: 300_000 },
      { others: [anActivity({ id: 'A-O', budget: 800_000 })] },
      ['blocking coopShare (plan): $3,000.00 is $1,000.00 more than the $2,000.00 remaining.'],
    ],
    ['drafts leave everything', { budget: 300_000 }, { others: [anActivity({ id: 'A-O', status: 'draft', budget: 800_000 })] }, []],
    [
      'a claim counts as claimed',
      { budget: 300_000 },
      { claims: [aClaim({ activityId: 'A-O', amount: 800_000 })] },
      ['blocking coopShare (plan): $3,000.00 is $1,000.00 more than the $2,000.00 remaining.'],
    ],
    [
      'below the threshold: said once',
      { budget: 300_000 },
      { fund: { earned: 400_000, usable: 0 } },
      [
        "blocking fund (threshold): $4,000.00 of co-op earned doesn't reach the threshold of $5,000.00. It's paid as rebate and can't be claimed.",
      ],
    ],
    [
      'done, and its fund below the threshold',
      { status: 'done' },
      { fund: { earned: 400_000, usable: 0 } },
      [
        "warning fund (threshold): $4,000.00 of co-op earned doesn't reach the threshold of $5,000.00. It's paid as rebate and can't be claimed.",
      ],
    ],
    [
      'claimed, and its fund below the threshold',
      { status: 'done' },
      { fund: { earned: 400_000, usable: 0 }, claims: [aClaim({ status: 'paid' })] },
      [],
    ],
    [
      'at its own rate',
      { currency: 'GBP', rate: 1.3, budget: 800_000 },
      {},
      [
        'blocking coopShare (plan): $10,400.00 is $400.00 more than the $10,000.00 remaining.',
        'blocking coopShare (cap): $10,400.00 is $400.00 more than co-op can pay: $10,000.00, all co-op earned.',
      ],
    ],
  ])('%s', (_, change, setting, expected) => expect(found(change, setting)).toEqual(expected));

  it.each<[string, Partial<Activity>, Setting, string[]]>([
    [
      'T41: over a quarter of what was earned',
      { budget: 810_001 },
      { cap: OFFERS, fund: { earned: 3_240_000, usable: 3_240_000 } },
      [
        'blocking coopShare (cap): $8,100.01 is $0.01 more than co-op can pay for "Digital advertising" in a usage period: $8,100.00, 25% of the co-op earned.',
      ],
    ],
    [
      'all of a kind together',
      { budget: 200_000 },
      { cap: OFFERS, others: [anActivity({ id: 'A-O', budget: 60_000 })] },
      [
        'blocking coopShare (cap): with $600.00 of other activities of this kind, $2,600.00 is $100.00 more than co-op can pay for "Digital advertising" in a usage period: $2,500.00, 25% of the co-op earned.',
      ],
    ],
    [
      'one of the kind claimed',
      { budget: 200_000 },
      { cap: OFFERS, claims: [aClaim({ activityId: 'A-O', amount: 60_000 })] },
      [expect.stringContaining('with $600.00 of other activities of this kind') as string],
    ],
    ['to the cent together', { budget: 190_000 }, { cap: OFFERS, others: [anActivity({ id: 'A-O', budget: 60_000 })] }, []],
    [
      'another kind has a cap of its own',
      { budget: 200_000 },
      { cap: OFFERS, others: [anActivity({ id: 'A-O', activity: 'Fair', budget: 60_000 })] },
      [],
    ],
    [
      'another name of the kind',
      { budget: 200_000 },
      { cap: OFFERS, kindOf: () => 'one', others: [anActivity({ id: 'A-O', activity: 'Ads', budget: 60_000 })] },
      [expect.stringContaining('other activities of this kind') as string],
    ],
    [
      'another fund has a cap of its own',
      { budget: 200_000 },
      { cap: OFFERS, others: [anActivity({ id: 'A-O', fund: { ...NAME, partnerId: '2' }, budget: 60_000 })] },
      [],
    ],
    ['itself is not another', { budget: 200_000 }, { cap: OFFERS, others: [anActivity({ budget: 200_000 })] }, []],
    [
      'without a cap the fund is the bound',
      { budget: 200_000 },
      { fund: { earned: 950_000 }, others: [anActivity({ id: 'A-O', budget: 790_000 })] },
      [],
    ],
    [
      'a budget below zero is compared with none',
      { budget: -1 },
      { cap: OFFERS, others: [anActivity({ id: 'A-O', budget: 300_000 })] },
      ["blocking budget (plan): a cost can't be below zero."],
    ],
    [
      'T40: demo units, a tenth or $3,000',
      { budget: 300_001 },
      { cap: { kind: 'greater', share: 0.1, amount: 300_000 } },
      [expect.stringContaining('$3,000.00, 10% of the co-op earned or $3,000.00, whichever is greater') as string],
    ],
  ])('cap: %s', (_, change, setting, expected) => expect(found(change, setting)).toEqual(expected));

  const rich = { earned: 9_000_000, usable: 9_000_000 };
  const conference = (id: string, budget: number) => anActivity({ id, budget, attendees: 3 });
  it.each<[string, Partial<Activity>, Setting, string[]]>([
    [
      'over the cap of one',
      { budget: 1_500_001, attendees: 3 },
      {},
      [
        expect.stringContaining(
          'warning coopShare (cap): $15,000.01 is $0.01 more than co-op can pay for travel to one conference',
        ) as string,
      ],
    ],
    ['two conferences, each with a cap of its own', { budget: 1_500_000, attendees: 3 }, { others: [conference('A-2', 1_500_000)] }, []],
    [
      'all conferences of the usage period',
      { budget: 1_500_000, attendees: 3 },
      { others: [conference('A-2', 1_500_000), conference('A-3', 1_500_000), conference('A-4', 1_500_000)] },
      [
        'warning coopShare (cap): with $45,000.00 of other activities of this kind, $60,000.00 is $15,000.00 more than co-op can pay for travel to conferences in a usage period: $45,000.00. Only registration can be added.',
      ],
    ],
    [
      'registration comes on top',
      {
        budget: 2_000_000,
        attendees: 3,
        expenses: [
          anExpense({ type: 'Fee - Registration', budget: 600_000 }),
          anExpense({ id: 'E-2', type: 'Travel - Airfare/Hotel', budget: 1_400_000 }),
        ],
      },
      { requirements: { expenses: ['Fee - Registration: for three', 'Travel - Airfare/Hotel: airfare'] } },
      [],
    ],
    [
      'more people than are paid for',
      { budget: 1_500_000, attendees: 4 },
      {},
      ['warning attendees (cap): co-op pays for 3 attendees per conference, not for 4.'],
    ],
  ])('conferences: %s', (_, change, setting, expected) => expect(found(change, { cap: TRAVEL, fund: rich, ...setting })).toEqual(expected));

  it.each<[string, Partial<Activity>, Setting, string[]]>([
    [
      'how much is Microsoft’s, unsaid',
      {},
      { requirements: { leastContent: 0.3 } },
      ['note content (activity): content must be at least 30% Microsoft.'],
    ],
    [
      'core requirements, unsaid',
      { meetsCore: null },
      { requirements: { core: ['Brand', 'Microsoft content'] } },
      ['note meetsCore (activity): confirm that it meets the core requirements: Brand; Microsoft content.'],
    ],
    [
      'the same where all hangs on them',
      { meetsCore: null },
      { requirements: { core: ['Brand'], isAllOrNothing: true } },
      [
        "note meetsCore (activity): an event that misses a core requirement isn't reimbursed, not even in part.",
        'note meetsCore (activity): confirm that it meets the core requirements: Brand.',
      ],
    ],
    [
      'attendees, where a cap needs them',
      {},
      { cap: TRAVEL },
      ['note attendees (cap): enter the number of attendees. The cap is checked for 3.'],
    ],
    [
      'a review that may be asked for',
      {},
      { requirements: { preApproval: 'optional creative review' } },
      [expect.stringContaining('note preApproved (activity): Microsoft can review creative material beforehand if you ask') as string],
    ],
    ['a review that was asked for', { preApproved: '2024-02-29' }, { requirements: { preApproval: 'optional creative review' } }, []],
    ['a rate that dollars do not need', { rate: 1.2 }, {}, ["note rate (plan): US dollars need no rate, so this one isn't used."]],
    ['nothing of content that is told', { content: 0.5 }, { requirements: { leastContent: 0.3 } }, []],
    ['nothing of core requirements that are met', {}, { requirements: { core: ['Brand'], isAllOrNothing: true } }, []],
    ['nothing of attendees that are told', { attendees: 3 }, { cap: TRAVEL }, []],
    ['nothing of an approval that is not asked for', { preApproved: '2024-03-05' }, {}, []],
  ])('notes %s, and finds nothing else', (_, change, setting, expected) => {
    expect(notes(change, setting).filter((line) => !line.includes('(deadline)'))).toEqual(expected);
    expect(found(change, setting)).toEqual([]);
  });

  it('asks for nothing about the cap of a fund that is paid as rebate', () =>
    expect(notes({}, { cap: OFFERS, fund: { earned: 400_000, usable: 0 } }).filter((line) => line.includes('(cap)'))).toEqual([]));

  it('notes when to claim, until a claim is submitted', () => {
    const says = (claim: Partial<Claim>) =>
      notes({ status: 'draft' }, { claims: [aClaim(claim)] }).some((line) => line.includes('claim it by Aug 15, 2024'));
    expect(says({ status: 'editing' })).toBe(true);
    expect(says({ status: 'submitted' })).toBe(false);
  });

  it.each<[string, Partial<Activity>, Setting, string[]]>([
    [
      'too little content',
      { content: 0.2999 },
      { requirements: { leastContent: 0.3 } },
      ['blocking content (activity): content must be at least 30% Microsoft (now 29.99%).'],
    ],
    ['just enough', { content: 0.3 }, { requirements: { leastContent: 0.3 } }, []],
    [
      'all of it must be',
      { content: 0.99 },
      { requirements: { leastContent: 1 } },
      ['blocking content (activity): content must be 100% Microsoft (now 99%).'],
    ],
    [
      'nothing of it, where no share is named',
      { content: 0 },
      {},
      ['warning content (activity): none of the content is about Microsoft products. The claim needs supporting documents.'],
    ],
    ['a little, where no share is named', { content: 0.01 }, {}, []],
    [
      'core requirements missed',
      { meetsCore: false },
      { requirements: { core: ['Brand'] } },
      ['warning meetsCore (activity): a claim without the core requirements may be rejected: Brand.'],
    ],
    [
      'missed where all hangs on them',
      { meetsCore: false },
      { requirements: { core: ['Brand'], isAllOrNothing: true } },
      ['blocking meetsCore (activity): nothing is paid without the core requirements: Brand.'],
    ],
    ['missed where there are none', { meetsCore: false }, {}, []],
    [
      'pre-approval to ask for',
      {},
      { requirements: { preApproval: 'required' } },
      ['warning preApproved (activity): Microsoft must approve it before it starts.'],
    ],
    [
      'too late to ask for it',
      {},
      { requirements: { preApproval: 'required' }, asOf: '2024-03-01' },
      ["blocking preApproved (activity): Microsoft must approve it before it starts, and it's already Mar 1, 2024."],
    ],
    [
      'done without it',
      { status: 'done' },
      { requirements: { preApproval: 'required' } },
      [expect.stringMatching(/^blocking preA/) as string],
    ],
    [
      'pre-approval before a day nobody knows',
      { start: null, end: null },
      { requirements: { preApproval: 'required' } },
      ['blocking start (plan): enter the start date.'],
    ],
    ['approved in time', { preApproved: '2024-02-29' }, { requirements: { preApproval: 'required' } }, []],
    [
      'approved on the day it starts',
      { preApproved: '2024-03-01' },
      { requirements: { preApproval: 'required' } },
      [
        "blocking preApproved (activity): approved on Mar 1, 2024, but it starts on Mar 1, 2024. Approval must come first, and the material can't change after it.",
      ],
    ],
    [
      'a review too late',
      { preApproved: '2024-03-01' },
      { requirements: { preApproval: 'optional creative review' } },
      [expect.stringMatching(/^warning preApproved/) as string],
    ],
    [
      'an expense of another type',
      { budget: 50_000, expenses: [anExpense({ type: 'Travel' })] },
      {},
      [expect.stringMatching(/^warning expense:E-AAAAAA \(activity\)/) as string],
    ],
    [
      'over but not done',
      {},
      { asOf: '2024-03-11' },
      ['warning end (plan): the end date, Mar 10, 2024, is before Mar 11, 2024. Mark it done if it took place, or enter new dates.'],
    ],
    ['its last day', {}, { asOf: '2024-03-10' }, []],
    ['over and done', { status: 'done' }, { asOf: '2024-03-11' }, []],
    [
      'after the last safe day',
      {},
      { lastSafeDay: '2024-03-09' },
      ['warning end (deadline): Mar 10, 2024 is after the last safe day, Mar 9, 2024. Proof, review, or payment may be late.'],
    ],
    ['on the last safe day', {}, { lastSafeDay: '2024-03-10' }, []],
    [
      'on the last day of use, which is not safe',
      { end: '2024-06-30' },
      { lastSafeDay: '2024-06-29' },
      [expect.stringMatching(/^warning end \(deadline\): Jun 30, 2024 is after the last safe day/) as string],
    ],
    [
      'after the usage period, where no day is safe',
      { start: '2024-06-25', end: '2024-07-05' },
      { lastSafeDay: '2024-06-01' },
      [expect.stringMatching(/^blocking end \(deadline\): .* spans two usage periods/) as string],
    ],
    ['T13: the claim deadline', { status: 'done' }, { asOf: '2024-08-15' }, []],
    [
      'T13: claims are closed',
      { status: 'done' },
      { asOf: '2024-08-16' },
      ['blocking fund (deadline): claims on this fund closed on Aug 15, 2024. Anything not claimed is lost.'],
    ],
    ['claimed in time', { status: 'done' }, { asOf: '2024-08-16', claims: [aClaim()] }, []],
  ])('%s', (_, change, setting, expected) => expect(found(change, setting)).toEqual(expected));

  it.each<[string, Partial<Activity>, Setting, string[]]>([
    [
      'everything',
      { fund: null, activity: ' ', start: null, end: null, budget: null },
      { fund: null, rules: null } as Setting,
      [
        'fund: choose the fund that pays for it.',
        'activity: choose an activity.',
        'start: enter the start date.',
        'budget: enter the cost. Without it, no funds are reserved.',
      ],
    ],
    ['its fund', { fund: null }, { fund: null }, ['fund: choose the fund that pays for it.']],
    ['a rate', { currency: ' eur ', rate: null }, {}, ['rate: enter the exchange rate (USD per EUR). Without it, no funds are reserved.']],
    ['a rate above zero', { currency: 'EUR', rate: 0 }, {}, ['rate: a rate must be above zero.']],
    ['a budget', { budget: null }, {}, ['budget: enter the cost. Without it, no funds are reserved.']],
    ['a budget that is one', { budget: -1 }, {}, ["budget: a cost can't be below zero."]],
    ['nothing, where it costs nothing', { budget: 0, actual: 0, rate: null }, {}, []],
    ['a cost that is one', { status: 'done', actual: -1 }, {}, ["actual: a cost can't be below zero."]],
    ['no budget, where the cost is known', { budget: null, actual: 5, status: 'done' }, {}, []],
    ['no budget, where the co-op share is known', { budget: null, coopShare: 5 }, {}, []],
    ['nothing, where it costs more than co-op pays', { budget: 1_500_000, coopShare: 1_000_000 }, {}, []],
    [
      'a co-op share the fund has',
      { budget: 1_500_000, coopShare: 1_000_001 },
      { fund: { earned: 2_000_000 } },
      ['coopShare: $10,000.01 is $0.01 more than the $10,000.00 remaining.'],
    ],
    [
      'a co-op share of the cost',
      { budget: 500, coopShare: 501 },
      {},
      ['coopShare: the co-op share, $5.01, is more than the cost, $5.00.'],
    ],
    ['a co-op share that is one', { coopShare: -1 }, {}, ["coopShare: a co-op share can't be below zero."]],
    ['an end after the start', { end: '2024-02-29' }, {}, ['end: the end date, Feb 29, 2024, is before the start date, Mar 1, 2024.']],
  ])('blocks for want of %s', (_, change, setting, fields) =>
    expect(
      look(change, { ...setting, ...('rules' in setting ? { rules: null } : {}) })
        .filter(({ level }) => level === 'blocking')
        .map(({ field, message }) => `${field}: ${message}`),
    ).toEqual(fields),
  );

  it.each([
    ['Euro', true],
    ['xEUR', true],
    ['EURO', true],
    [' eur ', false],
  ])('warns about the currency "%s": %s', (currency, is) =>
    expect(found({ currency, rate: 1 })).toEqual(is ? ['warning currency (plan): a currency is three letters, such as EUR.'] : []),
  );

  it('blocks an activity the rulebook does not know, and only warns of a fund the workbook does not hold', () => {
    const around = { ...UNLISTED, fund: null };
    expect(lines(findingsFor(anActivity({ activity: 'Party' }), around))).toEqual([
      'blocking activity (activity): the guidebook does not list "Party".',
      "warning fund (plan): the workbook doesn't have this fund, so what it can pay isn't checked.",
    ]);
  });

  it.each<[string, Partial<Fund>, Day, string[]]>([
    ['that has the money', {}, '2024-02-20', []],
    [
      'without the money',
      { usable: 60_000 },
      '2024-02-20',
      ['blocking coopShare (plan): $1,000.00 is $400.00 more than the $600.00 remaining.'],
    ],
    [
      'that may still earn the money',
      { earned: 60_000, usable: 0 },
      '2023-12-31',
      [
        'warning coopShare (plan): planned against expected money: $1,000.00 is $1,000.00 more than the $0.00 available so far. At the current pace, $5,000.00 is expected.',
      ],
    ],
    ['that is paid as rebate', { earned: 60_000, usable: 0 }, '2024-02-20', []],
  ])('compares an unlisted activity with a fund %s', (_, fund, asOf, expected) =>
    expect(
      lines(findingsFor(anActivity({ activity: 'Party' }), { ...UNLISTED, fund: aFund(fund), asOf, expected: 500_000 })).filter((line) =>
        line.includes(' coopShare '),
      ),
    ).toEqual(expected),
  );

  it('compares neither money nor dates of an activity claimed on another fund', () =>
    expect(
      found(
        {},
        {
          fund: { usable: 60_000 },
          asOf: '2024-04-01',
          claims: [aClaim({ fund: { ...aFund(), half: { fiscalYear: 2023, half: 2 } }, status: 'approved' })],
        },
      ),
    ).toEqual([]));

  it.each<[string, Partial<Activity>, Setting, string[]]>([
    [
      'a threshold that may still be reached',
      {},
      { fund: { earned: 400_000, usable: 0 }, asOf: '2023-12-31' },
      [
        "warning fund (threshold): $4,000.00 of co-op earned so far doesn't reach the threshold of $5,000.00. The half ends on Dec 31, 2023. The fund pays nothing until the threshold is reached.",
        'warning coopShare (plan): planned against expected money: $1,000.00 is $1,000.00 more than the $0.00 available so far.',
      ],
    ],
    [
      'the day after it is too late',
      {},
      { fund: { earned: 400_000, usable: 0 }, asOf: '2024-01-01' },
      [expect.stringContaining("It's paid as rebate") as string],
    ],
    [
      'the day after it, while months of its half are in no report',
      {},
      { fund: { earned: 400_000, usable: 0, isIncomplete: true }, asOf: '2024-01-01' },
      [
        "warning fund (threshold): $4,000.00 of co-op is reported so far, and the threshold is $5,000.00. The report ends before the half does, so it isn't known yet whether it's reached.",
        'warning coopShare (plan): planned against expected money: $1,000.00 is $1,000.00 more than the $0.00 available so far.',
      ],
    ],
    [
      'another program’s rules',
      {},
      { rulesOf: 'Commerce' },
      ['warning fund (plan): our sources have no rules for "Rewards", so the rules for Commerce are used. Check its own guidebook.'],
    ],
  ])('tells of a fund: %s', (_, change, setting, expected) => expect(found(change, setting)).toEqual(expected));

  const RUNNING = '2023-12-31';
  it.each<[string, Partial<Activity>, Setting, string[]]>([
    [
      'what is expected covers it',
      { budget: 300_000 },
      { asOf: RUNNING, fund: { earned: 200_000, usable: 200_000 }, threshold: null, expected: 300_000 },
      [
        'warning coopShare (plan): planned against expected money: $3,000.00 is $1,000.00 more than the $2,000.00 available so far. At the current pace, $3,000.00 is expected.',
      ],
    ],
    [
      'what is expected is less than this and the others: $1,500 and $3,000, of $4,499.99',
      { budget: 300_000 },
      {
        asOf: RUNNING,
        fund: { earned: 200_000, usable: 200_000 },
        threshold: null,
        expected: 449_999,
        others: [anActivity({ id: 'A-2', budget: 150_000 })],
      },
      [
        'warning coopShare (plan): planned against expected money: $3,000.00 is $2,500.00 more than the $500.00 available so far. At the current pace, $4,499.99 is expected, $0.01 less than planned.',
      ],
    ],
    ['the money is there', { budget: 200_000 }, { asOf: RUNNING, fund: { earned: 200_000, usable: 200_000 }, threshold: null }, []],
    ['it is done', { budget: 300_000, status: 'done' }, { asOf: RUNNING, fund: { earned: 200_000, usable: 200_000 }, threshold: null }, []],
    [
      'a share of the co-op is its cap: 25% of $8,000 so far',
      { budget: 200_001 },
      { asOf: RUNNING, fund: { earned: 800_000, usable: 800_000 }, cap: OFFERS },
      [
        `warning coopShare (cap): $2,000.01 is $0.01 more than co-op can pay for "Digital advertising" in a usage period: $2,000.00, 25% of the co-op earned. That's of what is earned so far, and may still grow.`,
      ],
    ],
    [
      'a fixed amount is its cap, which no earnings raise',
      { budget: 200_001 },
      { asOf: RUNNING, fund: { earned: 800_000, usable: 800_000 }, cap: { kind: 'amount', amount: 200_000 } },
      [
        `blocking coopShare (cap): $2,000.01 is $0.01 more than co-op can pay for "Digital advertising" in a usage period: $2,000.00, the cap of this activity.`,
      ],
    ],
  ])('warns of money to come, while the half of a fund runs: %s', (_, change, setting, expected) =>
    expect(found(change, setting)).toEqual(expected),
  );

  it.each<[string, Setting]>([
    ['the fund', { fund: { earned: 200_000, usable: 200_000 }, threshold: null }],
    ['the threshold', { fund: { earned: 400_000, usable: 0 } }],
    ['a share', { fund: { earned: 600_000, usable: 600_000 }, cap: OFFERS }],
  ])('may be planned against money to come, until the half is over: %s', (_, setting) => {
    const change = { budget: 300_000 };
    const on = (asOf: Day) => mayBePlanned(look(change, { ...setting, asOf }));
    expect([on('2023-12-31'), on('2024-01-01')]).toEqual([true, false]);
  });

  it('notes that more may be earned, while the half of a fund runs', () => {
    const said = 'note fund (plan): its half ends on Dec 31, 2023, so what it can pay may still change.';
    expect(notes({}, { asOf: '2023-12-31' })).toContain(said);
    expect(notes({}, { asOf: '2024-01-01' })).not.toContain(said);
    expect(notes({}, { asOf: '2023-12-31', fund: { usable: 0 } })).not.toContain(said);
    expect(notes({}, { asOf: '2023-12-31', fund: { usable: null } })).toContain(said);
  });

  it('must exceed a threshold that is to be exceeded', () =>
    expect(notReached(aFund({ earned: 10_000 }), { amount: 10_000, comparison: 'exceed' }, '2024-01-01').message).toBe(
      "$100.00 of co-op earned doesn't exceed the threshold of $100.00. It's paid as rebate and can't be claimed.",
    ));

  it.each<[string, Partial<Activity>, string[]]>([
    [
      'on days within',
      { start: '2024-01-01', end: '2024-06-30' },
      ["blocking start (plan): we have no guidebook as old as Jan 1, 2024, so the activity can't be checked."],
    ],
    [
      'to a day after',
      { start: '2024-06-30', end: '2024-07-01' },
      [expect.stringContaining('not on Jun 30, 2024 to Jul 1') as string, expect.stringContaining('no guidebook') as string],
    ],
    [
      'before the first guidebook',
      { start: '2019-03-10', end: null },
      [
        'blocking start (deadline): co-op earned in FY24 H1 is used from Jan 1, 2024 to Jun 30, 2024, not on Mar 10, 2019.',
        "blocking start (plan): we have no guidebook as old as Mar 10, 2019, so the activity can't be checked.",
      ],
    ],
    [
      'before and within',
      { start: '2019-03-10', end: '2024-01-01' },
      [expect.stringContaining('not on Mar 10, 2019 to Jan 1, 2024') as string, expect.stringContaining('no guidebook') as string],
    ],
    ['without a start', { start: null, end: '2024-07-05' }, ['blocking start (plan): enter the start date.']],
    [
      'with an end before its start',
      { start: '2023-12-20', end: '2023-12-10' },
      [
        "blocking start (plan): we have no guidebook as old as Dec 20, 2023, so the activity can't be checked.",
        'blocking end (plan): the end date, Dec 10, 2023, is before the start date, Dec 20, 2023.',
      ],
    ],
  ])('knows the activity and not its guidebook: %s', (_, change, expected) =>
    expect(
      lines(findingsFor(anActivity(change), { ...UNLISTED, fund: aFund(), isKnown: true, asOf: '2019-01-01' })).filter((line) =>
        line.startsWith('blocking'),
      ),
    ).toEqual(expected),
  );

  it('says nothing about a canceled activity', () => expect(look({ status: 'canceled', budget: -1, fund: null })).toEqual([]));

  it('pays nothing for what is done on a fund that is paid as rebate, although nothing blocks it', () => {
    const findings = look({ status: 'done' }, { fund: { earned: 400_000, usable: 0 } });
    expect(mayBePlanned(findings)).toBe(true);
    expect(whyNotPaid(findings)).toContain("It's paid as rebate and can't be claimed.");
  });

  it('puts what blocks first', () =>
    expect(look({ meetsCore: false, budget: 2_000_000 }, { requirements: { core: ['Brand'] } }).map(({ level }) => level)).toEqual([
      'blocking',
      'blocking',
      'warning',
      'note',
      'note',
    ]));

  const cents = fc.option(fc.integer({ min: -5, max: 2_000_000 }));
  const day = fc.constantFrom('2024-01-01', '2024-03-01', '2024-06-30', '2024-07-01', '2025-01-01', null) as fc.Arbitrary<
    Activity['start']
  >;
  it('never fails, whatever a person writes into the sheet', () =>
    fc.assert(
      fc.property(
        fc.record({
          status: fc.constantFrom(...ACTIVITY_STATUSES),
          budget: cents,
          actual: cents,
          start: day,
          end: day,
          rate: fc.option(fc.double()),
          currency: fc.constantFrom('USD', 'EUR', '', '€'),
          content: fc.option(fc.double()),
          attendees: fc.option(fc.nat(9)),
        }),
        fc.constantFrom(OFFERS, TRAVEL, RULES.cap),
        (change, cap) => {
          for (const finding of look(change, { cap })) expect(finding.message).not.toMatch(/NaN|undefined|null/);
        },
      ),
      { numRuns: 500 },
    ));
});

describe('what may be planned', () => {
  it.each([
    ['nothing found', [], true],
    ['notes and warnings', [note('a'), warning('b')], true],
    ['one that blocks', [note('a'), blocking('b')], false],
  ])('%s', (_, findings, may) =>
    expect(
      mayBePlanned(
        findings.map((finding) => findingAt('budget', null, finding)),
        true,
      ),
    ).toBe(may),
  );
});
