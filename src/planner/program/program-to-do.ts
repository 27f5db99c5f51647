import { addDays, addMonths, formatMonth, type Day } from '../../domain/calendar/day';
import { comparableId } from '../../domain/earnings/partner-id';
import { describePartner, withPartnerName } from '../../domain/earnings/partner-name';
import { inUsd } from '../../domain/money/currency';
import { sumOf, type Cents } from '../../domain/money/money';
import { latestAmount } from '../../domain/claims/latest-amount';
import { isSoon, quoted, type ToDo } from '../../domain/to-do/to-do-item';
import type { Cpor } from '../../domain/program/cpor';
import { clockOf, isBeforeSubmission, isFinalStatus } from '../../domain/program/customer-claim';
import { eligibilityOf, type AreaEligibility } from '../../domain/program/eligibility';
import type { Funding } from '../../domain/program/funding';
import { isOverdue, whyReady, type Readiness } from '../../domain/program/readiness';
import { earnRulesOn } from '../../rulebook/who-may-earn';
import type { PlanningRead } from '../store/planning-store';
import { describeRisk } from './eligibility-view';
import { programRows } from './program-rows';

/**
 * What to do about the program's side on a day. No money of a fund is at risk in these items: a fund's money is at risk in
 * one item only, and associations and partner-led funding are no co-op.
 */
export function programToDo(read: PlanningRead, asOf: Day): ToDo[] {
  const { months, readiness, cpor, funding } = programRows(read.program);
  const nameOf = (partnerId: string): string => describePartner(withPartnerName({ partnerId }, read.partnerNames));
  return [
    ...readiness
      .filter(({ record }) => isOverdue(record, asOf))
      .map(({ record, base }) => readinessItem(record, base.id, nameOf(record.partnerId), waitingFor(record.partnerId, read))),
    ...cpor.flatMap(({ record, base }) => cporItem(record, base.id, asOf) ?? []),
    ...funding.flatMap(({ record, base }) => answerItem(record.name || record.engagement, record, base.id) ?? []),
    ...eligibilityOf(months, asOf, earnRulesOn).flatMap((area) => eligibilityItem(area, nameOf(area.partnerId)) ?? []),
  ].filter(({ due }) => due === null || due <= addMonths(asOf, MONTHS_AHEAD));
}

/** How many months ahead an item is on the list. */
const MONTHS_AHEAD = 2;

const item = (due: Day | null, what: string, why: string, id: string): ToDo => ({
  due,
  what,
  why,
  atRisk: 0,
  opens: { screen: 'program', id },
});

const readinessItem = (record: Readiness, id: string, partner: string, waiting: Cents | null): ToDo =>
  item(record.nextCheck, `Check "${record.item}" of Partner ID ${partner}`, whyReady(record, waiting), id);

/** The claims of a Partner ID that are submitted and not paid; null if their amounts aren't known. */
function waitingFor(partnerId: string, { claims, hasUnknownAmounts }: PlanningRead): Cents | null {
  if (hasUnknownAmounts) return null;
  const open = claims
    .map(({ value }) => value)
    .filter(({ fund, status }) => fund && comparableId(fund.partnerId) === comparableId(partnerId) && WAITING.has(status));
  const amounts = open.map((claim) => {
    const amount = latestAmount(claim, claim.status);
    return amount === null ? null : inUsd(amount, claim);
  });
  return amounts.includes(null) ? null : sumOf(amounts, (amount) => amount);
}

const WAITING: ReadonlySet<string> = new Set(['submitted', 'under review', 'action required', 'disputed', 'approved']);

/** The answer that Microsoft waits for. */
function answerItem(name: string, { status, statusSince }: Pick<Funding, 'status' | 'statusSince'>, id: string): ToDo | null {
  const clock = clockOf(status, statusSince);
  return clock && item(clock.due, `Answer Microsoft about ${quoted(name)}`, clock.threat, id);
}

function cporItem(claim: Cpor, id: string, asOf: Day): ToDo | null {
  const answer = answerItem(claim.name, claim, id);
  if (answer) return answer;
  if (isBeforeSubmission(claim.status) && claim.workloadConfirmed !== null && claim.workloadConfirmed <= asOf)
    return item(
      claim.workloadConfirmed,
      `Submit the association ${quoted(claim.name)}`,
      'Its workload is confirmed. One partner is associated with a workload, so submit it as soon as the workload is confirmed.',
      id,
    );
  if (claim.expires !== null && !isFinalStatus(claim.status) && isSoon(claim.expires, asOf))
    return item(
      claim.expires,
      `Look at the association ${quoted(claim.name)} before it expires`,
      'Its claim expiry is near or has passed.',
      id,
    );
  return null;
}

function eligibilityItem(area: AreaEligibility, partner: string): ToDo | null {
  const name = `${area.area} of Partner ID ${partner}`;
  const opens: ToDo['opens'] = { screen: 'program' };
  if (area.verdict === 'not eligible')
    return { due: null, what: `${name}: not eligible on what is entered`, why: area.results[0]!.missing.join(' '), atRisk: 0, opens };
  const [risk] = area.risks;
  return risk
    ? {
        due: addDays(risk.month, -1),
        what: `Keep ${name} eligible beyond ${formatMonth(addMonths(risk.month, -1))}`,
        why: describeRisk(risk),
        atRisk: 0,
        opens,
      }
    : null;
}
