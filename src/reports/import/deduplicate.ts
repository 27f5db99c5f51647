import type { UncountedRow } from '../../domain/earnings/uncounted-row';
import { dollarsOfMicros, formatExactUsd, sumOf, type Micros } from '../../domain/money/money';
import { programNamed } from '../../rulebook/rules-on';
import { leversNamed } from '../../rulebook/find-lever';
import { dayOfSerial, formatMonth } from '../../domain/calendar/day';
import { halfOf, labelOf } from '../../domain/calendar/half';
import { typeKey } from '../../rulebook/name-keys';
import { finestOf } from '../finest-amount';
import { kindOfType } from '../range/earning-kinds';
import { plusEligible } from '../../domain/earnings/eligible';
import { compareIds, comparableId } from '../../domain/earnings/partner-id';
import { compareText } from '../../domain/text/compare';
import { plusExactly } from './exact-sum';
import { rowText } from './row-text';
import { summarizedRows, unidentifiedRows, type Overlap, type SortedRows } from './summarized-rows';
import {
  MAX_QUARANTINED,
  type EarningColumns,
  type EarningsImport,
  type Flag,
  type CollectedRows,
  type MonthRow,
  type OverlappingRows,
  type ReadFile,
  type RowSum,
  type SkippedRows,
} from './earnings-import';

/**
 * Decides which readings count. An earning with one reading counts once; its other rows are duplicates. Of several
 * readings, the latest calculation wins; if it's unknown, none counts and all are quarantined.
 */
export function deduplicate(collected: CollectedRows): EarningsImport {
  const { earnings, keys, files } = collected;
  const sums: MonthRow[] = keys.map((key) => ({ ...key, micros: 0, eligible: 0, counted: 0, repeats: 0, first: { file: '', line: 0 } }));
  const firstFile = new Int32Array(keys.length).fill(Number.MAX_SAFE_INTEGER | 0);
  const isNew = ({ sameAs }: ReadFile): boolean => sameAs === null;
  const repeats = total(files.map(({ again }) => again));
  const conflicts = new Conflicts(collected);

  /** The total of absolute amounts. As long as it's exact, every sum of the rows is. */
  let size = 0;
  const count = (key: number, rows: number, micros: Micros, eligible: Micros, file: number, line: number): void => {
    const sum = sums[key]!;
    size = plusExactly(size, Math.abs(micros), () => `Line ${line} of ${files[file]!.name}`);
    sum.counted += rows;
    sum.micros += micros;
    sum.eligible = plusEligible(sum.eligible, eligible);
    if (sum.counted === rows || file < firstFile[key]! || (file === firstFile[key] && line < sum.first.line)) {
      firstFile[key] = file;
      sum.first = { file: files[file]!.name, line };
    }
  };
  const countReading = (reading: number): void => {
    const { key, micros, eligible, file, line } = earnings;
    count(key[reading]!, 1, micros[reading]!, eligible[reading]!, file[reading]!, line[reading]!);
  };
  /** `micros` is for all rows. */
  const repeat = (key: number, rows: number, micros: Micros): void => {
    if (rows === 0) return;
    sums[key]!.repeats += rows;
    repeats.rows += rows;
    repeats.micros = plusExactly(repeats.micros, micros, () => 'Repeats');
  };
  const repeatReading = (key: number, reading: number, rows: number): void => repeat(key, rows, rows * earnings.micros[reading]!);

  const isFurther = furtherReadings(earnings);
  for (let index = 0; index < earnings.key.length; index++) {
    if (isFurther[index]) continue;
    if (earnings.next[index] === NONE) {
      countReading(index);
      repeatReading(earnings.key[index]!, index, earnings.rows[index]! - 1);
      continue;
    }
    const latest = latestOf(earnings, index);
    // Duplicates belong to the fund of the row that counts.
    const inFavorOf = earnings.key[latest[0]!]!;
    for (let reading = index; reading !== NONE; reading = earnings.next[reading]!) {
      const isLatest = latest.includes(reading);
      if (isLatest && latest.length === 1) {
        countReading(reading);
      }
      repeatReading(inFavorOf, reading, earnings.rows[reading]! - (isLatest ? 1 : 0));
    }
    if (latest.length > 1) conflicts.add(latest);
  }
  const overlapping: OverlappingRows[] = [];
  const take = ({ counted, overlaps }: SortedRows): void => {
    for (const { key, rows, micros, eligible, file, line } of counted) count(key, rows, micros, eligible, file, line);
    for (const overlap of overlaps) {
      const rows = sumOf(overlap.rows, (row) => row.rows);
      const { month, partnerId, program, earningType } = keys[overlap.rows[0]!.key]!;
      overlapping.push({ month, partnerId, program, earningType, file: files[overlap.rows[0]!.file]!.name, rows });
      const { key, file } = overlap.other;
      if (overlap.isSame) repeat(key, rows, overlap.micros);
      else
        conflicts.addOverlap(
          overlap,
          file === null ? `${sums[key]!.first.file} with earning IDs` : `${files[file]!.name} without earning IDs`,
        );
    }
  };
  take(unidentifiedRows(collected));
  take(summarizedRows(collected, sums));

  const quarantined = [...collected.unreadable, ...conflicts.rows].sort(byPlace(files.map(({ name }) => name))).slice(0, MAX_QUARANTINED);
  const quarantinedRows = conflicts.count + sumOf(files.filter(isNew), ({ unreadable }) => unreadable);
  const skipped = conflicts.withSkipped();
  return {
    files,
    passedOver: collected.passedOver,
    ignored: collected.ignored,
    asOf: collected.asOf,
    rows: sumOf(files, ({ rows }) => rows),
    claims: total(files.filter(isNew).map(({ claims }) => claims)),
    counted: sumOf(sums, ({ counted }) => counted),
    repeats,
    quarantined,
    quarantinedRows,
    skipped,
    overlapping,
    settled: collected.settled,
    rates: collected.rates,
    unplaced: quarantinedRows - sumOf(skipped, ({ rows }) => rows),
    flagged: flagsOf(sums),
    months: sums.filter(({ counted, repeats }) => counted + repeats > 0).sort(inOrder),
    complete: quarantinedRows === 0,
  };
}

