import ICAL from 'ical.js';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { workbookRules } from '../../../src/cells/workbook-rules';
import type { Day } from '../../../src/domain/calendar/day';
import type { Fund } from '../../../src/domain/funds/fund';
import { makeCalendar } from '../../../src/planner/take-away/make-calendar';
import type { PlanningRead } from '../../../src/planner/store/planning-store';
import { CALENDAR_TABLE } from '../../../src/storage/planning/calendar-table';
import { USUAL_SETTINGS } from '../../../src/storage/planning/settings-table';
import { FakeTables } from '../../support/fake-tables';
import { kept, partlyRead, planningRead } from '../../support/planning-read';
import { activity, claim } from '../../support/records';

const FUND: Fund = {
  partnerId: '1234567',
  program: 'Microsoft Commerce Incentives',
  programKey: 'Microsoft Commerce Incentives',
  half: { fiscalYear: 2025, half: 1 },
  earned: 1_002_000,
  usable: 1_002_000,
  usageStart: '2025-01-01',
  usageEnd: '2025-06-30',
  claimOpens: '2025-02-01',
  claimDeadline: '2025-08-15',
  resolutionDeadline: '2025-09-30',
};
const SEMINAR = activity({ id: 'A-SEMNAR', fund: FUND, title: 'Spring seminar', start: '2025-05-05', end: '2025-05-06' });
const CLAIM = claim({ id: 'C-WEBNAR', activityId: '', fund: FUND, name: 'INV1 webinars', start: '2025-03-05', end: '2025-03-06' });
/** Two months more than the deadlines leave. */
const SETTINGS = { ...USUAL_SETTINGS, reviewDays: 90, proofDays: 32 };
const BEFORE: Partial<PlanningRead> = {
  settings: SETTINGS,
  funds: [FUND],
  activities: [kept(SEMINAR)],
  claims: [kept(CLAIM)],
};

