import { pick, plural } from '../../text/plural';
import { linesOf } from '../claim';
import { findingAt, type ClaimFinding } from './claim-finding';
import type { Claim } from '../claim';
import { isActive } from '../claim-status';
import { othersOnActivity, takenOfFund, takenOfKind, type AmountHeld } from '../claims-by-fund';
import { formatShare, formatUsd, shareOf, sumOf, type Cents } from '../../money/money';
import { capOn, type CapRule } from '../../activities/caps';
import { formatIn, inUsd, isCurrencyCode, isUsd } from '../../money/currency';

/** The limits of a claim: its fund, its activity's cap, and what other claims have used of both. In US dollars. */
export interface ClaimBounds {
  /** The usable part of the fund after the threshold; null if unknown. */
  usable: Cents | null;
  /** Co-op earned, the base of caps that are shares; null if unknown. */
  earned: Cents | null;
  cap: CapRule;
  attendees: number | null;
  /** Whether co-op pays only a part of its activity's cost, so that less than the documents say is claimed. */
  isPart: boolean;
  /** The claims of the workbook. The claim itself, found by its ID, doesn't count. */
  others: readonly Claim[];
  /** The standard name of an activity; caps are for all of a kind. Omitted: the name as written. */
  kindOf?: (activity: string) => string;
}

/** The maximum claim amount and the limit behind it; null if neither fund nor cap is known. */
export interface ClaimLimit {
  amount: Cents;
  bound: 'fund' | 'cap';
  /** What the limit is and how it was calculated. */
  why: string;
}

/** The maximum claim amount: what the fund or the activity's cap has left, whichever is less. */
export function claimLimit(claim: Claim, bounds: ClaimBounds): ClaimLimit | null {
  const [ofFund, ofCap] = [fundLimit(claim, bounds), capLimit(claim, bounds)];
  return ofFund === null || (ofCap !== null && ofCap.amount < ofFund.amount) ? ofCap : ofFund;
}

function fundLimit(claim: Claim, { usable, others }: ClaimBounds): ClaimLimit | null {
  if (usable === null) return null;
  const taken = takenOfFund(claim, others);
  return { amount: left(usable, taken), bound: 'fund', why: describeBound('the fund', usable, taken) };
}

/** What the activity's cap has left; null if there is none or it isn't known. Travel's doesn't apply to registration, so it limits no claim. */
export function capLimit(claim: Claim, bounds: ClaimBounds): ClaimLimit | null {
  const { earned, cap, attendees, others } = bounds;
  if (cap.kind === 'travel' || (earned === null && (cap.kind === 'share' || cap.kind === 'greater'))) return null;
  const capped = capOn(cap, earned ?? 0, attendees);
  if (capped === null) return null;
  const taken = takenOfKind(claim, others, isOfKind(claim, bounds));
  return {
    amount: left(capped, taken),
    bound: 'cap',
    why: describeBound(`the cap of "${claim.activity}" in a usage period`, capped, taken),
  };
}

const left = (whole: Cents, { cents }: AmountHeld): Cents => Math.max(0, whole - cents);

/** Whether a name means the claim's kind of activity, however it is spelled. */
export function isOfKind({ activity }: Claim, { kindOf = (name) => name }: Pick<ClaimBounds, 'kindOf'>): (name: string) => boolean {
  const kind = kindOf(activity);
  return (name) => kindOf(name) === kind;
}

/** Findings on a claim's amount: only the fund and the cap block it; the rest are questions. */
export function findingsOnAmount(claim: Claim, bounds: ClaimBounds): ClaimFinding[] {
  return [...onCurrency(claim), ...onLimit(claim, bounds), ...onLines(claim, bounds), ...onOtherClaims(claim, bounds.others)];
}

