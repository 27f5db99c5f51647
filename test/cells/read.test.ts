import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { provideContext } from '../../src/cells/context';
import {
  readAmount,
  readChoice,
  readCount,
  readDay,
  readEarningHalf,
  readHalf,
  readOptionalAmount,
  readOptionalDay,
  readOptionalFunds,
  readOptionalHalf,
  readOptionalText,
  readOverrideAmount,
  readProgram,
  readRuleDay,
  readShare,
  readText,
} from '../../src/cells/read';
import { cellError } from '../../src/cells/cell-error';
import { INVOCATION, PLAIN_WORKBOOK, serial } from '../support/custom-functions';

/** What a reading gives, or the error and sentence a cell would show. */
function reading(read: () => unknown): unknown {
  try {
    return read();
  } catch (thrown) {
    const { code, message } = cellError(thrown);
    return `${code} ${message}`;
  }
}

const OMITTED = [null, undefined, INVOCATION, { address: 'Sheet1!A1' }, { type: 'Empty', basicValue: '' }];
const BLANK = [0, null, '', '  '];

describe('a blank cell is the same whether Excel sends it as 0, nothing or an empty text', () => {
  it.each(BLANK)('sent as %j', (blank) => {
    expect(readAmount(blank, 'a')).toBe(0);
    expect(readOptionalAmount(blank, 'a')).toBeNull();
    expect(reading(() => readDay(blank, 'date'))).toMatch(/^#VALUE! date is missing or blank/);
    expect(readOptionalDay(blank, 'date')).toBeNull();
    expect(readRuleDay(blank, 'date')).toBe('newest');
    expect(reading(() => readHalf(blank, 'half'))).toMatch(/^#VALUE! half is missing or blank/);
    expect(readOptionalHalf(blank, 'half')).toBeNull();
    expect(reading(() => readText(blank, 'lever'))).toMatch(/^#VALUE! lever is missing or blank/);
    expect(readOptionalText(blank, 'lever')).toBeNull();
    expect(readCount(blank, 'count', { min: 1, max: 40, omitted: 4 })).toBe(4);
    expect(readChoice(blank, 'part', ['both', 'rebate'])).toBe('both');
    expect(readProgram(blank)).toBe('Microsoft Commerce Incentives');
  });

  it.each([0, '', '  '])('in place of a rule it is refused, sent as %j', (blank) => {
    expect(reading(() => readShare(blank, 'coop_share'))).toMatch(/^#VALUE! coop_share is blank or zero.*"0%"/);
    expect(reading(() => readOverrideAmount(blank, 'threshold'))).toMatch(/^#VALUE! threshold is blank or zero/);
  });

  it('counts as 0 where funds of 0 say something', () => {
    expect(readOptionalFunds(0, 'earned')).toBe(0);
    expect(readOptionalFunds('', 'earned')).toBe(0);
    expect(readOptionalFunds(null, 'earned')).toBeNull();
  });
});

describe('an argument left out', () => {
  it.each(OMITTED.map((value) => [value]))('as %j takes its default', (value) => {
    expect(readChoice(value, 'part', ['both', 'rebate'])).toBe('both');
    expect(readRuleDay(value, 'date')).toBe('newest');
  });

  it.each([null, undefined, INVOCATION].map((value) => [value]))('as %j leaves the rule alone', (value) => {
    expect(readShare(value, 'coop_share')).toBeNull();
    expect(readOverrideAmount(value, 'threshold')).toBeNull();
  });
});

describe('amounts', () => {
  it.each([
    [1500, 150000],
    [1.005, 101],
    [-1.005, -101],
    ['1234.50', 123450],
    ['+12', 1200],
    ['-0.5', -50],
    [' 7 ', 700],
    [{ type: 'FormattedNumber', basicValue: 12.5, numberFormat: '0.00' }, 1250],
    [[[3]], 300],
  ])('%j is %d cents', (given, cents) => expect(readAmount(given, 'earning')).toBe(cents));

  it.each([['1,234.50'], ['1.234,50'], ['1 234'], ['$5'], ['1e3'], ['.5'], ['5.'], ['abc'], [true], [false]])(
    '%j is refused in every locale, saying what was found and what to write',
    (given) => {
      const found = typeof given === 'string' ? `"${given}"` : String(given).toUpperCase();
      expect(reading(() => readAmount(given, 'earning'))).toBe(
        `#VALUE! earning: ${found} isn't an amount. Write a plain number such as 1234.50, without thousands separators.`,
      );
    },
  );

  it.each([[1e15], [-1e300], ['99999999999999999999']])('%j cannot be kept to the cent', (given) =>
    expect(reading(() => readAmount(given, 'earning'))).toMatch(/^#NUM!/),
  );
});

describe('errors and ranges where one value belongs', () => {
  it.each([
    [new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, 'x'), '#N/A'],
    [{ type: 'Error', basicValue: '#DIV/0!', basicType: 'Error' }, '#DIV/0!'],
    [{ type: 'Error', basicValue: '#REF!' }, '#REF!'],
    [{ type: 'Entity', text: 'Contoso', basicValue: '#VALUE!', basicType: 'Error' }, '#VALUE!'],
    [[[1, 2]], '#VALUE!'],
    [[[1], [2]], '#VALUE!'],
    [{ strange: true }, '#VALUE!'],
    [NaN, '#NUM!'],
    [Infinity, '#NUM!'],
  ])('%j is %s', (given, code) => {
    for (const read of [readAmount, readDay, readHalf, readText, readOptionalText, readShare, readOptionalDay]) {
      expect(reading(() => read(given, 'x'))).toMatch(new RegExp(`^${code.replace('/', '\\/')}`));
    }
  });
});

describe('days', () => {
  afterEach(() => provideContext(PLAIN_WORKBOOK));

  it.each([
    [serial('2024-03-10'), '2024-03-10'],
    [serial('2024-03-10') + 0.999, '2024-03-10'],
    [serial('2000-01-01'), '2000-01-01'],
    [serial('2099-12-31'), '2099-12-31'],
    ['2024-03-10', '2024-03-10'],
    ['2024-03-10T23:30:00', '2024-03-10'],
    ['2024-12-31T23:30:00-05:00', '2025-01-01'],
    ['2025-01-01T00:00:00.000Z', '2025-01-01'],
    ['2025-01-01T00:30:00+02:00', '2024-12-31'],
    [{ type: 'Double', basicValue: serial('2024-08-15'), numberFormat: 'yyyy-mm-dd' }, '2024-08-15'],
  ])('%j is %s', (given, day) => expect(readDay(given, 'date')).toBe(day));

  it.each([[36525.9], [73051], [1], [-5], [1e9]])('serial %d is outside 2000 to 2099', (given) =>
    expect(reading(() => readDay(given, 'date'))).toMatch(/^#NUM!/),
  );

  it.each([['1999-12-31'], ['2100-01-01']])('%j is outside 2000 to 2099', (given) =>
    expect(reading(() => readDay(given, 'date'))).toMatch(/^#NUM!/),
  );

  it.each([['31.12.2024'], ['12/31/2024'], ['2024/12/31'], ['45000'], ['March 2024'], [true]])(
    '%j is refused, saying what was found and what to write',
    (given) => {
      const sentence = reading(() => readDay(given, 'date'));
      expect(sentence).toMatch(/^#VALUE! date: .* isn't (?:a date in the form year-month-day|in the form that is read)\..*"2024-12-31"\.$/);
      expect(sentence).toContain(typeof given === 'string' ? `"${given}"` : 'TRUE');
    },
  );

  it('are shifted once in a workbook that counts from 1904', () => {
    provideContext({ ...PLAIN_WORKBOOK, dateSystem: 1904 });
    expect(readDay(serial('2024-03-10') - 1462, 'date')).toBe('2024-03-10');
    expect(readDay('2024-03-10', 'date')).toBe('2024-03-10');
  });
});

describe('halves', () => {
  it.each(['FY25 H1', 'FY25H1', 'FY2025 H1', 'H1 FY25', 'fy25 h1', ' FY25  H1 ', '2024-07-01', '2024-12-31T23:59:59Z'])(
    '%j is FY25 H1',
    (given) => expect(readHalf(given, 'half')).toEqual({ fiscalYear: 2025, half: 1 }),
  );

  it('takes any date in it', () => {
    expect(readHalf(serial('2024-12-31'), 'half')).toEqual({ fiscalYear: 2025, half: 1 });
    expect(readHalf(serial('2025-01-01'), 'half')).toEqual({ fiscalYear: 2025, half: 2 });
  });

  it.each(['H1', 'h2', 'H 1'])('a bare %j is refused with the reason', (given) =>
    expect(reading(() => readHalf(given, 'half'))).toMatch(/^#VALUE! .*opposite deadlines.*"FY25 H1"/),
  );

  it.each(['FY25', 'FY25 H3', 'first half', '31.12.2024', '11/29/2026'])('%j is refused, and what a date looks like is said', (given) =>
    expect(reading(() => readHalf(given, 'half'))).toMatch(/^#VALUE! .*isn't a fiscal half\. .*or a date in it, such as "2024-12-31"\.$/),
  );

  it.each(['1999-01-01', '2100-03-01'])('%j is out of range', (given) => expect(reading(() => readHalf(given, 'half'))).toMatch(/^#NUM!/));

  it('named by its use is the half before', () => {
    expect(readEarningHalf('FY26 H1', 'usage')).toEqual({ fiscalYear: 2025, half: 2 });
    expect(readEarningHalf('FY26 H1', 'earning')).toEqual({ fiscalYear: 2026, half: 1 });
  });
});

describe('choices', () => {
  it.each(['co-op', 'coop', 'CO-OP', 'Co op', 'co–op'])('%j is co-op', (given) =>
    expect(readChoice(given, 'part', ['both', 'rebate', 'co-op'])).toBe('co-op'),
  );

  it.each([['rebat'], [1], [true]])('%j is refused, listing the choices', (given) =>
    expect(reading(() => readChoice(given, 'part', ['both', 'rebate', 'co-op']))).toMatch(
      /^#VALUE! part: .* isn't one of the choices\. Write "both", "rebate", or "co-op"\.$/,
    ),
  );
});

describe('shares and amounts that take a rule’s place', () => {
  it.each([
    [0.4, 0.4],
    [1, 1],
    ['40%', 0.4],
    ['33.3%', 0.333],
    ['0%', 0],
    ['100 %', 1],
    ['0.25', 0.25],
  ])('share %j is %d', (given, share) => expect(readShare(given, 'coop_share')).toBe(share));

  it.each([
    [1.01, '#NUM!'],
    [40, '#NUM!'],
    [-0.1, '#NUM!'],
    ['140%', '#NUM!'],
    ['forty', '#VALUE!'],
    ['40,5%', '#VALUE!'],
    [true, '#VALUE!'],
  ])('share %j is %s', (given, code) => expect(reading(() => readShare(given, 'coop_share'))).toMatch(new RegExp(`^${code}`)));

  it('takes an amount, "0" in quotes for zero, and nothing below', () => {
    expect(readOverrideAmount(1500, 'threshold')).toBe(150000);
    expect(readOverrideAmount('0', 'threshold')).toBe(0);
    expect(reading(() => readOverrideAmount(-1, 'threshold'))).toMatch(/^#NUM!/);
  });
});

describe('counts', () => {
  const range = { min: 1, max: 40, omitted: 4 };

  it.each([[1], [40], ['7']])('%j counts', (given) => expect(readCount(given, 'count', range)).toBe(Number(given)));

  it.each([
    [41, '#NUM!'],
    [-1, '#NUM!'],
    ['0', '#NUM!'],
    [2.5, '#VALUE!'],
    ['many', '#VALUE!'],
    [true, '#VALUE!'],
  ])('%j is %s', (given, code) => expect(reading(() => readCount(given, 'count', range))).toMatch(new RegExp(`^${code}`)));
});

describe('texts and programs', () => {
  it('takes an ID that is in a cell as a number', () => expect(readText(1234567, 'partner_id')).toBe('1234567'));
  it('refuses TRUE', () => expect(reading(() => readText(true, 'lever'))).toBe("#VALUE! lever: TRUE isn't text."));
  it('folds a program’s name', () => expect(readProgram('csp direct-bill partner')).toBe('CSP Direct Bill Partner'));
  it('does not know every program', () =>
    expect(reading(() => readProgram('CSP Direct Bil Partner'))).toMatch(/^#N\/A .*CSP Direct Bill Partner/));
});

it('law: an amount typed as text and as a number read the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
      const text = `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
      expect(readAmount(text, 'a')).toBe(cents === 0 ? 0 : cents);
      expect(readAmount(Number(text), 'a')).toBe(cents === 0 ? 0 : cents);
    }),
  );
});
