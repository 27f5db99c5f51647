/** Splits an address such as `'My sheet'!B7` into sheet and cell. */
export function splitAddress(address: string): { sheet: string; cell: string } {
  const mark = address.lastIndexOf('!');
  return { sheet: address.slice(0, mark).replace(/^'|'$/g, '').replace(/''/g, "'"), cell: address.slice(mark + 1) };
}

/** The address of a cell by its row and column, counted from 0. */
export function cellAddress(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return `${letters}${row + 1}`;
}
