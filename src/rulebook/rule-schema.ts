import { z } from 'zod';
import { isDay } from '../domain/calendar/day';
import { FURTHER_SOURCES } from './further-sources';
import { CATEGORIES } from './rules/requirements';
import { PROGRAMS } from './rules/programs';
import { SOURCES } from './sources';

/** Checks data in tests only: nothing else imports this file, so zod doesn't ship. */
const day = z.string().refine(isDay, 'a calendar day, yyyy-mm-dd');
const words = z.string().trim().min(1);
const share = z.number().min(0).max(1);
const cents = z.int().positive();
const dayOfMonth = z.int().min(1).max(28);
const program = z.enum(PROGRAMS.map(({ name }) => name));
const source = z.enum([...Object.keys(SOURCES), ...Object.keys(FURTHER_SOURCES)]);
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const byUsageHalf = z.strictObject({ 1: monthDay, 2: monthDay });

const VALUES = {
  split: z.strictObject({ coopShare: share }),
  rate: z.strictObject({ rate: z.number().positive().max(1) }),
  threshold: z.strictObject({ amount: cents, comparison: z.enum(['meet', 'exceed']) }),
  deadline: z.strictObject({
    claimOpens: byUsageHalf,
    claim: byUsageHalf,
    resolution: byUsageHalf,
    retentionMonths: z.int().positive(),
    advisedDays: z.int().positive(),
  }),
  cap: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('share'), share }),
    z.strictObject({ kind: z.literal('amount'), amount: cents }),
    z.strictObject({ kind: z.literal('greater'), share, amount: cents }),
    z.strictObject({ kind: z.literal('travel'), perPerson: cents, people: z.int().positive(), total: cents }),
  ]),
  activity: z.strictObject({
    name: words,
    category: z.enum(CATEGORIES),
    invoice: z.enum(['third-party invoice or CSR', 'third-party invoice', 'Microsoft invoice']),
    core: z.array(words),
    communication: z.array(words),
    metrics: z.array(words),
    expenses: z.array(words).min(1).nullable(),
    sourced: z.boolean(),
    preApproval: z.enum(['none', 'optional creative review', 'required']),
    fullContent: z.enum(['all', 'devices']).optional(),
    allOrNothing: z.literal(true).optional(),
    only: z.array(program).min(1).optional(),
    never: z.array(program).min(1).optional(),
  }),
  payment: z.strictObject({
    approvedBy: dayOfMonth,
    paidFrom: dayOfMonth,
    paidTo: dayOfMonth,
    rebateDays: z.int().positive(),
    rebateDayOfSecondMonth: dayOfMonth,
  }),
  retention: z.strictObject({ monthsAfterClaimDeadline: z.int().positive() }),
  capability: z.strictObject({ points: z.int().positive(), revenue: cents }),
} as const;

const shared = {
  from: day,
  to: day.optional(),
  program: z.union([program, z.literal('all')]),
  subject: words.optional(),
  source,
  standing: z.enum(['published', 'distributor', 'assumed', 'workbook', 'reported']),
  note: words.optional(),
  cited: words.optional(),
};

/** Whether a value is a well-formed rule: known program and source, a real day, a value of its topic, and a reason if it ends. */
export const ruleSchema = z.union(
  (Object.keys(VALUES) as (keyof typeof VALUES)[]).flatMap((topic) => [
    z.strictObject({ ...shared, topic: z.literal(topic), value: VALUES[topic] }),
    z.strictObject({
      ...shared,
      topic: z.literal(topic),
      value: z.null(),
      ends: z.enum(['discontinued', 'unverified']),
    }),
  ]),
);

/** Whether a value is a well-formed source. */
export const sourceSchema = z.strictObject({
  title: words,
  publisher: words,
  date: words,
  address: z.url({ protocol: /^https$/ }).optional(),
  trust: z.enum(['Microsoft', 'distributor', 'channel', 'this workbook']),
});
