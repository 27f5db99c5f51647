import { describe, expect, it } from 'vitest';
import { stands, written } from '../../src/storage/new-cells';

describe('a foreign text for a cell', () => {
  it.each([
    '=1+1',
    '+1+1',
    "-2+3+cmd|' /C calc'!A0",
    '@SUM(1)',
    '\t=1',
    '\r=1',
    '  =1',
    '\uFF1D1',
    "'=1",
    '-',
    '-30.00.1',
    '-30.00',
    '+5',
    '1234567',
    '006815016255',
    '1234567890123456',
    '0.5',
    'TRUE',
    '2024-10-01',
    '#N/A',
    'Contoso = 1',
    'Core \u2013 Modern Work',
  ])('%j is handed over behind an apostrophe and stays that text', (text) => {
    expect(written(text)).toBe(`'${text}`);
    expect(stands(text, text)).toBe(true);
  });

  it('that is blank leaves the cell blank, and numbers, answers and formulas are what they are', () => {
    expect(['', 0, -30, false, null].map(written)).toEqual(['', 0, -30, false, null]);
    expect(written({ formula: '=1+1' })).toBe('=1+1');
  });

  it('that Excel took for a number does not stand', () => expect(stands(6815016255, '006815016255')).toBe(false));
});
