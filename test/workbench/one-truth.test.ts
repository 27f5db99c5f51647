import { beforeEach, describe, expect, it } from 'vitest';
import { workbookRules } from '../../src/cells/workbook-rules';
import { reservedCost } from '../../src/domain/activities/activity-cost';
import { mayBePlanned } from '../../src/domain/checks/check-planned-activity';
import { dayOfSerial } from '../../src/domain/calendar/day';
import { labelOf } from '../../src/domain/calendar/half';
import { latestAmount } from '../../src/domain/claims/latest-amount';
import { inUsd } from '../../src/domain/money/currency';
import { aroundIn, groupActivities } from '../../src/planner/activities/plan-groups';
import { factsOf, leftFor } from '../../src/planner/activities/activity-view';
import { claimViewer } from '../../src/planner/claims/claim-view';
import { STATUS_LOOK } from '../../src/planner/funds/fund-status-text';
import type { PlanningStore } from '../../src/planner/store/planning-store';
import { FUNDS_DESIGN } from '../../src/storage/funds/funds-table';
import { CLAIMS } from '../../src/storage/planning/claims-table';
import { EXPENSES } from '../../src/storage/planning/expenses-table';
import { PLAN } from '../../src/storage/planning/plan-table';
import { startExcel } from '../support/excel-without-pane';
import { isFullLaw } from '../support/laws';
import { daysToLookFrom, PROGRAM, workbookOf } from '../support/one-truth';
import {
  capColumn,
  daysOf,
  figuresOn,
  KINDS,
  monthsOf,
  paidFrom,
  reportedOf,
  type ActivityFigures,
  type ClaimFigures,
  type Figures,
  type FundFigures,
  type Given,
} from '../support/one-truth-reference';
import { writeGiven } from '../support/write-given';

type Cell = string | number | null;
type Row = Readonly<Record<string, unknown>>;

/** Cents of a cell; a cell with a part of a cent fails. */
function cents(cell: unknown): Cell {
  if (typeof cell !== 'number') return cell === '' ? null : String(cell);
  expect(Math.abs(cell * 100 - Math.round(cell * 100))).toBeLessThan(1e-4);
  return Math.round(cell * 100) + 0;
}
const day = (cell: unknown): Cell => (typeof cell === 'number' ? dayOfSerial(cell) : cell === '' ? null : String(cell));
const text = (cell: unknown): Cell => (cell === '' ? null : String(cell));
const orNull = (value: string): Cell => (value === '' ? null : value);

/** Whether a column holds what people write. */
const isWritten = ({ columns }: { columns: Readonly<Record<string, object>> }, name: string): boolean =>
  Object.values(columns).some((column) => (column as { name: string }).name === name && 'kind' in column);

/** A column: how its cell reads, and what it is to show. */
type Shown<T> = Readonly<Record<string, readonly [read: (cell: unknown) => Cell, value: (facts: T) => Cell]>>;

/** Compares every column of a row, or fails on one that it doesn't know. */
function same<T>(row: Row, shown: Shown<T>, facts: T, written: (name: string) => boolean, where: string): void {
  const names = Object.keys(row).filter((name) => !written(name));
  expect(names.filter((name) => !(name in shown))).toEqual([]);
  const actual = Object.fromEntries(names.map((name) => [name, shown[name]![0](row[name])]));
  const expected = Object.fromEntries(names.map((name) => [name, shown[name]![1](facts)]));
  expect({ where, ...actual }).toEqual({ where, ...expected });
}

type ActivityOf = ActivityFigures & { given: Given['activities'][number]; fund: FundFigures | undefined };
type ClaimOf = ClaimFigures & { given: Given['claims'][number] };

