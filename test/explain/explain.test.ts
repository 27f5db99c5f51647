import { describe, expect, it } from 'vitest';
import type { CellsFound, Reference } from '../../src/formulas/formula';
import { explain } from '../../src/explain/explain';
import type { CallExplained, Explanation } from '../../src/explain/explanation';
import { opened } from '../cases/sample-report';
import { serial } from '../support/custom-functions';

type Value = string | number | boolean;

/** A sheet of a few cells, keyed as a formula writes them. */
function asking(cells: Record<string, Value | Value[][]> = {}) {
  const asked: Reference[][] = [];
  const read = async (wanted: readonly Reference[]): Promise<CellsFound[]> => {
    asked.push([...wanted]);
    return wanted.map((reference) => {
      const key =
        reference.kind === 'range'
          ? `${reference.sheet ? `${reference.sheet}!` : ''}${reference.address}`
          : reference.kind === 'name'
            ? reference.name
            : `${reference.table}[${reference.columns[0] ?? reference.part}]`;
      const found = cells[key];
      return found === undefined ? { missing: `${key} is not there.` } : { values: Array.isArray(found) ? found : [[found]] };
    });
  };
  const explained = (formula: string, value: Value = '', text = String(value)): Promise<Explanation> =>
    explain({ sheet: 'Sheet1', address: 'B2', formula, value, text }, read, __CATALOGUE__);
  return { asked, explained };
}

const only = (explanation: Explanation): CallExplained => {
  expect(explanation.calls).toHaveLength(1);
  return explanation.calls[0]!;
};

