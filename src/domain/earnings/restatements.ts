import { groupBy } from '../group-by';
import type { Micros } from '../money/money';

/** One earning, or what a month earned in one place. Names are as written, '' if missing. */
export interface PlacedEarning {
  /** '' for the sum of a month. */
  earningId: string;
  /** yyyy-mm */
  month: string;
  partnerId: string;
  program: string;
  lever: string;
  earningType: string;
  micros: Micros;
  /** Its names for comparison: the same for every spelling. `id` is '' if it has no earning ID. */
  keys: Readonly<Record<'id' | 'partner' | 'program' | 'lever' | 'type', string>>;
}

/**
 * What a later report says of the past. `moved` and `type changed` have another place, and maybe another amount; `booked
 * again` has another earning ID for the same amount; `canceled` has nothing left of it.
 */
export type RestatementKind = 'changed' | 'new in an old month' | 'gone' | 'moved' | 'type changed' | 'booked again' | 'canceled';

/** One change of the past. `before` is null for what is new, `after` for what is gone or canceled. */
export interface Restatement {
  kind: RestatementKind;
  before: PlacedEarning | null;
  after: PlacedEarning | null;
}

/** What a comparison found. `added` are earnings of months that weren't reported before, which restate nothing. */
export interface Compared {
  restatements: Restatement[];
  added: PlacedEarning[];
}

/** The place of an earning, the same for every spelling. */
const placeKey = ({ month, keys }: PlacedEarning): string => [month, keys.partner, keys.program, keys.type, keys.lever].join('\n');

/**
 * The places where restatements and additions don't account for the difference of monthly amounts, because not every earning
 * behind those is known.
 */
export function unexplainedPlaces(
  { restatements, added }: Compared,
  before: readonly PlacedEarning[],
  after: readonly PlacedEarning[],
): PlacedEarning[] {
  const sums = new Map<string, PlacedEarning>();
  const count = (earning: PlacedEarning | null, sign: 1 | -1): void => {
    if (!earning) return;
    const key = placeKey(earning);
    const known = sums.get(key);
    sums.set(key, { ...(known ?? earning), micros: (known?.micros ?? 0) + sign * earning.micros });
  };
  for (const earning of before) count(earning, 1);
  for (const earning of after) count(earning, -1);
  for (const restatement of restatements) {
    count(restatement.before, -1);
    count(restatement.after, 1);
  }
  for (const earning of added) count(earning, 1);
  return [...sums.values()].filter(({ micros }) => micros !== 0);
}

/**
 * Compares two reports by earning ID. Both have each earning once, with its ID. An earning that the later report lacks is
 * gone only if that report covers its month for its Partner ID, program, and type.
 */
export function compareById(before: readonly PlacedEarning[], after: readonly PlacedEarning[]): Compared {
  const restatements: Restatement[] = [];
  const gone: PlacedEarning[] = [];
  const fresh: PlacedEarning[] = [];
  const same: PlacedEarning[] = [];
  const later = groupBy(after, ({ keys }) => keys.id);
  for (const [id, earlier] of groupBy(before, ({ keys }) => keys.id)) {
    const left = [...(later.get(id) ?? [])];
    later.delete(id);
    const take = (isMatch: (earning: PlacedEarning) => boolean): PlacedEarning | null => {
      const index = left.findIndex(isMatch);
      return index < 0 ? null : left.splice(index, 1)[0]!;
    };
    // an earning's rebate and its co-op can share an ID, so those of one type belong together
    const others = earlier.filter((earning) => {
      const match = take(({ keys }) => scopeKey(keys) === scopeKey(earning.keys));
      if (match === null) return true;
      if (isSame(earning, match)) same.push(match);
      else restatements.push(restated(earning, match));
      return false;
    });
    for (const earning of others) {
      const match = take(() => true);
      if (match) restatements.push(restated(earning, match));
      else gone.push(earning);
    }
    fresh.push(...left);
  }
  for (const earnings of later.values()) fresh.push(...earnings);

  const isCovered = reportedMonths(after);
  const missing = groupBy(
    gone.filter((earning) => earning.micros !== 0 && isCovered(earning)),
    amountKey,
  );
  const isOld = monthsOfPartners(before);
  const added: PlacedEarning[] = [];
  const late: PlacedEarning[] = [];
  for (const earning of fresh) {
    const was = missing.get(amountKey(earning))?.pop();
    if (was) restatements.push({ kind: 'booked again', before: was, after: earning });
    else if (isOld(earning)) late.push(earning);
    else added.push(earning);
  }
  for (const earnings of missing.values())
    for (const earning of earnings) restatements.push({ kind: 'gone', before: earning, after: null });
  return { restatements: [...restatements, ...reversals(late, same)], added };
}

