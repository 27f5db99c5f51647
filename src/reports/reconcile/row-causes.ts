import { dayOfSerial, formatDay } from '../../domain/calendar/day';
import { formatMonth } from '../../domain/calendar/month-text';
import type { UncountedRow } from '../../domain/earnings/uncounted-row';
import { centsOfMicros, formatExactUsd, MICROS_A_CENT, sumOf, type Cents, type Micros } from '../../domain/money/money';
import { partition } from '../../domain/partition';
import { list } from '../../domain/text/list';
import { plural } from '../../domain/text/plural';
import type { FundRow } from '../funds';
import { exactCoop, type CausesQuery, type ExactCause, type PossibleCause } from './cause';
import type { FundEvidence, RowDetail } from './evidence';
import { fittingSets } from './fitting-sets';

/** Rows that couldn't be counted as causes: those of the fund, those that may belong to it, and those without an amount. */
export function uncountedCauses({ skipped }: Pick<FundRow, 'skipped'>, evidence: FundEvidence): (PossibleCause | ExactCause)[] {
  const [placed, others] = partition(withAmounts(evidence.uncounted), isPlaced);
  const withoutAmount = Math.max(skipped, evidence.rows?.skipped ?? 0) - placed.length;
  return [
    ...uncountedGroup('', placed),
    ...uncountedGroup('maybe', others),
    ...(withoutAmount > 0
      ? [
          {
            id: 'rows not counted without an amount',
            kind: 'rows not counted' as const,
            amount: null,
            rows: withoutAmount,
            sentence: `${plural(withoutAmount, 'row')} of this fund couldn't be counted, and the amount isn't known, so our figure is incomplete.`,
          },
        ]
      : []),
  ];
}

/**
 * Causes that make up the whole difference: a month, or rows that the other figure leaves out, counts twice, or counts
 * though they aren't counted here. `named` are the other causes, which say more about the same rows.
 */
export function exactCauses(asked: CausesQuery & { difference: Cents }, named: readonly PossibleCause[], size: 1 | 2 | 3): PossibleCause[] {
  const { evidence, fund, theirs, difference } = asked;
  const ours = exactCoop(asked);
  const isTheirs = (change: Micros): boolean => centsOfMicros(ours + change) - centsOfMicros(ours) === difference;
  const setsOf = <R extends { micros: Micros }>(rows: readonly R[], sign: 1 | -1): R[][] =>
    fittingSets(rows, size, sign * difference * MICROS_A_CENT, (micros) => isTheirs(sign * micros));
  const uncounted = withAmounts(evidence.uncounted);
  const groups = partition(uncounted, isPlaced);
  // a whole group is a cause of its own
  const isPart = (set: readonly WithAmount[]): boolean =>
    !groups.some((group) => group.length === set.length && set.every((row) => group.includes(row)));
  const ofUncounted = causeOf('not counted here', setsOf(uncounted, 1).filter(isPart), difference, describeUncounted);
  // a figure that is nothing, or that isn't the sum of these rows, isn't about single rows
  if (theirs === 0 || centsOfMicros(evidence.coop.micros) !== fund.coop) return ofUncounted;
  const counted = evidence.rows?.counted ?? [];
  const isOnlyHere = (set: readonly RowDetail[]): boolean =>
    !named.some(({ amount, rows, includes }) => amount === difference && rows === set.length && includes && set.every(includes));
  return [
    ...ofUncounted,
    ...causeOf('left out', setsOf(counted, -1).filter(isOnlyHere), difference, describeCounted),
    ...causeOf('twice', setsOf(counted, 1).filter(isOnlyHere), difference, describeCounted),
    ...(size === 1 ? monthCauses(evidence, difference, isTheirs) : []),
  ];
}

