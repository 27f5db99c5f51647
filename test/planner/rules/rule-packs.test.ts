import { describe, expect, it } from 'vitest';
import type { CellContent } from '../../../src/records/table';
import { addGuide, addRules, exportRules, readRules } from '../../../src/planner/rules/rule-packs';
import { guideRows } from '../../../src/planner/rules/your-guide';
import { readOwnRules } from '../../../src/storage/rules/own-rules';
import { RULES_DESIGN } from '../../../src/storage/rules/rules-design';
import { FakeTables } from '../../support/fake-tables';

const NAMES = RULES_DESIGN.columns.map(({ name }) => name);

function workbookWith(...rows: CellContent[][]) {
  const tables = new FakeTables();
  if (rows.length > 0) tables.held.set('CoopRules', { header: NAMES, values: rows, formulas: rows });
  const cells = () => tables.held.get('CoopRules')!;
  return { tables, cells, rules: () => readOwnRules([cells().header, ...cells().values], 1900) };
}

describe('Your guide', () => {
  it('brings rows of every kind for the fiscal year, which count for nothing until they are filled in', async () => {
    const { tables, cells, rules } = workbookWith();
    const { takeBack } = await addGuide({ tables }, '2026-12-01');
    expect(rules()).toMatchObject({ rules: [], rows: [], faults: [] });
    expect(rules().unfilled).toHaveLength(guideRows('2026-12-01').length);
    const words = new Set(cells().values.map((row) => row[0]));
    for (const word of ['claim deadline', 'split', 'rate', 'threshold', 'activity', 'cap', 'payment', 'retention', 'capability'])
      expect(words).toContain(word);
    expect((await addGuide({ tables }, '2027-06-30')).takeBack).toBeNull();
    expect((await addGuide({ tables }, '2027-07-01')).takeBack).not.toBeNull();
    expect(await takeBack!()).toBe('changed since');
  });

  it('goes again with Undo', async () => {
    const { tables, rules } = workbookWith(NAMES.map(() => ''));
    const { takeBack } = await addGuide({ tables }, '2026-12-01');
    expect(await takeBack!()).toBe('taken back');
    expect(rules()).toMatchObject({ rows: [], unfilled: [] });
  });

  it('is a rule as soon as Value is filled in', () => {
    const [split] = guideRows('2026-12-01').filter(({ Rule }) => Rule === 'split');
    const row = NAMES.map((name) => (name === 'Value' ? '45%' : (split![name] ?? '')));
    const { rules, faults } = readOwnRules([NAMES, row], 1900);
    expect(faults).toEqual([]);
    expect(rules).toEqual([
      {
        topic: 'split',
        program: 'Microsoft Commerce Incentives',
        from: '2026-07-01',
        to: '2027-06-30',
        value: { coopShare: 0.45 },
        note: 'FY27: co-op share of an earning, such as 40%.',
        cited: 'Your guide',
      },
    ]);
  });
});

describe('rules as a file', () => {
  const FILE = `\uFEFFRule,Lever,From,Value,To,Note,Activity,Owner\r
rate,"M365: Tier 1 (scale countries)",2026-07-01,3.3%,2027-06-30,"From ""our"" guide, page 4",,Ann\r
claim deadline,,2026-07-01,Feb 20,,"two\r
lines",,\r
cap,,2026-07-01,0,,,Customer offers,\r
`;

  it('are checked before anything is written', () => {
    const { rows, faults, unknown, count } = readRules(FILE);
    expect(rows.map(({ text }) => text)).toEqual(['3.3% of revenue is earned', 'Claims close Feb 20, for activities of July – December']);
    expect(rows[0]!.note).toBe('From "our" guide, page 4');
    expect(faults).toMatchObject([{ row: 3, message: expect.stringMatching(/a cap is above zero/) as string }]);
    expect([unknown, count]).toEqual([['Owner'], 3]);
    expect(readRules(FILE, 'rules.csv').faults[0]!.message).toMatch(/^Line 5 of rules\.csv can't be used\. Value: a cap is above zero/);
    const twice = 'Rule,From,Value\n\nsplit,2026-07-01,50%\nsplit,2026-07-01,40%';
    expect(readRules(twice).faults.map(({ message }) => message)).toEqual([
      "Line 3 of the text can't be used. It contradicts line 4, from the same day.",
      "Line 4 of the text can't be used. It contradicts line 3, from the same day.",
    ]);
    expect(readRules('hello').faults[0]!.message).toMatch(/^The text has no column Rule/);
    expect(readRules('Rule\tFrom\tValue\nsplit\t2026-07-01\t50%').rows).toHaveLength(1);
  });

  it('are added once, and go again with Undo', async () => {
    const { tables, cells, rules } = workbookWith(NAMES.map(() => ''));
    const { takeBack } = await addRules({ tables }, FILE);
    expect(cells().values).toHaveLength(3);
    expect(cells().values[0]!.slice(0, 5)).toEqual(['rate', '', 'M365: Tier 1 (scale countries)', 46204, 0.033]);
    expect(rules().rows).toHaveLength(2);
    expect((await addRules({ tables }, FILE)).takeBack).toBeNull();
    expect(await takeBack!()).toBe('taken back');
    expect(rules().rows).toEqual([]);
  });

  it('come back from the file that was exported as they were', async () => {
    const first = workbookWith(NAMES.map(() => ''));
    await addRules(first, `${FILE}threshold,,2026-07-01,8000,,=1+1,,\r\n`);
    const csv = (await exportRules(first))!;
    expect(csv).toContain('rate,,M365: Tier 1 (scale countries),2026-07-01,0.033,"From ""our"" guide, page 4",2027-06-30');
    expect(csv).toContain('" =1+1"');
    const second = workbookWith(NAMES.map(() => ''));
    await addRules(second, csv);
    expect(second.cells().values).toEqual(first.cells().values);
    expect(await exportRules(workbookWith())).toBeNull();
  });
});
