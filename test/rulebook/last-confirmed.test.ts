import { describe, expect, it } from 'vitest';
import { lastConfirmed } from '../../src/rulebook/last-confirmed';
import { findLever } from '../../src/rulebook/find-lever';
import { rulesOn } from '../../src/rulebook/rules-on';

const MCI = 'Microsoft Commerce Incentives';
const GUIDE = "Microsoft's FY27 guide is behind partner sign-in.";

describe('the line on when rules were last confirmed', () => {
  it.each([
    ['2026-01-14', null],
    ['2026-01-15', `Split last confirmed Jan 14, 2026 (a distributor); ${GUIDE}`],
    ['newest', `Split last confirmed Jan 14, 2026 (a distributor); ${GUIDE}`],
  ] as const)('of the split, used for %s, is %s', (on, line) => {
    expect(lastConfirmed([{ rule: rulesOn(on).split(MCI), on }])).toBe(line);
  });

  it('names each topic once, by its oldest confirmation, and joins those of one day', () => {
    const on = '2026-12-01';
    const rules = rulesOn(on);
    const used = [rules.split(MCI), rules.threshold(MCI), rules.threshold('Hosting'), rules.deadlines(), rules.retention()];
    expect(lastConfirmed(used.map((rule) => ({ rule, on })))).toBe(
      'Split last confirmed Jan 14, 2026 (a distributor), deadlines and proof retention last confirmed Oct 31, 2024 (a distributor), ' +
        `threshold last confirmed Aug 4, 2022 (Microsoft); ${GUIDE}`,
    );
  });

  it('says through when a rate without a date is verified', () => {
    const rules = rulesOn('newest');
    expect(lastConfirmed([{ rule: rules.rate(findLever('M365: Core', MCI)), on: 'newest' }])).toBe(
      `Earning rates last confirmed Jun 30, 2025 (a distributor); ${GUIDE}`,
    );
  });

  it("doesn't ask for a confirmation of the workbook's own rules", () => {
    const workbookRules = [{ topic: 'split', program: MCI, from: '2026-07-01', value: { coopShare: 0.5 } }] as const;
    expect(lastConfirmed([{ rule: rulesOn('2026-12-01', workbookRules).split(MCI), on: '2026-12-01' }])).toBeNull();
    expect(lastConfirmed([])).toBeNull();
  });
});
