import { expect, it } from 'vitest';
import { aboutLines } from '../../../src/planner/rules/about-text';

const EXCEL = {
  host: 'Excel',
  platform: 'PC',
  version: '16.0.19822.20000',
  selfTest: null,
  sets: [
    { name: 'ExcelApi', version: '1.20' },
    { name: 'ExcelApiOnline', version: null },
  ],
};

it('About says which version runs and where, one fact a line', () =>
  expect(aboutLines(EXCEL, 'Co-op Planner 1.0.0, rules of 2026-11-22')).toEqual([
    'Co-op Planner 1.0.0, rules of 2026-11-22',
    'Excel on Windows, version 16.0.19822.20000',
    'Requirement sets: ExcelApi 1.20, ExcelApiOnline none',
  ]));

it.each([
  ['Co-op Planner 1.0.0, rules of 2026-11-22', 'The self-test was made by this version.'],
  ['Co-op Planner 0.9.0, rules of 2025-11-22', 'The self-test was made by another version: Co-op Planner 0.9.0, rules of 2025-11-22'],
])('of a self-test made by %s it gives the count and says so', (madeBy, sentence) =>
  expect(aboutLines({ ...EXCEL, selfTest: { madeBy, notTrue: '3' } }, 'Co-op Planner 1.0.0, rules of 2026-11-22').slice(-2)).toEqual([
    'Self-test: 3 not TRUE',
    sentence,
  ]),
);
