import { columnText } from './address';
import type { CellLook } from './styles';
import { escapeXml } from './xml';

/** A cell of a new sheet; a formula is without "=". */
export type NewCell = null | string | number | boolean | { value: number | string; look: CellLook } | { formula: string; look?: CellLook };

/** A sheet to add, as rows from A1 on. */
export interface NewSheet {
  name: string;
  rows: readonly (readonly NewCell[])[];
  /** Widths of its columns in characters. */
  widths: readonly number[];
  isHidden?: boolean;
}

/** The text of a sheet's part. Texts are inline and never formulas. */
export function sheetText({ rows, widths }: NewSheet, styleOf: (look: CellLook) => number): string {
  const columns = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('');
  const body = rows.map((cells, index) => rowText(cells, index + 1, styleOf)).join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${columns ? `<cols>${columns}</cols>` : ''}<sheetData>${body}</sheetData></worksheet>`;
}

function rowText(cells: readonly NewCell[], row: number, styleOf: (look: CellLook) => number): string {
  const written = cells.map((cell, index) => cellText(cell, `${columnText(index + 1)}${row}`, styleOf)).join('');
  return written && `<row r="${row}">${written}</row>`;
}

function cellText(cell: NewCell, address: string, styleOf: (look: CellLook) => number): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return valueText(cell, address, '');
  const style = cell.look && cell.look !== 'plain' ? ` s="${styleOf(cell.look)}"` : '';
  return 'formula' in cell ? `<c r="${address}"${style}><f>${escapeXml(cell.formula)}</f></c>` : valueText(cell.value, address, style);
}

function valueText(value: string | number | boolean, address: string, style: string): string {
  if (typeof value === 'number') return `<c r="${address}"${style}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${address}"${style} t="b"><v>${value ? 1 : 0}</v></c>`;
  return `<c r="${address}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value.slice(0, MAX_TEXT))}</t></is></c>`;
}

/** The longest text of a cell. */
const MAX_TEXT = 32_767;
