import { plural } from '../../domain/text/plural';
import { formatDay } from '../../domain/calendar/day';
import { exactCoop, type CausesQuery, type CauseKind, type ExactCause, type PossibleCause } from './cause';
import { list } from '../../domain/text/list';
import { centsOfMicros, formatUsd, sumOf } from '../../domain/money/money';
import { programNamed } from '../../rulebook/rules-on';
import { comparableId } from '../../domain/earnings/partner-id';
import { describePartner } from '../../domain/earnings/partner-name';
import { isOneOf, type RowCount, type RowDetail, type RowEvidence } from './evidence';
import { rateCauses } from './rate-causes';
import { uncountedCauses } from './row-causes';
import { secondsFrom, shiftsOf } from './zones';

/** All possible causes why Partner Center's earned amount differs from ours, whether they fit or not. */
export function possibleCauses(asked: CausesQuery): PossibleCause[] {
  const { evidence } = asked;
  const { rows } = evidence;
  const all: (PossibleCause | ExactCause)[] = [
    ...uncountedCauses(asked.fund, evidence),
    ...(rows ? ofRows(asked, rows) : ofMonths(asked)),
    ...otherIds(asked),
    ...(evidence.rollover.micros !== 0
      ? [
          suspect(
            'rollover',
            '',
            evidence.rollover,
            'The other figure counts co-op that was moved or converted to rebate (reason "Co-op rollover").',
          ),
        ]
      : []),
    ...rebates(asked),
    ...nothingShown(asked),
  ];
  const ours = exactCoop(asked);
  return all
    .map((cause): PossibleCause => {
      if (!('micros' in cause)) return cause;
      const { micros, ...rest } = cause;
      return { ...rest, amount: centsOfMicros(ours + micros) - centsOfMicros(ours) };
    })
    .filter(({ amount }) => amount !== 0);
}

function ofMonths({ fund, evidence: { repeatRows, adjustments } }: CausesQuery): (PossibleCause | ExactCause)[] {
  return [
    ...(repeatRows > 0
      ? [
          {
            id: 'repeats',
            kind: 'repeats' as const,
            amount: null,
            rows: null,
            sentence: `${describeDropped(fund.repeats, repeatRows)}. The report's rows show the amount.`,
          },
        ]
      : []),
    suspect('adjustments', '', minus(adjustments), 'The other figure leaves out adjustment earnings.'),
  ];
}

/** The fund's duplicates as its card counts them, of any earning type, and how many of them are co-op. */
const describeDropped = (repeats: number, ofCoop: number): string =>
  repeats > ofCoop ? `${plural(repeats, 'duplicate')} dropped, ${ofCoop} of them co-op` : `${plural(ofCoop, 'duplicate')} dropped`;

function ofRows({ fund, theirs, evidence }: CausesQuery, rows: RowEvidence): (PossibleCause | ExactCause)[] {
  const { coop } = evidence;
  const news = centsOfMicros(coop.micros) - fund.coop;
  return [
    ...(news === 0
      ? []
      : [
          {
            id: 'another report',
            kind: 'another report' as const,
            amount: news,
            rows: coop.rows,
            sentence: `The report just read totals ${formatUsd(centsOfMicros(coop.micros))} for this fund; the workbook totals ${formatUsd(fund.coop)}. Bring in the report, or look for your own rows in CoopEarnings.`,
          },
        ]),
    {
      ...suspect(
        'repeats',
        '',
        rows.repeats,
        `The other figure adds up every row. Here, duplicate and recalculated earnings count once: ${describeDropped(fund.repeats, rows.repeats.rows)}.`,
      ),
      includes: ({ repeats }) => repeats > 0,
    },
    ...adjustmentsOf(rows),
    ...shiftsOf(rows.edges, fund.half).map(({ zones, moved, ...shift }, index): ExactCause => ({
      ...suspect(
        'local time',
        `${index}`,
        shift,
        `The other figure reads dates in local time, as in ${some(zones)}, so rows near the start or end of the half fall in another half. The report's dates are in UTC.`,
      ),
      includes: (row) => moved.some(({ edge, seconds }) => secondsFrom(edge, fund.half)(row) === seconds),
    })),
    ...rateCauses(rows.currencies, theirs - centsOfMicros(coop.micros)),
  ];
}

/** All adjustments, those for each reason, and those calculated since each day, which an older figure doesn't include. */
function adjustmentsOf({ adjustments }: RowEvidence): ExactCause[] {
  const suspects = new Map<string, ExactCause>();
  const add = (id: string, found: RowEvidence['adjustments'], sentence: (rows: string) => string): void => {
    const sum = minus(totalOf(found));
    // The same rows with another description aren't another cause.
    const rows = found.map((adjustment) => adjustments.indexOf(adjustment)).join();
    if (found.length > 0 && !suspects.has(rows))
      suspects.set(rows, {
        ...suspect('adjustments', id, sum, sentence(plural(sum.rows, 'adjustment'))),
        includes: (row) => found.some((adjustment) => isOneOf(adjustment, row)),
      });
  };
  const reasons = [...new Set(adjustments.map(({ reason }) => reason))];
  add(
    'all',
    adjustments,
    (rows) => `The other figure leaves out ${rows}${reasons[0] ? `: ${some(reasons.map((reason) => `"${reason}"`))}` : ''}.`,
  );
  for (const reason of reasons)
    add(
      `of ${reason}`,
      adjustments.filter((adjustment) => adjustment.reason === reason),
      (rows) => `The other figure leaves out ${rows} with the reason "${reason}".`,
    );
  for (const day of [...new Set(adjustments.flatMap(({ calculated }) => calculated ?? []))].sort()) {
    add(
      `since ${day}`,
      adjustments.filter(({ calculated }) => calculated !== null && calculated >= day),
      (rows) => `The other figure is from before ${formatDay(day)}: ${rows} came on that day or later.`,
    );
  }
  return [...suspects.values()];
}