function monthCauses({ months, rows }: FundEvidence, difference: Cents, isTheirs: (change: Micros) => boolean): PossibleCause[] {
  return months.flatMap((month) => {
    // its only row says more
    if (rows && month.rows === 1) return [];
    const described = `${formatMonth(month.month)}: ${formatExactUsd(month.micros)} from ${plural(month.rows, 'row')}`;
    return [
      { sign: -1, sentence: `The other figure leaves out ${described}.` },
      { sign: 1, sentence: `The other figure counts this month twice: ${described}.` },
    ]
      .filter(({ sign }) => isTheirs(sign * month.micros))
      .map(({ sign, sentence }) => ({
        id: `month ${month.month} ${sign}`,
        kind: 'month' as const,
        amount: difference,
        rows: month.rows,
        sentence,
        isWhole: true,
      }));
  });
}

const VERBS = {
  'left out': ['leaves out', ''],
  twice: ['counts', ' twice'],
  'not counted here': ['counts', " that couldn't be counted here"],
} as const;

/** One cause for all sets of rows that match; with several, it isn't known which is meant. */
function causeOf<R>(how: keyof typeof VERBS, sets: readonly R[][], difference: Cents, describe: (row: R) => string): PossibleCause[] {
  const [first] = sets;
  if (!first) return [];
  const [verb, which] = VERBS[how];
  const isOne = first.length === 1;
  const described = firstOf(sets.map((set) => list(set.map(describe), 'and'))).join('; ');
  return [
    {
      id: `single rows ${how}`,
      kind: how === 'not counted here' ? 'rows not counted' : 'single rows',
      amount: difference,
      rows: first.length,
      sentence:
        sets.length === 1
          ? `The other figure ${verb} ${isOne ? 'a row' : `${first.length} rows`}${which}: ${described}.`
          : `The other figure ${verb} ${isOne ? `one of ${sets.length} rows` : `${first.length} rows`}${which}. ${isOne ? 'Each has' : `${plural(sets.length, 'combination')} of rows have`} exactly this amount, so it's not known which: ${described}.`,
      isWhole: true,
      ...(sets.length > 1 && { ways: sets.length }),
    },
  ];
}

/** The first few of some texts, and how many more there are. */
const firstOf = (texts: readonly string[]): string[] =>
  texts.length > MAX_LISTED ? [...texts.slice(0, MAX_LISTED), `and ${texts.length - MAX_LISTED} more`] : [...texts];

const MAX_LISTED = 3;

const describeCounted = ({ micros, day, place, earningId }: RowDetail): string =>
  `${formatExactUsd(micros)} earned ${formatDay(dayOfSerial(day))} (${place}${earningId === '' ? '' : `, earning ID ${earningId}`})`;

const describeUncounted = ({ micros, file, line }: UncountedRow): string => `${formatExactUsd(micros!)} (${file}, line ${line})`;

type WithAmount = UncountedRow & { micros: Micros };

const withAmounts = (rows: readonly UncountedRow[]): WithAmount[] =>
  rows.filter((row): row is WithAmount => row.micros !== null && row.micros !== 0);

/** Whether a row says that it's co-op of this fund. */
const isPlaced = ({ partnerId, program, half, earningType }: UncountedRow): boolean =>
  partnerId !== '' && program !== '' && half !== '' && earningType !== '';

function uncountedGroup(id: string, rows: readonly WithAmount[]): ExactCause[] {
  const [first] = rows;
  const ids = rows.flatMap(({ earningId }) => earningId || []);
  // rows of one earning contradict each other, and at most one of them counts
  if (!first || new Set(ids).size < ids.length) return [];
  const maybe = id === '' ? '' : ` ${rows.length === 1 ? 'It' : 'They'} may belong to this fund.`;
  const what =
    rows.length === 1
      ? `a row that couldn't be counted here: ${describeUncounted(first)}. ${first.reason}`
      : `${rows.length} rows that couldn't be counted here: ${firstOf(rows.map(describeUncounted)).join('; ')}.`;
  return [
    {
      id: `rows not counted ${id}`.trim(),
      kind: 'rows not counted',
      micros: sumOf(rows, ({ micros }) => micros),
      rows: rows.length,
      sentence: `The other figure counts ${what}${maybe}`,
    },
  ];
}
