import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readReports } from '../../../src/reports/import/read-reports';
import { file, SAMPLE_TEXT, small, smallRow } from '../../support/report-files';
import { seekable } from '../../support/zips';

// Zips as other programs write them, where this machine has them; a test that is skipped is counted as such.

const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;
const dir = mkdtempSync(join(tmpdir(), 'zips-'));
afterAll(() => rmSync(dir, { recursive: true }));
writeFileSync(join(dir, 'a.csv'), SAMPLE_TEXT);
writeFileSync(join(dir, 'b.csv'), small(smallRow({ id: 'other' })));
writeFileSync(join(dir, 'read me.pdf'), '%PDF');

async function expectWhole(bytes: Uint8Array): Promise<void> {
  const given = await readReports([seekable('r.zip', bytes)]);
  expect(given).toMatchObject({ rows: 21, counted: 20, passedOver: ['r.zip/read me.pdf'] });
  expect(given.files.map(({ name }) => name)).toEqual(['r.zip/a.csv', 'r.zip/b.csv']);
  for (const cut of [1, 30, bytes.length >> 1])
    await expect(readReports([seekable('r.zip', bytes.slice(0, -cut))])).rejects.toThrow('The zip file "r.zip" is damaged');
}

describe.skipIf(!has('zip'))('a zip of Info-ZIP', () => {
  const FILES = ['a.csv', 'b.csv', 'read me.pdf'];
  it.each<[string, string[], string]>([
    ['packed', ['r1.zip'], ''],
    ['stored', ['-0', 'r2.zip'], ''],
    ['with numbers of eight bytes', ['-fz', 'r3.zip'], ''],
    ['with a comment', ['-z', 'r4.zip'], 'Partner Center, all of FY25\n'],
    ['with numbers of eight bytes and a comment', ['-fz', '-z', 'r5.zip'], 'FY25\n'],
    ['with sizes behind its files', ['-fd', 'r6.zip'], ''],
    ['with sizes of eight bytes behind its files', ['-fd', '-fz', 'r7.zip'], ''],
    ['without times and owners', ['-X', 'r8.zip'], ''],
  ])('%s is read whole', async (_, [...given], input) => {
    const path = join(dir, given.pop()!);
    execFileSync('zip', ['-q', ...given, path, ...FILES], { cwd: dir, input });
    await expectWhole(readFileSync(path));
  });
  it('written to a pipe is read whole', async () => {
    for (const further of [[], ['-fz'], ['-0']])
      await expectWhole(execFileSync('sh', ['-c', `zip -q ${further.join(' ')} - a.csv b.csv 'read me.pdf' | cat`], { cwd: dir }));
  });
  it.each<[string, string[]]>([
    ['packed', []],
    ['stored', ['-0']],
  ])('with a password is told as encrypted, %s, also next to a file without one', async (way, given) => {
    const path = `password-${way}.zip`;
    execFileSync('zip', ['-q', path, 'b.csv'], { cwd: dir });
    execFileSync('zip', ['-q', ...given, '-P', 'secret', path, 'a.csv'], { cwd: dir });
    const bytes = readFileSync(join(dir, path));
    for (const source of [seekable('p.zip', bytes), file('p.zip', bytes, 100)])
      await expect(readReports([source])).rejects.toThrow(
        '"a.csv" in "p.zip" is encrypted. Unpack the zip file with its password and choose its files.',
      );
  });
  it('names the zips and workbooks in it, with a password or not, and counts only its reports', async () => {
    execFileSync('zip', ['-q', 'more.zip', 'b.csv'], { cwd: dir });
    // a workbook is a zip with parts of its own
    mkdirSync(join(dir, 'xl'));
    writeFileSync(join(dir, 'xl', 'workbook.xml'), '<workbook/>');
    execFileSync('zip', ['-q', '-r', 'report2.xlsx', 'xl'], { cwd: dir });
    execFileSync('zip', ['-q', 'n.zip', 'a.csv', 'more.zip', 'report2.xlsx'], { cwd: dir });
    execFileSync('zip', ['-q', '-P', 'secret', 'n.zip', 'read me.pdf'], { cwd: dir });
    const bytes = readFileSync(join(dir, 'n.zip'));
    for (const source of [seekable('n.zip', bytes), file('n.zip', bytes, 100)])
      expect(await readReports([source])).toMatchObject({
        counted: 19,
        files: [{ name: 'n.zip/a.csv' }],
        passedOver: ['n.zip/more.zip', 'n.zip/report2.xlsx', 'n.zip/read me.pdf'],
      });
  });
  it('in parts is told as such', async () => {
    writeFileSync(join(dir, 'large.csv'), Buffer.from(Array.from({ length: 200_000 }, (_, n) => (n * n * 7919) % 251)));
    execFileSync('zip', ['-q', '-0', '-s', '64k', 's.zip', 'large.csv'], { cwd: dir });
    await expect(readReports([seekable('s.zip', readFileSync(join(dir, 's.z01')))])).rejects.toThrow(
      /^The zip file "s\.zip" is damaged or incomplete/,
    );
    await expect(readReports([seekable('s.zip', readFileSync(join(dir, 's.zip')))])).rejects.toThrow(/^"s\.zip" /);
  });
});

