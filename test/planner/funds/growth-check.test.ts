import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { workbookRules } from '../../../src/cells/workbook-rules';
import type { PartnerGroups } from '../../../src/domain/earnings/partner-name';
import { describeGrowth, growthChecks } from '../../../src/planner/funds/growth-check';
import { readReports } from '../../../src/reports/import/read-reports';
import { PLAIN_WORKBOOK } from '../../support/custom-functions';
import { growthReport, type GrowthRow } from '../../support/growth-report';
import { growthRate } from '../../support/own-rules';

const checkIn = async (groups: PartnerGroups, ...rows: GrowthRow[]) =>
  growthChecks(await readReports([{ name: 'a.csv', text: growthReport(rows) }]), workbookRules()!, groups);
const check = (...rows: GrowthRow[]) => checkIn(new Map(), ...rows);
const said = async (...rows: GrowthRow[]) => describeGrowth((await check(...rows))[0]!).join(' ');

/** A tenant whose revenue grew from 10,000 to 12,000 and earned 12.5% of the 2,000. */
const GREW: GrowthRow = { id: 'a', usd: 250, transaction: 'A', revenue: 12000, baseline: '10000' };
const FELL: GrowthRow = { id: 'b', usd: 0, transaction: 'B', revenue: 9000, baseline: '10000', tenant: 't2' };
const WITHOUT: GrowthRow = { id: 'c', usd: 40, transaction: 'C', revenue: 500, tenant: 't3' };

describe('growth earnings of a report', () => {
  beforeEach(() => provideContext({ ...PLAIN_WORKBOOK, ownRules: [growthRate()] }));
  afterEach(() => provideContext(PLAIN_WORKBOOK));

  it('are checked tenant by tenant: a decline takes nothing off another’s growth', async () => {
    expect(await check(GREW, FELL, WITHOUT)).toEqual([
      {
        lever: 'M365 Growth Accelerator',
        program: 'Microsoft Commerce Incentives',
        withBaseline: 2,
        without: 1,
        earned: 25_000,
        unchecked: 4_000,
        expected: 25_000,
        isReported: true,
      },
    ]);
  });

  it('say what agrees, and what is not multiplied', async () => {
    expect(await said(GREW, FELL, WITHOUT)).toBe(
      "2 tenants with a baseline, 1 without. $250.00 was earned with a baseline, as growth earns at reported rates, which aren't verified. " +
        "$40.00 can't be checked: the report doesn't show the revenue and baseline of that tenant, so no rate is applied.",
    );
  });

  it('say what growth earns where it was paid otherwise', async () => {
    expect(await said({ ...GREW, usd: 200 })).toBe(
      "1 tenant with a baseline, 0 without. $200.00 was earned with a baseline; growth earns $250.00 at reported rates, which aren't verified.",
    );
  });

  it('have no expected amount without a rate', async () => {
    expect(await said({ ...GREW, date: '2026-06-30' })).toBe(
      '1 tenant with a baseline, 0 without. $250.00 was earned with a baseline. No earning rate is known for it; a rule pack or your own rule can give one.',
    );
  });

  it('take a tenant for one without a baseline if a month lacks it', async () => {
    const [found] = await check(GREW, { ...GREW, id: 'd', date: '2026-11-30', transaction: 'D', baseline: '' });
    expect(found).toMatchObject({ withBaseline: 0, without: 1, earned: 25_000, unchecked: 25_000, expected: 25_000 });
  });

  it('without any tenant can’t be checked at all', async () => {
    expect(await said({ ...GREW, tenant: '' })).toBe(
      "$250.00 can't be checked: the report doesn't show the tenants, so no rate is applied.",
    );
  });

  it('are checked under the full name of each Partner ID’s group, where rates differ by group', async () => {
    const kind = (group: string, rate: number) => growthRate({ subject: `M365 Growth Accelerator (${group})`, value: { rate } });
    provideContext({ ...PLAIN_WORKBOOK, ownRules: [kind('scale countries', 0.1), kind('other countries', 0.05)] });
    const rows = [GREW, { ...GREW, id: 'e', partner: '7654321', transaction: 'E' }, { ...GREW, id: 'f', partner: '99', transaction: 'F' }];
    const groups = new Map([
      ['1234567', 'scale countries'],
      ['7654321', 'other countries'],
    ]);
    // growth of 2,000: 10% is 200.00, 5% is 100.00, and without a group no rate is known
    expect((await checkIn(groups, ...rows)).map(({ lever, earned, expected }) => [lever, earned, expected])).toEqual([
      ['M365 Growth Accelerator', 25_000, null],
      ['M365 Growth Accelerator (other countries)', 25_000, 10_000],
      ['M365 Growth Accelerator (scale countries)', 25_000, 20_000],
    ]);
  });

  it('are none of a report without growth levers', async () => {
    expect(await check({ ...GREW, lever: 'M365: Core' })).toEqual([]);
  });
});
