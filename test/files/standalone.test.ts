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

describe('a standalone copy', () => {
  it('of a workbook without COOP formulas is that workbook', async () => {
    const bytes = workbookOf('<row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>3</v></c></row>');
    expect(await standaloneCopy(bytes, OPTIONS)).toEqual({ bytes, cells: [], live: 0, values: 0, hasMacros: false });
  });
});

it('knows the add-in by its ID in the manifest', () => {
  const manifest = readFileSync(new URL('../../manifest.xml', import.meta.url), 'utf8');
  expect(/<Id>([^<]+)</.exec(manifest)![1]).toBe(ADDIN_ID);
});
