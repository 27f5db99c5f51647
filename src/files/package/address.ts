/** The number of a column from the address of a cell in it: 1 for "A5". */
export function columnNumber(address: string): number {
  let number = 0;
  for (let index = 0; index < address.length; index++) {
    const letter = address.charCodeAt(index) & ~0x20;
    if (letter < 0x41 || letter > 0x5a) break;
    number = number * 26 + letter - 0x40;
  }
  return number;
}

/** The letters of a column. */
export function columnText(column: number): string {
  let text = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) text = String.fromCharCode(0x41 + ((rest - 1) % 26)) + text;
  return text;
}

/** A rectangle of cells, its corners included. */
export interface Box {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** The rectangle of an address such as "A1:B2" or "A1"; null if it isn't one. */
export function boxOf(address: string): Box | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(address.trim());
  if (!found) return null;
  const [, left, top, right = left, bottom = top] = found;
  return { top: Number(top), left: columnNumber(left!), bottom: Number(bottom), right: columnNumber(right!) };
}

export const isInside = ({ top, left, bottom, right }: Box, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;
