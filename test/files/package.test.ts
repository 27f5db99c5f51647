import { describe, expect, it } from 'vitest';
import { standaloneCopy } from '../../src/files/standalone';
import { partsOf, workbookOf } from '../support/xlsx-parts';
import { joinedAll, zipOf, type Member, type Whole } from '../support/zips';

const OPTIONS = { day: '2026-12-01', version: '1.2.3' } as const;
const refusalOf = (bytes: Uint8Array): Promise<string> =>
  standaloneCopy(bytes, OPTIONS).then(String, (thrown: Error) => `${thrown.name}: ${thrown.message}`);

/** The parts of a small workbook as entries of a zip made by hand. */
const members = (change: (list: Member[]) => Member[], whole?: Whole): Uint8Array =>
  zipOf(
    change(
      Object.entries(partsOf(workbookOf('<row r="1"><c r="A1"><f>_xldudf_COOP_SPLIT(1)</f><v>1</v></c></row>'))).map(([name, text]) => ({
        name,
        text,
      })),
    ),
    whole,
  );
const withSheet = (text: string): Uint8Array => workbookOf('', { 'xl/worksheets/sheet1.xml': text });
const compound = (stream: string): Uint8Array =>
  joinedAll([
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    Uint8Array.from([...stream].flatMap((letter) => [letter.charCodeAt(0), 0])),
  ]);

describe("a file that is no workbook, or one that isn't safe to open", () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), "The file isn't an Excel workbook (.xlsx or .xlsm)."],
    ['text', new TextEncoder().encode('a,b\n1,2'), "The file isn't an Excel workbook (.xlsx or .xlsm)."],
    ['a zip of something else', zipOf([{ name: 'a.csv', text: 'a' }]), "The file isn't an Excel workbook"],
    ['an encrypted workbook', compound('EncryptedPackage'), 'The file is encrypted, by a password or a sensitivity label.'],
    ['an old workbook', compound('Workbook'), 'The file is in the old format of Excel (.xls).'],
    ['half a workbook', workbookOf('').slice(0, 700), 'The file is damaged or incomplete.'],
    [
      'a name that leads out',
      members((list) => [...list, { name: '../../evil', text: '' }]),
      'A part of this file has a name that leads out of the file.',
    ],
    [
      'an absolute name',
      members((list) => [...list, { name: '/xl/a.xml', text: '' }]),
      'A part of this file has a name that leads out of the file.',
    ],
    [
      'a name with a drive',
      members((list) => [...list, { name: 'c:a.xml', text: '' }]),
      'A part of this file has a name that leads out of the file.',
    ],
    [
      'two parts of a name',
      members((list) => [...list, { name: 'XL/workbook.xml', text: '' }]),
      'Two parts of this file have the same name.',
    ],
    [
      'a part that says it is huge',
      members((list) => [...list, { name: 'xl/big.xml', text: 'a', change: { unpacked: 2 ** 30 } }]),
      'The file unpacks to far more than a workbook has.',
    ],
    [
      'a part that packs too well',
      members((list) => [...list, { name: 'xl/big.xml', text: ' '.repeat(2 ** 22) }]),
      'The file unpacks to far more than a workbook has.',
    ],
    [
      'more parts than any file has',
      members((list) => list, { zip64: true, end: { members: 1_000_000 } }),
      'The file unpacks to far more than a workbook has.',
    ],
    ['a part of a multipart zip', members((list) => list, { end: { disk: 2, from: 0 } }), 'The file is damaged or incomplete.'],
    [
      'a wrong checksum',
      members((list) => list.map((member) => (member.name.endsWith('sheet1.xml') ? { ...member, change: { crc: 1 } } : member))),
      'The file is damaged or incomplete.',
    ],
    ['an encrypted part', members((list) => list.map((member) => ({ ...member, change: { flags: 1 } }))), 'The file is encrypted.'],
    ['a signed workbook', workbookOf('', { '_xmlsignatures/sig1.xml': '<a/>' }), 'The workbook is digitally signed'],
    [
      'entities',
      withSheet('<!DOCTYPE x [<!ENTITY a "COOP.X">]><worksheet><sheetData/></worksheet>'),
      '"xl/worksheets/sheet1.xml" in this file declares a document type',
    ],
    [
      'entities further down',
      withSheet(`<worksheet>${' '.repeat(5000)}<!DOCTYPE x [<!ENTITY a "COOP.X">]></worksheet>`),
      'A part of this file declares entities',
    ],
    ['a part that breaks off', withSheet('<worksheet><sheetData><row><c><f>COOP.SPLIT(1)</f>'), "A part of this file isn't complete."],
    [
      'another encoding',
      workbookOf('', { 'xl/worksheets/sheet1.xml': Uint8Array.of(0xff, 0xfe, 0x3c, 0) }),
      "A part of this file isn't in UTF-8",
    ],
    [
      'a strict workbook',
      workbookOf('', { 'xl/workbook.xml': '<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheets/></workbook>' }),
      'The file is a Strict Open XML workbook.',
    ],
  ])('refuses %s with one sentence', async (_what, bytes, sentence) => {
    const refusal = await refusalOf(bytes);
    expect(refusal).toContain(`Problem: ${sentence}`);
    expect(refusal).not.toContain('\n');
  });

  it('takes a formula of 8,192 characters that is nested 64 deep', async () => {
    const nested = `${'IF(TRUE,'.repeat(63)}COOP.SPLIT(1)${')'.repeat(63)}`;
    const long = `${nested}+LEN(&quot;${'x'.repeat(8192 - nested.length - 8)}&quot;)`;
    const { cells } = await standaloneCopy(workbookOf(`<row r="1"><c r="A1"><f>${long}</f><v>7</v></c></row>`), OPTIONS);
    expect(cells).toHaveLength(1);
  });

  it('keeps the value where the formula around ours would be nested too deep', async () => {
    const nested = (depth: number): string => `${'IF(TRUE,'.repeat(depth)}COOP.SPLIT(A9,&quot;co-op&quot;)${')'.repeat(depth)}`;
    const { cells } = await standaloneCopy(
      workbookOf(`<row r="1"><c r="A1"><f>${nested(63)}</f><v>7</v></c><c r="B1"><f>${nested(40)}</f><v>7</v></c></row>`),
      OPTIONS,
    );
    expect(cells.map(({ to, why }) => [to, /functions in one another; Excel takes 64\.$/.test(why)])).toEqual([
      ['value', true],
      ['formula', false],
    ]);
  });
});
