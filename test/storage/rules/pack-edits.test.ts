import { describe, expect, it } from 'vitest';
import { RULE_PACKS, packRows } from '../../../src/rulebook/packs/packs';
import { findLever } from '../../../src/rulebook/find-lever';
import { rulesOn } from '../../../src/rulebook/rules-on';
import type { CellContent } from '../../../src/records/table';
import { readOwnRules } from '../../../src/storage/rules/own-rules';
import { addGuideRows, addRuleRows, takeOutPack, usePack } from '../../../src/storage/rules/pack-edits';
import { RULES_DESIGN } from '../../../src/storage/rules/rules-design';
import { FakeTables } from '../../support/fake-tables';

const MCI = 'Microsoft Commerce Incentives';
const [FY26, FY27] = RULE_PACKS as [(typeof RULE_PACKS)[0], (typeof RULE_PACKS)[0]];
const NAMES = RULES_DESIGN.columns.map(({ name }) => name);

/** A workbook whose table of rules has these rows. */
function tablesWith(header: readonly string[], ...rows: CellContent[][]) {
  const tables = new FakeTables();
  tables.held.set('CoopRules', { header, values: rows, formulas: rows });
  const cells = () => tables.held.get('CoopRules')!;
  return { tables, cells, rules: () => readOwnRules([cells().header, ...cells().values], 1900) };
}

const blank = (width: number): CellContent[] => new Array<CellContent>(width).fill('');

