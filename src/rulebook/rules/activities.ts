import type { Day } from '../../domain/calendar/day';
import type { Rule } from '../rule';
import { GENERAL, SHEETS, type Sheet } from './activity-sheets';
import { programOf, type ProgramId } from './programs';
import type { Requirements } from './requirements';

/** What the guidebook of a day requires of an activity. */
export interface ActivityValue extends Requirements {
  name: string;
}

/** The FY21 guidebook is the first with a known list of activities. */
export const CATALOG_FROM: Day = '2020-07-01';
/** The FY22 guidebook is the first with known requirements and caps, according to the Microsoft page that links to it. */
export const SHEETS_FROM: Day = '2021-07-01';
/** From this day on, categories come from the FY25 list. */
const FY25_LIST_FROM: Day = '2025-01-01';

/** An activity's name. */
export type ActivityId = keyof typeof SHEETS;

/** Every activity with its other names. */
export const ACTIVITY_NAMES: readonly { name: ActivityId; aliases: readonly string[] }[] = (Object.keys(SHEETS) as ActivityId[]).map(
  (name) => ({
    name,
    aliases: SHEETS[name].aliases,
  }),
);

const EARLIER_SHEET = 'The FY21 guidebook lists it; its sheet is read back from the next year.';

function history(name: ActivityId): Rule<ActivityValue>[] {
  const { aliases: _, from = CATALOG_FROM, source = 'ms-core-requirements', note, movedTo, ...sheet }: Sheet = SHEETS[name];
  const value: ActivityValue = {
    name,
    invoice: 'third-party invoice or CSR',
    core: GENERAL,
    preApproval: 'none',
    sourced: true,
    ...sheet,
  };
  const rule: Rule<ActivityValue> = {
    topic: 'activity',
    from,
    program: 'all',
    subject: name,
    value,
    source,
    standing: source === 'td-synnex-2024-10' ? 'distributor' : 'published',
    note,
  };
  const earlier: Rule<ActivityValue>[] =
    source === 'ms-core-requirements'
      ? [
          { ...rule, standing: 'assumed', note: [EARLIER_SHEET, note].filter(Boolean).join(' ') },
          { ...rule, from: SHEETS_FROM },
        ]
      : [rule];
  const category = movedTo ?? (sheet.category === 'Partner Readiness' ? 'Partner Skilling' : undefined);
  if (category === undefined) return earlier;
  const moved = category === 'Partner Skilling' ? 'Partner Readiness is called Partner Skilling' : `The activity belongs to ${category}`;
  const renamed = `${moved} in the FY25 list; the rest is as before.${note ? ` ${note}` : ''}`;
  return [
    ...earlier,
    {
      ...rule,
      from: FY25_LIST_FROM,
      value: { ...value, category },
      source: 'ms-fy25-co-op-blog',
      standing: 'distributor',
      note: renamed,
    },
  ];
}

/** The catalog of activities, with what each needs, since when. */
export const ACTIVITIES: readonly Rule<ActivityValue>[] = ACTIVITY_NAMES.flatMap(({ name }) => history(name));

/** Whether a program may use co-op for an activity. */
export function mayUse(activity: ActivityValue, program: ProgramId): boolean {
  return (activity.only?.includes(program) ?? true) && !(activity.never?.includes(program) ?? false);
}

/** The minimum share of Microsoft content, 0 to 1; null if the guidebook requires Microsoft content without a percentage. */
export function leastContent(activity: ActivityValue, program: ProgramId): number | null {
  const { content } = programOf(program);
  const device = content === 'Surface' || content === 'Mixed Reality';
  if (activity.fullContent === 'all' || (activity.fullContent === 'devices' && device)) return 1;
  return device ? 0.3 : null;
}
