import { titleOf, type Activity } from '../../domain/activities/activity';
import { formatDay, weekdayOf, type Day } from '../../domain/calendar/day';
import { CLOSING_TIME } from '../../domain/calendar/deadlines';
import { latestApproval } from '../../domain/calendar/payment-dates';
import { safeByDays } from '../../domain/calendar/safe-day';
import { isStillEarned } from '../../domain/checks/check-fund-dates';
import type { NextDeadline } from '../../domain/claims/next-deadline';
import { describeFund, fundKey, fundTitle, isSameFund, type Fund } from '../../domain/funds/fund';
import { compareText } from '../../domain/text/compare';
import { plural } from '../../domain/text/plural';
import { uidOf, type CalendarEntry, type Unsure } from '../../storage/planning/calendar-table';
import { claimViewer, type ClaimView } from '../claims/claim-view';
import { claimedNow } from '../claims/claimable-activities';
import type { PlanningRead, Reading } from '../store/planning-store';
import { paymentRuleOn } from '../to-do/to-do-list';

/** The days of a workbook for a calendar, and what can't be said of it. */
export interface CalendarDays {
  entries: readonly CalendarEntry[];
  /** What may only seem to be gone, because it can't be read. */
  unsure: Unsure;
  /** Rows without an ID of their own. A calendar couldn't find them again. */
  withoutId: number;
}

/** Deadlines and last safe days of funds and activities, and what claims wait for; by day. */
export function calendarDays({ read, book, asOf }: Reading): CalendarDays {
  const activities = read.activities.map(({ value }) => value);
  const views = read.claims.map(({ value }) => value).map(claimViewer(read, book, asOf));
  const claimed = claimedNow(read.claims);
  const rule = paymentRuleOn(book, asOf);
  const { reviewDays, proofDays, payBy } = read.settings;
  const safeDayOf = (fund: Fund): Day => safeByDays(fund, reviewDays, proofDays, payBy && latestApproval(payBy, rule));
  const fundOf = ({ fund }: Activity): Fund | undefined => read.funds.find((candidate) => fund !== null && isSameFund(candidate, fund));
  const entries = [
    ...read.funds.filter((fund) => isWorthADay(fund, asOf)).flatMap((fund) => ofFund(fund, safeDayOf(fund))),
    ...activities.filter(hasId).flatMap((activity) => {
      const fund = fundOf(activity);
      return fund && !claimed.has(activity.id) ? ofActivity(activity, fund, safeDayOf(fund)) : [];
    }),
    ...views.filter(({ claim }) => hasId(claim)).flatMap(ofClaim),
  ];
  const stored = [...read.activities, ...read.claims];
  const withoutId = stored.filter(({ value }) => !hasId(value)).length;
  const unread = [
    ...stored.flatMap(({ value, troubles }) => (troubles.length > 0 ? [value.id] : [])),
    ...activities.flatMap((activity) => (activity.fund !== null && !fundOf(activity) ? [activity.id] : [])),
    ...views.flatMap(({ claim, days }) => (days === null ? [claim.id] : [])),
  ];
  return {
    entries: entries.sort((a, b) => compareText(a.day, b.day) || compareText(a.what, b.what) || compareText(a.uid, b.uid)),
    unsure: withoutId > 0 || isPartlyRead(read) ? 'all' : new Set(unread.map(subjectOf)),
    withoutId,
  };
}

/** A row without an ID of its own has one of ours that begins with #. */
const hasId = ({ id }: { id: string }): boolean => !id.startsWith('#');

/** Co-op below the threshold becomes rebate once its half is over, and then has no deadlines. */
const isWorthADay = (fund: Fund, asOf: Day): boolean =>
  fund.isIncomplete === true || isStillEarned(fund, asOf) || (fund.usable ?? fund.earned) > 0;

