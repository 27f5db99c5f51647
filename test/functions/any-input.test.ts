import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { withTrace } from '../../src/cells/trace';
import { accrued } from '../../src/functions/accrued';
import { activities } from '../../src/functions/activities';
import { allocate } from '../../src/functions/allocate';
import { calendar } from '../../src/functions/calendar';
import { cap } from '../../src/functions/cap';
import { category } from '../../src/functions/category';
import { check } from '../../src/functions/check';
import { claimable } from '../../src/functions/claimable';
import { claimby } from '../../src/functions/claimby';
import { day } from '../../src/functions/day';
import { deadline } from '../../src/functions/deadline';
import { earn } from '../../src/functions/earn';
import { earngrowth } from '../../src/functions/earngrowth';
import { earned } from '../../src/functions/earned';
import { earnings } from '../../src/functions/earnings';
import { earnrate } from '../../src/functions/earnrate';
import { eligible } from '../../src/functions/eligible';
import { expenses } from '../../src/functions/expenses';
import { forecast } from '../../src/functions/forecast';
import { fund } from '../../src/functions/fund';
import { intime } from '../../src/functions/intime';
import { ledger } from '../../src/functions/ledger';
import { next } from '../../src/functions/next';
import { paydate } from '../../src/functions/paydate';
import { period } from '../../src/functions/period';
import { projection } from '../../src/functions/projection';
import { proof } from '../../src/functions/proof';
import { qualifies } from '../../src/functions/qualifies';
import { revenuefor } from '../../src/functions/revenuefor';
import { safeby } from '../../src/functions/safeby';
import { shift } from '../../src/functions/shift';
import { source } from '../../src/functions/source';
import { split } from '../../src/functions/split';
import { stage } from '../../src/functions/stage';
import { standing } from '../../src/functions/standing';
import { threshold } from '../../src/functions/threshold';
import { usable } from '../../src/functions/usable';
import { provideContext } from '../../src/cells/context';
import { ask, INVOCATION, PLAIN_WORKBOOK, show } from '../support/custom-functions';
import { growthRate } from '../support/own-rules';

const REPORT = [
  ['earningId', 'Partner ID', 'Program', 'Earning type', 'Earning date', 'Amount USD'],
  ['a', '1234567', 'MCI', 'Coop', '2024-08-10', 6000],
  ['b', '1234567', 'MCI', 'Rebate', '2024-08-10', 9000],
];

const KNOWN = REPORT.map((row, index) => [
  ...row,
  ...(index === 0 ? ['lever', 'calculationDate'] : ['Azure CSP Customer Adds', '2024-09-15']),
]);

/**
 * Arguments that have an answer, all given; the number says from which one on they may be left out. Cells of a range are
 * judged one by one, and a 0 of what was earned or remains is an amount, so those arguments are named.
 */
