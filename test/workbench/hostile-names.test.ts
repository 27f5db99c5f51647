import { beforeEach, describe, expect, it } from 'vitest';
import { openPlanning } from '../../src/planner/store/open-planning';
import type { PlanningStore } from '../../src/planner/store/planning-store';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { writeReport } from '../../src/storage/funds/write-report';
import { startExcel } from '../support/excel-without-pane';
import { activity, earned, expense } from '../support/records';

const MCI = 'Microsoft Commerce Incentives';

/** What a criterion of SUMIFS or a lookup by MATCH takes for something else than the text itself. */
const PARTNERS = ['1234567', '7777777', 'A*', 'A?', 'A~*', '12345*', '1234?67', '=A', '<5', '>A', '<>A', 'a~b', 'TRUE'];
const PROGRAMS = ['Mine*', 'Mine 1', '*', 'M?ne 1', 'Mine~', '<>Mine', `${'long '.repeat(60)}A`, `${'long '.repeat(60)}B`];

/** Names that formulas of a table could take for wildcards, operators or numbers match themselves alone. */
describe('names that look like wildcards', () => {
  const port = openExcelWorkbook();
  const { clear, column, inExcel, set, lookFrom } = startExcel();
  let store: PlanningStore;
  beforeEach(async () => {
    await clear();
    await lookFrom('2025-03-01');
    store = openPlanning(port);
  });

  const amounts = async (table: string, name: string): Promise<number[]> =>
    (await column(table, name)).map((text) => Number(text.replaceAll(',', '')));
  const funds = [
    ...PARTNERS.map((partnerId) => ({ partnerId, program: MCI })),
    ...PROGRAMS.map((program) => ({ partnerId: '1234567', program })),
  ];

  it('Earned, Left and Planned are those of the row\u2019s own fund, for each of them', async () => {
    await writeReport(port.tables, {
      months: funds.map(({ partnerId, program }, n) => earned({ partnerId, program, cents: 2_000_000 + n * 100, counted: 1 })),
      skipped: [],
      asOf: null,
      source: 'a.csv',
    });
    await store.readAgain();
    const activities = funds.flatMap(({ partnerId, program }, n) =>
      [0, 1].map((twin) => ({
        value: activity({ id: `A-${n}-${twin}`, fund: { ...activity().fund!, partnerId, program }, budget: (n + 1) * 1000 + twin }),
        base: null,
      })),
    );
    expect(await store.save({ activities }, 'Saved.')).toMatchObject({ outcome: 'saved' });

    const names = (await column('CoopFunds', 'Partner ID')).map((partner, index) => ({ partner, index }));
    const programs = await column('CoopFunds', 'Program');
    const rowOf = ({ partnerId, program }: (typeof funds)[number]): number =>
      names.find(({ partner, index }) => partner === partnerId && programs[index] === program)!.index;
    const [planned, coop] = [await amounts('CoopFunds', 'Planned'), await amounts('CoopFunds', 'Co-op')];
    expect(funds.map((fund) => [fund, coop[rowOf(fund)], planned[rowOf(fund)]])).toEqual(
      funds.map((fund, n) => [fund, 20_000 + n, ((n + 1) * 2000 + 1) / 100]),
    );
    const [itsEarned, left] = [await amounts('CoopPlan', 'Earned'), await column('CoopPlan', 'Left')];
    expect(itsEarned).toEqual(funds.flatMap((_, n) => [20_000 + n, 20_000 + n]));
    // a program that only the report knows has no threshold: all of its co-op counts
    expect(left).toEqual(
      funds.flatMap((_, n) =>
        [0, 1].map((twin) => (20_000 + n - ((n + 1) * 1000 + 1 - twin) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })),
      ),
    );
  }, 120_000);

  it('an amount kept as text is an error of its own row, and told in the pane where it reads two ways', async () => {
    await writeReport(port.tables, { months: [earned({ counted: 1 })], skipped: [], asOf: null, source: 'a.csv' });
    await store.readAgain();
    await store.save(
      {
        activities: [
          { value: activity({ budget: 100_000 }), base: null },
          { value: activity({ id: 'A-BBBBBB', budget: 200_000 }), base: null },
        ],
      },
      'Saved.',
    );
    await set('CoopPlan', 'Budget', 0, "'5.400");
    expect([await column('CoopPlan', 'Budget USD'), await column('CoopFunds', 'Planned')]).toEqual([['#VALUE!', '2,000.00'], ['2,000.00']]);
    await store.readAgain();
    const state = store.current();
    expect(state.step === 'read' && state.read.activities.flatMap(({ troubles }) => troubles.map(({ sentence }) => sentence))).toEqual([
      'Budget: "5.400" can\'t be read: its point could be a decimal or a thousands separator. Enter 1234.50 for one thousand and so on.',
    ]);
  }, 120_000);

  it('Budget and Actual are the sums of the activity\u2019s own expenses, whatever its ID', async () => {
    // not one with ~ behind A-: the engine does not know ~~
    const ids = [
      'A-1',
      'A-*',
      'A-?',
      '*',
      '?',
      '~',
      '=A',
      '<A',
      '<>',
      '>',
      '1',
      '2',
      '01',
      '1.0',
      '1E0',
      '50%',
      '0.5',
      'TRUE',
      'B-1',
      'x'.repeat(300),
    ];
    await store.readAgain();
    const activities = ids.map((id, n) => ({
      value: activity({ id, budget: null, actual: null, expenses: [expense({ id: `E-${n}`, budget: 100 * 2 ** n, actual: 3 ** n })] }),
      base: null,
    }));
    expect(await store.save({ activities }, 'Saved.')).toMatchObject({ outcome: 'saved' });
    // people may give an ID of their own
    await inExcel(({ workbook: { tables } }) => {
      const [ownIds, parentIds] = [
        tables.getItem('CoopPlan').columns.getItem('ID'),
        tables.getItem('CoopExpenses').columns.getItem('Activity ID'),
      ];
      for (const target of [ownIds, parentIds]) target.getDataBodyRange().values = ids.map((id) => [`'${id}`]);
    });
    expect(await amounts('CoopPlan', 'Budget')).toEqual(ids.map((_, n) => 2 ** n));
    expect(await amounts('CoopPlan', 'Actual')).toEqual(ids.map((_, n) => 3 ** n / 100));
  }, 120_000);
});
