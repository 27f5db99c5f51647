import { sumOf, type Cents } from '../money/money';
import { linesOf, type Claim, type ClaimStatus } from './claim';

/** What a claim comes to by its status: paid, else approved, else claimed, else the sum of its lines. Null if none of them is known. */
export function latestAmount(claim: Claim, status: ClaimStatus): Cents | null {
  const { amount, approved, paid } = claim;
  const lines = linesOf(claim);
  const claimed = amount ?? (lines.length === 0 ? null : sumOf(lines, (line) => line.amount));
  if (status === 'paid') return paid ?? approved ?? claimed;
  return status === 'approved' ? (approved ?? claimed) : claimed;
}
