import { describe, expect, it } from 'vitest';
import { readOwnRules } from '../../../src/storage/rules/own-rules';
import { serial } from '../../support/custom-functions';

const HEAD = ['Rule', 'Program', 'Lever', 'From', 'Value', 'Note'];
const read = (...rows: unknown[][]) => readOwnRules([HEAD, ...rows], 1900);

describe('readOwnRules', () => {
  it.each([
    [
      ['split', '', '', serial('2025-07-01'), 0.5, ''],
      { topic: 'split', program: 'Microsoft Commerce Incentives', from: '2025-07-01', value: 0.5 },
    ],
    [
      ['Split ', 'direct bill', 'Azure consumption', '2025-07-01', '50%', 'as agreed'],
      {
        topic: 'split',
        program: 'CSP Direct Bill Partner',
        subject: 'Azure consumption',
        from: '2025-07-01',
        value: 0.5,
        note: 'as agreed',
      },
    ],
    [
      ['rate', '', 'Core – Modern Work & Security billed revenue', serial('2025-07-01') + 0.5, 0.04, ''],
      { topic: 'rate', subject: 'Core – Modern Work & Security billed revenue', from: '2025-07-01', value: 0.04 },
    ],
    [['threshold', 'MCI', '', serial('2025-07-01'), 12000, ''], { topic: 'threshold', value: 12000 }],
    [['split', '', '', '2025-07-01', 0, ''], { topic: 'split', value: 0 }],
  ])('%j', (row, rule) => {
    const { rules, faults } = read(row);
    expect(faults).toEqual([]);
    expect(rules).toHaveLength(1);
    expect(rules[0]).toMatchObject(rule);
  });

  it.each([
    [['spilt', '', '', '2025-07-01', 0.5], /Row 1.*"spilt" isn't one of split, rate, threshold/],
    [['split', 'Nobody', '', '2025-07-01', 0.5], /Row 1.*No program is called/],
    [['split', '', '', '1.7.2025', 0.5], /Row 1.*From/],
    [['split', '', '', 3, 0.5], /Row 1.*From: 3/],
    [['split', '', '', '2025-07-01', 60], /Row 1.*Value/],
    [['split', '', '', '2025-07-01', ''], /Row 1.*Value is empty/],
    [['split', '', '', '', 0.5], /Row 1.*From is empty/],
    [['rate', '', '', '2025-07-01', 0.04], /Row 1.*needs the name of its lever/],
    [['threshold', '', 'Azure consumption', '2025-07-01', 9], /Row 1.*Leave the lever empty/],
    [['threshold', '', '', '2025-07-01', -1], /Row 1.*below zero/],
    [['threshold', '', '', '2025-07-01', '10.000'], /Row 1.*its point could be a decimal or a thousands separator/],
    [['threshold', '', '', '2025-07-01', '#N/A'], /Row 1.*Value/],
  ])('reports %j and keeps the others', (row, fault) => {
    const { rules, faults } = read(row, ['split', '', '', '2025-07-01', 0.5]);
    expect(rules).toHaveLength(1);
    expect(faults).toHaveLength(1);
    expect(faults[0]!.message).toMatch(fault);
  });

  it('passes over the empty rows a table always has', () =>
    expect(read(['', '', '', '', '', ''], ['', 'MCI', '', '', '', 'later'])).toEqual({ rules: [], faults: [] }));

  it('finds columns by name, in any order and next to others', () => {
    const { rules } = readOwnRules(
      [
        ['Who', 'VALUE', ' from ', 'rule'],
        ['me', 0.5, '2025-07-01', 'split'],
      ],
      1900,
    );
    expect(rules).toHaveLength(1);
  });

  it('says which columns are missing', () => {
    expect(readOwnRules([['Rule', 'Program']], 1900).faults[0]!.message).toBe(
      "The table CoopRules has no column From and no column Value. Its rules aren't used.",
    );
    expect(readOwnRules([], 1900).faults).toHaveLength(1);
  });

  it('reads serials of the 1904 date system', () => {
    const { rules } = readOwnRules([HEAD, ['split', '', '', serial('2025-07-01') - 1462, 0.5, '']], 1904);
    expect(rules[0]!.from).toBe('2025-07-01');
  });
});
