import { afterEach, describe, expect, it } from 'vitest';
import { provideContext } from '../../src/cells/context';
import { source } from '../../src/functions/source';
import { complaint, PLAIN_WORKBOOK, show } from '../support/custom-functions';

describe('SOURCE', () => {
  it.each([
    [['split'], /^40% of an earning is co-op.*Microsoft Commerce Incentives, from 2022-11-01.*TD SYNNEX.*Standing: from a distributor\.$/],
    [['split', '2022-10-31'], /^All rebate, no co-op/],
    [['split: Azure CSP Customer Adds'], /^All rebate, no co-op \(Azure CSP Customer Adds/],
    [['rate: Azure consumption CSP motion', '2024-11-15'], /^4% of revenue/],
    [['Rate: M365: Tier 1'], /^5% of revenue/],
    [['threshold'], /must meet \$10,000\.00/],
    [['threshold', '2020-06-30', 'CSP Direct Bill Partner'], /must exceed \$4,000\.00/],
    [['deadline'], /close August 15.*September 30.*close February 15.*March 31.*Microsoft Learn/],
    [['cap: Customer offers'], /^At most 25% of the co-op earned/],
    [['cap: Customer offers', null, 'Surface'], /^All of the co-op earned/],
    [['cap: Digital advertising'], /^As much as is left/],
    [['cap: Product seeding and demo units'], /^At most 10% of the co-op earned or \$3,000\.00, whichever is more/],
    [['cap: Microsoft hosted conferences'], /^At most \$5,000\.00 for each of 3 people, \$45,000\.00 in all/],
    [['activity: Market Development - Proof of Concept'], /^Category Market Development/],
    [['payment'], /approved by day 15 of a month is paid from day 20 to 25/],
    [['retention', 0, ''], /24 months after the claim deadline/],
  ])('%j', (given, sentence) => expect(show(source, ...given)).toMatch(sentence));

  it.each([
    [['speed'], /^#VALUE! .*"split", "rate", "threshold", "deadline", "cap", "activity", "payment", "retention"/],
    [[''], /^#VALUE! rule is missing/],
    [['rate'], /^#VALUE! .*lever after a colon/],
    [['cap:'], /^#VALUE! .*activity after a colon/],
    [['payment: claims'], /^#VALUE! .*takes no details/],
    [['rate: Azure consumption CSP motion', '2025-07-01'], /^#N\/A .*2024-10-01.*2025-06-30/],
    [['activity: Skywriting'], /^#N\/A/],
    [['split', null, 'CSP Indirect Provider'], /^#N\/A/],
    [['split', 'soon'], /^#VALUE! date/],
  ])('%j is refused', (given, sentence) => expect(complaint(source, ...given)).toMatch(sentence));

  describe('of the workbook’s own rule', () => {
    afterEach(() => provideContext(PLAIN_WORKBOOK));

    it('says that it is the workbook’s', () => {
      provideContext({
        ...PLAIN_WORKBOOK,
        ownRules: [{ topic: 'threshold', program: 'Microsoft Commerce Incentives', from: '2025-07-01', value: 5000 }],
      });
      expect(show(source, 'threshold')).toMatch(/must meet \$5,000\.00.*from 2025-07-01.*Standing: this workbook's own\.$/);
    });
  });
});
