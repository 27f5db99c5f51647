import { formatUsd, type Cents } from '../money/money';
import { plural } from '../text/plural';
import type { PartnerType } from './partner-type';

/** What a partner of a type needs to earn in a solution area, from a day on, as sources say or as one reading of them says. */
export interface EarnRule {
  partnerType: PartnerType;
  /** Where sources disagree, each reading has its own rule; `both` is a rule without a disagreement. */
  reading: 'narrower' | 'wider' | 'both';
  /** Whether a designation is needed, or points in its place. */
  needsCapability: boolean;
  /** Capability points that count in place of a designation; null if none do. */
  points: number | null;
  /** Solution areas in which points don't count. */
  pointsNotIn: readonly string[];
  /** CSP revenue of the last 12 months. */
  revenue: Cents;
  revenueOf: 'area' | 'location' | 'account';
}

/** CSP revenue of 12 months, and for how many of them none is entered. */
export interface Revenue {
  sum: Cents;
  monthsMissing: number;
}

/** What is known of one Partner ID in one solution area. */
export interface EarnInputs {
  /** The most points of any month in the window; null if none is entered. */
  points: number | null;
  /** For how many months of the window some points aren't entered. */
  monthsWithoutPoints: number;
  /** Whether a designation that counts for the area is entered. */
  isDesignated: boolean;
  revenue: Readonly<Record<EarnRule['revenueOf'], Revenue>>;
}

/** A result on the inputs given, never a promise. */
export type Verdict = 'eligible' | 'not eligible' | 'not known';

export interface Judgment {
  verdict: Verdict;
  /** What is missing, a sentence each; empty if eligible. */
  missing: readonly string[];
}

/** Whether a partner may earn in a solution area under one rule. */
export function mayEarn(rule: EarnRule, area: string, inputs: EarnInputs): Judgment {
  const parts = [capability(rule, area, inputs), revenue(rule, inputs)];
  const verdict = (['not eligible', 'not known'] as const).find((found) => parts.some((part) => part.verdict === found)) ?? 'eligible';
  return { verdict, missing: parts.flatMap(({ missing }) => missing) };
}

const MET: Judgment = { verdict: 'eligible', missing: [] };

function capability(rule: EarnRule, area: string, { points, monthsWithoutPoints, isDesignated }: EarnInputs): Judgment {
  if (!rule.needsCapability || isDesignated) return MET;
  const isWithoutPoints = rule.points === null || rule.pointsNotIn.some((name) => name.toLowerCase() === area.trim().toLowerCase());
  if (isWithoutPoints) return { verdict: 'not eligible', missing: [`A designation in ${area} is needed. Points don't count.`] };
  const needed = rule.points!;
  if (points !== null && points >= needed) return MET;
  const sixMonths = `the current month and the five before`;
  if (points === null)
    return { verdict: 'not known', missing: [`No points are entered for ${sixMonths}. ${needed} are needed, or a designation.`] };
  const short = `${needed} points are needed, or a designation. The most in ${sixMonths} is ${points}.`;
  return monthsWithoutPoints > 0
    ? {
        verdict: 'not known',
        missing: [`${short} Points aren't complete for ${plural(monthsWithoutPoints, 'month')} of these six.`],
      }
    : { verdict: 'not eligible', missing: [short] };
}

function revenue({ revenue: floor, revenueOf }: EarnRule, { revenue: given }: EarnInputs): Judgment {
  const { sum, monthsMissing } = given[revenueOf];
  if (sum >= floor) return MET;
  const short = `${formatUsd(floor)} of CSP revenue in 12 months is needed ${WHERE[revenueOf]}. Entered: ${formatUsd(sum)}, ${formatUsd(floor - sum)} less.`;
  return monthsMissing > 0
    ? { verdict: 'not known', missing: [`${short} No revenue is entered for ${plural(monthsMissing, 'month')} of the 12.`] }
    : { verdict: 'not eligible', missing: [short] };
}

const WHERE: Record<EarnRule['revenueOf'], string> = {
  area: 'in the solution area',
  location: 'at the location, all solution areas together',
  account: 'in the global account, all locations together',
};
