import { describe, expect, it } from 'vitest';
import { comparableEarningId } from '../../../src/domain/earnings/earning-id';

const GUID = '5e0c0001-1a2b-4c3d-8e4f-00000000abcd';

describe('earning IDs', () => {
  it.each([
    GUID,
    GUID.toUpperCase(),
    '5E0c0001-1a2b-4C3D-8e4f-00000000aBcD',
    `{${GUID}}`,
    `(${GUID.toUpperCase()})`,
    `[${GUID}]`,
    GUID.replaceAll('-', ''),
    `urn:uuid:${GUID}`,
    `URN:UUID:${GUID.toUpperCase()}`,
    ` ${GUID}\t`,
    `\u00A0${GUID}\u00A0`,
    `="${GUID}"`,
    `"${GUID}"`,
    `'${GUID}`,
    `\u200B${GUID}`,
    `${GUID.slice(0, 20)}\u00AD${GUID.slice(20)}`,
    GUID.replaceAll('-', '\u200E-'),
    GUID.replace('0001', '０００１'),
    `${GUID}\0`,
  ])('%j is the same GUID', (id) => expect(comparableEarningId(id)).toBe(GUID));
  it.each([
    'NULL',
    'null',
    'N/A',
    'n/a',
    'N.A.',
    '-',
    '--',
    '\u2013',
    '0',
    '0.0',
    '?',
    'none',
    'None',
    'nan',
    'NaN',
    '#N/A',
    '(blank)',
    'undefined',
    'nil',
    'Not applicable',
    'not available',
    '\\N',
    '""',
    '',
    ' ',
    '\u00A0',
    '\u200B',
    '00000000-0000-0000-0000-000000000000',
    '{00000000-0000-0000-0000-000000000000}',
    '00000000000000000000000000000000',
  ])('%j is none', (id) => expect(comparableEarningId(id)).toBe(''));
  it.each([
    'e1',
    'E1',
    'a',
    'NA1',
    'n1',
    'nullable',
    'null-1',
    '1234',
    '00012',
    'INV-2024/10-7',
    `${GUID.slice(0, 35)}g`,
    `x${GUID}`,
    `${GUID}0`,
    `${GUID.replaceAll('-', '')}0`,
    `${GUID.slice(0, 4)}urn:uuid:${GUID.slice(4)}`,
  ])('%j stays as it is', (id) => expect(comparableEarningId(id)).toBe(id));
  it('that are no GUIDs have case, and lose only what no one sees', () => {
    expect(comparableEarningId('Ab-12')).not.toBe(comparableEarningId('ab-12'));
    expect(comparableEarningId(' a\u200Bb/1\u00A02 ')).toBe('ab/1 2');
  });
});
