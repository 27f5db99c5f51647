import type { Activity, ActivityStatus, Expense } from '../../domain/activities/activity';
import { withRateInForce, type ExchangeRate } from '../../domain/activities/rate-in-force';
import { addDays, type Day } from '../../domain/calendar/day';
import { claimDays, type ClaimDays } from '../../domain/calendar/deadlines';
import { firstDay, halfOf, lastDay, nextHalf, type Half } from '../../domain/calendar/half';
import { payDay } from '../../domain/calendar/payment-dates';
import type { Claim, ClaimStatus, HistoryEntry, ProofItem } from '../../domain/claims/claim';
import { claimFromActivity } from '../../domain/claims/claim-from-activity';
import { claimName } from '../../domain/claims/claim-name';
import { transition, type MoveFacts } from '../../domain/claims/transition';
import { isSameFund, type FundId } from '../../domain/funds/fund';
import { sumOf, type Cents } from '../../domain/money/money';
import { FUND_CATEGORIES, MUST_BE_VISIBLE } from '../../rulebook/claiming';
import { fundNamed } from '../../rulebook/name-keys';
import { requirementsOn } from '../../rulebook/requirements';
import type { ActivityId } from '../../rulebook/rules/activities';
import { DEFAULT_PROGRAM, rulesOn } from '../../rulebook/rules-on';
import { blankActivity } from '../activities/blank-activity';
import { sampleId } from './is-sample';
import { EARLIER_COOP, SAMPLE_PARTNERS } from './sample-report';

/** The plan, claims, and exchange rates of the sample. */
export interface SamplePlan {
  activities: Activity[];
  claims: Claim[];
  history: HistoryEntry[];
  rates: ExchangeRate[];
}

/** The details of an activity besides its name, days, and amounts. */
type Details = Pick<Activity, 'title' | 'owner' | 'description' | 'solutionArea'> & Partial<Activity>;

/** What happened to a claim after its submission. */
interface Move extends Pick<MoveFacts, 'on' | 'amount' | 'note'> {
  to: ClaimStatus;
}

/**
 * The plan and the claims of the sample as of a day. The activities are in the current usage period, in every status.
 * Each claim belongs to the usage period that was open for claims on the day it was submitted, so that on any day of the
 * year there are claims in preparation, under review, approved, and paid.
 */
export function samplePlan(today: Day): SamplePlan {
  const plan = new PlanInMaking(today);
  const ago = (days: number): Day => addDays(today, -days);
  plan.claim('Tradeshows and expositions', 240_000, TRADESHOW, ago(75), [
    { to: 'approved', on: ago(58), amount: 240_000 },
    // the bank's own exchange rate
    { to: 'paid', on: payDay(ago(58), 'claim', rulesOn(today).payment().value), amount: 238_500 },
  ]);
  plan.claim('Customer seminars and bootcamps', 227_500, SEMINAR, ago(25), [
    { to: 'under review', on: ago(23) },
    { to: 'action required', on: ago(5), note: 'The photo of the event shows no date.' },
  ]);
  plan.claim('Direct mail, email and mobile SMS', 180_000, MAILING, ago(24), [{ to: 'approved', on: ago(6), amount: 180_000 }]);
  plan.claim('Multi-touch digital campaign', 315_000, CAMPAIGN, ago(12), [{ to: 'under review', on: ago(10) }]);
  plan.claim('Digital advertising', 145_000, ADS, ago(1), []);
  plan.prepare('Microsoft exams and tuition', 196_000, EXAMS, ago(42));
  plan.useUpEarlierFund('Partner website and search engine optimization', WEBSITE);

  plan.activity('done', 'Microsoft AI Cloud Partner Program participation fee', ago(12), ago(12), {
    ...FEE,
    budget: 89_500,
    actual: 89_500,
  });
  plan.activity('committed', 'Digital advertising', ago(9), addDays(today, 18), {
    ...ADS,
    budget: 360_000,
    actual: 120_000,
    expenses: [
      expense(1, 'Third-party media placement', 280_000, 120_000),
      expense(2, 'Fee - agency: Marketing and creative services, including agency fees', 80_000, null),
    ],
  });
  plan.activity('planned', 'Telemarketing', addDays(today, 10), addDays(today, 31), { ...CALLS, budget: 120_000 });
  plan.activity('planned', 'Customer seminars and bootcamps', addDays(today, 24), addDays(today, 24), {
    ...SEMINAR,
    title: 'Security basics seminar',
    description: 'Half a day for customers; co-op pays a part',
    budget: 400_000,
    coopShare: 250_000,
  });
  plan.rate('CAD', 0.73, 'Group treasury');
  plan.activity('draft', 'Internal training and floor days', addDays(today, 40), addDays(today, 41), {
    ...TRAINING,
    budget: 205_000,
    currency: 'CAD',
    rate: null,
  });
  plan.activity('canceled', 'Print advertising', addDays(today, 15), addDays(today, 20), { ...PRINT, budget: 100_000 });
  return plan.made;
}