const FUND_WRITTEN = ['Partner ID', 'Program', 'Fiscal half', 'Rows skipped', 'As of', 'Source file'];
const FUND_SHOWN: Shown<FundFigures & { key: string; hasClaims: boolean }> = {
  Rebate: [cents, ({ rebate }) => rebate],
  'Co-op': [cents, ({ coop }) => coop],
  Threshold: [cents, ({ threshold }) => threshold],
  Status: [text, ({ status }) => status],
  Usable: [cents, ({ usable }) => usable],
  Converted: [cents, ({ converted }) => converted],
  'Usage start': [day, ({ usageStart }) => usageStart],
  'Usage end': [day, ({ usageEnd }) => usageEnd],
  'Claim opens': [day, ({ claimOpens }) => claimOpens],
  'Claim deadline': [day, ({ claimDeadline }) => claimDeadline],
  'Resolution deadline': [day, ({ resolutionDeadline }) => resolutionDeadline],
  Planned: [cents, ({ planned }) => planned],
  Fund: [text, ({ key }) => `${key.slice(0, 7)} | ${PROGRAM} | ${key.slice(8)}`],
  Stage: [text, ({ stage }) => stage],
  'Above threshold': [cents, ({ above }) => above],
  Committed: [cents, ({ committed }) => committed],
  Spent: [cents, ({ spent }) => spent],
  // blank in a workbook that has no table of claims
  Claimed: [cents, ({ claimed, hasClaims }) => (hasClaims ? claimed : null)],
  Approved: [cents, ({ approved, hasClaims }) => (hasClaims ? approved : null)],
  Paid: [cents, ({ paid, hasClaims }) => (hasClaims ? paid : null)],
  Free: [cents, ({ free }) => free],
  Over: [cents, ({ over }) => over],
  Lapsed: [cents, ({ lapsed }) => lapsed],
};

const fundText = ({ partnerId, half }: { partnerId: string; half: string }): Cell =>
  partnerId === '' ? null : `${partnerId} | ${PROGRAM} | ${half}`;

const dollarText = (amount: number): string => `$${(amount / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`;
const mayGrow = (fund: FundFigures | undefined): boolean =>
  fund !== undefined && (fund.stage === 'not begun' || fund.stage === 'earning' || fund.status === 'not known yet');
/** What Check says of its fund's money; the rules' own sentences are a function's. */
const moneyLine = ({ coopUsd, left, given, fund }: ActivityOf): string | null => {
  if (left === null || coopUsd === null || coopUsd <= left || given.status === 'canceled') return null;
  const over = `${dollarText(coopUsd)} is ${dollarText(coopUsd - left)} more than the ${dollarText(left)}`;
  return mayGrow(fund) ? `Warning: planned against expected money: ${over} available so far.` : `Blocked: ${over} remaining.`;
};
const moneyIn = (lines: readonly string[]): string | null =>
  lines.map((line) => /^.* (?:remaining|available so far)\./.exec(line)?.[0] ?? null).find((line) => line !== null) ?? null;
const moneyInCell = (cell: unknown): Cell => moneyIn(String(cell).split('\n'));

