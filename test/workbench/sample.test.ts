import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../src/build/catalogue';
import { RESULT_COLUMN, sampleWorkbook } from '../../src/workbench/sample';

const catalogue = readCatalogue('src/functions');
const csv = readFileSync('assets/sample-earnings.csv', 'utf8');
const { snapshot, report, examples } = sampleWorkbook(csv, catalogue);
const cellsOf = (sheet: string) =>
  snapshot.sheets[sheet]!.cellData as Record<number, Record<number, { v?: unknown; f?: string; t?: number }>>;

describe('sampleWorkbook', () => {
  it('shows every example of every function', () => {
    expect(examples.map(({ formula }) => formula).sort()).toEqual(
      catalogue.flatMap((entry) => entry.examples.map(({ formula }) => formula)).sort(),
    );
  });

  it('leaves every result the room it spills into', () => {
    const cells = cellsOf('examples');
    const taken = new Set(
      Object.entries(cells).flatMap(([row, line]) =>
        Object.entries(line).flatMap(([column, cell]) => ('v' in cell || 'f' in cell ? [`${row},${column}`] : [])),
      ),
    );
    for (const { formula, gives, row } of examples) {
      const spill = gives.flatMap((line, r) => line.map((_, c) => `${row + r},${RESULT_COLUMN + c}`));
      const inTheWay = spill.slice(1).filter((place) => taken.has(place));
      expect(inTheWay, formula).toEqual([]);
      for (const place of spill) taken.add(place);
    }
  });

  it('keeps the report as Partner Center wrote it: IDs as text, amounts as numbers', () => {
    const lines = csv.trim().split(/\r?\n/);
    expect(report).toEqual({ rows: lines.length, columns: lines[0]!.split(',').length });
    const [head, first] = [cellsOf('earnings')[0]!, cellsOf('earnings')[1]!];
    const valueOf = (name: string) => first[Number(Object.keys(head).find((column) => head[Number(column)]!.v === name))]!.v;
    expect([valueOf('participantId'), valueOf('earningAmountUSD'), valueOf('earningRate'), valueOf('earningDate')]).toEqual([
      '1234567',
      5400,
      0.0225,
      '2024-10-31T00:00:00.000Z',
    ]);
  });

  it('F8 payment IDs are text with their leading zeros, and co-op gets no further than Upcoming', () => {
    const [header = [], ...lines] = csv
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','));
    const columnOf = (name: string) => header.indexOf(name);
    const [payment, status, type] = [columnOf('paymentId'), columnOf('paymentStatus'), columnOf('earningType')];
    const cells = cellsOf('earnings');
    const paid = lines.flatMap((line, index) => (line[payment] ? [cells[index + 1]![payment]!.v] : []));
    expect(paid).toContain('006815016255');
    expect(new Set(paid)).toEqual(new Set(lines.map((line) => line[payment]).filter(Boolean)));
    const coop = lines.flatMap((line, index) => (line[type] === 'Coop' ? [cells[index + 1]![status]!.v] : []));
    expect(new Set(coop)).toEqual(new Set(['Unprocessed', 'Upcoming']));
  });
});
