import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { CUSTOMER_CLAIM_STATUSES } from '../../../src/domain/program/customer-claim';
import { blankRecord, programRows, rowEdit } from '../../../src/planner/program/program-rows';
import type { PlanningRead } from '../../../src/planner/store/planning-store';
import { toDoNow } from '../../../src/planner/to-do/to-do-list';
import { writeReport } from '../../../src/storage/funds/write-report';
import { CPOR, FUNDING } from '../../../src/storage/program/program-tables';
import { workbookRules } from '../../../src/cells/workbook-rules';
import { PLAIN_WORKBOOK } from '../../support/custom-functions';
import { isFullLaw } from '../../support/laws';
import { planningOn } from '../../support/planning';
import { FakeTables } from '../../support/fake-tables';
import { activity, claim, earned } from '../../support/records';

const mix = fc.record({
  cpor: fc.array(fc.constantFrom(...CUSTOMER_CLAIM_STATUSES), { maxLength: 4 }),
  funding: fc.array(
    fc.record({
      status: fc.constantFrom(...CUSTOMER_CLAIM_STATUSES),
      requested: fc.integer({ min: 0, max: 1e9 }),
      approved: fc.option(fc.integer({ min: 0, max: 1e9 })),
    }),
    { maxLength: 4 },
  ),
});

/** A workbook with earnings, an activity, and a claim; everything that was read but the program's own tables and history. */
async function workbook() {
  const tables = new FakeTables();
  await writeReport(tables, { months: [earned()], skipped: [], asOf: '2025-01-16', source: 'a.csv' });
  const { store, read } = planningOn(tables);
  await store.readAgain();
  await store.save({ activities: [{ value: activity(), base: null }], claims: [{ value: claim(), base: null }] }, 'Saved.');
  const amounts = (): Omit<PlanningRead, 'program' | 'history'> => {
    const { program: _program, history: _history, ...others } = read();
    return others;
  };
  return { store, read, amounts };
}

describe('associations and partner-led funding', () => {
  beforeAll(() => provideContext(PLAIN_WORKBOOK));

  it('stay out of every co-op total, whatever their mix', async () => {
    await fc.assert(
      fc.asyncProperty(mix, async ({ cpor, funding }) => {
        const { store, read, amounts } = await workbook();
        const before = amounts();
        const items = toDoNow(read(), workbookRules()!, '2025-03-10');
        const rows = [
          {
            table: CPOR,
            edits: cpor.map((status, n) => rowEdit(CPOR, null, { ...blankRecord(CPOR), partnerId: '1234567', name: `${n}`, status })),
          },
          {
            table: FUNDING,
            edits: funding.map((given) => rowEdit(FUNDING, null, { ...blankRecord(FUNDING), partnerId: '1234567', ...given })),
          },
        ];
        expect(await store.save({ rows }, 'Saved.')).toMatchObject({ outcome: 'saved' });
        await store.readAgain();
        expect(amounts()).toEqual(before);
        expect(toDoNow(read(), workbookRules()!, '2025-03-10')).toEqual(items);
        const held = programRows(read().program);
        expect([held.cpor.length, held.funding.length]).toEqual([cpor.length, funding.length]);
      }),
      { numRuns: isFullLaw ? 200 : 8 },
    );
  });
});
