import { describe, expect, it } from 'vitest';
import { paydate } from '../../src/functions/paydate';
import { period } from '../../src/functions/period';
import { split } from '../../src/functions/split';
import { threshold } from '../../src/functions/threshold';
import { CONTRADICTIONS } from '../../src/rulebook/contradictions';
import { complaint, isoOfSerial, show } from '../support/custom-functions';

// What people's own formulas and other programs got wrong, with the right values worked out by hand.

describe('a formula from the field', () => {
  it.each([
    ['2018-08-01', 'FY19 H1'],
    ['2024-06-30', 'FY24 H2'],
    ['2024-07-01', 'FY25 H1'],
    ['2024-12-31', 'FY25 H1'],
    ['2025-01-01', 'FY25 H2'],
  ])('puts %s into %s, since the year begins in July', (day, half) => expect(show(period, day)).toBe(half));

  it.each([
    [0.01, 0.01, 0],
    [0.05, 0.03, 0.02],
    [33.33, 20, 13.33],
    [-33.33, -20, -13.33],
    [10_227.27, 6136.36, 4090.91],
  ])('splits %d to the cent, into %d and %d', (earning, rebate, coop) => expect(show(split, earning, 'both')).toEqual([[rebate, coop]]));

  it.each([
    ['2024-02-15', '2024-04-14'],
    ['2023-12-31', '2024-02-14'],
    ['2024-12-01', '2025-02-14'],
  ])('counts 45 days from the end of the month of %s, not a month and a half', (day, paid) =>
    expect(isoOfSerial(show(paydate, day, 'rebate') as number)).toBe(paid),
  );

  it.each([
    ['Microsoft Commerce Incentives', 10_000],
    ['CSP Direct Bill Partner', 10_000],
    ['CSP Indirect Reseller', 10_000],
    ['CSP Indirect Provider', 10_000],
    ['Authorized Distributor - EduWins', 1500],
    ['Authorized Distributor - Software', 1500],
    ['Hosting', 1500],
    ['IoT Channel Incentive', 1500],
    ['OEM Reseller - Software', 1500],
    ['Surface PC and Surface Hub ADD', 1500],
  ])('knows the threshold of %s', (program, amount) => expect(show(threshold, 1, 'FY25 H1', 'amount', program)).toBe(amount));

  it.each(['Mixed Reality ADD', 'Mixed Reality ADR & DMP'])('knows that %s has ended', (program) => {
    expect(show(threshold, 1, 'FY25 H1', 'amount', program)).toBe('#N/A');
    expect(complaint(threshold, 1, 'FY25 H1', 'amount', program)).toContain(program);
    expect(show(threshold, 1, 'FY23 H1', 'amount', program)).toBe(1500);
  });

  it('pays what is approved by the 15th in the same month, and shows the source that says the 14th', () => {
    expect(isoOfSerial(show(paydate, '2024-10-15', 'claim') as number)).toBe('2024-10-20');
    expect(isoOfSerial(show(paydate, '2024-10-16', 'claim') as number)).toBe('2024-11-20');
    expect(CONTRADICTIONS.find(({ says }) => says.some(({ source }) => source === 'ms-support-2016'))).toMatchObject({
      concerns: ['payment'],
      reading: 'The 20th to the 25th, as an estimate; 45 business days as the outer limit.',
    });
  });
});
