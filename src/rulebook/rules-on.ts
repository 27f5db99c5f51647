import { formatDay, type Day } from '../domain/calendar/day';
import type { Cents } from '../domain/money/money';
import type { DeadlineRule } from '../domain/calendar/deadlines';
import { badInput, notCovered } from '../domain/problem';
import type { CapRule } from '../domain/activities/caps';
import type { ThresholdRule } from '../domain/earnings/threshold';
import { activityMeant, findActivity } from './find-activity';
import { findLever } from './find-lever';
import { entryOn, historyOf, reasonUncovered } from './histories';
import { listNames } from './names';
import { comparedAs, ownRulebook, unusedFor, type OwnRule, type UnusedRule } from './own-rule';
import { BEGINNING, type Rule, type RuleInForce, type Topic } from './rule';
import { ACTIVITY_NAMES, mayUse, type ActivityValue } from './rules/activities';
import { CATEGORIES, type Category } from './rules/requirements';
import type { CapabilityValue } from './rules/capability';
import type { Lever, RateValue } from './rules/levers';
import type { PaymentValue } from './rules/payment';
import { DEFAULT_PROGRAM, type ProgramId } from './rules/programs';
import type { RetentionValue } from './rules/retention';
import type { SplitValue } from './rules/split';

// The only entry to the rulebook for cells and the pane: it turns a text into a name, and a name and a day into a rule.
export { findCategory } from './find-activity';
export { findProgram, programNamed } from './find-program';
export { allRules } from './histories';
export { DEFAULT_PROGRAM, firstCoopDay } from './rules/programs';

/** The rules of one day. Every method returns the rule in force, with its source, or throws "not covered" if there is none. */
export interface RulesOn {
  /** The lever a text names: one of the rulebook's, or one that only the workbook's own rules know. */
  lever(text: string, program: ProgramId): Lever;
  /** How a program's earnings split. Before its first co-op day the co-op share is 0. A lever's own split comes first, then that of its bare name. */
  split(program: ProgramId, lever?: Lever | null): RuleInForce<SplitValue>;
  rate(lever: Lever): RuleInForce<RateValue>;
  /** The full names that the workbook's rules give a lever's rates by, such as one for each country group; none if its bare name has one. */
  kindsOf(lever: Lever): string[];
  /** The co-op threshold of a program. A given amount replaces the rule's and keeps its comparison; without a rule it must be met. */
  threshold(program: ProgramId, amount?: Cents | null): RuleInForce<ThresholdRule>;
  deadlines(): RuleInForce<DeadlineRule>;
  /** The activity a text names: one of the guidebook's, or one that only the workbook's own rules know; undefined if there is none. */
  activityMeant(text: string): string | undefined;
  /** The same; throws "not covered" if there is none. */
  findActivity(text: string): string;
  /** What the guidebook of the day requires of an activity, by any of its names. */
  activity(name: string): RuleInForce<ActivityValue>;
  /** Whether a rule of the workbook makes an activity ineligible. */
  excludes(name: string): boolean;
  /** The activities of the day, by category in the guidebook's order; optionally of one category, or only those a program may use. */
  activities(category?: Category | null, program?: ProgramId): RuleInForce<ActivityValue>[];
  cap(activity: string, program: ProgramId): RuleInForce<CapRule>;
  retention(): RuleInForce<RetentionValue>;
  payment(): RuleInForce<PaymentValue>;
  capability(): RuleInForce<CapabilityValue>;
}

/** Readiness and Skilling are one category. */
function oneName(category: Category): Category {
  return category === 'Partner Readiness' ? 'Partner Skilling' : category;
}

class Lookup implements RulesOn {
  constructor(
    private readonly day: Day | 'newest',
    private readonly ownRules: readonly OwnRule[],
    private readonly used: ((rule: Rule<unknown>) => void) | undefined,
    private readonly unused: readonly UnusedRule[],
    private readonly unusedSaid: Set<string> | undefined,
  ) {}

  lever(text: string, program: ProgramId): Lever {
    return findLever(text, program, ownRulebook(this.ownRules).levers);
  }

  split(program: ProgramId, lever?: Lever | null): RuleInForce<SplitValue> {
    return (
      (lever && this.look<SplitValue>('split', program, lever.name)) ??
      this.look<SplitValue>('split', program, lever?.family) ??
      this.look<SplitValue>('split', program) ??
      this.none(`No source we have gives a split for ${program}. Enter the co-op share yourself, such as "40%".`)
    );
  }

  rate(lever: Lever): RuleInForce<RateValue> {
    const names = this.kindsOf(lever);
    if (names.length > 0) {
      this.none(`"${lever.name}" has kinds of its own in this workbook. Write the full name, ${listNames(names)}.`);
    }
    return (
      this.look<RateValue>('rate', lever.program, lever.name) ??
      this.none(`No earning rate is known for the lever "${lever.name}". A rule pack or your own rule can give one.`)
    );
  }

  kindsOf(lever: Lever): string[] {
    if (this.own('rate', lever.program, lever.name)) return [];
    const kinds = ownRulebook(this.ownRules).levers.filter(
      ({ name, program, family }) => family === lever.name && program === lever.program && this.own('rate', program, name),
    );
    return [...new Set(kinds.map(({ name }) => name))];
  }

  threshold(program: ProgramId, amount: Cents | null = null): RuleInForce<ThresholdRule> {
    if (amount !== null) return this.take(this.givenThreshold(program, amount));
    return (
      this.look<ThresholdRule>('threshold', program) ??
      this.none(`No source we have gives a threshold for ${program}. Enter the amount yourself.`)
    );
  }

