import type { Finding } from '../finding';
import { note } from '../new-finding';
import { formatShare, formatUsd, shareOf, sumOf, type Cents } from '../money/money';
import type { Share } from '../money/shares';

/** The target share of the plan for a category or a solution area, 0 to 1. No rule requires one. */
export interface MixShare {
  name: string;
  share: number;
}

/** The target and the actual share of a category or a solution area. */
export interface MixLine {
  name: string;
  /** Null if the mix doesn't list it, which means a target of zero. */
  wanted: number | null;
  wantedAmount: Cents;
  amount: Cents;
  share: number;
  /** Above zero: over target. The differences of all lines add up to zero. */
  difference: Cents;
  /** Null within a percentage point. */
  finding: Finding | null;
}

/** Why a mix can't be used, in a sentence; null if it can. Without any shares there is no mix, and nothing is checked. */
export function mixTrouble(mix: readonly MixShare[]): string | null {
  const odd = mix.find(({ share }) => !(share >= 0 && share <= 1));
  if (odd) return `The share of ${odd.name} must be between 0% and 100%.`;
  const twice = mix.find(({ name }, index) => mix.findIndex((other) => other.name === name) !== index);
  if (twice) return `${twice.name} has two shares. Enter one.`;
  const sum = sumOf(mix, ({ share }) => millionths(share));
  if (mix.length === 0 || sum === WHOLE) return null;
  const off = Math.abs(WHOLE - sum) / WHOLE;
  return `The shares add up to ${formatShare(sum / WHOLE)}, ${formatShare(off)} ${sum > WHOLE ? 'too much' : 'too little'}. They must add up to 100%.`;
}

/** Each name with its target share, those of the mix first, in its order. Empty if the mix can't be used. */
export function compareMix(mix: readonly MixShare[], shares: readonly Share[]): MixLine[] {
  if (mix.length === 0 || mixTrouble(mix) !== null) return [];
  const total = sumOf(shares, ({ amount }) => amount);
  const wantedAmounts = parts(total, mix);
  const others = shares.filter(({ name }) => !mix.some((part) => part.name === name));
  return [
    ...mix.map((part, index) =>
      lineOf(
        part.name,
        part.share,
        wantedAmounts[index]!,
        shares.find(({ name }) => name === part.name),
      ),
    ),
    ...others.map((share) => lineOf(share.name, null, 0, share)),
  ];
}

function lineOf(name: string, wanted: number | null, wantedAmount: Cents, is: Share | undefined): MixLine {
  const { amount, share } = is ?? { amount: 0, share: 0 };
  const difference = amount - wantedAmount;
  // an empty plan differs from no mix
  const isOff = difference !== 0 && Math.abs(millionths(share) - millionths(wanted ?? 0)) >= WHOLE / 100;
  const [size, which] = [formatUsd(Math.abs(difference)), difference > 0 ? 'more' : 'less'];
  const message = `${name} is ${formatShare(Number(share.toFixed(3)))} of the plan; the target is ${formatShare(wanted ?? 0)}: ${size} ${which}.`;
  return { name, wanted, wantedAmount, amount, share, difference, finding: isOff ? note(message) : null };
}

/** The target amounts, rounded so that they add up to the whole. */
function parts(total: Cents, mix: readonly MixShare[]): Cents[] {
  let upTo = 0;
  let given = 0;
  return mix.map(({ share }) => {
    upTo += millionths(share);
    const amount = shareOf(total, upTo / WHOLE) - given;
    given += amount;
    return amount;
  });
}

/** Shares are added as whole numbers: 0.45 + 0.4 + 0.15 is not 1 in binary. */
const millionths = (share: number): number => Math.round(share * WHOLE);

const WHOLE = 1_000_000;