class PlanInMaking {
  readonly made: SamplePlan = { activities: [], claims: [], history: [], rates: [] };
  private readonly running: Half;
  private ids = 0;

  constructor(private readonly today: Day) {
    this.running = halfOf(today);
  }

  /** Adds an activity in the current usage period; days outside it become its first or last day. */
  activity(status: ActivityStatus, name: ActivityId, start: Day, end: Day, details: Details): void {
    this.add(status, name, nextHalf(this.running, -1), start, end, details);
  }

  /** Adds an exchange rate from the first day of the current usage period. */
  rate(currency: string, rate: number, source: string): void {
    this.made.rates.push({ id: sampleId('R', ++this.ids), currency, from: firstDay(this.running), rate, source });
  }

  /** A claim that was submitted on a day, on an activity that ended five days before. */
  claim(name: ActivityId, amount: Cents, details: Details, submittedOn: Day, moves: readonly Move[]): void {
    const earned = this.claimableOn(submittedOn);
    const activity = this.add('done', name, earned, addDays(submittedOn, -19), addDays(submittedOn, -5), {
      ...details,
      ...costing(amount),
    });
    const begun = this.begin(activity, addDays(submittedOn, -2));
    const invoice = `INV${4800 + this.made.claims.length}`;
    const isAnswered = moves.every(({ to }) => to !== 'action required');
    let claim: Claim = {
      ...begun,
      lines: [this.invoice(activity, invoice, amount)],
      claimNumber: String(1_480_500 + this.made.claims.length),
      paymentReference: moves.some(({ to }) => to === 'paid') ? `${PAYMENT}${this.made.claims.length}` : '',
      proof: begun.proof.map((item, n): ProofItem =>
        isAnswered || n < begun.proof.length - 1 ? { ...item, state: 'done', evidence: `${invoice} ${n + 1}.pdf` } : item,
      ),
    };
    claim = { ...claim, name: claimName(claim) };
    for (const move of [{ to: 'submitted', on: submittedOn } as Move, ...moves]) claim = this.moved(claim, move);
    this.made.claims.push(claim);
  }

  /** A claim that isn't submitted yet, on an activity that ended on a day. */
  prepare(name: ActivityId, amount: Cents, details: Details, ended: Day): void {
    const earned = this.claimableOn(this.today);
    const activity = this.add('done', name, earned, addDays(ended, -3), ended, { ...details, ...costing(amount) });
    this.made.claims.push(this.begin(activity, addDays(this.today, -2)));
  }

  /** Adds a paid claim that leaves little of the earlier fund, so that only a small amount lapses on any day. */
  useUpEarlierFund(name: ActivityId, details: Details): void {
    const earned = nextHalf(this.running, -2);
    const fund = fundOf(earned);
    const others = this.made.claims.filter((claim) => isSameFund(claim.fund!, fund));
    const amount = EARLIER_COOP - LAPSING - sumOf(others, (claim) => claim.amount!);
    const submittedOn = addDays(daysOf(earned).claimOpens, 20);
    const approvedOn = addDays(submittedOn, 14);
    const paidOn = payDay(approvedOn, 'claim', rulesOn(approvedOn).payment().value);
    this.claim(name, amount, details, submittedOn, [
      { to: 'approved', on: approvedOn, amount },
      { to: 'paid', on: paidOn, amount },
    ]);
  }

  private add(status: ActivityStatus, name: ActivityId, earned: Half, start: Day, end: Day, details: Details): Activity {
    const { usageStart, usageEnd } = daysOf(earned);
    const within = (day: Day): Day => (day < usageStart ? usageStart : day > usageEnd ? usageEnd : day);
    const activity: Activity = {
      ...blankActivity(sampleId('A', ++this.ids), fundOf(earned)),
      content: 1,
      meetsCore: true,
      ...details,
      status,
      activity: name,
      start: within(start),
      end: within(end),
    };
    this.made.activities.push(withRateInForce(activity, this.made.rates));
    return activity;
  }

