import { describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { fundKey } from '../../../src/domain/funds/fund';
import { FundsSession } from '../../../src/planner/funds/funds-session';
import { fundNamed } from '../../../src/rulebook/name-keys';
import { writeReport } from '../../../src/storage/funds/write-report';
import { planningOn, settled } from '../../support/planning';
import { earned } from '../../support/records';

provideContext({ dateSystem: 1900, ownRules: [] });

const FUND = fundNamed('1234567', 'Microsoft Commerce Incentives', { fiscalYear: 2025, half: 1 });
const OTHER = fundNamed('77', 'Microsoft Commerce Incentives', { fiscalYear: 2025, half: 1 });

/** Two funds of which a later report took $100 each; that of the first is in two months. */
async function restated() {
  const planning = planningOn();
  const { store, tables } = planning;
  const report = (cents: number, source: string) => ({
    months: [earned({ cents }), earned({ month: '2024-11', cents: cents + 1000 }), earned({ partnerId: '77', cents })],
    skipped: [],
    asOf: '2025-01-16' as const,
    source,
  });
  await writeReport(tables, report(1_200_000, 'a.csv'));
  await writeReport(tables, report(1_195_000, 'b.csv'));
  await store.readAgain();
  const reviewed = () => tables.rows('CoopRestatements').map((cells) => [cells['Partner ID'], cells['Reviewed']]);
  return { ...planning, session: new FundsSession(store), reviewed };
}

describe('a restatement', () => {
  it('is marked as reviewed for its fund alone, with the day and the name, and is undone by name', async () => {
    const { store, session, read, reviewed, tables } = await restated();
    store.setAsOf('2025-03-10');
    await store.save({ settings: { ...read().settings, yourName: 'Ana' } }, 'Saved.');
    expect([...read().restated].map(([key, { coop }]) => [key, coop])).toEqual([
      [fundKey(FUND), -10_000],
      [fundKey(OTHER), -5000],
    ]);
    expect(await session.review(FUND)).toBe(true);
    await settled();
    expect([...read().restated.keys()]).toEqual([fundKey(OTHER)]);
    const word = expect.stringMatching(/^Reviewed [A-Z][a-z]{2} \d{1,2}, \d{4} by Ana$/);
    expect(reviewed()).toEqual([
      ['1234567', word],
      ['77', ''],
      ['1234567', word],
    ]);
    const { notice } = session.current();
    expect(notice).toMatchObject({ intent: 'success', sentence: expect.stringContaining('Marked the restatement of FY25 H1') });
    await session.undo(notice!.undo!);
    expect(session.current().notice!.sentence).toMatch(/^Undone: /);
    expect(reviewed().map(([, said]) => said)).toEqual(['', '', '']);
    expect(tables.rows('CoopRestatements')).toHaveLength(3);
  });

  it('that someone reviewed in the sheet keeps their word', async () => {
    const { session, reviewed, tables } = await restated();
    tables.write('CoopRestatements', 0, 'Reviewed', 'ok, Bob');
    await session.review(FUND);
    expect(reviewed()[0]).toEqual(['1234567', 'ok, Bob']);
    expect(reviewed()[2]![1]).toMatch(/^Reviewed /);
  });
});
