import { groupBy } from '../../domain/group-by';
import { describePartner, withPartnerName, type PartnerNames } from '../../domain/earnings/partner-name';
import { comparableId } from '../../domain/earnings/partner-id';
import { formatExactUsd, sumOf } from '../../domain/money/money';
import { list } from '../../domain/text/list';
import { pick, plural } from '../../domain/text/plural';
import type { StayingEarnings } from '../../storage/funds/plan-earnings';

/** What a report says nothing of, though the workbook has earnings of it in the report's months; one sentence for each kind. */
export function describeStaying(staying: readonly StayingEarnings[], names: PartnerNames): string[] {
  const partnerOf = (rows: readonly StayingEarnings[]): string => describePartner(withPartnerName(rows[0]!, names));
  const said = (missing: string, rows: readonly StayingEarnings[], count: number): string =>
    `The report has no ${missing}, so ${pick(count, 'its', 'their')} earlier earnings in these months stay: ${formatExactUsd(sumOf(rows, ({ micros }) => micros))}.`;
  const whole = staying.filter(({ isOfNoRow }) => isOfNoRow);
  const partners = [...groupBy(whole, ({ partnerId }) => comparableId(partnerId)).values()].map(partnerOf);
  const others = staying.filter(({ isOfNoRow }) => !isOfNoRow);
  const kinds = others.map((row) => `${row.earningType} of ${row.program} for ${partnerOf([row])}`);
  return [
    ...(partners.length > 0 ? [said(`rows for Partner ID ${named(partners, 'other Partner ID')}`, whole, partners.length)] : []),
    ...(kinds.length > 0 ? [said(named(kinds, 'other kind'), others, kinds.length)] : []),
  ];
}

function named(names: readonly string[], noun: string): string {
  const more = names.length - MAX_NAMED;
  return list([...names.slice(0, MAX_NAMED), ...(more > 0 ? [plural(more, noun)] : [])], 'or');
}

const MAX_NAMED = 5;