describe('a rule pack', () => {
  it.each(RULE_PACKS.map((pack) => [pack.name, pack] as const))(
    '%s has rows that CoopRules reads, each with grade, source, and last day',
    (name, pack) => {
      const rows = packRows(pack);
      for (const row of rows) expect(NAMES).toEqual(expect.arrayContaining(Object.keys(row)));
      const { rules, faults } = readOwnRules([NAMES, ...rows.map((row) => NAMES.map((column) => row[column] ?? ''))], 1900);
      expect(faults).toEqual([]);
      expect(rules).toHaveLength(rows.length);
      for (const rule of rules) {
        expect(rule).toMatchObject({
          topic: 'rate',
          program: MCI,
          pack: name,
          cited: expect.stringMatching(/: .+ \((distributor|secondary)\)$/) as string,
        });
        expect(rule.to).toBeDefined();
        expect(rule.note).toMatch(/Last known [A-Z][a-z]{2} \d{1,2}, \d{4}\.$/);
      }
    },
  );

  it('answers the days of its year once it is used, and no others', async () => {
    const { tables, rules } = tablesWith(NAMES, blank(NAMES.length), blank(NAMES.length));
    await usePack(tables, FY26);
    await usePack(tables, FY27);
    const rateOn = (day: '2025-06-30' | '2025-07-01' | '2026-06-30' | '2026-07-01' | '2027-07-01', text: string) => {
      const inForce = rulesOn(day, rules().rules);
      return inForce.rate(inForce.lever(text, MCI)).value.rate;
    };
    expect(rateOn('2025-06-30', 'D365: Core')).toBe(0.0475);
    expect(rateOn('2025-07-01', 'D365: Core')).toBe(0.04);
    expect(rateOn('2026-06-30', 'M365: Tier 1 (innovate and balance countries)')).toBe(0.03);
    expect(rateOn('2026-07-01', 'D365: Core')).toBe(0);
    expect(rateOn('2026-07-01', 'M365: Tier 1')).toBe(0.025);
    expect(() => rateOn('2027-07-01', 'M365: Tier 1')).toThrow('is verified from');
    expect(() => rateOn('2025-07-01', 'M365: Tier 1')).toThrow('"M365: Tier 1 (scale countries)"');
    expect(() => rateOn('2026-07-01', 'Azure Growth Accelerator')).toThrow('"Azure Growth Accelerator (10% tier)"');
    expect(rateOn('2026-07-01', 'Azure Growth Accelerator (12% tier)')).toBe(0.12);
    expect(rateOn('2025-07-01', 'Azure Growth Accelerator')).toBe(0.075);
    expect(() => rateOn('2025-07-01', 'M365: Customer add')).toThrow(
      '"Customer add – Modern Work & Security billed revenue" ended on Jul 1, 2025, by FY26 as reported: ruberti.info (secondary).',
    );
    expect(findLever('M365: Core', MCI, []).name).toMatch(/^Core/);
  });

  it('has no row for what is only missing from lists, such as the customer add of Dynamics 365, and says so', async () => {
    const { tables, rules } = tablesWith(NAMES, blank(NAMES.length));
    await usePack(tables, FY26);
    const inForce = rulesOn('2025-07-01', rules().rules);
    const lever = inForce.lever('D365: Customer add', MCI);
    expect(() => inForce.rate(lever)).toThrow(/is verified from .*|no longer verified/i);
    expect(rules().rules.some(({ subject }) => subject === lever.name)).toBe(false);
    expect(FY26.about).toMatch(/those of Dynamics 365 and Azure are only missing from two lists, so they have no row/);
  });

  it('fills blank rows first, adds the columns that an earlier table lacks, and is there once', async () => {
    const earlier = ['Rule', 'Program', 'Lever', 'From', 'Value', 'Note'];
    const { tables, cells, rules } = tablesWith(earlier, ['split', '', '', '2025-07-01', 0.5, 'mine'], blank(6));
    await usePack(tables, FY27);
    expect(cells().header).toEqual(NAMES);
    expect(cells().values).toHaveLength(1 + packRows(FY27).length);
    expect(rules().rules[0]).toEqual({ topic: 'split', program: MCI, from: '2025-07-01', value: { coopShare: 0.5 }, note: 'mine' });
    expect(await usePack(tables, FY27)).toBeNull();
    expect(rules().rules).toHaveLength(11);
  });

  it('brings the table where there is none, and its way back takes the table out again', async () => {
    const tables = new FakeTables();
    const takeBack = await usePack(tables, FY27);
    const { header, values } = tables.held.get('CoopRules')!;
    expect(header).toEqual(NAMES);
    expect(values).toHaveLength(packRows(FY27).length);
    expect(readOwnRules([header, ...values], 1900).faults).toEqual([]);
    expect(await takeBack!()).toBe('taken back');
    expect(tables.held.has('CoopRules')).toBe(false);
    await expect(takeOutPack(tables, FY27)).rejects.toThrow('no longer there');
  });

  it('comes out without the rows that are someone’s own, and each way back works', async () => {
    const { tables, cells, rules } = tablesWith(NAMES, blank(NAMES.length));
    const takeBack = await usePack(tables, FY26);
    const used = cells().values;
    expect(await takeBack!()).toBe('taken back');
    expect(rules().rules).toEqual([]);
    await usePack(tables, FY26);
    const edited = cells().values.map((row, index) =>
      index === 0 ? row.map((cell, column) => (NAMES[column] === 'Pack' ? '' : cell)) : row,
    );
    tables.held.set('CoopRules', { header: NAMES, values: edited, formulas: edited });
    const out = await takeOutPack(tables, FY26);
    expect(rules().rules.map(({ pack, value }) => [pack, value])).toEqual([[undefined, { rate: 0.0375 }]]);
    expect(await out!()).toBe('taken back');
    expect(cells().values).toHaveLength(used.length);
    expect(await takeOutPack(tables, FY27)).toBeNull();
  });

  it('finds the columns of a table in any spelling, as reading its rules does', async () => {
    const spelled = NAMES.map((name, index) => (index % 2 === 0 ? name.toUpperCase() : ` ${name.toLowerCase()}`));
    const { tables, cells, rules } = tablesWith(spelled, blank(NAMES.length));
    await usePack(tables, FY27);
    expect(cells().header).toEqual(spelled);
    expect(cells().values).toHaveLength(packRows(FY27).length);
    expect(rules().rules).toHaveLength(packRows(FY27).length);
    expect(await usePack(tables, FY27)).toBeNull();
    const guide = [{ Rule: 'split', From: '2026-07-01', Value: '40%', Source: 'Your guide' }];
    expect(await addGuideRows(tables, guide)).not.toBeNull();
    expect(await addGuideRows(tables, guide)).toBeNull();
    expect(await addRuleRows(tables, guide)).toBeNull();
    await takeOutPack(tables, FY27);
    expect(rules().rules).toEqual([expect.objectContaining({ topic: 'split', value: { coopShare: 0.4 } })]);
  });
});
