import type { Claim } from '../../domain/claims/claim';
import { formatIn } from '../../domain/money/currency';

/** What is claimed, and what was approved or paid where that is another amount. */
export function describeAmount({ status, amount, approved, paid, currency }: Claim): string {
  if (amount === null) return 'No amount yet';
  const claimed = `${formatIn(amount, currency)} claimed`;
  const [came, word] = status === 'paid' ? [paid, 'paid'] : status === 'approved' ? [approved, 'approved'] : [null, ''];
  if (came === null) return formatIn(amount, currency);
  const said = came === amount ? `${formatIn(came, currency)} ${word}` : `${formatIn(came, currency)} ${word} of ${claimed}`;
  if (status !== 'paid' || approved === null || approved === came) return said;
  return `${said}; ${formatIn(Math.abs(approved - came), currency)} ${came < approved ? 'less' : 'more'} than the ${formatIn(approved, currency)} approved`;
}
