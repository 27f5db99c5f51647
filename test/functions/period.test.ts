import { expect, it } from 'vitest';
import { period } from '../../src/functions/period';
import { serial, show } from '../support/custom-functions';

it('PERIOD reads a cell that holds a formatted date', () =>
  expect(show(period, { type: 'Double', basicValue: serial('2024-03-10'), numberFormat: 'yyyy-mm-dd' })).toBe('FY24 H2'));
