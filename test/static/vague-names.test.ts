import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

const path = '../../.config/eslint.config.js';
const { default: config } = (await import(path)) as { default: Linter.Config[] };
const settings = config.flatMap(({ files, rules }) =>
  rules?.['no-restricted-syntax'] ? [{ files, rule: rules['no-restricted-syntax'] }] : [],
);

/** What the linter says of the names in code, in each part of the tree that has its own rules of syntax. */
function told(code: string): string[][] {
  return settings.map(({ rule }) => {
    const rules: Linter.Config = {
      files: ['**/*.ts'],
      languageOptions: { parser: tseslint.parser },
      rules: { 'no-restricted-syntax': rule },
    };
    return new Linter().verify(code, [rules], 'a.ts').flatMap(({ message }) => (message.startsWith('Call it what it is') ? [message] : []));
  });
}

describe('a name', () => {
  it('is looked at everywhere', () => {
    expect(settings.map(({ files }) => files)).toEqual([
      ['**/*.{ts,tsx}'],
      ['src/functions/*.ts'],
      ['src/pane/**/*.{ts,tsx}', 'src/planner/**/*.ts'],
    ]);
  });

  it.each([
    ['an index', 'names.map((name, at) => [name, at]);'],
    ['an item', 'names.find((one) => one === name);'],
    ['a variable', 'const own = names.filter(isOwn);'],
    ['a variable of a loop', 'for (let at = 0; at < 2; at++) take(names[at]);'],
    ['an item of a loop', 'for (const one of names) take(one);'],
    ['a function', 'function of(name: string): string { return name; }'],
    ['a parameter of a function', 'function take(its: number): number { return its; }'],
    ['a parameter of a method', 'class Table { take(at: number): number { return at; } }'],
    ['a parameter that is a property', 'class Table { constructor(private readonly own: string) {} }'],
    ['a parameter with a default', 'export const take = (at = 0): number => at;'],
    ['a parameter for all that is left', 'export const take = (...own: string[]): string[] => own;'],
    ['a parameter of a type', 'export type Take = (of: string) => string;'],
    ['a parameter of an interface', 'export interface Table { take(at: number): void }'],
    ['a property taken out', 'const { own } = table;'],
    ['a property taken out with another name', 'const { ids: own } = table;'],
    ['a property taken out with a default', "const { own = '' } = table;"],
    ['an item taken out', 'const [one, other] = names;'],
    ['an item taken out with a default', "const [one = ''] = names;"],
    ['what is thrown', 'try { take(); } catch (one) { tell(one); }'],
  ])('says what it is: %s', (_what, code) => {
    expect(told(code)).toEqual(settings.map(() => [expect.any(String)]));
  });

  it.each([
    ['an index', 'names.map((name, index) => [name, index]);'],
    ['a longer word', 'const [ownStyles, oneFund, offset] = names;'],
    ['a property', "const entry = { at: time, own: true, of: 'x' };"],
    ['a property of a type', 'export interface Entry { at: string; of: number }'],
    ['a property taken out by another name', 'const { at: time } = entry;'],
    ['a method', 'class Table { at(index: number): number { return index; } }'],
    ['what is asked of an object', 'const last = names.at(-1) ?? entry.at;'],
  ])('may be %s', (_what, code) => {
    expect(told(code)).toEqual(settings.map(() => []));
  });
});
