import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { convert, LIBRE_OFFICE_MS, needLibreOffice } from '../support/libre-office';
import { startFixture } from './fixture/start';

const TEXT = '[Content_Types].xml';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const KEPT = {
  'customXml/item1.xml': '<note xmlns="urn:someone">kept</note>',
  'xl/comments1.xml':
    '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Ann</author></authors><commentList><comment ref="A1" authorId="0"><text><t>Look here</t></text></comment></commentList></comments>',
  'xl/printerSettings/printerSettings1.bin': 'printer',
  'xl/webextensions/taskpanes.xml': '<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11"/>',
};

/** A file as Excel makes it, with what the workbench knows nothing of. */
async function strangeFile(): Promise<Uint8Array> {
  const cells = new Map([
    [
      '0,0',
      {
        value: 'Amount',
        style: { font: { name: 'Georgia', size: 14, underline: true as const }, border: { bottom: { style: 'double' as const } } },
      },
    ],
    [
      '2,0',
      {
        value: 7,
        type: 'formula' as const,
        formula: '_xldudf_OTHER_ADDIN(A2)',
        formulaResult: 7,
        formulaType: 'array' as const,
        formulaDynamic: true,
        formulaRef: 'A3',
      },
    ],
  ]);
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'My sheet',
        rows: [[null], [5], [null]],
        cells,
        conditionalRules: [
          { type: 'cellIs', operator: 'greaterThan', formula: '3', priority: 1, range: 'A2:A9', style: { font: { bold: true } } },
        ],
        headerFooter: { oddFooter: '&LPrivate' },
        merges: [{ startRow: 4, startCol: 0, endRow: 4, endCol: 2 }],
      },
      { name: 'Other', rows: [['x']] },
    ],
  });
  const parts = unzipSync(new Uint8Array(bytes));
  const edit = (part: string, change: (text: string) => string): void =>
    void (parts[part] = strToU8(change(parts[part] ? strFromU8(parts[part]) : '')));
  for (const [part, text] of Object.entries(KEPT)) parts[part] = strToU8(text);
  edit(TEXT, (text) =>
    text.replace(
      '</Types>',
      '<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/><Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/><Override PartName="/xl/webextensions/taskpanes.xml" ContentType="application/vnd.ms-office.webextensiontaskpanes+xml"/></Types>',
    ),
  );
  edit('_rels/.rels', (text) =>
    text.replace(
      '</Relationships>',
      '<Relationship Id="rId90" Type="http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes" Target="xl/webextensions/taskpanes.xml"/></Relationships>',
    ),
  );
  edit('xl/_rels/workbook.xml.rels', (text) =>
    text.replace('</Relationships>', `<Relationship Id="rId90" Type="${RELS}/customXml" Target="../customXml/item1.xml"/></Relationships>`),
  );
  edit(
    'xl/worksheets/_rels/sheet1.xml.rels',
    () =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELS}/comments" Target="../comments1.xml"/><Relationship Id="rId2" Type="${RELS}/printerSettings" Target="../printerSettings/printerSettings1.bin"/></Relationships>`,
  );
  edit('xl/worksheets/sheet1.xml', (text) =>
    text.replace('<headerFooter', '<pageSetup orientation="landscape" r:id="rId2"/><headerFooter'),
  );
  edit('xl/workbook.xml', (text) =>
    text.replace(
      '<calcPr',
      '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">\'My sheet\'!$1:$1</definedName></definedNames><calcPr',
    ),
  );
  return zipSync(parts);
}

describe('what the workbench does not understand of a file', () => {
  it('is given back on saving, also when sheets were renamed and added', async () => {
    const workbench = await startFixture({ file: await strangeFile() });
    const { sheets } = workbench.workbook;
    sheets.rename(sheets.all[0]!, 'Renamed');
    sheets.add('New');
    await workbench.set('Renamed!A2', 6);
    const saved = await workbench.save();
    workbench.dispose();
    const parts = unzipSync(saved);
    const text = (part: string): string => strFromU8(parts[part]!);
    for (const [part, content] of Object.entries(KEPT)) expect([part, parts[part] && text(part)]).toEqual([part, content]);
    expect(text(TEXT)).toMatch(/comments1\.xml"[^>]*comments\+xml/);
    expect(text('_rels/.rels')).toMatch(/webextensiontaskpanes" Target="\/xl\/webextensions\/taskpanes\.xml"/);
    const sheet = text('xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(
      /<mergeCells[^>]*>.*<conditionalFormatting.*dxfId="0".*<pageSetup[^>]*r:id="rIdKept\d+"\/>.*<headerFooter>.*&amp;LPrivate/s,
    );
    expect(sheet).toMatch(/cm="1"[^>]*><f t="array" ref="A3">_xldudf_OTHER_ADDIN\(A2\)<\/f>/);
    expect(text('xl/styles.xml')).toMatch(/<dxfs count="1">.*<b\/>/s);
    expect(text('xl/workbook.xml')).toMatch(/<definedName name="_xlnm\.Print_Titles" localSheetId="0">/);
    const { sheets: read } = await readXlsx(saved, { readStyles: true });
    expect(read.map(({ name }) => name)).toEqual(['Renamed', 'Other', 'New']);
    expect(read[0]!.cells!.get('0,0')!.style).toMatchObject({
      font: { name: 'Georgia', size: 14, underline: true },
      border: { bottom: { style: 'double' } },
    });
    expect(read[0]!.rows[1]![0]).toBe(6);
  });

  it('goes with a sheet that is deleted', async () => {
    const workbench = await startFixture({ file: await strangeFile() });
    workbench.workbook.sheets.remove(workbench.workbook.sheets.all[0]!);
    const parts = unzipSync(await workbench.save());
    workbench.dispose();
    expect(Object.keys(parts)).not.toContain('xl/comments1.xml');
    expect(strFromU8(parts['xl/workbook.xml']!)).not.toContain('Print_Titles');
  });
});

// Files that Excel made are not in the project: COOP_REFERENCE_FILES names a folder that has some.
const folder = process.env['COOP_REFERENCE_FILES'];
const files =
  folder && existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.xlsx') && !name.startsWith('protected')) : [];

describe.skipIf(files.length === 0)('a file that Excel made', () => {
  it.each(files)('%s opens, and is saved with all its parts and values', async (name) => {
    const bytes = new Uint8Array(readFileSync(join(folder!, name)));
    const workbench = await startFixture({ file: bytes });
    const saved = await workbench.save();
    workbench.dispose();
    const [before, after] = [Object.keys(unzipSync(bytes)), Object.keys(unzipSync(saved))];
    const written = /calcChain|sharedStrings|\/tables\/|\.rels$|worksheets\/sheet|metadata|docProps\/app|theme/;
    expect(before.filter((part) => !part.endsWith('/') && !written.test(part) && !after.includes(part))).toEqual([]);
    const values = async (file: Uint8Array) =>
      (await readXlsx(file)).sheets.map(({ name: sheet, rows }) => [
        sheet,
        rows.flat().filter((value) => typeof value === 'string' && value !== '' && !value.startsWith('#')).length,
      ]);
    expect((await values(saved)).map(([sheet]) => sheet)).toEqual((await values(bytes)).map(([sheet]) => sheet));
  });

  it.for(files)('%s, saved, opens in LibreOffice', { timeout: LIBRE_OFFICE_MS }, async (name, { skip }) => {
    needLibreOffice(skip);
    const workbench = await startFixture({ file: new Uint8Array(readFileSync(join(folder!, name))) });
    const saved = await workbench.save();
    workbench.dispose();
    expect(convert(saved, 'csv').length).toBeGreaterThan(0);
  });
});
