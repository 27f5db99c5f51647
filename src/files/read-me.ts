import { formatDay, type Day } from '../domain/calendar/day';
import { boxOf } from './package/address';
import type { NewCell, NewSheet } from './package/new-sheet';
import type { CopiedCell, CopiedFormula } from './copied-cell';

/** What the sheet says about a copy. */
export interface ReadMe {
  name: string;
  day: Day;
  version: string;
  rulesOf: Day;
  /** The day of the workbook's figures; null if it isn't known. */
  asOf: Day | null;
  hasValuesOnly?: boolean;
  cells: readonly CopiedCell[];
  others: readonly CopiedFormula[];
}

/** The sheet "Read me" of a copy. */
export function readMe({ name, day, version, rulesOf, asOf, hasValuesOnly, cells, others }: ReadMe): NewSheet {
  const live = cells.filter(({ to }) => to === 'formula').length;
  const rows: NewCell[][] = [
    [heading('Copy of a co-op workbook')],
    [
      hasValuesOnly
        ? 'This copy has values only: every formula in a cell became the value that was saved, and nothing changes anymore.'
        : 'This copy needs no add-in. Formulas of Co-op Planner for Excel became formulas of Excel or values; nothing else was changed.',
    ],
    [],
    ['Copied on', formatDay(day)],
    ['As of', asOf === null ? 'Not known' : formatDay(asOf)],
    ['Made with', `Co-op Planner ${version}, rules of ${formatDay(rulesOf)}`],
    ['Cells that calculate', live],
    ['Cells with fixed values', cells.length - live],
    [],
    ['Sheet', 'Cells', hasValuesOnly ? 'Formula' : 'Formula of the add-in', 'In this copy', 'Why'].map(heading),
    ...grouped(cells).map(({ sheet, cells: address, from, to, why }) => [
      sheet,
      address,
      from,
      to === 'formula' ? 'Formula' : 'Value',
      why,
    ]),
    ...others.map(({ where, from, to, why }) => [where, null, from, to === 'formula' ? 'Formula' : 'Removed', why]),
  ];
  return { name, rows, widths: [24, 18, 48, 14, 80] };
}

const heading = (value: string): NewCell => ({ value, look: 'heading' });

/** Cells under one another that became the same for the same reason, in one line. */
function grouped(cells: readonly CopiedCell[]): { sheet: string; cells: string; from: string; to: CopiedCell['to']; why: string }[] {
  const lines: { sheet: string; first: string; last: string; count: number; from: string; to: CopiedCell['to']; why: string }[] = [];
  const open = new Map<string, (typeof lines)[number]>();
  for (const { sheet, cell, from, to, why } of cells) {
    const { left, top } = boxOf(cell)!;
    const key = JSON.stringify([sheet, left, to, why, /COOP\.\w+/.exec(from)?.[0]]);
    const line = open.get(key);
    if (line && boxOf(line.last)!.top === top - 1) {
      line.last = cell;
      line.count++;
    } else {
      const begun = { sheet, first: cell, last: cell, count: 1, from, to, why };
      lines.push(begun);
      open.set(key, begun);
    }
  }
  return lines.map(({ sheet, first, last, count, from, to, why }) => ({
    sheet,
    cells: count === 1 ? first : `${first}:${last}`,
    from: count === 1 ? from : `${from} and ${(count - 1).toLocaleString('en-US')} more`,
    to,
    why,
  }));
}
