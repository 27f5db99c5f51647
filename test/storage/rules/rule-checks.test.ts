import { describe, expect, it } from 'vitest';
import { RULE_PACKS } from '../../../src/rulebook/packs/packs';
import type { CellContent } from '../../../src/records/table';
import { addRuleRows, takeOutPack, usePack, writeChecks } from '../../../src/storage/rules/pack-edits';
import { checksOf } from '../../../src/storage/rules/rule-checks';
import { RULES_DESIGN } from '../../../src/storage/rules/rules-design';
import { FakeTables } from '../../support/fake-tables';

const NAMES = RULES_DESIGN.columns.map(({ name }) => name);
const [PACK] = RULE_PACKS;

/** What was found in each row, without what the row was. */
const found = (tables: FakeTables): string[] => tables.rows('CoopRules').map(({ Checked }) => String(Checked).split(' → ')[1] ?? '');

describe('Checked', () => {
  it('says what a row was and what was found in it, with a point in every number', () => {
    const rows = [
      ['split', '', '', 46204, 0.5],
      ['split', '', '', 46204, 60],
      ['', '', '', '', ''],
      ['rate', '', 'Bogus, Inc.', 46204, 0.1 + 0.2],
    ];
    expect(checksOf({ header: ['Rule', 'Program', 'Lever', 'From', 'Value'], values: rows }, 1900).checks).toEqual([
      '0/4|split|||46204||0.5||||| → OK: 50% of an earning is co-op; the rest is rebate.',
      expect.stringMatching(/^1\/4\|split\|\|\|46204\|\|60\|{5} → Not used: Value/) as string,
      '',
      expect.stringMatching(/^3\/4\|rate\|\|Bogus\. Inc\.\|46204\|\|0\.3\|{5} → Warning: No built-in lever/) as string,
    ]);
    expect(checksOf({ header: ['Rule', 'Lever'], values: [['rate', 'x']] }, 1900).checks[0]).toMatch(
      /Not used: The table CoopRules has no column From/,
    );
  });

  it('is written with a pack, beside rules of one’s own too, and again when the pack goes', async () => {
    const tables = new FakeTables();
    await addRuleRows(tables, [{ Rule: 'split', From: '2025-07-01', Value: '50%' }]);
    expect(found(tables)).toEqual(['OK: 50% of an earning is co-op; the rest is rebate.']);
    expect(tables.rows('CoopRules')[0]!['Check']).toMatch(/^=IFERROR/);
    await usePack(tables, PACK!);
    expect(found(tables).every((finding) => /^(OK|Warning): /.test(finding))).toBe(true);
    expect(tables.rows('CoopRules')[0]!['Checked']).toMatch(/^0\/1\d\|/);
    await takeOutPack(tables, PACK!);
    expect(tables.rows('CoopRules').map(({ Checked }) => String(Checked).slice(0, 9))).toEqual(['0/1|split']);
  });

  it('follows the rows at a click, and each of two that contradict each other', async () => {
    const tables = new FakeTables();
    await addRuleRows(tables, [{ Rule: 'split', From: '2025-07-01', Value: '50%' }]);
    expect(await writeChecks(tables)).toBeNull();
    tables.type('CoopRules', { Rule: 'split', From: 45839, Value: 0.4 });
    const takeBack = await writeChecks(tables);
    expect(found(tables)).toEqual([
      'Not used: It contradicts row 2, from the same day.',
      'Not used: It contradicts row 1, from the same day.',
    ]);
    expect(await takeBack!()).toBe('taken back');
    expect(found(tables)[1]).toBe('');
  });

  it('comes to a table of an earlier version, unless it lacks a column that a check looks at', async () => {
    const tables = new FakeTables();
    const earlier = (header: string[], row: CellContent[]) => tables.held.set('CoopRules', { header, values: [row], formulas: [row] });
    earlier(['Rule', 'Program', 'Lever', 'From', 'Value', 'Note'], ['split', '', '', 45839, 0.5, '']);
    await writeChecks(tables);
    expect([...tables.held.get('CoopRules')!.header].sort()).toEqual([...NAMES].sort());
    expect(found(tables)).toEqual(['OK: 50% of an earning is co-op; the rest is rebate.']);
    earlier(['Rule', 'From', 'Value'], ['split', 45839, 0.5]);
    await expect(writeChecks(tables)).rejects.toThrow('needs the columns Rule, Program');
    await addRuleRows(tables, [{ Rule: 'threshold', From: '2025-07-01', Value: '9000' }]);
    expect(tables.held.get('CoopRules')!.header).not.toContain('Check');
  });
});
