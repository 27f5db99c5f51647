import type { Day } from '../domain/calendar/day';
import { compareHalves, halfOf, nextHalf, type Half } from '../domain/calendar/half';
import { requirementsOn } from './requirements';
import type { RulesOn } from './rules-on';
import type { ProgramId } from './rules/programs';

/** Whether co-op may pay for an activity, by its days and by the guidebook of its first day. */
export interface Eligibility {
  /** The usage half of the fund, or of the first day if no fund is given. */
  usage: Half;
  /** Both days are in it. */
  isInside: boolean;
  /** The guidebook lists the activity, and the program may use it. */
  isOpen: boolean;
}

/** Judges an activity from start to end. `earned` is the half of the fund, if one is given. */
export function eligibilityOf(
  activity: string,
  program: ProgramId,
  { start, end, earned }: { start: Day; end: Day; earned: Half | null },
  { rulesOn }: { rulesOn: (day: Day) => RulesOn },
): Eligibility {
  const usage = earned ? nextHalf(earned) : halfOf(start);
  return {
    usage,
    isInside: [start, end].every((day) => compareHalves(halfOf(day), usage) === 0),
    isOpen: requirementsOn(start, activity, program, rulesOn(start))?.isOpen ?? false,
  };
}
