import { describe, expect, it } from 'vitest';
import '../../support/custom-functions';
import { growthLeverOf } from '../../../src/reports/growth-lever';
import { readReports } from '../../../src/reports/import/read-reports';
import { growthReport, type GrowthRow } from '../../support/growth-report';

const read = async (...files: GrowthRow[][]) => {
  const { growth } = await readReports(files.map((rows, index) => ({ name: `${index}.csv`, text: growthReport(rows) })));
  return growth?.map(({ month, tenant, earned, revenue, baseline }) => [month, tenant, earned / 1e6, dollars(revenue), dollars(baseline)]);
};
const dollars = (micros: number | null): number | null => micros && micros / 1e6;

const CORE = 'Core - Modern Work & Security billed revenue';
const TIER_2 = 'M365: Strategic Acc. Tier 2';
const before = (row: GrowthRow): GrowthRow => ({ date: '2025-10-31', lever: CORE, ...row });

describe('what growth levers pay on', () => {
  it('is a tenant’s revenue over the report’s baseline, each transaction and each earning once', async () => {
    const rows: GrowthRow[] = [
      { id: 'a', type: 'Rebate', usd: 90, transaction: 'T1', revenue: 7000, baseline: '10000' },
      { id: 'b', type: 'Coop', usd: 60, transaction: 'T1', revenue: 7000, baseline: '10000' },
      { id: 'c', type: 'Rebate', usd: 60, transaction: 'T2', revenue: 5000, baseline: '10000' },
      { id: 'd', type: 'Coop', usd: 40, transaction: 'T2', revenue: 5000, baseline: '10000' },
    ];
    expect(await read(rows)).toEqual([['2026-10', 't1', 250, 12000, 10000]]);
    const recalculated: GrowthRow = { ...rows[0], usd: 95, calculated: '2026-12-20' };
    expect(await read(rows, [recalculated])).toEqual([['2026-10', 't1', 255, 12000, 10000]]);
    expect(await read([recalculated], rows)).toEqual([['2026-10', 't1', 255, 12000, 10000]]);
  });

  it('is the same month a year before, where the reports have it: the same tenant and area, under any lever', async () => {
    const lastYear = [
      before({ id: '1', type: 'Rebate', transaction: 'A', revenue: 3000 }),
      before({ id: '2', type: 'Coop', transaction: 'A', revenue: 3000 }),
      before({ id: '3', lever: TIER_2, transaction: 'A', revenue: 3000 }),
      before({ id: '4', lever: TIER_2, transaction: 'B', revenue: 1000 }),
      before({ id: '5', transaction: 'C', revenue: 500, tenant: 't2' }),
      before({ id: '6', transaction: 'D', revenue: 9000, lever: 'D365: Core' }),
      before({ id: '7', transaction: 'E', revenue: 9000, date: '2025-11-30' }),
      before({ id: '8', transaction: 'F', revenue: 9000, partner: '7654321' }),
    ];
    const thisYear: GrowthRow[] = [
      { id: 'x', usd: 125, transaction: 'X', revenue: 5000 },
      { id: 'y', usd: 10, transaction: 'Y', revenue: 5000, tenant: 't3' },
    ];
    const found = [
      ['2026-10', 't1', 125, 5000, 4000],
      ['2026-10', 't3', 10, 5000, null],
    ];
    expect(await read(lastYear, thisYear)).toEqual(found);
    expect(await read(thisYear, lastYear)).toEqual(found);
    expect(await read([{ ...thisYear[0], baseline: '4500' }], lastYear)).toEqual([['2026-10', 't1', 125, 5000, 4500]]);
  });

  it.each<[string, GrowthRow[]]>([
    ['seats', [{ id: 'a', transaction: 'X', revenue: 5000, baseline: '254', baselineType: 'HWM' }]],
    ['another currency', [{ id: 'a', transaction: 'X', revenue: 5000, baseline: '254', baselineType: 'EUR' }]],
    ['no number', [{ id: 'a', transaction: 'X', revenue: 5000, baseline: 'n/a' }]],
    [
      'two numbers',
      [
        { id: 'a', transaction: 'X', revenue: 5000, baseline: '4000' },
        { id: 'b', type: 'Coop', transaction: 'X', revenue: 5000, baseline: '4500' },
      ],
    ],
  ])('has no baseline that is %s', async (_, rows) => {
    expect((await read(rows))![0]!.slice(3)).toEqual([5000, null]);
  });

  it('has no revenue where a transaction has two amounts, or no ID', async () => {
    const row = { transaction: 'X', baseline: '4000' };
    expect(
      (await read([
        { id: 'a', ...row, revenue: 5000 },
        { id: 'b', type: 'Coop', ...row, revenue: 5001 },
      ]))![0]!.slice(3),
    ).toEqual([null, 4000]);
    expect((await read([{ id: 'a', revenue: 5000, baseline: '4000' }]))![0]!.slice(3)).toEqual([null, 4000]);
  });

  it('takes the tenant’s total of the Growth download, which repeats an earning for each transaction', async () => {
    const rows: GrowthRow[] = [
      { id: 'a', usd: 250, transaction: 'T1', total: 12000, baseline: '10000' },
      { id: 'a', usd: 250, transaction: 'T2', total: 12000, baseline: '10000' },
    ];
    expect(await read(rows)).toEqual([['2026-10', 't1', 250, 12000, 10000]]);
  });

  it('reads amounts as the rest of their file: with decimal commas, 5.000 is five thousand', async () => {
    const text = growthReport([
      { id: 'a', usd: 90.5, transaction: 'T1', revenue: 5000, baseline: '4000' },
      { id: 'b', usd: 10.25, transaction: 'T2', revenue: 1234.5, baseline: '4000' },
    ])
      .replaceAll(',', ';')
      .replaceAll(/(\d)\.(\d)/g, '$1,$2')
      .replace(';5000;4000;', ';5.000;4.000;')
      .replace(';1234,5;4000;', ';1.234,50;4.000;');
    const { growth, months } = await readReports([{ name: 'a.csv', text }]);
    expect(months.map(({ eligible }) => eligible)).toEqual([6_234_500_000]);
    expect(growth!.map(({ earned, revenue, baseline }) => [earned, revenue, baseline])).toEqual([
      [100_750_000, 6_234_500_000, 4_000_000_000],
    ]);
  });

  it('is left out where no growth lever earned, without IDs, and from a pipe', async () => {
    expect(await read([{ id: 'a', lever: CORE, transaction: 'X', revenue: 1 }])).toBeUndefined();
    expect(await read([{ id: '', transaction: 'X', revenue: 5000, baseline: '4000' }])).toEqual([]);
    const bytes = new TextEncoder().encode(growthReport([{ id: 'a', transaction: 'X', revenue: 5000, baseline: '4000' }]));
    const pipe = { name: 'pipe', async *pieces () { yield bytes; } }; // prettier-ignore
    expect(await readReports([pipe])).toMatchObject({ counted: 1 });
    expect((await readReports([pipe])).growth).toBeUndefined();
  });
});

describe('a growth lever', () => {
  it.each([
    ['M365 Growth Accelerator', '', 'M365 Growth Accelerator'],
    ['Growth Acc.', 'M365 new commerce CSP indirect reseller', 'M365 Growth Accelerator'],
    ['Growth Accelerator', 'Azure CSP Motion Incentives', 'Azure Growth Accelerator'],
    ['Growth Accelerator', '', 'Growth Accelerator'],
    ['M365 Growth Accelerator (scale countries)', '', 'M365 Growth Accelerator (scale countries)'],
    [CORE, '', null],
    ['', '', null],
  ])('%j of the engagement %j is %j', (lever, engagement, name) => expect(growthLeverOf({ lever, engagement })).toBe(name));
});
