import { describe, expect, it } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import { check } from '../../src/functions/check';
import { standaloneCopy } from '../../src/files/standalone';
import { ask, playHost } from '../support/custom-functions';
import { isErrorCode } from '../cases/case';
import { isFullLaw } from '../support/laws';
import { convert, LIBRE_OFFICE_MS, needLibreOffice } from '../support/libre-office';
import { inputs } from '../support/plain-inputs';
import type { InputCell } from '../support/plain-workbook';
import { seeded } from '../support/seeded';
import { partsOf, workbookOf } from '../support/xlsx-parts';

const COLUMNS = ['Activity', 'Start', 'End', 'Cost', 'Earned', 'Remaining', 'Half', 'Attendees', 'Program'] as const;
const ROW = COLUMNS.map((name) => `Plan[[#This Row],[${name}]]`);
/** All arguments in cells; and without what the fund has, which can't be checked then. */
const FORMULAS = [`COOP.CHECK(${ROW.join(',')})`, `COOP.CHECK(${ROW.map((arg, n) => (n === 4 || n === 5 ? '' : arg)).join(',')})`];
const SEED = isFullLaw ? Date.now() % 2 ** 31 : 20_250_310;

const letter = (column: number): string => String.fromCharCode(65 + column);
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function cell(column: number, row: number, value: InputCell): string {
  if (value === null) return '';
  const address = `${letter(column)}${row}`;
  if (typeof value === 'number') return `<c r="${address}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${address}" t="b"><v>${value ? 1 : 0}</v></c>`;
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/** A workbook with the table Plan over these rows, and a column for each formula. */
function planWith(rows: readonly (readonly InputCell[])[]): Uint8Array {
  const header = [...COLUMNS, 'All', 'Rules'];
  const row = (inputs: readonly InputCell[], n: number): string => {
    const formulas = FORMULAS.map(
      (text, k) => `<c r="${letter(COLUMNS.length + k)}${n}" t="str"><f>${text}</f><v>Blocked: first.\nNote: second.</v></c>`,
    );
    return `<row r="${n}">${inputs.map((value, column) => cell(column, n, value)).join('')}${formulas.join('')}</row>`;
  };
  const ref = `A1:${letter(header.length - 1)}${rows.length + 1}`;
  const columns = header.map((name, n) => `<tableColumn id="${n + 1}" name="${name}"/>`).join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const data = `<row r="1">${header.map((name, column) => cell(column, 1, name)).join('')}</row>${rows.map((each, n) => row(each, n + 2)).join('')}`;
  const plain = partsOf(workbookOf(data));
  return workbookOf(data, {
    '[Content_Types].xml': plain['[Content_Types].xml']!.replace(
      '</Types>',
      '<Override PartName="/xl/tables/table1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/></Types>',
    ),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}" xmlns:r="${office}"><sheetData>${data}</sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/table" Target="../tables/table1.xml"/></Relationships>`,
    'xl/tables/table1.xml': `<table xmlns="${main}" id="1" name="Plan" displayName="Plan" ref="${ref}"><autoFilter ref="${ref}"/><tableColumns count="${header.length}">${columns}</tableColumns></table>`,
  });
}

function generated(count: number): InputCell[][] {
  const random = seeded(SEED);
  const pools = inputs(random);
  const { pick } = pools;
  const soon = (start: InputCell): InputCell => (typeof start === 'number' ? Math.floor(start) + pick([0, 5, 40, 200, -3]) : pools.day());
  return Array.from({ length: count }, () => {
    const start = random() < 0.8 ? 45_000 + Math.floor(random() * 900) : pools.day();
    const amount = (): InputCell => (random() < 0.8 ? Math.floor(random() * 3_000_000) / 100 : pools.amount());
    return [
      pools.activity(),
      start,
      pick([null, soon(start), soon(start)]),
      pick([null, amount(), amount(), amount()]),
      pick([amount(), amount(), 5000, 10_000, 1500, null]),
      pick([amount(), amount(), null]),
      pick([null, null, null, pools.half()]),
      pick([null, null, 2, 3, 5, pools.count()]),
      pick([null, null, pools.program()]),
    ];
  });
}

/** The first line of what the function gives, without the names it suggests; or its error. */
function expected(row: readonly InputCell[], formula: number): string {
  try {
    const args = row.map((value, n) => (formula === 1 && (n === 4 || n === 5) ? null : (value ?? 0)));
    return String(ask(check, ...args))
      .split('\n')[0]!
      .replace(/ Did you mean .*/, '');
  } catch (thrown) {
    const { code } = thrown as { code?: string };
    if (code === undefined) throw thrown;
    return code;
  }
}

describe('COOP.CHECK in a standalone copy', () => {
  const rows = generated(isFullLaw ? 1500 : 40);

  it(
    `gives its first finding in LibreOffice (seed ${SEED})`,
    async ({ skip }) => {
      needLibreOffice(skip);
      playHost('1.5');
      const { bytes, cells } = await standaloneCopy(planWith(rows), { day: '2026-12-01', version: '1.2.3' });
      expect(cells.filter(({ to }) => to === 'value')).toEqual([]);
      const { sheets } = await readXlsx(convert(bytes, 'xlsx'));
      const shown = sheets.find(({ name }) => name === 'Sheet1')!.rows;
      const wanted = rows.map((row) => FORMULAS.map((_, formula) => expected(row, formula)));
      const differing = rows.flatMap((row, n) =>
        wanted[n]!.flatMap((wants, formula) => {
          const is = shown[n + 1]?.[COLUMNS.length + formula];
          return is === wants || (isErrorCode(is) && isErrorCode(wants)) ? [] : [{ row, wants, is }];
        }),
      );
      expect(differing).toEqual([]);
      const kinds = new Set(wanted.flat().map((text) => text.replace(/["$].*|[\d,.]+/g, '').slice(0, 40)));
      expect(kinds.size).toBeGreaterThan(8);
    },
    LIBRE_OFFICE_MS,
  );

  it('says on Read me what its other lines were', async () => {
    const { cells } = await standaloneCopy(planWith(rows.slice(0, 1)), { day: '2026-12-01', version: '1.2.3' });
    expect(cells[0]).toMatchObject({
      to: 'formula',
      why: expect.stringContaining('When copied: Blocked: first. | Note: second.') as string,
    });
  });
});
