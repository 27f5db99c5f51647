import type { Day } from '../../domain/calendar/day';
import { formatDay } from '../../domain/calendar/day';
import type { DeadlineRule, MonthDay } from '../../domain/calendar/deadlines';
import { said } from '../../cells/scalar';
import { badInput } from '../../domain/problem';
import { list } from '../../domain/text/list';
import { ruleText } from '../../rulebook/describe-rule';
import { activityNamed, findCategory } from '../../rulebook/find-activity';
import { leversNamed } from '../../rulebook/find-lever';
import { didYouMean, fold, type KnownName } from '../../rulebook/names';
import { leverName, type RuleContent } from '../../rulebook/own-rule';
import type { RuleInForce, Topic } from '../../rulebook/rule';
import { ACTIVITY_NAMES, type ActivityValue } from '../../rulebook/rules/activities';
import { GENERAL } from '../../rulebook/rules/activity-sheets';
import { LEVERS } from '../../rulebook/rules/levers';
import type { ProgramId } from '../../rulebook/rules/programs';
import { DEFAULT_PROGRAM, findProgram } from '../../rulebook/rules-on';
import type { RuleCells, RuleColumn } from './rule-cells';

/** A row of CoopRules, read. */
export interface RuleRow {
  /** Counted from the first row below the header. */
  row: number;
  /** What it is about: rows with the same key replace each other by their first days. */
  key: string;
  topic: Topic;
  program: ProgramId | 'all';
  subject?: string;
  from: Day;
  to?: Day;
  /** The whole value, or what it changes in the value of the built-in rule; undefined: a new rule's own. */
  value: unknown;
  change?: (was: unknown) => unknown;
  note?: string;
  cited?: string;
  pack?: string;
  /** What it says, in words. */
  text: string;
  /** What to look at although it counts; made only where it is read, since cells wait for the rules. */
  hint?: () => string;
}

/** The words of the column Rule. */
const RULE_WORDS = [
  'split',
  'rate',
  'threshold',
  'cap',
  'activity',
  'claim opens',
  'claim deadline',
  'resolution deadline',
  'payment',
  'rebate payment',
  'retention',
  'capability',
] as const;
export type RuleWord = (typeof RULE_WORDS)[number];
/** The words as names, to find the one that is meant by a misspelled one. */
export const WORD_NAMES: readonly KnownName<RuleWord>[] = RULE_WORDS.map((name) => ({ name, aliases: [] }));

/** Reads a row. Throws a Problem with a sentence if it can't be read. */
export function readRuleRow(row: number, cells: RuleCells): RuleRow {
  const word = ruleWord(cells);
  const program = programOf(word, cells);
  const from = cells.day('From');
  const to = cells.isBlank('To') ? undefined : cells.day('To');
  if (to && to < from) throw badInput('To is before From.');
  refuseUnused(word, cells);
  const about = subjectOf(word, program, cells);
  const content = contentOf(word, cells, about.subject);
  const pack = cells.text('Pack') || undefined;
  const [source, grade, note] = (['Source', 'Grade', 'Note'] as const).map((name) => cells.text(name));
  const cited = [pack, [source, grade && `(${grade})`].filter(Boolean).join(' ')].filter(Boolean).join(': ');
  return {
    row,
    key: [pack ? 'pack' : 'own', word, content.part, program, fold(about.subject ?? '')].filter(Boolean).join('/'),
    program,
    ...about,
    from,
    ...(to && { to }),
    ...(note && { note }),
    ...(cited && { cited }),
    ...(pack && { pack }),
    ...content,
  };
}

export function ruleWord(cells: RuleCells): RuleWord {
  const text = cells.given('Rule');
  const word = RULE_WORDS.find((name) => name === String(text).trim().toLowerCase().replace(/\s+/g, ' '));
  if (!word) throw badInput(`Rule: ${said(text)} isn't one of ${RULE_WORDS.join(', ')}.${didYouMean(String(text), WORD_NAMES)}`);
  return word;
}

/** Deadlines, activities, payment, and retention are the same for all programs. */
export function programOf(word: RuleWord, cells: RuleCells): ProgramId | 'all' {
  if (word === 'capability') return DEFAULT_PROGRAM;
  const isOfProgram = USES[word].includes('Program');
  if (!isOfProgram) return 'all';
  return cells.isBlank('Program') ? DEFAULT_PROGRAM : findProgram(cells.text('Program'));
}

