import { describe, expect, it } from 'vitest';
import { withRateDate } from '../../../src/planner/functions/rate-date';
import { writeFormula } from '../../../src/planner/functions/write-formula';

const entryOf = (name: string) => __CATALOGUE__.find((entry) => entry.name === name)!;

describe('the day of a rate', () => {
  it.each(['COOP.EARN', 'COOP.EARNRATE'])('is written by the form of %s, and its help says the same day', (name) => {
    const entry = entryOf(name);
    const filled = withRateDate(entry, { revenue: '100', lever: 'M365: Core' });
    expect(writeFormula(entry, filled)).toMatch(/"M365: Core","2025-06-30"\)$/);
    expect(entry.parameters.find(({ name: argument }) => argument === 'date')!.description).toContain('verified through June 30, 2025');
  });

  it('stays as given, and is no business of other functions', () => {
    expect(withRateDate(entryOf('COOP.EARN'), { date: 'B2' })).toEqual({ date: 'B2' });
    expect(withRateDate(entryOf('COOP.SPLIT'), { earning: '100' })).toEqual({ earning: '100' });
  });
});
