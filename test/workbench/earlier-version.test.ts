import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openPlanning } from '../../src/planner/store/open-planning';
import { notices } from '../../src/storage/notices';
import type { PlanningStore } from '../../src/planner/store/planning-store';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { earningsIn } from '../../src/storage/funds/earnings-table';
import { writeReport } from '../../src/storage/funds/write-report';
import { startExcel } from '../support/excel-without-pane';
import { workbookNow } from '../support/workbook-now';
import { workbookFile } from '../support/xlsx-parts';

const FILES = ['funds-only', 'plan-and-claims', 'own-columns'] as const;
/** Columns that came with version 1.1.0, by the table they are at the right end of. */
const LATER: Record<string, readonly string[]> = {
  CoopFunds: ['Above threshold', 'Committed', 'Spent', 'Claimed', 'Approved', 'Paid', 'Free', 'Over', 'Lapsed', 'Stage'],
  CoopExpenses: ['Reserved', 'Expected'],
  CoopPlan: [
    'Title',
    'Cost',
    'Co-op USD',
    'Your share',
    'Co-op share',
    'Reserved',
    'Rate from',
    'Rate used',
    'Leads',
    'Pipeline',
    'Revenue',
    'Rule check',
    'Rules only',
    'Counts as',
  ],
  CoopClaims: [
    'Claim number',
    'Status now',
    'Claim link',
    'Payment reference',
    'Funding pool',
    'Claim expires',
    'Fund',
    'Counts as',
    'Counted USD',
  ],
  CoopHistory: ['Who'],
};

