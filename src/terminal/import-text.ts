import { plural } from '../domain/text/plural';
import { formatDay } from '../domain/calendar/day';
import type { Day } from '../domain/calendar/day';
import { centsOfMicros, dollars, formatUsd, type Cents } from '../domain/money/money';
import { labelOf } from '../domain/calendar/half';
import type { FundRow } from '../reports/funds';
import type { EarningsImport, Quarantined, ReadFile } from '../reports/import/earnings-import';
import { printable } from '../reports/import/shown-text';

/** An import and its funds as one JSON object. Scripts depend on the names of its fields. */
export function importAsJson(read: EarningsImport, funds: readonly FundRow[]): string {
  const { rows, counted, repeats, flagged, passedOver } = read;
  return `${JSON.stringify({
    rows,
    counted,
    repeats: { rows: repeats.rows, usd: dollars(centsOfMicros(repeats.micros)) },
    quarantined: quarantinedOf(read),
    flagged,
    passedOver,
    funds: funds.map((fund) => ({
      partnerId: fund.partnerId,
      program: fund.program,
      half: labelOf(fund.half),
      rebate: dollars(fund.rebate),
      coop: dollars(fund.coop),
      threshold: dollarsOrNull(fund.threshold),
      usable: dollarsOrNull(fund.usable),
      converted: dollarsOrNull(fund.converted),
      claimDeadline: fund.claimDeadline,
    })),
  })}\n`;
}

/** An import and its funds as text for a terminal. */
export function importAsText(read: EarningsImport, funds: readonly FundRow[], today: Day): string {
  const { rows, counted, repeats, claims, quarantinedRows, flagged, asOf } = read;
  const blocks = [
    read.files.map(fileLine),
    [
      ...table(
        [
          ['Rows read', number(rows), ''],
          ['Earnings counted', number(counted), ''],
          ['Duplicates dropped', number(repeats.rows), formatUsd(centsOfMicros(repeats.micros))],
          ...(claims.rows > 0 ? [['Claims, which are payments', number(claims.rows), formatUsd(centsOfMicros(claims.micros))]] : []),
          ['Rows set aside', number(quarantinedRows), quarantinedRows > 0 ? 'the amounts below are incomplete' : ''],
        ],
        [1],
      ),
      ...(asOf ? [`Calculated through ${formatDay(asOf)}.`] : []),
    ],
  ];
  if (quarantinedRows > 0) {
    const shown = read.quarantined
      .slice(0, MAX_SHOWN)
      .map(({ file, line, reason }) => `  ${printable(file)}, line ${line}: ${printable(reason)}`);
    const more = quarantinedRows - shown.length;
    blocks.push(['Not counted:', ...shown, ...(more > 0 ? [`  and ${number(more)} more; --json lists them`] : [])]);
  }
  if (read.passedOver.length > 0) {
    const shown = read.passedOver.slice(0, MAX_SHOWN).map((name) => `  ${printable(name)}`);
    const more = read.passedOver.length - shown.length;
    blocks.push([
      "Not read, because they aren't CSV, TSV, or text files:",
      ...shown,
      ...(more > 0 ? [`  and ${number(more)} more; --json lists them`] : []),
    ]);
  }
  if (flagged.length > 0) {
    const shown = flagged.slice(0, MAX_SHOWN).map(({ what, name, rows }) => `  ${what} "${printable(name)}", ${plural(rows, 'row')}`);
    blocks.push([
      'Unknown names, kept and counted:',
      ...shown,
      ...(flagged.length > MAX_SHOWN ? [`  and ${number(flagged.length - MAX_SHOWN)} more; --json lists them`] : []),
    ]);
  }
  blocks.push(
    funds.length > 0 ? [`Funds on ${formatDay(today)}, in US dollars:`, ...table([HEADER, ...funds.map(fundCells)], RIGHT)] : ['No funds.'],
  );
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const MAX_SHOWN = 20;
const HEADER = [
  'Partner ID',
  'Program',
  'Half',
  'Rebate',
  'Co-op',
  'Rollover',
  'Threshold',
  'Usable',
  'Converted',
  'Claim deadline',
  'Status',
];
const RIGHT = [3, 4, 5, 6, 7, 8];

function fundCells(fund: FundRow): string[] {
  const { partnerId, program, half, rebate, coop, rollover, threshold, usable, converted, claimDeadline, status, skipped } = fund;
  return [
    printable(partnerId),
    printable(program),
    labelOf(half),
    ...[rebate, coop, rollover, threshold, usable, converted].map((cents) => (cents === null ? '' : formatUsd(cents))),
    formatDay(claimDeadline),
    skipped > 0 ? `${status}, ${plural(skipped, 'row')} missing` : status,
  ];
}

/** The quarantined rows. If there are more than are kept in memory, a last entry has their number. */
function quarantinedOf({ quarantined, quarantinedRows }: EarningsImport): Quarantined[] {
  const more = quarantinedRows - quarantined.length;
  const listed = quarantined.map(({ file, line, reason }) => ({ file, line, reason }));
  return more > 0 ? [...listed, { file: '', line: 0, reason: `${more} more rows are set aside and not listed.` }] : listed;
}

function fileLine({ name, kind, rows, sameAs, atOwnRate }: ReadFile): string {
  const what = {
    default: 'earnings report',
    growth: 'Growth report, each earning once',
    summarized: "report without earning IDs, so duplicates can't be identified",
  }[kind];
  return `${printable(name)}: ${plural(rows, 'row')}, ${sameAs === null ? what : `the same as ${printable(sameAs)}, so it adds nothing`}${atOwnRate > 0 ? `; no US dollar column, so ${plural(atOwnRate, 'row counts', 'rows count')} at the report's own exchange rate, as its transactions show` : ''}`;
}

const dollarsOrNull = (cents: Cents | null): number | null => (cents === null ? null : dollars(cents));
const number = (value: number): string => value.toLocaleString('en-US');

/** Rows with columns padded to the same width; those in `right` are right-aligned. */
function table(rows: readonly (readonly string[])[], right: readonly number[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (right.includes(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
}
