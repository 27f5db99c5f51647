import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { univerForNode } from '../../src/workbench/grid/engine/univer-node';
import { cellOfCsv } from '../../src/workbench/node/report-sheet';
import { plainCell, plainNumber, tsv } from '../../src/workbench/node/plain-text';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface Outcome {
  code: number | null;
  out: string;
  said: string;
}

/** Runs what `npm run calc` runs. */
function calc(args: string[], input: string | null = ''): Promise<Outcome> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/workbench/calc.ts', ...args], { cwd: ROOT });
  const outcome: Outcome = { code: null, out: '', said: '' };
  child.stdout.on('data', (chunk) => (outcome.out += String(chunk)));
  child.stderr.on('data', (chunk) => (outcome.said += String(chunk)));
  if (input !== null) child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...outcome, code })));
}

describe('calc', () => {
  let folder: string;
  let report: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'coop-calc-'));
    report = join(folder, 'report.csv');
    writeFileSync(
      report,
      '\uFEFFearningId,participantId,earningType,earningAmountUSD,earningDate,claimId\n' +
        'a,1234567,Rebate,60.10,2024-10-31T00:00:00.000Z,006815016255\nb,1234567,Coop,40.20,2024-10-31T00:00:00.000Z,"1,5"\n',
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('prints a block for each formula, the built functions among them: days in ISO form and errors as errors', async () => {
    const { code, out } = await calc([
      '=1+1',
      '=0.1+0.2',
      '={1,"a";TRUE,#N/A}',
      '=1/0',
      '=DATE(2025,8,15)',
      '="x"&CHAR(10)&"y"',
      '=CHOOSE({1,2},"a","x"&CHAR(10)&"y")',
      '=12345678901234',
      '=NOSUCH(1)',
      '=COOP.SPLIT(1500)',
      '=COOP.DEADLINE("FY24 H1")',
      '=COOP.PERIOD("31.12.2024")',
      '=COOP.DEADLINE("FY24 H1")-COOP.DEADLINE("FY24 H1")',
    ]);
    expect(out.split('\n\n')).toEqual([
      '2',
      '0.3',
      '1\ta\nTRUE\t#N/A',
      '#DIV/0!',
      '2025-08-15',
      'x\ny',
      'a\t"x\ny"',
      '12345678901234',
      '#NAME?',
      '900\t600',
      '2024-08-15',
      '#VALUE!',
      '0\n',
    ]);
    expect(code).toBe(0);
  }, 240_000);

  it('knows a report as sheet, table and name, its IDs with their leading zeros (F8), and takes formulas from standard input', async () => {
    const { code, out } = await calc(
      ['--data', report],
      '=SUM(Earnings[earningAmountUSD])\r\n\n=ROWS(Report)\n=INDEX(Earnings[claimId],1)\n=Earnings!E2\n=COUNT(Earnings[participantId])\n',
    );
    expect(out).toBe('100.3\n\n3\n\n006815016255\n\n2024-10-31T00:00:00.000Z\n\n2\n');
    expect(code).toBe(0);
  }, 240_000);

  it.each([
    ['no formula', [], 'Give at least one formula'],
    ['a formula without =', ['COOP.SPLIT(1)'], 'A formula begins with ='],
    ['nothing but =', ['='], 'A formula begins with ='],
    ['an unknown flag', ['--date', 'x', '=1'], 'Unknown option'],
    ['--data without a file', ['=1', '--data'], '--data'],
    ['a report that is not there', ['--data', 'nowhere.csv', '=1'], "nowhere.csv can't be read"],
  ])('%s: one sentence, exit 2', async (_case, args, sentence) => {
    const { code, out, said } = await calc(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).toContain(sentence);
  });

  it.each<[string, string[], string]>([
    [
      'a picture, among others',
      ['=IMAGE("https://example.com/a.png")', '=1+1'],
      "One of the 2 formulas can't be calculated without Excel: ",
    ],
    ['thousands of terms', [`=1${'+1'.repeat(3999)}`], `=1${'+1'.repeat(39)}… can't be calculated without Excel: `],
    [
      'a function of itself, among others',
      ['=1', '=LAMBDA(x,x(x))(LAMBDA(x,x(x)))'],
      "One of the 2 formulas can't be calculated without Excel: ",
    ],
  ])(
    'says in one sentence that the grid has no answer to %s',
    async (_case, formulas, sentence) => {
      const { code, out, said } = await calc([], formulas.join('\n'));
      expect([code, out]).toEqual([1, '']);
      expect(said.trim().split('\n')).toHaveLength(1);
      expect(said.startsWith(sentence)).toBe(true);
    },
    240_000,
  );

  it('explains itself', async () => {
    const { code, out } = await calc(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('--data report.csv');
  });

  it.each([
    [0.1 + 0.2, '0.3'],
    [1e20, '100000000000000000000'],
    [1e-7, '0.0000001'],
    [-1.5e-10, '-0.00000000015'],
    [9999.99, '9999.99'],
    [0, '0'],
  ])('%d is printed as %s', (number, text) => {
    expect(plainNumber(number)).toBe(text);
  });

  it('prints days by what they are, whatever their format', () => {
    const { numfmt } = univerForNode().core;
    expect(plainCell(45884, 'dd.mm.yyyy', numfmt)).toBe('2025-08-15');
    expect(plainCell(45884.5, 'yyyy/mm/dd hh:mm', numfmt)).toBe('2025-08-15 12:00:00');
    expect(plainCell(0.0375, '0.00%', numfmt)).toBe('0.0375');
  });

  it('quotes only what would break a row of several cells', () => {
    expect(tsv([['a\tb']])).toBe('a\tb');
    expect(tsv([['a\tb', 'c "d"', '"e"']])).toBe('"a\tb"\tc "d"\t"""e"""');
  });

  it.each([
    ['1234567', 1234567],
    ['-30.5', -30.5],
    ['0', 0],
    ['006815016255', "'006815016255"],
    ['2024-10-31', "'2024-10-31"],
    ['', ''],
    ['1e5', "'1e5"],
    ['12345678901234567890', "'12345678901234567890"],
    ['2.25%', "'2.25%"],
    ['=1+1', "'=1+1"],
  ])('the CSV cell %j becomes %j', (text, cell) => {
    expect(cellOfCsv(text)).toBe(cell);
  });
});
