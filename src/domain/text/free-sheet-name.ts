/** The name for a new sheet: the one wanted, or the first with a number that no sheet has. Excel ignores case. */
export function freeSheetName(wanted: string, sheets: readonly string[]): string {
  const taken = new Set(sheets.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted} ${n}`;
  return name;
}
