import { beforeAll, describe, expect, it } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import { fundsByHalf } from '../../src/planner/funds/funds-view';
import { viewOf } from '../../src/planner/claims/claim-view';
import { claimPack } from '../../src/domain/claims/claim-pack';
import { writePrintSet, writeSummary } from '../../src/planner/summary/co-op-summary';
import { writeStatement } from '../../src/planner/summary/fund-statement';
import { writeSample } from '../../src/planner/sample/write-sample';
import { openPlanning } from '../../src/planner/store/open-planning';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { KEPT_TABLES } from '../../src/storage/fill-workbook';
import { SHEET_ORDER } from '../../src/storage/sheet-order';
import { PackageParts, sheetParts } from '../../src/workbench/package-parts';
import { saveXlsx } from '../../src/workbench/xlsx';
import { startExcel } from '../support/excel-without-pane';
import { LIBRE_OFFICE_MS, needLibreOffice } from '../support/libre-office';
import { printedAlone } from '../support/printed';
import { contrast, textWidth, wrappedLines } from '../support/text-width';

const TODAY = '2026-11-30';
const [WHITE, BLACK] = ['#FFFFFF', '#000000'];
/** The colors of Excel's table style Medium 2 in its theme of 2013 to 2022, the lighter of its two. */
const TABLE_STYLE = { header: '#4472C4', band: '#D9E1F2' };
/** What the edges of a cell take, in points. */
const EDGES = 4;
/** The height of a line, in points. */
const LINE = 15;

