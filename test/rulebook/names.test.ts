import { describe, expect, it } from 'vitest';
import { fold, listNames, nearestNames } from '../../src/rulebook/names';

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

describe('nearestNames', () => {
  const KNOWN = ['Telemarketing', 'Tradeshows and expositions', 'TV/radio', 'Print advertising'].map((name) => ({
    name,
    aliases: [],
  }));

  it.each([
    ['Telemarkting', 'Telemarketing'],
    ['trade show', 'Tradeshows and expositions'],
    ['advertising', 'Print advertising'],
  ])('of %s is %s first', (text, first) => {
    expect(nearestNames(text, KNOWN)[0]).toBe(first);
  });

  it.each<[string, string, string[]]>([
    ['contained, the closer the longer it is; then by letters that differ', 'abcd', ['abcde', 'abcdefgh', 'abcx', 'abxy', 'wxyz']],
    ['each letter counts the same', 'abcd', ['xbcd', 'abcx']],
    ['the same the other way round', 'abcd', ['abcx', 'xbcd']],
    ['as a part of the longer text', 'xy', ['xyzzzz', 'ab']],
    ['two letters are contained in too much', 'xy', ['xz', 'xyzzzz']],
    ['three letters more of seven are nearer than two others of four', 'abcd', ['abqqqcd', 'abxy']],
    ['the first 120 letters', 'a'.repeat(60) + 'b'.repeat(60), ['a'.repeat(60) + 'b'.repeat(60), 'a'.repeat(60)]],
    ['not those after', 'a'.repeat(120) + 'b'.repeat(120), ['a'.repeat(120), 'a'.repeat(120) + 'b'.repeat(120)]],
  ])('ranks what is %s', (_, text, ranked) => {
    const names = ranked.map((name) => ({ name, aliases: [] }));
    expect(nearestNames(text, names, ranked.length)).toEqual(ranked);
    if (text !== 'abcd' || ranked.length !== 2) expect(nearestNames(text, [...names].reverse(), ranked.length)).toEqual(ranked);
  });

  it('gives as many as asked', () => {
    expect(nearestNames('x', KNOWN, 2)).toHaveLength(2);
  });

  it('is not slowed down by a pasted page', () => {
    expect(nearestNames('lorem ipsum '.repeat(100_000), KNOWN)).toHaveLength(3);
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
