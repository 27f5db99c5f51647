import type { Activity, ActivityStatus, Expense } from '../../domain/activities/activity';
import { withRateInForce, type ExchangeRate } from '../../domain/activities/rate-in-force';
import { isDay, type Day } from '../../domain/calendar/day';
import { isCurrencyCode } from '../../domain/money/currency';
import { sumOf, type Cents } from '../../domain/money/money';
import { labelOf, parseHalf } from '../../domain/calendar/half';
import { fundNamed } from '../../rulebook/name-keys';
import { readTypedAmount, type TypedAmount } from '../../domain/money/typed-amount';
import { describeNoRate, readTypedRate } from '../../domain/money/typed-rate';

/** An activity while it is edited: every field is text, so that nothing half-typed is lost. */
export interface ActivityForm {
  partnerId: string;
  program: string;
  /** FY25 H1 */
  half: string;
  title: string;
  activity: string;
  status: ActivityStatus;
  start: string;
  end: string;
  owner: string;
  description: string;
  solutionArea: string;
  currency: string;
  rate: string;
  /** With expenses, blank means their sum, and a text is a separate figure. */
  budget: string;
  actual: string;
  coopShare: string;
  /** A percentage. */
  content: string;
  attendees: string;
  meetsCore: boolean;
  preApproved: string;
  priority: string;
  leads: string;
  pipeline: string;
  revenue: string;
  expenses: readonly ExpenseForm[];
}

/** An expense while it is edited. */
export interface ExpenseForm {
  id: string;
  type: string;
  budget: string;
  actual: string;
  note: string;
}

/** A field of the form, or one of an expense. */
export type FormField = keyof ActivityForm | `${string}:budget` | `${string}:actual`;

/** The activity in a form, and the fields that can't be read. */
export interface FormRead {
  activity: Activity;
  mistakes: ReadonlyMap<FormField, string>;
}

/** An activity as text to edit. */
export function formOf(activity: Activity): ActivityForm {
  const { fund } = activity;
  return {
    partnerId: fund?.partnerId ?? '',
    program: fund?.program ?? '',
    half: fund ? labelOf(fund.half) : '',
    title: activity.title,
    activity: activity.activity,
    status: activity.status,
    start: activity.start ?? '',
    end: activity.end ?? '',
    owner: activity.owner,
    description: activity.description,
    solutionArea: activity.solutionArea,
    currency: activity.currency,
    rate: activity.rate === null || activity.currency === 'USD' ? '' : String(activity.rate),
    budget: activity.expenses.length > 0 && activity.budget === budgetOf(activity.expenses) ? '' : amountText(activity.budget),
    actual: spentOn(activity.expenses) !== null && activity.actual === spentOn(activity.expenses) ? '' : amountText(activity.actual),
    coopShare: amountText(activity.coopShare),
    content: activity.content === null ? '' : String(Number(`${activity.content}e2`)),
    attendees: activity.attendees === null ? '' : String(activity.attendees),
    meetsCore: activity.meetsCore === true,
    preApproved: activity.preApproved ?? '',
    priority: activity.priority === null ? '' : String(activity.priority),
    leads: activity.leads === null ? '' : String(activity.leads),
    pipeline: amountText(activity.pipeline),
    revenue: amountText(activity.revenue),
    expenses: activity.expenses.map(({ id, type, budget, actual, note }) => ({
      id,
      type,
      budget: amountText(budget),
      actual: amountText(actual),
      note,
    })),
  };
}

