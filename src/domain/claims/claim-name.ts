import { monthOf } from '../calendar/day';
import { linesOf, type Claim } from './claim';

/** A placeholder for a document number that hasn't been entered. */
export const UNNUMBERED = 'INV…';

/** The name suggested for a claim: the number of its invoice, the activity, and the month it ended in. A CSR has no invoice. */
export function claimName(claim: Pick<Claim, 'activity' | 'end' | 'evidence' | 'lines'>): string {
  const { activity, end, evidence } = claim;
  const number =
    evidence === 'CSR'
      ? ''
      : numbered(
          linesOf(claim)
            .find((line) => line.number.trim() !== '')
            ?.number.trim() ?? '',
        );
  const month = end === null ? '' : MONTHS[monthOf(end) - 1]!;
  return [number, activity.trim(), month].filter(Boolean).join(' ');
}

/** Whether to replace the current name with the suggested one: a name the user chose stays, unless the invoice now has a number. */
export const isBetterName = (suggested: string, { name, evidence }: Pick<Claim, 'name' | 'evidence'>): boolean =>
  suggested !== name && (name === '' || name.includes(UNNUMBERED) || (evidence === 'invoice' && !suggested.includes(UNNUMBERED)));

/** A bare number is an invoice number; anything else includes its kind. */
function numbered(invoice: string): string {
  if (invoice === '') return UNNUMBERED;
  return /^\d/.test(invoice) ? `INV${invoice}` : invoice;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
