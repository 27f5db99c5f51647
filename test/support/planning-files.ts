import { strToU8, zipSync } from 'fflate';
import { serialOf, type Day } from '../../src/domain/calendar/day';
import { columnText } from '../../src/files/package/address';
import { escapeXml } from '../../src/files/package/xml';

/** A cell of a made file: a day is written as its serial, a formula with the value that it has. */
export type MadeCell = string | number | boolean | null | { day: Day } | { formula: string; value: string | number };

/** A table of a made file. */
export interface MadeTable {
  name: string;
  header: readonly string[];
  /** Excel's IDs of the columns; numbered in order without them. */
  columnIds?: readonly number[];
  rows: readonly (readonly MadeCell[])[];
  totals?: readonly MadeCell[];
}

/** The shape of a file: as Excel writes it, or without tables, as Google Sheets does. */
export type FileShape = 'excel' | 'google';

const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** Where the header of a made table is. */
const HEADER_ROW = 4;

/** A workbook file with a sheet for each table, and sheets of plain rows. */
export function planningFile(
  tables: readonly MadeTable[],
  shape: FileShape = 'excel',
  others: Readonly<Record<string, readonly (readonly MadeCell[])[]>> = {},
): Uint8Array {
  const parts: Record<string, string> = {};
  const types: string[] = [];
  const sheets: string[] = [];
  const links: string[] = [];
  const addSheet = (name: string, rows: string, after = '', related = ''): void => {
    const n = sheets.length + 1;
    parts[`xl/worksheets/sheet${n}.xml`] = `<worksheet ${MAIN} xmlns:r="${OFFICE}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
    if (related) parts[`xl/worksheets/_rels/sheet${n}.xml.rels`] = relationships(related);
    types.push(`<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPES}.worksheet+xml"/>`);
    sheets.push(`<sheet name="${escapeXml(name)}" sheetId="${n}" r:id="rId${n}"/>`);
    links.push(`<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`);
  };
  tables.forEach(({ name, header, columnIds, rows, totals }, index) => {
    const n = index + 1;
    const all = [['Made for a test'], [], [], [...header], ...rows, ...(totals ? [totals] : [])];
    const ref = `A${HEADER_ROW}:${columnText(header.length)}${HEADER_ROW + Math.max(1, rows.length)}`;
    if (shape === 'google') return addSheet(`Sheet of ${name}`, rowsText(all));
    const whole = totals ? ref.replace(/\d+$/, (bottom) => String(Number(bottom) + 1)) : ref;
    const columns = header
      .map((column, place) => `<tableColumn id="${columnIds?.[place] ?? place + 1}" name="${escapeXml(column)}"/>`)
      .join('');
    parts[`xl/tables/table${n}.xml`] =
      `<table ${MAIN} id="${n}" name="${name}" displayName="${name}" ref="${whole}"${totals ? ' totalsRowCount="1"' : ''}><autoFilter ref="${ref}"/><tableColumns count="${header.length}">${columns}</tableColumns></table>`;
    types.push(`<Override PartName="/xl/tables/table${n}.xml" ContentType="${TYPES}.table+xml"/>`);
    addSheet(
      `Sheet of ${name}`,
      rowsText(all),
      '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
      `<Relationship Id="rId1" Type="${OFFICE}/table" Target="../tables/table${n}.xml"/>`,
    );
  });
  for (const [name, rows] of Object.entries(others)) addSheet(name, rowsText(rows));
  parts['xl/workbook.xml'] = `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`;
  parts['xl/_rels/workbook.xml.rels'] = relationships(links.join(''));
  parts['_rels/.rels'] = relationships(`<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>`);
  parts['[Content_Types].xml'] =
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>${types.join('')}</Types>`;
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { level: 1 });
}

const relationships = (inside: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;

const rowsText = (rows: readonly (readonly MadeCell[])[]): string =>
  rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell, place) => cellText(cell, `${columnText(place + 1)}${row + 1}`)).join('')}</row>`,
    )
    .join('');

function cellText(cell: MadeCell, address: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'boolean') return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
  if ('day' in cell) return `<c r="${address}"><v>${serialOf(cell.day)}</v></c>`;
  const value = typeof cell.value === 'number' ? `<v>${cell.value}</v>` : `<v>${escapeXml(cell.value)}</v>`;
  return `<c r="${address}"${typeof cell.value === 'string' ? ' t="str"' : ''}><f>${escapeXml(cell.formula)}</f>${value}</c>`;
}
