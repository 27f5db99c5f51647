import type { Book } from '../cells/book';
import { balanceOf } from '../domain/balance';
import { isSameFund } from '../domain/fund-name';
import type { Activity } from '../domain/activity';
import type { Day } from '../domain/day';
import { toDo, type ToDo } from '../domain/to-do';
import type { UnreadRow } from '../domain/to-do-item';
import { ANSWER_TIMES } from '../rulebook/claiming';
import { ifCovered } from '../rulebook/if-covered';
import { factsOf } from './features/plan/activity-facts';
import { viewOf } from './features/claims/claim-view';
import type { Kept, PlanningRead } from './planning/planning-store';

/** What is to be done on a day: what the plan's findings and the claims' readiness say is in it too. */
export function toDoNow(read: PlanningRead, book: Book, asOf: Day): readonly ToDo[] {
  const { settings } = read;
  const activities = read.activities.map(({ value }) => value);
  const claims = read.claims.map(({ value }) => value);
  const around = read.funds.map((fund) => ({ fund, balance: balanceOf(fund, activities, claims, asOf), settings, asOf, book }));
  const aroundOf = ({ fund }: Activity) => around.find((one) => fund !== null && isSameFund(one.fund, fund)) ?? { fund: null, balance: null, settings, asOf, book };
  return toDo({
    funds: read.funds,
    activities,
    claims,
    asOf,
    settings,
    rules: {
      times: ANSWER_TIMES,
      payment: (ifCovered(() => book.rulesOn(asOf).payment()) ?? book.rulesOn('newest').payment()).value,
      findingsOf: (activity) => factsOf(activity, aroundOf(activity)).findings,
      missingFor: (claim) => viewOf(claim, read, book, asOf).readiness.missing.map(({ sentence }) => sentence),
      troubles: [...unreadRows('plan', read.activities, ({ activity }) => activity), ...unreadRows('claims', read.claims, ({ name, activity }) => name || activity)],
    },
  });
}

const unreadRows = <T extends { id: string }>(screen: UnreadRow['screen'], rows: readonly Kept<T>[], nameOf: (value: T) => string): UnreadRow[] =>
  rows.flatMap(({ value, troubles }) => (troubles.length === 0 ? [] : [{ screen, id: value.id, name: nameOf(value), sentences: troubles.map(({ sentence }) => sentence) }]));
