import { describe, expect, it } from 'vitest';
import { cellText } from '../../src/reports/cell-text';

describe('a foreign text for a cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1+1', "'+1+1"],
    ["-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"],
    ['@SUM(1)', "'@SUM(1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['  =1', "'  =1"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ['-', "'-"],
    ['-30.00.1', "'-30.00.1"],
    ['-30.00', '-30.00'],
    ['+5', '+5'],
    ['1234567', '1234567'],
    ['006815016255', "'006815016255"],
    ['1234567890123456', "'1234567890123456"],
    ['0.5', '0.5'],
    ['0', '0'],
    ['Contoso = 1', 'Contoso = 1'],
    ['', ''],
    ['Core – Modern Work', 'Core – Modern Work'],
  ])('%j becomes %j', (text, cell) => expect(cellText(text)).toBe(cell));
});