describe('every sheet that we write', () => {
  const { workbench, clear, lookFrom } = startExcel();
  let parts: PackageParts;
  const statements: string[] = [];
  let claimPage: string;
  let sheets: Awaited<ReturnType<typeof readXlsx>>['sheets'];

  beforeAll(async () => {
    await clear();
    const port = openExcelWorkbook();
    await writeSample(port, TODAY);
    await lookFrom(TODAY);
    await port.chart.make({ levers: ['Core – Modern Work'], types: ['Coop'], months: 12 });
    await port.addRulesTable();
    // those that the sample doesn't use
    for (const design of KEPT_TABLES)
      await port.tables.change([design.name], ([now = null]) => ({
        changes: now ? [] : [{ design, set: new Map(), add: [design.columns.map(() => '')], remove: [] }],
        result: null,
      }));
    const store = openPlanning(port);
    await store.readAgain();
    store.setAsOf(TODAY);
    const state = store.current();
    if (state.step !== 'read') throw new Error('not read');
    await store.writeToday(
      [
        {
          due: '2026-11-20',
          when: 'Overdue',
          what: 'Submit the claim for a seminar',
          why: 'Claims close soon.',
          atRisk: 100_000,
          where: 'Claims C-AAAAAA',
        },
        { due: '2026-12-04', when: 'This week', what: 'Confirm', why: 'It was planned.', atRisk: 0, where: 'Plan A-AAAAAA' },
      ],
      TODAY,
      'wish',
    );
    await writeSummary(port, state);
    await writePrintSet(port, state);
    const funds = fundsByHalf(state.read.fundDetails, state.book).flatMap((half) => half.funds);
    for (const fund of funds.slice(0, 2)) statements.push((await writeStatement(port, fund, state)).sheet);
    const claim = state.read.claims[0]!.value;
    const { requirements, status, keep, activity } = viewOf(claim, state.read, state.book, TODAY);
    const about = { activity, category: requirements?.category ?? '', status, keepUntil: keep?.keepUntil ?? null, asOf: TODAY } as const;
    claimPage = `Claim pack ${claim.id}`;
    await port.writePage({ sheet: claimPage, beside: 'Co-op claims', ...claimPack(claim, about) });
    await workbench().settle();
    const saved = await saveXlsx(workbench().workbook, 'COOP');
    parts = PackageParts.read(saved);
    sheets = (await readXlsx(saved, { readStyles: true })).sheets.filter(({ name }) => name !== 'Sheet1');
  }, 180_000);

  const xmlOf = (name: string): string => parts.text(sheetParts(parts).get(name)!);
  const tablesOf = (name: string) => {
    const { tables } = workbench().workbook;
    return tables.all.filter(({ sheet }) => sheet.getName() === name);
  };

  it('is here, in the order of its tab, after the sheets of a person', () => {
    const names = [...sheetParts(parts).keys()];
    expect(names[0]).toBe('Sheet1');
    const ours = SHEET_ORDER.filter((name) => names.includes(name));
    const pages: Record<string, string[]> = {
      'Co-op summary': ['Co-op print set', ...statements],
      'Co-op funds': ['Model'],
      'Co-op claims': [claimPage],
    };
    // the pages of funds come with the summary of all, before what people fill in, and that of a claim with the claims
    expect(statements).toHaveLength(2);
    expect(names.slice(1)).toEqual(ours.flatMap((name) => [name, ...(pages[name] ?? [])]));
    expect(new Set(names).size).toBe(names.length);
    expect(
      workbench()
        .workbook.tables.all.map(({ name }) => name)
        .sort(),
    ).toEqual([...KEPT_TABLES.map(({ name }) => name), 'CoopChart', 'CoopRules'].sort());
  });

  it('begins with text, has no merged cells, and no errors', () => {
    for (const { name, rows } of sheets) {
      expect([name, typeof rows[0]?.[0]]).toEqual([name, 'string']);
      expect([name, /<mergeCell/.test(xmlOf(name))]).toEqual([name, false]);
      expect([name, rows.flat().filter((cell) => /^#[A-Z]/.test(String(cell)))]).toEqual([name, []]);
    }
  });

  it('says of no row that it is blocked, since nothing is wrong with any', () => {
    const { cells, tables } = workbench().workbook;
    const blocked = tables.all
      .flatMap((table) => cells.read(table, 'text').flat().map(String))
      .filter((text) => text.startsWith('Blocked'));
    expect(blocked).toEqual([]);
  });

  it('has bold headers, and texts that contrast with what is behind them', () => {
    const { layout, sheets: all } = workbench().workbook;
    for (const { name, rows } of sheets) {
      const sheet = all.all.find((candidate) => candidate.getName() === name)!;
      const tables = tablesOf(name);
      rows.forEach((row, r) =>
        row.forEach((text, c) => {
          if (text === null || text === '') return;
          const { bg, cl, bl } = layout.styleOf({ sheet, row: r, column: c, rows: 1, columns: 1 });
          const table = tables.find(
            ({ row: top, column, rows: high, columns }) => r >= top && r < top + high && c >= column && c < column + columns,
          );
          const isHeader = table?.row === r;
          if (isHeader) expect([name, text, bl]).toEqual([name, text, 1]);
          const grounds = bg?.rgb ? [bg.rgb] : isHeader ? [TABLE_STYLE.header] : table ? [WHITE, TABLE_STYLE.band] : [WHITE];
          const font = cl?.rgb ?? (isHeader ? WHITE : BLACK);
          for (const ground of grounds) expect([name, text, contrast(font, ground) >= 4.5]).toEqual([name, text, true]);
        }),
      );
    }
  });

  it('prints on landscape pages of its width, with the header on each, and keeps the header in sight', () => {
    for (const { name, pageSetup, freezePane } of sheets) {
      if (name === claimPage) {
        // names and texts, without a table
        expect(pageSetup).toMatchObject({ orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 1 });
        continue;
      }
      expect([name, pageSetup]).toEqual([name, expect.objectContaining({ orientation: 'landscape', fitToPage: true, fitToWidth: 1 })]);
      if (name === 'Co-op print set') {
        expect(pageSetup!.fitToHeight).toBe(0);
        continue;
      }
      if (['Co-op summary', 'Co-op chart', 'Model', ...statements].includes(name)) {
        expect([name, pageSetup!.fitToHeight]).toEqual([name, 1]);
        continue;
      }
      expect([name, pageSetup!.fitToHeight, pageSetup!.printTitlesRow, freezePane?.rows]).toEqual([name, 0, '$4:$4', 4]);
    }
  });

  it('shows each text and number whole', () => {
    const { cells, layout } = workbench().workbook;
    const cut: unknown[] = [];
    for (const { name } of sheets)
      for (const table of tablesOf(name)) {
        const shown = cells.read(table, 'text');
        // a heading wraps between words, which the test of the designs holds
        shown.slice(1).forEach((row, r) =>
          row.forEach((text, c) => {
            const cell = { sheet: table.sheet, row: table.row + 1 + r, column: table.column + c, rows: 1, columns: 1 };
            const width = layout.columnWidth(table.sheet, cell.column);
            const isWrapped = Number(layout.styleOf(cell).tb ?? 0) === 3;
            if (!isWrapped && textWidth(text) + EDGES > width) cut.push([name, shown[0]![c], text, Math.round(textWidth(text)), width]);
          }),
        );
      }
    expect(cut).toEqual([]);
  });

  it('shows the texts of a page whole: in their columns, on as many lines as their row is high, or over blank cells to their right', () => {
    const { cells, layout, sheets: all } = workbench().workbook;
    for (const name of ['Co-op summary', 'Co-op print set', 'Model', ...statements, claimPage]) {
      const sheet = all.all.find((candidate) => candidate.getName() === name)!;
      const { rows } = sheets.find((candidate) => candidate.name === name)!;
      const columns = Math.max(...rows.map((row) => row.length));
      const shown = cells.read({ sheet, row: 0, column: 0, rows: rows.length, columns }, 'text').map((row) => row.map(String));
      const widths = shown[0]!.map((_, column) => layout.columnWidth(sheet, column));
      const cut = shown.flatMap((row, r) =>
        row.flatMap((text, c) => {
          if (text === '') return [];
          const isWrapped = Number(layout.styleOf({ sheet, row: r, column: c, rows: 1, columns: 1 }).tb ?? 0) === 3;
          const next = row.findIndex((other, column) => column > c && other !== '');
          const room = widths
            .slice(c, isWrapped || next === c + 1 ? c + 1 : next < 0 ? columns : next)
            .reduce((sum, width) => sum + width, 0);
          const isTooLong = isWrapped
            ? wrappedLines(text, room - EDGES) * LINE > layout.rowHeight(sheet, r)
            : textWidth(text) + EDGES > room;
          return isTooLong ? [[name, r, c, text, room]] : [];
        }),
      );
      expect(cut).toEqual([]);
    }
  });

  it('has a number format in every row of amounts and dates', () => {
    const { cells } = workbench().workbook;
    for (const { name, columns } of KEPT_TABLES) {
      const table = workbench().workbook.tables.find(name)!;
      const formats = cells.read(table, 'format');
      columns.forEach(({ name: column, format }, c) => {
        if (format) expect([name, column, new Set(formats.slice(1).map((row) => row[c]))]).toEqual([name, column, new Set([format])]);
      });
    }
  });

  it('colors statuses by rules over plain texts, in colors that anyone can read', () => {
    const styles = [...parts.text('xl/styles.xml').matchAll(/<dxf>.*?<\/dxf>/g)].map(([dxf]) => {
      const [font, fill = 'FFFFFF'] = [/<font><color rgb="FF(\w+)"/, /<bgColor rgb="FF(\w+)"/].map((look) => look.exec(dxf)?.[1]);
      return contrast(`#${font}`, `#${fill}`);
    });
    expect(styles).toHaveLength(4);
    for (const ratio of styles) expect(ratio).toBeGreaterThanOrEqual(4.5);
    const colored = sheets.filter(({ name }) => xmlOf(name).includes('<cfRule')).map(({ name }) => name);
    expect(colored).toEqual(['Co-op today', 'Co-op funds', 'Co-op plan', 'Co-op claims', 'Co-op proof', 'Co-op rules']);
    // every row that the table may ever get
    expect(xmlOf('Co-op plan')).toMatch(
      /sqref="C5:C1048576"><cfRule type="cellIs" dxfId="\d" priority="\d+" operator="equal"><formula>&quot;done&quot;/,
    );
  });

  it(
    'prints a claim pack on one page of LibreOffice',
    async ({ skip }) => {
      needLibreOffice(skip);
      const printed = await printedAlone(workbench(), claimPage);
      expect(printed.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    },
    LIBRE_OFFICE_MS,
  );
});
