import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ColumnDesign, TableDesign } from '../../../src/records/table';
import { headerLines, HINT_COLOR, printedColumns, TONE_COLORS } from '../../../src/storage/excel/table-look';
import { KEPT_TABLES } from '../../../src/storage/fill-workbook';
import { FROZEN_DESIGN } from '../../../src/storage/frozen/frozen-table';
import { chartChange } from '../../../src/storage/funds/chart-table';
import { PROGRAM_TABLES } from '../../../src/storage/program/program-tables';
import { RULES_DESIGN } from '../../../src/storage/rules/rules-design';
import { positionOf, SHEET_ORDER } from '../../../src/storage/sheet-order';
import { contrast, textWidth, wrappedLines } from '../../support/text-width';

const CHART_DESIGN = chartChange({ levers: ['Core – Modern Work', 'Strategic products'], types: ['Coop'], months: 12 }).design;
/** Every table that we write. */
const DESIGNS: readonly TableDesign[] = [
  ...KEPT_TABLES,
  CHART_DESIGN,
  RULES_DESIGN,
  FROZEN_DESIGN,
  ...PROGRAM_TABLES.map(({ design }) => design),
];
/** What the edges of a cell take, and a header's filter button, in points. */
const EDGES = 6;
const BUTTON = 13;
/** The column between two tables next to each other. */
const GAP = 48;
/** The header row and the bands of the tables' style. */
const [WHITE, BAND] = ['#FFFFFF', '#DDEBF7'];

const widthOf = (columns: readonly ColumnDesign[]): number => columns.reduce((sum, { width }) => sum + width, 0);
const columns = DESIGNS.flatMap((design) => design.columns.map((column) => [design.name, column.name, column] as const));

describe('the designs of our tables', () => {
  it('are all here', () => {
    const files = readdirSync('src/storage', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const named = files.flatMap((file) =>
      [...readFileSync(`src/storage/${file}`, 'utf8').matchAll(/(?:\bname: |_TABLE = )'(Coop[A-Z]\w*)'/g)].map(([, name]) => name!),
    );
    expect(named.length).toBeGreaterThan(10);
    expect([...new Set(named)].sort()).toEqual(DESIGNS.map(({ name }) => name).sort());
  });

  it('have names of their own, and sheets with a place among the tabs', () => {
    expect(new Set(DESIGNS.map(({ name }) => name)).size).toBe(DESIGNS.length);
    const ownSheets = DESIGNS.filter(({ beside }) => beside === undefined).map(({ sheet }) => sheet);
    expect(new Set(ownSheets).size).toBe(ownSheets.length);
    expect(ownSheets.filter((sheet) => !SHEET_ORDER.includes(sheet))).toEqual([]);
    for (const { columns: all } of DESIGNS) expect(new Set(all.map(({ name }) => name.toLowerCase())).size).toBe(all.length);
  });

  it.each(DESIGNS.map((design) => [design.name, design] as const))('%s: title and hint have room', (_name, design) => {
    const { title, hint, beside } = design;
    const neighbor = DESIGNS.some((other) => other.beside === design.name);
    const printed = printedColumns(design);
    const room = neighbor
      ? widthOf(design.columns) + GAP
      : printed < design.columns.length
        ? widthOf(design.columns.slice(0, printed))
        : 1400;
    expect(textWidth(title, { bold: true, size: 14 })).toBeLessThan(beside === undefined && !neighbor ? 1400 : room);
    expect([textWidth(hint) < room, Math.round(textWidth(hint)), room]).toEqual([true, Math.round(textWidth(hint)), room]);
  });

  it.each(DESIGNS.map((design) => [design.name, design] as const))(
    '%s: the columns that people read come first',
    (_name, { columns: all }) => {
      const names = all.map(({ name }) => name);
      const isId = (name: string): boolean => ['ID', 'Activity ID', 'Claim ID', 'Subject ID', 'Earning ID'].includes(name);
      const firstId = names.findIndex(isId);
      expect(firstId < 0 ? [] : names.slice(firstId).filter((name) => !isId(name))).toEqual([]);
      expect(isId(names[0]!)).toBe(false);
    },
  );

  it.each(columns)('%s, %s: heading, choices, and values show whole', (table, name, { width, choices = [], format = '' }) => {
    const design = DESIGNS.find((other) => other.name === table)!;
    const lines = wrappedLines(name, width - EDGES - BUTTON, { bold: true });
    expect(lines).toBeLessThanOrEqual(design.beside === undefined ? headerLines(design.columns) : 1);
    const longest: Record<string, string> = {
      '#,##0.00': '9,999,999.99',
      'yyyy-mm-dd': '2026-12-31',
      'yyyy-mm': '2026-12',
      '0%': '100%',
      '0': '99,999',
    };
    for (const shown of [...choices, longest[format] ?? '']) expect([shown, textWidth(shown) + EDGES <= width]).toEqual([shown, true]);
  });

  it.each(columns.filter(([, name]) => name === 'Program'))(
    '%s, %s: shows the usual program whole, also in a font a tenth wider than Calibri, as those that stand in for it are',
    (_table, _name, { width }) => expect(1.1 * textWidth('Microsoft Commerce Incentives') + EDGES).toBeLessThan(width),
  );

  it.each(columns.filter(([, , { tones }]) => tones))('%s, %s: has colors for texts that it can have', (_table, _name, column) => {
    const texts = Object.values(column.tones!).flat();
    expect(new Set(texts).size).toBe(texts.length);
    if (column.choices) for (const text of texts) expect([...column.choices, 'Pending POE', 'Request more proof']).toContain(text);
    if (texts.includes('above 0')) expect(column.format).toBeDefined();
  });

  it('have colors that anyone can read', () => {
    for (const { font, fill } of Object.values(TONE_COLORS))
      for (const ground of fill === undefined ? [WHITE, BAND] : [fill]) expect(contrast(font, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(HINT_COLOR, WHITE)).toBeGreaterThanOrEqual(4.5);
    // by hand: black on white is (1 + 0.05) / (0 + 0.05)
    expect(contrast('#000000', '#FFFFFF')).toBe(21);
  });
});

describe('the place of a new sheet', () => {
  it('is before the first of ours that comes later, and otherwise at the end', () => {
    expect(positionOf('Co-op plan', ['Sheet1'])).toBe(1);
    expect(positionOf('Co-op funds', ['Sheet1', 'Co-op plan', 'Mine', 'Co-op lists'])).toBe(1);
    expect(positionOf('Co-op lists', ['Co-op plan', 'Mine'])).toBe(2);
    expect(positionOf('Co-op today', ['Co-op lists', 'Mine'])).toBe(0);
  });

  it('leaves sheets of other names at the end', () => {
    expect(positionOf('Summary C-1', ['Co-op plan', 'Co-op lists'])).toBe(2);
  });
});
