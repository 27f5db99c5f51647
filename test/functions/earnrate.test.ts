import { afterEach, describe, expect, it } from 'vitest';
import { provideContext } from '../../src/cells/context';
import { earnrate } from '../../src/functions/earnrate';
import { complaint, PLAIN_WORKBOOK, serial, show } from '../support/custom-functions';

describe('EARNRATE', () => {
  it.each([
    ['T21', 'Azure consumption CSP motion', 0.04],
    ['T22', 'Azure CSP Customer Adds', 0.15],
    ['T23', 'Core – Modern Work & Security billed revenue', 0.0375],
    ['T24', 'Core – Business Applications billed revenue', 0.0475],
    ['T30', 'Core - Modern Wok & Security billed revenue', 0.0375],
    ['T30, en dash', 'core – modern wok & security billed revenue', 0.0375],
    ['C23', 'Global PSTN Calling and Conf Accelerator', 0.2],
    ['contract', 'M365: Global Strategic Product Accelerator - Tier 1', 0.05],
    ['contract', 'D365: Global Strategic Product Accelerator - Tier 1', 0.075],
    ['in full', 'Global Strategic Product Accelerator – Tier 2 (Business Central)', 0.1],
  ])('%s: %s earns %d, within the verified window and left out', (_case, lever, rate) => {
    for (const date of [null, '2024-10-01', '2025-06-30', serial('2024-11-15')]) expect(show(earnrate, lever, date)).toBe(rate);
  });

  it.each(['2024-09-30', '2025-07-01'])('%s lies outside the verified window, which the answer names', (date) =>
    expect(complaint(earnrate, 'Azure consumption CSP motion', date)).toMatch(/^#N\/A .*2024-10-01.*2025-06-30/),
  );

  it('lists the full names where a text fits several rates', () =>
    expect(complaint(earnrate, 'Global Strategic Product Accelerator – Tier 1')).toMatch(
      /^#N\/A .*Business Premium, M365 E3.*Finance & Supply Chain/,
    ));

  it.each([
    [['Azure consumtion CSP motion'], /^#N\/A .*Azure consumption CSP motion/],
    [[''], /^#VALUE! lever is missing/],
    [[0], /^#VALUE! lever is missing/],
    [[true], /^#VALUE! lever: TRUE is not a text/],
    [['Azure consumption CSP motion', 'yesterday'], /^#VALUE! date/],
    [['Azure consumption CSP motion', null, 'CSP Direct Bill Partner'], /^#N\/A/],
  ])('%j is refused', (given, sentence) => expect(complaint(earnrate, ...given)).toMatch(sentence));

  describe('with the workbook’s own rate', () => {
    afterEach(() => provideContext(PLAIN_WORKBOOK));

    it('reaches further than the verified window', () => {
      provideContext({
        ...PLAIN_WORKBOOK,
        ownRules: [
          { topic: 'rate', program: 'Microsoft Commerce Incentives', subject: 'Azure consumption CSP motion', from: '2025-07-01', value: 0.05 },
        ],
      });
      expect(show(earnrate, 'Azure consumption CSP motion', '2025-06-30')).toBe(0.04);
      expect(show(earnrate, 'Azure consumption CSP motion', '2025-08-01')).toBe(0.05);
    });
  });
});