const FUNCTIONS = [
  { cell: period, required: 1, good: ['2024-03-10'] },
  { cell: fund, required: 1, good: ['2024-03-10'] },
  { cell: deadline, required: 1, good: ['FY24 H1', 'claim', 'earning'] },
  { cell: calendar, required: 1, good: ['FY24 H1', 4, 'earning'] },
  { cell: stage, required: 2, good: ['FY24 H1', '2024-03-10', 'earning'] },
  { cell: claimby, required: 1, good: ['2024-03-10', 'final'] },
  { cell: safeby, required: 1, good: ['FY24 H1', '2024-12-31', 30, 14] },
  { cell: intime, required: 2, good: ['2024-03-10', 'FY24 H1', 'earning'] },
  { cell: paydate, required: 1, good: ['2024-03-10', 'claim'] },
  { cell: next, required: 2, good: ['FY24 H1', '2024-03-10', 'day', 'earning'] },
  { cell: shift, required: 1, good: ['FY24 H1', 2] },
  { cell: day, required: 1, good: ['2024-03-10T00:00:00Z'] },
  { cell: earnrate, required: 1, good: ['Azure CSP Customer Adds', '2024-11-15', 'MCI'] },
  { cell: earn, required: 2, good: [100, 'Azure CSP Customer Adds', '2024-11-15', 'MCI'] },
  { cell: earngrowth, required: 3, good: [1200, 1000, 'M365 Growth Accelerator', '2026-11-15', 'MCI'] },
  { cell: split, required: 1, good: [100, 'both', '2024-11-15', 'Azure CSP Customer Adds', 'MCI', '40%'] },
  { cell: threshold, required: 1, good: [100, 'FY24 H2', 'usable', 'MCI', 1500] },
  { cell: revenuefor, required: 2, good: [600, 'Azure consumption CSP motion', '2024-11-15', 'MCI', '4%', '40%'] },
  { cell: qualifies, required: 2, good: [25, 25000, '2025-09-01'] },
  { cell: source, required: 1, good: ['threshold', '2024-03-10', 'MCI'] },
  { cell: accrued, ranges: [0], required: 2, good: [REPORT, 'FY25 H1', '1234567', 'co-op', 'MCI'] },
  { cell: usable, ranges: [0], required: 2, good: [REPORT, 'FY25 H1', '1234567', 'usable', 'MCI'] },
  { cell: ledger, ranges: [0], required: 1, good: [REPORT, 'FY25 H1', '1234567', 'MCI'] },
  { cell: projection, ranges: [0], required: 3, good: [REPORT, 'FY25 H1', '2024-08-31', '1234567', 'expected', 'MCI'] },
  {
    cell: earned,
    ranges: [0],
    required: 2,
    good: [KNOWN, '2024-08-01', '2024-08-31', '1234567', 'co-op', 'Azure CSP Customer Adds', 'MCI', '2024-09-30'],
  },
  { cell: earnings, ranges: [0], required: 1, good: [KNOWN, 'counted', '2024-09-30'] },
  {
    cell: standing,
    ranges: [0],
    amounts: [5],
    required: 3,
    good: [REPORT, 'FY25 H1', '2025-01-31', '1234567', 'converted', 0, 'MCI'],
  },
  {
    cell: forecast,
    ranges: [0, 6],
    required: 3,
    good: [REPORT, 'FY25 H1', '2024-08-31', '1234567', 'expected', '0%', [[1000], [1000], [1000], [1000]], 'MCI'],
  },
  { cell: activities, required: 0, good: ['Demand Generation', '2025-01-01', 'MCI'] },
  { cell: category, required: 1, good: ['Digital advertising', '2025-01-01'] },
  { cell: expenses, required: 1, good: ['Digital advertising', '2025-01-01'] },
  { cell: proof, required: 1, good: ['Digital advertising', '2025-01-01'] },
  { cell: cap, required: 2, good: ['Digital advertising', 20000, 2, '2025-01-01', 'MCI'] },
  { cell: eligible, required: 2, good: ['Digital advertising', '2025-01-10', '2025-01-31', 'FY25 H1', 'MCI'] },
  {
    cell: check,
    amounts: [4, 5],
    required: 2,
    good: ['Digital advertising', '2025-01-10', '2025-01-31', 500, 20000, 18000, 'FY25 H1', 2, 'MCI'],
  },
  {
    cell: claimable,
    amounts: [2, 4, 5, 6],
    required: 3,
    good: ['Digital advertising', '2025-01-10', 500, '2025-01-31', 20000, 18000, 100, 'FY24 H2', 2, 'MCI'],
  },
  { cell: allocate, ranges: [1, 2], required: 2, good: [10000, [[6000], [3000]], [[5000], ['none']]] },
].map((given) => ({ ranges: [] as number[], amounts: [] as number[], ...given, name: given.cell.name.toUpperCase() }));

