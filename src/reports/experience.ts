import type { Day } from '../domain/calendar/day';
import type { EarnedOn } from '../domain/earnings/experience';
import { fold } from '../rulebook/names';
import { growthLeverOf } from './growth-lever';
import type { MonthRow } from './import/earnings-import';
import { isAdjustment } from './range/earning-kinds';

/**
 * The co-op of a Partner ID and program with its eligible amounts; spellings of one lever are one lever. A growth lever has
 * none, since it earns on growth and not on revenue. An adjustment corrects an earning and needs no transaction of its own.
 */
export function coopEarnedOn(months: readonly MonthRow[]): EarnedOn[] {
  const levers = new Map<string, string>();
  return months
    .filter(({ kind }) => kind === 'co-op')
    .map((row): EarnedOn => {
      const { month, lever, earningType, micros, eligible } = row;
      const key = fold(lever) || lever;
      if (!levers.has(key)) levers.set(key, lever);
      return {
        month: `${month}-01` as Day,
        lever: levers.get(key)!,
        coop: micros,
        eligible: growthLeverOf(row) !== null ? null : (eligible ?? (isAdjustment(earningType) ? 0 : null)),
      };
    });
}
