import { readXlsx } from 'hucre/xlsx';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Day } from '../../src/domain/calendar/day';
import { fundsByHalf } from '../../src/planner/funds/funds-view';
import { openPlanning } from '../../src/planner/store/open-planning';
import { writeStatement } from '../../src/planner/summary/fund-statement';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { writeReport } from '../../src/storage/funds/write-report';
import { saveXlsx } from '../../src/workbench/xlsx';
import { LIBRE_OFFICE_MS, needLibreOffice } from '../support/libre-office';
import { printedAlone } from '../support/printed';
import { startExcel } from '../support/excel-without-pane';
import { activity, claim, earned } from '../support/records';

const SHEET = 'Fund 1234567 FY25 H1';

describe('the statement sheet of a fund', () => {
  const { workbench, clear } = startExcel();
  beforeEach(clear);

  /** A fund of $10,000.00 with an activity planned for $2,500.00 and a claim paid with $1,900.00. */
  async function opened(asOf: Day) {
    const port = openExcelWorkbook();
    const months = [earned({ cents: 600_000 }), earned({ month: '2024-11', cents: 400_000 })];
    await writeReport(port.tables, { months, skipped: [], asOf: '2025-01-16', source: 'a.csv' });
    const store = openPlanning(port);
    await store.readAgain();
    await store.save(
      {
        activities: [
          { value: activity({ status: 'planned', budget: 250_000, title: 'Spring, "big"' }), base: null },
          { value: activity({ id: 'A-BBBBBB', status: 'done', budget: 200_000 }), base: null },
        ],
        claims: [
          {
            value: claim({ activityId: 'A-BBBBBB', status: 'paid', paid: 190_000, paidOn: '2025-06-20', claimNumber: '8001' }),
            base: null,
          },
        ],
      },
      'Planned.',
    );
    await store.useInWorkbook(asOf);
    store.setAsOf(asOf);
    const reading = () => {
      const state = store.current();
      if (state.step !== 'read') throw new Error('not read');
      return state;
    };
    const make = async () => {
      const { read, book } = reading();
      const made = await writeStatement(port, fundsByHalf(read.fundDetails, book)[0]!.funds[0]!, reading());
      await workbench().settle();
      return made;
    };
    const rows = async () => (await workbench().text(`'${SHEET}'!A1:E60`)).filter((row) => row.some((cell) => cell !== ''));
    return { store, make, rows, reading };
  }

  it('lists each amount with its day and source, and closes with what is free', async () => {
    const { make, rows } = await opened('2025-06-25');
    expect((await make()).sentence).toBe(
      `The statement is on the sheet "${SHEET}", as of Jun 25, 2025. It prints on one page. Make it again to update it.`,
    );
    const text = await rows();
    expect(text.slice(0, 9)).toEqual([
      ['Fund statement: 1234567, earned July – December 2024 (FY25 H1)', '', '', '', ''],
      ['Amounts in US dollars as of Jun 25, 2025', '', '', '', ''],
      ['Entry', 'Description', 'Source', 'Date', 'Amount USD'],
      ['Opening', 'A fund starts with its half', '', '2024-07-01', '0.00'],
      ['Earned', 'Earned in Oct 2024, 2 earnings', 'Last report: a.csv', '2024-10-31', '6,000.00'],
      ['Earned', 'Earned in Nov 2024, 2 earnings', 'Last report: a.csv', '2024-11-30', '4,000.00'],
      ['Planned', 'Spring, "big"', 'Plan: Digital advertising', '2025-03-10', '-2,500.00'],
      ['Paid', 'Digital advertising', 'Claim 8001', '2025-06-20', '-1,900.00'],
      ['Closing', 'Free; below zero, more than the fund can pay', '', '2025-06-25', '5,600.00'],
    ]);
    expect(text.flat().filter((cell) => /^#/.test(cell))).toEqual([]);
    // what only holds on its day says so
    expect(text.flat()).toContain('Notes as of Jun 25, 2025');
  });

  it.each<Day>(['2024-11-15', '2025-06-25', '2025-08-16', '2025-10-01'])('comes to the same as CoopFunds on %s', async (asOf) => {
    const { make, rows } = await opened(asOf);
    await make();
    const text = await rows();
    const compared = text.slice(text.findIndex(([first]) => first === 'Is this statement up to date?') + 2);
    const amounts = compared.slice(0, 9);
    expect(amounts.map(([name]) => name)).toEqual([
      'Earned',
      'Planned',
      'Committed',
      'Spent',
      'Claimed',
      'Approved',
      'Paid',
      'Lapsed',
      'Free, less any overage',
    ]);
    expect(amounts.map(([, , here]) => here)).toEqual(amounts.map(([, , , there]) => there));
    expect(amounts.map(([, , , , difference]) => difference)).toEqual(Array(9).fill('0.00'));
    expect(amounts.find(([name]) => name === 'Paid')?.[2]).toBe('1,900.00');
    expect(text.find(([first]) => first === 'As of')).toEqual(['As of', '', asOf, asOf, '0']);
  });

  it('shows by itself that it is out of date, and is right once it is made again', async () => {
    const { store, make, rows, reading } = await opened('2025-06-25');
    await make();
    const base = reading().read.activities.find(({ value }) => value.title !== '')!;
    await store.save({ activities: [{ value: { ...base.value, budget: 300_000 }, base }] }, 'Changed.');
    await workbench().settle();
    const planned = async () => (await rows()).filter(([name]) => name === 'Planned').at(-1);
    expect(await planned()).toEqual(['Planned', '', '2,500.00', '3,000.00', '-500.00']);
    await make();
    expect(await planned()).toEqual(['Planned', '', '3,000.00', '3,000.00', '0.00']);
  });

  it('has the name of its Partner ID in its title, also one that changes later', async () => {
    const { store, make, rows } = await opened('2025-06-25');
    await store.save({ partners: [{ partnerId: '1234567', name: 'US "West"' }] }, 'Named.');
    await make();
    const title = async () => (await rows())[0]![0];
    expect(await title()).toBe('Fund statement: US "West" · 1234567, earned July – December 2024 (FY25 H1)');
    await workbench().set("'Co-op partners'!B5", 'America');
    await workbench().settle();
    expect(await title()).toBe('Fund statement: America · 1234567, earned July – December 2024 (FY25 H1)');
  });

  it(
    'is one landscape page in LibreOffice',
    async ({ skip }) => {
      needLibreOffice(skip);
      const { make } = await opened('2025-06-25');
      await make();
      const file = await saveXlsx(workbench().workbook, 'COOP');
      expect((await readXlsx(file)).sheets.find(({ name }) => name === SHEET)?.pageSetup).toMatchObject({ orientation: 'landscape' });
      const printed = await printedAlone(workbench(), SHEET);
      expect(printed.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    },
    LIBRE_OFFICE_MS,
  );
});
