import { beforeAll, describe, expect, it } from 'vitest';
import { balanceOf } from '../../src/domain/balance/balance';
import type { Day } from '../../src/domain/calendar/day';
import { halfOf, labelOf, nextHalf } from '../../src/domain/calendar/half';
import { isSameFund } from '../../src/domain/funds/fund';
import { fundsByHalf, type FundView } from '../../src/planner/funds/funds-view';
import { SAMPLE_PARTNERS } from '../../src/planner/sample/sample-report';
import { writeSample } from '../../src/planner/sample/write-sample';
import { openPlanning } from '../../src/planner/store/open-planning';
import type { PlanningStore, Reading } from '../../src/planner/store/planning-store';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { startExcel } from '../support/excel-without-pane';
import { isFullLaw } from '../support/laws';

const PARTNERS = Object.values(SAMPLE_PARTNERS).map(({ id }) => id);
const inFull = (...days: Day[]): Day[] => (isFullLaw ? days : []);
type Row = readonly unknown[];

describe('the sheet Model of the sample', () => {
  const { workbench, clear, lookFrom } = startExcel();
  let store: PlanningStore;

  const make = async (today: Day): Promise<void> => {
    await clear();
    const port = openExcelWorkbook();
    await writeSample(port, today);
    store = openPlanning(port);
    await store.readAgain();
  };
  /** The model and the pane as of a day. */
  const on = async (day: Day): Promise<{ below: (heading: string) => Row[]; pane: Reading; funds: FundView[] }> => {
    await lookFrom(day);
    store.setAsOf(day);
    const pane = store.current();
    if (pane.step !== 'read') throw new Error('not read');
    const cells = await workbench().values('Model!A1:U300');
    const shown = cells.flat().map(String);
    expect([day, shown.filter((text) => /^#[A-Z]/.test(text))]).toEqual([day, []]);
    const below = (heading: string): Row[] => {
      const first = cells.findIndex(([text]) => String(text).startsWith(heading)) + 2;
      const count = cells.slice(first).findIndex(([text]) => text === '');
      return cells.slice(first, first + count);
    };
    return { below, pane, funds: fundsByHalf(pane.read.fundDetails, pane.book).flatMap((half) => half.funds) };
  };
  const usd = (cents: number): number => cents / 100;
  const coopOf = (funds: readonly FundView[], partner: string, half: string): number =>
    usd(funds.find(({ partnerId, label }) => partnerId === partner && label === half)?.coop ?? 0);

  /** What holds on any day from the report's on. */
  async function agrees(day: Day): Promise<void> {
    const { below, pane, funds } = await on(day);
    const current = halfOf(day);
    const [inputs] = below('Inputs');
    // nothing is missing from the model, and it adds up to what the funds have
    expect([day, ...inputs!.slice(7, 9)]).toEqual([day, 0, 0]);
    for (const [heading, half] of [
      ['Co-op earned in the half before', nextHalf(current, -1)],
      ['Co-op earned in the current half', current],
    ] as const) {
      const rows = below(heading);
      for (const partner of PARTNERS) {
        const total = rows.filter(([id]) => String(id) === partner).reduce((sum, row) => sum + Number(row[8]), 0);
        expect([day, heading, partner, total]).toEqual([day, heading, partner, expect.closeTo(coopOf(funds, partner, labelOf(half)), 6)]);
      }
    }
    for (const [partner, label, accrued, expected] of below('Threshold')) {
      const fund = funds.find(({ partnerId, label: other }) => partnerId === String(partner) && other === label);
      const known = fund?.expected == null ? 'not known' : usd(fund.expected);
      expect([day, partner, accrued, expected]).toEqual([day, partner, usd(fund?.coop ?? 0), known]);
    }
    const activities = pane.read.activities.map(({ value }) => value);
    const claims = pane.read.claims.map(({ value }) => value);
    const days = below('Days left');
    expect(days).toHaveLength(6);
    for (const [partner, label, stage, , , , , claimed, claimable] of days) {
      const fund = funds.find(({ partnerId, label: other }) => partnerId === String(partner) && other === label);
      const spent = pane.read.funds.find((candidate) => fund && isSameFund(candidate, fund));
      const balance = spent && balanceOf(spent, activities, claims, day);
      const taken = balance ? balance.claimed + balance.approved + balance.paid : 0;
      const isOpen = fund && ['usage', 'claim only'].includes(fund.stage) && fund.status !== 'incomplete';
      expect([day, partner, label, stage, claimed, claimable]).toEqual([
        day,
        partner,
        label,
        fund?.stage ?? stage,
        usd(taken),
        isOpen && fund.usable! > 0 ? usd(fund.usable! - taken) : 0,
      ]);
    }
  }
  const entry = async (day: Day, name: string, partner: string): Promise<Row> =>
    (await on(day)).below('Journal').find(([id, entered]) => String(id) === partner && String(entered).startsWith(name))!;

  describe('made in the middle of a half', () => {
    beforeAll(() => make('2026-11-30'));

    it.each<Day>(['2026-11-30', '2027-01-01', '2027-02-16', '2027-04-01', ...inFull('2026-12-31', '2027-07-01')])(
      'agrees with the pane to the cent on %s',
      agrees,
    );

    it.each<Day>(['2018-02-03', '2026-02-03', '2031-12-31', ...inFull('2024-02-29', '2026-07-01')])('has no error on %s', async (day) => {
      await on(day);
    });

    it('accrues what was calculated by the month end', async () => {
      const { below, funds } = await on('2026-11-30');
      for (const [partner, , , , , , total] of below('Journal').slice(0, 2)) {
        const all = funds.filter(({ partnerId }) => partnerId === String(partner)).reduce((sum, { coop }) => sum + coop, 0);
        expect([partner, total]).toEqual([partner, usd(all)]);
      }
      // October's, which was calculated in November: $204,000.00 at 1.5% and $93,000.00 at 1.6%
      expect((await entry('2026-11-30', 'Accrue', PARTNERS[0]!)).slice(7, 8)).toEqual([4_548]);
    });

    it('reclassifies what converts once its half is over, and writes off what lapsed after the deadline', async () => {
      const { funds } = await on('2026-07-31');
      expect((await entry('2026-07-31', 'Reclassify', PARTNERS[1]!))[7]).toBe(coopOf(funds, PARTNERS[1]!, 'FY26 H2'));
      expect((await entry('2026-08-31', 'Reclassify', PARTNERS[1]!))[7]).toBe(0);
      const { pane } = await on('2027-02-28');
      const fund = pane.read.funds.find(({ partnerId, half }) => partnerId === PARTNERS[0] && labelOf(half) === 'FY26 H2')!;
      const { lapsed } = balanceOf(
        fund,
        pane.read.activities.map(({ value }) => value),
        pane.read.claims.map(({ value }) => value),
        '2027-02-28',
      );
      expect(lapsed).toBeGreaterThan(0);
      expect((await entry('2027-02-28', 'Write off', PARTNERS[0]!))[7]).toBe(usd(lapsed));
    });

    it('answers another growth', async () => {
      const { below } = await on('2026-11-30');
      const [, before] = below('Threshold');
      await workbench().set('Model!C5', 0);
      const [, after] = (await on('2026-11-30')).below('Threshold');
      // without growth, the forecast is the pane's, and the shortfall stays
      expect([after![6], after![7], after![6] === before![6]]).toEqual([after![3], after![4], false]);
    });
  });

  describe('made in the first month of a half', () => {
    beforeAll(() => make('2027-01-10'));

    it.each<Day>(['2027-01-10', ...inFull('2027-02-01')])('agrees with the pane to the cent on %s', agrees);
  });
});
