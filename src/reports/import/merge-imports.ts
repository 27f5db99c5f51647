import type { Day } from '../../domain/calendar/day';
import { EarningTable } from './earning-table';
import {
  MAX_QUARANTINED,
  type EarningColumns,
  type EarningsImport,
  type CollectedRows,
  type MonthKey,
  type ReadFile,
} from './earnings-import';
import { freeName } from './free-name';
import { sameKey, specificity } from './month-key';
import { deduplicate } from './deduplicate';

/**
 * Two imports as one, as if all their files had been read together: an earning in both counts once. Files that both have
 * add nothing, so that importing the same again changes nothing.
 */
export function mergeImports(earlier: EarningsImport, later: EarningsImport): EarningsImport {
  const a = earlier.gathered;
  const b = later.gathered;
  const isKnown = b.files.map(({ fingerprint }) => a.files.some((file) => file.fingerprint === fingerprint));
  if (isKnown.every(Boolean)) return earlier;

  const files: ReadFile[] = [...a.files];
  const names = new Map<string, string>();
  const fileAt = b.files.map((file, at) => {
    if (isKnown[at]) return NONE;
    const name = freeName(file.name, files);
    names.set(file.name, name);
    return files.push({ ...file, name }) - 1;
  });
  const keys = [...a.keys];
  const keyAt = keysInto(keys, b.keys);
  const renamed = b.unreadable.filter(({ file }) => names.has(file)).map((row) => ({ ...row, file: names.get(row.file)! }));
  const inNewFile = ({ file }: { file: number }): boolean => fileAt[file] !== NONE;

  const table = new EarningTable((at) => {
    const { kind, lever, engagement } = keys[at]!;
    return specificity(kind, lever !== '', engagement !== '');
  });
  addAll(
    table,
    a.earnings,
    (file) => file,
    (key) => key,
  );
  addAll(
    table,
    b.earnings,
    (file) => fileAt[file]!,
    (key) => keyAt[key]!,
  );
  const gathered: CollectedRows = {
    files,
    keys,
    passedOver: [...new Set([...a.passedOver, ...b.passedOver])],
    ignored: a.ignored + b.ignored,
    unreadable: [...a.unreadable, ...renamed].slice(0, MAX_QUARANTINED),
    skipped: [...a.skipped, ...b.skipped.filter(inNewFile).map((rows) => ({ ...rows, file: fileAt[rows.file]! }))],
    asOf: latest(a.asOf, b.asOf),
    earnings: table.toColumns(),
    loose: [...a.loose, ...b.loose.filter(inNewFile).map((rows) => ({ ...rows, file: fileAt[rows.file]!, key: keyAt[rows.key]! }))],
  };
  return settled(gathered);
}

/** Earnings of the later import that stand in a known file and in a new one were passed over; their rows in the new one are repeats, too. */
function settled(gathered: CollectedRows): EarningsImport {
  const merged = deduplicate(gathered);
  const passedOver = merged.rows - merged.counted - merged.repeats.rows - merged.claims.rows - merged.quarantinedRows;
  if (passedOver === 0) return merged;
  const last = gathered.files.at(-1)!;
  gathered.files[gathered.files.length - 1] = { ...last, again: { rows: last.again.rows + passedOver, micros: last.again.micros } };
  return deduplicate(gathered);
}

const NONE = -1;

const latest = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b > a) ? b : a);

/** Where each of the further keys is among the keys, to which the new ones are added. */
function keysInto(keys: MonthKey[], further: readonly MonthKey[]): number[] {
  const known = new Map(keys.map((key, at) => [sameKey(key), at]));
  return further.map((key) => {
    const at = known.get(sameKey(key)) ?? keys.push(key) - 1;
    known.set(sameKey(key), at);
    return at;
  });
}

function addAll(table: EarningTable, earnings: EarningColumns, fileAt: (file: number) => number, keyAt: (key: number) => number): void {
  for (let at = 0; at < earnings.key.length; at++) {
    const file = fileAt(earnings.file[at]!);
    // a file that both have holds this earning in the earlier import already
    if (file === NONE) continue;
    table.add({
      hashA: earnings.hashA[at]!,
      hashB: earnings.hashB[at]!,
      day: earnings.day[at]!,
      micros: earnings.micros[at]!,
      calculated: earnings.calculated[at]!,
      key: keyAt(earnings.key[at]!),
      rows: earnings.rows[at]!,
      file,
      line: earnings.line[at]!,
    });
  }
}
