import { comparableId } from '../../domain/earnings/partner-id';
import type { PartnerGroups } from '../../domain/earnings/partner-name';
import { fold } from '../../rulebook/names';
import type { RulesOn } from '../../rulebook/rules-on';
import type { Lever } from '../../rulebook/rules/levers';
import type { ProgramId } from '../../rulebook/rules/programs';

/**
 * The lever that a name means for a Partner ID: where the rules have rates for several kinds of it, the one of the Partner ID's
 * groups. Without such a group it stays the bare lever, which has no rate then. Throws "not covered" as `RulesOn.lever` does.
 */
export function leverOfPartner(name: string, program: ProgramId, partnerId: string, groups: PartnerGroups, rules: RulesOn): Lever {
  const lever = rules.lever(name, program);
  const known = groupsIn(groups.get(comparableId(partnerId)) ?? '');
  const [kind, ...more] = rules.kindsOf(lever).filter((full) => known.includes(fold(groupIn(full))));
  return kind !== undefined && more.length === 0 ? rules.lever(kind, program) : lever;
}

/** A Partner ID's groups, such as its country group and its tier: a lever has kinds by one of them. */
const groupsIn = (text: string): string[] =>
  text
    .split(';')
    .map(fold)
    .filter((group) => group !== '');

/** The group in a lever's full name: "scale countries" of "M365: Tier 1 (scale countries)"; '' without one. */
const groupIn = (name: string): string => /\(([^()]*)\)\s*$/.exec(name)?.[1] ?? '';
