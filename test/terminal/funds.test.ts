import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { SAMPLE_BYTES, small, smallRow } from '../support/report-files';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'funds-'));
const put = (name: string, content: string | Uint8Array): string => {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
};
const run = (...given: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/terminal/funds.ts', ...given], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};
const SAMPLE = join(root, 'assets/sample-earnings.csv');

describe('npm run funds', () => {
  it('gives one JSON object for scripts', () => {
    const { status, stdout, stderr } = run(SAMPLE, put('again.zip', zipSync({ 'again.csv': SAMPLE_BYTES })), '--json');
    expect([status, stderr]).toEqual([0, '']);
    const given = JSON.parse(stdout);
    expect(Object.keys(given)).toEqual(['rows', 'counted', 'repeats', 'quarantined', 'flagged', 'passedOver', 'funds']);
    expect(given).toMatchObject({ rows: 40, counted: 19, repeats: { rows: 21 }, quarantined: [], flagged: [] });
    expect(given.funds[1]).toEqual({
      partnerId: '1234567',
      program: 'Microsoft Commerce Incentives',
      half: 'FY25 H1',
      rebate: 15_675,
      coop: 10_020,
      threshold: 10_000,
      usable: 10_020,
      converted: 0,
      claimDeadline: '2025-08-15',
    });
    expect(given.funds.map(({ coop }: { coop: number }) => coop)).toEqual([0, 10_020, 9999.99, 650]);
  });
  it('says to a person what was read, what was not, and which funds there are', () => {
    const path = put(
      'broken.csv',
      small(smallRow(), smallRow(), smallRow({ id: 'e2', amount: '\u001B[2Jx' }), smallRow({ id: 'e3', lever: 'A lever of 2031' })),
    );
    const { status, stdout } = run(path, '--today', '2024-12-01');
    expect(status).toBe(0);
    expect(stdout).toBe(`broken.csv: 4 rows, earnings report

Rows read           4
Earnings counted    2
Duplicates dropped  1  $100.00
Rows set aside      1  the amounts below are incomplete
Calculated through Nov 16, 2024.

Not counted:
  broken.csv, line 4: The amount " [2Jx" can't be read. Write a plain number such as 1234.50.

Unknown names, kept and counted:
  lever "A lever of 2031", 1 row

Funds on Dec 1, 2024, in US dollars:
Partner ID  Program                        Half     Rebate    Co-op  Rollover   Threshold  Usable  Converted  Claim deadline  Status
1234567     Microsoft Commerce Incentives  FY25 H1   $0.00  $200.00     $0.00  $10,000.00   $0.00             Aug 15, 2025    will convert, 1 row missing
`);
  });
  it("says where US dollars are worked out at the report's own rates", () =>
    expect(
      run(
        put(
          'rates.csv',
          'participantId,programName,earningType,earningDate,earningAmount,earningExchangeRate,transactionAmount,transactionAmountUSD\n1,MCI,Coop,2024-10-31,100,1.3,1000,1300\n',
        ),
      ).stdout,
    ).toMatch(/no US dollar column, so 1 row counts at the report's own exchange rate, as its transactions show\n[^]*\$130\.00/));
  it('names the files of a zip that were not read', () => {
    const path = put('more.zip', zipSync({ 'a.csv': SAMPLE_BYTES, 'in/more.zip': new Uint8Array(), 'b\u001B[2J.xlsx': new Uint8Array() }));
    expect(run(path).stdout).toContain(
      "\n\nNot read, because they aren't CSV, TSV, or text files:\n  more.zip/in/more.zip\n  more.zip/b [2J.xlsx\n\n",
    );
    expect(JSON.parse(run(path, '--json').stdout)).toMatchObject({
      counted: 19,
      passedOver: ['more.zip/in/more.zip', 'more.zip/b [2J.xlsx'],
    });
  });
  it('reads a zip that comes through a pipe', () => {
    const path = put('piped.zip', zipSync({ 'a.csv': SAMPLE_BYTES }));
    const { status, stdout } = spawnSync(
      'sh',
      ['-c', `cat "${path}" | "${process.execPath}" --import tsx src/terminal/funds.ts /dev/stdin --json`],
      { cwd: root, encoding: 'utf8' },
    );
    expect([status, JSON.parse(stdout).counted]).toEqual([0, 19]);
  });
  const zipped = zipSync({ 'a.csv': SAMPLE_BYTES, 'b.csv': SAMPLE_BYTES }, { level: 0 });
  it.each<[string, () => string[], RegExp]>([
    [
      'a zip that was cut',
      () => [SAMPLE, put('cut.zip', zipped.slice(0, SAMPLE_BYTES.length + 50))],
      /^The zip file "cut\.zip" is damaged or incomplete\. Download it again\.\n$/,
    ],
    [
      'a zip with a changed digit',
      () => [
        put(
          'digit.zip',
          zipped.map((byte, index) => (index === 5000 ? byte ^ 1 : byte)),
        ),
      ],
      /^The zip file "digit\.zip" is damaged or incomplete\. Download it again\.\n$/,
    ],
    ['no report', () => [put('no.csv', 'a,b\n1,2\n')], /^"no\.csv" isn't an earnings report: .* instead\.\n$/],
    ['a file that is not there', () => [join(dir, 'nowhere.csv')], /^"nowhere\.csv" can't be read\. Check .*\.\n$/],
    [
      'a name that would move the cursor',
      () => [put('\u001B[31mred\u202E.csv', 'a,b\n1,2\n')],
      /^"[^"\u0000-\u001F\u202E]*red[^"\u0000-\u001F\u202E]*\.csv" isn't an earnings report: .* instead\.\n$/,
    ],
    ['a folder', () => [dir], /can't be read/],
    ['nothing', () => [], /^Enter at least one earnings report, or --help\.\n$/],
    ['an unknown option', () => ['--nope', SAMPLE], /^Unknown option '--nope'.*--help lists the options\.\n$/],
    ['a day that is none', () => [SAMPLE, '--today', '2025-02-30'], /^--today takes a day/],
  ])('refuses %s in one sentence, exit code 2', (_, given, sentence) => {
    const { status, stdout, stderr } = run(...given());
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(sentence);
  });
  it('ends quietly where whoever reads it has seen enough', async () => {
    const many = put('many.csv', small(...Array.from({ length: 9000 }, (_, n) => smallRow({ id: `e${n}`, date: 'soon' }))));
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/terminal/funds.ts', many, '--json'], { cwd: root });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = (await once(child, 'close')) as [number];
    expect([code, said]).toEqual([0, '']);
  });
  it.runIf(existsSync('/dev/full'))('says in one sentence that its output has no room', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" --import tsx src/terminal/funds.ts "${SAMPLE}" > /dev/full`], {
      cwd: root,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([1, "The output can't be written: ENOSPC: no space left on device, write.\n"]);
  });
  it('helps', () => expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--json') }));
});
