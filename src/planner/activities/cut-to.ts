import type { Activity } from '../../domain/activities/activity';
import { sumOf, sum, type Cents } from '../../domain/money/money';
import { inUsd, isUsd } from '../../domain/money/currency';

/** An activity whose budget comes to no more than an amount in US dollars; its expenses are cut in proportion. */
export function cutTo(activity: Activity, most: Cents): Activity {
  const { budget, expenses } = activity;
  if (budget === null || (inUsd(budget, activity) ?? 0) <= most) return activity;
  const target = inItsCurrency(most, activity);
  const planned = sumOf(expenses, (expense) => expense.budget);
  if (planned === 0 || planned !== budget) return { ...activity, budget: target };
  return {
    ...activity,
    budget: target,
    expenses: cutInProportion(
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
function cutInProportion(amounts: readonly Cents[], target: Cents): Cents[] {
  const whole = sum(amounts);
  const cut = amounts.map((amount) => Number((BigInt(amount) * BigInt(target)) / BigInt(whole)));
  let left = target - sum(cut);
  return cut.map((amount, index) => {
    if (left === 0 || amount >= amounts[index]!) return amount;
    left--;
    return amount + 1;
  });
}
