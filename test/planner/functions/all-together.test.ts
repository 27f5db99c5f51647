import { describe, expect, it } from 'vitest';
import { offersAll, warnOfAll } from '../../../src/planner/functions/all-together';

const entryOf = (id: string) => __CATALOGUE__.find((entry) => entry.id === id)!;

describe('everything together', () => {
  it('is offered for each Partner ID that may be "all", and for nothing else', () => {
    const offered = __CATALOGUE__.flatMap(({ id, parameters }) => parameters.filter(offersAll).map(({ name }) => `${id} ${name}`));
    expect(offered.sort()).toEqual([
      'ACCRUED partner_id',
      'EARNED partner_id',
      'FORECAST partner_id',
      'PROJECTION partner_id',
      'STANDING partner_id',
      'USABLE partner_id',
    ]);
  });

  it.each([
    [{ partner_id: 'all' }, true],
    [{ partner_id: ' "All" ' }, true],
    [{ type: 'all' }, true],
    [{ partner_id: '1234567', type: 'rebate' }, false],
    [{ program: 'all' }, false],
    [{}, false],
  ])('with %j, a warning of comparing with a threshold: %s', (filled, warns) => {
    const sentence = warnOfAll(entryOf('ACCRUED'), filled);
    expect(sentence !== null).toBe(warns);
    if (warns) expect(sentence).toMatch(/Don't compare the result with a threshold, which applies to each Partner ID, program, and half/);
  });
});
