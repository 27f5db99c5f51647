import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import '../../support/custom-functions';
import { readReports } from '../../../src/reports/import/read-reports';
import { csv, file, SMALL_HEADER, smallRow, small } from '../../support/report-files';

const rows = (count: number): string[][] => Array.from({ length: count }, (_, n) => smallRow({ id: `e${n}`, amount: `${n}.25` }));
const dollars = ({ months }: Awaited<ReturnType<typeof readReports>>): number => months.reduce((all, { micros }) => all + micros, 0) / 1e6;
const quotedCell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe('a report packed with gzip', () => {
  const packed = new Uint8Array(gzipSync(small(...rows(40))));
  it.each([1, 7, 1000, 100_000])('is read in pieces of %d bytes', async (piece) => {
    const given = await readReports([file('a.csv.gz', packed, piece)]);
    expect(given).toMatchObject({ counted: 40, files: [{ name: 'a.csv.gz' }] });
    expect(dollars(given)).toBe(790);
  });

  it('is read in several parts, as when files are appended', async () => {
    const lines = small(...rows(400)).split('\n');
    const parts = [lines.slice(0, 100), lines.slice(100, 101), lines.slice(101)].map((part) => gzipSync(`${part.join('\n')}\n`));
    for (const piece of [5, 4096])
      expect(await readReports([file('a.gz', new Uint8Array(Buffer.concat(parts)), piece)])).toMatchObject({ counted: 400 });
  });

  it('is read within a zip', async () =>
    expect(await readReports([file('a.zip', zipSync({ 'earnings.csv.gz': packed }))])).toMatchObject({
      counted: 40,
      files: [{ name: 'a.zip/earnings.csv.gz' }],
    }));

  const DAMAGED = '"a.gz" is damaged or incomplete. Download it again.';
  it('is refused if cut anywhere behind its head', async () => {
    for (let length = 20; length < packed.length; length++)
      await expect(readReports([file('a.gz', packed.subarray(0, length))])).rejects.toThrow(DAMAGED);
  });

  it('is refused if a digit or its sum is changed', async () => {
    const stored = new Uint8Array(gzipSync(small(...rows(40)), { level: 0 }));
    const digit = stored.lastIndexOf('2'.charCodeAt(0));
    for (const position of [digit, stored.length - 8, stored.length - 1]) {
      const changed = stored.slice();
      changed[position]! ^= 1;
      await expect(readReports([file('a.gz', changed)])).rejects.toThrow(DAMAGED);
    }
  });
});

describe('lines quoted as a whole', () => {
  const lines = [SMALL_HEADER, smallRow({ id: 'e1' }), smallRow({ id: 'e2', lever: 'Core, "new" business' })].map((row) => csv([row]));
  it.each<[string, string[]]>([
    ['all', lines.map(quotedCell)],
    ['those with quotation marks', [lines[0]!, lines[1]!, quotedCell(lines[2]!)]],
    [
      'those with every cell quoted, too',
      lines.map((line) => quotedCell(line.startsWith('earningId') ? line.replace(/[^,]+/g, '"$&"') : line)),
    ],
  ])('%s are read', async (_, text) => {
    const given = await readReports([file('a.csv', text.join('\n'))]);
    expect(given).toMatchObject({ counted: 2, complete: true });
    expect(given.months.map(({ lever }) => lever)).toContain('Core, "new" business');
  });

  it('are set aside if their own quotation marks have no match', async () =>
    expect(await readReports([file('a.csv', [...lines.slice(0, 2), quotedCell(`"e2,1234567`)].join('\n'))])).toMatchObject({
      counted: 1,
      quarantined: [{ line: 3, reason: "A quotation mark in this line has no match, so its cells can't be identified." }],
    }));

  it('with other separators behind them are refused with what is odd', () =>
    expect(readReports([file('a.csv', lines.map((line) => `${quotedCell(line)};;`).join('\n'))])).rejects.toThrow(
      '"a.csv" has each row in one cell, so its columns can\'t be identified',
    ));
});

describe('spaces between separators and quotation marks', () => {
  const spaced = (all: readonly string[][], delimiter = ','): string =>
    all.map((row) => row.map(quotedCell).join(`${delimiter} `)).join('\n');
  const all = [SMALL_HEADER, smallRow({ id: 'e1' }), smallRow({ id: 'e2', lever: 'Core, "new", "old"\nbusiness' })];
  it.each([',', ';', '\t', '|'])('with %j and quoted headers are no part of the cells', async (delimiter) => {
    for (const piece of [3, 10_000]) {
      const given = await readReports([file('a.csv', spaced(all, delimiter), piece)]);
      expect(given).toMatchObject({ counted: 2, complete: true, flagged: [{ what: 'lever' }] });
      expect(dollars(given)).toBe(200);
    }
  });

  it('stay where quotation marks are part of a name', async () => {
    const text = `${SMALL_HEADER.join(',')}\n${smallRow().join(',')} 5" Screens\n${smallRow({ id: 'e2' }).join(',')}, "quoted"\n`;
    expect(await readReports([file('a.csv', text)])).toMatchObject({ counted: 1, quarantined: [{ line: 3 }] });
  });
});
