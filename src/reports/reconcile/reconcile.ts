import { formatDay } from '../../domain/calendar/day';
import { formatUsd, sumOf, type Cents } from '../../domain/money/money';
import type { Rule } from '../../rulebook/rule';
import type { FundRow } from '../funds';
import type { PartnerCenterAmounts, ShownAmount } from './amounts';
import type { CausesQuery, PossibleCause } from './cause';
import { possibleCauses } from './causes';
import { exactCauses } from './row-causes';

/** How well a cause explains the difference. Only sums that match to the cent fit. */
export type Fit = 'fits exactly' | 'one of several' | 'could be part';

/** A possible cause, and how well it explains the difference. */
export interface Cause extends PossibleCause {
  fit: Fit;
}

/** An amount on both sides; null if a side has none. */
interface ComparedAmount {
  what: ShownAmount;
  ours: Cents | null;
  theirs: Cents | null;
  /** Theirs minus ours. */
  difference: Cents | null;
}

/** A remark about the comparison, with its rule if there is one. */
interface Remark {
  sentence: string;
  rule?: Rule<unknown>;
}

/** A fund compared with its amounts in Partner Center. */
export interface Reconciliation {
  amounts: ComparedAmount[];
  /** The earned amount, theirs minus ours; null if theirs is unknown. */
  difference: Cents | null;
  causes: Cause[];
  /** Sets of causes, by ID, that add up to the difference to the cent. If there are several, one of them may be the answer. */
  fitting: string[][];
  remarks: Remark[];
}

/** What to compare. */
export interface ReconcileQuery extends Omit<CausesQuery, 'theirs' | 'fund'> {
  fund: CausesQuery['fund'] & Pick<FundRow, 'claimDeadline'>;
  theirs: PartnerCenterAmounts;
  /** The fund's claims in the workbook; null if the workbook has no claims. */
  claimed?: OwnClaims | null;
}

/** Claims since submission: the claimed amount until a decision, then the approved, then the paid amount. */
export interface OwnClaims {
  /** Null if they aren't known. */
  cents: Cents | null;
  /** Sentences about claims with an unknown amount. */
  unknown: readonly string[];
}

/** Compares a fund with Partner Center's amounts and finds possible causes of the difference. */
export function reconcile(asked: ReconcileQuery): Reconciliation {
  const { fund, theirs } = asked;
  const claimed = asked.claimed?.cents ?? null;
  const earned = theirs.earned ?? (theirs.claimed !== null && theirs.remaining !== null ? theirs.claimed + theirs.remaining : null);
  const compared = (what: ShownAmount, ours: Cents | null, shown: Cents | null): ComparedAmount => ({
    what,
    ours,
    theirs: shown,
    difference: ours === null || shown === null ? null : shown - ours,
  });
  const amounts = [
    compared('earned', fund.coop, earned),
    compared('claimed', claimed, theirs.claimed),
    compared('remaining', claimed === null || fund.usable === null ? null : fund.usable - claimed, theirs.remaining),
  ];
  const difference = amounts[0]!.difference;
  const { suspects, fitting } =
    difference === null || difference === 0 ? NOTHING : fittingCauses({ ...asked, theirs: earned!, difference });
  return { amounts, difference, fitting, causes: causesOf(suspects, fitting, difference ?? 0), remarks: remarksOn(asked, earned) };
}

const NOTHING = { suspects: [], fitting: [] };

/** The causes, and the sets of them that fit. Two and three rows are only tried if no single cause fits. */
function fittingCauses(asked: CausesQuery & { difference: Cents }): { suspects: PossibleCause[]; fitting: string[][] } {
  const named = possibleCauses(asked);
  const suspects = [...exactCauses(asked, named, 1), ...named];
  const fitting = combinationsFor(asked.difference, suspects);
  if (fitting.some((set) => set.length === 1)) return { suspects, fitting };
  const pairs = exactCauses(asked, named, 2);
  const sets = pairs.length > 0 ? pairs : exactCauses(asked, named, 3);
  return { suspects: [...sets, ...suspects], fitting: [...sets.map(({ id }) => [id]), ...fitting] };
}

/** The causes to select at first: those that fit, if there is only one way. */
export const settledCauses = (compared: Reconciliation): string[] => (waysOf(compared) === 1 ? compared.fitting[0]! : []);

/** In how many ways the difference is made up: one of several sets of rows is a way each. */
export const waysOf = ({ fitting, causes }: Pick<Reconciliation, 'fitting' | 'causes'>): number =>
  sumOf(fitting, (set) => set.reduce((ways, id) => ways * (causes.find((cause) => cause.id === id)?.ways ?? 1), 1));

/** How much of the difference the chosen causes explain. The two parts always add up to it. */
export function explainedBy({ causes, difference }: Reconciliation, chosen: ReadonlySet<string>): { explained: Cents; unexplained: Cents } {
  const explained = sumOf(causes, ({ id, amount }) => (chosen.has(id) ? amount : 0));
  return { explained, unexplained: (difference ?? 0) - explained };
}

/**
 * The smallest sets of causes, at most one of each kind, that add up to the difference to the cent. If there are so many
 * sets that a match by chance is likely, the result is empty.
 */
