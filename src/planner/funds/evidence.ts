import { formatExactUsd, sumOf } from '../../domain/money/money';
import { citationOf } from '../../explain/explain-rule';
import type { EarningKind } from '../../reports/range/earning-kinds';
import type { MonthRow } from '../../reports/import/earnings-import';
import { COUNTED_ONCE, COUNTED_WHERE, ROLLED_OVER } from '../../rulebook/counting';
import { describePartner, withPartnerName, type PartnerNames } from '../../domain/earnings/partner-name';
import type { FundView } from './funds-view';
import { list } from '../../domain/text/list';
import { plural } from '../../domain/text/plural';
import { formatDay } from '../../domain/calendar/day';

/** Which report rows a number of some funds comes from, and why they count, in sentences. */
export function evidenceOf(funds: readonly Pick<FundView, 'months' | 'origin' | 'skipped'>[], kinds: readonly EarningKind[]): string[] {
  const rows = funds.flatMap(({ months }) => months).filter(({ kind }) => kinds.includes(kind));
  const skipped = sumOf(funds, (fund) => fund.skipped);
  const sources = [...new Set(funds.flatMap(({ origin }) => (origin?.source ? [origin.source] : [])))];
  const days = funds.flatMap(({ origin }) => (origin?.asOf ? [origin.asOf] : []));
  return [
    `${describeCounted(rows)}${sources.length > 0 ? ` They come from ${list(sources, 'and')}.` : ''}`,
    ...(days.length > 0 ? [`The report is calculated through ${formatDay(days.reduce((a, b) => (a > b ? a : b)))}.`] : []),
    ...(kinds.includes('rollover') ? [ROLLED_OVER] : [COUNTED_ONCE, COUNTED_WHERE]).map(
      ({ says, source }) => `${says} Source: ${citationOf(source)}.`,
    ),
    ...(skipped > 0 ? [`Incomplete: ${plural(skipped, 'row')} of the report couldn't be counted.`] : []),
  ];
}

/** How many earnings were counted in some months, and how many duplicates were dropped for them. */
export function describeCounted(rows: readonly MonthRow[]): string {
  const counted = sumOf(rows, (row) => row.counted);
  const repeats = sumOf(rows, (row) => row.repeats);
  return `${plural(counted, 'earning')} counted, ${repeats === 0 ? 'no duplicates' : plural(repeats, 'duplicate')} dropped, in ${plural(rows.length, 'row')} of CoopEarnings.`;
}

/** What each row of CoopEarnings contributes, the largest first; a long list ends with a count of the rest. */
export function describeRows(rows: readonly MonthRow[], names: PartnerNames): string[] {
  const shown = [...rows].sort((a, b) => Math.abs(b.micros) - Math.abs(a.micros)).slice(0, MAX_ROWS);
  return [
    ...shown.map(
      ({ partnerId, program, earningType, lever, micros, counted, repeats }) =>
        `Partner ID ${describePartner(withPartnerName({ partnerId }, names))}, ${program}, ${earningType}${lever ? `, ${lever}` : ''}: ${formatExactUsd(micros)} from ${plural(counted, 'earning')}${repeats > 0 ? `, ${plural(repeats, 'duplicate')} dropped` : ''}.`,
    ),
    ...(rows.length > shown.length ? [`And ${plural(rows.length - shown.length, 'more row')}.`] : []),
  ];
}
const MAX_ROWS = 20;
