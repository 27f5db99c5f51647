import { describe, expect, it } from 'vitest';
import { countedMoney } from '../../../src/domain/balance/fund-usage';
import { isSameArea, solutionAreaOf } from '../../../src/domain/balance/solution-areas';
import { compareMix } from '../../../src/domain/balance/target-mix';
import { sharesOf } from '../../../src/domain/money/shares';
import { FUND } from '../../pane/plan/activity';
import { activity, claim } from '../../support/records';

const planned = (id: string, solutionArea: string, budget: number) => activity({ id, solutionArea, budget });
const shares = (activities: ReturnType<typeof planned>[], claims: ReturnType<typeof claim>[] = [], known: string[] = []) => {
  const counted = countedMoney(FUND, activities, claims, '2025-03-10');
  return sharesOf(counted, solutionAreaOf(counted, known));
};

describe('money by solution area', () => {
  it('adds up one area however it is written, in a known spelling or the first', () => {
    const activities = [planned('A-1', 'azure', 30_000), planned('A-2', ' Azure ', 20_000), planned('A-3', 'Modern  work', 50_000)];
    expect(shares(activities)).toEqual([
      { name: 'Modern  work', amount: 50_000, share: 0.5 },
      { name: 'azure', amount: 50_000, share: 0.5 },
    ]);
    expect(shares(activities, [], ['Azure', 'Modern Work']).map(({ name }) => name)).toEqual(['Azure', 'Modern Work']);
  });

  it('tells no two areas apart by case or spaces', () => {
    expect(isSameArea(' modern  work', 'Modern Work')).toBe(true);
    expect(isSameArea('ModernWork', 'Modern Work')).toBe(false);
  });

  it('a claim counts by its activity, or else by what the claim says', () => {
    const submitted = { status: 'submitted', amount: 10_000 } as const;
    expect(
      shares(
        [planned('A-1', 'Azure', 1)],
        [
          claim({ ...submitted, id: 'C-1', activityId: 'A-1', solutionAreas: 'Security' }),
          claim({ ...submitted, id: 'C-2', activityId: '', solutionAreas: 'Security' }),
          claim({ ...submitted, id: 'C-3', activityId: '', solutionAreas: '', amount: 20_000 }),
        ],
      ),
    ).toEqual([
      { name: 'Not attributable', amount: 20_000, share: 0.5 },
      { name: 'Azure', amount: 10_000, share: 0.25 },
      { name: 'Security', amount: 10_000, share: 0.25 },
    ]);
  });

  it('is compared with a mix of areas as categories are', () => {
    const found = shares([planned('A-1', 'Azure', 30_000), planned('A-2', '', 10_000), planned('A-3', 'Security', 60_000)]);
    const mix = [
      { name: 'Azure', share: 0.6 },
      { name: 'Security', share: 0.4 },
    ];
    expect(compareMix(mix, found).map(({ name, wantedAmount, amount, difference }) => [name, wantedAmount, amount, difference])).toEqual([
      ['Azure', 60_000, 30_000, -30_000],
      ['Security', 40_000, 60_000, 20_000],
      ['Not attributable', 0, 10_000, 10_000],
    ]);
  });
});
