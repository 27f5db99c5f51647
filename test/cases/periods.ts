import { answers, BLANK, dateCell, errorCell, refusals, type Case, type Shown } from './case';

const DIVISION = errorCell('#DIV/0!');

const PERIOD: Case[] = [
  ...answers('PERIOD', [
    ['the last day of a calendar year', ['2024-12-31'], 'FY25 H1'],
    ['a day from Excel', [dateCell('2024-03-10')], 'FY24 H2'],
    ['a day from Excel with a time, which is cut off', [dateCell('2024-06-30', 0.75)], 'FY24 H2'],
    ['a leap day', [dateCell('2024-02-29')], 'FY24 H2'],
    ['a time with an offset: its day in UTC', ['2025-01-01T00:30:00+02:00'], 'FY25 H1'],
    ['a time without a zone: the written day', ['2024-06-30T23:59:59'], 'FY24 H2'],
    ['the first day there is', [dateCell('2000-01-01')], 'FY00 H2'],
    ['the last day there is', [dateCell('2099-12-31')], 'FY2100 H1'],
  ]),
  ...refusals('PERIOD', [
    ['a blank cell', [BLANK], /^#VALUE! date is missing/],
    ['a day no month has', ['2024-02-30'], /^#VALUE! date: There is no Feb 30, 2024\.$/],
    ['a month no year has', ['2024-13-01'], /^#VALUE! date: "2024-13-01" has no month from 1 to 12\.$/],
    ['a day with slashes', ['2024/12/31'], /^#VALUE! date: "2024\/12\/31" isn't in the form that is read\. Write "2024-12-31"\.$/],
    ['a day without hyphens', ['20241231'], /^#VALUE! date: "20241231" isn't in the form that is read\. Write "2024-12-31"\.$/],
    ['a half', ['FY24 H2'], /^#VALUE! date: "FY24 H2" is a fiscal half, and a day is needed\. /],
    ['TRUE', [true], /^#VALUE! date: TRUE isn't a date in the form year-month-day\. /],
    ['a day written the German way', ['31.12.2024'], /^#VALUE! date: "31\.12\.2024" isn't a date in the form year-month-day/],
    ['a day written the American way', ['12/31/2024'], /^#VALUE! date: "12\/31\/2024" isn't a date in the form year-month-day/],
    ['a day that does not exist', ['2024-02-30'], /^#VALUE! date/],
    ['an error', [errorCell('#N/A')], /^#N\/A date: the value given is #N\/A/],
    ['a division by zero', [DIVISION], /^#DIV\/0! date/],
    ['an error of a name', [errorCell('#NAME?')], /^#NAME\? date/],
    ['an error of a reference', [errorCell('#REF!')], /^#REF! date/],
    ['an error of an intersection', [errorCell('#NULL!')], /^#NULL! date/],
    ['an error of a number', [errorCell('#NUM!')], /^#NUM! date/],
  ]),
  ...refusals('PERIOD', [['a serial before 2000', [36525], /^#NUM! /]]).map((testCase) => ({
    ...testCase,
    only1900: 'the number is another day',
  })),
];

const FUND: Case[] = [
  ...answers('FUND', [
    ['contract', ['2024-08-01'], 'FY24 H2'],
    ['settled', ['2024-06-30'], 'FY24 H1'],
    ['T07', ['2025-07-01'], 'FY25 H2'],
    ['T14', ['2024-01-01'], 'FY24 H1'],
    ['T16: belongs to usage July to December 2024', ['2024-07-10'], 'FY24 H2'],
    ['a day from Excel', [dateCell('2024-08-01')], 'FY24 H2'],
    ['a day from Excel with a time', [dateCell('2024-06-30', 0.999)], 'FY24 H1'],
  ]),
  ...refusals('FUND', [
    ['a blank cell', [BLANK], /^#VALUE! activity_date is missing/],
    ['a day written the German way', ['01.08.2024'], /^#VALUE! activity_date/],
    ['TRUE', [true], /^#VALUE! activity_date/],
  ]),
];

const DEADLINE: Case[] = [
  ...answers('DEADLINE', [
    ['T04', ['FY24 H1', 'claim'], '2024-08-15'],
    ['T05', ['FY24 H2', 'usage end'], '2024-12-31'],
    ['T06', ['FY23 H2', 'claim'], '2024-02-15'],
    ['T07', ['2025-04-01', 'claim'], '2026-02-15'],
    ['T08', ['FY22 H1', 'claim'], '2022-08-15'],
    ['T08', ['FY22 H2', 'claim'], '2023-02-15'],
    ['T11: a Saturday, and not February 14', ['2019-06-30', 'claim'], '2020-02-15'],
    ['T11', ['2019-07-01', 'claim', 'usage'], '2020-02-15'],
    ['T13', ['FY24 H2', 'claim', 'usage'], '2024-08-15'],
    ['blank texts are left out', ['FY24 H1', '', ''], '2024-08-15'],
    ['blank cells are left out', ['FY24 H1', BLANK, BLANK], '2024-08-15'],
    ['a half by a day from Excel', [dateCell('2023-09-01')], '2024-08-15'],
    ['a half without a space', ['FY24H1'], '2024-08-15'],
    ['a half with the whole year', ['fy2024 h1'], '2024-08-15'],
    ['a half the other way round', ['H1 FY24'], '2024-08-15'],
    ['capitals and hyphens in a choice', ['FY24 H1', 'USAGE-END'], '2024-06-30'],
  ]),
  ...refusals('DEADLINE', [
    ['a bare half', ['H1'], /^#VALUE! .*opposite deadlines/],
    ['an empty half', [''], /^#VALUE! half is missing/],
    ['a blank half', [BLANK], /^#VALUE! half is missing/],
    ['another milestone', ['FY24 H1', 'due'], /^#VALUE! milestone: "due" isn't one of the choices\..*"claim opens"/],
    ['another basis', ['FY24 H1', 'claim', 'claiming'], /^#VALUE! basis: .*"earning" or "usage"/],
    ['a half that does not exist', ['FY99 H9'], /^#VALUE!/],
    ['a half before co-op', ['FY05 H1'], /^#N\/A/],
    ['an error', [DIVISION], /^#DIV\/0!/],
  ]),
];

/** What CALENDAR puts above its columns. */
const CALENDAR_HEADER = [
  'Fiscal half',
  'Earning start',
  'Earning end',
  'Usage start',
  'Usage end',
  'Claim opens',
  'Claim deadline',
  'Resolution deadline',
  'Keep proof until',
];

/** As derived from the printed tables, facts a1.3. */
const HALVES = [
  ['FY23 H2', '2023-01-01', '2023-06-30', '2023-07-01', '2023-12-31', '2023-08-16', '2024-02-15', '2024-03-31', '2026-02-15'],
  ['FY24 H1', '2023-07-01', '2023-12-31', '2024-01-01', '2024-06-30', '2024-02-16', '2024-08-15', '2024-09-30', '2026-08-15'],
  ['FY24 H2', '2024-01-01', '2024-06-30', '2024-07-01', '2024-12-31', '2024-08-16', '2025-02-15', '2025-03-31', '2027-02-15'],
  ['FY25 H1', '2024-07-01', '2024-12-31', '2025-01-01', '2025-06-30', '2025-02-16', '2025-08-15', '2025-09-30', '2027-08-15'],
];
const calendarOf = (...rows: number[]): Shown[][] => [CALENDAR_HEADER, ...rows.map((row) => HALVES[row]!)];

const CALENDAR: Case[] = [
  ...answers('CALENDAR', [
    ['a header and four halves', ['FY23 H2'], calendarOf(0, 1, 2, 3)],
    ['a blank count is left out', ['FY23 H2', BLANK], calendarOf(0, 1, 2, 3)],
    ['the half that is used in the one named', ['FY24 H2', 1, 'usage'], calendarOf(1)],
    ['one half', ['FY24 H2', 1], calendarOf(2)],
    ['two halves from a day', [dateCell('2024-02-01'), 2, 'earning'], calendarOf(2, 3)],
    ['a count as text', ['FY24 H1', '3'], calendarOf(1, 2, 3)],
  ]),
  ...refusals('CALENDAR', [
    ['more than 40 halves', ['FY24 H1', 41], /^#NUM! /],
    ['fewer than none', ['FY24 H1', -1], /^#NUM! /],
    ['half a half', ['FY24 H1', 1.5], /^#VALUE! /],
    ['a count in words', ['FY24 H1', 'two'], /^#VALUE! /],
    ['a bare half', ['H2'], /^#VALUE! /],
  ]),
];

const STAGE: Case[] = [
  ...answers(
    'STAGE',
    (
      [
        ['2023-06-30', 'not begun'],
        ['2023-07-01', 'earning'],
        ['2023-12-31', 'earning'],
        ['2024-01-01', 'usage'],
        ['2024-06-30', 'usage'],
        ['2024-07-01', 'claim only'],
        ['2024-08-15', 'claim only'],
        ['2024-08-16', 'resolution only'],
        ['2024-09-30', 'resolution only'],
        ['2024-10-01', 'closed'],
      ] as const
    ).flatMap(([day, stage]) => [
      [`FY24 H1 on ${day}`, ['FY24 H1', day], stage] as const,
      [`FY24 H1 on ${day} from Excel, late in the day`, ['FY24 H1', dateCell(day, 0.9)], stage] as const,
      [`used in FY24 H2, on ${day}`, ['FY24 H2', day, 'usage'], stage] as const,
    ]),
  ),
  ...answers('STAGE', [
    ['an instant: the day it has in UTC', ['FY24 H1', '2024-08-15T20:30:00-05:00'], 'resolution only'],
    ['by the half money was earned in', ['FY24 H1', '2024-08-15', 'earning'], 'claim only'],
  ]),
  ...refusals('STAGE', [
    ['no day', ['FY24 H1', BLANK], /^#VALUE! /],
    ['another basis', ['FY24 H1', '2024-08-15', 'calendar'], /^#VALUE! basis/],
    ['a bare half', ['H1', '2024-08-15'], /^#VALUE! /],
  ]),
];

const CLAIMBY: Case[] = [
  ...answers('CLAIMBY', [
    ['T14', ['2024-01-31', 'final'], '2024-08-15'],
    ['last day of use', ['2024-06-30', 'final'], '2024-08-15'],
    ['T16', ['2024-07-12', 'final'], '2025-02-15'],
    ['T11', ['2019-12-31', 'final'], '2020-02-15'],
    ['a day from Excel', [dateCell('2024-01-31'), 'ADVISED'], '2024-03-16'],
    ['a blank kind is left out', [dateCell('2024-06-30'), BLANK], '2024-08-15'],
    ['advised, over the end of a leap February', ['2024-02-29', 'advised'], '2024-04-14'],
    ['until when open claims are resolved', ['2024-07-05', 'resolution'], '2025-03-31'],
    ['the end of the usage period', [dateCell('2024-07-05'), 'usage end'], '2024-12-31'],
    ['capitals in a kind', ['2024-07-05', 'Usage End'], '2024-12-31'],
  ]),
  ...refusals('CLAIMBY', [
    ['an empty day', [''], /^#VALUE! /],
    ['a blank day', [BLANK], /^#VALUE! /],
    ['a day that does not exist', ['2024-31-01'], /^#VALUE! /],
    ['another kind', ['2024-01-31', 'soon'], /^#VALUE! kind/],
  ]),
];

const SAFEBY: Case[] = [
  ...answers('SAFEBY', [
    ['the usage period ends first', ['FY24 H1'], '2024-06-30'],
    ['proof takes until after the claim deadline', ['FY24 H1', null, 1, 60], '2024-06-16'],
    ['review and proof reach the resolution deadline', ['FY24 H1', null, 60, 45], '2024-06-17'],
    ['paid by the last day of June: approved by June 15', ['FY24 H1', '2024-06-30'], '2024-05-02'],
    ['paid by the 25th: still that month', ['FY24 H1', '2024-06-25'], '2024-05-02'],
    ['paid by the 24th: the month before', ['FY24 H1', '2024-06-24'], '2024-04-01'],
    ['paid by a day from Excel', ['FY24 H1', dateCell('2024-06-30')], '2024-05-02'],
    ['paid by a day after all deadlines', ['FY24 H1', '2025-12-31'], '2024-06-30'],
    ['no days at all, meant so', ['FY24 H1', '2024-06-30', '0', '0'], '2024-06-15'],
    ['blank days are left out', ['FY24 H1', '2024-06-30', BLANK, ''], '2024-05-02'],
    ['a half by a date in it', ['2023-07-01'], '2024-06-30'],
    ['paid in time on the first day of use alone', ['FY24 H1', '2024-02-25', '30', '15'], '2024-01-01'],
  ]),
  ...refusals('SAFEBY', [
    [
      'paid before the usage period',
      ['FY26 H2', '2026-06-30'],
      /^#NUM! It can't be paid by Jun 30, 2026: the usage period begins Jul 1, 2026\.$/,
    ],
    ['a day short', ['FY24 H1', '2024-02-25', '30', '16'], /^#NUM! .*paid by Feb 25, 2024: the usage period begins Jan 1, 2024\.$/],
    ['paid long before it', ['FY26 H2', '2020-01-31'], /^#NUM! .*paid by Jan 31, 2020: the usage period begins Jul 1, 2026\.$/],
    ['no time', ['FY24 H1', null, 200, 100], /^#NUM! There's no time for proof and review: the usage period begins Jan 1, 2024\.$/],
    ['negative days', ['FY24 H1', null, -1], /^#NUM! /],
    ['too many days', ['FY24 H1', null, 1000], /^#NUM! /],
    ['half a day', ['FY24 H1', null, 1.5], /^#VALUE! /],
    ['a day written the German way', ['FY24 H1', '30.06.2024'], /^#VALUE! /],
    ['a bare half', ['H1'], /^#VALUE! /],
    ['no half', [''], /^#VALUE! /],
  ]),
];

const INTIME: Case[] = [
  ...answers(
    'INTIME',
    (
      [
        ['T13', '2024-08-15T23:59:59Z', true],
        ['T13', '2024-08-16T00:00:00Z', false],
        ['an hour west, already the next day in UTC', '2024-08-15T23:30:00-01:00', false],
        ['east, still the day before in UTC', '2024-08-16T01:30:00+02:00', true],
        ['no zone: the written day', '2024-08-15T23:59:59', true],
        ['an Excel date and time, in UTC', dateCell('2024-08-15', 86399 / 86400), true],
        ['an Excel date and time, in UTC', dateCell('2024-08-16'), false],
        ['T17: before claiming opens', '2024-01-20', true],
      ] as const
    ).flatMap(([what, submitted, isInTime]) => [
      [what, [submitted, 'FY24 H1'], isInTime] as const,
      [what, [submitted, 'FY24 H2', 'usage'], isInTime] as const,
      [what, [submitted, 'FY24 H1', 'earning'], isInTime] as const,
    ]),
  ),
  ...refusals('INTIME', [
    ['no instant', ['', 'FY24 H1'], /^#VALUE! /],
    ['a blank instant', [BLANK, 'FY24 H1'], /^#VALUE! /],
    ['a bare half', ['2024-08-15', 'H1'], /^#VALUE! /],
    ['no half', ['2024-08-15', ''], /^#VALUE! /],
    ['a day written the German way', ['15.08.2024', 'FY24 H1'], /^#VALUE! /],
  ]),
];

const NEXT: Case[] = [
  ...answers('NEXT', [
    ['before it begins, earning is the first to end', ['FY24 H1', '2023-01-01'], '2023-12-31'],
    ['on the last day of earning', ['FY24 H1', '2023-12-31'], '2023-12-31'],
    ['on the last day of earning, none is left', ['FY24 H1', '2023-12-31', 'days'], 0],
    ['in use', ['FY24 H1', '2024-01-01', 'day', 'earning'], '2024-06-30'],
    ['in use, by name', ['FY24 H1', dateCell('2024-01-01'), 'name'], 'usage end'],
    ['claims', ['FY24 H1', '2024-07-01', 'day'], '2024-08-15'],
    ['claims, by name, which DEADLINE takes', ['FY24 H1', '2024-08-15', 'NAME'], 'claim'],
    ['claims, days left over a leap day', ['FY23 H2', '2024-02-01', 'days'], 14],
    ['open claims', ['FY24 H1', '2024-08-16'], '2024-09-30'],
    ['by the half of use', ['FY24 H2', '2024-08-01', 'days', 'usage'], 14],
    ['a half by a date in it', ['2023-09-01', '2024-09-30', 'name'], 'resolution'],
    ['blank choices are left out', ['FY24 H1', '2024-01-01', BLANK, ''], '2024-06-30'],
  ]),
  ...refusals('NEXT', [
    ['all is over', ['FY24 H1', '2024-10-01'], /^#N\/A FY24 H1 is over on Oct 1, 2024/],
    ['no day', ['FY24 H1', BLANK], /^#VALUE! as_of is missing/],
    ['another part', ['FY24 H1', '2024-01-01', 'hours'], /^#VALUE! part/],
    ['another basis', ['FY24 H1', '2024-01-01', 'day', 'claim'], /^#VALUE! basis/],
    ['a bare half', ['H1', '2024-01-01'], /^#VALUE! /],
    ['a half before co-op', ['FY05 H1', '2024-01-01'], /^#N\/A/],
  ]),
];

const SHIFT: Case[] = [
  ...answers('SHIFT', [
    ['the next half', ['FY24 H1', 1], 'FY24 H2'],
    ['over the fiscal year', ['FY24 H2', 1], 'FY25 H1'],
    ['back', ['FY24 H1', -3], 'FY22 H2'],
    ['a blank count is none', ['fy2024h1', BLANK], 'FY24 H1'],
    ['left out', ['H2 FY24'], 'FY24 H2'],
    ['a count as text', ['FY24 H1', '2'], 'FY25 H1'],
    ['a day from Excel', [dateCell('2024-02-29'), 0], 'FY24 H2'],
    ['months as Partner Center shows them', ['July 2026 – December 2026', 1], 'FY27 H2'],
    ['months as our screens show them', ['January – June 2027'], 'FY27 H2'],
    ['into another century', ['2099-12-31', 1], 'FY2100 H2'],
  ]),
  ...refusals('SHIFT', [
    ['no half', [BLANK, 1], /^#VALUE! half is missing/],
    ['a bare half', ['H1', 1], /^#VALUE! .*opposite deadlines/],
    ['months of two halves', ['July 2026 – June 2027'], /^#VALUE! half/],
    ['a half of a half', ['FY24 H1', 1.5], /^#VALUE! count/],
    ['too far', ['FY24 H1', 201], /^#NUM! count/],
    ['before 2000', ['FY01 H1', -5], /^#NUM! FY1998 H2/],
    ['an error', [DIVISION], /^#DIV\/0!/],
  ]),
];

const DAY: Case[] = [
  ...answers('DAY', [
    ['as the report writes it', ['2026-03-31T00:00:00.000Z'], '2026-03-31'],
    ['an hour east, still the day before in UTC', ['2026-04-01T00:30:00+01:00'], '2026-03-31'],
    ['an hour west, already the next day in UTC', ['2026-03-31T23:30:00-01:00'], '2026-04-01'],
    ['no zone: the written day', ['2026-03-31T23:59:59'], '2026-03-31'],
    ['no time', ['2024-02-29'], '2024-02-29'],
    ['a day from Excel with a time', [dateCell('2024-06-30', 0.75)], '2024-06-30'],
  ]),
  ...refusals('DAY', [
    ['blank', [BLANK], /^#VALUE! when is missing/],
    ['a day that does not exist', ['2026-02-30T00:00:00Z'], /^#VALUE! when/],
    ['a day written the American way', ['3/31/2026'], /^#VALUE! when/],
    ['a day in no year', ['1999-12-31'], /^#NUM! when/],
  ]),
];

const PAYDATE: Case[] = [
  ...answers('PAYDATE', [
    ['T37', ['2022-10-15', 'claim'], '2022-10-20'],
    ['T37 and settled', ['2022-10-16', 'claim'], '2022-11-20'],
    ['T38', ['2024-12-16', 'claim'], '2025-01-20'],
    ['T39', ['2024-02-29', 'rebate'], '2024-04-14'],
    ['C17', ['2024-02-01', 'rebate 15th'], '2024-04-15'],
    ['C17', ['2024-11-30', 'rebate'], '2025-01-14'],
    ['C17', ['2024-12-31', 'rebate 15th'], '2025-02-15'],
    ['a day from Excel, a hyphen in the kind', [dateCell('2022-10-16'), 'claim-latest'], '2022-11-25'],
    ['C18: a half that ends in December', ['2024-07-01', 'converted'], '2025-02-14'],
    ['C18: a half that ends in June', ['2024-06-30', 'converted'], '2024-08-14'],
    ['a blank kind is left out', [dateCell('2022-10-15'), BLANK], '2022-10-20'],
  ]),
  ...refusals('PAYDATE', [
    ['no day', [''], /^#VALUE! /],
    ['a blank day', [BLANK], /^#VALUE! /],
    ['another kind', ['2022-10-16', 'co-op'], /^#VALUE! /],
  ]),
];

/** Cases of the functions of periods. */
export const PERIODS_CASES: readonly Case[] = [
  ...PERIOD,
  ...FUND,
  ...DEADLINE,
  ...CALENDAR,
  ...STAGE,
  ...CLAIMBY,
  ...SAFEBY,
  ...INTIME,
  ...PAYDATE,
  ...NEXT,
  ...SHIFT,
  ...DAY,
];