function onCurrency({ currency, rate, amount }: Claim): ClaimFinding[] {
  const findings: ClaimFinding[] = [];
  const about = findingAt('rate', 'currency');
  if (currency !== '' && !isCurrencyCode(currency))
    findings.push(findingAt('currency', 'currency').blocking('A currency is three letters, such as USD or EUR.'));
  else if (!isUsd({ currency, rate }) && rate === null) {
    findings.push(
      about.warning(`Enter the exchange rate (USD per ${currency}). Without it, the claim can't be checked against funds and caps.`),
    );
  }
  if (rate !== null && rate <= 0) findings.push(about.blocking('A rate must be more than zero.'));
  if (amount !== null && amount <= 0) findings.push(findingAt('amount', 'amounts').blocking('The amount must be more than zero.'));
  return findings;
}

function onLimit(claim: Claim, bounds: ClaimBounds): ClaimFinding[] {
  const usd = claim.amount === null ? null : inUsd(claim.amount, claim);
  if (usd === null) return [];
  const limit = claimLimit(claim, bounds);
  const about = findingAt('amount', 'cap');
  const findings: ClaimFinding[] = [];
  if (limit === null) {
    findings.push(findingAt('amount', 'amounts').note("The fund's balance isn't known, so the amount isn't checked against it."));
  } else if (usd > limit.amount) {
    const over = `${formatUsd(usd)} is ${formatUsd(usd - limit.amount)} more than the ${formatUsd(limit.amount)} that ${limit.why}.`;
    findings.push(limit.bound === 'cap' ? about.blocking(over) : findingAt('amount', 'amounts').blocking(over));
  }
  return findings;
}

function onLines(claim: Claim, { isPart }: Pick<ClaimBounds, 'isPart'>): ClaimFinding[] {
  const difference = differenceFromDocuments(claim, isPart);
  if (difference === null) return [];
  const { currency, amount, otherProgramShare } = claim;
  const share = otherProgramShare ?? 0;
  const less = share > 0 ? `, less the ${formatShare(share)} claimed under another program` : '';
  return [
    findingAt('amount', 'amounts').warning(
      `${formatIn(amount!, currency)} claimed differs by ${formatIn(Math.abs(difference), currency)} from the ${formatIn(amount! - difference, currency)} of the ${documentsOf(claim)}${less}. They should match.`,
    ),
  ];
}

/**
 * How much more a claim asks for than its documents say, less what another program pays; below zero for less. Null if they
 * match, or nothing can be compared yet: no amount, or no documents with amounts. A part of the cost may be less.
 */
export function differenceFromDocuments(claim: Claim, isPart: boolean): Cents | null {
  const total = sumOf(linesOf(claim), ({ amount }) => amount);
  if (claim.amount === null || total === 0) return null;
  const difference = claim.amount - (total - shareOf(total, claim.otherProgramShare ?? 0));
  return difference === 0 || (isPart && difference < 0) ? null : difference;
}

/** What a claim's documents are called. */
export const documentsOf = (claim: Claim): string =>
  claim.evidence === 'CSR' ? 'CSR lines' : pick(linesOf(claim).length, 'invoice', 'invoices');

function onOtherClaims(claim: Claim, others: readonly Claim[]): ClaimFinding[] {
  const same = othersOnActivity(claim, others);
  const alive = same.find(({ status }) => isActive(status));
  const about = findingAt('activityId', 'one claim');
  if (alive) return [about.warning(`"${alive.name}" claims the same activity. Microsoft accepts one claim per activity.`)];
  const [ended] = same;
  return ended ? [about.note(`"${ended.name}" claimed the same activity and is ${ended.status}.`)] : [];
}

/** "the fund has left: $10,020.00, less $4,000.00 of 2 other claims". */
function describeBound(what: string, amount: Cents, { cents, count }: AmountHeld): string {
  if (cents === 0) return `${what} allows`;
  return `${what} has left: ${formatUsd(amount)}, less ${formatUsd(cents)} of ${plural(count, 'other claim')}`;
}
