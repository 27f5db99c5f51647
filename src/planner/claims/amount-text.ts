import type { Claim } from '../../domain/claims/claim';
import { latestAmount } from '../../domain/claims/latest-amount';
import { formatIn } from '../../domain/money/currency';
import type { Cents } from '../../domain/money/money';

/** The amount that counts of a claim: paid, approved, or claimed. */
export function describeAmount(claim: Claim): string {
  const { status, approved, paid, currency } = claim;
  const latest = latestAmount(claim, status);
  if (latest === null) return 'No amount yet';
  const isPaid = status === 'paid' && paid !== null;
  const isApproved = (status === 'paid' || status === 'approved') && approved !== null;
  return `${formatIn(latest, currency)}${isPaid ? ' paid' : isApproved ? ' approved' : ''}`;
}

/** How much approved differs from claimed, and paid from approved, one sentence each. */
export function describeDifferences({ status, amount, approved, paid, currency }: Claim): string[] {
  const steps: [name: string, cents: Cents | null][] = [
    ['claimed', amount],
    ['approved', status === 'approved' || status === 'paid' ? approved : null],
    ['paid', status === 'paid' ? paid : null],
  ];
  const known = steps.filter((step): step is [string, Cents] => step[1] !== null);
  return known.flatMap(([name, cents], index) => {
    const [before, was] = known[index - 1] ?? [name, cents];
    if (was === cents) return [];
    const words = `${before} ${formatIn(was, currency)}, ${name} ${formatIn(cents, currency)}`;
    return [`${words[0]!.toUpperCase()}${words.slice(1)}: ${formatIn(Math.abs(cents - was), currency)} ${cents < was ? 'less' : 'more'}.`];
  });
}