describe('a calendar file of the workbook', () => {
  let tables: FakeTables;
  beforeAll(() => provideContext({ dateSystem: 1900, ownRules: [] }));
  beforeEach(() => (tables = new FakeTables()));

  const make = (some: Partial<PlanningRead> = BEFORE, asOf: Day = '2025-05-01') =>
    makeCalendar(
      { tables },
      { step: 'read', read: planningRead(some), book: workbookRules()!, asOf, isToday: true, sheetDay: null },
      '2025-05-01T08:00:00Z',
      'UTC',
    );
  /** What a calendar reads: day, summary, sequence, status by UID. */
  const eventsOf = ({ file }: { file: string | null }): Record<string, string> =>
    Object.fromEntries(
      (file === null ? [] : new ICAL.Component(ICAL.parse(file) as never).getAllSubcomponents('vevent')).map((component) => {
        const { uid, summary, sequence, startDate } = new ICAL.Event(component);
        return [uid, `${startDate.toString()} ${summary} #${sequence} ${String(component.getFirstPropertyValue('status'))}`];
      }),
    );
  const endings = (made: { file: string | null }): string[] =>
    Object.values(eventsOf(made)).map((event) => event.replace(/^.*(#\d+ \w+)$/, '$1'));

  it('has the deadlines and last safe days of funds and activities, and what claims wait for', async () => {
    const made = await make();
    expect(Object.values(eventsOf(made))).toEqual([
      '2025-05-31 Co-op: Last safe day for activities: FY25 H1 · 1234567 #0 CONFIRMED',
      '2025-05-31 Co-op: Last safe day to end: Spring seminar #0 CONFIRMED',
      '2025-06-30 Co-op: Last day for activities: FY25 H1 · 1234567 #0 CONFIRMED',
      '2025-08-15 Co-op: Claim by: Spring seminar #0 CONFIRMED',
      '2025-08-15 Co-op: Claim deadline: FY25 H1 · 1234567 #0 CONFIRMED',
      '2025-08-15 Co-op: Submit the claim: INV1 webinars #0 CONFIRMED',
      '2025-09-30 Co-op: Resolution deadline: FY25 H1 · 1234567 #0 CONFIRMED',
    ]);
    expect(made.sentence).toBe('7 calendar entries: 7 new.');
    expect(tables.rows(CALENDAR_TABLE).map(({ Sequence, Status }) => [Sequence, Status])).toEqual(Array(7).fill([0, 'current']));
    // of two days that are the same, the text of one names both
    const usual = await make({ ...BEFORE, settings: USUAL_SETTINGS, activities: [] });
    expect(usual.file!.replaceAll('\r\n ', '')).toContain("The usage period ends. It's the last safe day\\, too.");
    expect(Object.values(eventsOf(usual))).toContain('2025-05-31 Co-op: Last safe day for activities: FY25 H1 · 1234567 #1 CANCELLED');
  });

  it('has the same UIDs a second time, and higher sequence numbers only where something changed', async () => {
    const first = await make();
    const again = await make();
    expect(eventsOf(again)).toEqual(eventsOf(first));
    expect([again.sentence, again.takeBack, tables.writes]).toEqual(['7 calendar entries: the same as in the last file.', null, 1]);

    tables.reverse(CALENDAR_TABLE);
    tables.widen(CALENDAR_TABLE, 'My notes', 'call');
    const moved = await make({ ...BEFORE, funds: [{ ...FUND, claimDeadline: '2025-08-29' }], claims: [] });
    const [before, after] = [eventsOf(first), eventsOf(moved)];
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
    const changes = Object.keys(after).flatMap((uid) => (after[uid] === before[uid] ? [] : [after[uid]]));
    expect(changes.sort()).toEqual([
      '2025-08-15 Co-op: Submit the claim: INV1 webinars #1 CANCELLED',
      '2025-08-29 Co-op: Claim by: Spring seminar #1 CONFIRMED',
      '2025-08-29 Co-op: Claim deadline: FY25 H1 · 1234567 #1 CONFIRMED',
    ]);
    expect(moved.sentence).toBe('7 calendar entries: 2 changed and 1 canceled.');
    expect(tables.rows(CALENDAR_TABLE).map((row) => row['My notes'])).toEqual(Array(7).fill('call'));

    // canceled in the next file, too, for calendars that missed this one, and back with a higher number
    expect(eventsOf(await make({ ...BEFORE, funds: [{ ...FUND, claimDeadline: '2025-08-29' }], claims: [] }))).toEqual(after);
    expect(Object.values(eventsOf(await make()))).toContain('2025-08-15 Co-op: Submit the claim: INV1 webinars #2 CONFIRMED');
  });

  it('leaves days that are over as they were, and moves one that a calendar still has ahead', async () => {
    await make();
    const later = await make(BEFORE, '2025-07-01');
    expect(Object.values(eventsOf(later)).map((event) => event.slice(0, 10))).toEqual([
      '2025-08-15',
      '2025-08-15',
      '2025-08-15',
      '2025-09-30',
    ]);
    expect(later.sentence).toBe('4 calendar entries: the same as in the last file.');
    const early = await make({ ...BEFORE, funds: [{ ...FUND, claimDeadline: '2025-06-15' }] }, '2025-07-01');
    expect(Object.values(eventsOf(early))).toContain('2025-06-15 Co-op: Claim deadline: FY25 H1 · 1234567 #1 CONFIRMED');
  });

  it('cancels nothing that only seems to be gone', async () => {
    await make();
    // a claim of which a cell can't be read
    const unread = await make({
      ...BEFORE,
      claims: [partlyRead({ ...CLAIM, fund: null, end: null }, 'Fiscal half: enter one such as FY25 H1.')],
    });
    expect(new Set(endings(unread))).toEqual(new Set(['#0 CONFIRMED']));
    const partly = await make({ ...BEFORE, activities: [], troubles: ['The table CoopPlan no longer has the column "ID".'] });
    expect(new Set(endings(partly))).toEqual(new Set(['#0 CONFIRMED']));
    expect(partly.sentence).toContain("Entries that may be gone weren't canceled, because not all rows can be read.");
    const unnamed = await make({ ...BEFORE, activities: [kept({ ...SEMINAR, id: '#Plan 1' })] });
    expect(new Set(endings(unnamed))).toEqual(new Set(['#0 CONFIRMED']));
    expect(unnamed.sentence).toContain("1 row without an ID isn't included: open and save it in the pane first.");
  });

  it('comes from a protected sheet as well, and says that the numbers are not kept', async () => {
    await make();
    tables.protectedTables.add(CALENDAR_TABLE);
    const made = await make({ ...BEFORE, claims: [] });
    expect(endings(made).filter((ending) => ending !== '#0 CONFIRMED')).toEqual(['#1 CANCELLED']);
    expect([made.intent, made.takeBack]).toEqual(['warning', null]);
    expect(made.sentence).toContain('The sheet "Co-op calendar" is protected, so their sequence numbers aren\'t kept');
  });

  it('goes on above the highest number where one cannot be read, and takes a formula for no text of ours', async () => {
    await make();
    const row = tables.rows(CALENDAR_TABLE).findIndex(({ What }) => String(What).startsWith('Claim deadline'));
    tables.write(CALENDAR_TABLE, 0, 'Sequence', 6);
    tables.write(CALENDAR_TABLE, row, 'Sequence', 'many');
    expect(Object.values(eventsOf(await make()))).toContain('2025-08-15 Co-op: Claim deadline: FY25 H1 · 1234567 #7 CONFIRMED');
    const named = await make({ ...BEFORE, activities: [kept({ ...SEMINAR, title: '=1+1' })] });
    expect(Object.values(eventsOf(named))).toContain('2025-05-31 Co-op: Last safe day to end: =1+1 #1 CONFIRMED');
  });

  it('takes back what it kept', async () => {
    await make();
    const was = tables.rows(CALENDAR_TABLE);
    const made = await make({ ...BEFORE, claims: [] });
    expect(await made.takeBack!()).toBe('taken back');
    expect(tables.rows(CALENDAR_TABLE)).toEqual(was);
  });

  it('says that nothing is ahead, and writes nothing', async () => {
    const made = await make({ ...BEFORE, activities: [], claims: [] }, '2026-05-01');
    expect([made.file, made.sentence, tables.writes]).toEqual([null, 'No deadline is ahead, so there is nothing for a calendar.', 0]);
  });

  it('names the columns that someone took out', async () => {
    await make();
    tables.rename(CALENDAR_TABLE, 'Sequence', 'Number');
    await expect(make()).rejects.toThrow('The table CoopCalendar no longer has the column "Sequence"');
  });
});
