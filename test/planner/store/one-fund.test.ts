import { beforeAll, describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { workbookRules } from '../../../src/cells/workbook-rules';
import { countedMoney } from '../../../src/domain/balance/fund-usage';
import { parseHalf } from '../../../src/domain/calendar/half';
import { othersOfKind, takenOfFund } from '../../../src/domain/claims/claims-by-fund';
import { fundKey, isSameFund } from '../../../src/domain/funds/fund';
import { formOf, readForm } from '../../../src/planner/activities/activity-form';
import { aroundIn, groupActivities } from '../../../src/planner/activities/plan-groups';
import { wishesOf } from '../../../src/planner/activities/wishes';
import { viewOf } from '../../../src/planner/claims/claim-view';
import { keptFunds } from '../../support/kept-funds';
import { ownClaims } from '../../../src/planner/funds/own-claims';
import { monthsIn } from '../../../src/planner/store/earned-months';
import { fundNamer } from '../../../src/planner/store/funds-in-workbook';
import { toDoNow } from '../../../src/planner/to-do/to-do-list';
import { backTest } from '../../../src/reports/back-test';
import { fundsOf, halfOfMonth, monthsOf } from '../../../src/reports/funds';
import { fundNamed } from '../../../src/rulebook/name-keys';
import { FUNDS_TABLE, fundRows } from '../../../src/storage/funds/funds-table';
import { EARNINGS_TABLE } from '../../../src/storage/funds/earnings-table';
import { previewReport, writeReport } from '../../../src/storage/funds/write-report';
import { FakeTables } from '../../support/fake-tables';
import { planningOn, settled } from '../../support/planning';
import { activity, claim, earned, uncounted } from '../../support/records';

const MCI = 'Microsoft Commerce Incentives';
const SPELLINGS: [string, string, string][] = [
  ['1234567', MCI, 'FY25 H1'],
  ['MPN 1234567', MCI, 'FY25 H1'],
  ['1234567.0', MCI, 'FY25 H1'],
  ['01234567', MCI, 'FY25 H1'],
  ['1,234,567', MCI, 'FY25 H1'],
  ['1234567', 'MCI', 'FY25 H1'],
  ['1234567', 'microsoft commerce-incentives', 'FY25 H1'],
  ['1234567', 'Microsoft Commerce Incentives (MCI)', 'FY25 H1'],
  ['1234567', MCI, 'FY2025 H1'],
  ['1234567', MCI, 'H1 FY25'],
  ['MPN 1234567', 'MCI', 'FY2025H1'],
];
const OTHERS: [string, string, string][] = [
  ['7654321', MCI, 'FY25 H1'],
  ['1234567', 'Hosting', 'FY25 H1'],
  ['1234567', MCI, 'FY25 H2'],
  ['1234567', MCI, 'FY24 H1'],
];

const ASOF = '2025-03-10';

/** A workbook with one fund, FY25 H1 of 1234567, and what is asked with another spelling of its name. */
async function workbook() {
  const tables = new FakeTables();
  await writeReport(tables, { months: [earned()], skipped: [], asOf: null, source: 'a.csv' });
  const planning = planningOn(tables);
  planning.store.setAsOf(ASOF);
  planning.store.open();
  await settled();
  return planning;
}

const COMMON = { status: 'planned', start: '2025-03-10', end: '2025-03-31', budget: 500_000 } as const;

describe.each([...SPELLINGS.map((names) => [...names, true] as const), ...OTHERS.map((names) => [...names, false] as const)])(
  '"%s" "%s" "%s" is the fund of the workbook: %s',
  (partnerId, program, label, isOne) => {
    beforeAll(() => provideContext({ dateSystem: 1900, ownRules: [] }));
    const half = parseHalf(label)!;
    const usual = fundNamed('1234567', MCI, parseHalf('FY25 H1')!);
    const spelled = fundNamed(partnerId, program, half);

    it('by its key', () => {
      expect(isSameFund(usual, spelled)).toBe(isOne);
      expect(fundKey(usual) === fundKey(spelled)).toBe(isOne);
      expect(spelled).toMatchObject({ partnerId, program });
    });

    it('among the claims on a fund', () => {
      const claims = [claim({ id: 'C-1', fund: usual, amount: 100 }), claim({ id: 'C-2', fund: spelled, amount: 20 })];
      expect(takenOfFund(claims[0]!, claims).cents).toBe(isOne ? 20 : 0);
      expect(othersOfKind(claims[0]!, claims, () => true)).toHaveLength(isOne ? 1 : 0);
    });

    it('in the plan, the claims, the balance, the list of things to do and a comparison, before any name is made alike', async () => {
      const { read } = await workbook();
      const book = workbookRules()!;
      const [fund] = read().funds;
      const base = { row: 0, troubles: [], base: {} as never };
      const looked = {
        ...read(),
        activities: [
          { ...base, value: activity({ ...COMMON, fund: spelled }) },
          { ...base, value: activity({ ...COMMON, id: 'A-D', status: 'draft', fund: spelled }) },
        ],
        claims: [{ ...base, value: claim({ id: 'C-1', activityId: '', status: 'submitted', fund: spelled, amount: 30 }) }],
      };
      const values = <T>(rows: readonly { value: T }[]): T[] => rows.map(({ value }) => value);
      const groups = groupActivities(looked, ASOF, workbookRules()!);
      expect(groups).toHaveLength(isOne ? 1 : 2);
      expect(groups.find((group) => group.fund !== null)!.activities).toHaveLength(isOne ? 2 : 0);
      expect(aroundIn(spelled, groups, looked, ASOF, book).fund !== null).toBe(isOne);
      expect(wishesOf(usual, looked, { wishes: [], leftOut: [] })).toHaveLength(isOne ? 1 : 0);
      expect(countedMoney(fund!, values(looked.activities), values(looked.claims), ASOF)).toHaveLength(isOne ? 2 : 0);
      expect(viewOf(looked.claims[0]!.value, looked, book, ASOF).fund !== null).toBe(isOne);
      expect(ownClaims(looked, usual, ASOF)!.cents).toBe(isOne ? 30 : 0);
      const lost = toDoNow(looked, book, ASOF).filter(({ what }) => /fund/i.test(what));
      expect(lost.length === 0).toBe(isOne);
      expect(isSameFund(fundNamer(read().funds, new Map())(spelled)!, usual)).toBe(isOne);
      expect(isSameFund(readForm(formOf(activity({ fund: spelled })), activity()).activity.fund!, usual)).toBe(isOne);
    });

    it('as people write it in the tables', async () => {
      const { tables, store, read } = await workbook();
      await store.save({ activities: [{ value: activity({ ...COMMON, fund: spelled }), base: null }] }, 'Saved.');
      expect(groupActivities(read(), ASOF, workbookRules()!)).toHaveLength(isOne ? 1 : 2);
      const names = { 'Partner ID': partnerId, Program: program, 'Fiscal half': label };
      tables.type(FUNDS_TABLE, { ...names, 'Co-op': 300 });
      await store.readAgain();
      expect(read().funds).toHaveLength(isOne ? 1 : 2);
      expect([...fundRows(tables.held.get(FUNDS_TABLE)!).values()].filter((fund) => isSameFund(fund, usual))).toHaveLength(isOne ? 2 : 1);
    });

    it('in the earnings', async () => {
      const { tables } = await workbook();
      const month = {
        ...earned({ partnerId, program }),
        month: `${half.fiscalYear - (half.half === 1 ? 1 : 0)}-${half.half === 1 ? '11' : '03'}`,
      };
      await writeReport(tables, { months: [month], skipped: [], asOf: null, source: 'b.csv' });
      expect(fundRows(tables.held.get(FUNDS_TABLE)!).size).toBe(isOne ? 1 : 2);
      const months = monthsIn(tables.held.get(EARNINGS_TABLE)!);
      expect(months).toHaveLength(2);
      const halves = keptFunds(tables.held.get(EARNINGS_TABLE)!, tables.held.get(FUNDS_TABLE)!, workbookRules()!, ASOF);
      const funds = halves.flatMap((halfOfFunds) => halfOfFunds.funds);
      expect(funds.map((fund) => [fund.months.length, fund.row !== null])).toEqual(
        isOne
          ? [[2, true]]
          : [
              [1, true],
              [1, true],
            ],
      );
      expect(fundsOf({ months, skipped: [] }, (day) => workbookRules()!.rulesOn(day), ASOF)).toHaveLength(isOne ? 1 : 2);
      // each fund's half as a whole, and a month after it
      const all = months.flatMap((row) =>
        [...monthsOf(halfOfMonth(row)), '2025-07'].map((each) => ({ ...row, month: each as typeof row.month })),
      );
      expect(new Set(backTest(all, '2026-01-01').map(fundKey)).size).toBe(isOne ? 1 : 2);
      const skipped = [2, 3, 4].map((line) => uncounted({ partnerId, program, half: label, line, row: `row ${line}` }));
      expect((await previewReport(tables, { months: [month], skipped, asOf: null, source: 'b.csv' })).changes).toEqual([]);
      await writeReport(tables, { months: [earned()], skipped, asOf: null, source: 'b.csv' });
      expect(tables.rows(FUNDS_TABLE)[0]!['Rows skipped']).toBe(isOne ? 3 : 0);
    });
  },
);
