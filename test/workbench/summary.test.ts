import { readXlsx } from 'hucre/xlsx';
import { beforeEach, describe, expect, it } from 'vitest';
import { openPlanning } from '../../src/planner/store/open-planning';
import { writeSummary } from '../../src/planner/summary/co-op-summary';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { writeReport } from '../../src/storage/funds/write-report';
import { saveXlsx } from '../../src/workbench/xlsx';
import { convert, LIBRE_OFFICE_MS, needLibreOffice } from '../support/libre-office';
import { printedAlone } from '../support/printed';
import { startExcel } from '../support/excel-without-pane';
import { activity, claim, earned } from '../support/records';

describe('the summary sheet', () => {
  const { workbench, clear, lookFrom } = startExcel();
  beforeEach(clear);

  /** Funds of FY25 H1: a Partner ID each, with $10,000 of co-op and one dollar more for each after the first. */
  async function summaryOf(partners: number) {
    const port = openExcelWorkbook();
    const months = Array.from({ length: partners }, (_, n) => earned({ partnerId: String(1_000_001 + n), cents: 1_000_000 + n * 100 }));
    await writeReport(port.tables, { months, skipped: [], asOf: '2025-01-16', source: 'a.csv' });
    const store = openPlanning(port);
    await store.readAgain();
    await store.save(
      {
        activities: [
          {
            value: activity({
              fund: { ...activity().fund!, partnerId: '1000001' },
              status: 'planned',
              budget: 250_000,
              title: 'Spring, "big"',
            }),
            base: null,
          },
        ],
      },
      'Planned.',
    );
    await store.readAgain();
    store.setAsOf('2025-03-10');
    const state = store.current();
    if (state.step !== 'read') throw new Error('not read');
    const { sentence } = await writeSummary(port, state);
    await workbench().settle();
    const text = await workbench().text("'Co-op summary'!A1:Q60");
    const rowOf = (name: string) => text.find(([first]) => first === name) ?? [];
    return { port, store, state, sentence, text, rowOf, header: text[3]!, firsts: text.map(([first]) => first).filter(Boolean) };
  }

  it('has a row for each Partner ID and half, what they come to, the largest activities, and what lapses next', async () => {
    const { sentence, rowOf, header, firsts, text } = await summaryOf(2);
    expect(sentence).toBe('The summary is on the sheet "Co-op summary". It prints on one page, and its figures follow the workbook.');
    expect(text[0]![0]).toBe('Co-op funds: summary');
    expect(header.slice(0, 4)).toEqual(['Partner ID', 'Earned in', 'Claims close', 'Co-op earned']);
    expect(rowOf('1000002').slice(0, 4)).toEqual(['1000002', 'FY25 H1', '2025-08-15', '10,001.00']);
    expect(rowOf('1000001').slice(0, 4)).toEqual(['1000001', 'FY25 H1', '2025-08-15', '10,000.00']);
    expect(rowOf('Total').slice(0, 4)).toEqual(['Total', '', '', '20,001.00']);
    expect(firsts).not.toContain('All others');
    expect(rowOf('Spring, "big"')).toContain('2,500.00');
    expect(firsts).toEqual(
      expect.arrayContaining(['Funds by Partner ID and fiscal half', 'Largest activities', 'Next deadlines', 'Assumptions']),
    );
    expect(text.flat().filter((cell) => /^#/.test(cell))).toEqual([]);
  });

  it('lists a large activity that no fund pays for, without an error', async () => {
    const { port, store } = await summaryOf(1);
    await store.save(
      { activities: [{ value: activity({ id: 'A-NOFUND', title: 'Alone', fund: null, budget: 900_000 }), base: null }] },
      'Planned.',
    );
    await store.readAgain();
    const state = store.current();
    if (state.step !== 'read') throw new Error('not read');
    await writeSummary(port, state);
    await workbench().settle();
    const text = await workbench().text("'Co-op summary'!A1:Q60");
    const listed = text.slice(text.findIndex(([first]) => first === 'Largest activities'));
    expect(listed.find(([first]) => first === 'Alone')?.slice(0, 3)).toEqual(['Alone', '', '']);
    expect(text.flat().filter((cell) => cell.startsWith('#'))).toEqual([]);
  });

  it('has your share of what is planned, ordered, and done, without drafts and canceled activities', async () => {
    const { port, store } = await summaryOf(1);
    const fund = { ...activity().fund!, partnerId: '1000001' };
    const shares = (['planned', 'committed', 'done', 'draft', 'canceled'] as const).map((status, n) =>
      activity({ id: `A-${status}`, status, fund, budget: 10 ** (n + 1), coopShare: 0 }),
    );
    await store.save({ activities: shares.map((value) => ({ value, base: null })) }, 'Planned.');
    await store.readAgain();
    const state = store.current();
    if (state.step !== 'read') throw new Error('not read');
    await writeSummary(port, state);
    await workbench().settle();
    const text = await workbench().text("'Co-op summary'!A4:Q6");
    const column = text[0]!.indexOf('Your share');
    // 10 and 100 and 1,000 cents; Spring, "big" is paid by co-op in full
    expect(text.slice(1).map((row) => row[column])).toEqual(['11.10', '11.10']);
  });

  it('has the cost of the largest activities, and what co-op pays of it: planned up to the cap, or paid', async () => {
    const { port, store } = await summaryOf(1);
    const fund = { ...activity().fund!, partnerId: '1000001' };
    const paid = activity({ id: 'A-PAID', title: 'Print ad', status: 'done', fund, budget: 473_000, actual: 460_000 });
    const capped = activity({ id: 'A-CAPPED', title: 'Offers', activity: 'Customer offers', fund, budget: 900_000 });
    await lookFrom('2025-03-10');
    const payment = claim({ id: 'C-PAID', activityId: 'A-PAID', fund, status: 'paid', amount: 473_000, paid: 440_000 });
    await store.save(
      { activities: [paid, capped].map((value) => ({ value, base: null })), claims: [{ value: payment, base: null }] },
      'Saved.',
    );
    await store.readAgain();
    const state = store.current();
    if (state.step !== 'read') throw new Error('not read');
    await writeSummary(port, state);
    await workbench().settle();
    const text = await workbench().text("'Co-op summary'!A1:Q40");
    const header = text.find(([first]) => first === 'Activity')!;
    const [status, cost, coop, share] = ['Status', 'Cost', 'Co-op', 'Your share'].map((name) => header.indexOf(name)) as [
      number,
      number,
      number,
      number,
    ];
    const shown = (name: string) => {
      const row = text.find(([first]) => first === name)!;
      return [row[status], row[cost], row[coop], row[share]];
    };
    expect(shown('Print ad')).toEqual(['done', '4,600.00', '4,400.00', '200.00']);
    // a quarter of $10,000.00
    expect(shown('Offers')).toEqual(['planned', '9,000.00', '2,500.00', '6,500.00']);
    // what lapses first: $10,000.00 less 2,500.00 of the seminar, 2,500.00 of the offers, and 4,400.00 paid
    const next = text.slice(text.findIndex(([first]) => first === 'What lapses'));
    expect(next.slice(1, 3).map(([what, , , amount]) => [what, amount])).toEqual([
      ['No activity is planned', '600.00'],
      ['Planned, not done', '5,000.00'],
    ]);
  });

  it('follows the workbook without being made again', async () => {
    const { port } = await summaryOf(2);
    await writeReport(port.tables, {
      months: [earned({ month: '2024-11', partnerId: '1000001', cents: 50_000 })],
      skipped: [],
      asOf: '2025-02-16',
      source: 'b.csv',
    });
    await workbench().settle();
    const text = await workbench().text("'Co-op summary'!A5:D7");
    expect(text.find(([first]) => first === '1000001')?.[3]).toBe('10,500.00');
    expect(text.find(([first]) => first === 'Total')?.[3]).toBe('20,501.00');
  });

  it('shows the names of Partner IDs by formulas that follow CoopPartners, in any spelling of the ID', async () => {
    const { port, store, state } = await summaryOf(2);
    await store.save({ partners: [{ partnerId: '1000001', name: 'US "West"' }] }, 'Named.');
    await writeSummary(port, state);
    await workbench().settle();
    const shown = async () => {
      const cells = (await workbench().text("'Co-op summary'!A1:Q60")).flat();
      return [...new Set(cells.filter((cell) => cell.includes('100000')))];
    };
    // the funds and the activity, and what lapses
    expect(await shown()).toEqual(['1000002', 'US "West" · 1000001', '1000002, FY25 H1', 'US "West" · 1000001, FY25 H1']);
    const ids = (await workbench().text("'Co-op partners'!A5:A6")).flat();
    const [first, second] = ['1000001', '1000002'].map((id) => 5 + ids.indexOf(id));
    await workbench().set(`'Co-op partners'!B${first}`, 'America');
    await workbench().set(`'Co-op partners'!A${second}`, 'MPN 01000002');
    await workbench().set(`'Co-op partners'!B${second}`, 'UK');
    await workbench().settle();
    expect(await shown()).toEqual(['UK · 1000002', 'America · 1000001', 'UK · 1000002, FY25 H1', 'America · 1000001, FY25 H1']);
    await workbench().set(`'Co-op partners'!B${first}`, '');
    await workbench().settle();
    expect(await shown()).toContain('1000001, FY25 H1');
  });

  it(
    'made before there are names shows the IDs, and in LibreOffice the names as soon as someone enters them',
    async ({ skip }) => {
      const { store } = await summaryOf(2);
      const shownIn = (rows: readonly (readonly unknown[])[]) => [
        ...new Set(
          rows
            .flat()
            .map(String)
            .filter((cell) => cell.includes('100000') || cell.startsWith('#')),
        ),
      ];
      const ids = ['1000002', '1000001', '1000002, FY25 H1', '1000001, FY25 H1'];
      expect(shownIn(await workbench().text("'Co-op summary'!A1:Q60"))).toEqual(ids);
      await store.save({ partners: [{ partnerId: '1000001', name: 'US' }] }, 'Named.');
      await workbench().settle();
      needLibreOffice(skip);
      // the workbench's engine finds no table by its name as text
      const { sheets } = await readXlsx(convert(await saveXlsx(workbench().workbook, 'COOP'), 'xlsx'));
      expect(shownIn(sheets.find(({ name }) => name === 'Co-op summary')!.rows)).toEqual([
        '1000002',
        'US · 1000001',
        '1000002, FY25 H1',
        'US · 1000001, FY25 H1',
      ]);
    },
    LIBRE_OFFICE_MS,
  );

  it('has the twelve largest and all others in one row, and prints on one landscape page', async () => {
    const { rowOf, firsts } = await summaryOf(40);
    expect(firsts.filter((first) => /^10000\d\d$/.test(first!))).toHaveLength(12);
    expect(firsts).not.toContain('1000028');
    // 40 × $10,000 and 0 + 1 + … + 39; the twelve largest have 28 to 39 dollars more
    expect(rowOf('Total')[3]).toBe('400,780.00');
    expect(rowOf('All others')[3]).toBe('280,378.00');
    const sheet = (await readXlsx(await saveXlsx(workbench().workbook, 'COOP'))).sheets.find(({ name }) => name === 'Co-op summary');
    expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 1 });
  });

  for (const partners of [1, 12, 200])
    it(
      `with ${partners} Partner IDs, LibreOffice prints it on exactly one page`,
      async ({ skip }) => {
        needLibreOffice(skip);
        await summaryOf(partners);
        const printed = await printedAlone(workbench(), 'Co-op summary');
        expect(printed.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
        // landscape: wider than high
        const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(printed) ?? [];
        expect(Number(width)).toBeGreaterThan(Number(height));
      },
      LIBRE_OFFICE_MS,
    );
});
