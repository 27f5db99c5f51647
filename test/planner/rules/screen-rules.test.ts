import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/domain/calendar/day';
import type { Half } from '../../../src/domain/calendar/half';
import { describeScreenRules } from '../../../src/planner/rules/screen-rules';
import type { Reading } from '../../../src/planner/store/planning-store';
import type { OwnRule } from '../../../src/rulebook/own-rule';
import { rulesOn } from '../../../src/rulebook/rules-on';
import { aFund } from '../../support/planned';
import { planningRead } from '../../support/planning-read';

const MCI = 'Microsoft Commerce Incentives';

const FY26_H1: Half = { fiscalYear: 2026, half: 1 };
const FY27_H1: Half = { fiscalYear: 2027, half: 1 };

const readingOf = (asOf: Day, funds: readonly (readonly [program: string, half: Half])[], rules: readonly OwnRule[] = []): Reading => ({
  step: 'read',
  read: planningRead({ funds: funds.map(([program, half]) => aFund({ program, half })) }),
  book: { dateSystem: 1900, rulesOn: (day) => rulesOn(day, rules) },
  asOf,
  isToday: true,
  sheetDay: null,
});

describe('the line on the rules of a screen', () => {
  it('is only there when a rule is used for a later date than it is confirmed for', () => {
    expect(describeScreenRules(['split', 'threshold'], readingOf('2026-12-01', [[MCI, FY26_H1]]))).toBeNull();
    expect(describeScreenRules(['split', 'threshold'], readingOf('2026-12-01', [[MCI, FY27_H1]]))).toMatch(
      /^Split and threshold last confirmed Jan 14, 2026 \(a distributor\); /,
    );
    expect(describeScreenRules(['payment'], readingOf('2024-10-31', [[MCI, FY27_H1]]))).toBeNull();
    expect(describeScreenRules(['payment'], readingOf('2024-11-01', [[MCI, FY27_H1]]))).toMatch(
      /^Payment days last confirmed Oct 31, 2024/,
    );
  });

  it('is about the programs of the workbook', () => {
    const funds = [
      [MCI, FY27_H1],
      ['Hosting', FY27_H1],
    ] as const;
    expect(describeScreenRules(['threshold'], readingOf('2026-12-01', funds))).toMatch(
      /^Threshold last confirmed Aug 4, 2022 \(Microsoft\); /,
    );
  });

  it("leaves out the workbook's own rules, programs without a rule, and a workbook without plan and funds", () => {
    const split: OwnRule = { topic: 'split', program: MCI, from: '2026-07-01', value: { coopShare: 0.5 } };
    expect(describeScreenRules(['split'], readingOf('2026-12-01', [[MCI, FY27_H1]], [split]))).toBeNull();
    expect(describeScreenRules(['split'], readingOf('2026-12-01', [['Hosting', FY27_H1]]))).toBeNull();
    expect(describeScreenRules(['split', 'payment'], readingOf('2026-12-01', []))).toBeNull();
  });

  it('knows the rules of every topic that a screen may name', () => {
    expect(describeScreenRules(['deadline', 'activity', 'cap', 'payment', 'retention'], readingOf('2026-12-01', [[MCI, FY27_H1]]))).toBe(
      'Deadlines, activities, caps, payment days, and proof retention last confirmed Oct 31, 2024 (a distributor); ' +
        "Microsoft's FY27 guide is behind partner sign-in.",
    );
  });
});