  private givenThreshold(program: ProgramId, amount: Cents): RuleInForce<ThresholdRule> {
    const history = historyOf('threshold', program);
    const held = history && entryOn(history, this.day);
    const given: RuleInForce<ThresholdRule> = {
      topic: 'threshold',
      from: held?.from ?? BEGINNING,
      program,
      value: { amount, comparison: 'meet' },
      source: 'workbook',
      standing: 'workbook',
      note: 'The amount is given in the formula.',
    };
    return comparedAs(given, held) as RuleInForce<ThresholdRule>;
  }

  deadlines(): RuleInForce<DeadlineRule> {
    return this.forAll<DeadlineRule>('deadline');
  }

  activityMeant(text: string): string | undefined {
    return activityMeant(text, ownRulebook(this.ownRules).activities);
  }

  findActivity(text: string): string {
    return findActivity(text, ownRulebook(this.ownRules).activities);
  }

  activity(text: string): RuleInForce<ActivityValue> {
    const name = this.findActivity(text);
    return (
      this.look<ActivityValue>('activity', 'all', name) ?? this.none(`"${name}" is in this workbook's own rules, but not for this day.`)
    );
  }

  excludes(name: string): boolean {
    return this.own('activity', 'all', name)?.value === null;
  }

  activities(category: Category | null = null, program?: ProgramId): RuleInForce<ActivityValue>[] {
    this.refuse('activity', 'all', null);
    const wanted = category && oneName(category);
    const found: RuleInForce<ActivityValue>[] = [];
    for (const name of [...ACTIVITY_NAMES.map(({ name }) => name), ...ownRulebook(this.ownRules).activities]) {
      const rule = this.ruleOn<ActivityValue>('activity', 'all', name);
      if (!rule?.value || (wanted !== null && oneName(rule.value.category) !== wanted)) continue;
      if (program === undefined || mayUse(rule.value, program)) found.push(this.take(rule as RuleInForce<ActivityValue>));
    }
    return found.sort((a, b) => CATEGORIES.indexOf(a.value.category) - CATEGORIES.indexOf(b.value.category));
  }

  cap(activity: string, program: ProgramId): RuleInForce<CapRule> {
    return this.look<CapRule>('cap', program, activity) ?? this.look<CapRule>('cap', 'all', activity) ?? this.forAll<CapRule>('cap');
  }

  retention(): RuleInForce<RetentionValue> {
    return this.forAll<RetentionValue>('retention');
  }

  payment(): RuleInForce<PaymentValue> {
    return this.forAll<PaymentValue>('payment');
  }

  capability(): RuleInForce<CapabilityValue> {
    return this.look<CapabilityValue>('capability', DEFAULT_PROGRAM)!;
  }

  /** The rule of a topic that applies to all programs. */
  private forAll<V>(topic: Topic): RuleInForce<V> {
    return this.look<V>(topic, 'all')!;
  }

  /**
   * The rule for exactly this program and subject: the workbook's own first, then a pack's, then the rulebook's. Undefined if there
   * is no such history; a history without a value on the day throws.
   */
  private look<V>(topic: Topic, program: ProgramId | 'all', subject?: string): RuleInForce<V> | undefined {
    this.refuse(topic, program, subject ?? '');
    const history = historyOf(topic, program, subject);
    const found = this.ruleOn<V>(topic, program, subject);
    if (found && found.value !== null) return this.take(found as RuleInForce<V>);
    // of the rules of a workbook, only an activity and a rate can end
    if (found?.source === 'workbook')
      this.none(`"${subject}" ended on ${formatDay(found.from)}, by ${found.cited ?? "this workbook's own rules"}.`);
    if (history) throw notCovered(reasonUncovered(history, this.day));
    return undefined;
  }

  /** Refuses a rule that a row could be which isn't used, since the number would be wrong without a sign. */
  private refuse(topic: Topic, program: ProgramId | 'all', subject: string | null): void {
    for (const { sentence } of unusedFor(this.unused, this.day, topic, program, subject)) {
      if (!this.unusedSaid) throw badInput(sentence);
      this.unusedSaid.add(sentence);
    }
  }

  private ruleOn<V>(topic: Topic, program: ProgramId | 'all', subject?: string): Rule<V> | undefined {
    const history = historyOf(topic, program, subject);
    const held = history && entryOn(history, this.day);
    const mine = this.own(topic, program, subject);
    return (mine?.value ? comparedAs(mine, held) : (mine ?? held)) as Rule<V> | undefined;
  }

  /** The workbook's own rule, or that of a pack. */
  private own(topic: Topic, program: ProgramId | 'all', subject?: string): Rule<unknown> | undefined {
    return this.ownRules.length > 0 ? ownRulebook(this.ownRules).ruleOn(this.day, topic, program, subject) : undefined;
  }

  private take<V>(rule: RuleInForce<V>): RuleInForce<V> {
    this.used?.(rule);
    return rule;
  }

  private none(message: string): never {
    throw notCovered(message);
  }
}

/** One shared empty list, since each list is prepared once. */
const NONE: readonly never[] = [];

/**
 * The rules in force on a day; 'newest', for an omitted date, is the newest rule we have. `ownRules` are the workbook's own
 * rules, which override from their first day on; `used` is called with every rule an answer uses.
 */
export function rulesOn(
  day: Day | 'newest',
  ownRules: readonly OwnRule[] = NONE,
  used?: (rule: Rule<unknown>) => void,
  unused: readonly UnusedRule[] = NONE,
  unusedSaid?: Set<string>,
): RulesOn {
  return new Lookup(day, ownRules, used, unused, unusedSaid);
}
