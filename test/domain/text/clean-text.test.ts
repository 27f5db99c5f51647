import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/domain/text/clean-text';

describe('a clean text', () => {
  it.each([
    '\u200B',
    '\u200C',
    '\u200D',
    '\u200E',
    '\u200F',
    '\u2060',
    '\u00AD',
    '\u061C',
    '\u202A',
    '\u202C',
    '\u202E',
    '\u2066',
    '\u2069',
    '\uFEFF',
    '\uFE0F',
    '\0',
    '\u0007',
    '\u007F',
    '\u{E0001}',
  ])('has no %j in it, at either end or within', (mark) => expect(cleanText(`${mark}12${mark}34${mark}`)).toBe('1234'));
  it.each(['\u00A0', '\u2009', '\u202F', '\u3000', '\r', '\u2028'])('has a plain space for %j', (space) =>
    expect(cleanText(`a${space}b`)).toBe('a b'),
  );
  it.each([
    ['１２３４', '1234'],
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['۰۹', '09'],
    ['Ｃｏ－ｏｐ', 'Co-op'],
    ['＝１', '=1'],
  ])('%s is %s', (text, plain) => expect(cleanText(text)).toBe(plain));
  it('keeps its lines, its accents, and all that can be seen', () => {
    expect(cleanText('one\ntwo\tthree')).toBe('one\ntwo\tthree');
    expect(cleanText('Café – “Zürich”™ ½ €')).toBe('Café – “Zürich”™ ½ €');
  });
});
