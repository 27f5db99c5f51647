import { beforeAll, describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { workbookRules } from '../../../src/cells/workbook-rules';
import type { Day } from '../../../src/domain/calendar/day';
import type { Fund } from '../../../src/domain/funds/fund';
import { claimFirst } from '../../../src/planner/activities/claim-first';
import { isOpenTo } from '../../../src/rulebook/requirements';
import { PROGRAMS } from '../../../src/rulebook/rules/programs';
import { rulesOn } from '../../../src/rulebook/rules-on';
import { FUND } from '../../pane/plan/activity';

const offered = (fund: Partial<Fund> = {}, asOf: Day = '2025-03-10', planned: Parameters<typeof claimFirst>[1] = []) =>
  claimFirst({ ...FUND, ...fund }, planned, asOf, workbookRules()!);
const names = (...given: Parameters<typeof offered>): string[] => offered(...given).map(({ activity }) => activity);

const ALL = [
  'Microsoft AI Cloud Partner Program participation fee',
  'Microsoft exams and tuition',
  'Customer seminars and bootcamps',
  'Tradeshows and expositions',
  'Digital advertising',
];

describe('what to claim first', () => {
  beforeAll(() => provideContext({ dateSystem: 1900, ownRules: [] }));

  it('is the membership fee, exams, events, and digital, with cap and proof', () => {
    expect(names()).toEqual(ALL);
    expect(offered()[0]).toEqual({ activity: ALL[0], cap: 'No cap of its own.', proof: 'Proof: Microsoft invoice.' });
    // the course code, an invoice with it, and the list of attendees
    expect(offered()[1]!.proof).toBe('Proof: third-party invoice and 3 more items.');
  });

  it('leaves out what the plan has', () =>
    expect(names({}, '2025-03-10', [null, 'Microsoft exams and tuition'])).toEqual(ALL.filter((_, n) => n !== 1)));

  it('is offered before the usage period, to plan it, and through its last day', () => {
    expect(names({}, '2024-12-01')).toEqual(ALL);
    expect(names({}, '2025-06-30')).toEqual(ALL);
    expect(names({}, '2025-07-01')).toEqual([]);
  });

  it.each<[string, Partial<Fund>]>([
    ['a fund below its threshold', { usable: 0 }],
    ['a program that no source knows', { program: 'Galaxy Rewards', programKey: 'galaxyrewards' }],
    ['a program that earns no co-op', { program: 'OSU - Microsoft 365', programKey: 'OSU - Microsoft 365' }],
    ['days before the first guidebook', { half: { fiscalYear: 2018, half: 1 }, usageStart: '2018-01-01', usageEnd: '2018-06-30' }],
  ])('offers nothing for %s', (_, fund) => expect(names(fund, fund.usageStart ?? '2025-03-10')).toEqual([]));

  it('never offers what the guidebook of the day does not list for a program', () => {
    for (const { name: program } of PROGRAMS)
      for (const day of ['2020-07-01', '2022-01-01', '2024-06-30', '2025-03-10'] as const) {
        const listed = rulesOn(day)
          .activities()
          .filter(({ value }) => value.sourced && isOpenTo(program, value))
          .map(({ value }) => value.name);
        const found = names({ program, programKey: program, usageStart: day, usageEnd: day }, day);
        expect(found.filter((name) => !listed.includes(name))).toEqual([]);
      }
  });
});