/** The columns that each rule uses beside Rule, From, To, Value, and the source. A cell elsewhere would have no effect. */
const USES: Record<RuleWord, readonly RuleColumn[]> = {
  split: ['Program', 'Lever'],
  rate: ['Program', 'Lever'],
  threshold: ['Program'],
  cap: ['Program', 'Activity'],
  activity: ['Activity', 'Category', 'Expenses', 'Proof'],
  'claim opens': [],
  'claim deadline': [],
  'resolution deadline': [],
  payment: [],
  'rebate payment': [],
  retention: [],
  capability: [],
};

const OPTIONAL = ['Program', 'Lever', 'Activity', 'Category', 'Expenses', 'Proof'] as const;

function refuseUnused(word: RuleWord, cells: RuleCells): void {
  for (const column of OPTIONAL) {
    if (USES[word].includes(column) || cells.isBlank(column)) continue;
    if (word === 'threshold' && column === 'Lever')
      throw badInput('Lever: a threshold applies to the whole program. Leave the lever empty.');
    if (column === 'Program' && /^all( programs)?$/i.test(cells.text(column))) continue;
    throw badInput(`${column}: a ${word} rule doesn't use it. Leave it empty.`);
  }
}

export function subjectOf(word: RuleWord, program: ProgramId | 'all', cells: RuleCells): Pick<RuleRow, 'subject' | 'hint'> {
  if (word === 'split' || word === 'rate') {
    const text = cells.text('Lever');
    if (!text && word === 'rate') throw badInput('Lever: a rate needs the name of its lever.');
    if (!text) return {};
    const subject = leverName(text, program);
    const isKnown = leversNamed(subject).length > 0 || leversNamed(subject.replace(/\([^(]*\)$/, '')).length > 0;
    return { subject, ...(!isKnown && { hint: () => `No built-in lever has this name.${didYouMean(text, LEVERS)}` }) };
  }
  if (word !== 'cap' && word !== 'activity') return {};
  const text = cells.text('Activity');
  if (!text) throw badInput(`Activity: ${word === 'cap' ? 'a cap' : 'an activity rule'} needs the name of its activity.`);
  const known = activityNamed(text);
  return known
    ? { subject: known }
    : { subject: text, hint: () => `The guidebook doesn't list this activity.${didYouMean(text, ACTIVITY_NAMES)}` };
}

type Content = Pick<RuleRow, 'topic' | 'value' | 'change' | 'text'> & { part?: string };

function contentOf(word: RuleWord, cells: RuleCells, subject?: string): Content {
  switch (word) {
    case 'split':
      return whole({ topic: 'split', value: { coopShare: cells.share() } });
    case 'rate':
      if (/^ended$/i.test(cells.text('Value'))) return { topic: 'rate', value: null, text: 'Ended' };
      return whole({ topic: 'rate', value: { rate: cells.share() } });
    case 'threshold':
      return whole({ topic: 'threshold', value: { amount: cells.amount(), comparison: 'meet' } });
    case 'cap':
      return whole({ topic: 'cap', value: cells.cap() });
    case 'activity':
      return activityContent(cells, subject!);
    case 'claim opens':
      return deadlineContent('claimOpens', 'Claims open', cells.monthDay());
    case 'claim deadline':
      return deadlineContent('claim', 'Claims close', cells.monthDay());
    case 'resolution deadline':
      return deadlineContent('resolution', 'Claims are resolved by', cells.monthDay());
    case 'payment':
      return paymentContent(cells);
    case 'rebate payment': {
      const rebateDays = cells.count(366, 'a number of days');
      return part('payment', { rebateDays }, `A rebate is paid ${rebateDays} days after the last day of its month`);
    }
    case 'retention': {
      const months = cells.count(240, 'a number of months');
      return part('retention', { monthsAfterClaimDeadline: months }, `Keep proof for ${months} months after the claim deadline`);
    }
    case 'capability': {
      const points = cells.count(100, 'a number of points');
      return part('capability', { points }, `${points} capability points`);
    }
  }
}

const whole = (content: RuleContent): Content => ({ ...content, text: ruleText(content as RuleInForce<unknown>) });

/** A rule that changes a part of the built-in one. */
const part = (topic: Topic, change: object, text: string): Content => ({
  topic,
  value: change,
  change: (was) => ({ ...(was as object), ...change }),
  text,
});

/** Claims open in the half of use, and close in the half after it. */
function deadlineContent(name: 'claimOpens' | 'claim' | 'resolution', says: string, day: MonthDay): Content {
  const isFirstHalfOfYear = day < '07';
  const usage = (name === 'claimOpens') === isFirstHalfOfYear ? 2 : 1;
  return {
    topic: 'deadline',
    value: { [name]: { [usage]: day } },
    change: (was) => ({ ...(was as DeadlineRule), [name]: { ...(was as DeadlineRule)[name], [usage]: day } }),
    part: `${usage}`,
    text: `${says} ${dated(day)}, for activities of ${usage === 1 ? 'July – December' : 'January – June'}`,
  };
}

/** Feb 15, of every year. */
const dated = (day: MonthDay): string => formatDay(`2001-${day}` as Day).replace(', 2001', '');

function paymentContent(cells: RuleCells): Content {
  const text = cells.text('Value');
  const [approvedBy, paidFrom, paidTo] = (/^approved by (?:day )?(\d+), paid (?:day )?(\d+) (?:to|-|–) (\d+)$/i.exec(text) ?? [])
    .slice(1)
    .map(Number);
  if (!approvedBy || !paidFrom || !paidTo || paidFrom > paidTo || Math.max(approvedBy, paidTo) > 28)
    throw badInput(
      `Value: ${said(cells.given('Value'))} isn't a payment rule. Write days of the month to 28, as in "approved by 15, paid 20 to 25".`,
    );
  return part(
    'payment',
    { approvedBy, paidFrom, paidTo },
    `A claim approved by day ${approvedBy} of a month is paid from day ${paidFrom} to ${paidTo}`,
  );
}

function activityContent(cells: RuleCells, name: string): Content {
  const value = cells.text('Value');
  if (/^not eligible$/i.test(value)) return { topic: 'activity', value: null, text: 'Not eligible' };
  if (value && !/^eligible$/i.test(value)) throw badInput(`Value: ${said(value)} isn't eligible or not eligible.`);
  const isNew = activityNamed(name) === undefined;
  const category = cells.isBlank('Category') ? undefined : findCategory(cells.text('Category'));
  if (isNew && !category) throw badInput("Category is empty. An activity that the guidebook doesn't list needs one.");
  const expenses = cells.list('Expenses');
  const proof = proofOf(cells.list('Proof'));
  const change: Partial<ActivityValue> = {
    ...(category && { category }),
    ...(expenses.length > 0 && { expenses }),
    ...proof,
    ...(Object.keys(proof).length > 0 && { sourced: true }),
  };
  if (!value && Object.keys(change).length === 0)
    throw badInput('Value is empty. Write eligible or not eligible, or fill in Category, Expenses, or Proof.');
  const changed = [category && `category ${category}`, expenses.length > 0 && 'expenses', Object.keys(proof).length > 0 && 'proof'].filter(
    Boolean,
  );
  return {
    topic: 'activity',
    value: change,
    change: (was) => ({ ...(was ?? newActivity(name)), ...change }),
    text: changed.length > 0 ? `Eligible, with its own ${list(changed as string[], 'and')}` : 'Eligible',
  };
}

/** Kinds of proof that aren't named stay as the guidebook has them. */
function proofOf(items: readonly string[]): Partial<ActivityValue> {
  const found: Partial<Record<'communication' | 'metrics' | 'core', string[]>> = {};
  for (const item of items) {
    const [, kind = 'Communication', text = item] = /^(communication|metrics|core requirement): *(.+)$/i.exec(item) ?? [];
    (found[KINDS[kind.toLowerCase()]!] ??= []).push(text);
  }
  return found;
}

const KINDS: Record<string, 'communication' | 'metrics' | 'core'> = {
  communication: 'communication',
  metrics: 'metrics',
  'core requirement': 'core',
};

const newActivity = (name: string): Omit<ActivityValue, 'category'> => ({
  name,
  invoice: 'third-party invoice or CSR',
  core: GENERAL,
  communication: [],
  metrics: [],
  expenses: null,
  sourced: false,
  preApproval: 'none',
});