/** Workbooks that version 1.0.0 saved: people go on with them. */
describe.each(FILES)('a workbook of version 1.0.0: %s', (name) => {
  const { workbench } = startExcel({ file: workbookFile(name) });
  let store: PlanningStore;
  let before: string[];
  let headers: Record<string, string[]>;
  let values: Record<string, unknown[][]>;
  const readHeaders = () =>
    Object.fromEntries(workbench().workbook.tables.all.map((table) => [table.name, workbench().workbook.tables.headers(table)]));
  const readValues = () =>
    Object.fromEntries(
      workbench().workbook.tables.all.map((table) => [
        table.name,
        workbench().workbook.cells.read(workbench().workbook.tables.body(table), 'value') as unknown[][],
      ]),
    );
  const reading = () => {
    const state = store.current();
    if (state.step !== 'read') throw new Error('not read');
    return state.read;
  };
  const saveSomething = async () => {
    const { activities, settings } = reading();
    const [first] = activities;
    const saved = await store.save(
      first
        ? { activities: [{ value: { ...first.value, owner: `${first.value.owner}!` }, base: first }] }
        : { settings: { ...settings, proofDays: 3 } },
      'Saved.',
    );
    expect(saved).toMatchObject({ outcome: 'saved', conflicts: [] });
    await workbench().settle();
    await store.readAgain();
  };
  beforeAll(async () => {
    // the built add-in beside us would look at what we write, at times of its own
    workbench().host.fireRichApi = () => false;
    await workbench().settle();
    // on a slow machine, the functions have not answered everywhere yet
    await vi.waitFor(() => expect(JSON.stringify(readValues())).not.toContain('#BUSY!'), { timeout: 60_000, interval: 500 });
    await workbench().settle();
    store = openPlanning(openExcelWorkbook());
    before = await workbookNow(workbench());
    headers = readHeaders();
    values = readValues();
  }, 120_000);

  it('is read without a word about what it lacks, and without a write', async () => {
    await store.readAgain();
    expect(reading().troubles).toEqual([]);
    expect(reading().activities.flatMap(({ troubles }) => troubles)).toEqual([]);
    expect(await workbookNow(workbench())).toEqual(before);
  });

  it('gets the columns it lacks with the next save, at the right end; what people wrote stays', async () => {
    await saveSomething();
    const now = readHeaders();
    for (const [table, header] of Object.entries(headers))
      expect([table, now[table]]).toEqual([table, [...header, ...(LATER[table] ?? [])]]);
    // amounts, IDs and days that were there are there; formulas of ours may say it better
    const after = readValues();
    for (const table of ['CoopEarnings', 'CoopExpenses', 'CoopClaims'])
      for (const [row, cells] of (values[table] ?? []).entries()) expect(after[table]![row]!.slice(0, cells.length)).toEqual(cells);
    const texts = (lines: readonly string[]) =>
      lines.flatMap((line) => /^ {2}R\d+C\d+ ("(?!=)[^"]+"|\d+(?:\.\d+)?) /.exec(line)?.[1] ?? []).sort();
    const [was, is] = [texts(before), texts(await workbookNow(workbench()))];
    const missing = was.filter((text) => !is.includes(text));
    // the owner that was saved, and where that was done
    expect(missing.filter((text) => !['"Dana"', '"sheet"', '14'].includes(text))).toEqual([]);
  });

  it('names in one message the columns that mean something else now, and only then', async () => {
    const said = notices.current().filter((sentence) => sentence.includes('1.0.0'));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(
      'Usable in CoopFunds now shows only what can be used on the as-of date (was: everything above the threshold).',
    );
    expect(said[0]!.includes('Left in CoopPlan now')).toBe(name !== 'funds-only');
    notices.say('meanings', []);
    await saveSomething();
    expect(notices.current().filter((sentence) => sentence.includes('1.0.0'))).toEqual([]);
  });

  it('shows no error in a column of ours that showed none', () => {
    const errors = (found: Record<string, unknown[][]>) =>
      Object.entries(found).flatMap(([table, rows]) =>
        rows.flatMap((row, r) =>
          row.flatMap((cell, c) => (typeof cell === 'string' && /^#[A-Z]/.test(cell) ? [`${table} ${r} ${c} ${cell}`] : [])),
        ),
      );
    const had = errors(values);
    expect(errors(readValues()).filter((error) => !had.includes(error))).toEqual([]);
  });

  it('says of each fund what the pane says', () => {
    const header = readHeaders()['CoopFunds']!;
    const rows = readValues()['CoopFunds']!;
    const cell = (row: number, column: string) => rows[row]![header.indexOf(column)];
    for (const fund of reading().fundDetails) {
      if (fund.row === null) continue;
      expect([fund.partnerId, cell(fund.row, 'Co-op'), cell(fund.row, 'Above threshold'), cell(fund.row, 'Stage')]).toEqual([
        fund.partnerId,
        fund.coop / 100,
        fund.usable! / 100,
        fund.stage,
      ]);
    }
  });

  it('adds up its earnings by their fund from the next report on: the same cents', async () => {
    const { tables } = openExcelWorkbook();
    const amounts = () => readValues()['CoopFunds']!.map((cells) => cells.slice(3, 5));
    const [earnings = null] = await tables.read(['CoopEarnings']);
    const months = earningsIn(earnings);
    const before = amounts();
    const [first, ...others] = months;
    await writeReport(tables, {
      months: [{ ...first!, counted: first!.counted + 1 }, ...others],
      skipped: [],
      asOf: null,
      source: 'next.csv',
    });
    await workbench().settle();
    expect(amounts()).toEqual(before);
    expect(readHeaders()['CoopEarnings']).toEqual([...headers['CoopEarnings']!, 'Fund', 'Eligible USD']);
    const [funds = null] = await tables.read(['CoopFunds']);
    const formulas = funds!.formulas.flatMap((cells) => cells.slice(3, 5));
    expect(formulas.filter((formula) => !String(formula).includes('SUMIFS(CoopEarnings[Amount USD]'))).toEqual([]);
    await store.readAgain();
  });

  it('is not changed by more than a save once it is up to date', async () => {
    const header = readHeaders();
    await saveSomething();
    expect(readHeaders()).toEqual(header);
  });
});

describe('the first report in a workbook of version 1.0.0, undone', () => {
  const { workbench } = startExcel({ file: workbookFile('funds-only') });
  const said = () => notices.current().filter((sentence) => sentence.includes('1.0.0'));

  it('takes its message on changed meanings along, with the formulas it is about', async () => {
    workbench().host.fireRichApi = () => false;
    await workbench().settle();
    const before = await workbookNow(workbench());
    const { tables } = openExcelWorkbook();
    const [earnings = null] = await tables.read(['CoopEarnings']);
    const [first, ...others] = earningsIn(earnings);
    const { takeBack } = await writeReport(tables, {
      months: [{ ...first!, micros: first!.micros + 1_000_000 }, ...others],
      skipped: [],
      asOf: null,
      source: 'next.csv',
    });
    expect(said()).toHaveLength(1);
    expect(await takeBack!()).toBe('taken back');
    expect(said()).toEqual([]);
    await workbench().settle();
    expect(await workbookNow(workbench())).toEqual(before);
  });
});