/** What is new in old months: an amount that takes exactly an earning back cancels it, and the same amount again books it again. */
function reversals(late: readonly PlacedEarning[], same: readonly PlacedEarning[]): Restatement[] {
  const negative = late.filter(({ micros }) => micros < 0);
  if (negative.length === 0) return late.flatMap(newInOldMonth);
  const wanted = new Set(negative.map((earning) => amountKey(earning, -earning.micros)));
  const standing = groupBy(
    same.filter((earning) => wanted.has(amountKey(earning))),
    amountKey,
  );
  const again = groupBy(
    late.filter(({ micros }) => micros > 0),
    amountKey,
  );
  const found: Restatement[] = [];
  for (const reversal of negative) {
    const key = amountKey(reversal, -reversal.micros);
    const canceled = standing.get(key)?.pop();
    if (!canceled) {
      found.push(...newInOldMonth(reversal));
      continue;
    }
    const booked = again.get(key)?.pop() ?? null;
    found.push({ kind: booked ? 'booked again' : 'canceled', before: canceled, after: booked });
  }
  return [...found, ...[...again.values()].flat().flatMap(newInOldMonth)];
}

/**
 * Compares what each month earned in each place, before and after a report. An amount that leaves one place and comes to
 * another one, which differs in one respect, was moved; but only if no other amount fits as well. `isCompared` limits the
 * comparison to some places.
 */
export function compareMonths(
  before: readonly PlacedEarning[],
  after: readonly PlacedEarning[],
  isCompared: (place: PlacedEarning) => boolean = () => true,
): Compared {
  const [earlier, later] = [sumsByPlace(before), sumsByPlace(after)];
  const differences = [...new Set([...earlier.keys(), ...later.keys()])].flatMap((key) => {
    const [was, is] = [earlier.get(key) ?? null, later.get(key) ?? null];
    const micros = (is?.micros ?? 0) - (was?.micros ?? 0);
    const place = (is ?? was)!;
    return micros === 0 || !isCompared(place) ? [] : [{ was, is, place, micros }];
  });
  type Difference = (typeof differences)[number];
  const bySize = groupBy(differences, ({ micros }) => micros);
  const partnersOf = ({ place, micros }: Difference): Difference[] =>
    (bySize.get(-micros) ?? []).filter((other) => respectsBetween(place, other.place) === 1);
  const isOld = monthsOfPartners(before);
  const settled = new Set<Difference>();
  const restatements: Restatement[] = [];
  const added: PlacedEarning[] = [];
  for (const from of differences.filter(({ was, micros }) => was !== null && micros < 0)) {
    const [to, ...others] = partnersOf(from);
    if (!to || others.length > 0 || partnersOf(to).length > 1) continue;
    settled.add(from).add(to);
    restatements.push(restated({ ...from.place, micros: to.micros }, { ...to.place, micros: to.micros }));
  }
  for (const difference of differences) {
    const { was, is } = difference;
    if (settled.has(difference)) continue;
    if (was && is) restatements.push({ kind: 'changed', before: was, after: is });
    else if (was) restatements.push({ kind: 'gone', before: was, after: null });
    else if (isOld(is!)) restatements.push({ kind: 'new in an old month', before: null, after: is });
    else added.push(is!);
  }
  return { restatements, added };
}

const restated = (before: PlacedEarning, after: PlacedEarning): Restatement => ({
  kind: before.keys.type !== after.keys.type ? 'type changed' : placeKey(before) === placeKey(after) ? 'changed' : 'moved',
  before,
  after,
});

const newInOldMonth = (after: PlacedEarning): Restatement[] =>
  after.micros === 0 ? [] : [{ kind: 'new in an old month', before: null, after }];

const isSame = (a: PlacedEarning, b: PlacedEarning): boolean => a.micros === b.micros && placeKey(a) === placeKey(b);

const amountKey = (earning: PlacedEarning, micros = earning.micros): string => `${placeKey(earning)}\n${micros}`;

type Keys = PlacedEarning['keys'];

const scopeKey = ({ partner, program, type }: Keys): string => [partner, program, type].join('\n');

/** In how many respects two places differ. */
const respectsBetween = (a: PlacedEarning, b: PlacedEarning): number =>
  [a.month !== b.month, ...(['partner', 'program', 'lever', 'type'] as const).map((name) => a.keys[name] !== b.keys[name])].filter(Boolean)
    .length;

/** Whether a report speaks for an earning's month, Partner ID, program, and type, as an import decides it. */
function reportedMonths(report: readonly PlacedEarning[]): (earning: PlacedEarning) => boolean {
  const months = new Set(report.map(({ month }) => month));
  const scopes = new Set(report.map(({ keys }) => scopeKey(keys)));
  return ({ month, keys }) => months.has(month) && scopes.has(scopeKey(keys));
}

/**
 * Whether an earning is in a month that was reported for its Partner ID and program, and of a type that was. A report of
 * another type, Partner ID, or half adds to the past and doesn't change it.
 */
function monthsOfPartners(earlier: readonly PlacedEarning[]): (earning: PlacedEarning) => boolean {
  const monthKey = ({ month, keys }: PlacedEarning): string => [month, keys.partner, keys.program].join('\n');
  const months = new Set(earlier.map(monthKey));
  const scopes = new Set(earlier.map(({ keys }) => scopeKey(keys)));
  return (earning) => months.has(monthKey(earning)) && scopes.has(scopeKey(earning.keys));
}

function sumsByPlace(earnings: readonly PlacedEarning[]): Map<string, PlacedEarning> {
  const sums = new Map<string, PlacedEarning>();
  for (const earning of earnings) {
    const key = placeKey(earning);
    const known = sums.get(key);
    sums.set(key, { ...(known ?? earning), micros: (known?.micros ?? 0) + earning.micros });
  }
  return sums;
}
