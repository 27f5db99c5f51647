import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { isErrorText, isUnfinished } from '../../src/cells/error-text';

const DECLARATIONS = readFileSync(createRequire(import.meta.url).resolve('@types/office-js/index.d.ts'), 'utf8');
const [, MEMBERS = ''] = /enum ErrorCellValueType \{([\s\S]*?)\n {4}\}/.exec(DECLARATIONS) ?? [];
const NAMES = [...MEMBERS.matchAll(/= "(\w+)"/g)].map(([, name]) => name!);

/** How the sheet writes them where that is not the name in capitals and an exclamation mark. */
const WRITTEN: Record<string, string> = { Div0: '#DIV/0!', GettingData: '#GETTING_DATA', NotAvailable: '#N/A', Name: '#NAME?' };

describe('isErrorText', () => {
  it('finds the errors of the declarations', () => expect(NAMES.length).toBeGreaterThan(12));
  it.each(NAMES)('knows %s', (name) => expect(isErrorText(WRITTEN[name] ?? `#${name.toUpperCase()}!`)).toBe(true));
  it.each(['#PYTHON!', '#TIMEOUT!', '#UNKNOWN!'])('knows %s, which no declaration names', (text) => expect(isErrorText(text)).toBe(true));
  it.each(['', '#', '#1234567!', '#n/a', 'N/A', '#NAME', 5, true, null])('takes %j for no error', (value) =>
    expect(isErrorText(value)).toBe(false),
  );
});

describe('isUnfinished', () => {
  it.each([
    ['#BUSY!', true],
    ['#GETTING_DATA', true],
    ['#NAME?', false],
    ['#N/A', false],
    ['', false],
    [0, false],
  ])('%j is %s', (value, expected) => expect(isUnfinished(value)).toBe(expected));
});