function otherIds(asked: CausesQuery): ExactCause[] {
  const {
    fund,
    evidence: { others, coop, rows },
  } = asked;
  const sum = totalOf(others);
  const found = [
    ...others.map((other) =>
      suspect(
        'other Partner ID',
        `and ${other.partnerId}`,
        other,
        `The other figure also counts the co-op of Partner ID ${describePartner(other)} for the same program and half.`,
      ),
    ),
    ...(others.length > 1
      ? [suspect('other Partner ID', 'all', sum, `The other figure counts all ${others.length + 1} Partner IDs together.`)]
      : []),
    ...others.map((other) => ({
      ...suspect(
        'other Partner ID',
        `only ${other.partnerId}`,
        { rows: other.rows, micros: other.micros - exactCoop(asked) },
        `The other figure is the co-op of Partner ID ${describePartner(other)}, not of ${describePartner(fund)}.`,
      ),
      isWhole: true,
    })),
    ...(rows?.spellings ?? []).slice(0, (rows?.spellings.length ?? 0) > 1 ? MAX_SPELLINGS : 0).map((spelling) => ({
      ...suspect(
        'other Partner ID',
        `written ${spelling.written}`,
        { rows: coop.rows - spelling.rows, micros: spelling.micros - coop.micros },
        `The other figure counts only rows with the Partner ID written as "${spelling.written}". Leading zeros and "MPN" don't make a different ID.`,
      ),
      includes: ({ partner }: RowDetail) => partner !== spelling.written,
    })),
    ...(rows?.earnedByOthers ?? []).map((other) => ({
      ...suspect(
        'other Partner ID',
        `by ${other.partnerId}`,
        minus(other),
        `The other figure leaves out what Partner ID ${describePartner(other)} earned for this one (column earningParticipantId): a location of a global account.`,
      ),
      includes: ({ earnedBy }: RowDetail) => comparableId(earnedBy) === comparableId(other.partnerId),
    })),
    ...(rows?.earnedForOthers ?? []).map((other) =>
      suspect(
        'other Partner ID',
        `for ${other.partnerId}`,
        other,
        `The other figure counts what this Partner ID earned for ${describePartner(other)} (column earningParticipantId): a location of a global account.`,
      ),
    ),
  ];
  return found.map((cause) => ({ ...cause, contradiction: 'C26' }));
}

const MAX_SPELLINGS = 3;

function rebates(asked: CausesQuery): ExactCause[] {
  const { rebate } = asked.evidence;
  if (rebate.micros === 0) return [];
  return [
    suspect('rebate', 'too', rebate, 'The other figure also counts the rebate of the same half.'),
    {
      ...suspect(
        'rebate',
        'only',
        { rows: rebate.rows, micros: rebate.micros - exactCoop(asked) },
        'The other figure is the rebate, not the co-op.',
      ),
      isWhole: true,
    },
  ];
}

/** Why Partner Center may show nothing. Below the threshold it never will, so that comes first. */
function nothingShown({ fund, theirs, rules, asOf }: CausesQuery): PossibleCause[] {
  if (theirs !== 0) return [];
  const known = programNamed(fund.program);
  const isOver = fund.stage !== 'earning' && fund.stage !== 'not begun';
  if (isOver && fund.usable === 0 && known !== null) {
    const sentence = `The half is over and its co-op is ${formatUsd(fund.shortfall ?? 0)} below the threshold, so it's paid as rebate.`;
    return [
      {
        id: 'below the threshold',
        kind: 'below the threshold',
        amount: 0 - fund.coop,
        rows: null,
        sentence,
        isWhole: true,
        rule: rules.threshold(known),
      },
    ];
  }
  if (asOf >= fund.claimOpens) return [];
  const sentence = `Before ${formatDay(fund.claimOpens)}, when claims open, Partner Center's co-op management doesn't show this half.`;
  return [
    {
      id: 'not visible yet',
      kind: 'not visible yet',
      amount: 0 - fund.coop,
      rows: null,
      sentence,
      isWhole: true,
      rule: rules.deadlines(),
      contradiction: 'C28',
    },
  ];
}

const suspect = (kind: CauseKind, id: string, { rows, micros }: RowCount, sentence: string): ExactCause => ({
  id: `${kind} ${id}`.trim(),
  kind,
  micros,
  rows,
  sentence,
});
const totalOf = (found: readonly RowCount[]): RowCount => ({
  rows: sumOf(found, ({ rows }) => rows),
  micros: sumOf(found, ({ micros }) => micros),
});
const minus = ({ rows, micros }: RowCount): RowCount => ({ rows, micros: 0 - micros });

function some(names: readonly string[]): string {
  const shown = names.filter((name) => name !== '""').slice(0, MAX_LISTED);
  return list(shown.length < names.length ? [...shown, 'others'] : shown, 'or');
}

const MAX_LISTED = 3;