/** What a cell, a formula or a broken host may send in an argument's place. */
const anything = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.integer({ min: 36000, max: 73100 }),
  fc.string(),
  fc.boolean(),
  fc.constantFrom(
    null,
    undefined,
    '',
    ' ',
    '0',
    0,
    -0,
    NaN,
    Infinity,
    -Infinity,
    1e300,
    'H1',
    'FY25 H1',
    'FY2100 H1',
    'FY0001 H1',
    '2024-02-29',
  ),
  fc.constantFrom(
    '9999-12-31',
    '0000-00-00',
    '2024-03-10T25:00',
    '40%',
    '1e5',
    'all',
    'rate:',
    ':',
    'cap: :',
    'Core',
    '__proto__',
    'constructor',
  ),
  fc.constantFrom<unknown>(
    {},
    [],
    [[]],
    [[1]],
    [[1, 2]],
    INVOCATION,
    { type: 'Error', basicValue: '#N/A' },
    { basicValue: {} },
    { type: 'Error' },
  ),
  fc.record({ type: fc.string(), basicValue: fc.anything() }),
  fc.anything(),
);

/** Whether a result is something Excel shows as meant. */
function isShowable(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((row) => Array.isArray(row) && row.length > 0 && row.every(isShowable));
  return typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string' || typeof value === 'boolean';
}

describe.each(FUNCTIONS)('$name', ({ cell, required, good, ranges, amounts }) => {
  const single = good.map((_, index) => index).filter((index) => !ranges.includes(index));

  let log: MockInstance;
  beforeEach(() => {
    log = vi.spyOn(console, 'error').mockImplementation(() => {});
    provideContext({ ...PLAIN_WORKBOOK, ownRules: [growthRate()] });
  });
  afterEach(() => {
    log.mockRestore();
    provideContext(PLAIN_WORKBOOK);
  });

  it('takes as many arguments as its good example has', () => expect(cell.length).toBe(good.length));

  it('law: answers or refuses, whatever it is given, and never through a fault of ours', () => {
    const arguments_ = fc.tuple(
      ...good.map((value) => fc.oneof({ weight: 2, arbitrary: fc.constant<unknown>(value) }, { weight: 1, arbitrary: anything })),
    );
    fc.assert(
      fc.property(fc.oneof(arguments_, fc.array(anything, { maxLength: good.length })), (given) => {
        try {
          expect(ask(cell, ...given)).toSatisfy(isShowable);
        } catch (thrown) {
          if (!(thrown instanceof CustomFunctions.Error)) throw thrown;
          expect(thrown.code).toMatch(/^#/);
          expect(thrown.message).not.toBe('');
        }
        expect(log.mock.calls).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('can say how its answer came about: every argument as read, and steps in sentences', () => {
    const { trace } = withTrace(() => ask(cell, ...good));
    const names = trace.inputs.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    expect(names.length).toBeGreaterThanOrEqual(single.length);
    expect(trace.steps).not.toEqual([]);
    for (const step of trace.steps) expect(step).toMatch(/^[^ ].*[.]$/);
    expect([...trace.steps, ...trace.inputs.map(({ read }) => read)].join()).not.toMatch(/undefined|NaN|null|\[object/);
  });

  it('answers its good example', () => expect(ask(cell, ...good)).toSatisfy(isShowable));

  it.each(single.filter((index) => index >= required))('takes argument %d as left out: nothing, undefined, a stray Invocation', (index) => {
    const without = (value: unknown): unknown => show(cell, ...good.map((argument, position) => (position === index ? value : argument)));
    expect(without(undefined)).toEqual(without(null));
    expect(without(INVOCATION)).toEqual(without(null));
    const takesARulesPlace =
      (cell === split && index === 5) || (cell === threshold && index === 4) || (cell === revenuefor && (index === 4 || index === 5));
    if (amounts.includes(index)) return expect(without(0)).toEqual(without(''));
    for (const blank of [0, '']) expect(without(blank)).toEqual(takesARulesPlace ? '#VALUE!' : without(null));
  });

  it.each(good.map((_, index) => index).slice(0, required))('gives one result for argument %d blank, however it is sent', (index) => {
    const blank = (value: unknown): unknown => show(cell, ...good.map((argument, position) => (position === index ? value : argument)));
    expect(blank('')).toEqual(blank(0));
    expect(blank(null)).toEqual(blank(0));
  });

  it.each(single)('passes an error in argument %d on', (index) => {
    const failed = { type: 'Error', basicValue: '#DIV/0!' };
    expect(show(cell, ...good.map((argument, position) => (position === index ? failed : argument)))).toBe('#DIV/0!');
  });
});