  private begin(activity: Activity, on: Day): Claim {
    const claim = claimFromActivity(activity, {
      requirements: requirementsOf(activity),
      evidence: 'invoice',
      last: { fundCategory: FUND_CATEGORIES[0]!, fundingPool: '', solutionAreas: '' },
      lowDollar: null,
      most: null,
      newId: (prefix) => sampleId(prefix, ++this.ids),
    });
    this.made.history.push({
      at: noonOf(on),
      subject: claim.id,
      what: 'created',
      from: '',
      to: claim.name,
      where: 'pane',
      note: '',
      who: SAMPLE_NAME,
    });
    return claim;
  }

  private invoice(activity: Activity, number: string, amount: Cents): Claim['lines'][number] {
    const [type = ''] = requirementsOf(activity)?.expenses ?? [];
    return { id: sampleId('L', ++this.ids), kind: 'invoice', number, type, amount, isThirdParty: true, note: '' };
  }

  private moved(claim: Claim, { to, on, ...facts }: Move): Claim {
    const days = daysOf(claim.fund!.half);
    const moved = transition(claim, to, { ...facts, on, at: noonOf(on), asOf: this.today, days });
    if ('refusal' in moved) throw new Error(moved.refusal);
    this.made.history.push({ ...moved.entry, who: SAMPLE_NAME });
    return moved.claim;
  }

  /** The half whose co-op can be claimed on a day, as far as Microsoft shows it: one at a time. */
  private claimableOn(day: Day): Half {
    return [-1, -2]
      .map((n) => nextHalf(this.running, n))
      .find((half) => daysOf(half).claimOpens <= day && day <= daysOf(half).claimDeadline)!;
  }
}

const PAYMENT = '00681501625';

/** Who keeps the sample's plan. */
export const SAMPLE_NAME = 'Ana';

/** The part of the earlier fund that no claim uses. */
const LAPSING: Cents = 94_000;

const fundOf = (earned: Half): FundId => ({
  ...fundNamed(SAMPLE_PARTNERS.US.id, DEFAULT_PROGRAM, earned),
  partnerName: SAMPLE_PARTNERS.US.shortName,
});
const daysOf = (earned: Half): ClaimDays => claimDays(earned, rulesOn(lastDay(earned)).deadlines().value);
const noonOf = (day: Day): string => `${day}T12:00:00Z`;
const costing = (actual: Cents): Partial<Activity> => ({ budget: actual + 20_000, actual });
const expense = (n: number, type: string, budget: Cents, actual: Cents | null): Expense => ({
  id: sampleId('E', n),
  type,
  budget,
  actual,
  note: '',
});

function requirementsOf({ activity, start }: Activity) {
  const found = requirementsOn(start!, activity, DEFAULT_PROGRAM, rulesOn(start!));
  return found && { ...found, visible: MUST_BE_VISIBLE };
}

const TRADESHOW: Details = {
  title: 'Regional retail IT show',
  owner: 'Ben',
  description: 'Booth for small retailers',
  solutionArea: 'Modern Work',
  attendees: 120,
};
const SEMINAR: Details = {
  title: 'Copilot seminar',
  owner: 'Ana',
  description: 'Half a day for customers',
  solutionArea: 'Modern Work',
  attendees: 40,
};
const MAILING: Details = {
  title: 'Security check mailing',
  owner: 'Ben',
  description: 'Offer to existing customers',
  solutionArea: 'Security',
};
const CAMPAIGN: Details = {
  title: 'Azure migration campaign',
  owner: 'Ana',
  description: 'Ads, email, and landing page',
  solutionArea: 'Azure',
};
const ADS: Details = {
  title: 'Business Premium search ads',
  owner: 'Ana',
  description: 'Leads for Microsoft 365',
  solutionArea: 'Modern Work',
};
const EXAMS: Details = {
  title: 'Azure and security exams',
  owner: 'Ben',
  description: 'AZ-104 and SC-900 for six engineers',
  solutionArea: 'Azure',
  attendees: 6,
};
const WEBSITE: Details = {
  title: 'New website',
  owner: 'Ana',
  description: 'New pages for Azure and security services',
  solutionArea: 'Azure',
};
const FEE: Details = { title: 'Annual membership', owner: 'Ben', description: '', solutionArea: '', content: null };
const CALLS: Details = { title: 'Seminar invitation calls', owner: 'Ben', description: '', solutionArea: 'Modern Work' };
const TRAINING: Details = {
  title: 'Dynamics 365 sales training',
  owner: 'Ana',
  description: 'For the sales team in Toronto',
  solutionArea: 'Business Applications',
  attendees: 12,
};
const PRINT: Details = { title: 'Chamber magazine ad', owner: 'Ben', description: 'Half a page', solutionArea: 'Modern Work' };
