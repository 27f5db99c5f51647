import { dayOfSerial, serialOf } from '../../domain/calendar/day';
import { sumOf, type Micros } from '../../domain/money/money';
import { groupBy } from '../../domain/group-by';
import { firstDay, labelOf, lastDay, type Half } from '../../domain/calendar/half';
import type { CollectedRows, MonthKey, ReadFile } from '../import/earnings-import';
import { furtherReadings, latestOf, deduplicate } from '../import/deduplicate';
import { isSameSum, isSummarized } from '../import/summarized-rows';
import { comparableId } from '../../domain/earnings/partner-id';
import {
  evidenceOfMonths,
  dayOf,
  isAdjusting,
  none,
  type FundQuery,
  type CurrencyRows,
  type EdgeRows,
  type FundEvidence,
  type RowCount,
  type RowDetail,
} from './evidence';
import { conversionsOf, type ReportRates } from './rates';
import { FURTHEST_SECONDS, secondsFrom } from './zones';
import { programKey, typeKey } from '../../rulebook/name-keys';

/** The rows stored for a comparison. */
export interface StoredRows {
  details: ReadonlyMap<string, RowDetail>;
  loose: readonly (readonly RowDetail[])[];
  rates: ReportRates;
  hasEarningIds: boolean;
  hasCurrencies: boolean;
}

/** What rows show about a fund. The sums are those of an import of the same reports. */
export function evidenceOfRows(asked: FundQuery, collected: CollectedRows, stored: StoredRows): FundEvidence {
  const { months, skipped, files, quarantined } = deduplicate(collected);
  const id = comparableId(asked.partnerId);
  const days = { first: serialOf(firstDay(asked.half)), last: serialOf(lastDay(asked.half)) };
  const isWithin = ({ day }: RowDetail): boolean => day >= days.first && day <= days.last;
  const isOwn = ({ partner }: RowDetail): boolean => comparableId(partner) === id;
  const { counted, repeats } = countedOf(collected, stored, isFund(asked), (row) => isOwn(row) && isWithin(row));
  const ownRows = counted.filter(isOwn);
  const within = ownRows.filter(isWithin);
  return {
    ...evidenceOfMonths(months, asked, quarantined),
    rows: {
      repeats,
      adjustments: grouped(
        within.filter(isAdjusting),
        ({ reason, calculated }) => `${dayOf(calculated) ?? ''} ${reason}`,
        ({ reason, calculated }) => ({ reason, calculated: dayOf(calculated) }),
      ),
      edges: edgesOf(ownRows, asked.half),
      spellings: grouped(
        within,
        ({ partner }) => partner,
        ({ partner }) => ({ written: partner }),
      ).sort((a, b) => b.rows - a.rows),
      earnedByOthers: grouped(
        within.filter(({ earnedBy }) => earnedBy !== '' && comparableId(earnedBy) !== id),
        ({ earnedBy }) => comparableId(earnedBy),
        ({ earnedBy }) => ({ partnerId: earnedBy }),
      ),
      earnedForOthers: grouped(
        counted.filter((row) => !isOwn(row) && isWithin(row)),
        ({ partner }) => comparableId(partner),
        ({ partner }) => ({ partnerId: partner }),
      ),
      currencies: currenciesOf(within.filter(hasCurrency), stored.rates),
      hasCurrencies: stored.hasCurrencies,
      hasEarningIds: stored.hasEarningIds,
      skipped: sumOf(skipped, (row) => (row.half === labelOf(asked.half) && isFund(asked)(row) ? row.rows : 0)),
      names: files.filter(({ sameAs }) => sameAs === null).map(({ name }) => name),
      counted: within,
    },
  };
}

