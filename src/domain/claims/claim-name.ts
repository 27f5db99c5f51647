import { monthOf, type Day } from '../calendar/day';

/** A placeholder for a document number that hasn't been entered. */
export const UNNUMBERED = 'INV…';

/** The name suggested for a claim: an internal number, the activity and the month it ended in. */
export function claimName(activity: string, end: Day | null, invoice = ''): string {
  const month = end === null ? '' : MONTHS[monthOf(end) - 1]!;
  return [numbered(invoice.trim()), activity.trim(), month].filter(Boolean).join(' ');
}

/** A bare number is an invoice number; anything else includes its kind. */
function numbered(invoice: string): string {
  if (invoice === '') return UNNUMBERED;
  return /^\d/.test(invoice) ? `INV${invoice}` : invoice;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