/** Reads a form, with the workbook's exchange rates. A text that can't be read counts as blank and is reported. `was` has what the form doesn't show. */
export function readForm(form: ActivityForm, was: Activity, rates: readonly ExchangeRate[] = []): FormRead {
  const mistakes = new Map<FormField, string>();
  const read = <T>(field: FormField, text: string, how: (text: string) => T | null, sentence: string): T | null => {
    if (text.trim() === '') return null;
    const value = how(text.trim());
    if (value === null) mistakes.set(field, sentence);
    return value;
  };
  const currency = form.currency.trim().toUpperCase() || 'USD';
  const amount = (field: FormField, text: string): Cents | null => {
    const typed = readAmount(text, currency);
    if (!('problem' in typed)) return typed.cents;
    mistakes.set(field, typed.problem);
    return null;
  };
  const day = (field: FormField, text: string): Day | null => read(field, text, (given) => (isDay(given) ? given : null), 'Enter a date.');
  const half = parseHalf(form.half);
  if (!isCurrencyCode(currency)) mistakes.set('currency', 'Enter a three-letter currency code, such as EUR.');
  const expenses: Expense[] = form.expenses.map(({ id, type, budget, actual, note }) => ({
    id,
    type: type.trim(),
    budget: amount(`${id}:budget`, budget) ?? 0,
    actual: amount(`${id}:actual`, actual),
    note,
  }));
  const start = day('start', form.start);
  const end = day('end', form.end);
  if (start && end && end < start) mistakes.set('end', 'The end date is before the start date.');
  const activity: Activity = {
    ...was,
    status: form.status,
    fund: half && form.partnerId !== '' ? fundNamed(form.partnerId, form.program, half) : null,
    title: form.title.trim(),
    activity: form.activity.trim(),
    start,
    end: end === start ? null : end,
    owner: form.owner.trim(),
    description: form.description.trim(),
    solutionArea: form.solutionArea.trim(),
    currency,
    rate: currency === 'USD' ? 1 : read('rate', form.rate, readTypedRate, describeNoRate(form.rate, currency)),
    budget: amount('budget', form.budget) ?? (expenses.length > 0 ? budgetOf(expenses) : null),
    actual: amount('actual', form.actual) ?? spentOn(expenses),
    coopShare: amount('coopShare', form.coopShare),
    content: read('content', form.content, shareOfText, 'Enter a percentage from 0 to 100.'),
    attendees: read('attendees', form.attendees, counted, 'Enter a whole number of 1 or more.'),
    meetsCore: form.meetsCore ? true : was.meetsCore === null ? null : false,
    preApproved: day('preApproved', form.preApproved),
    priority: read('priority', form.priority, counted, 'Enter a whole number. 1 is the highest priority.'),
    leads: read('leads', form.leads, wholeNumber, 'Enter a whole number, 0 or more.'),
    pipeline: amount('pipeline', form.pipeline),
    revenue: amount('revenue', form.revenue),
    expenses,
  };
  // a rate of its own that can't be read isn't replaced with another
  return { activity: mistakes.has('rate') ? { ...activity, rateInForce: null } : withRateInForce(activity, rates), mistakes };
}

/** Whether a field of an activity is not filled in yet. A blank co-op share is the whole cost. */
export function isBlank(form: ActivityForm, field: string): boolean {
  if (field === 'coopShare') return false;
  const text = field === 'fund' ? form.partnerId : form[field as keyof ActivityForm];
  return text === '';
}

/** An amount as typed; negative amounts are a problem. */
function readAmount(text: string, currency: string): TypedAmount {
  const typed = readTypedAmount(text, currency);
  return 'cents' in typed && (typed.cents ?? 0) < 0
    ? { problem: `"${text.trim()}" is below zero. Enter an amount such as 1234.50.` }
    : typed;
}

/** An amount as a text that can be typed again. */
export function amountText(cents: Cents | null): string {
  if (cents === null) return '';
  return cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2);
}

const budgetOf = (expenses: readonly Expense[]): Cents => sumOf(expenses, ({ budget }) => budget);

/** What the expenses cost so far; null while no one has entered it. */
function spentOn(expenses: readonly Expense[]): Cents | null {
  const known = expenses.filter(({ actual }) => actual !== null);
  return known.length === 0 ? null : sumOf(known, ({ actual }) => actual);
}

function shareOfText(text: string): number | null {
  const written = /^(\d+(?:\.\d+)?) ?%?$/.exec(text)?.[1];
  const share = Number(`${written}e-2`);
  return written !== undefined && share <= 1 ? share : null;
}

const wholeNumber = (text: string): number | null => (/^\d{1,6}$/.test(text) ? Number(text) : null);

/** Zero is no count of people and no priority. */
const counted = (text: string): number | null => wholeNumber(text) || null;
