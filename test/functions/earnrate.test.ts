import { afterEach, describe, expect, it } from 'vitest';
import { provideContext } from '../../src/cells/context';
import { earn } from '../../src/functions/earn';
import { earnrate } from '../../src/functions/earnrate';
import { source } from '../../src/functions/source';
import { ask, PLAIN_WORKBOOK, show } from '../support/custom-functions';
import { growthRate } from '../support/own-rules';

describe('EARNRATE', () => {
  describe('with the workbook’s own rate', () => {
    afterEach(() => provideContext(PLAIN_WORKBOOK));

    it('reaches further than the verified window', () => {
      provideContext({
        ...PLAIN_WORKBOOK,
        ownRules: [
          {
            topic: 'rate',
            program: 'Microsoft Commerce Incentives',
            subject: 'Azure consumption CSP motion',
            from: '2025-07-01',
            value: { rate: 0.05 },
          },
        ],
      });
      expect(show(earnrate, 'Azure consumption CSP motion', '2025-06-30')).toBe(0.04);
      expect(show(earnrate, 'Azure consumption CSP motion', '2025-08-01')).toBe(0.05);
    });

    it('of a pack answers, is marked, and refuses to multiply revenue where growth is paid', () => {
      provideContext({ ...PLAIN_WORKBOOK, ownRules: [growthRate()] });
      expect(show(earnrate, 'M365 Growth Acc.', '2026-12-01')).toBe(0.125);
      expect(show(source, 'rate: M365 Growth Acc.', '2026-12-01')).toBe(
        '12.5% of growth is earned (M365 Growth Accelerator, Microsoft Commerce Incentives, from Jul 1, 2026). ' +
          'Source: FY27 as reported: research (secondary). Standing: reported, not verified.',
      );
      expect(() => ask(earn, 1000, 'M365 Growth Acc.', '2026-12-01')).toThrow(
        '"M365 Growth Accelerator" pays on growth over the same month a year before. Use COOP.EARNGROWTH.',
      );
      expect(() => ask(earnrate, 'M365 Growth Acc.', '2027-07-01')).toThrow(
        /No earning rate is known .* A rule pack or your own rule can give one\.$/,
      );
    });
  });
});