describe('explain', () => {
  it('T07: takes a deadline apart', async () => {
    const call = only(await asking().explained('=COOP.DEADLINE("2025-04-01","resolution")', serial('2026-03-31')));
    expect(call.name).toBe('COOP.DEADLINE');
    expect(call.arguments.slice(0, 2)).toEqual([
      { name: 'half', text: '"2025-04-01"', read: 'FY25 H2' },
      { name: 'milestone', text: '"resolution"' },
    ]);
    expect(call.result).toEqual({ kind: 'cells', cells: [['2026-03-31']] });
    expect(call.rules).toHaveLength(1);
    expect(call.rules[0]!.others.map(({ source }) => source).join()).toMatch(/QuickStart/);
    expect(call.steps.length).toBeGreaterThan(0);
  });

  it('T22: shows the lever that has a split of its own, its source and the other reading', async () => {
    const { explained } = asking({ A1: 10000, B1: 'Azure CSP Customer Adds' });
    const explanation = await explained('=COOP.SPLIT(COOP.EARN(A1,B1,"2024-11-15"),"both","2024-11-15",B1)', 1500);
    const [earn, split] = explanation.calls as [CallExplained, CallExplained];
    expect(earn.result).toEqual({ kind: 'cells', cells: [['1500']] });
    expect(earn.arguments[0]).toEqual({ name: 'revenue', text: 'A1', value: '10000' });
    expect(split.arguments[0]).toMatchObject({ name: 'earning', text: 'COOP.EARN(A1,B1,"2024-11-15")', value: '1500' });
    expect(split.result).toEqual({ kind: 'cells', cells: [['1500', '0']] });
    expect(split.rules[0]).toMatchObject({ standing: 'distributor', source: { publisher: 'TD SYNNEX' }, from: '2024-10-01' });
    expect(split.rules[0]!.others[0]!.settled).toMatch(/printed/i);
    expect(explanation.remarks).toEqual([]);
  });

  it.each([
    ['=COOP.SPLIT(100,"co-op","2024-11-15")', 40, undefined],
    ['=COOP.SPLIT(100,"co-op","2026-12-01")', 40, /^Split last confirmed Jan 14, 2026 \(a distributor\); /],
    ['=COOP.EARN(80000,"M365: Core")', 3000, /^Earning rates last confirmed Jun 30, 2025 \(a distributor\); /],
  ])('says when the rules of %s were last confirmed, if it asks for a later day', async (formula, result, line) => {
    const { confirmed } = await asking().explained(formula, result);
    if (line) expect(confirmed).toMatch(line);
    else expect(confirmed).toBeUndefined();
  });

  it('T32: says which comparison the old threshold had', async () => {
    const call = only(await asking().explained('=COOP.THRESHOLD(4000,"FY20 H2","status","CSP Direct Bill Partner")', 'converted'));
    expect(call.result).toEqual({ kind: 'cells', cells: [['converted']] });
    expect(call.rules[0]!.text).toMatch(/exceed \$4,000/);
  });

  it('reads an earnings report from a table, in one question', async () => {
    const { asked, explained } = asking({ 'Earnings[all]': opened() as Value[][], C1: 'FY25 H1' });
    const call = only(await explained('=COOP.ACCRUED(Earnings[#All],C1,"1234567")', 10020));
    expect(asked).toHaveLength(1);
    expect(call.result).toEqual({ kind: 'cells', cells: [['10020']] });
    expect(call.arguments[0]!.value).toMatch(/^\d+ rows × \d+ columns$/);
  });

  it.each([
    ['=COOP.DEADLINE("H1")', '#VALUE!', /two halves/],
    ['=COOP.SPLIT(100,"both",,,"Mystery program")', '#N/A', /Mystery program/],
    ['=COOP.SPLIT(100,,,,,1.4)', '#NUM!', /100%/],
    ['=COOP.SPLITT(100)', '#NAME?', /no function COOP\.SPLITT/],
    ['=COOP.SPLIT(A9)', '#DIV/0!', /earning/],
  ])('gives the whole sentence of %s', async (formula, error, sentence) => {
    const call = only(await asking({ A9: '#DIV/0!' }).explained(formula, error));
    expect(call.result).toMatchObject({ kind: 'problem', error });
    expect((call.result as { sentence: string }).sentence).toMatch(sentence);
  });

  it.each([
    ['="FY25 "&"H1"', 'FY25 H1'],
    ['=DATE(2024,13,1)', 'FY25 H2'],
    ['=EDATE(DATE(2024,6,30),1)', 'FY25 H1'],
    ['=COOP.PERIOD("2024-08-01")', 'FY25 H1'],
    ['=IF(1<2,"FY25 H1",TODAY())', 'FY25 H1'],
    ['=LET(a,"FY25",a&" H1")', 'FY25 H1'],
    ['=INDEX(D1:D2,2)', 'FY24 H2'],
    ['=IFERROR(1/0,"FY25 H1")', 'FY25 H1'],
    ['=CHOOSE(2,"x","FY25 H1")', 'FY25 H1'],
  ])('reads the argument %s', async (formula, half) => {
    const inner = formula.slice(1);
    const { explained } = asking({ 'D1:D2': [['FY24 H1'], ['FY24 H2']] });
    const explanation = await explained(`=COOP.DEADLINE(${inner})`);
    expect(explanation.calls.at(-1)!.result.kind).toBe('cells');
    const argument = explanation.calls.at(-1)!.arguments[0]!;
    expect(argument.read ?? argument.value).toBe(half);
  });

  it.each([
    ['=COOP.PERIOD(TODAY())', /TODAY changes with the clock/],
    ['=COOP.PERIOD(XLOOKUP(1,A1:A2,B1:B2))', /Excel calculates XLOOKUP/],
    ['=COOP.PERIOD(Missing)', /Missing is not there/],
    ["=COOP.PERIOD('[Other.xlsx]Sheet1'!A1)", /another workbook/],
  ])('says plainly what it can’t read in %s', async (formula, why) => {
    const call = only(await asking({ 'A1:A2': [[1], [2]], 'B1:B2': [[1], [2]] }).explained(formula));
    expect(call.result.kind).toBe('unknown');
    expect(call.arguments[0]!.unknown).toMatch(why);
  });

  it.each([
    ['MID("abc",-1,2)', '#VALUE!'],
    ['MID("abc",2,-1)', '#VALUE!'],
    ['MID("abcdef",2,3)', 'bcd'],
    ['LEFT("abc",-1)', '#VALUE!'],
    ['RIGHT("abc",-1)', '#VALUE!'],
    ['RIGHT("abc",0)', 'blank'],
    ['RIGHT("abc","2")', 'bc'],
    ['RIGHT("abc",9)', 'abc'],
    ['2^1E9', '#NUM!'],
    ['(0-8)^0.5', '#NUM!'],
    ['0^0', '#NUM!'],
    ['0^-1', '#DIV/0!'],
    ['"1E400"+0', '#NUM!'],
    ['1E308*10', '#NUM!'],
    ['ROUND(1234.5678,2)', '1234.57'],
    ['ROUND(0.0000001,2)', '0'],
    ['ROUNDUP(1E21,-3)', '1e+21'],
    ['EDATE(1,1E300)', '#NUM!'],
    ['EDATE(1,-30)', '#NUM!'],
    ['EDATE(1,120000)', '#NUM!'],
    ['YEAR(-1)', '#NUM!'],
  ])('reads %s as Excel does', async (written, value) =>
    expect(only(await asking().explained(`=COOP.SPLIT(${written})`)).arguments[0]).toMatchObject({ value }),
  );

  it('doesn’t guess what Excel makes of more digits than a number has', async () =>
    expect(only(await asking().explained('=COOP.SPLIT(ROUND(1,1E9))')).arguments[0]).toEqual({
      name: 'earning',
      text: 'ROUND(1,1E9)',
      unknown: "This part of the formula can't be read here.",
    }));

  it('marks a call on a branch that was not taken', async () => {
    const explanation = await asking({ A1: 5 }).explained('=IF(A1>3,COOP.PERIOD("2024-08-01"),COOP.FUND("2024-08-01"))', 'FY25 H1');
    expect(explanation.calls.map(({ name, result }) => [name, result.kind])).toEqual([
      ['COOP.PERIOD', 'cells'],
      ['COOP.FUND', 'unused'],
    ]);
  });

  it.each([
    ['', '', /empty/],
    ['', 12, /a value, not a formula/],
    ['=SUM(A1:A3)', 6, /doesn't use a COOP function/],
    ['=COOP.SPLIT(', '', /can't be read here/],
  ])('says that there is nothing to explain in %j', async (formula, value, sentence) => {
    const explanation = await asking().explained(formula, value);
    expect(explanation.nothing).toMatch(sentence);
    expect(explanation.calls).toEqual([]);
  });

  it.each([
    ['=COOP.SPLIT(1500,"co-op")', 600, []],
    ['=COOP.SPLIT(1500,"co-op")', 500, [/The cell shows 500, but the current result is 600/]],
    ['=COOP.SPLIT(1500)', '#SPILL!', [/needs several cells/]],
    ['=COOP.SPLIT(1500)', '#NAME?', [/Recalculate/]],
    ['=COOP.SPLIT("x")', '#VALUE!', []],
    ['=COOP.SPLIT(1500,"co-op")', 'constructor', [/The cell shows constructor, but the current result is 600/]],
    ['=COOP.SPLIT(COOP.SPLIT(1500,"co-op"),"co-op")*2', 480, []],
    ['=COOP.DEADLINE("FY24 H1")', serial('2024-08-15'), []],
    ['=COOP.DEADLINE("FY24 H1")+1', serial('2024-08-16'), []],
  ])('compares %s with the %j the cell shows', async (formula, value, remarks) => {
    const explanation = await asking().explained(formula, value);
    expect(explanation.remarks).toHaveLength(remarks.length);
    remarks.forEach((remark, i) => expect(explanation.remarks[i]).toMatch(remark));
  });

  it.each(['#NAME?', '#CONNECT!', 500])(
    'sends nobody to a ribbon that recalculates nothing, where Excel has no custom functions: %s',
    async (value) => {
      const cell = { sheet: 'Sheet1', address: 'B2', formula: '=COOP.SPLIT(1500,"co-op")', value, text: String(value) };
      const { remarks } = await explain(cell, async () => [], __CATALOGUE__, false);
      expect(remarks).toEqual([
        expect.stringMatching(
          /This version of Excel doesn't calculate COOP functions\. Open the workbook in Excel on Windows, Mac, or the web\.$/,
        ),
      ]);
    },
  );

  it('explains every worked example of every function as its page has it', async () => {
    const { explained } = asking({ 'Earnings[all]': opened() as Value[][] });
    for (const { name, examples } of __CATALOGUE__) {
      for (const { formula, gives } of examples) {
        const call = (await explained(formula, '')).calls.find((candidate) => candidate.name === name);
        expect(call, formula).toBeDefined();
        expect(['cells', 'problem'], `${formula}: ${JSON.stringify(call!.result)}`).toContain(call!.result.kind);
        if (call!.result.kind === 'cells' && call!.text === formula.slice(1) && gives.length === call!.result.cells.length) {
          expect(
            call!.result.cells.map((row) => row.map(String)),
            formula,
          ).toEqual(gives);
        }
      }
    }
  });
});
