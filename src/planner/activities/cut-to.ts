import type { Activity } from '../../domain/activities/activity';
import type { Cents } from '../../domain/money/money';
import { inUsd, isUsd } from '../../domain/money/currency';

/** An activity whose budget comes to no more than an amount in US dollars; its expenses are cut in proportion. */
export function cutTo(activity: Activity, most: Cents): Activity {
  const { budget, expenses } = activity;
  if (budget === null || (inUsd(budget, activity) ?? 0) <= most) return activity;
  const target = inItsCurrency(most, activity);
  const planned = expenses.reduce((sum, expense) => sum + expense.budget, 0);
  if (planned === 0 || planned !== budget) return { ...activity, budget: target };
  return {
    ...activity,
    budget: target,
    expenses: inProportion(
      expenses.map((expense) => expense.budget),
      target,
    ).map((share, index) => ({ ...expenses[index]!, budget: share })),
  };
}

/** The most of its currency that is worth no more than an amount in US dollars. */
function inItsCurrency(usd: Cents, activity: Activity): Cents {
  if (isUsd(activity) || !activity.rate) return usd;
  let amount = Math.ceil(usd / activity.rate) + 1;
  while (amount > 0 && inUsd(amount, activity)! > usd) amount--;
  return amount;
}

/** Amounts cut down to a sum, each by the same share; cents left over go to the first ones. */
function inProportion(amounts: readonly Cents[], sum: Cents): Cents[] {
  const whole = amounts.reduce((total, amount) => total + amount, 0);
  const cut = amounts.map((amount) => Number((BigInt(amount) * BigInt(sum)) / BigInt(whole)));
  let left = sum - cut.reduce((total, amount) => total + amount, 0);
  return cut.map((amount, index) => {
    if (left === 0 || amount >= amounts[index]!) return amount;
    left--;
    return amount + 1;
  });
}
