import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { partsOf, workbookFile, workbookOf } from '../support/xlsx-parts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'standalone-'));
const put = (name: string, content: string | Uint8Array): string => {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
};
const run = (...given: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/terminal/standalone.ts', ...given], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

describe('npm run standalone', () => {
  it('prints what became of each cell as JSON, and with --values leaves no formula', () => {
    const from = put('book.xlsx', workbookFile('funds-only'));
    const to = join(dir, 'values.xlsx');
    const { status, stdout, stderr } = run(from, to, '--values', '--json');
    expect([status, stderr]).toEqual([0, '']);
    const given = JSON.parse(stdout);
    expect(Object.keys(given)).toEqual(['cells', 'others', 'live', 'values']);
    expect(given.live).toBe(0);
    expect(given.values).toBe(given.cells.length);
    const sheets = Object.entries(partsOf(new Uint8Array(readFileSync(to)))).filter(([part]) => /worksheets\/sheet/.test(part));
    expect(sheets.filter(([, text]) => /<f[ >/]/.test(text)).map(([part]) => part)).toEqual([]);
  });

  it('says in one sentence what it refuses, and writes nothing', () => {
    const broken = put('broken.xlsx', 'no zip');
    const to = join(dir, 'none.xlsx');
    for (const given of [[broken, to], [join(dir, 'missing.xlsx'), to], [broken], [broken, broken]]) {
      const { status, stdout, stderr } = run(...given);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
    expect(existsSync(to)).toBe(false);
  });

  it('copies a workbook without our functions as it is', () => {
    const bytes = workbookOf('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>');
    const to = join(dir, 'same.xlsx');
    expect(run(put('plain.xlsx', bytes), to)).toMatchObject({ status: 0, stdout: expect.stringContaining('0 cells') });
    expect(partsOf(new Uint8Array(readFileSync(to)))).toEqual(partsOf(bytes));
  });
});
