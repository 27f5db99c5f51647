import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { functionFiles, readCatalogue, readFunctionFile, type FunctionEntry } from '../../src/build/catalogue';
import { DEVELOPMENT_URL } from '../../src/build/addin-url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const catalogue = readCatalogue(`${ROOT}src/functions`);

/** Frozen: workbooks hold these names. A new function is added here; none ever leaves. */
const FROZEN = {
  Periods: ['PERIOD', 'FUND', 'DEADLINE', 'CALENDAR', 'STAGE', 'CLAIMBY', 'SAFEBY', 'INTIME', 'PAYDATE', 'NEXT', 'SHIFT', 'DAY'],
  Earnings: ['EARNRATE', 'EARN', 'EARNGROWTH', 'SPLIT', 'THRESHOLD', 'REVENUEFOR'],
  'Earnings reports': ['ACCRUED', 'USABLE', 'LEDGER', 'PROJECTION', 'EARNED', 'EARNINGS', 'STANDING', 'FORECAST'],
  Planning: ['ACTIVITIES', 'CATEGORY', 'EXPENSES', 'PROOF', 'CAP', 'ELIGIBLE', 'CHECK', 'ALLOCATE', 'QUALIFIES', 'SOURCE', 'CLAIMABLE'],
};

describe('the catalogue', () => {
  it.each(Object.entries(FROZEN))('holds exactly the functions of %s', (group, ids) => {
    expect(catalogue.filter((entry) => entry.group === group).map(({ id }) => id)).toEqual([...ids].sort());
  });

  it('names each function once', () => {
    const ids = catalogue.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids.length).toBe(functionFiles(`${ROOT}src/functions`).length);
  });
});

it('each function names related ones, which name it, too', () => {
  for (const { id, seeAlso } of catalogue) {
    expect([id, seeAlso]).not.toEqual([id, []]);
    expect([id, seeAlso]).toEqual([id, [...new Set(seeAlso)]]);
    expect(seeAlso).not.toContain(id);
    for (const other of seeAlso) expect(catalogue.find((entry) => entry.id === other)!.seeAlso).toContain(id);
  }
});

describe.each(catalogue.map((entry) => [entry.name, entry] as const))('%s', (_name, entry) => {
  it('is in the file of its name', () => {
    expect(entry.file).toBe(`${entry.id.toLowerCase()}.ts`);
  });

  it('has a name Excel takes for a name', () => {
    expect(entry.id).toMatch(/^[A-Z][A-Z0-9_.]{2,}$/);
    expect(entry.id, 'looks like a cell').not.toMatch(/^[A-Z]{1,3}\d+$|^R\d*C\d*$/);
  });

  it('says what it does and what each argument takes', () => {
    expect(entry.summary.length).toBeGreaterThan(20);
    for (const { name, description } of entry.parameters) {
      expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(description.length, name).toBeGreaterThan(10);
    }
    expect(mandatoryAfterOptional(entry)).toEqual([]);
  });

  it('leads to its help page', () => {
    expect(entry.helpUrl).toBe(`${DEVELOPMENT_URL}/${entry.helpPath}`);
  });

  it('shows at least one worked example of itself', () => {
    expect(entry.examples.length).toBeGreaterThan(0);
    for (const { formula, gives } of entry.examples) {
      expect(formula).toContain(`${entry.name}(`);
      expect(gives.flat().join('')).not.toBe('');
      expect(
        gives.map((row) => row.length),
        'rows of one length',
      ).toEqual(gives.map(() => gives[0]!.length));
    }
  });

  it('is tested', () => {
    const inCases = ['earnings', 'periods', 'planning', 'reports'].some((group) =>
      new RegExp(`answers\\(\\s*'${entry.name.replace('COOP.', '')}'`).test(readFileSync(`${ROOT}test/cases/${group}.ts`, 'utf8')),
    );
    expect(inCases || existsSync(`${ROOT}test/functions/${entry.file.replace('.ts', '.test.ts')}`)).toBe(true);
  });
});

describe('reading a function file', () => {
  const text = `
/**
 * Which part.
 * @customenum {string}
 */
enum HALVE_PART {
  /** Both, side by side */
  both = "both",
  /** The first */
  first = "first one",
}

/**
 * Halves a number
 * and says so.
 * @customfunction HALVE
 * @helpurl https://localhost:3000/help/halve.html
 * @group Earnings
 * @seealso DOUBLE, SPLIT
 * @param amount A number
 *   on two lines.
 * @param [part] "both" (default) or "first one".
 * @example =COOP.HALVE(3) → 2 | 1
 * The first is never
 * smaller.
 * @example =INDEX(COOP.HALVE(3),1) → 2
 */
export function halve(amount: unknown, part?: HALVE_PART): unknown[][] {
  return [[amount, part]];
}`;

  it('takes everything from its comments', () => {
    expect(readFunctionFile('halve.ts', text)).toEqual({
      id: 'HALVE',
      name: 'COOP.HALVE',
      file: 'halve.ts',
      exportName: 'halve',
      group: 'Earnings',
      summary: 'Halves a number and says so.',
      parameters: [
        { name: 'amount', optional: false, description: 'A number on two lines.' },
        {
          name: 'part',
          optional: true,
          description: '"both" (default) or "first one".',
          choices: [
            { value: 'both', description: 'Both, side by side' },
            { value: 'first one', description: 'The first' },
          ],
        },
      ],
      examples: [
        { formula: '=COOP.HALVE(3)', gives: [['2', '1']], note: 'The first is never smaller.' },
        { formula: '=INDEX(COOP.HALVE(3),1)', gives: [['2']] },
      ],
      seeAlso: ['DOUBLE', 'SPLIT'],
      helpUrl: 'https://localhost:3000/help/halve.html',
      helpPath: 'help/halve.html',
    });
  });

  it.each([
    ['no function', 'export const a = 1;', 'halve.ts must hold exactly one function with an @customfunction comment; it holds 0.'],
    [
      'an unknown group',
      text.replace('@group Earnings', '@group Money'),
      'halve.ts needs an @group line with one of: Periods, Earnings, Earnings reports, Planning.',
    ],
    [
      'an argument without words',
      text.replace('@param amount A number\n *   on two lines.', '@returns A number'),
      'halve.ts: the argument amount has no @param line.',
    ],
    [
      'an example without a result',
      text.replace(' → 2 | 1', ''),
      'halve.ts: an @example reads "=COOP.NAME(…) → what the cell shows", not "=COOP.HALVE(3)".',
    ],
  ])('says what a file with %s lacks', (_case, broken, message) => {
    expect(() => readFunctionFile('halve.ts', broken)).toThrow(message);
  });
});

/** Excel fills arguments from the left: one that must be given cannot follow one that may be left out. */
function mandatoryAfterOptional({ parameters }: FunctionEntry): string[] {
  const first = parameters.findIndex(({ optional }) => optional);
  return first < 0
    ? []
    : parameters
        .slice(first)
        .filter(({ optional }) => !optional)
        .map(({ name }) => name);
}
