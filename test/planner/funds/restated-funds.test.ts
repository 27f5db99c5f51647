import { beforeEach, describe, expect, it } from 'vitest';
import '../../support/custom-functions';
import { workbookRules } from '../../../src/cells/workbook-rules';
import { describeUnlisted, restatedFunds } from '../../../src/planner/funds/restated-funds';
import type { MonthEarned } from '../../../src/storage/funds/earnings-table';
import { writeReport, type ReportToWrite } from '../../../src/storage/funds/write-report';
import { FakeTables } from '../../support/fake-tables';
import { planningRead } from '../../support/planning-read';
import { aClaim, aFund } from '../../support/planned';
import { earned } from '../../support/records';
import { fundNamed } from '../../../src/rulebook/name-keys';
import type { Stored } from '../../../src/planner/store/planning-store';

/** FY26 H1 of Partner ID 1234567: $757.30 above the threshold of $10,000.00. */
const BEFORE = [earned({ month: '2025-07', cents: 1_000_000 }), earned({ month: '2025-12', cents: 75_730 })];

describe('what a restatement does to a fund', () => {
  let tables: FakeTables;
  beforeEach(() => {
    tables = new FakeTables();
  });
  const reportOf = (months: MonthEarned[], asOf: ReportToWrite['asOf'] = null): ReportToWrite => ({
    months,
    skipped: [],
    asOf,
    source: 'a.csv',
  });
  const said = async (after: MonthEarned[], read = planningRead()) => {
    await writeReport(tables, reportOf(BEFORE, '2025-11-03'));
    const { restated } = await writeReport(tables, reportOf(after));
    return restatedFunds(restated, read, workbookRules()!, '2026-02-20').map(({ sentence, consequence }) =>
      `${sentence} ${consequence}`.trim(),
    );
  };

  it('is said from its threshold: $10,757.30 less $812.40 is $55.10 below', async () => {
    expect(await said([earned({ month: '2025-07', cents: 918_760 }), BEFORE[1]!])).toEqual([
      '-$812.40 of co-op since Nov 3, 2025; now $55.10 below the threshold.',
    ]);
  });

  it('is said where the threshold is still reached, and apart from the rebate', async () => {
    expect(
      await said([
        earned({ month: '2025-07', cents: 1_000_100 }),
        BEFORE[1]!,
        earned({ month: '2025-12', earningType: 'Rebate', cents: 5 }),
      ]),
    ).toEqual(['+$1.00 of co-op since Nov 3, 2025; still above the threshold, with $10,758.30 usable.']);
  });

  it('is said for the plans and claims that use it', async () => {
    const fund = fundNamed('1234567', 'Microsoft Commerce Incentives', { fiscalYear: 2026, half: 1 });
    const stored = <T>(value: T): Stored<T> => ({
      value,
      row: 0,
      troubles: [],
      base: { row: { id: '', row: 0, cells: {} }, parts: new Map() },
    });
    const read = planningRead({
      funds: [aFund({ ...fund, earned: 1_075_730, usable: 1_075_730, claimDeadline: '2026-08-15', usageEnd: '2026-06-30' })],
      claims: [stored(aClaim({ fund, status: 'approved', amount: 300_000, approved: 300_000 }))],
    });
    expect(await said([earned({ month: '2025-07', cents: 918_760 }), BEFORE[1]!], read)).toEqual([
      '-$812.40 of co-op since Nov 3, 2025; now $55.10 below the threshold. Claims made use $3,000.00. $3,000.00 of that is more than the fund has.',
    ]);
  });

  it('is nothing where earnings only moved to another lever', async () => {
    expect(await said([earned({ month: '2025-07', lever: 'Tier 1', cents: 1_000_000 }), BEFORE[1]!])).toEqual([]);
  });
});

describe('changes that are not listed', () => {
  it.each([
    [
      'structure',
      'written',
      "The workbook's structure is protected, so the changes to earlier earnings aren't listed in CoopRestatements or on Today. To list them, undo, turn off Review > Protect Workbook, and bring the report in again.",
    ],
    [
      'sheet',
      'written',
      "The sheet of CoopRestatements is protected, so the changes to earlier earnings aren't listed in CoopRestatements or on Today. To list them, undo, unprotect the sheet on the Review tab, and bring the report in again.",
    ],
    [
      'sheet',
      'nothing to write',
      "The sheet of CoopRestatements is protected, so the changes to earlier earnings aren't listed in CoopRestatements or on Today. To list them, unprotect the sheet on the Review tab and bring the report in again.",
    ],
    [
      'structure',
      'not written',
      "The workbook's structure is protected, so the changes to earlier earnings won't be listed in CoopRestatements or on Today. To list them, turn off Review > Protect Workbook before you write the report.",
    ],
  ] as const)('are told with the protection and what to do: %s, %s', (unlisted, step, sentence) => {
    expect(describeUnlisted(unlisted, step)).toBe(sentence);
  });
});
