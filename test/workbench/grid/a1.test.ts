import { describe, expect, it } from 'vitest';
import { absoluteA1, localA1, MAX_COLUMNS, MAX_ROWS, parseA1, quoteSheet, splitSheet } from '../../../src/workbench/grid/a1';

describe('addresses', () => {
  it.each([
    ['A1', { row: 0, column: 0, rows: 1, columns: 1 }],
    ['$B$2:C4', { row: 1, column: 1, rows: 3, columns: 2 }],
    ['C4:B2', { row: 1, column: 1, rows: 3, columns: 2 }],
    ['A:B', { row: 0, column: 0, rows: MAX_ROWS, columns: 2 }],
    ['2:3', { row: 1, column: 0, rows: 2, columns: MAX_COLUMNS }],
    ['XFD1048576', { row: MAX_ROWS - 1, column: MAX_COLUMNS - 1, rows: 1, columns: 1 }],
  ])('%s', (text, box) => {
    expect(parseA1(text)).toEqual(box);
  });

  it.each(['', 'A', '1', 'A0', 'XFE1', 'A1048577', 'Report', 'A1:', 'A:1', 'FY25 H1'])('%j is no address', (text) => {
    expect(parseA1(text)).toBeNull();
  });

  it.each([
    ['B2:C4', '$B$2:$C$4'],
    ['AA10', '$AA$10'],
    ['A:B', '$A:$B'],
    ['2:3', '$2:$3'],
  ])('%s with dollars is %s', (text, absolute) => {
    expect(absoluteA1(parseA1(text)!)).toBe(absolute);
    expect(localA1(parseA1(absolute)!)).toBe(text);
  });

  it.each([
    ['Plan', 'Plan'],
    ['My plan', "'My plan'"],
    ["Ann's", "'Ann''s'"],
    ['FY25', "'FY25'"],
  ])('a sheet named %s is written %s', (name, written) => {
    expect(quoteSheet(name)).toBe(written);
    expect(splitSheet(`${written}!A1`)).toEqual({ sheet: name, local: 'A1' });
  });
});
