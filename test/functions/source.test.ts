import { afterEach, describe, expect, it } from 'vitest';
import { provideContext } from '../../src/cells/context';
import { source } from '../../src/functions/source';
import { PLAIN_WORKBOOK, show } from '../support/custom-functions';

describe('SOURCE', () => {
  describe('of the workbook’s own rule', () => {
    afterEach(() => provideContext(PLAIN_WORKBOOK));

    it('says that it is the workbook’s', () => {
      provideContext({
        ...PLAIN_WORKBOOK,
        ownRules: [
          {
            topic: 'threshold',
            program: 'Microsoft Commerce Incentives',
            from: '2025-07-01',
            value: { amount: 500_000, comparison: 'meet' },
          },
        ],
      });
      expect(show(source, 'threshold')).toMatch(/must meet \$5,000\.00.*from Jul 1, 2025.*Standing: this workbook's own\.$/);
    });
  });
});
