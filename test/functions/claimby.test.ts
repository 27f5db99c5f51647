import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimby } from '../../src/functions/claimby';
import { playHost, serial, show } from '../support/custom-functions';

beforeAll(() => playHost('1.5'));
afterAll(() => playHost(null));

describe('CLAIMBY', () => {
  it.each([
    ['T14', '2024-01-31', 'final', '2024-08-15'],
    ['T14', '2024-01-31', 'advised', '2024-03-16'],
    ['last day of use', '2024-06-30', 'final', '2024-08-15'],
    ['T16', '2024-07-12', 'final', '2025-02-15'],
    ['T11', '2019-12-31', 'final', '2020-02-15'],
  ])('%s: an activity to %s, %s: %s', (_case, ended, kind, expected) => {
    expect(show(claimby, ended, kind)).toBe(expected);
    expect(show(claimby, serial(ended), kind.toUpperCase())).toBe(expected);
  });

  it('is final unless told otherwise', () => expect(show(claimby, '2024-01-31')).toBe('2024-08-15'));
  it.each([[''], [0], [null], ['2024-31-01']])('refuses %j', (given) => expect(show(claimby, given)).toBe('#VALUE!'));
});
