import { plural } from '../../text/plural';
import { isOfKind, type ClaimBounds } from './amount';
import { findingAt, type ClaimFinding } from './claim-finding';
import { type Claim, linesOf } from '../claim';
import { isActive } from '../claim-status';
import { othersOfKind, amountHeld } from '../claims-by-fund';
import { formatUsd, shareOf, sumOf, type Cents } from '../../money/money';
import { capOn } from '../../activities/caps';
import { inUsd } from '../../money/currency';

/** Findings on the travel of a conference claim, which has its own cap; registration is separate. */
export function findingsOnTravel(claim: Claim, bounds: ClaimBounds): ClaimFinding[] {
  const { cap, attendees } = bounds;
  const whole = claim.amount === null ? null : inUsd(claim.amount, claim);
  if (cap.kind !== 'travel' || whole === null) return [];
  const most = capOn(cap, 0, attendees)!;
  const lines = travelLines(claim);
  const people = Math.min(attendees ?? cap.people, cap.people);
  if (lines === null) {
    return whole > most
      ? [
          findingAt('amount', 'cap').warning(
            `Of ${formatUsd(whole)}, at most ${formatUsd(most)} can be travel and hotel, for ${plural(people, 'person', 'people')}. The rest must be registration.`,
          ),
        ]
      : [];
  }
  const about = findingAt('lines', 'cap');
  if (lines > most) {
    return [
      about.warning(
        `${formatUsd(lines)} of travel and hotel is ${formatUsd(lines - most)} more than co-op can pay for one conference: ${formatUsd(most)}, for ${plural(people, 'person', 'people')}.`,
      ),
    ];
  }
  const all = lines + sumOf(othersOfKind(claim, bounds.others, isOfKind(claim, bounds)), travelOf);
  if (all <= cap.total) return [];
  return [
    about.warning(
      `With the other conferences, ${formatUsd(all)} of travel and hotel is ${formatUsd(all - cap.total)} more than co-op can pay in a usage period: ${formatUsd(cap.total)}.`,
    ),
  ];
}

/** What a claim uses of its period's travel cap: its travel lines, at most what was approved or paid. */
const travelOf = (claim: Claim): Cents => (isActive(claim.status) ? Math.min(travelLines(claim) ?? 0, amountHeld(claim)) : 0);

/** Its travel in US dollars; null if its documents don't list expenses: invoices have numbers. */
function travelLines(claim: Claim): Cents | null {
  const named = linesOf(claim).filter(({ type }) => type !== '');
  if (named.length === 0) return null;
  const travel = sumOf(
    named.filter(({ type }) => /^\W*travel\b/i.test(type)),
    ({ amount }) => amount,
  );
  return inUsd(travel - shareOf(travel, claim.otherProgramShare ?? 0), claim);
}
