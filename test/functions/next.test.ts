import { afterEach, describe, expect, it } from 'vitest';
import { calendar } from '../../src/functions/calendar';
import { deadline } from '../../src/functions/deadline';
import { next } from '../../src/functions/next';
import { period } from '../../src/functions/period';
import { shift } from '../../src/functions/shift';
import { ask, playHost, serial } from '../support/custom-functions';
import { everyDay } from '../support/every-day';

afterEach(() => playHost(null));

describe('NEXT, SHIFT, and CALENDAR', () => {
  it('law: agree on every day of FY19 to FY35, for the half of the day and the three before and after it', () => {
    const [, ...rows] = ask(calendar, 'FY18 H2', 36) as unknown[][];
    const ends = new Map(
      rows.map((row) => [
        row[0],
        { 'earning end': row[2], 'usage end': row[4], claim: row[6], resolution: row[7] } as Record<string, number>,
      ]),
    );
    const wrong: unknown[] = [];
    for (const day of everyDay(2018, 2035).filter((each) => each >= '2018-07-01' && each <= '2035-06-30')) {
      const today = serial(day);
      const current = ask(period, day);
      for (let by = -3; by <= 1; by++) {
        // our deadlines begin with those of FY18 H2
        if (by < 0 && day < '2019-07-01') continue;
        const half = ask(shift, current, by);
        const left = Object.entries(ends.get(half)!).filter(([, end]) => end >= today);
        const soonest = left.sort((a, b) => a[1] - b[1])[0];
        const told = soonest
          ? [ask(next, half, day, 'name'), ask(next, half, day), ask(next, half, day, 'days')]
          : [refused(() => ask(next, half, day))];
        const meant = soonest ? [soonest[0], soonest[1], soonest[1] - today] : ['#N/A'];
        if (JSON.stringify(told) !== JSON.stringify(meant)) wrong.push([day, half, told, meant]);
        if (soonest && ask(deadline, half, soonest[0]) !== soonest[1]) wrong.push([day, half, 'DEADLINE']);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('law: SHIFT goes back as far as it went, and forward in steps', () => {
    for (let n = -30; n <= 30; n++) {
      const half = ask(shift, 'FY30 H2', n);
      expect(ask(shift, half, -n)).toBe('FY30 H2');
      expect(ask(shift, half, 1)).toBe(ask(shift, 'FY30 H2', n + 1));
    }
  });
});

function refused(run: () => unknown): unknown {
  try {
    return run();
  } catch (thrown) {
    return (thrown as { code?: unknown }).code;
  }
}
