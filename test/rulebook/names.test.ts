import { describe, expect, it } from 'vitest';
import { closeNames, fold, listNames } from '../../src/rulebook/names';

describe('fold', () => {
  it.each([
    ['CSP  Indirect-Reseller', 'cspindirectreseller'],
    ['csp_indirect–reseller', 'cspindirectreseller'],
    ['CSP — Indirect ‑ Reseller', 'cspindirectreseller'],
    ['Modern Work & Security', 'modernworkandsecurity'],
    ['Microsoft® 365™', 'microsoft365'],
    ['\u00a0M365\u200b', 'm365'],
    ['ＭＣＩ', 'mci'],
    [' - ', ''],
  ])('%s is %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('closeNames', () => {
  const KNOWN = ['Telemarketing', 'Tradeshows and expositions', 'TV/radio', 'Print advertising'].map((name) => ({
    name,
    aliases: [],
  }));

  it.each([
    ['Telemarkting', 'Telemarketing'],
    ['trade show', 'Tradeshows and expositions'],
    ['advertising', 'Print advertising'],
  ])('of %s is %s first', (text, first) => {
    expect(closeNames(text, KNOWN)[0]).toBe(first);
  });

  it.each<[string, string, string[], string[]]>([
    ['contained, the closer the longer it is; then by letters that differ', 'abcd', ['abcde', 'abcdefgh', 'abcx'], ['abxy', 'wxyz']],
    ['the first 120 letters', 'a'.repeat(60) + 'b'.repeat(60), ['a'.repeat(60) + 'b'.repeat(60), 'a'.repeat(60)], []],
    ['not those after', 'a'.repeat(120) + 'b'.repeat(120), ['a'.repeat(120), 'a'.repeat(120) + 'b'.repeat(120)], []],
    ['not two letters contained in a longer name', 'xy', [], ['xz', 'xyzzzz']],
    ['not three letters more of seven', 'abcd', [], ['abqqqcd']],
  ])('ranks what is close: %s', (_, text, close, others) => {
    const names = [...close, ...others].map((name) => ({ name, aliases: [] }));
    expect(closeNames(text, names)).toEqual(close);
    expect(closeNames(text, [...names].reverse())).toEqual(close);
  });

  it('counts each letter the same: equally close names keep their order', () => {
    const names = ['xbcd', 'abcx'].map((name) => ({ name, aliases: [] }));
    expect(closeNames('abcd', names)).toEqual(['xbcd', 'abcx']);
    expect(closeNames('abcd', [...names].reverse())).toEqual(['abcx', 'xbcd']);
  });

  it('gives three at most', () => {
    const names = ['abcda', 'abcdb', 'abcdc', 'abcdd'].map((name) => ({ name, aliases: [] }));
    expect(closeNames('abcd', names)).toEqual(['abcda', 'abcdb', 'abcdc']);
  });

  it('gives none for another word', () => {
    expect(closeNames('golf', KNOWN)).toEqual([]);
  });

  it('is not slowed down by a pasted page', () => {
    expect(closeNames('lorem ipsum '.repeat(100_000), KNOWN)).toEqual([]);
  });
});

describe('listNames', () => {
  it.each([
    [['A'], '"A"'],
    [['A', 'B'], '"A" or "B"'],
    [['A', 'B', 'C'], '"A", "B", or "C"'],
  ])('%j', (names, text) => {
    expect(listNames(names)).toBe(text);
  });
});
