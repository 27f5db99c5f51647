import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

const path = '../../.config/eslint.config.js';
const { default: config } = (await import(path)) as { default: Linter.Config[] };

/** What the linter's rules of syntax say of a file of the planner. */
function told(code: string): string[] {
  const rules: Linter.Config = {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    rules: { 'no-restricted-syntax': config.find(({ files }) => files?.includes('src/planner/**/*.ts'))!.rules!['no-restricted-syntax']! },
  };
  return new Linter().verify(code, [rules], 'a.ts').map(({ message }) => message);
}

describe('a module of the pane or the planner', () => {
  it.each([
    ['a variable', 'let last = null;'],
    ['an exported one', 'export let last: string | null = null;'],
    ['a map', 'const sessions = new Map<string, object>();'],
    ['an exported set', 'export const listeners = new Set<() => void>();'],
    ['a weak map', 'const kept = new WeakMap<object, number>();'],
    ['an instance of a class', 'export const notices = new Notices();'],
    ['a list that fills up', 'const said: string[] = [];'],
    ['an object that fills up', 'const byName: Record<string, number> = {};'],
  ])('holds no state: %s', (_what, code) => {
    expect(told(code)).toEqual([expect.stringMatching(/^No state in modules/)]);
  });

  it.each([
    ['a constant set', "const DAYS: ReadonlySet<string> = new Set(['Monday']);"],
    ['a constant map', 'const NONE: ReadonlyMap<string, string> = new Map();'],
    ['an empty list that stays so', 'const NONE: readonly string[] = [];'],
    ['a list', "const NAMES = ['a', 'b'];"],
    ['what a class holds', 'export class Store { #listeners = new Set(); }'],
    ['what a function holds', 'export const make = () => { let n = 0; return () => n++; };'],
  ])('may hold %s', (_what, code) => {
    expect(told(code)).toEqual([]);
  });
});
