import { describe, expect, it } from 'vitest';
import { strToU8, zipSync } from 'fflate';
import { readReports } from '../../../src/reports/import/read-reports';
import { file, small, smallRow } from '../../support/report-files';
import { joinedAll, seekable, zipOf, type Member, type Whole } from '../../support/zips';

const report = (from: number): string => small(...Array.from({ length: 10 }, (_, n) => smallRow({ id: `e${from + n}`, amount: '100.00' })));
const A: Member = { name: 'a.csv', text: report(0) };
const B: Member = { name: 'b.csv', text: report(10) };
const storedA: Member = { ...A, stored: true };
const read = (bytes: Uint8Array) => readReports([seekable('r.zip', bytes)]);
const DAMAGED = 'The zip file "r.zip" is damaged or incomplete. Download it again.';
const NO_BEGINNING = '"r.zip" ends like a zip file but doesn\'t start like one. Download it again, or unpack it and choose its reports.';

/** The zip with one text in it replaced by another of the same length. */
function changed(zip: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(zip).toString('latin1');
  expect(text).toContain(from);
  return new Uint8Array(Buffer.from(text.replace(from, to), 'latin1'));
}

describe('a zip', () => {
  it.each<[string, Member[], Whole]>([
    ['of two files', [A, B], {}],
    ['of stored files', [storedA, { ...B, stored: true }], {}],
    ['with a comment', [A, B], { comment: 'Partner Center' }],
    ['with a comment that speaks of an end', [A, B], { comment: 'PK\u0005\u0006 and more' }],
    ['with numbers of eight bytes', [A, storedA && { ...B, stored: true }], { zip64: true, comment: 'x' }],
    [
      'with sizes behind its files',
      [
        { ...A, descriptor: 'signed' },
        { ...B, descriptor: 'signed' },
      ],
      {},
    ],
    [
      'with sizes behind its files, unsigned',
      [
        { ...A, descriptor: 'bare' },
        { ...B, stored: true, descriptor: 'bare' },
      ],
      {},
    ],
    [
      'with sizes of eight bytes behind its files',
      [
        { ...A, descriptor: 'signed long' },
        { ...B, descriptor: 'bare long' },
      ],
      { zip64: true },
    ],
    [
      'of a stored text that looks like the records of a zip',
      [{ name: 'a.csv', text: `${report(0)}\nx,PK\u0007\u0008,PK\u0003\u0004,PK\u0001\u0002,,,,`, stored: true, descriptor: 'signed' }, B],
      {},
    ],
    [
      'with descriptors and old names its directory does not speak of',
      [{ ...A, descriptor: 'signed', change: { flags: 0 }, local: { flags: 0x808 } }, B],
      {},
    ],
    [
      'of folders',
      [
        { name: 'a\\', text: '', stored: true },
        { ...A, name: '2024/a.csv' },
        { ...B, name: '2024\\b.csv' },
      ],
      {},
    ],
  ])('%s is read whole', async (_, members, whole) => {
    for (const source of [seekable('r.zip', zipOf(members, whole)), file('r.zip', zipOf(members, whole), 100)]) {
      const given = await readReports([source]);
      expect(given).toMatchObject({ counted: 20, repeats: { rows: 0 }, passedOver: [] });
      expect(given.files.map(({ name }) => name)).toEqual(['r.zip/a.csv', 'r.zip/b.csv']);
    }
  });

  const zip = zipOf([A, B]);
  const second = Buffer.from(zip).indexOf('PK\u0003\u0004', 4, 'latin1');
  const directory = Buffer.from(zip).indexOf('PK\u0001\u0002', 0, 'latin1');
  it.each<[string, () => Uint8Array]>([
    ['a changed digit in a stored file', () => changed(zipOf([storedA]), '100.00', '900.00')],
    ['a changed name of a column, which is no missing column', () => changed(zipOf([storedA]), 'participantId', 'participantIe')],
    ["a checksum that is not the file's", () => zipOf([{ ...A, change: { crc: 1 } }])],
    ["a length that is not the file's", () => zipOf([{ ...A, change: { unpacked: A.text.length - 1 } }])],
    ['a length beyond what packed bytes can hold', () => zipOf([{ ...A, change: { unpacked: 2 ** 31 } }])],
    ['a length of nearly nothing', () => zipOf([{ ...A, change: { unpacked: 1 } }])],
    ['a cut before its second file', () => zip.slice(0, second)],
    ['a cut within the header of its second file', () => zip.slice(0, second + 10)],
    ['a cut before its directory', () => zip.slice(0, directory)],
    ['a cut within its directory', () => zip.slice(0, directory + 20)],
    ['a cut of its last byte', () => zip.slice(0, -1)],
    ['only its beginning', () => zip.slice(0, 4)],
    ['a first file said to hold the second, too', () => zipOf([{ ...A, change: { packed: directory - 35 } }, B], { end: { members: 1 } })],
    ['a directory without the first file', () => zipOf([A, B], { end: { members: 1, from: directory + 51, size: 51 } })],
    ['a directory without the second file', () => zipOf([A, B], { end: { members: 1, size: 51 } })],
    ['fewer files than its directory lists', () => zipOf([A, B], { end: { members: 1 } })],
    ['more files than its directory lists', () => zipOf([A, B], { end: { members: 3 } })],
    ['two entries for one file', () => zipOf([A, { ...A, change: { from: 0 } }])],
    ['bytes between file and directory', () => zipOf([A, B], { gap: 'x' })],
    ['bytes between descriptor and directory', () => zipOf([{ ...A, descriptor: 'bare' }], { gap: 'x' })],
    ['bytes behind its end', () => joinedAll([zip, strToU8('\0')])],
    ['a file behind its end', () => joinedAll([zip, zip.slice(0, second)])],
    ['another zip behind its end', () => joinedAll([zip, zip])],
    ['a name that differs', () => zipOf([{ ...A, local: { name: 'b.csv' } }])],
    ['a way of packing that differs', () => zipOf([{ ...A, local: { method: 0 } }])],
    ['an encryption that differs', () => zipOf([{ ...A, local: { flags: 1 } }])],
    ['a length that differs', () => zipOf([{ ...A, local: { unpacked: 7 } }])],
    ['a packed length that differs', () => zipOf([{ ...A, local: { packed: 7 } }])],
    ['a checksum that differs', () => zipOf([{ ...A, local: { crc: 7 } }])],
    ['no length where nothing is behind its file', () => zipOf([{ ...A, local: { unpacked: 0 } }])],
    ['a longer name in its directory', () => zipOf([{ ...A, local: { name: 'a.csv.csv' } }])],
    ['a file that has no header', () => zip.map((byte, index) => (index === second + 3 ? 5 : byte))],
    ['another checksum behind its file', () => zipOf([{ ...A, descriptor: 'signed', behind: { crc: 7 } }])],
    ['another length behind its file', () => zipOf([{ ...A, descriptor: 'signed', behind: { unpacked: 7 } }])],
    ['another packed length behind its file', () => zipOf([{ ...A, descriptor: 'bare long', behind: { packed: 7 } }])],
    [
      'another length behind a file that is no report',
      () => zipOf([A, { ...B, name: 'b.pdf', descriptor: 'signed', behind: { unpacked: 7 } }]),
    ],
    ['a stored file packed longer than it is', () => zipOf([{ ...storedA, change: { unpacked: 7 } }])],
    ['a file that begins beyond the end', () => zipOf([A, { ...B, change: { from: 10 ** 9 } }])],
    ['numbers beyond all files', () => zipOf([{ ...A, change: { packed: 2 ** 60 } }], { zip64: true })],
    ['a directory beyond the end', () => zipOf([A], { zip64: true, end: { from: 2 ** 50 } })],
    ['other sizes behind its file', () => changed(zipOf([{ ...A, descriptor: 'signed' }]), 'PK\u0007\u0008', 'PK\u0007\u0009')],
    ['no sizes behind its file', () => zipOf([{ ...A, change: { flags: 8 } }])],
    ['sizes behind its file that its header does not speak of', () => zipOf([{ ...A, descriptor: 'signed', local: { flags: 0 } }])],
    ["another zip's file in place of its own", () => changed(zipOf([storedA, B]), 'e3,1234567', 'e3,7654321')],
  ])('with %s is damaged', async (_, make) => {
    const bytes = make();
    await expect(read(bytes)).rejects.toThrow(DAMAGED);
    await expect(readReports([file('r.zip', bytes, 100)])).rejects.toThrow(DAMAGED);
  });

  it.each<[string, () => Uint8Array, string | RegExp]>([
    [
      'is encrypted',
      () => zipOf([{ ...A, change: { flags: 1 } }]),
      '"a.csv" in "r.zip" is encrypted. Unpack the zip file with its password and choose its files.',
    ],
    [
      'is encrypted and stored',
      () => zipOf([{ ...storedA, change: { flags: 1 } }]),
      '"a.csv" in "r.zip" is encrypted. Unpack the zip file with its password and choose its files.',
    ],
    [
      'is encrypted with sizes behind its file',
      () => zipOf([{ ...A, descriptor: 'signed', change: { flags: 9 } }]),
      '"a.csv" in "r.zip" is encrypted. Unpack the zip file with its password and choose its files.',
    ],
    [
      'is encrypted in the newer way',
      () => zipOf([{ ...A, change: { flags: 1, method: 99 } }]),
      '"a.csv" in "r.zip" is encrypted. Unpack the zip file with its password and choose its files.',
    ],
    [
      'is packed in another way',
      () => zipOf([{ ...A, change: { method: 12 } }]),
      '"a.csv" in "r.zip" uses a compression that can\'t be read here. Unpack the zip file and choose its files.',
    ],
    [
      'is in parts',
      () => zipOf([A], { end: { disk: 2, from: 0 } }),
      '"r.zip" is one part of a multipart zip file. Combine the parts, unpack them, and choose the reports.',
    ],
    ['holds nothing', () => zipOf([]), /^The zip file "r\.zip" has no CSV or TSV file\.$/],
    [
      'holds another zip',
      () => zipOf([{ name: 'in/b.zip', text: 'PK' }]),
      'The zip file "r.zip" has no CSV or TSV file, only "b.zip". Unpack what is packed in it and choose its reports.',
    ],
    [
      'holds workbooks and more',
      () => zipOf(['b.xlsx', 'c.pdf', 'd.XLS', 'e.doc', '.DS_Store', 'f.png'].map((name) => ({ name, text: 'x' }))),
      'The zip file "r.zip" has no CSV or TSV file, only "b.xlsx", "c.pdf", "d.XLS", and 2 other files. ' +
        "Bring in a workbook's table from within Excel, or save the sheet as CSV.",
    ],
    [
      'is a workbook',
      () => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') }),
      '"r.zip" is an Excel workbook. Bring in its table from within Excel, or save the sheet as CSV.',
    ],
    [
      'lists too many files',
      () => zipOf([A], { zip64: true, end: { members: 1_000_000 } }),
      'The zip file "r.zip" has too many files. Unpack it and choose its reports.',
    ],
    [
      'hides what would move a cursor',
      () => zipOf([{ ...A, name: 'a\u001B[31m\u202Eb.csv', change: { flags: 1 } }]),
      '"a [31m b.csv" in "r.zip" is encrypted. Unpack the zip file with its password and choose its files.',
    ],
  ])('that %s is told as that', async (_, make, sentence) => expect(read(make())).rejects.toThrow(sentence));

  it.each<[string, Member[]]>([
    ['stored', [storedA]],
    ['packed', [A]],
  ])('that does not begin as one is no text, %s', async (_, members) => {
    for (let bit = 0; bit < 32; bit++) {
      const bytes = zipOf(members);
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      await expect(read(bytes)).rejects.toThrow(NO_BEGINNING);
    }
  });
  it.each<[string, (zip: Uint8Array) => Uint8Array]>([
    ['without its first bytes', (zip) => zip.slice(35)],
    ['behind a program that unpacks it', (zip) => joinedAll([strToU8('MZ\0'), zip])],
    ['below lines above the header', (zip) => joinedAll([strToU8('Q'), zip.slice(1)])],
  ])('is none of its rows, %s', async (_, make) => {
    for (const comment of ['', 'x'.repeat(65_535)]) {
      const bytes = make(
        zipOf(
          [
            { ...storedA, text: `Earnings\n\n${A.text}\n` },
            { ...B, stored: true },
          ],
          { comment },
        ),
      );
      await expect(read(bytes)).rejects.toThrow(NO_BEGINNING);
      for (const piece of [7, 1000, 100_000])
        await expect(readReports([file('r.zip', bytes, piece)])).rejects.toThrow(
          /^"r\.zip" (ends like a zip file|is damaged or isn't text)/,
        );
    }
  });
  it('without beginning and end is no text, as its bytes are none', async () => {
    const bytes = zipOf([storedA]);
    bytes[0] = 0x51;
    await expect(read(bytes.slice(0, 700))).rejects.toThrow(
      '"r.zip" is damaged or isn\'t text: it has bytes above its rows that no report has. Download it again.',
    );
  });
});

describe('files of a zip that are no reports', () => {
  it('are named, those of the system aside', async () => {
    const others = ['report2.xlsx', 'more.zip', 'in/notes.pdf', '.hidden.csv', '__MACOSX/._a.csv', '.DS_Store', 'in/', 'Thumbs.db'].map(
      (name) => ({ name, text: '%', stored: true }),
    );
    expect(await read(zipOf([A, ...others, B]))).toMatchObject({
      counted: 20,
      passedOver: ['r.zip/report2.xlsx', 'r.zip/more.zip', 'r.zip/in/notes.pdf', 'r.zip/.hidden.csv'],
    });
  });
  it('are not read, however long they are', async () => {
    const slices: number[] = [];
    const zip = zipOf([{ name: 'x.bin', text: 'x'.repeat(20_000_000), stored: true }, A]);
    expect(await readReports([seekable('r.zip', zip, slices)])).toMatchObject({ counted: 10, passedOver: ['r.zip/x.bin'] });
    expect(slices.reduce((sum, length) => sum + length, 0)).toBeLessThan(1_000_000);
  });
  it('may be very many', async () => {
    const members = Array.from({ length: 30_000 }, (_, n) => ({ name: `${n}.bin`, text: '', stored: true }));
    expect(
      (
        await read(
          zipSync({ ...Object.fromEntries(members.map(({ name }) => [name, new Uint8Array()])), 'a.csv': strToU8(A.text) }, { level: 0 }),
        )
      ).passedOver,
    ).toHaveLength(30_000);
  });
});

describe('reading a zip', () => {
  const large = zipOf([{ name: 'a.csv', text: `${A.text}\n${'x,,,,,,,\n'.repeat(5_000_000)}` }]);
  it('stops when asked, also within what a small zip unpacks to', async () => {
    const stop = new AbortController();
    const reading = readReports([seekable('r.zip', large)], { signal: stop.signal });
    setTimeout(() => stop.abort(new Error('Stopped.')));
    await expect(reading).rejects.toThrow('Stopped.');
  });
  it('tells how far it is, never back and to the end', async () => {
    const told: number[] = [];
    const zip = zipOf([{ name: 'x.bin', text: 'x'.repeat(3_000_000), stored: true }, A, B]);
    let clock = 0;
    await readReports([seekable('r.zip', zip), file('b.csv', B.text)], {
      onProgress: ({ bytes }) => told.push(bytes),
      now: () => (clock += 1000),
    });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(zip.length + B.text.length);
    expect(told.length).toBeGreaterThan(4);
  });
  it('of which the bytes can no longer be had says that', async () => {
    const gone = { ...seekable('r.zip', zipOf([A])), slice: async () => Promise.reject(new Error('NotReadableError')) };
    await expect(readReports([gone])).rejects.toThrow(
      '"r.zip" can\'t be read. Check that it\'s still there and not open in another program.',
    );
  });
  it('that comes through a pipe without end is not held without end', async () => {
    const piece = new Uint8Array(2 ** 20);
    let pieces = 0;
    const pipe = {
      name: 'r.zip',
      async *pieces() {
        yield zipOf([A]);
        for (; ; pieces++) yield piece;
      },
    };
    await expect(readReports([pipe])).rejects.toThrow('The zip file "r.zip" is too large to read from a pipe. Save it as a file first.');
    expect(pieces).toBeLessThan(300);
  });
  it('that has become shorter meanwhile is refused', async () => {
    const whole = zipOf([A, B]);
    await expect(readReports([{ ...seekable('r.zip', whole.slice(0, -30)), size: whole.length }])).rejects.toThrow(DAMAGED);
  });
});
