import { afterEach, describe, expect, it } from 'vitest';
import { provideContext } from '../../src/cells/context';
import { earnrate } from '../../src/functions/earnrate';
import { PLAIN_WORKBOOK, show } from '../support/custom-functions';

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
            value: 0.05,
          },
        ],
      });
      expect(show(earnrate, 'Azure consumption CSP motion', '2025-06-30')).toBe(0.04);
      expect(show(earnrate, 'Azure consumption CSP motion', '2025-08-01')).toBe(0.05);
    });
  });
});