const longDay = (day: string): string =>
  new Date(day).toLocaleDateString('en-US', { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' });
/** What Check says of an activity, done or not, that can no longer be claimed from its fund. */
const closedLine = ({ given, fund, countsAs }: Pick<ActivityOf, 'given' | 'fund' | 'countsAs'>, asOf: string): string | null =>
  !fund || asOf <= fund.claimDeadline || countsAs === 'claim' || given.status === 'canceled'
    ? null
    : `Blocked: claims on this fund closed on ${longDay(fund.claimDeadline)}. Anything not claimed is lost.`;
const closedIn = (lines: readonly string[]): string | null => lines.find((line) => line.includes('closed on')) ?? null;

const PLAN_SHOWN: Shown<ActivityOf> = {
  Category: [text, ({ given }) => KINDS[given.activity].category],
  Budget: [cents, ({ budget }) => budget],
  'Budget USD': [cents, ({ budgetUsd }) => budgetUsd],
  Actual: [cents, ({ actual }) => actual],
  'Actual USD': [cents, ({ actualUsd }) => actualUsd],
  Earned: [cents, ({ earned }) => earned],
  Left: [cents, ({ left }) => left],
  Cap: [cents, ({ earned, given }) => capColumn(given.activity, earned)],
  Check: [moneyInCell, moneyLine],
  'Rule check': [moneyInCell, () => null],
  'Rules only': [moneyInCell, () => null],
  'Claim by': [day, ({ claimBy }) => claimBy],
  'Last safe day': [day, ({ lastSafeDay }) => lastSafeDay],
  Fund: [text, ({ given }) => fundText(given)],
  Cost: [cents, ({ cost }) => cost],
  'Co-op USD': [cents, ({ coopUsd }) => coopUsd],
  'Your share': [cents, ({ yourShare }) => yourShare],
  'Counts as': [text, ({ countsAs }) => orNull(countsAs)],
  Reserved: [cents, ({ reserved }) => reserved],
  'Rate from': [day, ({ rateFrom }) => rateFrom],
  'Rate used': [(cell) => (cell === '' ? null : (cell as Cell)), ({ rateUsed }) => rateUsed],
};

const CLAIMS_SHOWN: Shown<ClaimOf> = {
  'Amount USD': [cents, ({ amountUsd }) => amountUsd],
  'Claim deadline': [day, ({ days }) => days && days.claimDeadline],
  'Resolution deadline': [day, ({ days }) => days && days.resolutionDeadline],
  'Paid from': [day, () => null],
  'Paid to': [day, () => null],
  'Keep proof until': [
    day,
    ({ given: { end } }) => {
      if (end === null) return null;
      const { claimDeadline } = daysOf(paidFrom(end));
      return `${Number(claimDeadline.slice(0, 4)) + 2}${claimDeadline.slice(4)}`;
    },
  ],
  Fund: [text, ({ fund }) => (fund === '' ? null : `${fund.slice(0, 7)} | ${PROGRAM} | ${fund.slice(8)}`)],
  'Status now': [text, ({ statusNow }) => statusNow],
  'Counts as': [text, ({ countsAs }) => orNull(countsAs)],
  'Counted USD': [cents, ({ countedUsd }) => countedUsd],
};

const FIXED_CAP = KINDS['Microsoft syndicated content'].most();

/**
 * Whether nothing blocks an activity: the guidebook lists it, its fund can be claimed or it is claimed, and it's done,
 * claimed, or canceled, or its fund may still earn the money for it or has it, its cap allows it, and the fund still pays
 * for activities.
 */
const isHealthy = ({ given, countsAs, coopUsd, cap, left, fund }: ActivityOf, asOf: string): boolean => {
  if (given.activity === 'Golf day') return false;
  if (closedLine({ given, fund, countsAs }, asOf) !== null) return false;
  if (given.status === 'done' || given.status === 'canceled' || countsAs === 'claim') return true;
  if (fund === undefined) return false;
  // a fixed amount doesn't grow with what is earned
  if (mayGrow(fund)) return asOf <= fund.usageEnd && (given.activity !== 'Microsoft syndicated content' || (coopUsd ?? 0) <= FIXED_CAP);
  return fund.above > 0 && cap === null && asOf <= fund.usageEnd && coopUsd !== null && left !== null && coopUsd <= left;
};

const EXPENSES_SHOWN: Shown<{ reserved: number; expected: number }> = {
  Reserved: [cents, ({ reserved }) => reserved],
  Expected: [cents, ({ expected }) => expected],
};

// with every change, also one with an unlisted activity that its fund can't pay (84), and one with an activity claimed on
// another fund (180)
const [WORKBOOKS, DAYS] = isFullLaw ? [Array.from({ length: 200 }, (_, seed) => seed), 12] : [[0, 1, 3, 5, 84, 180], 4];

/** The sheet, the planner, and a reference by the written definitions: one number for one thing, on any day. */
describe('one truth', () => {
  const { workbench, clear, set, lookFrom } = startExcel();
  beforeEach(clear);

  const rowsOf = async (table: string): Promise<Row[]> => {
    await workbench().settle();
    return Excel.run(async (context) => {
      const found = context.workbook.tables.getItemOrNullObject(table);
      await context.sync();
      if (found.isNullObject) return [];
      const range = found.getRange();
      range.load('values');
      await context.sync();
      const [header = [], ...rows] = range.values as unknown[][];
      return rows.map((row) => Object.fromEntries(row.map((cell, index) => [String(header[index]), cell])));
    });
  };

  it.each(WORKBOOKS)(
    'workbook %i shows the same in the sheet and in the pane',
    async (seed) => {
      const given = workbookOf(seed);
      const store = await writeGiven(given, seed % 2 === 0, { set, lookFrom });

      for (const asOf of daysToLookFrom(seed, DAYS)) {
        await lookFrom(asOf);
        const figures = figuresOn(given, asOf);
        const where = `workbook ${seed} on ${asOf}`;
        holds(figures, given, where);

        // the sheet
        const [fundRows, planRows, claimRows, expenseRows] = await Promise.all(
          ['CoopFunds', 'CoopPlan', 'CoopClaims', 'CoopExpenses'].map(rowsOf),
        );
        const errors = [...fundRows!, ...planRows!, ...claimRows!, ...expenseRows!].flatMap((row) =>
          Object.entries(row).filter(([, cell]) => String(cell).startsWith('#')),
        );
        expect(errors, where).toEqual([]);
        expect(fundRows!.length).toBe(figures.funds.size);
        for (const row of fundRows!) {
          const key = `${String(row['Partner ID'])} ${String(row['Fiscal half'])}`;
          const fund = { ...figures.funds.get(key)!, key, hasClaims: given.claims.length > 0 };
          same(row, FUND_SHOWN, fund, (name) => FUND_WRITTEN.includes(name), `${where}, ${key}`);
        }
        expect(planRows!.length).toBe(given.activities.length);
        for (const [n, row] of planRows!.entries()) {
          const facts = given.activities[n]!;
          const fund = figures.funds.get(`${facts.partnerId} ${facts.half}`);
          const shown = { ...figures.activities.get(facts.id)!, given: facts, fund };
          const lines = String(row['Check']).split('\n');
          expect(closedIn(lines), `${where}, ${facts.id}, claims closed`).toBe(closedLine(shown, asOf));
          if (isHealthy(shown, asOf)) expect(String(row['Check']), `${where}, ${facts.id}`).not.toMatch(/Blocked|#/);
          same(row, PLAN_SHOWN, shown, (name) => isWritten(PLAN, name) && !(name in PLAN_SHOWN), `${where}, ${facts.id}`);
        }
        for (const row of claimRows!) {
          const facts = given.claims.find(({ id }) => id === row['ID'])!;
          same(
            row,
            CLAIMS_SHOWN,
            { ...figures.claims.get(facts.id)!, given: facts },
            (name) => isWritten(CLAIMS, name),
            `${where}, ${facts.id}`,
          );
        }
        const expected = new Map(
          [...figures.activities.values()].flatMap(({ expenses }) => expenses.map((line) => [line.id, line] as const)),
        );
        expect(expenseRows!.length).toBe(expected.size);
        for (const row of expenseRows!)
          same(row, EXPENSES_SHOWN, expected.get(String(row['ID']))!, (name) => isWritten(EXPENSES, name), where);

        // the planner
        store.setAsOf(asOf);
        await store.readAgain();
        const blocked = new Set(planRows!.filter((row) => /^Blocked: /m.test(String(row['Check']))).map((row) => String(row['ID'])));
        shownBy(store, given, figures, asOf, where, blocked);
      }
    },
    isFullLaw ? 300_000 : 60_000,
  );

  it.each<[string, { columns: readonly { name: string }[] }, Shown<never>, (name: string) => boolean]>([
    ['CoopFunds', FUNDS_DESIGN, FUND_SHOWN, (name) => FUND_WRITTEN.includes(name)],
    ['CoopPlan', PLAN.design, PLAN_SHOWN, (name) => isWritten(PLAN, name)],
    ['CoopClaims', CLAIMS.design, CLAIMS_SHOWN, (name) => isWritten(CLAIMS, name)],
    ['CoopExpenses', EXPENSES.design, EXPENSES_SHOWN, (name) => isWritten(EXPENSES, name)],
  ])('names every column that %s is made with, and no other', (_, { columns }, shown, written) => {
    const made = columns.map(({ name }) => name);
    expect(made.filter((name) => !(name in shown) && !written(name))).toEqual([]);
    expect(Object.keys(shown).filter((name) => !made.includes(name))).toEqual([]);
  });

  it('fails on a column that it does not know, and on a cell that says something else', () => {
    const shown: Shown<{ free: number }> = { Free: [cents, ({ free }) => free] };
    const row = { ID: 'A-000001', Free: 12.5 };
    const hold = (changed: Row): void => same(changed, shown, { free: 1250 }, (name) => name === 'ID', 'here');
    hold(row);
    expect(() => hold({ ...row, News: 1 })).toThrow('News');
    expect(() => hold({ ...row, Free: 12.51 })).toThrow('1251');
    expect(() => hold({ ...row, Free: '#N/A' })).toThrow('#N/A');
  });

  it.each<[string, readonly string[]]>([
    ['fund', FUND_FIELDS],
    ['balance', BALANCE_FIELDS],
    ['activity', ACTIVITY_FIELDS],
    ['split', SPLIT_FIELDS],
    ['claim', CLAIM_FIELDS],
  ])('fails on a field that the planner tells of a %s and that it does not know', (what, fields) => {
    const told = Object.fromEntries(fields.map((field) => [field, 0]));
    knows(what, told, fields);
    expect(() => knows(what, { ...told, news: 0 }, fields)).toThrow('news');
  });
});

/** What holds in itself on any day. */
function holds({ funds, activities }: Figures, given: Given, where: string): void {
  for (const { partnerId, half, coop, typed } of given.funds) {
    // a month of which nothing is known counts as 0
    const months = monthsOf(half).map((month) => coop[month] ?? 0);
    expect(funds.get(`${partnerId} ${half}`)!.coop, where).toBe(typed ?? months.reduce((a, b) => a + b, 0));
  }
  for (const fund of funds.values()) {
    if (fund.converted !== null) expect(fund.converted + fund.above, where).toBe(fund.coop);
    const open = fund.claimed + fund.approved;
    const reserved = fund.planned + fund.committed + fund.spent;
    expect(fund.above + fund.over, where).toBe(fund.paid + open + reserved + fund.free + fund.lapsed);
    for (const amount of [fund.free, reserved, open, fund.paid, fund.lapsed, fund.usable, fund.over])
      expect(amount, where).toBeGreaterThanOrEqual(0);
    expect(fund.usable, where).toBeLessThanOrEqual(fund.above);
  }
  for (const { reserved } of activities.values()) expect(reserved ?? 0, where).toBeGreaterThanOrEqual(0);
}

/** Fields of what the planner hands the screens. One that isn't here is a field the law doesn't know. */
const FUND_FIELDS = [
  ...[
    'partnerId',
    'program',
    'programKey',
    'half',
    'row',
    'origin',
    'months',
    'isTyped',
    'reported',
    'counted',
    'repeats',
    'skipped',
    'uncounted',
  ],
  ...['rebate', 'coop', 'rollover', 'threshold', 'usable', 'usableNow', 'converted', 'shortfall', 'stage', 'status', 'missing', 'expected'],
  ...['usageStart', 'usageEnd', 'claimOpens', 'claimDeadline', 'resolutionDeadline'],
];
const MONEY_FIELDS = [
  'usable',
  'planned',
  'committed',
  'spent',
  'claimed',
  'approved',
  'paid',
  'free',
  'over',
  'lapsed',
  'atRisk',
] as const;
const BALANCE_FIELDS = [...MONEY_FIELDS, 'counted', 'unknown', 'covered'];
const ACTIVITY_FIELDS = ['findings', 'requirements', 'capRule', 'split', 'safe', 'claimBy', 'spansPeriods'];
const SPLIT_FIELDS = ['cost', 'coop', 'yourShare', 'cappedAt', 'isClaimed'];
const CLAIM_FIELDS = [
  ...['claim', 'status', 'days', 'times', 'clock', 'requirements', 'activity', 'fundId', 'fund', 'limit', 'shared', 'difference'],
  ...['findings', 'readiness', 'locked', 'review', 'disputeBy', 'payment', 'keep'],
];

/** Fails on a field that isn't among those known. */
function knows(what: string, told: object, fields: readonly string[]): void {
  expect(
    Object.keys(told).filter((field) => !fields.includes(field)),
    `fields of a ${what}`,
  ).toEqual([]);
}

function shownBy(
  store: PlanningStore,
  given: Given,
  figures: Figures,
  asOf: string,
  where: string,
  blockedInSheet: ReadonlySet<string>,
): void {
  const state = store.current();
  if (state.step !== 'read') throw new Error(state.step);
  const { read } = state;
  const book = workbookRules()!;
  const groups = groupActivities(read, state.asOf, book);
  expect(read.fundDetails.length).toBe(figures.funds.size);
  for (const details of read.fundDetails) {
    knows('fund', details, FUND_FIELDS);
    const key = `${details.partnerId} ${labelOf(details.half)}`;
    const fund = figures.funds.get(key)!;
    const itsGiven = given.funds.find(({ partnerId, half }) => `${partnerId} ${half}` === key)!;
    expect(details.reported, `${where}, ${key}, reported`).toBe(itsGiven.typed === undefined ? null : reportedOf(itsGiven));
    const { above, usable, status, coop, rebate, threshold, converted, stage } = fund;
    expect({ where, key, ...picked(details, ['coop', 'rebate', 'threshold', 'usable', 'usableNow', 'converted', 'stage']) }).toEqual({
      where,
      key,
      ...{ coop, rebate, threshold, usable: above, usableNow: usable, converted, stage },
    });
    expect(STATUS_LOOK[details.status].label.toLowerCase(), `${where}, ${key}`).toBe(status);
    if (status === 'not known yet' || stage === 'earning')
      expect(details.expected, `${where}, ${key}, expected`).toBe(fund.forecast?.expected ?? null);
    expect(picked(details, ['usageStart', 'usageEnd', 'claimOpens', 'claimDeadline', 'resolutionDeadline'])).toEqual(
      picked(fund, ['usageStart', 'usageEnd', 'claimOpens', 'claimDeadline', 'resolutionDeadline']),
    );
    const balance = groups.find((group) => group.fund && `${group.fund.partnerId} ${labelOf(group.fund.half)}` === key)?.balance;
    if (!balance) continue;
    knows('balance', balance, BALANCE_FIELDS);
    const { planned, committed, spent, claimed, approved, paid, free, over, lapsed } = fund;
    expect(balance.covered, `${where}, ${key}`).toEqual(fund.covered);
    expect({ where, key, ...picked(balance, MONEY_FIELDS) }).toEqual({
      where,
      key,
      ...{ usable: above, planned, committed, spent, claimed, approved, paid, free, over, lapsed, atRisk: fund.atRisk },
    });
  }
  for (const { value } of read.activities) {
    const facts = figures.activities.get(value.id)!;
    const written = given.activities.find(({ id }) => id === value.id)!;
    const fund = figures.funds.get(`${written.partnerId} ${written.half}`);
    const around = aroundIn(value.fund, groups, read, state.asOf, book);
    const isBlocked = !mayBePlanned(factsOf(value, around).findings);
    if (blockedInSheet.has(value.id)) expect(isBlocked, `${where}, ${value.id}, blocked in the sheet`).toBe(true);
    // a form asks for more than a row has to have, and only the pane adds up others of a kind
    const byRule = factsOf(value, around).findings.find(
      ({ level, rule, message }) => level === 'blocking' && rule !== null && !message.startsWith('with '),
    );
    if (!blockedInSheet.has(value.id)) expect(byRule, `${where}, ${value.id}, blocked in the pane alone`).toBeUndefined();
    const told = factsOf(value, around).findings.map(({ level, message }) => `${level === 'blocking' ? 'Blocked' : 'Warning'}: ${message}`);
    expect(closedIn(told), `${where}, ${value.id}, claims closed`).toBe(closedLine({ ...facts, given: written, fund }, asOf));
    // what is done or claimed isn't checked against money
    if (written.status === 'done' || facts.countsAs === 'claim')
      expect(
        factsOf(value, around).findings.filter(
          ({ level, rule, field }) => level === 'blocking' && (rule === 'threshold' || rule === 'cap' || field === 'coopShare'),
        ),
        `${where}, ${value.id}, done or claimed`,
      ).toEqual([]);
    const reserved = reservedCost(value);
    const counted = around.balance?.counted.find(({ plan }) => plan?.id === value.id);
    const view = factsOf(value, around);
    knows('activity', view, ACTIVITY_FIELDS);
    knows('split', view.split, SPLIT_FIELDS);
    expect({
      where,
      id: value.id,
      coopUsd: reserved === null || reserved < 0 ? null : inUsd(reserved, value),
      countsAs: counted?.as ?? '',
      reserved: counted?.amount ?? null,
      split: picked(view.split, ['cost', 'coop', 'yourShare', 'cappedAt']),
      claimBy: view.claimBy,
      lastSafeDay: view.safe?.day ?? null,
      money: moneyIn(view.findings.map(({ level, message }) => `${level === 'blocking' ? 'Blocked' : 'Warning'}: ${message}`)),
    }).toEqual({
      where,
      id: value.id,
      coopUsd: facts.coopUsd,
      countsAs: around.fund === null || facts.countsAs === 'claim' ? '' : facts.countsAs,
      reserved: around.fund === null ? null : facts.reserved,
      split: { cost: facts.costUsd, coop: facts.paidByCoop, yourShare: facts.yourShare, cappedAt: facts.cap },
      claimBy: facts.claimBy,
      lastSafeDay: facts.lastSafeDay,
      // one that is paid as rebate has nothing left, which its own finding says
      money: (around.fund && (mayGrow(fund) || around.balance!.usable > 0) && moneyLine({ ...facts, given: written, fund })) || null,
    });
    if (facts.left !== null) expect(leftFor(value, around), `${where}, ${value.id}`).toBe(facts.left);
  }
  const viewOf = claimViewer(read, book, state.asOf);
  for (const { value } of read.claims) {
    const facts = figures.claims.get(value.id)!;
    const shown = viewOf(value);
    knows('claim', shown, CLAIM_FIELDS);
    const counted = groups.flatMap(({ balance }) => balance?.counted ?? []).filter(({ claimId }) => claimId === value.id);
    const isKnown = figures.funds.has(facts.fund);
    expect({
      where,
      id: value.id,
      status: shown.status,
      fund: shown.fundId && `${shown.fundId.partnerId} ${labelOf(shown.fundId.half)}`,
      latest: latestAmount(value, shown.status),
      claimDeadline: shown.days?.claimDeadline ?? null,
      resolutionDeadline: shown.days?.resolutionDeadline ?? null,
      counted: counted.map(({ as, amount }) => [as, amount]),
    }).toEqual({
      where,
      id: value.id,
      status: facts.statusNow,
      fund: orNull(facts.fund),
      latest: facts.latest,
      claimDeadline: facts.days?.claimDeadline ?? null,
      resolutionDeadline: facts.days?.resolutionDeadline ?? null,
      counted: facts.countsAs === '' || !isKnown ? [] : [[facts.countsAs, facts.countedUsd]],
    });
  }
}

const picked = <T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> =>
  Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>;
