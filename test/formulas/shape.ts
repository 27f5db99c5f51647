import type { Formula, Reference } from '../../src/formulas/formula';

/** A formula as a short text, with brackets where the parser put them: to compare at a glance. */
export function shape(formula: Formula): string {
  switch (formula.kind) {
    case 'value':
      return JSON.stringify(formula.value);
    case 'error':
      return formula.code;
    case 'omitted':
      return '_';
    case 'cells':
      return shapeOfCells(formula.cells);
    case 'call':
      return `${formula.name}(${formula.arguments.map(shape).join('; ')})`;
    case 'array':
      return `{${formula.rows.map((row) => row.map(shape).join(' ')).join('; ')}}`;
    case 'unary':
      return `(${formula.operator} ${shape(formula.operand)})`;
    case 'binary':
      return `(${shape(formula.left)} ${formula.operator} ${shape(formula.right)})`;
    case 'unreadable':
      return `?${formula.why}`;
  }
}

function shapeOfCells(cells: Reference): string {
  switch (cells.kind) {
    case 'range':
      return `<${cells.sheet === undefined ? '' : `${cells.sheet}|`}${cells.address}${cells.spill ? ' spilled' : ''}>`;
    case 'name':
      return `<name ${cells.name}>`;
    case 'table':
      return `<table ${[cells.table ?? 'here', cells.part, ...cells.columns].join('|')}>`;
  }
}
