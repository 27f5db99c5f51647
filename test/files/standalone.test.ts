import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ADDIN_ID } from '../../src/files/package/web-extensions';
import { standaloneCopy } from '../../src/files/standalone';
import { differences, partsOf, workbookFile, workbookOf } from '../support/xlsx-parts';

const OPTIONS = { day: '2026-12-01', version: '1.2.3' } as const;

describe.each(['funds-only', 'plan-and-claims', 'own-columns'] as const)('a standalone copy of %s', (name) => {
  const before = workbookFile(name);
  const copied = standaloneCopy(before, OPTIONS);

  it('has no formula that needs the add-in', async () => {
    const { bytes, cells, live, values } = await copied;
    const sheets = Object.entries(partsOf(bytes)).filter(([part]) => /worksheets\/sheet|tables\//.test(part));
    for (const [part, text] of sheets)
      expect(text.match(/<(f|calculatedColumnFormula)\b[^>]*>[^<]*COOP[._][^<]*/i)?.[0], part).toBeUndefined();
    expect(live + values).toBe(cells.length);
    expect(cells.length).toBeGreaterThan(200);
  });

  it('leaves all other parts as they are', async () => {
    const { bytes } = await copied;
    const { changed, gone, added } = differences(before, bytes);
    expect(gone).toEqual([]);
    expect(added.every((part) => /^xl\/worksheets\/sheet\d+\.xml$/.test(part))).toBe(true);
    const listed = /^(\[Content_Types\]\.xml|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml)$/;
    const was = partsOf(before);
    for (const part of changed.filter((each) => !listed.test(each))) expect(was[part], part).toMatch(/COOP[._]/i);
  });
});

describe('a copy of values', () => {
  it.each(['funds-only', 'plan-and-claims'] as const)('of %s has no formula in a cell and the same values', async (name) => {
    const before = partsOf(workbookFile(name));
    const { bytes, live, values } = await standaloneCopy(workbookFile(name), { ...OPTIONS, hasValuesOnly: true });
    const after = partsOf(bytes);
    const stored = (text: string): string[] => [...text.matchAll(/<v>([^<]*)<\/v>/g)].map(([, value]) => value!);
    const sheets = Object.keys(before).filter((part) => /worksheets\/sheet\d+\.xml$/.test(part));
    for (const part of sheets) {
      expect(after[part], part).not.toMatch(/<f[ >/]/);
      expect(stored(after[part]!), part).toEqual(stored(before[part]!));
    }
    expect(live).toBe(0);
    expect(values).toBeGreaterThan(200);
    const added = Object.keys(after).filter((part) => !(part in before));
    expect(added.map((part) => after[part]).join('')).toContain('This copy has values only');
  });

  it('fixes the date of the workbook, and says it', async () => {
    const main = partsOf(workbookOf(''))['xl/workbook.xml']!;
    const names = '<definedNames><definedName name="Coop_AsOf">Sheet1!$B$2</definedName></definedNames>';
    const cell = '<row r="2"><c r="B2"><f>TODAY()</f><v>45658</v></c></row>';
    const bytes = workbookOf(cell, { 'xl/workbook.xml': main.replace('</workbook>', `${names}</workbook>`) });
    const after = partsOf((await standaloneCopy(bytes, { ...OPTIONS, hasValuesOnly: true })).bytes);
    expect(after['xl/worksheets/sheet1.xml']).toContain('<c r="B2"><v>45658</v></c>');
    expect(after['xl/workbook.xml']).toContain('Sheet1!$B$2');
    expect(after['xl/worksheets/sheet2.xml']).toMatch(/As of<.*?Jan 1, 2025</);
  });
});

/** Cells as Excel stores them where the add-in is there, missing, or an old one. */
const STORED: readonly (readonly [stored: string, from: string])[] = [
  ['<c r="A1" cm="1"><f t="array" ref="A1">_xldudf_COOP_SPLIT(1500,&quot;co-op&quot;)</f><v>7</v></c>', '=COOP.SPLIT(1500,"co-op")'],
  ['<c r="A1" cm="1"><f t="array" ref="A1">_xldudf_coop_split(1)</f><v>7</v></c>', '=COOP.SPLIT(1)'],
  ['<c r="A1"><f>_xldudf_COOP_SPLIT(1)</f><v>7</v></c>', '=COOP.SPLIT(1)'],
  ['<c r="A1" t="e"><f aca="1" ca="1">COOP.SPLIT(1)</f><v>#NAME?</v></c>', '=COOP.SPLIT(1)'],
  ['<c r="A1"><f>[2]!_xldudf_COOP_SPLIT(1)</f><v>7</v></c>', '=COOP.SPLIT(1)'],
  ["<c r=\"A1\"><f>'C:\\add-ins\\it''s.xla'!_xldudf_COOP_SPLIT(1)</f><v>7</v></c>", '=COOP.SPLIT(1)'],
  ['<c r="A1"><f>_xlfn.SINGLE(_xldudf_COOP_SPLIT(1))</f><v>7</v></c>', '=SINGLE(COOP.SPLIT(1))'],
  ['<c r="A1"><f>1+[2]!_xldudf_COOP_SPLIT(_xldudf_COOP_EARN(1,&quot;x&quot;))</f><v>7</v></c>', '=1+COOP.SPLIT(COOP.EARN(1,"x"))'],
];

describe('a cell with one of our functions', () => {
  it.each(STORED)('%s needs the add-in no longer', async (stored, from) => {
    const { bytes, cells } = await standaloneCopy(workbookOf(`<row r="1">${stored}</row>`), OPTIONS);
    const sheet = partsOf(bytes)['xl/worksheets/sheet1.xml']!;
    expect(sheet).not.toMatch(/COOP[._]|cm="|aca="/i);
    expect(sheet).toContain(stored.includes('#NAME?') ? '<v>#NAME?</v>' : '<v>7</v>');
    expect(cells).toMatchObject([{ sheet: 'Sheet1', cell: 'A1', from }]);
    if (stored.includes('#NAME?') && cells[0]!.to === 'value') expect(cells[0]!.why).toContain('#NAME?');
  });

  it('shares a formula, or fills other cells', async () => {
    const { bytes, cells } = await standaloneCopy(
      workbookOf(
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">COOP.SPLIT(B1,$C$1)</f><v>1</v></c><c r="D1" cm="1" vm="1"><f t="array" ref="D1:E2">_xldudf_COOP_CALENDAR(B1)</f><v>45000</v></c><c r="E1" t="str" vm="2"><v>x</v></c></row>' +
          '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c><c r="D2" vm="3"><v>45001</v></c></row>',
      ),
      OPTIONS,
    );
    expect(cells.map(({ cell, from }) => `${cell} ${from}`)).toEqual([
      'A1 =COOP.SPLIT(B1,$C$1)',
      'D1 =COOP.CALENDAR(B1)',
      'E1 =COOP.CALENDAR(B1)',
      'A2 =COOP.SPLIT(B2,$C$1)',
      'D2 =COOP.CALENDAR(B1)',
    ]);
    expect(partsOf(bytes)['xl/worksheets/sheet1.xml']).not.toMatch(/vm=|cm=|t="shared"|COOP[._]/);
  });

  it('is in no name, format, validation, or table column either', async () => {
    const table = `<table displayName="T" ref="A1:A2"><tableColumns><tableColumn id="1" name="A"><calculatedColumnFormula>COOP.NONE(1)</calculatedColumnFormula></tableColumn></tableColumns></table>`;
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1"><f>MyDay+1</f><v>5</v></c><c r="B1"><f>Other*2</f><v>6</v></c></row></sheetData>' +
      '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>COOP.NONE(1)&gt;2</formula></cfRule></conditionalFormatting>' +
      '<dataValidations count="1"><dataValidation type="list" sqref="A1"><formula1>COOP.NONE(1)</formula1></dataValidation></dataValidations></worksheet>';
    const before = workbookOf('');
    const { bytes, cells, others } = await standaloneCopy(
      workbookOf('', {
        'xl/worksheets/sheet1.xml': sheet,
        'xl/tables/table1.xml': table,
        'xl/worksheets/_rels/sheet1.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="x/table" Target="../tables/table1.xml"/></Relationships>',
        'xl/workbook.xml': partsOf(before)['xl/workbook.xml']!.replace(
          '</workbook>',
          '<definedNames><definedName name="Other">3</definedName><definedName name="MyDay">Later</definedName><definedName name="Later">COOP.NONE(1)</definedName></definedNames></workbook>',
        ),
      }),
      OPTIONS,
    );
    expect(cells).toMatchObject([{ cell: 'A1', to: 'value', why: 'It uses the name myday, which needs the add-in.' }]);
    expect(others.map(({ where, to }) => `${where}: ${to}`)).toEqual([
      'Name MyDay: removed',
      'Name Later: removed',
      'Conditional format on Sheet1: removed',
      'Data validation on Sheet1: removed',
      'Column A of table T: removed',
    ]);
    for (const part of ['xl/worksheets/sheet1.xml', 'xl/tables/table1.xml', 'xl/workbook.xml'])
      expect(partsOf(bytes)[part], part).not.toMatch(/COOP[._]/);
  });
});

describe('a standalone copy', () => {
  it('keeps the values of a workbook that has rules of its own, as long as the copy is not given them', async () => {
    const split = '<row r="1"><c r="A1"><f>COOP.SPLIT(1500,&quot;co-op&quot;)</f><v>750</v></c></row>';
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const table = (name: string) => ({
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/table" Target="../tables/table1.xml"/></Relationships>`,
      'xl/tables/table1.xml': `<table id="1" name="${name}" displayName="${name}" ref="A5:A6"><tableColumns count="1"><tableColumn id="1" name="Rule"/></tableColumns></table>`,
    });
    const kept = await standaloneCopy(workbookOf(split, table('CoopRules')), OPTIONS);
    expect(kept).toMatchObject({ live: 0, values: 1, cells: [{ to: 'value', why: expect.stringContaining('CoopRules') }] });
    expect(await standaloneCopy(workbookOf(split, table('CoopPlan')), OPTIONS)).toMatchObject({ live: 1, values: 0 });
  });

  it('lists its new sheets with the others where nothing follows the list', async () => {
    const { bytes } = await standaloneCopy(workbookOf('<row r="1"><c r="A1"><f>COOP.NONE(1)</f><v>1</v></c></row>'), OPTIONS);
    expect(partsOf(bytes)['xl/workbook.xml']).toMatch(
      /<sheets><sheet name="Sheet1"[^>]*\/><sheet name="Read me"[^>]*\/><\/sheets><calcPr [^>]*\/><\/workbook>$/,
    );
  });

  it('of a workbook without COOP formulas is that workbook', async () => {
    const bytes = workbookOf('<row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>3</v></c></row>');
    expect(await standaloneCopy(bytes, OPTIONS)).toEqual({ bytes, cells: [], others: [], live: 0, values: 0, hasMacros: false });
  });
});

it('knows the add-in by its ID in the manifest', () => {
  const manifest = readFileSync(new URL('../../manifest.xml', import.meta.url), 'utf8');
  expect(/<Id>([^<]+)</.exec(manifest)![1]).toBe(ADDIN_ID);
});
