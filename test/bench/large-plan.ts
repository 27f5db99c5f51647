import { provideContext } from '../../src/cells/context';
import { groupActivities } from '../../src/planner/activities/plan-groups';
import { toDoNow } from '../../src/planner/to-do/to-do-list';
import type { Reading } from '../../src/planner/store/planning-store';
import { fundNamed } from '../../src/rulebook/name-keys';
import { writeReport } from '../../src/storage/funds/write-report';
import { planningOn } from '../support/planning';
import { activity, claim, earned } from '../support/records';
import { median, ms, printTable, timeOf } from './measure';

const SIZES = [100, 1_000, 5_000];
const PARTNERS = 12;
const RUNS = 5;
const MCI = 'Microsoft Commerce Incentives';

/** A plan of many rows, in tables without an Excel: reading it, what the screens work out from it, and saving one row. */
export async function benchLargePlan(): Promise<void> {
  provideContext({ dateSystem: 1900, ownRules: [] });
  const rows: string[][] = [];
  for (const size of SIZES) rows.push([size.toLocaleString('en-US'), ...(await measure(size)).map(ms)]);
  printTable(`A plan of ${PARTNERS} funds, with a claim on every fifth activity: medians of ${RUNS}`, [
    ['activities', 'read', 'Plan by fund', 'Today', 'save one'],
    ...rows,
  ]);
}

async function measure(size: number): Promise<number[]> {
  const { store, tables, read } = planningOn();
  const partnerId = (n: number): string => String(1_000_000 + (n % PARTNERS));
  const months = Array.from({ length: PARTNERS }, (_, n) => earned({ partnerId: partnerId(n), cents: 5_000_000 }));
  await writeReport(tables, { months, skipped: [], asOf: null, source: 'report.csv' });
  store.setAsOf('2025-04-01');
  await store.readAgain();
  const idOf = (n: number): string => `A-${n.toString(36).toUpperCase().padStart(6, '0')}`;
  const fundOf = (n: number) => fundNamed(partnerId(n), MCI, { fiscalYear: 2025, half: 1 });
  const activities = Array.from({ length: size }, (_, n) => activity({ id: idOf(n), fund: fundOf(n), status: n % 5 ? 'planned' : 'done' }));
  const claims = activities
    .filter((_, n) => n % 5 === 0)
    .map(({ id, fund }) => claim({ id: id.replace('A-', 'C-'), activityId: id, fund }));
  const changes = {
    activities: activities.map((value) => ({ value, base: null })),
    claims: claims.map((value) => ({ value, base: null })),
  };
  const saved = await store.save(changes, 'Saved.');
  if (saved.outcome !== 'saved') throw new Error(saved.sentence);
  const reading = (): Reading => store.current() as Reading;
  const times: number[][] = [];
  for (let run = 0; run < RUNS; run++) {
    const reads = await timeOfPromise(() => store.readAgain());
    const { book, asOf } = reading();
    const groups = timeOf(() => groupActivities(read(), asOf, book));
    const today = timeOf(() => toDoNow(read(), book, asOf));
    const [first] = read().activities;
    const saves = await timeOfPromise(() =>
      store.save({ activities: [{ value: { ...first!.value, owner: `Owner ${run}` }, base: first! }] }, 'Saved.'),
    );
    times.push([reads, groups, today, saves]);
  }
  if (read().activities.length !== size) throw new Error(`${read().activities.length} activities were read of ${size}.`);
  return times[0]!.map((_, column) => median(times.map((row) => row[column]!)));
}

async function timeOfPromise(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}
