import { callsIn, referencesIn, type Reference } from '../../formulas/formula';
import { parseFormula } from '../../formulas/parse-formula';
import { OWN_NAMES } from './workings-names';

/** Whether an argument, without "=", means the same on every sheet and in every row, so that it can be worked out in one place. */
export function isSameEverywhere(text: string | null): boolean {
  if (text === null || text.trim() === '') return true;
  const formula = parseFormula(`=${text}`);
  return (
    formula.kind !== 'unreadable' &&
    referencesIn(formula).every(isFixed) &&
    !callsIn(formula).some(({ name, arguments: given }) => BY_PLACE.includes(name) || given.some((part) => part.kind === 'unreadable'))
  );
}

/** Functions whose result depends on the cell that they are in. */
const BY_PLACE: readonly string[] = ['ADDRESS', 'CELL', 'COLUMN', 'INDIRECT', 'OFFSET', 'ROW', 'SHEET'];

function isFixed(cells: Reference): boolean {
  switch (cells.kind) {
    case 'range':
      return cells.sheet !== undefined && /^\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?$/i.test(cells.address);
    case 'name':
      // a name of the workbook may stand for cells beside the formula
      return cells.name.startsWith(OWN_NAMES);
    case 'table':
      return cells.table !== null && cells.part !== 'this row';
  }
}