export function combinationsFor(difference: Cents, suspects: readonly PossibleCause[]): string[][] {
  const known = suspects.filter((cause): cause is PossibleCause & { amount: Cents } => cause.amount !== null && cause.amount !== 0);
  const alone = known.filter(({ amount }) => amount === difference);
  if (alone.length > 0) return alone.map(({ id }) => [id]);
  const parts = known.filter(({ isWhole }) => !isWhole);
  const spread = sumOf(parts, ({ amount }) => Math.abs(amount));
  for (const size of [2, 3]) {
    const sets = setsOf(parts, size);
    if (sets.length * UNLIKELY > spread) return [];
    const found = sets.filter((set) => sumOf(set, ({ amount }) => amount) === difference);
    if (found.length > 0) return found.map((set) => set.map(({ id }) => id));
  }
  return [];
}

/** A match by chance is unlikely with at most one set per this many possible sums. */
const UNLIKELY = 100;
/** More parts would make too many sets to be meaningful. */
const MAX_PARTS = 40;

function setsOf<S extends PossibleCause>(parts: readonly S[], size: number): S[][] {
  if (size === 0) return [[]];
  return parts.slice(0, MAX_PARTS).flatMap((part, index) =>
    setsOf(
      parts.slice(index + 1).filter(({ kind }) => kind !== part.kind),
      size - 1,
    ).map((set) => [part, ...set]),
  );
}

/** Causes that fit, then the likeliest of each kind that could be part. Causes that explain the whole figure are only included if they fit. */
function causesOf(suspects: readonly PossibleCause[], fitting: readonly string[][], difference: Cents): Cause[] {
  const fits = new Set(fitting.flat());
  const fit: Fit = fitting.length === 1 && suspects.every(({ id, ways }) => !fits.has(id) || !ways) ? 'fits exactly' : 'one of several';
  const distance = ({ amount }: Pick<PossibleCause, 'amount'>): number => (amount === null ? Infinity : Math.abs(difference - amount));
  const shown = new Map<string, number>();
  const rest = suspects
    .filter(({ id, isWhole }) => !fits.has(id) && !isWhole)
    // what would leave as much or more explains none of it
    .filter(({ amount }) => amount === null || distance({ amount }) < Math.abs(difference))
    .sort((a, b) => (distance(a) < distance(b) ? -1 : distance(a) > distance(b) ? 1 : 0))
    .filter(({ kind }) => {
      shown.set(kind, (shown.get(kind) ?? 0) + 1);
      return shown.get(kind)! <= MAX_OF_A_KIND;
    });
  return [
    ...suspects.filter(({ id }) => fits.has(id)).map((cause) => ({ ...cause, fit })),
    ...rest.map((cause) => ({ ...cause, fit: 'could be part' as const })),
  ];
}

const MAX_OF_A_KIND = 2;

const CLAIMED_HERE =
  "Claimed means this workbook's claims since submission: the amount claimed until a decision, then approved, then paid. Claims in editing and closed claims without payment aren't included.";
const CLAIMED_UNKNOWN =
  "Your claims aren't in this workbook, so claimed and remaining are compared with each other. Enter claims under Claims to compare with your own amounts.";

function remarksOn({ fund, theirs, evidence, rules, asOf, claimed }: ReconcileQuery, earned: Cents | null): Remark[] {
  const remarks: Remark[] = [];
  const isClosed = asOf > fund.claimDeadline;
  const deadlines = (): Rule<unknown> => rules.deadlines();
  if (theirs.earned === null && earned !== null) {
    remarks.push({
      sentence: `No earned amount was entered, so claimed plus remaining is used: ${formatUsd(earned)}.${isClosed ? ' Lapsed funds are in neither.' : ''}`,
    });
  }
  if (theirs.earned !== null && theirs.claimed !== null && theirs.remaining !== null)
    remarks.push(...gapIn(theirs.earned - theirs.claimed - theirs.remaining));
  if (isClosed && (theirs.remaining ?? 0) > 0) {
    remarks.push({
      sentence: `The claim deadline was ${formatDay(fund.claimDeadline)}. Remaining funds can no longer be claimed.`,
      rule: deadlines(),
    });
  }
  if (earned !== null && earned !== 0 && asOf < fund.claimOpens) {
    remarks.push({
      sentence: `Co-op management shows this half from ${formatDay(fund.claimOpens)}. An earlier figure comes from the Earnings page and still changes.`,
      rule: deadlines(),
    });
  }
  if (theirs.claimed !== null || theirs.remaining !== null)
    remarks.push(...(claimed ? [CLAIMED_HERE, ...claimed.unknown] : [CLAIMED_UNKNOWN]).map((sentence) => ({ sentence })));
  if (evidence.rows && !evidence.rows.hasEarningIds)
    remarks.push({ sentence: "The report has no earning IDs, so duplicates can't be identified." });
  return remarks;

  function gapIn(gap: Cents): Remark[] {
    if (gap === 0) return [];
    if (gap < 0)
      return [
        {
          sentence: `Claimed and remaining exceed earned by ${formatUsd(0 - gap)}. Check that all three are for this fund and the same day.`,
        },
      ];
    if (isClosed)
      return [
        {
          sentence: `${formatUsd(gap)} is neither claimed nor remaining. Funds not claimed by ${formatDay(fund.claimDeadline)} have lapsed.`,
          rule: deadlines(),
        },
      ];
    return [{ sentence: `${formatUsd(gap)} of what Partner Center shows as earned is neither claimed nor remaining.` }];
  }
}
