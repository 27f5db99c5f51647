import type { Claim } from '../../domain/claims/claim';
import { formatIn } from '../../domain/money/currency';
import type { Cents } from '../../domain/money/money';

/** The current amount of a claim: claimed, approved, or paid. */
export function describeAmount({ status, amount, approved, paid, currency }: Claim): string {
  if (status === 'paid' && paid !== null) return `${formatIn(paid, currency)} paid`;
  if (status === 'approved' && approved !== null) return `${formatIn(approved, currency)} approved`;
  return amount === null ? 'No amount yet' : formatIn(amount, currency);
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