const total = (sums: readonly RowSum[]): RowSum => ({
  rows: sumOf(sums, ({ rows }) => rows),
  micros: sumOf(sums, ({ micros }) => micros),
});

const NONE = -1;

/** Marks the readings that are another's `next`. */
export function furtherReadings({ next }: EarningColumns): Uint8Array {
  const further = new Uint8Array(next.length);
  for (const reading of next) if (reading !== NONE) further[reading] = 1;
  return further;
}

/**
 * The reading that counts for an earning, or all candidates if that can't be decided, such as when one has no calculation
 * date. Of readings that only differ in fractions of a cent, it's the exact one.
 */
export function latestOf({ calculated, next, day, micros }: EarningColumns, first: number): number[] {
  const all: number[] = [];
  for (let reading = first; reading !== NONE; reading = next[reading]!) all.push(reading);
  const last = all.some((reading) => calculated[reading] === 0)
    ? 0
    : all.reduce((latest, reading) => Math.max(latest, calculated[reading]!), 0);
  const latest = last === 0 ? all : all.filter((reading) => calculated[reading] === last);
  const finest = latest[finestOf(latest.map((reading) => micros[reading]!))];
  return finest !== undefined && latest.every((reading) => day[reading] === day[finest]) ? [finest] : latest;
}

/** Earnings with several readings of which none can be chosen. */
class Conflicts {
  readonly rows: UncountedRow[] = [];
  count = 0;
  private readonly skipped = new Map<string, SkippedRows>();

  constructor(private readonly collected: CollectedRows) {
    for (const skipped of collected.skipped) this.skip(skipped);
  }

