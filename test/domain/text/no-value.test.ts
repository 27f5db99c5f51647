import { expect, it } from 'vitest';
import { isNoValue } from '../../../src/domain/text/no-value';

it.each([
  '',
  ' ',
  '-',
  '—',
  '0',
  '0.00',
  '00000000-0000-0000-0000-000000000000',
  'N',
  'NA',
  'n/a',
  '#N/A',
  'N.A.',
  '\\N',
  'Nan',
  'nil',
  'None',
  'NULL',
  '<null>',
  'not applicable',
  'Not available',
  'undefined',
  '(blank)',
])('"%s" is no value', (text) => expect(isNoValue(text)).toBe(true));

it.each(['1', '10', '0a', 'a0', 'x', 'no', 'not', 'nulla', 'annul', 'blanks', 'point-blank', 'Nova', 'undefined 2'])(
  '"%s" is a value',
  (text) => expect(isNoValue(text)).toBe(false),
);
