/** Splits an address such as `'My sheet'!B7` into sheet and cell. */
export function splitAddress(address: string): { sheet: string; cell: string } {
  const mark = address.lastIndexOf('!');
  return { sheet: address.slice(0, mark).replace(/^'|'$/g, '').replace(/''/g, "'"), cell: address.slice(mark + 1) };
}