  add(readings: readonly number[]): void {
    const { earnings, files, keys, idsOfSeveral } = this.collected;
    const placeOf = (reading: number): string => `line ${earnings.line[reading]} of ${files[earnings.file[reading]!]!.name}`;
    readings.forEach((reading, index) => {
      this.count++;
      const { partnerId, program, engagement, lever, earningType } = keys[earnings.key[reading]!]!;
      const day = dayOfSerial(earnings.day[reading]!);
      const micros = earnings.micros[reading]!;
      const half = labelOf(halfOf(day));
      this.skip({ partnerId, program, half, rows: 1 });
      if (this.rows.length >= MAX_QUARANTINED) return;
      const other = readings[index === 0 ? 1 : 0]!;
      const earningId = idsOfSeveral.get(`${earnings.hashA[reading]} ${earnings.hashB[reading]}`) ?? '';
      this.rows.push({
        partnerId,
        program,
        half,
        earningType,
        micros,
        earningId,
        row: rowText([earningId, partnerId, program, engagement, lever, earningType, day, dollarsOfMicros(micros)]),
        file: files[earnings.file[reading]!]!.name,
        line: earnings.line[reading]!,
        reason: `The same earning is in ${placeOf(other)} with a different date or amount, and no calculation date shows which is the latest.`,
      });
    });
  }

  /** Sets aside rows without earning IDs whose month adds up to another amount in another file. */
  addOverlap({ rows, micros, other }: Overlap, otherReport: string): void {
    const { files, keys } = this.collected;
    for (const { key, file, line, rows: count, micros: amount } of rows) {
      const { month, partnerId, program, engagement, lever, earningType } = keys[key]!;
      const half = labelOf(halfOf(`${month}-01`));
      this.count += count;
      this.skip({ partnerId, program, half, rows: count });
      if (this.rows.length >= MAX_QUARANTINED) return;
      this.rows.push({
        partnerId,
        program,
        half,
        earningType,
        micros: amount,
        earningId: '',
        row: rowText([partnerId, program, engagement, lever, earningType, month, dollarsOfMicros(amount)]),
        file: files[file]!.name,
        line,
        reason:
          `${formatMonth(`${month}-01`)} is also in ${otherReport}, and adds up to ${formatExactUsd(other.micros)} there but ` +
          `${formatExactUsd(micros)} here. The two aren't added. Bring in the newer one alone.`,
      });
    }
  }

  withSkipped(): SkippedRows[] {
    return [...this.skipped.values()];
  }

  private skip({ partnerId, program, half, rows }: SkippedRows): void {
    const key = JSON.stringify([partnerId, program, half]);
    const known = this.skipped.get(key);
    if (known) known.rows += rows;
    else this.skipped.set(key, { partnerId, program, half, rows });
  }
}

function flagsOf(sums: readonly MonthRow[]): Flag[] {
  const flags = new Map<string, Flag>();
  const known = new Map<string, boolean>();
  const flag = (what: Flag['what'], name: string, rows: number, isKnown: (name: string) => boolean): void => {
    const key = `${what} ${name}`;
    let itsKnown = known.get(key);
    if (itsKnown === undefined) known.set(key, (itsKnown = name === '' || isKnown(name)));
    if (itsKnown || rows === 0) return;
    const flagged = flags.get(key);
    if (flagged) flagged.rows += rows;
    else flags.set(key, { what, name, rows });
  };
  for (const { program, lever, earningType, counted, repeats } of sums) {
    flag('program', program, counted + repeats, (name) => programNamed(name) !== null);
    flag('lever', lever, counted + repeats, (name) => leversNamed(name).length > 0);
    flag('earning type', earningType, counted + repeats, (name) => kindOfType(name) !== 'other' || MARKETPLACE_TYPES.has(typeKey(name)));
  }
  return [...flags.values()].sort((a, b) => compareText(a.what, b.what) || compareText(a.name, b.name));
}

/** Partner Center's earning types without co-op. */
const MARKETPLACE_TYPES = new Set(['fee', 'sell']);

function byPlace(files: readonly string[]): (a: UncountedRow, b: UncountedRow) => number {
  const indexOf = new Map(files.map((name, n) => [name, n]));
  return (a, b) => indexOf.get(a.file)! - indexOf.get(b.file)! || a.line - b.line;
}

function inOrder(a: MonthRow, b: MonthRow): number {
  return (
    compareText(a.month, b.month) ||
    compareIds(comparableId(a.partnerId), comparableId(b.partnerId)) ||
    compareText(a.program, b.program) ||
    compareText(a.engagement, b.engagement) ||
    compareText(a.lever, b.lever) ||
    compareText(a.earningType, b.earningType) ||
    compareText(a.kind, b.kind)
  );
}
