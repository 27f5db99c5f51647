import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { planningFile, type MadeCell } from '../support/planning-files';
import { differences, workbookFile } from '../support/xlsx-parts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'merge-'));
const path = (name: string): string => join(dir, name);
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(path(name), content);
  return path(name);
};
const run = (command: 'merge' | 'standalone', ...given: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', `src/terminal/${command}.ts`, ...given], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};
const plan = (...rows: MadeCell[][]): Uint8Array =>
  planningFile([{ name: 'CoopPlan', header: ['ID', 'Title', 'Start', 'Accountable', 'Budget'], rows }]);

describe('npm run merge', () => {
  it('gives one JSON object, writes mine with what only the copy changed, and says by its exit code if there is a conflict', () => {
    const base = put('base.xlsx', plan(['A-1', 'Booth', { day: '2025-03-01' }, 'Ann', 100], ['A-2', 'Mailing', null, 'Bo', 50]));
    const mine = put('mine.xlsx', plan(['A-1', 'Booth', { day: '2025-03-01' }, 'Ann', 120], ['A-2', 'Mailing', null, 'Bo', 50]));
    const theirs = put('theirs.xlsx', plan(['A-1', 'Booth', '2025-04-02', 'Ann', 130], ['A-2', 'Mailing', null, 'Cy', '50.0']));
    const { status, stdout, stderr } = run('merge', mine, theirs, '--base', base, '--out', path('merged.xlsx'), '--json');
    expect([status, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toEqual({
      base: 'given',
      send: null,
      changes: [
        { table: 'CoopPlan', id: 'A-1', column: 'Budget', base: 100, mine: 120, theirs: 130, result: 120, kind: 'conflict' },
        {
          table: 'CoopPlan',
          id: 'A-1',
          column: 'Start',
          base: '2025-03-01',
          mine: '2025-03-01',
          theirs: '2025-04-02',
          result: '2025-04-02',
          kind: 'theirs',
        },
        { table: 'CoopPlan', id: 'A-2', column: 'Accountable', base: 'Bo', mine: 'Bo', theirs: 'Cy', result: 'Cy', kind: 'theirs' },
      ],
      refused: [],
    });
    expect(differences(readFileSync(mine), readFileSync(path('merged.xlsx')))).toEqual({
      changed: ['xl/worksheets/sheet1.xml'],
      gone: [],
      added: [],
    });
    expect(run('merge', path('merged.xlsx'), mine, '--base', mine).status).toBe(0);
  });

  it('knows a standalone copy by the number it was sent with', () => {
    const mine = put('sent.xlsx', workbookFile('plan-and-claims'));
    expect(run('standalone', mine, path('copy.xlsx'), '--send', '12', '--to', 'Bo').status).toBe(0);
    const { status, stdout } = run('merge', mine, path('copy.xlsx'), '--json');
    expect([status, JSON.parse(stdout)]).toEqual([0, { base: 'carried', send: 12, changes: [], refused: [] }]);
  });

  it('refuses what it cannot read with one sentence and exit code 2', () => {
    const mine = put('good.xlsx', plan(['A-1', 'Booth', null, 'Ann', 100]));
    const broken = put('broken.xlsx', readFileSync(mine).subarray(0, 300));
    for (const given of [
      [mine, broken],
      [broken, mine],
      [mine, path('missing.xlsx')],
      [mine],
      [mine, mine, '--base', put('text.xlsx', 'not a workbook')],
    ]) {
      const { status, stdout, stderr } = run('merge', ...given);
      expect([given.length, status, stdout, stderr.split('\n').length]).toEqual([given.length, 2, '', 2]);
    }
  });
});
