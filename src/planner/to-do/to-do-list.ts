import type { WorkbookRules } from '../../cells/workbook-rules';
import { balanceOf } from '../../domain/balance/balance';
import { groupBy } from '../../domain/group-by';
import { memoize } from '../../domain/memoize';
import { fundKey, isSameFund, nameOfFund } from '../../domain/funds/fund';
import { titleOf, type Activity } from '../../domain/activities/activity';
import type { Day } from '../../domain/calendar/day';
import { lastDay } from '../../domain/calendar/half';
import type { PaymentRule } from '../../domain/calendar/payment-dates';
import { toDo, type ToDo } from '../../domain/to-do/to-do';
import type { UnreadRow } from '../../domain/to-do/to-do-item';
import type { EarningsNow } from '../../domain/to-do/to-do-fund';
import { latestMonth } from '../../reports/funds';
import { ANSWER_TIMES } from '../../rulebook/claiming';
import { ifCovered } from '../../rulebook/if-covered';
import { programNamed } from '../../rulebook/rules-on';
import { fundOf } from '../../storage/funds/funds-table';
import { factsOf } from '../activities/activity-view';
import { capsIn } from '../activities/caps-in';
import { contextIn } from '../activities/plan-groups';
import { claimViewer } from '../claims/claim-view';
import { outlookOf } from '../funds/outlook';
import { thresholdPush } from './threshold-push';
import type { EarningsRead } from '../store/funds-in-workbook';
import type { Stored, PlanningRead, PlanningState } from '../store/planning-store';

/** The to-do list for the workbook as read; null if it isn't read. */
export const toDoIn = (state: PlanningState): readonly ToDo[] | null =>
  state.step === 'read' ? toDoNow(state.read, state.book, state.asOf) : null;

/** The to-do list on a day, including the plan's findings and the claims' readiness. */
export function toDoNow(read: PlanningRead, book: WorkbookRules, asOf: Day): readonly ToDo[] {
  const { settings } = read;
  const activities = read.activities.map(({ value }) => value);
  const claims = read.claims.map(({ value }) => value);
  const view = claimViewer(read, book, asOf);
  const capOf = capsIn(book);
  const beside = contextIn(read, asOf, book);
  const around = read.funds.map((fund) => ({
    ...beside,
    fund,
    balance: read.hasUnknownAmounts ? null : balanceOf(fund, activities, claims, asOf, capOf),
  }));
  const aroundOf = ({ fund }: Activity) =>
    around.find((candidate) => fund !== null && isSameFund(candidate.fund, fund)) ?? { ...beside, fund: null, balance: null };
  return toDo({
    funds: read.funds,
    activities,
    claims,
    ...(read.earnings && { earnings: earningsNow(read.earnings, read, book, asOf) }),
    asOf,
    settings,
    hasUnknownAmounts: read.hasUnknownAmounts,
    rules: {
      times: ANSWER_TIMES,
      payment: paymentRuleOn(book, asOf),
      deadlinesOf: (half) => ifCovered(() => book.rulesOn(lastDay(half)).deadlines().value),
      findingsOf: memoize((activity) => factsOf(activity, aroundOf(activity)).findings, activities.length + 1),
      capOf,
      missingFor: (claim) => view(claim).readiness.missing.map(({ sentence }) => sentence),
      troubles: [
        ...unreadRows('plan', read.activities, titleOf),
        ...unreadRows('claims', read.claims, ({ name, activity }) => name || activity),
      ],
    },
  });
}

/** The payment rule on a day; the newest where no source goes back that far. */
export const paymentRuleOn = (book: WorkbookRules, asOf: Day): PaymentRule =>
  (ifCovered(() => book.rulesOn(asOf).payment()) ?? book.rulesOn('newest').payment()).value;

/** The earnings of the workbook on a day; halves still being earned include their projection. */
function earningsNow(
  { months, funds, isReported, unread, unplaced }: EarningsRead,
  { restated, partnerGroups }: Pick<PlanningRead, 'restated' | 'partnerGroups'>,
  book: WorkbookRules,
  asOf: Day,
): EarningsNow {
  const monthsByFund = groupBy(months, (month) => fundKey(fundOf(month)));
  return {
    newestMonth: isReported ? latestMonth(months) : null,
    unread,
    unplaced: unplaced.map(({ file, line, reason }) => ({ place: line > 0 ? `line ${line} of ${file}` : file, reason })),
    funds: funds.map((fund) => {
      const { claimDeadline, coop, threshold, shortfall, expected, skipped, stage, status, missing } = fund;
      const monthsOfFund = monthsByFund.get(fundKey(fund)) ?? [];
      const outlook = stage === 'earning' && !fund.isTyped ? outlookOf({ ...fund, months: monthsOfFund }, months, book, asOf) : null;
      const seen =
        outlook?.kind === 'projected'
          ? {
              coop: outlook.projection.actual,
              shortfall: outlook.shortfall,
              expected: outlook.projection.expected,
              expectedShortfall: outlook.expectedShortfall,
              push: thresholdPush(outlook, fund, monthsOfFund, book, partnerGroups, asOf),
            }
          : { coop, shortfall, expected, expectedShortfall: null, push: null };
      return {
        ...nameOfFund(fund),
        claimDeadline,
        threshold,
        skipped,
        missing: status === 'incomplete' ? missing.map((month) => `${month}-01` as Day) : [],
        restated: restated.get(fundKey(fund)) ?? null,
        wantsThreshold: status === 'no threshold known' && programNamed(fund.program) !== null,
        ...seen,
      };
    }),
  };
}

const unreadRows = <T extends { id: string }>(
  screen: UnreadRow['screen'],
  rows: readonly Stored<T>[],
  nameOf: (value: T) => string,
): UnreadRow[] =>
  rows.flatMap(({ value, troubles }) =>
    troubles.length === 0 ? [] : [{ screen, id: value.id, name: nameOf(value), sentences: troubles.map(({ sentence }) => sentence) }],
  );