describe.skipIf(!has('python3'))('a zip of Python', () => {
  const made = (code: string): Uint8Array => {
    const script = `
import sys, io, zipfile
class Pipe(io.RawIOBase):
    def writable(self): return True
    def write(self, data): sys.stdout.buffer.write(data); return len(data)
def add(z):
    z.write('a.csv'); z.write('b.csv'); z.write('read me.pdf')
out = io.BytesIO()
${code}
sys.stdout.buffer.write(out.getvalue())`;
    return execFileSync('python3', ['-c', script], { cwd: dir, maxBuffer: 1e8 });
  };
  it.each<[string, string]>([
    ['packed', "with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z: add(z)"],
    ['stored', "with zipfile.ZipFile(out, 'w') as z: add(z)"],
    ['with sizes behind its files', "with zipfile.ZipFile(Pipe(), 'w', zipfile.ZIP_DEFLATED) as z: add(z)"],
    ['stored with sizes behind its files', "with zipfile.ZipFile(Pipe(), 'w') as z: add(z)"],
    ['with a comment', "with zipfile.ZipFile(out, 'w') as z: add(z); z.comment = b'PK\\5\\6' * 20"],
    [
      'added to later',
      "with zipfile.ZipFile(out, 'w') as z: z.write('a.csv'); z.comment = b'first'\nwith zipfile.ZipFile(out, 'a') as z: z.write('b.csv'); z.write('read me.pdf')",
    ],
    [
      'with numbers of eight bytes',
      "with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z:\n  for name in ('a.csv', 'b.csv', 'read me.pdf'):\n    with z.open(name, 'w', force_zip64=True) as f: f.write(open(name, 'rb').read())",
    ],
    [
      'with numbers and sizes of eight bytes behind its files',
      "with zipfile.ZipFile(Pipe(), 'w', zipfile.ZIP_DEFLATED) as z:\n  for name in ('a.csv', 'b.csv', 'read me.pdf'):\n    with z.open(name, 'w', force_zip64=True) as f: f.write(open(name, 'rb').read())",
    ],
  ])('%s is read whole', async (_, code) => expectWhole(made(code)));
  it('packed in a way of its own is told as such', async () =>
    expect(
      readReports([seekable('r.zip', made("with zipfile.ZipFile(out, 'w', zipfile.ZIP_LZMA) as z: z.write('a.csv')"))]),
    ).rejects.toThrow('"a.csv" in "r.zip" uses a compression'));
  it('of more files than two bytes count is read, its end having numbers of eight bytes', async () =>
    expect(
      (
        await readReports([
          seekable('r.zip', made("with zipfile.ZipFile(out, 'w') as z:\n  add(z)\n  for n in range(66000): z.writestr(f'{n}.bin', '')")),
        ])
      ).passedOver,
    ).toHaveLength(66_001));
});
