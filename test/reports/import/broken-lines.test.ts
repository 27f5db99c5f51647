import { describe, expect, it } from 'vitest';
import { readReports } from '../../../src/reports/import/read-reports';
import { file, small, smallRow, SMALL_HEADER } from '../../support/report-files';

const read = (content: string) => readReports([file('1.csv', content)]);

describe('a quotation mark that belongs to nothing', () => {
  const good = (n: number) => smallRow({ id: `e${n}`, amount: `${n}` });
  const many = Array.from({ length: 3000 }, (_, n) => good(n + 10).join(','));
  const quotedRow = 'q,1234567,Microsoft Commerce Incentives,Coop,2024-10-31,,7,"Fabrikam, Inc"';
  describe.each<[string, string[]]>([
    ['before many rows', many],
    ['shortly before a quoted text', [...many.slice(0, 5), quotedRow]],
    ['just before a quoted text', [quotedRow, ...many]],
    ['before the last row', [good(6).join(',')]],
  ])('%s', (_, after) => {
    it.each<[string, string[]]>([
      ['never closed', ['x,"1234567,MCI,Coop,2024-10-31,,5,Core']],
      ['opened at the end', ['x,1234567,MCI,Coop,2024-10-31,,5,"Contoso']],
      ['closed two rows later', ['x,1234567,MCI,Coop,2024-10-31,,5,"Contoso', good(5).join(','), 'y,1234567,MCI,Coop,2024-10-31,,5,Inc"']],
    ])('%s costs its own line only', async (_what, broken) => {
      const text = [SMALL_HEADER.join(','), good(1).join(','), ...broken, ...after].join('\n');
      const given = await readReports([file('r', text, 100_000)]);
      expect(given).toMatchObject({
        rows: after.length + 1 + broken.length,
        counted: after.length + broken.length,
        quarantinedRows: 1,
        quarantined: [{ line: 3 }],
      });
    });
  });
  it('leaves quoted text over several lines set aside after many of them, and no amount wrong', async () => {
    const broken = Array.from({ length: 250 }, () => 'x,"1234567,MCI,Coop,2024-10-31,,5,Core');
    const overLines = ['q,1234567,Microsoft Commerce Incentives,Coop,2024-10-31,,7,"Fabrikam', 'and Contoso, Inc"'];
    const given = await read([SMALL_HEADER.join(','), ...broken, good(1).join(','), ...overLines, good(2).join(',')].join('\n'));
    expect(given.months.map(({ micros, counted }) => [micros, counted])).toEqual([[3_000_000, 2]]);
    expect(given.quarantined.slice(250).map(({ line }) => line)).toEqual([253]);
  });
  it('costs little, even in every line', async () => {
    const text = [SMALL_HEADER.join(','), ...many.map((line) => line.replace('1234567', '"1234567'))].join('\n');
    expect(await read(text)).toMatchObject({ rows: 3000, counted: 0, quarantinedRows: 3000 });
  });
});

it('a line longer than any row is set aside as that, and the rows after it count', async () => {
  const text = small(smallRow({ lever: 'x'.repeat(3_000_000) }), smallRow({ id: 'e2' }));
  expect(await read(text)).toMatchObject({
    rows: 2,
    counted: 1,
    quarantined: [{ line: 2, reason: 'This line is longer than any row of a report.' }],
  });
});
