import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answer } from '../../src/cells/answer';
import { FAULT } from '../../src/cells/cell-error';
import { failContext, forgetContext, provideContext } from '../../src/cells/context';
import { badInput, notCovered, outOfRange } from '../../src/domain/problem';
import { complaint, PLAIN_WORKBOOK } from '../support/custom-functions';

const saying = (compute: () => unknown): string => complaint(() => answer(compute));
const failing = (thrown: unknown) => () => {
  throw thrown;
};

describe('an answer', () => {
  it.each([
    [badInput('Write a date.'), '#VALUE! Write a date.'],
    [notCovered('No such lever.'), '#N/A No such lever.'],
    [outOfRange('Too late.'), '#NUM! Too late.'],
  ])('turns %s into %s', (problem, shown) => expect(saying(failing(problem))).toBe(shown));

  it('passes a cell’s own error on', () =>
    expect(saying(failing(new CustomFunctions.Error(CustomFunctions.ErrorCode.divisionByZero, 'x')))).toBe('#DIV/0! x'));

  it('owns up to a fault of ours in a sentence, and logs it', () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(saying(failing(new TypeError('undefined is not a function')))).toBe(`#VALUE! ${FAULT}`);
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });

  it.each([[NaN], [Infinity], [[[1, NaN]]]])('never lets %j out, which Excel would show as 0', (value) =>
    expect(saying(() => value)).toMatch(/^#NUM!/),
  );

  it('shows nothing as an empty text, negative zero as 0, and pads ragged rows', () => {
    expect(answer(() => [[undefined, null, -0], ['a']])).toEqual([
      ['', '', 0],
      ['a', '', ''],
    ]);
  });

  it('says so when there are no cells to fill', () => expect(saying(() => [])).toBe('#N/A No matches.'));
});

describe('until the workbook is read', () => {
  beforeEach(forgetContext);
  afterEach(() => {
    forgetContext();
    provideContext(PLAIN_WORKBOOK);
  });

  it('an answer waits, then comes; later ones come at once', async () => {
    const waiting = answer((book) => book.dateSystem);
    expect(waiting).toBeInstanceOf(Promise);
    provideContext({ ...PLAIN_WORKBOOK, dateSystem: 1904 });
    expect(await waiting).toBe(1904);
    expect(answer((book) => book.dateSystem)).toBe(1904);
  });

  it('a problem is told after the wait, too', async () => {
    const waiting = answer(failing(badInput('Write a date.')));
    provideContext(PLAIN_WORKBOOK);
    await expect(waiting).rejects.toMatchObject({ code: '#VALUE!', message: 'Write a date.' });
  });

  it('the wait ends with a sentence when it can’t be read, and recovers when it can', async () => {
    const waiting = answer(() => 1);
    failContext('The workbook did not answer.');
    await expect(waiting).rejects.toMatchObject({ code: '#VALUE!', message: 'The workbook did not answer.' });
    expect(saying(() => 1)).toBe('#VALUE! The workbook did not answer.');
    provideContext(PLAIN_WORKBOOK);
    expect(answer(() => 1)).toBe(1);
  });

  it('a failure after a success changes nothing', () => {
    provideContext(PLAIN_WORKBOOK);
    failContext('Too late.');
    expect(answer(() => 1)).toBe(1);
  });
});
