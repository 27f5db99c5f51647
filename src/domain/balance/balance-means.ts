import type { FundMoney } from './balance';

/** What each amount of a balance means, for a finance person. */
export const BALANCE_MEANS: Record<keyof FundMoney, string> = {
  usable:
    "Co-op earned in the half that activities and claims can use: all of it if the threshold is reached, none if it isn't. If no threshold is known, all of it.",
  planned:
    "Activities with the status planned: the co-op share of their budget, or of what was spent so far where that is more, up to their cap. Drafts and canceled activities aren't counted.",
  committed:
    'Activities ordered but not done: the co-op share of their budget, or of what was spent so far where that is more, expense by expense, up to their cap.',
  spent:
    "Activities done without a submitted claim: the co-op share of their actual expenses if known, otherwise of their budget, up to their cap. Also claims in editing whose activity isn't counted in the plan.",
  claimed:
    "Claims not decided yet: submitted, under review, action required, or disputed. Once submitted, the amount claimed counts instead of the activity's cost.",
  approved: 'Claims approved and not paid, at the amount approved. Any amount claimed but not approved is free again.',
  paid: 'Claims paid, at the amount paid.',
  free: 'What is above the threshold, less planned, committed, spent, claimed, approved, paid, and lapsed. Never below zero; any overage is shown separately.',
  over: "The amount by which planned, committed, spent, claimed, approved, and paid exceed what is above the threshold. This fund can't pay it.",
  lapsed:
    'Lost by the as-of date: funds not claimed by the claim deadline, and claims that still needed action after the resolution deadline.',
  atRisk:
    "Lost if nothing changes: free funds at the end of the usage period; planned, committed, and spent funds at the claim deadline; open claims at the resolution deadline. Amounts over the fund aren't at risk.",
};
