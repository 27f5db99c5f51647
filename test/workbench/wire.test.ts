import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HeadlessWorkbench } from '../../src/workbench/headless';
import { startFixture } from './fixture/start';

/**
 * Cells call functions directly, for speed. Here the same functions are called as Excel calls them: by a message to
 * office.js's own runtime, [1,1000,…], which answers with SetInvocationArrayResults. Both must come to the same.
 */
describe('custom functions over the wire', () => {
  let workbench: HeadlessWorkbench;
  beforeAll(async () => {
    workbench = await startFixture();
  });
  afterAll(() => workbench.dispose());

  const DAY = { type: 'Double', basicValue: 45884, numberFormat: 'yyyy-mm-dd' };

  it('are called and answer, arguments converted by their metadata', async () => {
    const { wire } = workbench;
    // Asked together: office.js answers in batches, one after the other would take 200 ms each.
    const [share, half, parts, total, due, omitted, errors, strict, where] = await Promise.all([
      wire.call('SHARE', [100, undefined]),
      wire.call('SHARE', ['100', [[0.5]]]),
      wire.call('PARTS', [9, 3]),
      wire.call('TOTAL', [
        [
          [1, 2],
          [3, 'x'],
        ],
        [[4]],
      ]),
      wire.call('DUE', []),
      wire.call('SHAPE', [undefined]),
      wire.call('SHAPES', [[[1, '#N/A', 'a', null]]]),
      wire.call('STRICT', [[[1, '#N/A']]]),
      wire.call('WHERE', [], 'Sheet1!B2'),
    ]);
    expect(share.value).toBe(10);
    expect(half.value).toBe(50);
    expect(parts.value).toEqual([
      ['part 1', 3],
      ['part 2', 3],
      ['part 3', 3],
    ]);
    expect(total.value).toBe(10);
    expect(due.value).toEqual(DAY);
    expect(omitted.value).toBe('omitted');
    expect(errors.value).toBe('number:1,error:#N/A,string:a,number:0');
    expect(strict.value).toBe('#N/A');
    expect(where.value).toBe('Sheet1!B2');
  });

  it('fail with their code and sentence', async () => {
    const { wire } = workbench;
    const kinds = ['na', 'num', 'value', 'div', 'throw', 'nan', 'infinity', 'nans'];
    const answers = await Promise.all(kinds.map((kind) => wire.call('FAIL', [kind])));
    expect(answers.map(({ value }) => value)).toEqual(['#N/A', '#NUM!', '#VALUE!', '#DIV/0!', '#VALUE!', '#VALUE!', '#NUM!', [[0, 0, 0]]]);
    expect(answers[0]!.error).toEqual({ code: 1, message: 'Not covered.' });
    expect(answers[2]!.error).toEqual({ code: 7, message: 'Bad input.' });
    const [missing, rejected] = await Promise.all([wire.call('UNASSOCIATED', []), wire.call('NEVER', [])]);
    expect(missing.value).toBe('#VALUE!');
    expect(rejected.value).toBe('#N/A');
  });

  it('give a cell the same', async () => {
    for (const [formula, call] of [
      ['=COOP.SHARE(100)', () => workbench.wire.call('SHARE', [100, undefined])],
      ['=COOP.SHAPE(Z99)', () => workbench.wire.call('SHAPE', [[[null]]])],
      ['=COOP.FAIL("na")', () => workbench.wire.call('FAIL', ['na'])],
    ] as const) {
      const [[inCell]] = (await workbench.calculate(formula)) as [[string]];
      expect(String((await call()).value)).toBe(inCell);
    }
  });

  it('survive stale metadata, which puts the invocation in an argument’s place', async () => {
    const meta = { id: 'SHARE', name: 'SHARE' };
    const { value } = await workbench.wire.send(meta, [100]);
    expect(typeof value === 'number' || value === '#VALUE!').toBe(true);
  });

  it('batch by the hundred', async () => {
    const answers = await Promise.all(Array.from({ length: 500 }, (_, i) => workbench.wire.call('SHARE', [i, 1])));
    expect(answers.map(({ value }) => value)).toEqual(Array.from({ length: 500 }, (_, i) => i));
  });
});
