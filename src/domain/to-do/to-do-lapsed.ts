import { titleOf, type Activity } from '../activities/activity';
import type { FundBalance } from '../balance/balance';
import { countedMoney, type FundUsage } from '../balance/fund-usage';
import type { Claim } from '../claims/claim';
import { daysBetween, formatDay } from '../calendar/day';
import { describeFund, isSameFund, nameOfFund, type Fund } from '../funds/fund';
import { formatUsd } from '../money/money';
import { compareText } from '../text/compare';
import { listed, quoted, type FundView, type ToDo } from './to-do-item';

/** How many days after the claim deadline a lapse is listed. */
const TOLD_DAYS = 30;

/** The amount a fund lost at its claim deadline, and the activities that could have used it with a claim. */
export function lapsedLately(
  { lapsed, usable }: FundBalance,
  activities: readonly Activity[],
  claims: readonly Claim[],
  { fund, asOf, rules }: FundView,
): ToDo[] {
  const { claimDeadline } = fund;
  const days = daysBetween(claimDeadline, asOf);
  if (days < 1 || days > TOLD_DAYS || lapsed === 0) return [];
  const unclaimed = countedMoney(fund, activities, claims, asOf, rules.capOf).filter(({ plan }) => plan !== null);
  const names = [...unclaimed.map(nameOf), ...draftsOf(fund, activities).map((draft) => `${quoted(titleOf(draft))} (draft)`)];
  const which = names.length > 0 ? ` Activities left without it: ${listed(names)}.` : '';
  const part = lapsed === usable ? 'it' : `this part of the ${formatUsd(usable)} above the threshold`;
  const unsure = fund.usable === null ? ' No threshold is known, so all of its co-op counts as usable.' : '';
  return [
    {
      due: claimDeadline,
      what: `${formatUsd(lapsed)} lapsed`,
      why: `${describeFund(fund)}: claims closed on ${formatDay(claimDeadline)}, and no claim uses ${part}.${which}${unsure}`,
      atRisk: 0,
      opens: { screen: 'funds', fund: nameOfFund(fund) },
    },
  ];
}

/** The drafts of a fund in the order of their days, those without a day last. */
export const draftsOf = (fund: Fund, activities: readonly Activity[]): Activity[] =>
  activities
    .filter((activity) => activity.status === 'draft' && activity.fund !== null && isSameFund(activity.fund, fund))
    .sort((a, b) => compareText(a.start ?? '9', b.start ?? '9'));

const nameOf = ({ title, plan, amount }: FundUsage): string =>
  `${quoted(title)} (${amount === null ? '' : `${formatUsd(amount)}, `}${plan!.status})`;
