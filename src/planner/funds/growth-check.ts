import type { WorkbookRules } from '../../cells/workbook-rules';
import type { PartnerGroups } from '../../domain/earnings/partner-name';
import { growthOver } from '../../domain/earnings/growth';
import { earnedOn } from '../../domain/earnings/split';
import { groupBy } from '../../domain/group-by';
import { centsOfMicros, dollarsOfMicros, formatUsd, sumOf, type Cents } from '../../domain/money/money';
import { compareText } from '../../domain/text/compare';
import { pick, plural } from '../../domain/text/plural';
import type { EarningsImport, TenantGrowth } from '../../reports/import/earnings-import';
import { growthLeverOf } from '../../reports/growth-lever';
import { ifCovered } from '../../rulebook/if-covered';
import { programNamed } from '../../rulebook/rules-on';
import { leverOfPartner } from '../partners/lever-of-partner';

/** What a report earned under a growth lever, next to what the growth of its tenants earns at the rates in force. */
export interface GrowthCheck {
  lever: string;
  program: string;
  /** Tenants whose revenue and baseline are known in each of their months, and the others. */
  withBaseline: number;
  without: number;
  /** What was earned in tenants' months with revenue and baseline, and in all others. */
  earned: Cents;
  unchecked: Cents;
  /** What the same months earn at the rates in force; null if a rate is missing. */
  expected: Cents | null;
  /** Whether a rate of it is reported and not verified. */
  isReported: boolean;
}

/**
 * Checks the growth levers of a report, tenant by tenant and month by month: a tenant's decline takes nothing off another's growth.
 * Where rates differ by group, the group of a Partner ID says under which of them it earns.
 */
export function growthChecks(
  { months, growth = [] }: Pick<EarningsImport, 'months' | 'growth'>,
  book: WorkbookRules,
  groups: PartnerGroups,
): GrowthCheck[] {
  const inGroup = <R extends Pick<TenantGrowth, 'month' | 'lever' | 'program' | 'partnerId'>>(row: R): R => {
    const program = programNamed(row.program);
    const rules = book.rulesOn(`${row.month}-01`);
    const lever = program && ifCovered(() => leverOfPartner(row.lever, program, row.partnerId, groups, rules).name);
    return lever ? { ...row, lever } : row;
  };
  const keyOf = (lever: string, program: string): string => JSON.stringify([lever, programNamed(program) ?? program]);
  const tenants = groupBy(growth.map(inGroup), ({ lever, program }) => keyOf(lever, program));
  const rows = months.flatMap((row) => {
    const lever = growthLeverOf(row);
    return lever !== null && (row.kind === 'co-op' || row.kind === 'rebate') ? [inGroup({ ...row, lever })] : [];
  });
  return [...groupBy(rows, ({ lever, program }) => keyOf(lever, program))]
    .map(([key, earned]) => checkOf(earned[0]!, centsOfMicros(sumOf(earned, ({ micros }) => micros)), tenants.get(key) ?? [], book))
    .sort((a, b) => compareText(a.lever, b.lever) || compareText(a.program, b.program));
}

function checkOf(
  { lever, program }: { lever: string; program: string },
  all: Cents,
  tenants: readonly TenantGrowth[],
  book: WorkbookRules,
): GrowthCheck {
  const known = tenants.filter(isKnown);
  const byTenant = [...groupBy(tenants, ({ partnerId, tenant }) => JSON.stringify([partnerId, tenant])).values()];
  const withBaseline = byTenant.filter((itsMonths) => itsMonths.every(isKnown)).length;
  const results = known.map((month) => expectedOf(month, book));
  const earned = centsOfMicros(sumOf(known, (month) => month.earned));
  return {
    lever,
    program,
    withBaseline,
    without: byTenant.length - withBaseline,
    earned,
    unchecked: all - earned,
    expected: results.includes(null) ? null : sumOf(results, (result) => result!.cents),
    isReported: results.some((result) => result?.isReported),
  };
}

type Known = TenantGrowth & { revenue: number; baseline: number };

const isKnown = (tenant: TenantGrowth): tenant is Known => tenant.revenue !== null && tenant.baseline !== null;

function expectedOf(
  { month, lever, program, revenue, baseline }: Known,
  book: WorkbookRules,
): { cents: Cents; isReported: boolean } | null {
  const rules = book.rulesOn(`${month}-01`);
  const rule = ifCovered(() => rules.rate(rules.lever(lever, programNamed(program)!)));
  if (!rule) return null;
  const growth = growthOver(dollarsOfMicros(revenue), dollarsOfMicros(baseline));
  return { cents: earnedOn(growth, rule.value.rate), isReported: rule.standing === 'reported' };
}

/** The check in sentences. */
export function describeGrowth(check: GrowthCheck): string[] {
  const { withBaseline, without, unchecked } = check;
  const tenants = withBaseline + without;
  const missing = tenants === 0 ? 'tenants' : `revenue and baseline of ${pick(without, 'that tenant', 'those tenants')}`;
  return [
    tenants > 0 ? `${plural(withBaseline, 'tenant')} with a baseline, ${without} without.` : '',
    withBaseline > 0 ? describeEarned(check) : '',
    unchecked !== 0 ? `${formatUsd(unchecked)} can't be checked: the report doesn't show the ${missing}, so no rate is applied.` : '',
  ].filter((sentence) => sentence !== '');
}

function describeEarned({ earned, expected, isReported }: GrowthCheck): string {
  const known = `${formatUsd(earned)} was earned with a baseline`;
  const rates = isReported ? "reported rates, which aren't verified" : 'the rates in force';
  if (expected === null) return `${known}. No earning rate is known for it; a rule pack or your own rule can give one.`;
  return expected === earned ? `${known}, as growth earns at ${rates}.` : `${known}; growth earns ${formatUsd(expected)} at ${rates}.`;
}