function ofFund(fund: Fund, safeDay: Day): CalendarEntry[] {
  const subject = subjectOf(fundKey(fund));
  const name = describeFund(fund);
  const entry = (milestone: string, day: Day, what: string, text: string, isClosing = false): CalendarEntry => ({
    uid: uidOf(subject, milestone),
    day,
    what: `${what}: ${fundTitle(fund)}`,
    text: `${name}. ${text}`,
    isClosing,
  });
  const { usageStart, usageEnd, claimDeadline, resolutionDeadline } = fund;
  return [
    // a plan whose lead times leave no safe day has none to remember
    ...(safeDay >= usageStart && safeDay < usageEnd
      ? [
          entry(
            'last-safe-day',
            safeDay,
            'Last safe day for activities',
            `Activities that end later may be proven, approved, or paid late.`,
          ),
        ]
      : []),
    entry(
      'usage-end',
      usageEnd,
      'Last day for activities',
      `The usage period ends.${safeDay === usageEnd ? " It's the last safe day, too." : ''}`,
    ),
    entry('claim-deadline', claimDeadline, 'Claim deadline', `Claims close on ${closing(claimDeadline)}.`, true),
    entry(
      'resolution-deadline',
      resolutionDeadline,
      'Resolution deadline',
      `Claims have to be approved by ${closing(resolutionDeadline)}.`,
      true,
    ),
  ];
}

/** The days of an activity that isn't claimed. */
function ofActivity(activity: Activity, fund: Fund, safeDay: Day): CalendarEntry[] {
  const { id, status } = activity;
  if (status === 'draft' || status === 'canceled') return [];
  const subject = subjectOf(id);
  const name = short(titleOf(activity) || id);
  const entry = (milestone: string, day: Day, what: string, text: string, isClosing = false): CalendarEntry => ({
    uid: uidOf(subject, milestone),
    day,
    what: `${what}: ${name}`,
    text: `${text} ${describeFund(fund)}; activity ${id}.`,
    isClosing,
  });
  const claimBy = entry('claim-by', fund.claimDeadline, 'Claim by', `Claims close on ${closing(fund.claimDeadline)}.`, true);
  if (status === 'done' || safeDay < fund.usageStart) return [claimBy];
  return [entry('last-safe-day', safeDay, 'Last safe day to end', 'If it ends later, proof, review, or payment may be late.'), claimBy];
}

/** What a claim waits for. */
function ofClaim({ claim, clock, times }: ClaimView): CalendarEntry[] {
  if (!clock) return [];
  const { waitsFor, until, isDeadline } = clock;
  const { what, text } = CLOCKS[waitsFor];
  const name = short(claim.name || claim.activity || claim.id);
  const review = waitsFor === 'action' ? ` It has to be approved by then, and a review can take ${plural(times.reviewDays, 'day')}.` : '';
  return [
    {
      uid: uidOf(subjectOf(claim.id), `claim-${waitsFor}`),
      day: until,
      what: `${what}: ${name}`,
      text: `${text} ${isDeadline ? closing(until) : formatDay(until)}.${review} Claim ${claim.id}.`,
      isClosing: isDeadline,
    },
  ];
}

const CLOCKS: Record<NextDeadline['waitsFor'], { what: string; text: string }> = {
  submission: { what: 'Submit the claim', text: 'Claims close on' },
  action: { what: 'Complete and resubmit the claim', text: 'Claims are resolved by' },
  objection: { what: 'Last day to dispute the claim', text: 'Rejected. Disputes have to be resolved by' },
  review: { what: 'Decision expected', text: 'Under review. An estimate: a decision is expected by' },
  dispute: { what: 'Answer to the dispute expected', text: 'An estimate: an answer is expected by' },
  payment: { what: 'Payment expected', text: 'Approved. An estimate: payment is expected by' },
};

const closing = (day: Day): string => `${formatDay(day)} (${weekdayOf(day)}), ${CLOSING_TIME}`;

/** What can't be read isn't gone. A trouble of a table may be about any of its rows. */
const isPartlyRead = ({ funds, troubles, lost, hasUnknownAmounts, unknownFields }: PlanningRead): boolean =>
  hasUnknownAmounts || funds.length === 0 || troubles.length + lost.length + unknownFields.size > 0;

/** A subject for a UID: an ID of ours as it is, and anything else as a code. */
const subjectOf = (id: string): string => (/^[A-Z]-[A-Z0-9]+$/i.test(id) ? id.toUpperCase() : codeOf(id));

/** FNV-1a, 64 bits. */
const codeOf = (text: string): string =>
  [...new TextEncoder().encode(text)]
    .reduce((hash, byte) => ((hash ^ BigInt(byte)) * FNV_PRIME) % FNV_SIZE, FNV_BASIS)
    .toString(16)
    .padStart(16, '0');

const FNV_BASIS = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;
const FNV_SIZE = 2n ** 64n;

/** A name that a calendar shows whole. */
function short(name: string): string {
  const line = name.trim().replace(/\s+/g, ' ');
  return line.length > MAX_NAME ? `${line.slice(0, MAX_NAME - 1)}…` : line;
}

const MAX_NAME = 100;