/** The rows that count, as in an import, and the fund's duplicates, which belong to the row that counts instead. */
function countedOf(
  { earnings, files, keys }: CollectedRows,
  { details, loose }: StoredRows,
  isAsked: (key: Pick<MonthKey, 'partnerId' | 'program'>) => boolean,
  isOfFund: (row: RowDetail) => boolean,
): { counted: RowDetail[]; repeats: RowCount } {
  const counted: RowDetail[] = [];
  const repeats = none();
  const repeat = (rows: number, micros: Micros): void => {
    repeats.rows += rows;
    repeats.micros += rows * micros;
  };
  const isOwnKey = keys.map((key) => key.kind === 'co-op' && isAsked(key));
  const isFurther = furtherReadings(earnings);
  for (let index = 0; index < earnings.key.length; index++) {
    if (isFurther[index]) continue;
    const latest = latestOf(earnings, index);
    const inFavorOf = detailAt(latest[0]!);
    const isOwn = isOwnKey[earnings.key[latest[0]!]!] && inFavorOf !== undefined && isOfFund(inFavorOf);
    for (let reading = index; reading >= 0; reading = earnings.next[reading]!) {
      const isLatest = latest.includes(reading);
      const detail = isLatest && latest.length === 1 ? detailAt(reading) : undefined;
      if (detail) counted.push({ ...detail, repeats: earnings.rows[reading]! - 1 });
      if (isOwn) repeat(earnings.rows[reading]! - (isLatest ? 1 : 0), earnings.micros[reading]!);
    }
  }
  // Where several files have rows without earning IDs for a month, at most one of them counts, as in an import.
  const monthOf = ({ partner, type, day }: RowDetail): string =>
    JSON.stringify([comparableId(partner), typeKey(type), dayOfSerial(day).slice(0, 7)]);
  const countFirst = (isIncluded: (file: ReadFile) => boolean, known: ReadonlySet<string>): void => {
    const rows = loose.flatMap((rows, file) =>
      files[file]!.sameAs === null && isIncluded(files[file]!) ? rows.map((row) => ({ file, row })) : [],
    );
    for (const [month, ofMonth] of groupBy(rows, ({ row }) => monthOf(row))) {
      const parts = [...groupBy(ofMonth, ({ file }) => file).values()].map((part) => part.map(({ row }) => row));
      const [first, ...others] = parts.map((part) => sumOf(part, ({ micros }) => micros));
      if (!known.has(month) && others.every((sum) => isSameSum(sum, first!))) counted.push(...parts[0]!);
    }
  };
  countFirst((file) => !isSummarized(file), new Set());
  countFirst(isSummarized, new Set(counted.map(monthOf)));
  // A file with the same rows as another is a duplicate as a whole.
  loose.forEach((rows, file) => {
    if (files[file]!.sameAs !== null) for (const row of rows.filter(isOfFund)) repeat(1, row.micros);
  });
  return { counted, repeats };

  function detailAt(reading: number): RowDetail | undefined {
    return details.get(`${earnings.file[reading]} ${earnings.line[reading]}`);
  }
}

const isFund =
  ({ partnerId, program }: FundQuery) =>
  (key: Pick<MonthKey, 'partnerId' | 'program'>): boolean =>
    comparableId(key.partnerId) === comparableId(partnerId) && programKey(key.program) === programKey(program);

const hasCurrency = ({ currency, ownAmount }: RowDetail): boolean =>
  currency !== '' && currency !== 'USD' && ownAmount !== null && !Number.isNaN(ownAmount);

function currenciesOf(rows: readonly RowDetail[], rates: ReportRates): CurrencyRows[] {
  const sums = grouped(
    rows,
    ({ currency }) => currency,
    ({ currency }) => ({ currency, ownAmount: 0 }),
    (sum, row) => (sum.ownAmount += row.ownAmount!),
  );
  return sums.map((sum) => ({
    ...sum,
    otherwise: conversionsOf(
      rows.filter(({ currency }) => currency === sum.currency),
      rates.of(sum.currency),
    ),
  }));
}

/** Rows so near the start or end of the half that another time zone may move them into another half. */
function edgesOf(rows: readonly RowDetail[], half: Half): (EdgeRows & RowCount)[] {
  const near = new Map<string, EdgeRows & RowCount>();
  const edges = (['start', 'end'] as const).map((edge) => ({ edge, secondsOf: secondsFrom(edge, half) }));
  for (const row of rows) {
    for (const { edge, secondsOf } of edges) {
      const seconds = secondsOf(row);
      if (Math.abs(seconds) > FURTHEST_SECONDS) continue;
      const sum = near.get(`${edge} ${seconds}`) ?? { edge, seconds, ...none() };
      sum.rows++;
      sum.micros += row.micros;
      near.set(`${edge} ${seconds}`, sum);
    }
  }
  return [...near.values()];
}

/** Rows added up by key, in the order in which keys first appear. */
function grouped<G extends object>(
  rows: readonly RowDetail[],
  keyOf: (row: RowDetail) => string,
  make: (row: RowDetail) => G,
  also?: (sum: G & RowCount, row: RowDetail) => void,
): (G & RowCount)[] {
  const groups = new Map<string, G & RowCount>();
  for (const row of rows) {
    const key = keyOf(row);
    const sum = groups.get(key) ?? { ...make(row), ...none() };
    sum.rows++;
    sum.micros += row.micros;
    also?.(sum, row);
    groups.set(key, sum);
  }
  return [...groups.values()];
}
